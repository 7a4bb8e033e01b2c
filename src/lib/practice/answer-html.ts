/** A scenario's answer as plain HTML for flashcards: made from the finished page, without the site around it. */
import type { Element, ElementContent, Root } from 'hast';
import { select, selectAll } from 'hast-util-select';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import { toText } from 'hast-util-to-text';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';

const KEPT = new Set(['p', 'ul', 'ol', 'li', 'strong', 'em', 'code', 'pre', 'br', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'blockquote', 'h3', 'h4', 'sub', 'sup', 'dl', 'dt', 'dd', 'a', 'hr', 'del', 'kbd']);
const DROPPED = 'script, style, template, noscript, button, form, svg, [role=tooltip], [role=status], .sl-anchor-link, .diagram-source, details.answer > summary, .lab-bar';

/**
 * HTML of the section "Answer" of a built scenario page; undefined where it has none.
 * @param address of the page, which links are made whole with.
 */
export function answerHtml(page: Root, address: string): string | undefined {
	const fold = select('details.answer', page);
	if (!fold) return undefined;
	const nodes: ElementContent[] = [];
	let inside = false;
	for (const node of fold.children) {
		if (node.type === 'element' && (node.tagName === 'h2' || select('h2', node))) {
			if (inside) break;
			inside = (node.tagName === 'h2' ? node : select('h2', node))?.properties['id'] === 'answer';
			continue;
		}
		if (inside) nodes.push(structuredClone(node));
	}
	if (!nodes.length) return undefined;
	const root = h('div', ...nodes);
	simplify(root, address);
	return toHtml(root.children).replace(/\n{2,}/g, '\n').trim();
}

function simplify(root: Element, address: string): void {
	const replace = (selector: string, make: (node: Element) => ElementContent[]) => {
		const found = new Set(selectAll(selector, root));
		visit(root, 'element', (node, index, parent) => {
			if (!found.has(node) || index === undefined || !parent) return undefined;
			const made = make(node);
			parent.children.splice(index, 1, ...made);
			return [SKIP, index + made.length];
		});
	};
	replace('figure.diagram', () => [h('p', h('em', 'The page shows a diagram here.'))]);
	replace('.katex-display', (node) => [h('p', `\\[${tex(node)}\\]`)]);
	replace('.katex', (node) => [{ type: 'text', value: `\\(${tex(node)}\\)` }]);
	replace('.expressive-code', (node) => selectAll('pre', node).map((pre) => h('pre', h('code', selectAll('.ec-line', pre).map((line) => toText(line, { whitespace: 'pre' }).replace(/\n$/, '')).join('\n')))));
	replace(DROPPED, () => []);
	// What is left of the site's own elements gives way to what it holds.
	visit(root, 'element', (node, index, parent) => {
		if (node === root || index === undefined || !parent) return undefined;
		if (!KEPT.has(node.tagName)) {
			parent.children.splice(index, 1, ...node.children);
			return index;
		}
		const href = node.tagName === 'a' ? String(node.properties['href'] ?? '') : '';
		node.properties = href ? { href: new URL(href, address).href } : {};
		return undefined;
	});
}

const tex = (node: Element): string => {
	const source = select('annotation[encoding="application/x-tex"]', node);
	return source ? toString(source) : toString(node);
};
