/** Inline Markdown of a raw document as syntax tree. Nothing in it is trusted: HTML, JSX and entities are text. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Link, Paragraph, PhrasingContent, Text } from 'mdast';
import { markIdentifiers } from './identifiers.ts';

/** Where the links of a document lead on the site. */
export interface Linker {
	/** What an address that is none of the web becomes: a path of the site, or nothing. */
	link: (link: { url: string; text: string }) => string | undefined;
	/** The places of a plain text that speak of another page, in order, none overlapping. */
	mentions: (text: string) => { start: number; end: number; url: string }[];
}

/** A linker that knows no page. */
const NO_LINKS: Linker = { link: () => undefined, mentions: () => [] };

/** Only what stands within a line is read: the blocks are known already. */
const EXTENSION = {
	disable: {
		null: [
			'autolink', 'blockQuote', 'characterReference', 'codeFenced', 'codeIndented', 'definition', 'hardBreakEscape', 'headingAtx', 'htmlFlow', 'htmlText', 'list',
			'setextUnderline', 'thematicBreak',
		],
	},
};

/** A text longer than this holds no markup worth reading, and may have been made to be slow. */
const LONGEST = 20_000;

const ADDRESS = /https?:\/\/[^\s<>()"'`\]]*[^\s<>()"'`\].,;:!?*_]/g;

/** A text on one line with no mark-up but code spans of one backtick, read without a parser: most of a document is that. */
function codeSpans(text: string, linker: Linker): PhrasingContent[] | undefined {
	const parts = text.split('`');
	// Two backticks in a row begin and end a span of their own kind.
	const isSimple = parts.length % 2 === 1 && !/\n|``/.test(text) && parts.every((part, i) => (i % 2 ? part !== '' && part === part.trim() : !/[*_[\]\\<&]/.test(part)));
	if (!isSimple) return undefined;
	return parts.flatMap((part, i): PhrasingContent[] => (i % 2 ? [{ type: 'inlineCode', value: part }] : linkText(part, linker)));
}

/** Addresses and mentions of pages in plain text as links. */
function linkText(value: string, linker: Linker): PhrasingContent[] {
	const addresses = [...value.matchAll(ADDRESS)]
		.filter(([url]) => URL.canParse(url))
		.map(({ 0: url, index }) => ({ start: index, end: index + url.length, url }));
	const parts: PhrasingContent[] = [];
	let from = 0;
	for (const { start, end, url } of [...addresses, ...linker.mentions(value)].sort((a, b) => a.start - b.start)) {
		if (start < from) continue;
		if (start > from) parts.push({ type: 'text', value: value.slice(from, start) });
		parts.push({ type: 'link', url, children: [{ type: 'text', value: value.slice(start, end) }] });
		from = end;
	}
	return [...parts, ...(from < value.length ? [{ type: 'text', value: value.slice(from) } satisfies Text] : [])];
}

const textOf = (nodes: PhrasingContent[]): string =>
	nodes.map((node) => ('value' in node ? node.value : 'children' in node ? textOf(node.children) : '')).join('');

/** Whether a page may lead there without asking. */
const isWebAddress = (url: string): boolean => /^(?:https?:\/\/|mailto:)\S+$/.test(url) && URL.canParse(url);

function clean(nodes: PhrasingContent[], linker: Linker, inLink = false): PhrasingContent[] {
	return nodes.flatMap((node): PhrasingContent[] => {
		switch (node.type) {
			case 'text':
				return inLink ? [{ type: 'text', value: node.value }] : linkText(node.value, linker);
			case 'inlineCode':
				return [{ type: 'inlineCode', value: node.value }];
			case 'break':
				return [{ type: 'text', value: '\n' }];
			case 'image': {
				// A picture is not part of a text document: what is said of it stays.
				const said = [node.alt, node.title, node.url].filter(Boolean).join(' – ');
				return said ? [{ type: 'text', value: `[${said}]` }] : [];
			}
			case 'link': {
				const children = clean(node.children, linker, true);
				const title: PhrasingContent[] = node.title ? [{ type: 'text', value: ` (${node.title})` }] : [];
				const url = isWebAddress(node.url) ? node.url : linker.link({ url: node.url, text: textOf(children) });
				if (inLink || url === undefined || !children.length) return [...children, ...title];
				return [{ type: 'link', url, children } as Link, ...title];
			}
			case 'emphasis':
			case 'strong':
				return [{ type: node.type, children: clean(node.children, linker, inLink) }];
			default:
				return [];
		}
	});
}

/** Neighbouring texts as one, so that the tree is the one a parser would give. */
function joinTexts(nodes: PhrasingContent[]): PhrasingContent[] {
	const joined: PhrasingContent[] = [];
	for (const node of nodes) {
		const last = joined.at(-1);
		if (node.type === 'text' && last?.type === 'text') last.value += node.value;
		else if ('children' in node) joined.push({ ...node, children: joinTexts(node.children) } as PhrasingContent);
		else joined.push(node.type === 'text' ? { ...node } : node);
	}
	return joined;
}

/**
 * Inline Markdown as nodes: emphasis, code, links; names of code get their backticks back. All else is text, letter for letter.
 * @param linker where addresses that are none of the web, and mentions of other pages, lead
 */
export function inline(text: string, linker: Linker = NO_LINKS): PhrasingContent[] {
	const source = text.trim();
	if (!source) return [];
	if (source.length > LONGEST) return [{ type: 'text', value: source }];
	const marked = markIdentifiers(source).text;
	const simple = codeSpans(marked, linker);
	if (simple) return joinTexts(simple);
	const tree = fromMarkdown(marked, { extensions: [EXTENSION] });
	const paragraphs = tree.children.filter((node): node is Paragraph => node.type === 'paragraph');
	return joinTexts(paragraphs.flatMap((node, i) => [...(i ? [{ type: 'text', value: '\n' } satisfies Text] : []), ...clean(node.children, linker)]));
}

/** Nodes as inline Markdown on one line, for a field of the frontmatter. What is no markup is escaped. */
export const toInlineMarkdown = (children: PhrasingContent[]): string =>
	toMarkdown({ type: 'paragraph', children }, { emphasis: '_', resourceLink: true }).replace(/\s+/g, ' ').trim();

/** The words of inline Markdown without its marks, on one line. */
export const plainInline = (text: string): string => textOf(inline(text)).replace(/\s+/g, ' ').trim();
