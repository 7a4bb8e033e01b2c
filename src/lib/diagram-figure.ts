import type { Element } from 'hast';
import { h } from 'hastscript';
import { renderDiagram, type DiagramOptions } from './diagram.ts';

/** A diagram as pages show it: the drawing in a box that scrolls, its source folded below. Throws `DiagramError`. */
export function diagramFigure(source: string, options: DiagramOptions): Element {
	const { element, title } = renderDiagram(source, options);
	return h(
		'figure',
		{ class: 'diagram not-content' },
		h('div', { class: 'diagram-box', tabindex: 0, role: 'group', 'aria-label': `Diagram: ${title}` }, element),
		h(
			'details',
			{ class: 'diagram-source', 'data-pagefind-ignore': 'all' },
			h('summary', 'Diagram source'),
			// The line break after `code` keeps Expressive Code away, which takes every `pre` that holds `code` alone.
			h('pre', h('code', { class: 'language-mermaid' }, source), '\n'),
		),
	);
}
