import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { toString } from 'hast-util-to-string';
import { FOLDED_SECTIONS } from '../lib/check-content.ts';

/** The heading a node is or wraps: Starlight puts heading and anchor link into one `div`. */
function headingOf(node: Root['children'][number]): Element | undefined {
	if (node.type !== 'element') return undefined;
	if (/^h[2-6]$/.test(node.tagName)) return node;
	const className = String(node.properties['class'] ?? node.properties['className'] ?? '');
	if (!className.includes('sl-heading-wrapper')) return undefined;
	return node.children.find((child): child is Element => child.type === 'element' && /^h[2-6]$/.test(child.tagName));
}

/** The notes of a whole page stand at its end and belong to no question. */
const isFootnotes = (node: Root['children'][number]): boolean => node.type === 'element' && node.properties['dataFootnotes'] !== undefined;

/**
 * Folds each question under "Follow-ups" and "Check yourself": its heading becomes the summary of a closed `details`,
 * the link to it stays beside the fold, because a summary may hold no link.
 */
export function rehypeFoldedSections() {
	return (tree: Root) => {
		const result: Root['children'] = [];
		let folding = false;
		let fold: { details: Element } | undefined;
		for (const node of tree.children) {
			const heading = headingOf(node);
			if ((heading && heading.tagName <= 'h3') || isFootnotes(node)) fold = undefined;
			if (heading?.tagName === 'h2') folding = (FOLDED_SECTIONS as readonly string[]).includes(toString(heading).trim());
			if (folding && heading?.tagName === 'h3') {
				const details = h('details', { class: 'fold-body' }, h('summary', heading));
				const link = heading === node ? [] : (node as Element).children.filter((child) => child !== heading);
				result.push(h('div', { class: 'fold' }, details, ...link));
				fold = { details };
				continue;
			}
			if (fold) fold.details.children.push(node as ElementContent);
			else result.push(node);
		}
		tree.children = result;
	};
}
