/** What the checks and the graph need to know of a page's body: headings, links, fences, components. */
import GithubSlugger from 'github-slugger';
import type { Nodes, Parents, Root, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';

export interface Heading {
	depth: number;
	text: string;
	slug: string;
	line: number;
	/** True where text, a list, a fence … stands between this heading and the next. */
	hasContent: boolean;
	/** Slug of the nearest heading above of lesser depth. */
	parent?: string;
}

export interface Outline {
	headings: Heading[];
	links: { url: string; line: number; text: string }[];
	fences: { lang: string | null; meta: string; value: string; line: number }[];
	components: { name: string; attributes: Record<string, string>; line: number }[];
	/** Lines of `import`, `export` and `{expressions}`, those in attributes included: content holds no code. */
	code: { line: number; isComment?: true }[];
	images: { url: string; alt: string; line: number }[];
}

/** A body that is no MDX. `line` counts from the first line of the body. */
export class OutlineError extends Error {
	readonly line: number;
	constructor(message: string, line: number) {
		super(message);
		this.name = 'OutlineError';
		this.line = line;
	}
}

const parser = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).use(remarkMath).use(remarkDirective);

/** Parses an MDX body. Throws `OutlineError` where it is malformed. */
export function parseBody(body: string): Root {
	try {
		return restoreProse(parser.parse(body), body);
	} catch (cause) {
		const { reason = String(cause), line } = cause as { reason?: string; line?: number };
		// At the end of the text the place stands in the message alone, where it counts from the body.
		const place = / \((\d+):\d+-\d+:\d+\)/.exec(reason);
		throw new OutlineError(place ? reason.replace(place[0], '') : reason, line ?? Number(place?.[1] ?? 1));
	}
}

/** To the parser the ":30" of "at 10:30" is a directive. The site shows all but asides as they were written; so does this tree. */
function restoreProse(tree: Root, body: string): Root {
	visit(tree, ['textDirective', 'leafDirective'], (node, index, parent) => {
		if (!parent || index === undefined) return;
		const value = body.slice(node.position?.start.offset, node.position?.end.offset);
		const text: Text = { type: 'text', value, position: node.position };
		(parent as Parents).children[index] = node.type === 'leafDirective' ? { type: 'paragraph', children: [text], position: node.position } : text;
		return SKIP;
	});
	return tree;
}

/** Pages that a diagram's nodes lead to. */
function diagramLinks(source: string, fenceLine: number): Outline['links'] {
	return source.split('\n').flatMap((text, i) => {
		const [, node = '', url] = /^\s*click\s+(\S+)\s.*?"([^"]*)"/.exec(text) ?? [];
		return url === undefined ? [] : [{ url, line: fenceLine + i + 1, text: node }];
	});
}

/** One comment and nothing else: after its end there is nothing to execute. */
const isComment = (expression: string): boolean => /^\s*\/\*(?:(?!\*\/)[^])*\*\/\s*$/.test(expression);

/** Outline of a body; lines count from the first line of the body. Throws `OutlineError` where it is malformed. */
export function outline(body: string): Outline {
	const tree = parseBody(body);
	const slugger = new GithubSlugger();
	const result: Outline = { headings: [], links: [], fences: [], components: [], code: [], images: [] };
	const line = (node: Nodes) => node.position?.start.line ?? 1;
	const above: Heading[] = [];

	for (const node of tree.children) {
		const current = result.headings.at(-1);
		if (node.type !== 'heading') {
			if (current && !(node.type === 'paragraph' && !toString(node).trim() && !node.children.length)) current.hasContent = true;
			continue;
		}
		while ((above.at(-1)?.depth ?? 0) >= node.depth) above.pop();
		const text = toString(node);
		const parent = above.at(-1)?.slug;
		const heading: Heading = { depth: node.depth, text, slug: slugger.slug(text), line: line(node), hasContent: false, ...(parent && { parent }) };
		result.headings.push(heading);
		above.push(heading);
	}

	const definitions = new Map<string, string>();
	// Of two definitions of a name Markdown takes the first.
	visit(tree, 'definition', ({ identifier, url }) => void definitions.set(identifier, definitions.get(identifier) ?? url));
	visit(tree, (node) => {
		switch (node.type) {
			case 'link':
				result.links.push({ url: node.url, line: line(node), text: toString(node) });
				break;
			case 'linkReference':
				result.links.push({ url: definitions.get(node.identifier) ?? '', line: line(node), text: toString(node) });
				break;
			case 'image':
				result.images.push({ url: node.url, alt: node.alt ?? '', line: line(node) });
				break;
			case 'imageReference':
				result.images.push({ url: definitions.get(node.identifier) ?? '', alt: node.alt ?? '', line: line(node) });
				break;
			case 'code':
				result.fences.push({ lang: node.lang ?? null, meta: node.meta ?? '', value: node.value, line: line(node) });
				if (node.lang === 'mermaid') result.links.push(...diagramLinks(node.value, line(node)));
				break;
			case 'mdxJsxFlowElement':
			case 'mdxJsxTextElement':
				result.components.push({
					name: node.name ?? '',
					attributes: Object.fromEntries(
						node.attributes.map((attribute) =>
							attribute.type === 'mdxJsxAttribute'
								? [attribute.name, typeof attribute.value === 'string' ? attribute.value : '']
								: ['...', ''],
						),
					),
					line: line(node),
				});
				if (node.attributes.some(({ type, value }) => type === 'mdxJsxExpressionAttribute' || (value && typeof value === 'object')))
					result.code.push({ line: line(node) });
				break;
			case 'mdxFlowExpression':
			case 'mdxTextExpression':
				result.code.push({ line: line(node), ...(isComment(node.value) && { isComment: true }) });
				break;
			case 'mdxjsEsm':
				result.code.push({ line: line(node) });
				break;
		}
	});
	return result;
}

/** Headings below the heading with this text, direct children only. */
export const childrenOf = (headings: Heading[], text: string): Heading[] => {
	const parent = headings.find((heading) => heading.text === text);
	return parent ? headings.filter((heading) => heading.parent === parent.slug) : [];
};
