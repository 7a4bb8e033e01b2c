/** Mermaid diagrams drawn when a page is built: inline SVG that takes its colors from the page. */
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { s } from 'hastscript';
import { drawClasses } from './diagram/class.ts';
import { drawEntities } from './diagram/er.ts';
import { drawGraph } from './diagram/graph-drawing.ts';
import { readFlowchart } from './diagram/flowchart.ts';
import { readSource, type DiagramKind, type DiagramSource } from './diagram/source.ts';
import { readSequence } from './diagram/sequence.ts';
import { drawSequence } from './diagram/sequence-drawing.ts';
import { readState } from './diagram/state.ts';
import type { Drawing } from './diagram/svg.ts';
import { readChart } from './diagram/xychart.ts';
import { drawChart } from './diagram/xychart-drawing.ts';

export { DiagramError } from './diagram/error.ts';
export type { DiagramKind };

export interface DiagramOptions {
	/** Unique on the page: the ids inside the drawing begin with it. */
	id: string;
}

export interface Diagram {
	kind: DiagramKind;
	/** `accTitle` and `accDescr` of the source. */
	title: string;
	description: string;
	/** Natural size in px; text is 13 px or more at this size. */
	width: number;
	height: number;
	/** The drawing as a tree and as markup. */
	element: Element;
	svg: string;
}

const KINDS: Record<DiagramKind, (source: DiagramSource, id: string) => Drawing> = {
	flowchart: (source, id) => drawGraph(readFlowchart(source), id),
	state: (source, id) => drawGraph(readState(source), id),
	sequence: (source, id) => drawSequence(readSequence(source), id),
	class: drawClasses,
	er: drawEntities,
	xychart: (source) => drawChart(readChart(source)),
};

/**
 * Draws a Mermaid source. Everything in it is either drawn or refused: throws `DiagramError`, with the line, for what is
 * not understood, is not supported or has neither title nor description.
 */
export function renderDiagram(source: string, { id }: DiagramOptions): Diagram {
	const read = readSource(source);
	const { kind, title, description } = read;
	const drawing = KINDS[kind](read, id);
	const [width, height] = [Math.ceil(drawing.width), Math.ceil(drawing.height)];
	const element = s(
		'svg',
		{
			xmlns: 'http://www.w3.org/2000/svg',
			class: 'wm-diagram',
			viewBox: `0 0 ${width} ${height}`,
			width,
			height,
			role: drawing.linked ? 'group' : 'img',
			'aria-labelledby': `${id}-title`,
			'aria-describedby': `${id}-description`,
		},
		s('title', { id: `${id}-title` }, title),
		s('desc', { id: `${id}-description` }, description),
		...drawing.parts,
	);
	return { kind, title, description, width, height, element, svg: toHtml(element, { space: 'svg', closeEmptyElements: true }) };
}
