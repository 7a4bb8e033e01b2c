/** What the lines below a doubtful one say about it. */
import { advance, type Balance } from './balance.ts';
import type { LineClass } from './lines.ts';
import type { Lines } from './source.ts';

/** How far to look ahead at a doubtful line. */
const AHEAD = 12;
/** How far to look for the end of a string over several lines. */
const STRING_AHEAD = 60;

/** Whether the string that is open closes within reach; when it does not, its opening quote was a mistake. */
export const closesString = (source: Lines, from: number, quote: string): boolean => {
	for (let index = from; index < from + STRING_AHEAD && index < source.lines.length; index++) if (source.text(index).includes(quote)) return true;
	return false;
};

/** Whether the next lines that are not blank and no comment are code again. */
export const codeAhead = (source: Lines, from: number): boolean => {
	for (let index = from; index < from + AHEAD && index < source.lines.length; index++) {
		const { kind } = source.class(index);
		if (kind === 'blank' || kind === 'comment' || kind === 'maybe') continue;
		return kind === 'code';
	}
	return false;
};

/** Whether the brackets that are open close within reach on lines that are not all prose. */
export const closesBrackets = (source: Lines, from: number, state: Balance, marks: readonly string[]): boolean => {
	let now = state;
	let prose = 0;
	for (let index = from; index < from + AHEAD && index < source.lines.length; index++) {
		const seen = source.class(index);
		if (seen.kind === 'prose') prose++;
		if (prose > 2) return false;
		now = advance(now, source.text(index), marks);
		if (now.depth === 0) return seen.kind === 'code' || /[)\]}]/u.test(source.text(index));
	}
	return false;
};

/** Language of the first line of code at or after an index, over comments. */
export const nextLanguage = (source: Lines, from: number): LineClass | undefined => {
	for (let index = from; index < from + AHEAD && index < source.lines.length; index++) {
		const seen = source.class(index);
		if (seen.kind === 'code') return seen;
		if (seen.kind !== 'comment' && seen.kind !== 'blank') return undefined;
	}
	return undefined;
};
