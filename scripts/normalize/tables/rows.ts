/** Rows of tables drawn with pipes: how a line parts into cells, and how a row broken over lines is put together again. */
import type { SourceLine } from '../model.ts';

export type Align = 'left' | 'right' | 'center' | null;

/** One line parted at its pipes. */
interface RowText {
	/** Trimmed, escapes as they stood. */
	cells: string[];
	/** Whether a pipe stands before the first cell, and after the last one. */
	opens: boolean;
	closes: boolean;
	/** For each border between two cells: whether white space (or the line's end) is on both of its sides. */
	loose: boolean[];
	/** The borders between cells as they stood, with their white space. */
	gaps: string[];
}

/** How the rows of a table look. */
export interface Shape {
	columns: number;
	opens: boolean;
	closes: boolean;
}

/** One row, put together from one or more lines. */
export interface Row {
	lines: SourceLine[];
	cells: string[];
	loose: boolean[];
	gaps: string[];
	/** Whether it has as many cells as the table has columns. */
	whole: boolean;
}

/** A row is rarely broken into more lines; a bound keeps the search short where a row never ends. */
const MOST_LINES = 8;

/** A border is a few hundred characters at most; only such lines are looked at as separators. */
const MOST_SEPARATOR = 20_000;

/** Longer lines are no rows: parting them would cost more memory than they are worth. */
const LONGEST_ROW = 1_000_000;

const BLANK = /^\s*$/;

/** Whether a line holds nothing but white space. */
export const isBlank = (text: string): boolean => BLANK.test(text);

/** Columns a line is indented by; a tab goes to the next multiple of four. */
export const indentOf = (text: string): number => {
	let columns = 0;
	for (const char of text) {
		if (char === '\t') columns += 4 - (columns % 4);
		else if (char === ' ') columns += 1;
		else break;
	}
	return columns;
};

/** Where code spans in backticks end, by where they begin: a span needs a closing run of the same length. */
const codeSpans = (text: string): Map<number, number> => {
	const runs = [...text.matchAll(/`+/g)].map((match) => ({ at: match.index, length: match[0].length }));
	const lastOfLength = new Map(runs.map((run) => [run.length, run.at]));
	const spans = new Map<number, number>();
	for (let index = 0; index < runs.length; index++) {
		const open = runs[index]!;
		if (lastOfLength.get(open.length)! <= open.at) continue;
		let close = index + 1;
		while (runs[close]!.length !== open.length) close++;
		spans.set(open.at, runs[close]!.at + open.length);
		index = close;
	}
	return spans;
};

const isSpaceAt = (text: string, index: number): boolean => index < 0 || index >= text.length || /\s/.test(text[index]!);

/** Where the pipes of a line are that may be borders: none that is escaped or, if wanted so, stands in a code span. */
const borders = (text: string, keepCode: boolean): number[] => {
	const spans = keepCode ? codeSpans(text) : new Map<number, number>();
	const found: number[] = [];
	for (let index = 0; index < text.length; index++) {
		const char = text[index];
		if (char === '\\') index += 1;
		else if (char === '`') index = (spans.get(index) ?? index + 1) - 1;
		else if (char === '|') found.push(index);
	}
	return found;
};

/** Parts a line at its pipes. Certain but for pipes in code spans, which are content unless `keepCode` is false. */
export const splitRow = (line: string, keepCode = true): RowText => {
	const text = line.trim();
	if (text.length > LONGEST_ROW) return { cells: [text], opens: false, closes: false, loose: [], gaps: [] };
	const at = borders(text, keepCode);
	const opens = at[0] === 0;
	const closes = at.length > 0 && at[at.length - 1] === text.length - 1 && (at.length > 1 || !opens);
	const inner = at.slice(opens ? 1 : 0, closes ? -1 : undefined);
	const starts = [opens ? 1 : 0, ...inner.map((index) => index + 1)];
	const ends = [...inner, closes ? text.length - 1 : text.length];
	const raw = starts.map((start, index) => text.slice(start, ends[index]));
	return {
		cells: raw.map((cell) => cell.trim()),
		opens,
		closes,
		// White space of an empty cell belongs to the border before it.
		gaps: inner.map((_, index) => {
			const [before, after] = [raw[index]!, raw[index + 1]!];
			return `${before.trim() || index === 0 ? before.slice(before.trimEnd().length) : ''}|${after.slice(0, after.length - after.trimStart().length)}`;
		}),
		loose: inner.map((index) => isSpaceAt(text, index - 1) && isSpaceAt(text, index + 1)),
	};
};

/** A line parted into `columns` cells: where pipes in code spans have to be borders to get there, they are. */
const splitRowInto = (line: string, columns: number): RowText => {
	const row = splitRow(line);
	if (row.cells.length >= columns || !line.includes('`')) return row;
	const parted = splitRow(line, false);
	return parted.cells.length === columns ? parted : row;
};

const alignOf = (cell: string): Align => {
	const [left, right] = [cell.startsWith(':'), cell.endsWith(':')];
	return left && right ? 'center' : right ? 'right' : left ? 'left' : null;
};

/**
 * The alignments that a separator row (`|---|:--:|`, `--- | ---`, `----+----`) gives, or nothing if the line is none.
 * Dashes that became typographic ones are read as well. One column needs both outer pipes.
 */
export const separatorOf = (line: string): Align[] | undefined => {
	if (line.length > MOST_SEPARATOR || !/^[\s|+:\-–—−]+$/.test(line) || !/[|+]/.test(line)) return undefined;
	const text = line.trim();
	if (text.startsWith('+')) return undefined;
	const row = splitRow(text.replaceAll('+', '|'));
	if (!row.cells.every((cell) => /^:?[-–—−]+:?$/.test(cell))) return undefined;
	if (row.cells.length < 2 && !(row.opens && row.closes)) return undefined;
	// `- | -` is a pair of list marks or empty values as likely as a border.
	return row.cells.some((cell) => cell.length > 1) || row.opens ? row.cells.map(alignOf) : undefined;
};

const isWhole = (cells: string[], closes: boolean, shape: Shape): boolean =>
	cells.length > shape.columns || (cells.length === shape.columns && (closes || !shape.closes));

const glue = (before: string, after: string): string => (before && after ? `${before} ${after}` : before || after);

/**
 * Reads the row that begins at `at`. A row with too few cells goes on in the next lines, as long as these bring no more cells than are
 * missing; a line that begins with a pipe is joined only where `joinOpening` says so. Where no lines complete it, the row is its first line.
 */
export const readRow = (lines: SourceLine[], at: number, shape: Shape, joinOpening: boolean): Row => {
	const first = splitRowInto(lines[at]!.text, shape.columns);
	const alone: Row = { lines: [lines[at]!], cells: first.cells, loose: first.loose, gaps: first.gaps, whole: first.cells.length >= shape.columns };
	let { cells, closes, loose, gaps } = first;
	let next = at + 1;
	while (!isWhole(cells, closes, shape)) {
		const line = lines[next];
		if (line === undefined || next - at >= MOST_LINES || isBlank(line.text) || separatorOf(line.text)) return alone;
		const part = splitRow(line.text);
		if (part.opens && (!joinOpening || part.cells.length >= shape.columns || separatorOf(lines[next + 1]?.text ?? ''))) return alone;
		const fresh = closes || part.opens;
		const total = cells.length + part.cells.length - (fresh ? 0 : 1);
		if (total > shape.columns) return alone;
		cells = fresh ? [...cells, ...part.cells] : [...cells.slice(0, -1), glue(cells.at(-1)!, part.cells[0]!), ...part.cells.slice(1)];
		loose = [...loose, ...(fresh ? [true] : []), ...part.loose];
		gaps = [...gaps, ...(fresh ? [' | '] : []), ...part.gaps];
		closes = part.closes;
		next += 1;
	}
	return { lines: lines.slice(at, next), cells, loose, gaps, whole: true };
};
