import { CODE_WORDS, FUNCTION_WORDS } from './words.ts';

/** How a text splits into words of a sentence and words of code. */
export interface Wording {
	/** Words of English sentences: `the`, `which`, `when`. */
	functional: number;
	/** Plain words: letters only, not all capitals. */
	plain: number;
	/** Longest row of plain words. */
	row: number;
	/** Tokens that hold `_`, `(`, `=`, `.` inside, camelCase …. */
	code: number;
	/** Words in capitals. */
	capitals: number;
	/** Dashes between words and other signs of a sentence. */
	signs: number;
}

const CONSTANTS = new Set(['None', 'True', 'False']);
const LIMIT = 1500;
const PLAIN = /^\p{L}[\p{Ll}\p{M}]*(?:['’-]\p{L}[\p{Ll}\p{M}]*)*(?:['’])?$/u;
const CAPITALS = /^\p{Lu}[\p{Lu}\p{N}_-]+$/u;
const SIGN = /^(?:—|–|→|≠|≈|&|\+|…)$/u;

/** Counts the words of a text (its first 1,500 characters) by what they speak for. Strings and comments should be masked before. */
export const wording = (text: string): Wording => {
	const result: Wording = { functional: 0, plain: 0, row: 0, code: 0, capitals: 0, signs: 0 };
	let row = 0;
	for (const raw of text.slice(0, LIMIT).split(/\s+/u)) {
		if (raw === '') continue;
		const token = raw.replace(/^[("'“‘*_[]+/u, '').replace(/[)\]",.;:?!”’'*_…]+$/u, '');
		const lower = token.toLowerCase();
		if (raw !== token && /[([{]/u.test(raw[0]!) && token === '') continue;
		if (CONSTANTS.has(token)) row = 0;
		else if (FUNCTION_WORDS.has(lower) && token !== token.toUpperCase()) {
			result.functional++;
			result.plain++;
			row++;
		} else if ((token === 'A' || token === 'I') && raw === token) {
			result.functional++;
			row++;
		} else if (CODE_WORDS.has(token)) row = 0;
		else if (PLAIN.test(token)) {
			result.plain++;
			row++;
		} else {
			if (CAPITALS.test(token)) result.capitals++;
			else if (SIGN.test(raw)) result.signs += raw === '—' || raw === '→' ? 1 : 0;
			else if (/[\p{L}_=(){}[\]<>$@]/u.test(raw)) result.code++;
			row = 0;
		}
		if (row > result.row) result.row = row;
		if (/[.;:?!)]$/u.test(raw)) row = Math.min(row, 1);
	}
	return result;
};

/** Whether words read as a sentence or a part of one. Certain for long sentences, a guess for three words. */
export const readsAsProse = (words: Wording): boolean =>
	words.functional >= 3 ||
	(words.functional >= 2 && words.plain >= 2 * words.code) ||
	(words.functional >= 1 && words.row >= 3) ||
	(words.functional >= 1 && words.plain >= 4 && words.plain > words.code) ||
	words.row >= 4 ||
	(words.signs > 0 && words.plain >= 2 && words.plain >= words.code) ||
	(words.plain >= 3 && words.code === 0 && words.capitals <= words.plain);

const HEADING = /^(?:\d{1,3}(?:\.\d{1,3}){0,3}\.? )?["“]?\p{Lu}[\p{L}\p{N}'’/-]*[:,?.]?(?: [\p{L}\p{N}"“”(&+—–→/:,.'’-]+\)?[?:,.”"]*){0,14}$/u;

/** Whether a text can be a heading or a lead-in: begins with a capital or a number, words only, nothing that code ends with. A guess. */
export const readsAsHeading = (text: string): boolean => text.length <= 120 && HEADING.test(text) && !/[;,({[=\\]$/u.test(text) && /\p{Ll}/u.test(text);
