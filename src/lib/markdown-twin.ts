/**
 * A built page as Markdown: what its reader sees, without the site around it. Made from the finished HTML, so that whatever a
 * component drew is in it.
 */
import type { Element, ElementContent, Nodes, Parents, Root } from 'hast';
import { select, selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import { toText } from 'hast-util-to-text';
import { h } from 'hastscript';
import type { Code, Html, InlineCode, Nodes as MarkdownNodes } from 'mdast';
import rehypeParse from 'rehype-parse';
import rehypeRemark, { type Options } from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';

/** A page without what a twin is made of. */
export class TwinError extends Error {
	override readonly name = 'TwinError';
}

/** What helps to use the page and says nothing: controls, anchors, tooltips, hidden parts. */
const CHROME = [
	'script, style, template, noscript, link, meta, form, button, input, select, textarea, dialog, svg, iframe',
	'[hidden], .sr-only, [role=tooltip], [role=status]',
	'.sl-anchor-link, .letters, share-bar, page-tools, .page-tools, .report-mistake, list-position',
	'details.answer > summary',
].join(', ');

type Handler = NonNullable<NonNullable<Options['handlers']>[string]>;

const parser = unified().use(rehypeParse);

/** Formulas and titled code come as `code` and `pre` with attributes of ours, which keep their white space on the way. */
const handlers: Record<string, Handler> = {
	code: (state, node: Element) => {
		const value = toText(node, { whitespace: 'pre' });
		const inline: InlineCode | MarkdownNodes = 'dataMaths' in node.properties ? { type: 'inlineMath', value } : { type: 'inlineCode', value };
		state.patch(node, inline);
		return inline as InlineCode;
	},
	pre: (state, node: Element) => {
		const value = toText(node, { whitespace: 'pre' }).replace(/\n+$/, '');
		const { dataMaths, dataLanguage, dataTitle } = node.properties;
		const block: MarkdownNodes =
			dataMaths !== undefined
				? { type: 'math', value }
				: {
						type: 'code',
						lang: typeof dataLanguage === 'string' && dataLanguage ? dataLanguage : null,
						meta: typeof dataTitle === 'string' && dataLanguage ? `title=${JSON.stringify(dataTitle)}` : null,
						value,
					};
		state.patch(node, block);
		return block as Code;
	},
	// Markdown has no sign for these; HTML in it says the same.
	sub: (_state, node: Element): Html => ({ type: 'html', value: `<sub>${toString(node)}</sub>` }),
	sup: (_state, node: Element): Html => ({ type: 'html', value: `<sup>${toString(node)}</sup>` }),
};

const writer = unified()
	.use(rehypeRemark, { handlers })
	.use(remarkGfm)
	.use(remarkMath)
	.use(remarkStringify, { bullet: '-', emphasis: '_', rule: '-', listItemIndent: 'one', resourceLink: false });

/**
 * The Markdown twin of a page.
 * @param html a whole page of the built site.
 * @throws TwinError where the page has no content or no title.
 */
export function htmlToMarkdown(html: string): string {
	const page = parser.parse(html) as Root;
	const content = select('main .sl-markdown-content', page);
	if (!content) throw new TwinError('the page has no <main> with .sl-markdown-content');
	const title = select('main h1', page);
	if (!title) throw new TwinError('the page has no <h1>');

	const parts: ElementContent[] = [h('h1', ...title.children)];
	const description = attribute(page, 'meta[name=description]', 'content');
	if (!select('.question-card', content) && description) parts.push(h('blockquote', h('p', description)));
	parts.push(...readable(content).children);

	const links = select('main .page-links', page);
	const references = links && selectAll('section ul > li', links);
	if (references?.length) parts.push(h('h2', 'References'), h('ul', ...references));
	const checked = links && select('.checked', links);
	const address = attribute(page, 'link[rel=canonical]', 'href');
	if (checked || address) parts.push(h('hr'));
	if (checked) parts.push(h('p', `${toText(checked).replace(/\s+/g, ' ').trim()}.`));
	if (address) parts.push(h('p', 'Page: ', h('a', { href: address }, address)));

	const tree: Root = { type: 'root', children: parts };
	removeChrome(tree);
	if (address) keepFragments(tree, new URL(address).pathname);
	return writer.stringify(writer.runSync(tree) as never);
}

const attribute = (tree: Root, selector: string, name: string): string | undefined => {
	const value = select(selector, tree)?.properties[name];
	return typeof value === 'string' && value ? value : undefined;
};

/** Links within the page lead to the page: not everything with an id there is a heading here. */
function keepFragments(tree: Root, path: string): void {
	for (const link of selectAll('a[href^="#"]', tree)) link.properties['href'] = path + String(link.properties['href']);
}

/** The content with every component turned into plain elements that Markdown has a sign for. */
function readable(content: Element): Element {
	replaceAll(content, 'figure.diagram', (figure) => {
		const source = select('.diagram-source code, details code, code', figure);
		return source ? [h('pre', { dataLanguage: 'mermaid' }, codeText(source))] : [];
	});
	replaceAll(content, '.expressive-code', (block) => selectAll('figure', block).flatMap(codeBlock));
	replaceAll(content, '.katex-display', (formula) => [h('pre', { dataMaths: 'display' }, tex(formula))]);
	replaceAll(content, '.katex', (formula) => [h('code', { dataMaths: 'inline' }, tex(formula))]);
	replaceAll(content, '[role=tabpanel]', (panel) => [h('p', h('strong', tabLabel(content, panel))), ...panel.children]);
	replaceAll(content, '[role=tablist]', () => []);
	removeChrome(content);

	replaceAll(content, '.question-card', question);
	replaceAll(content, '.misbelief dl', (list) => [h('blockquote', ...definitions(list).map(({ term, text }) => h('p', h('strong', ...term, ':'), ' ', ...text)))]);
	replaceAll(content, 'dl', (list) => [h('ul', ...definitions(list).map(({ term, text }) => h('li', h('strong', ...trimmed(term)), ': ', ...text)))]);
	replaceAll(content, 'ol.cards', (list) => [h('ul', ...selectAll('li.card', list).map(cardItem))]);
	replaceAll(content, 'aside.starlight-aside', (aside) => {
		const title = select('.starlight-aside__title', aside);
		const body = select('.starlight-aside__content', aside);
		return [h('blockquote', ...(title ? [h('p', h('strong', toString(title).trim()))] : []), ...(body?.children ?? []))];
	});
	replaceAll(content, 'summary', (summary) => (select('h2, h3, h4, h5, h6', summary) ? summary.children : [h('p', h('strong', ...summary.children))]));
	return content;
}

function removeChrome(tree: Root | Element): void {
	replaceAll(tree, CHROME, () => []);
}

/** Puts what `by` makes of it in place of every element that fits the selector; what it makes is not searched again. */
function replaceAll(tree: Root | Element, selector: string, by: (element: Element) => ElementContent[]): void {
	const found = new Set<Nodes>(selectAll(selector, tree));
	if (!found.size) return;
	visit(tree, 'element', (element, index, parent: Parents | undefined) => {
		if (!parent || index === undefined || !found.has(element)) return undefined;
		const replacement = by(element);
		parent.children.splice(index, 1, ...replacement);
		return [SKIP, index + replacement.length];
	});
}

/** One frame of highlighted code: lines are elements, a title stands above them. */
function codeBlock(figure: Element): Element[] {
	const pre = select('pre', figure);
	if (!pre) return [];
	const lines = selectAll('.ec-line .code', pre);
	const text = lines.length ? lines.map((line) => toString(line).replace(/\n$/, '')).join('\n') : codeText(pre);
	const title = select('figcaption .title', figure);
	const name = title && toString(title).trim();
	return [h('pre', { dataLanguage: languageOf(pre), ...(name && { dataTitle: name }) }, text)];
}

const languageOf = (pre: Element): string => {
	const language = String(pre.properties['dataLanguage'] ?? '');
	return language === 'plaintext' ? 'text' : language;
};

const codeText = (element: Element): string => toString(element).replace(/\n$/, '');

/** The source that a drawn formula carries. */
function tex(formula: Element): string {
	const source = select('annotation', formula);
	if (!source) throw new TwinError('a formula without its TeX source');
	return toString(source).trim();
}

/** Name of the tab that shows a panel. */
function tabLabel(content: Element, panel: Element): string {
	const id = String(panel.properties['ariaLabelledBy'] ?? '');
	const tab = id ? selectAll('[role=tab]', content).find((element) => element.properties['id'] === id) : undefined;
	delete panel.properties['hidden'];
	return tab ? toString(tab).trim() : 'Variant';
}

/** Number and facts in a line, the question as a quotation, the topics. */
function question(card: Element): Element[] {
	const number = select('.question-label .number', card);
	const text = select('.question', card);
	const words = (selector: string) => selectAll(selector, card).map((item) => toText(item).trim());
	const facts = [...(number ? [`Scenario ${toString(number).trim()}`] : []), ...words('.facts > li')];
	const topics = words('.topics > li');
	return [
		h('p', facts.join(' · ')),
		...(text ? [h('blockquote', h('p', ...text.children))] : []),
		...(topics.length ? [h('p', `Topics: ${topics.join(', ')}`)] : []),
	];
}

/** A card of the catalogue as a list item: number, link, facts, question. */
function cardItem(card: Element): Element {
	const number = select('.number', card);
	const title = select('h3', card);
	const meta = select('.meta', card);
	const text = select('.question', card);
	const facts = meta ? toText(meta).replace(/\s+/g, ' ').trim() : '';
	const withoutNumber = number ? facts.replace(toString(number).trim(), '').trim() : facts;
	return h(
		'li',
		h('p', ...(number ? [h('strong', toString(number).trim()), ' '] : []), ...(title?.children ?? []), ...(withoutNumber ? [` (${withoutNumber.replaceAll(' · ', ', ')})`] : [])),
		...(text ? [h('p', ...text.children)] : []),
	);
}

interface Definition {
	term: ElementContent[];
	text: ElementContent[];
}

/** Terms of a `dl` with what stands beside each, whether or not a `div` holds the pair. */
function definitions(list: Element): Definition[] {
	const texts = selectAll('dd', list);
	return selectAll('dt', list).map((term, index) => ({ term: term.children, text: texts[index]?.children ?? [] }));
}

/** Children without white space at either end. */
function trimmed(children: ElementContent[]): ElementContent[] {
	const text = (node: ElementContent | undefined, pattern: RegExp) => {
		if (node?.type === 'text') node.value = node.value.replace(pattern, '');
	};
	text(children[0], /^\s+/);
	text(children.at(-1), /\s+$/);
	return children;
}
