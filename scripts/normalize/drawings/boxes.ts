/** Reads boxes drawn with `+---+` or `┌──┐`: beside each other, below each other, and one box parted into layers. */
import type { SourceLine } from '../model.ts';
import { expandTabs, findArrows } from './arrows.ts';
import { readRails } from './rails.ts';
import { doubt, emptySketch, labelOf, type Heads, type Sketch, uncertain } from './sketch.ts';

const EDGE = '-─━═┬┴┼╦╩╤╧▼';
const BORDER_PART = new RegExp(`[+┌└╔╚╭╰├╠┏┗](?:[${EDGE}]{2,})[+┐┘╗╝╮╯┤╣┓┛]`, 'g');
const GRID = /\+-{2,}\+-{2,}\+|[┌╔╭┏][─━═]+[┬╦┳]/;
const BARS = /[|│┃║]/g;

/** Whether a line is the top, the bottom or a divider of boxes, with nothing but arrows and white space between them. */
export const isBorder = (text: string): boolean => text.length <= 1000 && bordersOf(text).length > 0;

/** A border whose columns touch: a table or a layout of bytes. */
export const isGrid = (text: string): boolean => text.length <= 1000 && GRID.test(text);

interface Border {
	start: number;
	end: number;
	divider: boolean;
}

function bordersOf(text: string): Border[] {
	if (!/[+┌└╔╚╭╰├╠┏┗]/.test(text)) return [];
	const found = [...text.matchAll(BORDER_PART)].map(({ 0: part, index }) => ({ start: index, end: index + part.length, divider: /^[├╠]/.test(part) }));
	const rest = text.replace(BORDER_PART, ' ');
	return /[|│┃║┌└]/.test(rest) ? [] : found;
}

/** Boxes beside each other. */
interface Band {
	nodes: number[];
	borders: Border[];
	gaps: { labels: string[]; heads: Set<Heads> }[];
	/** Remarks to the right of a single box. */
	beside: string[];
	open: boolean;
}

/** What stands between two boxes: an arrow, a label or both. */
function readGap(gap: Band['gaps'][number], text: string): void {
	const arrows = findArrows(text.trim());
	for (const { heads, label } of arrows) {
		gap.heads.add(heads);
		if (label) gap.labels.push(label);
	}
	if (arrows.length === 0 && /^\s*[-─═]{2,}\s*$/.test(text)) gap.heads.add('none');
	else if (arrows.length === 0 && text.trim()) gap.labels.push(text.trim());
}

function openBand(sketch: Sketch, borders: Border[], line: number): Band {
	const nodes = borders.map(() => sketch.nodes.push({ label: [], line }) - 1);
	return { nodes, borders, gaps: borders.slice(1).map(() => ({ labels: [], heads: new Set<Heads>() })), beside: [], open: true };
}

/** A row inside boxes: two bars for each box. Bars are counted, so a row counts as read even where its white space is lost. */
function readContent(sketch: Sketch, band: Band, text: string, line: number): void {
	const bars = [...text.matchAll(BARS)].map(({ index }) => index);
	if (bars.length !== 2 * band.nodes.length || /[┌└╔╚╭╰┏┗]/.test(text)) return doubt(sketch, line, 'boxes inside boxes, or a bar within a text');
	const outer = [text.slice(0, bars[0]), text.slice(bars.at(-1)! + 1)].map((part) => part.trim());
	if (outer[0] || (outer[1] && band.nodes.length > 1)) return doubt(sketch, line, 'words beside the boxes');
	if (outer[1]) band.beside.push(labelOf(outer[1]));
	for (const [at, node] of band.nodes.entries()) {
		const inside = text.slice(bars[2 * at]! + 1, bars[2 * at + 1]);
		if (inside.trim()) sketch.nodes[node]!.label.push(labelOf(inside));
		if (at > 0) readGap(band.gaps[at - 1]!, text.slice(bars[2 * at - 1]! + 1, bars[2 * at]));
	}
}

/** Remarks follow the text of the box or layer they stand beside. */
function flushBeside(sketch: Sketch, band: Band): void {
	sketch.nodes[band.nodes[0]!]!.label.push(...band.beside);
	band.beside = [];
}

/** Links boxes that stand beside each other with an arrow between them. */
function closeBand(sketch: Sketch, band: Band, line: number): void {
	band.open = false;
	flushBeside(sketch, band);
	for (const [at, { labels, heads }] of band.gaps.entries()) {
		const both = heads.has('both') || (heads.has('start') && heads.has('end'));
		const head: Heads = both ? 'both' : heads.has('end') ? 'end' : heads.has('start') ? 'start' : 'none';
		if (heads.size > 0) sketch.links.push({ from: band.nodes[at]!, to: band.nodes[at + 1]!, heads: head, label: labels.join(' ') });
		if (heads.size > 0) sketch.direction = 'LR';
		else if (labels.length > 0) doubt(sketch, line, 'words between boxes without an arrow');
		if (both && labels.length > 0) sketch.notes.push(uncertain(line, 'label between two arrows', 'Which of the two directions it names cannot be seen.', 0.6));
	}
}

interface Rail {
	column: number;
	heads: Heads;
	label: string;
}

/** Links a row of boxes with the one above it, along the lines that go down between them. */
function linkBands(sketch: Sketch, above: Band, below: Band, rails: Rail[], line: number): void {
	const boxAt = (band: Band, column: number, at: number): number | undefined => {
		if (band.nodes.length === 1) return band.nodes[0];
		if (band.nodes.length === rails.length) return band.nodes[at];
		return band.nodes[band.borders.findIndex(({ start, end }) => column >= start && column < end)];
	};
	for (const [at, { column, heads, label }] of rails.entries()) {
		const [from, to] = [boxAt(above, column, at), boxAt(below, column, at)];
		if (from === undefined || to === undefined) return doubt(sketch, line, 'a line between boxes ends nowhere');
		sketch.links.push({ from, to, heads, label });
	}
}

function readConnector(sketch: Sketch, rails: Rail[], text: string, line: number): void {
	const found = readRails(text, rails.map(({ column }) => column));
	if (!found || (rails.length > 0 && rails.length !== found.marks.length)) return doubt(sketch, line, 'what stands between boxes is not understood');
	if (rails.length === 0) rails.push(...found.marks);
	else {
		for (const [at, mark] of found.marks.entries()) {
			const rail = rails[at]!;
			rail.label = [rail.label, mark.label].filter(Boolean).join(' ');
			if (mark.heads !== 'none') rail.heads = rail.heads === 'none' || rail.heads === mark.heads ? mark.heads : 'both';
		}
	}
}

/** A divider parts a box into layers that lie on each other. */
function addLayer(sketch: Sketch, band: Band, line: number): void {
	flushBeside(sketch, band);
	const node = sketch.nodes.push({ label: [], line }) - 1;
	sketch.links.push({ from: band.nodes[0]!, to: node, heads: 'none', label: '' });
	band.nodes[0] = node;
	sketch.kind = 'layers';
}

/**
 * Reads boxes. What is certain: the text in each box, and arrows between boxes. Layers of one box are drawn below each other, which is
 * noted; boxes within boxes, tables and words outside leave a `doubt`.
 */
export function readBoxes(lines: SourceLine[]): Sketch {
	const sketch = emptySketch('flow', 'TD');
	let band: Band | undefined;
	let above: Band | undefined;
	let rails: Rail[] = [];
	for (const { text: raw, number } of lines) {
		const text = expandTabs(raw).trimEnd();
		if (sketch.doubt) break;
		if (text === '') continue;
		const borders = bordersOf(text);
		if (isGrid(text)) doubt(sketch, number, 'columns of a table or of a layout');
		else if (borders.length === 0 && band?.open) readContent(sketch, band, text, number);
		else if (borders.length === 0) readConnector(sketch, rails, text, number);
		else if (!band?.open) {
			[above, band] = [band, openBand(sketch, borders, number)];
			if (above && rails.length > 0) linkBands(sketch, above, band, rails, number);
			rails = [];
		} else if (borders.length !== band.borders.length) doubt(sketch, number, 'boxes that end at different heights');
		else if (borders[0]!.divider && borders.length === 1) addLayer(sketch, band, number);
		else closeBand(sketch, band, number);
	}
	if (!sketch.doubt && (band?.open !== false || rails.length > 0)) doubt(sketch, lines.at(-1)!.number, 'a box or a line is not closed');
	if (!sketch.doubt && sketch.nodes.length === 1) doubt(sketch, lines[0]!.number, 'a box alone');
	if (sketch.kind === 'layers') sketch.notes.push(uncertain(lines[0]!.number, 'layers of a box', 'Drawn below each other, linked by lines without heads.', 0.7));
	return sketch;
}
