/** Tables without drawn borders: columns parted by tabs, or by two or more spaces at the same places of each line. */
import type { SourceLine } from '../model.ts';
import { indentOf, isBlank } from './rows.ts';
import type { TableSpan } from './pipes.ts';
import { isNumber, looksLikeCode, looksLikeDrawing, readsAsHeader } from './wording.ts';

const LIST_MARK = /^\s*(?:[-*+•▪◦‣●○–—✓✔✅☑❌✗>]|#+|\(?[\p{L}\p{N}]{1,3}[.)])\s/u;

/** In a line with tabs, `# of files` is a cell: a mark is one only with the tab behind it, or as a bullet. */
const TABBED_LIST_MARK = /^\s*(?:[-*+•▪◦‣●○>]\s|(?:[–—✓✔✅☑❌✗]|#+|\(?[\p{L}\p{N}]{1,3}[.)]) *\t)/u;

/** The cells of a line with tabs; a run of tabs counts as one where `runs` says that they only align. */
const tabCells = (text: string, runs: boolean): string[] => text.trimEnd().split(runs ? /(?<!^)\t+/ : '\t').map((cell) => cell.trim());

const isTabLine = (text: string): boolean => {
	if (!text.includes('\t')) return false;
	return /\S[^\S\n]*\t[^\S\n]*\S/.test(text.slice(0, 4000)) && !TABBED_LIST_MARK.test(text) && !looksLikeCode(text);
};

/** Whether runs of tabs stand for one border: then all lines have the same number of cells, and else they have not. */
const tabsInRuns = (texts: string[]): boolean => {
	const counts = (runs: boolean): number => new Set(texts.map((text) => tabCells(text, runs).length)).size;
	return texts.some((text) => /\S\t\t/.test(text)) && counts(true) === 1 && counts(false) > 1;
};

/** Where a second table begins in lines without a gap: a row of words below columns that were numbers so far. */
const secondHeader = (rows: string[][]): number | undefined => {
	for (let at = 3; at < rows.length - 1; at++) {
		const cells = rows[at]!;
		if (cells.length < 2 || !cells.every((cell) => cell && !isNumber(cell))) continue;
		const before = rows.slice(1, at);
		const columns = cells.map((_, index) => index).slice(1);
		if (columns.every((column) => before.every((row) => isNumber(row[column] ?? ''))) && readsAsHeader(cells)) return at;
		// Looked at once: what follows a row of words is no column of numbers any more.
		if (columns.some((column) => !isNumber(cells[column] ?? ''))) return undefined;
	}
	return undefined;
};

/** Lines parted by tabs, two or more, of which most have the same number of cells. Uncertain where they have not or two tables touch. */
export const findTabTables = (lines: SourceLine[]): TableSpan[] => {
	const found: TableSpan[] = [];
	for (let start = 0; start < lines.length; start++) {
		if (!isTabLine(lines[start]!.text) || lines[start]!.text.startsWith('\t')) continue;
		let end = start + 1;
		while (end < lines.length && isTabLine(lines[end]!.text)) end += 1;
		const texts = lines.slice(start, end).map(({ text }) => text);
		const runs = tabsInRuns(texts);
		const rows = texts.map((text) => tabCells(text, runs));
		const columns = rows[0]!.length;
		const alike = rows.filter((row) => row.length === columns).length;
		if (rows.length > 1 && alike >= rows.length * 0.7 && rows[0]!.every(Boolean)) {
			const second = secondHeader(rows);
			const doubt = alike < rows.length ? { doubt: { reason: 'rows of different lengths', confidence: 0.6 } } : {};
			if (second === undefined) found.push({ start, end, ...doubt });
			else {
				found.push({ start, end: start + second, ...doubt });
				found.push({ start: start + second, end, doubt: { reason: 'a header follows the row above without a gap', confidence: 0.6 } });
			}
		}
		start = end - 1;
	}
	return found;
};

/** Rows of a table with tabs. */
export const tabRows = (lines: SourceLine[]): { line: number; cells: string[] }[] => {
	const runs = tabsInRuns(lines.map(({ text }) => text));
	return lines.map(({ number, text }) => ({ line: number, cells: tabCells(text, runs) }));
};

interface Word {
	start: number;
	end: number;
	text: string;
}

/** What stands between gaps of two or more spaces, with its columns. */
const wordsOf = (text: string): Word[] =>
	[...text.matchAll(/\S+(?: \S+)*/g)].map((match) => ({ start: match.index, end: match.index + match[0].length, text: match[0] }));

const RULE = /^\s*[-=]{3,}(?: +[-=]{3,})+\s*$/;

/** The header's words make the columns: every other word has to begin or end where one of them does. */
const columnOf = (word: Word, columns: Word[]): number => {
	const byStart = columns.findIndex((column) => column.start === word.start);
	return byStart >= 0 ? byStart : columns.findIndex((column) => column.end === word.end);
};

const fits = (text: string, columns: Word[]): boolean => {
	const words = wordsOf(text);
	const places = words.map((word) => columnOf(word, columns));
	return words.length > 0 && places.every((place, index) => place >= 0 && (index === 0 || place > places[index - 1]!));
};

const mayBeAligned = (text: string): boolean =>
	text.length < 500 && /\S {2,}\S/.test(text) && !LIST_MARK.test(text) && !/[|\t]/.test(text) && indentOf(text) < 4;

const readsAsColumns = (lines: SourceLine[], columns: Word[], ruled: boolean): boolean => {
	const header = columns.map(({ text }) => text);
	const full = lines.slice(1).filter(({ text }) => !RULE.test(text) && wordsOf(text).length === columns.length).length;
	if (full < 2 || full < (lines.length - 1) * 0.5) return false;
	// Programs print their headers in capitals (`NAME  READY  STATUS`).
	const printed = header.every((cell) => cell === cell.toUpperCase());
	const wordy = lines.every(({ text }) => RULE.test(text) || (!looksLikeCode(text) && !looksLikeDrawing(text)));
	return wordy && (ruled || !printed) && (ruled || readsAsHeader(header));
};

/** Three or more lines whose words stand in the same columns below a header. A guess always. */
export const findAlignedTables = (lines: SourceLine[]): TableSpan[] => {
	const found: TableSpan[] = [];
	for (let start = 0; start < lines.length; start++) {
		if (!mayBeAligned(lines[start]!.text)) continue;
		const columns = wordsOf(lines[start]!.text);
		let end = start + 1;
		const ruled = RULE.test(lines[end]?.text ?? '');
		if (ruled) end += 1;
		while (end < lines.length && !isBlank(lines[end]!.text) && mayBeAligned(lines[end]!.text) && fits(lines[end]!.text, columns)) end += 1;
		const isTable = end - start > 2 && columns.length > 1 && readsAsColumns(lines.slice(start, end), columns, ruled);
		if (isTable) found.push({ start, end, doubt: { reason: 'columns parted by spaces', confidence: ruled ? 0.8 : 0.65 } });
		start = end - 1;
	}
	return found;
};

/** Rows of a table with columns parted by spaces; a cell that is empty stays so. Without the line of dashes. */
export const alignedRows = (lines: SourceLine[]): { line: number; cells: string[] }[] => {
	const columns = wordsOf(lines[0]?.text ?? '');
	return lines.filter(({ text }) => !RULE.test(text)).map(({ number, text }) => {
		const cells = columns.map(() => '');
		for (const word of wordsOf(text)) {
			const place = columnOf(word, columns);
			const at = place >= 0 ? place : Math.max(0, columns.findLastIndex((column) => column.start <= word.start));
			cells[at] = cells[at] ? `${cells[at]} ${word.text}` : word.text;
		}
		return { line: number, cells };
	});
};

