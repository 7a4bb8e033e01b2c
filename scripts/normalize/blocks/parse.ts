/** Rows to blocks: what begins at a row, and how far it goes. */
import type { Block } from '../model.ts';
import { headingAt, headingBlock } from './headings.ts';
import { listAt, mayNest, readList } from './lists.ts';
import { isLostList, lostList } from './lost-bullets.ts';
import { atxOf, isRule, loneMark, quotedOf } from './marks.ts';
import { crossesGap, paragraphsOf } from './paragraphs.ts';
import { type Context, type Insert, MAX_NESTING, type Row, type TextLine, nearest, rowOf } from './source.ts';

const insertBlock = (piece: Insert, line: number, end: number): Block =>
	piece.kind === 'code' ? { ...piece, line, end } : { kind: piece.kind, lines: piece.lines, line, end };

/** The lines of a quote without their mark; a line that goes on in lower case belongs to it without one. */
const quoteRows = (rows: Row[], from: number, context: Context): { inner: Row[]; next: number } => {
	const inner: Row[] = [];
	let index = from;
	for (; index < rows.length; index += 1) {
		const row = rows[index];
		if (row?.kind !== 'text') break;
		const text = quotedOf(row.text, context.flattened);
		if (text === undefined && !(/^\p{Ll}/u.test(row.text) && inner.at(-1)?.kind === 'text')) break;
		const line = rowOf({ number: row.line, text: text ?? row.text });
		inner.push(line.kind === 'text' ? { ...line, end: row.end } : line);
	}
	return { inner, next: index };
};

/** Whether `#` marks a heading here. */
const hasAtx = (context: Context): boolean => context.marked || !context.flattened;

const bareQuote = (text: string): string => {
	let at = 0;
	while (text[at] === '>' || text[at] === ' ') at += 1;
	return text.slice(at);
};

/** Whether something other than running text begins at a row. */
const beginsBlock = (rows: Row[], index: number, nesting: number, context: Context): boolean => {
	const row = rows[index];
	if (row?.kind !== 'text') return true;
	if (isRule(row.text) || loneMark(row.text) || (row.indent <= 3 && atxOf(row.text) && hasAtx(context))) return true;
	if (quotedOf(row.text, context.flattened) !== undefined) return true;
	if (mayNest(nesting) && listAt(rows, index)) return true;
	return nesting === 0 && headingAt(rows, index, context) !== undefined;
};

/** The paragraphs that begin at a row, over gaps where a sentence goes on. */
const readRun = (rows: Row[], from: number, nesting: number, context: Context): { blocks: Block[]; next: number } => {
	const run: TextLine[] = [rows[from] as TextLine];
	let index = from + 1;
	for (;;) {
		while (index < rows.length && !beginsBlock(rows, index, nesting, context)) {
			if (run.at(-1)?.text.endsWith(':') && mayNest(nesting) && isLostList(rows, index, context)) break;
			run.push(rows[index] as TextLine);
			index += 1;
		}
		const above = run.at(-1);
		const next = rows[index]?.kind === 'blank' ? nearest(rows, index, 1) : index;
		const row = rows[next];
		if (next === index || !above || row?.kind !== 'text' || context.flattened || beginsBlock(rows, next, nesting, context)) break;
		const crosses = crossesGap(above, row);
		if (!crosses) break;
		const what = 'sentence joined over a gap';
		context.notes.push({
			stage: 'blocks',
			line: row.line,
			...(crosses === 'sure' ? { kind: 'repaired', what } : { kind: 'uncertain', what, confidence: 0.7 }),
		});
		run[run.length - 1] = { ...above, text: `${above.text} ${row.text}`, end: row.end };
		index = next + 1;
	}
	return { blocks: paragraphsOf(run, nesting > 0, context), next: index };
};

/** A number or bullet alone on its line: the mark of the line below, or torn from its text. */
const readLoneMark = (rows: Row[], index: number, row: TextLine, nesting: number, context: Context): { rows: Row[] } | undefined => {
	const below = rows[index + 1];
	const fits = below?.kind === 'text' && !loneMark(below.text) && !listAt(rows, index + 1) && !isRule(below.text) && mayNest(nesting);
	if (fits) {
		context.notes.push({ stage: 'blocks', line: row.line, kind: 'repaired', what: 'list mark put before its text' });
		return { rows: [{ ...row, text: `${row.text} ${below.text}`, end: below.end }] };
	}
	context.furniture.push({ line: row.line, text: row.text, reason: 'number or bullet without its text' });
	context.notes.push({ stage: 'blocks', line: row.line, kind: 'uncertain', what: 'number or bullet without its text', confidence: 0.5, reason: row.text });
	return undefined;
};

/** Blocks of rows: of a document (`nesting` 0), of a list item or of a quote. Nothing deeper than the cap is opened. */
export const parseRows = (given: Row[], nesting: number, context: Context): Block[] => {
	const rows = withLoneMarks(given, nesting, context);
	const out: Block[] = [];
	let index = 0;
	while (index < rows.length) {
		const row = rows[index];
		if (!row || row.kind === 'blank') {
			index += 1;
			continue;
		}
		if (row.kind === 'insert') {
			out.push(insertBlock(row.piece, row.line, row.end));
			index += 1;
			continue;
		}
		const heading = nesting === 0 ? headingAt(rows, index, context) : undefined;
		if (heading) {
			const underline = rows[index + heading.rows - 1];
			out.push(headingBlock(heading, row, underline?.kind === 'text' ? underline.end : row.end, out.length, context));
			index += heading.rows;
			continue;
		}
		if (isRule(row.text)) {
			out.push({ kind: 'rule', line: row.line, end: row.end });
			index += 1;
			continue;
		}
		const title = row.indent <= 3 && hasAtx(context) ? atxOf(row.text) : undefined;
		if (title) {
			if (title.text !== '') {
				out.push({ kind: 'paragraph', line: row.line, end: row.end, text: title.text });
				context.notes.push({ stage: 'blocks', line: row.line, kind: 'repaired', what: 'heading inside a list or quote made a paragraph' });
			}
			index += 1;
			continue;
		}
		if (quotedOf(row.text, context.flattened) !== undefined) {
			const { inner, next } = quoteRows(rows, index, context);
			const blocks = nesting < MAX_NESTING ? parseRows(inner, nesting + 1, context) : flat(inner, context);
			if (blocks.length > 0) out.push({ kind: 'quote', line: row.line, end: lastEnd(inner, row.end), blocks });
			index = next;
			continue;
		}
		if (mayNest(nesting) && listAt(rows, index)) {
			const { block, next } = readList(rows, index, nesting, context, parseRows);
			out.push(block);
			index = next;
			continue;
		}
		const above = out.at(-1);
		const lost = above?.kind === 'paragraph' && above.text.endsWith(':') && mayNest(nesting) ? lostList(rows, index, context) : undefined;
		if (lost) {
			out.push(lost.block);
			index = lost.next;
			continue;
		}
		const { blocks, next } = readRun(rows, index, nesting, context);
		for (const block of blocks) out.push(block);
		index = next;
	}
	return out;
};

const lastEnd = (rows: Row[], fallback: number): number => {
	const last = rows.at(-1);
	return last ? (last.kind === 'blank' ? last.line : last.end) : fallback;
};

/** Quotes nested too deep: their text, without marks. */
const flat = (rows: Row[], context: Context): Block[] =>
	rows.flatMap((row) => {
		if (row.kind !== 'text') return [];
		const text = bareQuote(row.text);
		return text === '' ? [] : paragraphsOf([{ ...row, text }], true, context);
	});

/** The same rows with lone marks put before their text or taken out. */
const withLoneMarks = (rows: Row[], nesting: number, context: Context): Row[] => {
	if (!rows.some((row) => row.kind === 'text' && loneMark(row.text))) return rows;
	const out: Row[] = [];
	for (let index = 0; index < rows.length; index += 1) {
		const row = rows[index];
		if (!row) continue;
		if (row.kind !== 'text' || !loneMark(row.text)) {
			out.push(row);
			continue;
		}
		const found = readLoneMark(rows, index, row, nesting, context);
		if (found) {
			out.push(...found.rows);
			index += 1;
		} else out.push({ kind: 'blank', line: row.line });
	}
	return out;
};
