import { advance, type Balance } from './balance.ts';
import { mask } from './mask.ts';
import { readsAsHeading, readsAsProse, wording, type Wording } from './prose.ts';

/** Where code ends and something else begins on the same line. */
export interface Border {
	/** Column of the first character that is no code of this sample. */
	at: number;
	/** Whether what follows is code again: a comment of the next sample. */
	codeAfter: boolean;
	confidence: number;
}

/** Lines are searched so far, and so many places are tried. */
const LIMIT = 3000;
const TRIES = 48;

/** What begins a sentence or a heading: a capital or a number with one. */
const BEGIN = String.raw`(?=["“‘(]?\p{Lu}|\d{1,2}(?:\.\d{1,2}){0,2}\.? ["“]?\p{Lu})`;
/** Places with no white space before them where something else than the code on the left may begin. */
const PLACE = new RegExp(
	[
		String.raw`(?<=[^\s([{<@$#\\_.-])${BEGIN}`,
		String.raw`(?<=[;}\]"'…)]|[^\d]\.)${BEGIN}`,
		String.raw`(?<=[);}\]">])(?=[a-z_][\w.-]*[ :(,=])`,
		String.raw`(?<=;)(?=\d+ [\p{Ll}×])`,
		String.raw`(?<=[);}\]])(?=(?:\/\/|--|#) \S)`,
	].join('|'),
	'gu',
);

/** Code cannot go on with a capital or a name after these. */
const HARD = /[);}\]"'…]/u;
const NUMBERED = /^\d{1,2}(?:\.\d{1,2}){0,2}\.? /u;

/** Lower and upper case within a word of the language itself: `PySpark`, `BigQuery`, `unionByName`. */
const wordAround = (text: string, at: number): string =>
	/[\p{L}\p{N}_]*$/u.exec(text.slice(Math.max(0, at - 60), at))![0] + /^[\p{L}\p{N}_]*/u.exec(text.slice(at, at + 60))![0];

/** The words of what follows. Names of code in a sentence keep it a sentence. */
const wordsAfter = (rest: string): Wording => wording(mask(rest, 600).code);

const isProseAfter = (rest: string): boolean => {
	const words = wordsAfter(rest);
	return readsAsProse(words) || (words.functional >= 1 && words.plain >= 3) || (words.plain >= 3 && /[.:?!)]$/u.test(rest.trim()));
};

/** The word at the start of what follows goes on as code does: a call, a member, an index. */
const GOES_ON = /^["“‘(]?[\p{L}\p{N}_]*(?:[_([<=]|\.\p{L}|::)/u;
const ONE_LETTER = /^(?![AI]\s)\p{L}(?![\p{L}\p{N}'’])/u;

const leftWord = (text: string, at: number): string => /[\p{L}\p{N}_]*$/u.exec(text.slice(Math.max(0, at - 60), at))![0];

/** How sure it is that a lower-case name at a place begins a sentence: code cannot go on with a name after a bracket. */
const confidenceOfName = (before: string, rest: string, prose: boolean): number => {
	if (!HARD.test(before) && before !== '>') return 0;
	const words = wordsAfter(rest);
	return prose && (words.functional >= 2 || /[.:?!]$/u.test(rest.trim())) ? 0.75 : 0;
};

/** How sure it is where two words meet, as in `yearsThe`. */
const confidenceOfWords = (text: string, at: number, rest: string, prose: boolean, known: ReadonlyMap<string, number>): number => {
	const around = wordAround(text, at);
	const left = leftWord(text, at);
	// Three words and more in one are a name.
	if (/^(?:\p{Lu}\p{Ll}+){3,}$/u.test(around)) return 0;
	const right = /^["“‘(]?([\p{L}\p{N}]+)/u.exec(rest)?.[1] ?? '';
	// A word written so elsewhere too is a name, not two words; so is a run of capitals (`JDBC`).
	if ((/\p{Lu}$/u.test(left) && /^\p{Lu}{2}/u.test(right)) || (known.get(around) ?? 0) > 1 || /^\p{Lu}\p{Ll}+$/u.test(left)) return 0;
	const knows = (word: string) => known.has(word) || known.has(word.toLowerCase());
	// A unit belongs to its number.
	if (/\d$/u.test(left) && /^(?:[KMGTP]i?B|[KMGTP]b)(?![\p{L}\p{N}])/u.test(rest)) return 0;
	const both = knows(right) && (left === '' || knows(left) || !/^\p{L}+$/u.test(left));
	if (prose) return both ? 0.9 : 0.7;
	return both && (/\s/u.test(rest.trim()) || /:$/u.test(rest.trim())) ? 0.65 : 0;
};

const confidenceAt = (text: string, at: number, known: ReadonlyMap<string, number>, inComment: boolean): number => {
	const before = text[at - 1]!;
	const rest = text.slice(at);
	const prose = isProseAfter(rest);
	const numbered = NUMBERED.test(rest);
	if (!numbered && !/^["“‘(]?\p{Lu}/u.test(rest)) return inComment ? 0 : confidenceOfName(before, rest, prose);
	const heading = readsAsHeading(rest.trim());
	// A member follows a full stop in code: `pd.Series`; only the words of a message end with one.
	if (before === '.' && text[at - 2] !== '.' && !inComment && wording(text.slice(0, at)).row < 3) return 0;
	if (numbered) return /\d/u.test(before) || (!heading && !prose && !(HARD.test(before) && rest.length < 100)) ? 0 : 0.9;
	if (GOES_ON.test(rest) || ONE_LETTER.test(rest)) return 0;
	if (HARD.test(before) && !inComment) {
		if (prose) return 0.95;
		return heading || /^\p{Lu}\p{Ll}+[\s:,.]/u.test(rest) ? 0.85 : 0;
	}
	if (!prose && !heading) return 0;
	if (/[.!?)]/u.test(before)) return 0.85;
	if (before === '/') return prose && /\p{Ll}/u.test(text[at - 2] ?? '') && !inComment ? 0.65 : 0;
	return confidenceOfWords(text, at, rest, prose, known);
};

/**
 * Finds where prose (or the comment of another sample) is glued to a line of code. Certain where code cannot go on so (a capital after a
 * closing bracket), a guess where two words meet.
 * @param before what is open before the line
 * @param knownWords how often each word of mixed case occurs in the document: `yearsThe` does not, `PySpark` does
 */
export const findBorder = (line: string, before: Balance, marks: readonly string[], knownWords: ReadonlyMap<string, number>): Border | undefined => {
	const text = line.slice(0, LIMIT);
	let best: Border | undefined;
	let tries = 0;
	let state = before;
	let done = 0;
	const commentAt = before.quote === '' ? mask(text).commentAt : text.length;
	for (const place of text.matchAll(PLACE)) {
		const at = place.index;
		// The third of three quotes opens a docstring.
		if (at === 0 || (text[at] === '"' && text[at - 1] === '"') || ++tries > TRIES) continue;
		const inComment = at > commentAt;
		// A quotation that opens the comment is its text.
		if (inComment && !/\p{L}/u.test(text.slice(commentAt, at))) continue;
		if (inComment && marks.every((mark) => !text.startsWith(mark, commentAt)) && !text.startsWith('/*', commentAt)) continue;
		// Brackets before the place: whole strings only, so the part is counted from the start of the line.
		if (at > done) {
			state = advance(before, text.slice(0, at), marks);
			done = at;
		}
		if (state.quote !== '' || endsInString(text.slice(0, Math.min(at, commentAt)))) continue;
		const rest = line.slice(at);
		if (/^(?:\/\/|--|#) /u.test(rest)) {
			if (state.depth > 0 || inComment) continue;
			const own = marks.some((mark) => rest.startsWith(mark));
			if (own && !/^(?:\/\/|--|#) \p{Lu}/u.test(rest)) continue;
			return { at, codeAfter: true, confidence: 0.8 };
		}
		let confidence = confidenceAt(text, at, knownWords, inComment);
		if (confidence === 0) continue;
		if (state.depth > 0 && !inComment) confidence -= wordsAfter(rest).functional >= 3 ? 0.25 : 0.6;
		else if (state.depth > 0) confidence -= 0.35;
		if (confidence >= 0.6 && (best === undefined || confidence > best.confidence)) best = { at, codeAfter: false, confidence };
		if (best !== undefined && best.confidence >= 0.85) return best;
	}
	return best;
};

/** Whether a quote is open at the end of a text. */
const endsInString = (text: string): boolean => {
	if (!/["'`]/u.test(text)) return false;
	const { code, commentAt } = mask(text);
	return commentAt === text.length && /["`]/u.test(code.replaceAll('""', '')) && (code.replaceAll('""', '').match(/"/gu)?.length ?? 0) % 2 === 1;
};

/** How often words occur that could be two words glued, and the words they could be made of. Linear in the text. */
export const countWords = (lines: Iterable<{ text: string }>): Map<string, number> => {
	const counts = new Map<string, number>();
	for (const { text } of lines) for (const [word] of text.slice(0, 20_000).matchAll(/[\p{L}\p{N}_]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
	return counts;
};
