/** Reads the rows of a table, whichever way its columns are drawn. */
import type { SourceLine } from '../model.ts';
import { alignedRows, tabRows } from './columns.ts';
import { gridRows, isGridBorder } from './grids.ts';
import { isBlank, readRow, separatorOf, splitRow, type Align, type Row, type Shape } from './rows.ts';
import { rejoinSurplus } from './surplus.ts';

export interface TableRow {
	line: number;
	cells: string[];
}

export interface TableText {
	columns: number;
	/** Rows above the separator; nothing where there is no separator. */
	header?: TableRow[];
	/** Without separators; header rows repeated in the middle are still in it. */
	rows: TableRow[];
	align: Align[];
	/** Lines of rows that do not come out even. */
	broken: number[];
	/** Lines of rows put together from several lines, by a guess in `guessed`; of rows whose cells held pipes; of rows parted in two. */
	joined: number[];
	guessed: number[];
	rejoined: number[];
	parted: number[];
	/** Lines of rows with fewer cells than there are columns. */
	short: number[];
}

const plain = (columns: number, rows: TableRow[]): TableText => ({
	columns,
	rows,
	align: Array.from({ length: columns }, () => null),
	broken: rows.filter(({ cells }) => cells.length > columns).map(({ line }) => line),
	joined: [],
	guessed: [],
	rejoined: [],
	parted: [],
	short: rows.filter(({ cells }) => cells.length < columns).map(({ line }) => line),
});

/** Whether all rows are broken at a border, each part with a pipe before it: short lines that make whole rows two by two. */
const brokenAtBorders = (lines: SourceLine[], shape: Shape): boolean => {
	const counts = lines.filter(({ text }) => !isBlank(text) && !separatorOf(text) && splitRow(text).opens).map(({ text }) => splitRow(text).cells.length);
	const short = counts.filter((count) => count < shape.columns).length;
	return short > 1 && counts.length % 2 === 0 && counts.every((count, index) => count + counts[index % 2 === 0 ? index + 1 : index - 1]! === shape.columns);
};

/** Several rows that stand on one line, an empty cell between two of them. */
const rowsOnLine = (row: Row, columns: number): string[][] | undefined => {
	const { cells } = row;
	if (cells.length < 2 * columns + 1 || (cells.length + 1) % (columns + 1) !== 0) return undefined;
	const rows: string[][] = [];
	for (let at = 0; at < cells.length; at += columns + 1) {
		if (at > 0 && cells[at - 1] !== '') return undefined;
		rows.push(cells.slice(at, at + columns));
	}
	return rows;
};

const unescapePipes = (cell: string): string => cell.replaceAll('\\|', '|');

const columnsOf = (lines: SourceLine[]): number => {
	const counts = new Map<number, number>();
	for (const { text } of lines) {
		const count = splitRow(text).cells.length;
		counts.set(count, (counts.get(count) ?? 0) + 1);
	}
	let [best, most] = [0, 0];
	for (const [count, times] of counts) if (times > most) [best, most] = [count, times];
	return best;
};

const readPipes = (lines: SourceLine[]): TableText => {
	const separator = lines.findIndex(({ text }) => separatorOf(text) !== undefined);
	const align = separator < 0 ? undefined : separatorOf(lines[separator]!.text);
	const columns = align?.length ?? columnsOf(lines);
	const model = splitRow(lines[Math.max(separator, 0)]!.text);
	const shape: Shape = { columns, opens: model.opens, closes: model.closes };
	const result: TableText = { ...plain(columns, []), ...(align && { align, header: [] }) };
	const inPairs = brokenAtBorders(lines.slice(separator + 1), shape);
	let at = 0;
	while (at < lines.length) {
		const { text, number } = lines[at]!;
		if (isBlank(text) || separatorOf(text)) {
			at += 1;
			continue;
		}
		const row = readRow(lines, at, shape, inPairs || !splitRow(text).opens || at < separator);
		const rejoined = rejoinSurplus(row, columns);
		const several = rejoined ? undefined : rowsOnLine(row, columns);
		const cells = several ?? [rejoined ?? row.cells];
		if (row.lines.length > 1) (inPairs ? result.guessed : result.joined).push(number);
		if (several) result.parted.push(number);
		else if (!rejoined) result.broken.push(number);
		else if (row.cells.length < columns) result.short.push(number);
		else if (rejoined.length !== row.cells.length && row.cells.slice(columns).some(Boolean)) result.rejoined.push(number);
		const target = at < separator ? result.header! : result.rows;
		for (const each of cells) target.push({ line: number, cells: each.map(unescapePipes) });
		at += row.lines.length;
	}
	return result;
};

const widest = (rows: TableRow[]): number => rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);

const MOST_ALIGNED = 2000;

/**
 * Parts the lines of a table into rows. Certain with a separator row; without one, the number of cells that most rows have is the number
 * of columns. `broken` names the lines that do not fit.
 */
export const readTable = (lines: SourceLine[]): TableText => {
	const filled = lines.filter(({ text }) => !isBlank(text));
	if (filled.some(({ text }) => isGridBorder(text))) {
		const rows = gridRows(filled);
		const second = filled.slice(1).find(({ text }) => isGridBorder(text));
		const first = rows[0];
		const hasHeader = first !== undefined && second !== undefined && rows.length > 1;
		const columns = first?.cells.length ?? 0;
		const broken = filled.filter(({ text }) => !isGridBorder(text) && splitRow(text).cells.length !== columns).map(({ number }) => number);
		return { ...plain(columns, hasHeader ? rows.slice(1) : rows), broken, ...(hasHeader && { header: [first] }) };
	}
	if (filled.some(({ text }) => separatorOf(text))) return readPipes(filled);
	const count = (sign: string): number => filled.filter(({ text }) => text.trim().includes(sign)).length;
	if (count('\t') > filled.length / 2) {
		const rows = tabRows(filled);
		return plain(widest(rows), rows);
	}
	if (count('|') > filled.length / 2) return readPipes(filled);
	if (filled.some(({ text }) => text.length > MOST_ALIGNED)) return plain(0, []);
	const rows = alignedRows(filled);
	return plain(widest(rows), rows);
};
