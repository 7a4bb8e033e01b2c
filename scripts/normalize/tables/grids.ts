/** Tables drawn with `+---+` borders, as documentation in plain text has them: found, and parted into rows. */
import type { SourceLine } from '../model.ts';
import { splitRow } from './rows.ts';
import { isOutput, type TableSpan } from './pipes.ts';

const BORDER = /^\s*\+(?:[-=]+\+)+\s*$/;
const ROW = /^\s*[|+].*[|+]\s*$/;

/** Whether the line is a border of a grid: `+----+-----+`. */
export const isGridBorder = (text: string): boolean => text.includes('+-') || text.includes('+=') ? BORDER.test(text) : false;

const contentRows = (lines: SourceLine[]): SourceLine[] => lines.filter(({ text }) => !isGridBorder(text));

/** A table as documentation has it: equal borders, as many cells in every row, and white space between borders and words. */
const readsAsGrid = (lines: SourceLine[]): boolean => {
	const borders = lines.filter(({ text }) => isGridBorder(text)).map(({ text }) => text.replaceAll('=', '-').trim());
	const columns = (borders[0]?.split('+').length ?? 0) - 2;
	const rows = contentRows(lines);
	return borders.length > 2 && borders.every((border) => border === borders[0]) && columns > 1 && rows.length > 1
		&& rows.every(({ text }) => splitRow(text).cells.length === columns && /^\s*\|\s.*\s\|\s*$/.test(text));
};

/**
 * Blocks of lines between `+---+` borders. Those that read as tables are given as `tables` (a guess: programs print the like), the others as
 * `others`: output of a program, a layout of bytes, a drawing. No rows are looked for in these.
 */
export const findGrids = (lines: SourceLine[]): { tables: TableSpan[]; others: TableSpan[] } => {
	const tables: TableSpan[] = [];
	const others: TableSpan[] = [];
	for (let start = 0; start < lines.length; start++) {
		if (!/^\s*\+[-=]{2,}/.test(lines[start]!.text)) continue;
		let end = start + 1;
		while (end < lines.length && ROW.test(lines[end]!.text)) end += 1;
		const block = lines.slice(start, end);
		const isTable = isGridBorder(block[0]!.text) && isGridBorder(block.at(-1)!.text) && readsAsGrid(block) && !isOutput(lines, start, end);
		if (isTable) tables.push({ start, end, doubt: { reason: 'a grid: it may be what a program printed', confidence: 0.7 } });
		else others.push({ start, end });
		start = end - 1;
	}
	return { tables, others };
};

/** Rows of a grid. Where borders part all rows, the lines between two borders are one row; else each line is one. */
export const gridRows = (lines: SourceLine[]): { line: number; cells: string[] }[] => {
	const perLine = lines.filter(({ text }) => isGridBorder(text)).length <= 3;
	const rows: { line: number; cells: string[][] }[] = [];
	let open = false;
	for (const { number, text } of lines) {
		if (isGridBorder(text)) {
			open = false;
			continue;
		}
		const { cells } = splitRow(text);
		const row = rows.at(-1);
		// Lines above the second border are the header, whichever way the rest is drawn.
		if (row && open && (!perLine || rows.length === 1)) row.cells.forEach((cell, index) => cell.push(cells[index] ?? ''));
		else rows.push({ line: number, cells: cells.map((cell) => [cell]) });
		open = true;
	}
	return rows.map(({ line, cells }) => ({ line, cells: cells.map((parts) => parts.filter(Boolean).join(' ')) }));
};
