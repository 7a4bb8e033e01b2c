/** Finds tables drawn with pipes: those with a separator row below their header, and plain rows without one. */
import type { SourceLine } from '../model.ts';
import { indentOf, isBlank, readRow, separatorOf, splitRow, type Shape } from './rows.ts';
import { looksLikeCode, looksLikeDrawing, readsAsHeader } from './wording.ts';

/** Lines `start` to `end` (exclusive) are a table. */
export interface TableSpan {
	start: number;
	end: number;
	/** What makes the guess doubtful; absent where the table is certain. */
	doubt?: { reason: string; confidence: number };
}

/** A header may be broken over this many lines. */
const MOST_HEADER_LINES = 6;

const keyOf = (text: string): string => splitRow(text).cells.join('\u0000').toLowerCase();

/** Where the header of a separator row begins: the lines above it that hold as many cells. `undefined`: there is none. */
const headerStart = (lines: SourceLine[], separator: number, floor: number, columns: number): number | undefined => {
	let cells = 0;
	for (let at = separator - 1; at >= Math.max(floor, separator - MOST_HEADER_LINES); at--) {
		const text = lines[at]!.text;
		if (isBlank(text) || separatorOf(text)) return undefined;
		const row = splitRow(text);
		const above = at > floor ? splitRow(lines[at - 1]!.text) : undefined;
		if (at === separator - 1 && row.cells.length > columns && row.opens) return at;
		cells += row.cells.length;
		if (cells === columns && (row.opens || row.closes || !above?.closes)) return row.cells.length > 1 || row.opens ? at : undefined;
		if (cells > columns) return undefined;
		// A header cell that goes on in the next line has no pipe at its end.
		if (above && !above.closes && above.cells.length > 1) cells -= 1;
	}
	return undefined;
};

/** Further header rows right above: a header of several lines, each with all cells. */
const stackedHeader = (lines: SourceLine[], start: number, floor: number, columns: number): number => {
	let at = start;
	while (at > floor && start - at < 3) {
		const row = splitRow(lines[at - 1]!.text);
		if (!row.opens || !row.closes || row.cells.length !== columns) break;
		at -= 1;
	}
	return at;
};

/** Whether the line can begin a row of the table; a line without a pipe only when the next one, which has, completes it. */
const beginsRow = (lines: SourceLine[], at: number, shape: Shape): boolean => {
	const { text } = lines[at]!;
	const row = splitRow(text);
	if (row.opens) return shape.opens || row.cells.length > 1;
	if (looksLikeCode(text) && row.cells.length !== shape.columns) return false;
	if (row.cells.length > 1 || row.closes) return !shape.closes || row.closes || row.cells.length < shape.columns;
	return shape.opens && text.length <= 80 && !/[.:;!?]\s*$/.test(text) && splitRow(lines[at + 1]?.text ?? '').opens;
};

const bodyEnd = (lines: SourceLine[], start: number, header: string, shape: Shape): number => {
	let at = start;
	let blanks = 0;
	while (at < lines.length) {
		const { text } = lines[at]!;
		if (isBlank(text)) {
			blanks += 1;
			at += 1;
			if (blanks > 3) break;
			continue;
		}
		const repeated = keyOf(text) === header && separatorOf(lines[at + 1]?.text ?? '') !== undefined;
		// Over a gap, only a repeated header goes on with the table.
		if (blanks > 0 && !repeated) break;
		blanks = 0;
		if (repeated) {
			at += 2;
			continue;
		}
		if (separatorOf(text) || separatorOf(lines[at + 1]?.text ?? '')?.length === splitRow(text).cells.length || !beginsRow(lines, at, shape)) break;
		const opens = splitRow(text).opens;
		const row = readRow(lines, at, shape, !opens);
		if (!row.whole && !opens) break;
		at += row.lines.length;
	}
	return at - blanks;
};

/** Tables with a separator row. Certain, but for those that may be what a database client printed (`----+----`). */
export const findSeparatedTables = (lines: SourceLine[]): TableSpan[] => {
	const found: TableSpan[] = [];
	let floor = 0;
	for (let at = 0; at < lines.length; at++) {
		const { text } = lines[at]!;
		const align = separatorOf(text);
		if (!align) continue;
		const columns = align.length;
		const first = headerStart(lines, at, floor, columns);
		const border = splitRow(text);
		if (first === undefined && !(border.opens && splitRow(lines[at + 1]?.text ?? '').cells.length === columns)) continue;
		const start = first === undefined ? at : stackedHeader(lines, first, floor, columns);
		const shape: Shape = { columns, opens: border.opens, closes: border.closes };
		const end = bodyEnd(lines, at + 1, keyOf(lines[at - 1]?.text ?? ''), shape);
		const printed = text.includes('+') && !border.opens;
		if (printed && isOutput(lines, start, end)) continue;
		if (end === at + 1 && columns < 2) continue;
		const doubt = printed ? { reason: 'it may be what a program printed', confidence: 0.6 } : undefined;
		found.push({ start, end, ...(doubt && { doubt }) });
		floor = end;
		at = end - 1;
	}
	return found;
};

/** Whether the lines around say that a program printed the table: a statement or prompt above, a count of rows below. */
export const isOutput = (lines: SourceLine[], start: number, end: number): boolean => {
	let above = start - 1;
	while (above >= 0 && above >= start - 2 && isBlank(lines[above]!.text)) above -= 1;
	const before = above >= 0 && above >= start - 3 ? lines[above]!.text : '';
	const after = `${lines[end]?.text ?? ''}\n${lines[end + 1]?.text ?? ''}`;
	return looksLikeCode(before) || /^\s*(?:\(?\d+ rows?\b|only showing top)/im.test(after.slice(0, 400));
};

const isPlainRow = (text: string): boolean => {
	const row = splitRow(text);
	return row.opens && row.closes && row.cells.length > 1 && !looksLikeDrawing(text) && row.cells.some((cell) => /[\p{L}\p{N}]/u.test(cell));
};

/** `a | b | c`: pipes between words, white space around each. */
const isBareRow = (text: string): boolean => {
	const row = splitRow(text);
	return !row.opens && !row.closes && row.cells.length > 1 && row.loose.every(Boolean) && row.cells.every(Boolean)
		&& !looksLikeCode(text) && !looksLikeDrawing(text) && indentOf(text) < 4;
};

/** Rows without a separator row: at least three alike, or two whose first reads as a header. Always a guess. */
export const findPlainTables = (lines: SourceLine[]): TableSpan[] => {
	const found: TableSpan[] = [];
	for (let at = 0; at < lines.length; at++) {
		const { text } = lines[at]!;
		if (!text.includes('|')) continue;
		const test = isPlainRow(text) ? isPlainRow : isBareRow(text) ? isBareRow : undefined;
		if (!test) continue;
		const { cells } = splitRow(text);
		let end = at + 1;
		while (end < lines.length && test(lines[end]!.text) && splitRow(lines[end]!.text).cells.length === cells.length) end += 1;
		const header = readsAsHeader(cells);
		const enough = test === isPlainRow ? (header ? 2 : 3) : header ? 3 : Infinity;
		const edges = `${lines[at - 1]?.text ?? ''}\n${lines[end]?.text ?? ''}`;
		const boxed = edges.length < MOST_EDGE && /^\s*[+|]?[-=+|]{3,}\s*$/m.test(edges);
		if (end - at >= enough && !boxed) found.push({ start: at, end, doubt: { reason: 'rows without a separator row', confidence: header ? 0.75 : 0.6 } });
		at = end - 1;
	}
	return found;
};

const MOST_EDGE = 2000;
