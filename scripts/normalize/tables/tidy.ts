/** What is done with a table's rows once they are read: the header, repeated headers, cells that continue the row above. */
import { lettersOf, type Furniture, type Note } from '../model.ts';
import type { TableRow } from './read.ts';
import { headsNumbers, readsAsHeader } from './wording.ts';

const note = (line: number, kind: Note['kind'], what: string, reason: string, confidence?: number): Note => ({
	stage: 'tables', line, kind, what, reason, ...(confidence !== undefined && { confidence }),
});

const sameText = (a: string, b: string): boolean => lettersOf(a).toLowerCase() === lettersOf(b).toLowerCase();

/** Letters differ in one place at most: what a wrong reading of a scan leaves. */
const nearlySame = (a: string, b: string): boolean => {
	const [x, y] = [lettersOf(a), lettersOf(b)];
	if (x.length !== y.length || x.length < 4) return x === y;
	let differences = 0;
	for (let index = 0; index < x.length && differences < 2; index++) if (x[index] !== y[index]) differences += 1;
	return differences < 2;
};

/** Columns of several header lines become one header: words above one another are joined. */
export const joinHeader = (rows: TableRow[], columns: number): string[] =>
	Array.from({ length: columns }, (_, column) => rows.map(({ cells }) => cells[column] ?? '').filter(Boolean).join(' '));

/** The header of rows that no separator parts from one: certain where words stand over numbers alone, guessed by its wording, else empty. */
export const chooseHeader = (rows: TableRow[], columns: number): { header: string[]; rows: TableRow[]; notes: Note[] } => {
	const [first, ...rest] = rows;
	if (!first) return { header: Array.from({ length: columns }, () => ''), rows, notes: [] };
	const cells = Array.from({ length: columns }, (_, column) => first.cells[column] ?? '');
	if (headsNumbers(cells, rest.map((row) => row.cells))) return { header: cells, rows: rest, notes: [] };
	if (rest.length > 0 && readsAsHeader(cells)) {
		return { header: cells, rows: rest, notes: [note(first.line, 'uncertain', 'table header guessed', 'the first row reads as one', 0.75)] };
	}
	const empty = Array.from({ length: columns }, () => '');
	return { header: empty, rows, notes: [note(first.line, 'uncertain', 'table without a header', 'no row reads as one', 0.5)] };
};

/** Takes out rows that repeat the header: certain where all letters are the same; right below it, one letter of a cell may be misread. */
export const removeRepeatedHeaders = (header: string[], rows: TableRow[]): { rows: TableRow[]; notes: Note[]; furniture: Furniture[] } => {
	const notes: Note[] = [];
	const furniture: Furniture[] = [];
	const filled = header.filter(Boolean).length;
	const kept = rows.filter(({ line, cells }, index) => {
		if (filled < 2) return true;
		const same = cells.every((cell, column) => sameText(cell, header[column] ?? ''));
		const near = !same && index === 0 && cells.filter(Boolean).length > 1
			&& cells.every((cell, column) => cell === '' || nearlySame(cell, header[column] ?? ''));
		if (!same && !near) return true;
		furniture.push({ line, text: cells.join(' '), reason: 'repeated header of a table' });
		notes.push(same ? note(line, 'repaired', 'repeated table header removed', cells.join(' | '))
			: note(line, 'uncertain', 'repeated table header removed', `one letter differs: ${cells.join(' | ')}`, 0.7));
		return false;
	});
	return { rows: kept, notes, furniture };
};

const OPEN_END = /(?:[,(–—-]|\b(?:and|or|the|of|to|with|a|an|in|for|by|on|from|is|are|not|per|than))$/i;

/** Whether the row's filled cells read as the rest of the cells above. */
const continues = (cells: string[], above: string[]): boolean => {
	if (cells[0] !== '' || !cells.some(Boolean)) return false;
	const filled = cells.map((cell, column) => ({ cell, before: above[column] ?? '' })).filter(({ cell }) => cell);
	const lower = filled.every(({ cell, before }) => before !== '' && /^[\p{Ll}\p{N}(]/u.test(cell));
	const open = filled.some(({ before }) => OPEN_END.test(before));
	return lower && (open || filled.length < cells.length - 1);
};

/**
 * Rows with an empty first cell whose other cells go on with the row above are joined to it, where that holds for every row with an empty
 * first cell. Where it holds for some alone, all stay and a note says so.
 */
export const joinContinuations = (rows: TableRow[]): { rows: TableRow[]; notes: Note[] } => {
	const candidates = rows.filter(({ cells }, index) => index > 0 && cells.length > 1 && cells[0] === '');
	if (candidates.length === 0) return { rows, notes: [] };
	const joined: TableRow[] = [];
	let fitting = 0;
	rows.forEach((row, index) => {
		const above = joined.at(-1);
		if (index > 0 && above && continues(row.cells, above.cells)) {
			fitting += 1;
			above.cells = above.cells.map((cell, column) => [cell, row.cells[column] ?? ''].filter(Boolean).join(' '));
		} else joined.push({ line: row.line, cells: [...row.cells] });
	});
	if (fitting === 0) return { rows, notes: [] };
	const line = candidates[0]!.line;
	if (fitting < candidates.length) {
		return { rows, notes: [note(line, 'uncertain', 'table cells may continue the row above', `${fitting} of ${candidates.length} rows`, 0.5)] };
	}
	return { rows: joined, notes: [note(line, 'repaired', 'table cells joined to the row above', `${fitting} rows`)] };
};

/** Rows that may be wrong though they come out even: a row that begins with the row above it, a row that is there twice in a row. */
export const doubtfulRows = (rows: TableRow[]): Note[] =>
	rows.flatMap(({ line, cells }, index) => {
		const above = rows[index - 1]?.cells;
		if (!above || !cells[0]) return [];
		if (cells.every((cell, column) => cell === above[column])) return [note(line, 'uncertain', 'table row is there twice', cells.join(' | '), 0.5)];
		const grown = cells.filter((cell, column) => above[column] && cell.startsWith(`${above[column]} `)).length;
		return grown > 1 ? [note(line, 'uncertain', 'table row holds the row above', cells.join(' | '), 0.5)] : [];
	});
