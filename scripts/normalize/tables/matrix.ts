/** Tables that lost their borders: a row of names, below it rows of a name and a mark for each of them. */
import type { SourceLine } from '../model.ts';
import type { TableSpan } from './pipes.ts';

const NAME = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;
/** Names that no sentence has: with an underline or a dot inside. */
const IDENTIFIER = /[\p{L}\p{N}][_.][\p{L}\p{N}]/u;
const MARK = /^(?:[XxYN✓✔✗✘✅❌•○●]|yes|no|Yes|No|[-–—]|[01])$/u;
const MOST_COLUMNS = 30;
const LONGEST = 1000;

const cellsOf = (text: string): string[] => (text.length > LONGEST ? [] : text.trim().split(/\s+/u));

/** How many columns of marks the names of a line head; 0 when it is no header. */
const headerOf = (text: string): number => {
	const cells = cellsOf(text);
	const fits = cells.length >= 2 && cells.length <= MOST_COLUMNS && cells.every((cell) => NAME.test(cell) && !MARK.test(cell));
	return fits && cells.filter((cell) => IDENTIFIER.test(cell)).length * 2 >= cells.length ? cells.length : 0;
};

const isRow = (text: string, columns: number): boolean => {
	const [name = '', ...marks] = cellsOf(text);
	return marks.length === columns && NAME.test(name) && marks.every((mark) => MARK.test(mark));
};

/** Blocks of a header and two or more rows of marks. A guess: nothing but their count says which mark belongs to which name. */
export const findMatrices = (lines: SourceLine[]): TableSpan[] => {
	const found: TableSpan[] = [];
	for (let start = 0; start < lines.length; start++) {
		const columns = headerOf(lines[start]!.text);
		if (columns === 0) continue;
		let end = start + 1;
		while (end < lines.length && isRow(lines[end]!.text, columns)) end += 1;
		if (end < start + 3) continue;
		found.push({ start, end, doubt: { reason: 'names and marks without borders', confidence: 0.7 } });
		start = end - 1;
	}
	return found;
};

/** The lines of a matrix with pipes between their cells; the header's first cell is empty. */
export const withBorders = (lines: SourceLine[]): SourceLine[] => {
	const [header, ...rows] = lines;
	const piped = (line: SourceLine, cells: string[]): SourceLine => ({ ...line, text: `| ${cells.join(' | ')} |` });
	const columns = cellsOf(header!.text).length + 1;
	return [
		piped(header!, ['', ...cellsOf(header!.text)]),
		{ number: header!.number, text: `|${'---|'.repeat(columns)}` },
		...rows.map((row) => piped(row, cellsOf(row.text))),
	];
};
