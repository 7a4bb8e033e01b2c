/** Reads flows: chains of arrows, lines that go down, texts that belong together by their columns. */
import type { SourceLine } from '../model.ts';
import { expandTabs, readRow, spansOf, type Row, type Span } from './arrows.ts';
import { type Cell, ownerOf, wholeOf, within } from './columns.ts';
import { readRails, UNDERLINE, type Rails } from './rails.ts';
import { doubt, emptySketch, labelOf, type Heads, type Sketch, uncertain } from './sketch.ts';

/** Nodes beside each other: a row and the rows of text below that go on with it. */
interface Band {
	cells: Cell[];
	/** Arrows of its row, by their first column, and the node each comes from. */
	origins: { column: number; node: number }[];
	lastRow: number;
	chain: boolean;
}

/** A line that goes down and has not yet come to a node. */
interface Rail {
	column: number;
	from: number;
	heads: Heads;
	label: string;
}

interface State {
	sketch: Sketch;
	bands: Band[];
	rails: Rail[];
	/** No line is indented and nothing is parted by wide gaps: what stands below what cannot be seen. */
	flat: boolean;
}

function addNode({ sketch }: State, text: string, line: number): number {
	const group = sketch.groups.length > 0 ? { group: sketch.groups.length - 1 } : {};
	return sketch.nodes.push({ label: [labelOf(text)], line, ...group }) - 1;
}

/** The node above a column, in the nearest row that has one there. */
function nodeAbove(state: State, column: number): number | undefined {
	const last = state.bands.at(-1);
	if (last?.cells.length === 1) return last.cells[0]!.node;
	for (let at = state.bands.length - 1; at >= 0; at--) {
		const cell = state.bands[at]!.cells.find((one) => within(one, column));
		if (cell) return cell.node;
	}
	return undefined;
}

/** The node that an arrow at the start of a line comes from: that of an arrow above at the same column, or the one it stands below. */
function originOf(state: State, column: number): number | undefined {
	const rail = state.rails.find((one) => Math.abs(one.column - column) <= 1);
	if (rail) return rail.from;
	for (let at = state.bands.length - 1; at >= 0; at--) {
		const { origins } = state.bands[at]!;
		const origin = origins.find((one) => Math.abs(one.column - column) <= 2);
		if (origin) return origin.node;
	}
	return nodeAbove(state, column);
}

/** `|`, `v`: begins lines that go down, or goes on with them. */
function readRailRow(state: State, { marks }: Rails, line: number): void {
	const { sketch, rails } = state;
	if (rails.length > 0) {
		const inOrder = marks.length === rails.length;
		for (const [at, mark] of marks.entries()) {
			const rail = inOrder ? rails[at] : rails.find(({ column }) => Math.abs(column - mark.column) <= 1);
			if (!rail) return doubt(sketch, line, 'a line that goes down begins nowhere');
			rail.column = mark.column;
			rail.label = [rail.label, mark.label].filter(Boolean).join(' ');
			if (mark.heads !== 'none') rail.heads = rail.heads === 'none' || rail.heads === mark.heads ? mark.heads : 'both';
		}
		return;
	}
	const above = state.bands.at(-1)?.cells ?? [];
	const inOrder = above.length === marks.length;
	if (state.flat && above.length > 1 && !inOrder) return doubt(sketch, line, 'columns are lost: what the line goes down from cannot be seen');
	for (const [at, { column, heads, label }] of marks.entries()) {
		const from = inOrder ? above[at]!.node : nodeAbove(state, column);
		if (from === undefined) return doubt(sketch, line, 'a line that goes down begins nowhere');
		rails.push({ column, from, heads, label });
	}
	if (state.flat && above.length > 1) {
		const reason = 'As many lines go down as nodes stand above: linked in their order.';
		sketch.notes.push(uncertain(line, 'columns of a drawing guessed', reason, 0.8));
	}
}

/** Ends the open lines at the nodes of a new row. */
function landRails(state: State, cells: Cell[], line: number): void {
	const { sketch, rails } = state;
	const inOrder = rails.length === cells.length;
	if (state.flat && cells.length > 1 && !inOrder) return doubt(sketch, line, 'columns are lost: what the line goes down to cannot be seen');
	for (const [at, { column, from, heads, label }] of rails.entries()) {
		const to = inOrder ? cells[at] : cells.length === 1 ? cells[0] : cells.find((cell) => within(cell, column));
		if (!to) return doubt(sketch, line, 'a line that goes down ends nowhere');
		sketch.links.push({ from, to: to.node, heads, label });
	}
	state.rails = [];
}

/** `Task 1 → file Task 2 → file`: the word that begins the line begins again within a later text. */
function besideEachOther(between: Span[]): boolean {
	const word = /^\p{Lu}[\p{L}\p{N}]*(?=\s)/u.exec(between[0]?.text ?? '')?.[0];
	return word !== undefined && between.slice(1, -1).some(({ text }) => text.includes(` ${word} `));
}

function readChainRow(state: State, { arrows, between }: Row, row: number, line: number): void {
	const { sketch } = state;
	const band: Band = { cells: [], origins: [], lastRow: row, chain: true };
	const ends = between.map((span) => {
		const parts = span.text ? spansOf(span.text, 4) : [];
		const cells = parts.map(({ text, start, end }) => ({ node: addNode(state, text, line), start: span.start + start, end: span.start + end }));
		band.cells.push(...cells);
		return { first: cells[0]?.node, last: cells.at(-1)?.node };
	});
	for (const [at, { start, heads, label }] of arrows.entries()) {
		const from = ends[at]!.last ?? (at === 0 ? originOf(state, start) : undefined);
		const to = ends[at + 1]!.first;
		if (from === undefined || to === undefined) return doubt(sketch, line, from === undefined ? 'an arrow begins nowhere' : 'an arrow ends nowhere');
		if (ends[at]!.last === undefined && state.flat && (state.bands.at(-1)?.cells.length ?? 0) > 1) {
			return doubt(sketch, line, 'columns are lost: where the arrow begins cannot be seen');
		}
		sketch.links.push({ from, to, heads, label });
		band.origins.push({ column: start, node: from });
	}
	if (state.flat && besideEachOther(between)) return doubt(sketch, line, 'columns are lost: two chains may stand beside each other');
	const branches = ends[0]!.last === undefined;
	if (branches) state.rails = state.rails.filter(({ column }) => Math.abs(column - arrows[0]!.start) > 1);
	state.bands.push(band);
	if (state.rails.length > 0 && !branches) landRails(state, band.cells, line);
}

/** Words that go on with the labels of the row above; else nodes of their own. */
function readTextRow(state: State, text: string, row: number, line: number): void {
	const { sketch, rails } = state;
	let spans = spansOf(text);
	if (rails.length > 0) {
		const words = spansOf(text, 1);
		if (spans.length !== rails.length) spans = rails.length === 1 ? [wholeOf(text)] : words.length === rails.length ? words : spans;
		const cells = spans.map((span) => ({ node: addNode(state, span.text, line), start: span.start, end: span.end }));
		state.bands.push({ cells, origins: [], lastRow: row, chain: false });
		return landRails(state, cells, line);
	}
	const band = state.bands.at(-1);
	if (!band || band.lastRow !== row - 1) {
		const cells = spans.map((span) => ({ node: addNode(state, span.text, line), start: span.start, end: span.end }));
		state.bands.push({ cells, origins: [], lastRow: row, chain: false });
		return;
	}
	band.lastRow = row;
	for (const span of band.cells.length === 1 ? [wholeOf(text)] : spans) {
		const owner = band.cells.length === 1 ? band.cells[0]! : ownerOf(band.cells, span);
		if (!owner) return doubt(sketch, line, 'words stand below no node');
		const { label } = sketch.nodes[owner.node]!;
		const more = labelOf(span.text);
		if (more === span.text) label[label.length - 1] += ` ${more}`;
		else {
			label.push(more);
			if (label.length === 2) sketch.notes.push(uncertain(line, 'boxes below each other taken for one node', more.slice(0, 80), 0.7));
		}
		owner.end = Math.max(owner.end, span.end);
	}
}

/** A line of dashes below a text: the title of what follows. */
function takeTitle({ sketch, bands }: State, row: number): boolean {
	const band = bands.at(-1);
	const last = sketch.nodes.length - 1;
	if (band?.cells.length !== 1 || band.lastRow !== row - 1 || band.cells[0]!.node !== last) return false;
	if (sketch.links.some(({ from, to }) => from === last || to === last)) return false;
	bands.length = 0;
	sketch.groups.push(sketch.nodes.pop()!.label.join(' '));
	return true;
}

/**
 * Reads a flow. What is certain: every text becomes a node, a part of one or the label of a link. What belongs together by columns is
 * as certain as the columns; a drawing that has lost them is left with a `doubt`.
 */
export function readFlow(lines: SourceLine[]): Sketch {
	const texts = lines.map(({ text }) => expandTabs(text).trimEnd());
	const flat = !texts.some((text) => /^\s|\S {2,}\S/.test(text));
	const state: State = { sketch: emptySketch('flow', 'TD'), bands: [], rails: [], flat };
	const { sketch } = state;
	for (const [row, text] of texts.entries()) {
		const { number } = lines[row]!;
		if (text === '' || sketch.doubt) continue;
		if (UNDERLINE.test(text) && takeTitle(state, row)) continue;
		const rails = readRails(text, state.rails.map(({ column }) => column));
		const chain = rails ? undefined : readRow(text.replace(/^(\s*)[├└╰+|`\\](?=[-─═]+[>►▶])/, '$1─').replace(/^`(.*)`$/, ' $1 '));
		if (rails) readRailRow(state, rails, number);
		else if (chain && chain.arrows.length > 0) readChainRow(state, chain, row, number);
		else readTextRow(state, text, row, number);
	}
	if (state.rails.length > 0) doubt(sketch, lines.at(-1)!.number, 'a line that goes down ends nowhere');
	if (state.bands.some(({ chain, cells }) => chain && cells.length > 1)) sketch.direction = 'LR';
	return sketch;
}
