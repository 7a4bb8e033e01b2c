/** What publishing needs to know of a page's body: one section as plain text, whether there is maths. */
import { toString } from 'mdast-util-to-string';
import { EXIT, visit } from 'unist-util-visit';
import { parseBody } from './outline.ts';

/** The paragraphs and list items under the `##` heading with this text, without markup, one a line; `''` where there is none. */
export function sectionText(body: string, heading: string): string {
	const lines: string[] = [];
	let inside = false;
	for (const node of parseBody(body).children) {
		if (node.type === 'heading' && node.depth === 2) {
			if (inside) break;
			inside = toString(node).trim() === heading;
		} else if (inside && node.type === 'paragraph') lines.push(toString(node));
		else if (inside && node.type === 'list') lines.push(...node.children.map((item) => toString(item)));
	}
	return lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter(Boolean).join('\n');
}

/** Whether the body holds a formula. A dollar sign in prose or code is none. */
export function hasMaths(body: string): boolean {
	if (!body.includes('$')) return false;
	let found = false;
	visit(parseBody(body), ['math', 'inlineMath'], () => {
		found = true;
		return EXIT;
	});
	return found;
}
