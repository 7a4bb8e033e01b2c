/** A draft as MDX, written from its syntax tree and read back: what stands in a document arrives as text, or the page says so. */
import { isDeepStrictEqual } from 'node:util';
import type { Code, Nodes, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkStringify from 'remark-stringify';
import { unified, type Processor } from 'unified';
import { stringify as toYaml } from 'yaml';
import { OutlineError, parseBody } from '../../../src/lib/outline.ts';

/** What begins a block in this site's Markdown and has no escape in the extensions below: imports, exports and asides. */
function escapeBlockStarts(this: Processor): void {
	const data = this.data() as { toMarkdownExtensions?: object[] };
	(data.toMarkdownExtensions ??= []).push({
		unsafe: [
			{ atBreak: true, character: 'i', after: 'mport\\b' },
			{ atBreak: true, character: 'e', after: 'xport\\b' },
			{ atBreak: true, character: ':', after: ':' },
		],
	});
}

const writer = unified()
	.use(remarkStringify, { bullet: '-', rule: '*', emphasis: '_', fences: true, listItemIndent: 'one', incrementListMarker: true, resourceLink: true })
	.use(remarkMdx)
	.use(remarkGfm, { tablePipeAlign: false })
	.use(remarkMath)
	.use(escapeBlockStarts);

/** What of a node must be the same after writing and reading: its kind, its text, where it leads. */
function essence(node: Nodes): unknown {
	const children = 'children' in node ? essences(node.children) : undefined;
	switch (node.type) {
		case 'heading':
			return [node.type, node.depth, children];
		case 'list':
			return [node.type, node.ordered ? (node.start ?? 1) : null, children];
		case 'link':
			return [node.type, node.url, children];
		case 'code':
			return [node.type, node.lang ?? null, node.meta ?? null, node.value];
		case 'mdxFlowExpression':
			return [node.type, node.value.replace(/\s+/g, ' ')];
		case 'text':
		case 'inlineCode':
			return [node.type, node.value.replace(/\s+/g, ' ')];
		default:
			return [node.type, children];
	}
}

/** Neighbouring texts count as one, white space at the edges as none. */
function essences(children: Nodes[]): unknown[] {
	const joined: Nodes[] = [];
	for (const child of children) {
		const last = joined.at(-1);
		if (child.type === 'text' && last?.type === 'text') joined[joined.length - 1] = { type: 'text', value: last.value + child.value };
		else joined.push(child);
	}
	return joined.flatMap((child, i) => {
		if (child.type !== 'text') return [essence(child)];
		let value = child.value;
		if (i === 0) value = value.trimStart();
		if (i === joined.length - 1) value = value.trimEnd();
		return value ? [essence({ type: 'text', value })] : [];
	});
}

/** Whether a body reads back as the tree it was written from; the tree that was read where it does. */
function readBack(body: string, root: Root): Root | undefined {
	try {
		const read = parseBody(body);
		return isDeepStrictEqual(essence(read), essence(root)) ? read : undefined;
	} catch (error) {
		if (error instanceof OutlineError) return undefined;
		throw error;
	}
}

const write = (children: RootContent[]): string => writer.stringify({ type: 'root', children });

/** A block in the form that nothing can break. */
const asPlainText = (node: RootContent): Code => ({ type: 'code', lang: 'text', value: node.type === 'mdxFlowExpression' ? node.value : blockText(node) });

const blockText = (node: Nodes): string => {
	if (node.type === 'link') return `${toString(node)} ${node.url}`;
	if ('value' in node) return node.value;
	if (!('children' in node)) return '';
	const between = ['list', 'listItem', 'blockquote', 'table'].includes(node.type) ? '\n' : node.type === 'tableRow' ? ' | ' : '';
	return node.children.map((child, i) => `${node.type === 'list' && node.ordered ? `${(node.start ?? 1) + i}. ` : ''}${blockText(child)}`).join(between);
};

interface Emitted {
	/** The whole file. */
	text: string;
	/** The body as the site reads it. */
	tree: Root;
	/** How many blocks could not be written as they are and stand as plain text. */
	keptAsText: number;
}

/**
 * Writes a draft. Each block that would not read back as it was is written as preformatted text instead.
 * @param fields the frontmatter; YAML quotes what needs it
 */
export function emit(fields: Record<string, unknown>, root: Root): Emitted {
	const head = `---\n${toYaml(fields, { lineWidth: 0, blockQuote: false, doubleQuotedMinMultiLineLength: Infinity })}---\n\n`;
	const body = write(root.children);
	const tree = readBack(body, root);
	if (tree) return { text: head + body, tree, keptAsText: 0 };
	let keptAsText = 0;
	const children = root.children.map((node) => {
		if (readBack(write([node]), { type: 'root', children: [node] })) return node;
		keptAsText++;
		return asPlainText(node);
	});
	const safer: Root = { type: 'root', children };
	const saferBody = write(children);
	const saferTree = readBack(saferBody, safer);
	if (saferTree) return { text: head + saferBody, tree: saferTree, keptAsText };
	const plain: Root = { type: 'root', children: [{ type: 'code', lang: 'text', value: root.children.map(blockText).join('\n\n') }] };
	const plainBody = write(plain.children);
	return { text: head + plainBody, tree: parseBody(plainBody), keptAsText: root.children.length };
}
