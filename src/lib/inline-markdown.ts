import { toHtml } from 'hast-util-to-html';
import type { Root } from 'hast';
import { toString } from 'mdast-util-to-string';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { withBase } from './url.ts';

const processor = unified().use(remarkParse).use(remarkRehype);

/** One paragraph of Markdown as HTML without the paragraph around it; raw HTML in it is dropped. Links from the root get `base`. */
export function inlineMarkdown(text: string, base = '/'): string {
	const tree = processor.runSync(processor.parse(text)) as Root;
	visit(tree, 'element', ({ properties }) => {
		if (typeof properties['href'] === 'string') properties['href'] = withBase(properties['href'], base);
	});
	return toHtml(tree.children.flatMap((node) => (node.type === 'element' && node.tagName === 'p' ? node.children : [node])));
}

/** Addresses of the links and images in it. */
export function inlineLinks(text: string): string[] {
	const urls: string[] = [];
	visit(processor.parse(text), ['link', 'image', 'definition'], (node) => {
		if ('url' in node) urls.push(node.url);
	});
	return urls;
}

/** The same text without any markup, for titles, cards and messages. */
export const plainText = (text: string): string =>
	processor
		.parse(text)
		.children.map((block) => toString(block, { includeHtml: false }))
		.join(' ')
		.replace(/\s+/g, ' ')
		.trim();
