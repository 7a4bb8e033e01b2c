/** Makes a table of header, rows and cells from the lines that were found to be one. */
import type { Furniture, Note, SourceLine } from '../model.ts';
import { readTable, type TableRow, type TableText } from './read.ts';
import type { Align } from './rows.ts';
import { chooseHeader, doubtfulRows, joinContinuations, joinHeader, removeRepeatedHeaders } from './tidy.ts';

type RepairedTable =
	| {
			kind: 'table';
			/** One text per column; empty texts where the document has no header. */
			header: string[];
			/** As many cells in each row as the header has. Inline Markdown, pipes without their escape. */
			rows: string[][];
			align: Align[];
			notes: Note[];
			furniture: Furniture[];
		}
	| { kind: 'preformatted'; notes: Note[] };

const MOST_IN_REASON = 5;

/** One note for all rows of a kind: what, and on which lines. */
const rowsNote = (lines: number[], kind: Note['kind'], what: string, confidence?: number): Note[] => {
	const [line] = lines;
	if (line === undefined) return [];
	const named = lines.slice(0, MOST_IN_REASON).join(', ');
	const reason = `${lines.length} ${lines.length === 1 ? 'row' : 'rows'}: line ${named}${lines.length > MOST_IN_REASON ? ' …' : ''}`;
	return [{ stage: 'tables', line, kind, what, reason, ...(confidence !== undefined && { confidence }) }];
};

const readingNotes = (text: TableText): Note[] => [
	...rowsNote(text.joined, 'repaired', 'table row joined from several lines'),
	...rowsNote(text.guessed, 'uncertain', 'table row joined from several lines', 0.7),
	...rowsNote(text.rejoined, 'repaired', 'pipe put back into a table cell'),
	...rowsNote(text.parted, 'repaired', 'table rows parted from one line'),
	...rowsNote(text.short, 'uncertain', 'table row with too few cells', 0.6),
];

const filled = (rows: TableRow[], columns: number): TableRow[] =>
	rows.map(({ line, cells }) => ({ line, cells: Array.from({ length: columns }, (_, column) => cells[column] ?? '') }));

const preformatted = (line: number, reason: string): RepairedTable => ({
	kind: 'preformatted',
	notes: [{ stage: 'tables', line, kind: 'uncertain', what: 'table kept as it stood', reason, confidence: 0.3 }],
});

const countWords = (texts: string[]): Map<string, number> => {
	const counts = new Map<string, number>();
	for (const text of texts) for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
	return counts;
};

const sameWords = (before: string[], after: string[]): boolean => {
	const [a, b] = [countWords(before), countWords(after)];
	return a.size === b.size && [...a].every(([word, count]) => b.get(word) === count);
};

/**
 * Takes the lines of a piece `table` and gives its cells, or `preformatted` where they do not come out even: a row with more cells than
 * columns of which it is not certain which belong together. Certain: rows broken over lines, pipes within code and maths, repeated headers,
 * headers of several lines. Guessed, each with a note: a header that no separator marks, rows that are too short, rows that may be wrong.
 * Every word of the lines is in a cell or in `furniture`; this is verified, and lines of which it does not hold are preformatted.
 */
export const repairTable = (lines: SourceLine[]): RepairedTable => {
	const text = readTable(lines);
	const first = lines[0]?.number ?? 0;
	const { columns } = text;
	if (columns === 0 || text.rows.length + (text.header?.length ?? 0) === 0) return preformatted(first, 'no columns');
	if (text.broken.length > 0) return preformatted(text.broken[0]!, 'the cells of a row do not come out even');
	if ((text.header ?? []).some(({ cells }) => cells.length > columns)) return preformatted(first, 'the header has more cells than its border');

	const marked = text.header && filled(text.header, columns);
	const chosen = marked
		? { header: joinHeader(marked, columns), rows: filled(text.rows, columns), notes: [] }
		: chooseHeader(filled(text.rows, columns), columns);
	const unmarked: Note[] = marked?.length === 0
		? [{ stage: 'tables', line: first, kind: 'uncertain', what: 'table without a header', reason: 'nothing stands above the border', confidence: 0.6 }]
		: [];
	const unrepeated = removeRepeatedHeaders(chosen.header, chosen.rows);
	const continued = joinContinuations(unrepeated.rows);
	const rows = continued.rows.map(({ cells }) => cells);
	const given = [...chosen.header, ...rows.flat(), ...unrepeated.furniture.map((each) => each.text)];
	if (!sameWords(lines.map((line) => line.text), given)) return preformatted(first, 'words would be lost');
	return {
		kind: 'table',
		header: chosen.header,
		rows,
		align: text.align,
		notes: [...readingNotes(text), ...unmarked, ...chosen.notes, ...unrepeated.notes, ...continued.notes, ...doubtfulRows(continued.rows)],
		furniture: unrepeated.furniture,
	};
};
