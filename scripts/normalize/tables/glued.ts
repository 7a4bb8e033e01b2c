/** Lines on which a table's rows stand with something else: prose before the header, prose behind a row, or all rows on one line. */
import type { Note, SourceLine } from '../model.ts';
import { isBlank, separatorOf, splitRow } from './rows.ts';

const DASHES = /^:?-{2,}:?$/;

const rowOf = (cells: string[]): string => `| ${cells.join(' | ')} |`;

/** Rows of a table that stand on one line, or nothing where the cells do not come out even. */
const rowsOnOneLine = (text: string): string[] | undefined => {
	if (!/\|\s*:?-{2,}:?\s*\|/.test(text)) return undefined;
	const { cells, opens, closes } = splitRow(text);
	const first = cells.findIndex((cell) => DASHES.test(cell));
	if (!opens || !closes || first < 1) return undefined;
	let columns = 0;
	while (DASHES.test(cells[first + columns] ?? '')) columns += 1;
	// Between two rows stands an empty cell: `| a | b | | c | d |`.
	if (columns < 2 || first !== columns + 1 || cells[columns] !== '' || (cells.length + 1) % (columns + 1) !== 0) return undefined;
	const rows: string[][] = [];
	for (let at = 0; at < cells.length; at += columns + 1) {
		if (at > 0 && cells[at - 1] !== '') return undefined;
		rows.push(cells.slice(at, at + columns));
	}
	return rows.map(rowOf);
};

/** Where prose ends and a header with outer pipes begins on one line: `…these three:| Name | Use |`. */
const headerGluedAt = (text: string, columns: number): number | undefined => {
	const row = splitRow(text);
	const at = text.indexOf('|');
	const glued = !row.opens && row.closes && row.cells.length === columns + 1 && /[.:!?)]$/.test(text.slice(0, at));
	return glued ? at : undefined;
};

/** Where a row ends and prose begins on one line: `| a | b |The next sentence`. */
const proseGluedAt = (text: string, columns: number): number | undefined => {
	const row = splitRow(text);
	const at = text.lastIndexOf('|') + 1;
	const glued = row.opens && !row.closes && row.cells.length === columns + 1 && /^\p{Lu}/u.test(text.slice(at, at + 2));
	return glued ? at : undefined;
};

/** Parts lines that hold a table's row and something else. Both parts carry the line's number; certain by the count of cells. */
export const partGluedRows = (lines: SourceLine[]): { lines: SourceLine[]; notes: Note[] } => {
	const parted: SourceLine[] = [];
	const notes: Note[] = [];
	const part = (line: SourceLine, texts: string[], reason: string): void => {
		for (const text of texts) parted.push({ number: line.number, text });
		notes.push({ stage: 'tables', line: line.number, kind: 'repaired', what: 'table parted from its line', reason });
	};
	// Columns of the table that the line can belong to.
	let columns = 0;
	lines.forEach((line, index) => {
		const { text } = line;
		const below = text.includes('|') ? separatorOf(lines[index + 1]?.text ?? '') : undefined;
		if (isBlank(text)) columns = 0;
		if (!text.includes('|')) {
			parted.push(line);
			return;
		}
		const own = separatorOf(text);
		if (own) columns = own.length;
		const rows = own ? undefined : rowsOnOneLine(text);
		const before = below && headerGluedAt(text, below.length);
		const after = columns > 1 && !own ? proseGluedAt(text, columns) : undefined;
		if (rows) part(line, rows, 'all rows stood on one line');
		else if (before !== undefined) part(line, [text.slice(0, before), text.slice(before)], 'prose stood before the header');
		else if (after !== undefined) part(line, [text.slice(0, after), text.slice(after)], 'prose stood behind a row');
		else parted.push(line);
	});
	return { lines: parted, notes };
};
