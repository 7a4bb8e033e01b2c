/** Which line is a heading: by its mark, its label or number, or by its length, its ends and what stands around it. */
import type { HeadingBlock } from '../model.ts';
import { headingParts, isLabelled, isMarked, numberOf } from './heading-text.ts';
import { atxOf, isRule, loneMark, markerOf, underlineOf } from './marks.ts';
import { looksLikeTitle, plainConfidence } from './plain-headings.ts';
import { type Context, type HeadingStyle, type Row, type TextLine, nearest } from './source.ts';
import { isTerminated } from './words.ts';

/** A line (or a line and its underline) that is a heading. */
interface HeadingLine {
	raw: string;
	style: HeadingStyle;
	marked?: number;
	confidence: number;
	/** A part of an answer (`Problem:`, `Solution:`). */
	role?: boolean;
	/** How many rows it takes. */
	rows: number;
}

const MAX_TITLE = 110;
/** Lines alone under a question that head what follows; the colon is no part of them. */
const PARTS = 'problem|solution|take-?aways?|trade-?offs?|scenario|answer|question|context|explanation|approach|walkthrough|prompt';
const PARTS_OF_ANSWER = new RegExp(`^(?:\\P{L}{0,3}\\s*)?(?:the )?(?:key )?(?:${PARTS})(?: statement)?\\s*:$`, 'iu');

const followers = (rows: Row[], index: number) => {
	const next = nearest(rows, index, 1);
	return { next, row: rows[next], direct: next === index + 1 };
};

const isListStart = (row: Row | undefined): boolean => row?.kind === 'text' && ['bullet', 'ordered'].includes(markerOf(row.text)?.kind ?? '');

const setext = (rows: Row[], index: number): HeadingLine | undefined => {
	const row = rows[index];
	const below = rows[index + 1];
	const above = rows[index - 1];
	if (row?.kind !== 'text' || below?.kind !== 'text' || row.text.length > MAX_TITLE || below.indent > 3) return undefined;
	const depth = underlineOf(below.text);
	if (depth === 0 || markerOf(row.text)?.kind === 'bullet' || /[.!,;]$/.test(row.text) || isRule(row.text) || /^[>|#]/.test(row.text)) return undefined;
	// A rule under a paragraph; the end of frontmatter.
	const boxed = above?.kind === 'text' && isRule(above.text);
	if (above?.kind === 'text' && !boxed && depth === 2 && below.text.length < row.text.length * 0.6) return undefined;
	if (boxed && /^[\w-]+:\s/.test(row.text)) return undefined;
	return { raw: row.text, style: 'setext', marked: depth, confidence: 1, rows: 2 };
};

const bold = (rows: Row[], index: number, row: TextLine): HeadingLine | undefined => {
	const inner = row.text.length > 220 ? undefined : /^(\*\*|__)([^*_\s](?:[^*]*[^*\s])?)\1(:?)$/u.exec(row.text);
	const text = inner?.[2];
	if (text === undefined) return undefined;
	const { row: next, direct } = followers(rows, index);
	if (!next || (next.kind === 'text' && isRule(next.text))) return undefined;
	if (isLabelled(text)) return { raw: row.text, style: 'bold', confidence: 0.95, rows: 1 };
	const above = rows[index - 1];
	if (/[.!,;]$/.test(text) || text.length > MAX_TITLE || (above?.kind === 'text' && !isTerminated(above.text))) return undefined;
	if (inner?.[3] || /[:：]$/.test(text)) {
		// A lead-in stands over its list or code; over running text a colon may still close a heading.
		const leadIn = next.kind !== 'text' || isListStart(next) || direct || inner?.[3];
		return leadIn ? undefined : { raw: row.text, style: 'bold', confidence: 0.7, rows: 1 };
	}
	return { raw: row.text, style: 'bold', confidence: 0.9, rows: 1 };
};

/** A numbered line that heads what follows: not one of several numbered lines in a row, not a sentence, nothing indented below it. */
const numbered = (rows: Row[], index: number, row: TextLine, context: Context): HeadingLine | undefined => {
	const number = numberOf(row.text);
	if (number === undefined || /^[a-z]$/.test(number) || (context.marked && !context.flattened)) return undefined;
	if (row.indent > 3 || row.text.length > (number.includes('.') ? 2 * MAX_TITLE : MAX_TITLE) || /[.,;:]$/.test(row.text)) return undefined;
	const rest = row.text.slice(row.text.indexOf(number) + number.length).replace(/^[.):\s–—-]+/u, '');
	const code = number.includes('.') ? /[{}|]/ : /[{}=|]|;(?!\s\p{L})|\s--\s/u;
	if (!/^[\p{Lu}\p{N}"“'`(]|^[\w]*[a-z]\w*[_.(A-Z]|^[a-z]+\b/u.test(rest) || code.test(rest)) return undefined;
	const { row: next } = followers(rows, index);
	const above = rows[nearest(rows, index, -1)];
	if (!next) return undefined;
	const value = markerOf(row.text);
	if (next.kind === 'text') {
		const below = markerOf(next.text);
		if (value?.kind === 'ordered' && below?.kind === 'ordered') return undefined;
		if (next.indent >= row.indent + 2) return undefined;
	} else if (next.kind === 'insert' && next.indent >= row.indent + 2) return undefined;
	if (value?.kind === 'ordered' && above?.kind === 'text' && markerOf(above.text)?.kind === 'ordered' && above.indent === row.indent) return undefined;
	const small = /^[a-z]/.test(rest) && !/[_.(]/.test(rest.slice(0, 24));
	const sound = /^[A-Z]\.?$/.test(number) && !/\p{L}{3}/u.test(rest) ? 0.5 : small ? 0.6 : 0.9;
	return sound < 0.6 ? undefined : { raw: row.text, style: 'plain', confidence: sound, rows: 1 };
};

const labelled = (rows: Row[], index: number, row: TextLine): HeadingLine | undefined => {
	if (row.text.length > 220 || row.indent > 3 || !isLabelled(row.text) || /[.,;]$/.test(row.text)) return undefined;
	const { row: next } = followers(rows, index);
	const above = rows[index - 1];
	if (above?.kind === 'text' && !isTerminated(above.text) && above.text.length > 60) return undefined;
	const alone = next?.kind !== 'text' || !isLabelled(next.text);
	const short = row.text.length <= MAX_TITLE;
	if (!next || (!short && !row.text.endsWith('?'))) return undefined;
	return { raw: row.text, style: 'plain', confidence: alone && short ? 0.95 : 0.7, rows: 1 };
};

const answerPart = (rows: Row[], index: number, row: TextLine): HeadingLine | undefined => {
	if (row.text.length > 40 || !PARTS_OF_ANSWER.test(row.text)) return undefined;
	const { next } = followers(rows, index);
	return next < rows.length ? { raw: row.text, style: 'plain', confidence: 0.85, role: true, rows: 1 } : undefined;
};

/** `Solution: streaming compaction` between blank lines, a letter that is left of a picture before it or not. */
const answerTitle = (rows: Row[], index: number, row: TextLine, context: Context): HeadingLine | undefined => {
	if (context.flattened || row.text.length > 80 || rows[index - 1]?.kind === 'text' || rows[index + 1]?.kind === 'text') return undefined;
	const title = /^(?:\P{L}{1,3}\s*|X )?(?:Problem|Solution|Approach|Trade-?offs?|Takeaways?): (\p{Lu}.*)$/u.exec(row.text)?.[1];
	if (!title || /[.,;:]$/.test(title) || !looksLikeTitle(title, 1)) return undefined;
	return { raw: row.text, style: 'plain', confidence: 0.75, rows: 1 };
};

/** A heading with a mark before it (☑ ★ ✓) or in title case with a colon, between blank lines. */
const coloned = (rows: Row[], index: number, row: TextLine, context: Context): HeadingLine | undefined => {
	if (context.flattened || row.text.length > 70 || !row.text.endsWith(':') || isListStart(row) || /^[*_]{2}/.test(row.text)) return undefined;
	if (rows[index - 1]?.kind === 'text' || rows[index + 1]?.kind === 'text' || nearest(rows, index, 1) >= rows.length) return undefined;
	if (isMarked(row.text) && /[\p{L}]{3}/u.test(row.text)) return { raw: row.text, style: 'plain', confidence: 0.8, rows: 1 };
	return looksLikeTitle(row.text, 2) ? { raw: row.text, style: 'plain', confidence: 0.7, rows: 1 } : undefined;
};

/** The heading that begins at a row of the top level, if one does. Marked ones are certain, others have a confidence. */
export const headingAt = (rows: Row[], index: number, context: Context): HeadingLine | undefined => {
	const row = rows[index];
	if (row?.kind !== 'text' || loneMark(row.text)) return undefined;
	const atx = row.indent <= 3 ? atxOf(row.text) : undefined;
	// Flattened documents have lost their marks: `#` begins a comment there.
	if (atx && context.flattened && !context.marked) return undefined;
	if (atx) return atx.text === '' ? undefined : { raw: atx.text, style: 'atx', marked: atx.depth, confidence: 1, rows: 1 };
	const found = setext(rows, index) ?? bold(rows, index, row);
	if (found || isRule(row.text) || /^[>|]/.test(row.text)) return found;
	const spoken =
		labelled(rows, index, row) ??
		answerPart(rows, index, row) ??
		numbered(rows, index, row, context) ??
		answerTitle(rows, index, row, context) ??
		coloned(rows, index, row, context);
	if (spoken) return spoken;
	const confidence = plainConfidence(rows, index, row, context);
	return confidence >= 0.5 ? { raw: row.text, style: 'plain', confidence, rows: 1 } : undefined;
};

/** The block of a heading line; what is taken out of its text and what is unsure goes to the context. Depths come when all are known. */
export const headingBlock = (found: HeadingLine, row: TextLine, end: number, position: number, context: Context): HeadingBlock => {
	const { taken, ...parts } = headingParts(found.raw, row.line);
	const block: HeadingBlock = { kind: 'heading', line: row.line, end, depth: found.marked ?? 1, ...parts, confidence: found.confidence };
	context.furniture.push(...taken);
	context.headings.push({ block, style: found.style, role: found.role ?? false, position, ...(found.marked === undefined ? {} : { marked: found.marked }) });
	if (found.confidence < 0.8) {
		const reason = parts.text.slice(0, 120);
		context.notes.push({ stage: 'blocks', line: row.line, kind: 'uncertain', what: 'line taken for a heading', reason, confidence: found.confidence });
	}
	return block;
};
