/** Headings that are plain short lines: how much a line looks like one. */
import { isLabelled, numberOf } from './heading-text.ts';
import { isRule, markerOf } from './marks.ts';
import { type Context, type Row, type TextLine, nearest } from './source.ts';
import { isHalfTitle, isOpen, isTerminated } from './words.ts';

const MAX_LENGTH = 90;
const MAX_WORDS = 15;
const CODE = /[;{}\\|]|=|\S[<>]|[<>]\S|->|--|^\W*\.?\w+\(.*\)$|^[@$#]|::|^\w+\.\w+\.\w+|"\s*:/;
const KEYWORDS = /^(?:SELECT|FROM|WHERE|JOIN|LEFT|GROUP BY|ORDER BY|WITH|END|CASE|import|from|def|return|class|if|for|while|try|else)\b.*[_.(*,]/;
const DRAWN = /\]\s+\[|^\p{Ll}.*→|[│├└┌┐┘─▼▲►◄╔═]|\s{3,}\S+\s{3,}/u;
const SMALL_WORDS = new Set(
	'a an the and or but of to in on at by for from with without via as is vs per into your our how you do it and/or if not'.split(' '),
);

/** Share of the words that count (no small words, nothing in capitals alone) that begin with a capital, when there are at least `least` words. */
export const looksLikeTitle = (text: string, least: number): boolean => {
	const words = text.split(/[\s/]+/).filter((word) => /\p{L}/u.test(word));
	if (words.length < least) return false;
	const counting = words.filter((word) => !SMALL_WORDS.has(word.toLowerCase()) && !/^\P{Ll}{2,}$/u.test(word));
	if (counting.length === 0) return words.length <= 8;
	return counting.filter((word) => /^[^\p{L}]*\p{Lu}|^\d/u.test(word)).length >= counting.length * 0.75;
};

/** Whether a line by itself could be a heading: short, no end of a sentence, no code, no bullet. */
export const isTitleLike = (text: string): boolean => {
	if (text.length < 2 || text.length > MAX_LENGTH || /[.,;:!|\\&+*=-]$|^[>|&)\].,]/u.test(text)) return false;
	if (!/\p{L}{2}/u.test(text) || text.split(' ').length > MAX_WORDS || CODE.test(text) || KEYWORDS.test(text) || DRAWN.test(text) || isRule(text)) return false;
	// A quotation that ends as a sentence is one.
	if (/[.…]["”’)]$/u.test(text) || (text.match(/["“”]/gu)?.length ?? 0) === 1 || text.lastIndexOf('(') > text.lastIndexOf(')')) return false;
	const names = text.split(' ').filter((word) => word.includes('_')).length;
	if (names > 1 && names * 2 > text.split(' ').length) return false;
	const marker = markerOf(text)?.kind;
	return marker !== 'bullet' && marker !== 'ordered' && !isHalfTitle(text);
};

const MAX_RUN = 4;

/** How many lines in a row could be headings, counted up to four. */
const runAround = (rows: Row[], index: number): number => {
	let length = 1;
	for (const step of [-1, 1]) {
		for (let at = index + step; length < MAX_RUN; at += step) {
			const row = rows[at];
			if (row?.kind !== 'text' || !isTitleLike(row.text)) break;
			length += 1;
		}
	}
	return length;
};

/** A line above questions: the question below it heads its answer. */
const ABOVE_QUESTIONS = /\b(?:scenarios?|questions?|q ?& ?a|cases|exercises)\b/iu;

const STARTS_TEXT = /^[\p{Lu}\p{N}"“'`‘(~≈*_→[#@/<{-]|^\p{Ll}[\w-]*(?:[_.(]\w|[A-Z])/u;

const inFlattened = (rows: Row[], index: number, row: TextLine): number => {
	const above = rows[index - 1];
	const below = rows[index + 1];
	if (!below) return 0;
	let confidence = 0.9;
	const title = above?.kind === 'text' && above.text.length <= 110 && (numberOf(above.text) !== undefined || isLabelled(above.text));
	if (above?.kind === 'text' && !isTerminated(above.text) && !title) {
		if (isOpen(above.text)) return 0;
		const item = markerOf(above.text)?.kind === 'bullet';
		if (!item && !isTitleLike(above.text)) confidence -= above.text.length > 100 ? 0.15 : 0.25;
	}
	if (/^\p{Ll}/u.test(row.text)) {
		// Names of tools are written small; words of a torn sentence too.
		if (SMALL_WORDS.has(row.text.split(' ', 1)[0] ?? '')) return 0;
		confidence -= /^\p{Ll}+\s\p{Ll}/u.test(row.text) || below.kind !== 'text' ? 0.3 : 0.35;
		if (above?.kind === 'text' && !isTerminated(above.text)) confidence -= 0.1;
	}
	if (below.kind === 'text') {
		if (!STARTS_TEXT.test(below.text) && !markerOf(below.text)) confidence -= 0.4;
		else if (isTitleLike(below.text)) confidence -= 0.08;
	}
	if (above?.kind === 'text' && above.text.endsWith(':') && below.kind === 'text' && isTitleLike(below.text)) confidence -= 0.3;
	const run = runAround(rows, index);
	if (run >= MAX_RUN) confidence -= 0.45;
	else if (run === 3) confidence -= 0.15;
	if (row.text.length > 75) confidence -= 0.1;
	if (row.text.endsWith('?') && above?.kind === 'text' && (title || isTitleLike(above.text))) {
		const asked = title || (row.text.length > 60 && !ABOVE_QUESTIONS.test(above.text));
		confidence -= asked ? 0.45 : 0.15;
	}
	if (/\b\w+_\w+\b|\w\(\w*\)/.test(row.text)) confidence -= 0.05;
	return Math.round(confidence * 100) / 100;
};

const inSpaced = (rows: Row[], index: number, row: TextLine): number => {
	const above = rows[index - 1];
	const next = nearest(rows, index, 1);
	const below = rows[next];
	// Of two titles on top of each other the second is one when code or a table follows.
	if (above?.kind === 'text')
		return below?.kind === 'insert' && isTitleLike(above.text) && rows[index - 2]?.kind !== 'text' && looksLikeTitle(row.text, 2) ? 0.6 : 0;
	if (!below || row.indent > 3 || row.text.length > 70) return 0;
	const question = row.text.endsWith('?');
	const words = row.text.split(' ').length;
	const counted = /^\P{L}{0,3}\p{Lu}\p{L}+ \d{1,2}\s*[:—–-]|^\d{1,2}(?:st|nd|rd|r?th)\s/u.test(row.text);
	if ((/→/u.test(row.text) && !counted) || words > 10 || !/^[\p{Lu}\p{N}"“`]|^\P{L}{1,3}\p{Lu}/u.test(row.text)) return 0;
	if (!question && !counted && !looksLikeTitle(row.text, 1)) return 0;
	let confidence = question ? 0.7 : words === 1 ? 0.65 : 0.78;
	if (next === index + 1 && below.kind === 'text') {
		// A title over its text without a blank between them: only when the text is longer or a list.
		if (!markerOf(below.text) && below.text.length < row.text.length * 1.3) confidence -= 0.3;
	} else if (below.kind === 'text' && isTitleLike(below.text)) confidence -= 0.1;
	if (/[()]/.test(row.text)) confidence -= 0.08;
	return Math.round(confidence * 100) / 100;
};

/** How sure it is, from 0 to 1, that a plain line is a heading. */
export const plainConfidence = (rows: Row[], index: number, row: TextLine, context: Context): number => {
	if (!isTitleLike(row.text)) return 0;
	return context.flattened ? inFlattened(rows, index, row) : inSpaced(rows, index, row);
};
