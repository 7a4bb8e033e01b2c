/**
 * Flattened HTML breaks lines and bullets around inline code: `- Compact with`, then `OPTIMIZE, or reads slow down. - Watch file counts`.
 * Here the parts are put together again and glued items parted, before structure is read.
 */
import { isFormula } from './formulas.ts';
import { markerOf } from './marks.ts';
import type { Context, Row, TextLine } from './source.ts';
import { isOpen, isTerminated } from './words.ts';

const GLUED_ITEM = /(?:(?<=[.!?;:)\]"”’`])[ \t]+|(?<=[\p{Ll}\p{N})%][.!?]|\):))-[ \t]+(?=[\p{Lu}`"“'(])/gu;
const AFTER_SENTENCE = /[.!?]["”’)`]?$/u;
const IDENTIFIER = /^(?:[\w$@/.-]*[_(=.][\w$(]|[\w-]+\(|[A-Z][A-Z_0-9]{2,}(?:[a-z]|\b)|--?\w|[\w.]+=)/;
const MAX_JOINED = 4000;
const SHORT = 200;

const newItemsIn = (text: string): number[] => [...text.matchAll(GLUED_ITEM)].map((found) => found.index);

/** Whether a line goes on with the list item above it, whose inline code broke it. A guess from both ends; `sure` when an item is glued to it. */
const continuation = (above: string, text: string, ended: boolean): 'sure' | 'likely' | undefined => {
	const done = isTerminated(above) && !isOpen(above);
	const glued = newItemsIn(text).some((at) => AFTER_SENTENCE.test(text.slice(Math.max(0, at - 3), at)) || text[at - 1] === ')');
	if (glued && (!done || above.endsWith(':'))) return 'sure';
	if (done) return glued || (above.endsWith(':') && isFormula(text)) ? 'likely' : undefined;
	if (isOpen(above)) return 'sure';
	if (/^[,.;:)\]—–→]/u.test(text)) return 'sure';
	if (IDENTIFIER.test(text.slice(0, 80))) return 'likely';
	// Among items that end as sentences, one that does not was broken.
	if (ended && isTerminated(text) && text.length < SHORT) return 'likely';
	return /^(?:\p{Ll}|\p{Lu}{2,}\b)/u.test(text) && isTerminated(text) ? 'likely' : undefined;
};

/** `f(x)then` as `f(x) then`: the code ended at the bracket. No word changes. */
const spaceAfterCode = (text: string): string => {
	const head = text.slice(0, 160);
	return head.replace(/^([^\s()]*\([^()]*\))(?=[a-z]{2,}\b)/u, '$1 ') + text.slice(160);
};

/** The parts of a line at glued items: the first part, then one line per item. */
const parted = (row: TextLine, from: (at: number, text: string) => boolean): TextLine[] => {
	const cuts = newItemsIn(row.text).filter((at) => from(at, row.text));
	if (cuts.length === 0) return [row];
	const edges = [0, ...cuts, row.text.length];
	return edges.slice(0, -1).map((start, index) => ({ ...row, text: row.text.slice(start, edges[index + 1]).trim() }));
};

/** Rows with broken list items joined and glued ones parted; of other documents the rows as they are. Each repair has a note. */
export const unglue = (rows: Row[], context: Context): Row[] => {
	if (!context.flattened) return rows;
	const out: Row[] = [];
	let item: TextLine | undefined;
	// Whether the items before the open one end as sentences.
	let ended = false;
	for (const row of rows) {
		if (row.kind !== 'text') {
			out.push(row);
			item = undefined;
			continue;
		}
		const bullet = markerOf(row.text)?.kind === 'bullet';
		const joins = item && !bullet && item.text.length < MAX_JOINED ? continuation(item.text, row.text, ended) : undefined;
		const afterSentence = (at: number, text: string) => AFTER_SENTENCE.test(text.slice(Math.max(0, at - 3), at));
		const [first, ...items] = parted(row, joins ? () => true : afterSentence) as [TextLine, ...TextLine[]];
		if (items.length > 0) context.notes.push({ stage: 'blocks', line: row.line, kind: 'repaired', what: 'list item parted from the line before it' });
		if (joins && item) {
			item.text = `${item.text} ${spaceAfterCode(first.text)}`;
			item.end = row.end;
			noteJoin(row, joins, context);
		} else {
			if (items.length > 0 && !bullet) context.notes.push(lostFirst(row));
			out.push({ ...first });
		}
		if (bullet || items.length > 0) ended = items.length > 0 || (item !== undefined && isTerminated(item.text) && !item.text.endsWith(':'));
		for (const each of items) out.push({ ...each });
		const last = out.at(-1);
		item = last?.kind === 'text' && (bullet || joins || items.length > 0) ? last : undefined;
	}
	return out;
};

const noteJoin = (row: TextLine, joins: 'sure' | 'likely', context: Context): void => {
	const what = 'list item joined that inline code had broken';
	context.notes.push(
		joins === 'sure'
			? { stage: 'blocks', line: row.line, kind: 'repaired', what }
			: {
					stage: 'blocks',
					line: row.line,
					kind: 'uncertain',
					what,
					confidence: 0.75,
					reason: 'the line above has no end and this one begins with an identifier',
				},
	);
};

const lostFirst = (row: TextLine) =>
	({
		stage: 'blocks',
		line: row.line,
		kind: 'uncertain',
		what: 'first item of a list without its bullet',
		confidence: 0.5,
		reason: 'an item follows inside the line; the text before it was left a paragraph',
	}) as const;
