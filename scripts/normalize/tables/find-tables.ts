/** Finds the tables among the prose of a document. */
import type { Findings, Note, Piece, SourceLine } from '../model.ts';
import { findAlignedTables, findTabTables } from './columns.ts';
import { partGluedRows } from './glued.ts';
import { findGrids } from './grids.ts';
import { findMatrices, withBorders } from './matrix.ts';
import { findPlainTables, findSeparatedTables, type TableSpan } from './pipes.ts';
import { indentOf } from './rows.ts';

type Finder = (lines: SourceLine[]) => TableSpan[];

/** Lines that are looked at no more: a table, or rows that are left as they stand. */
type Part = { kind: 'open' | 'left'; lines: SourceLine[] } | { kind: 'table'; lines: SourceLine[]; doubt: TableSpan['doubt'] };

/** Takes spans out of the parts that are still open; `write` gives the lines of a table as they are handed on. */
const takeOut = (
	parts: Part[],
	find: (lines: SourceLine[]) => { tables: TableSpan[]; others?: TableSpan[] },
	write: (lines: SourceLine[]) => SourceLine[] = (lines) => lines,
): Part[] =>
	parts.flatMap((part) => {
		if (part.kind !== 'open') return [part];
		const { tables, others = [] } = find(part.lines);
		const spans = [...tables.map((span) => ({ span, kind: 'table' as const })), ...others.map((span) => ({ span, kind: 'left' as const }))];
		spans.sort((a, b) => a.span.start - b.span.start);
		const result: Part[] = [];
		let at = 0;
		for (const { span, kind } of spans) {
			if (span.start > at) result.push({ kind: 'open', lines: part.lines.slice(at, span.start) });
			const lines = part.lines.slice(span.start, span.end);
			result.push(kind === 'table' ? { kind, lines: write(lines), doubt: span.doubt } : { kind, lines });
			at = span.end;
		}
		if (at < part.lines.length) result.push({ kind: 'open', lines: part.lines.slice(at) });
		return result;
	});

const only = (find: Finder) => (lines: SourceLine[]): { tables: TableSpan[] } => ({ tables: find(lines) });

/** Prose that stood around what was looked at belongs together again. */
const toPieces = (parts: Part[]): Piece[] => {
	const pieces: Piece[] = [];
	for (const part of parts) {
		const last = pieces.at(-1);
		if (part.kind === 'table') pieces.push({ kind: 'table', lines: part.lines, indent: indentOf(part.lines[0]!.text) });
		else if (last?.kind === 'prose') for (const line of part.lines) last.lines.push(line);
		else pieces.push({ kind: 'prose', lines: [...part.lines] });
	}
	return pieces;
};

const doubtOf = (part: Part): Note[] =>
	part.kind === 'table' && part.doubt
		? [{ stage: 'tables', line: part.lines[0]!.number, kind: 'uncertain', what: 'table found without clear borders', ...part.doubt }]
		: [];

/**
 * Takes lines of prose (fences are out, code may still be among them) and gives the tables as pieces, their rows as they stand.
 * Certain: tables with a separator row of pipes and dashes, also where rows are broken over lines or a header is repeated.
 * Guessed, each with a note: rows of pipes alone, grids, columns parted by tabs of uneven count or by spaces.
 * SQL, shell pipes, output of programs, layouts of bytes and drawings stay prose.
 */
export const findTables = (lines: SourceLine[]): { pieces: Piece[] } & Findings => {
	const glued = partGluedRows(lines);
	let parts: Part[] = glued.lines.length > 0 ? [{ kind: 'open', lines: glued.lines }] : [];
	parts = takeOut(parts, findGrids);
	for (const find of [findSeparatedTables, findPlainTables, findTabTables, findAlignedTables]) parts = takeOut(parts, only(find));
	parts = takeOut(parts, only(findMatrices), withBorders);
	return { pieces: toPieces(parts), notes: [...glued.notes, ...parts.flatMap(doubtOf)], furniture: [] };
};
