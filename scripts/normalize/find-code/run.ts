import type { SourceLine } from '../model.ts';
import { advance, balanced, isOpen, type Balance } from './balance.ts';
import { findBorder, type Border } from './glue.ts';
import { classify, type LineClass } from './lines.ts';

/** A run of code lines as found: one sample. */
export interface Run {
	lines: SourceLine[];
	/** Index of the first line after the run. */
	next: number;
	/** What stood on the last line behind the code. */
	rest?: SourceLine;
	lang?: string;
	confidence: number;
	/** Why a person should look, where confidence is low. */
	reason?: string;
}

/** How far to look ahead at a doubtful line. */
const AHEAD = 12;
/** How far to look for the end of a string over several lines. */
const STRING_AHEAD = 60;

/** Lines of a document with what each is by itself, classified once and on demand. */
export class Lines {
	readonly lines: readonly SourceLine[];
	readonly words: ReadonlyMap<string, number>;
	readonly #classes = new Map<number, LineClass>();

	constructor(lines: readonly SourceLine[], words: ReadonlyMap<string, number>) {
		this.lines = lines;
		this.words = words;
	}

	text(index: number): string {
		return this.lines[index]?.text ?? '';
	}

	/** A line was replaced by a part of it. */
	forget(index: number): void {
		this.#classes.delete(index);
	}

	class(index: number): LineClass {
		let found = this.#classes.get(index);
		if (found === undefined) {
			found = classify(this.text(index));
			this.#classes.set(index, found);
			// Only lines near by are asked for again.
			if (this.#classes.size > 4096) for (const key of this.#classes.keys()) if (key < index - 128) this.#classes.delete(key);
		}
		return found;
	}
}

const MARKS: Readonly<Record<string, readonly string[]>> = { sql: ['--'], 'c-like': ['//'], python: ['#'], bash: ['#'], yaml: ['#'] };
const ALL_MARKS = ['# ', '-- ', '// '];

/** Marks of comments in a language; of all languages when it is not known. */
export const marksOf = (lang: string | undefined): readonly string[] => (lang === undefined ? ALL_MARKS : (MARKS[lang] ?? ALL_MARKS));

/** Languages whose lines cannot be told apart line by line. */
const FAMILIES = [
	['properties', 'toml', 'bash', 'dockerfile'],
	['yaml', 'json', 'properties'],
	['plan', 'log'],
];

/** Whether two lines can stand in one sample. */
export const sameFamily = (one: string, other: string): boolean => one === other || FAMILIES.some((family) => family.includes(one) && family.includes(other));

/** Whether the string that is open closes within reach; when it does not, its opening quote was a mistake. */
const closesString = (source: Lines, from: number, quote: string): boolean => {
	for (let index = from; index < from + STRING_AHEAD && index < source.lines.length; index++) if (source.text(index).includes(quote)) return true;
	return false;
};

/** Whether the next lines that are not blank and no comment are code again. */
const codeAhead = (source: Lines, from: number): boolean => {
	for (let index = from; index < from + AHEAD && index < source.lines.length; index++) {
		const { kind } = source.class(index);
		if (kind === 'blank' || kind === 'comment' || kind === 'maybe') continue;
		return kind === 'code';
	}
	return false;
};

/** Whether the brackets that are open close within reach on lines that are not all prose. */
const closesBrackets = (source: Lines, from: number, state: Balance, marks: readonly string[]): boolean => {
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

/** Whether a line that reads as prose can be code all the same, because something is open. */
const survivesProse = (source: Lines, index: number, state: Balance, marks: readonly string[]): boolean => {
	if (state.depth === 0) return state.promises && source.class(index).words.functional < 2 && !/^[-•*] /u.test(source.text(index)) && codeAhead(source, index + 1);
	const { words } = source.class(index);
	if (words.functional >= 4 && words.plain > 8) return false;
	return closesBrackets(source, index, state, marks);
};

/** Whether the sample ends before this line because the line is of another language for sure. */
const changesLanguage = (run: { lang?: string; sure: boolean }, seen: LineClass, state: Balance): boolean =>
	run.lang !== undefined && run.sure && seen.lang !== undefined && seen.sure && state.depth === 0 && state.quote === '' && !sameFamily(run.lang, seen.lang);

/** Language of the first line of code at or after an index, over comments. */
const nextLanguage = (source: Lines, from: number): LineClass | undefined => {
	for (let index = from; index < from + AHEAD && index < source.lines.length; index++) {
		const seen = source.class(index);
		if (seen.kind === 'code') return seen;
		if (seen.kind !== 'comment' && seen.kind !== 'blank') return undefined;
	}
	return undefined;
};

const trimBlank = (lines: SourceLine[]): void => {
	while (lines.length > 0 && lines.at(-1)!.text.trim() === '') lines.pop();
};

/** How sure it is that lines are code: by the number of lines that can be nothing else. */
const confidenceOf = (strong: number, total: number): number => {
	if (strong >= 3 || (strong === 2 && total <= 4)) return 0.95;
	if (strong === 2) return 0.85;
	return strong === 1 ? 0.8 : 0.6;
};

/**
 * Takes the lines of one sample from a line that begins code: to the line before prose, or to a border within a line.
 * @param start index of the first line
 */
export const takeRun = (source: Lines, start: number): Run => {
	const lines: SourceLine[] = [];
	let lang: string | undefined;
	let sure = false;
	let state = balanced();
	let strong = 0;
	let lowest = 1;
	let index = start;
	let border: Border | undefined;
	let rest: SourceLine | undefined;
	const finish = (): Run => {
		trimBlank(lines);
		const confidence = Math.min(lowest, confidenceOf(strong, lines.length));
		return { lines, next: index, confidence, ...(lang !== undefined && { lang }), ...(rest && { rest }), ...(border && border.confidence < 0.8 && { reason: 'border' }) };
	};
	for (; index < source.lines.length; index++) {
		const line = source.lines[index]!;
		const seen = source.class(index);
		const marks: readonly string[] = seen.kind === 'comment' ? ALL_MARKS : marksOf(sure ? lang : undefined);
		const inString = state.quote !== '';
		if (seen.kind === 'blank') {
			if (!inString && !goesOnAfterBlank(source, index + 1, state)) return finish();
			lines.push(line);
			continue;
		}
		if (!inString && lines.length > 0 && seen.kind === 'code' && changesLanguage({ sure, ...(lang !== undefined && { lang }) }, seen, state)) return finish();
		// Where prose is glued to the line the line as a whole may read as prose: the part before the border decides.
		border = inString && !line.text.includes(state.quote) ? undefined : findBorder(line.text, state, marks, source.words);
		if (border !== undefined && !border.codeAfter && !endsHere(source, index, state, border)) border = undefined;
		if (!inString && lines.length > 0 && border === undefined && seen.kind === 'comment' && state.depth === 0 && isOtherComment(source, index, lang, sure, state)) return finish();
		const own = border === undefined ? line.text : line.text.slice(0, border.at);
		const part: LineClass = border === undefined ? seen : classify(own);
		if (!inString && !belongs(source, index, part, { state, marks, parted: border !== undefined, ...(lang !== undefined && { lang }), ...(lines.length > 0 && { last: lines.at(-1)!.text }) })) {
			border = undefined;
			return finish();
		}
		if (part.kind === 'code' && inString) strong++;
		else if (part.kind === 'code') {
			strong++;
			if (lang === undefined || (!sure && part.sure && part.lang !== undefined)) {
				lang = part.lang ?? lang;
				sure = part.sure && part.lang !== undefined;
			}
		} else if (lang === undefined) lang = part.lang;
		lines.push({ number: line.number, text: own.trimEnd() });
		state = advance(state, own, marks);
		if (state.quote !== '' && !inString && !closesString(source, index + 1, state.quote)) state = { ...state, quote: '' };
		if (border !== undefined) {
			rest = { number: line.number, text: line.text.slice(border.at) };
			lowest = border.confidence;
			index++;
			return finish();
		}
	}
	return finish();
};

/** Whether code goes on behind a blank line. */
const goesOnAfterBlank = (source: Lines, from: number, state: Balance): boolean => {
	let index = from;
	while (index < from + 3 && source.class(index).kind === 'blank' && index < source.lines.length) index++;
	const seen = source.class(index);
	if (index >= source.lines.length || seen.kind === 'blank') return false;
	if (seen.kind === 'code') return true;
	if (seen.kind === 'comment') return nextLanguage(source, index) !== undefined;
	return state.depth > 0 && seen.kind === 'maybe';
};

/** A comment with another mark than this language's, or one that heads code of another language. */
const isOtherComment = (source: Lines, index: number, lang: string | undefined, sure: boolean, state: Balance): boolean => {
	const text = source.text(index).trim();
	const marks = marksOf(lang);
	const next = nextLanguage(source, index + 1);
	const other = next?.lang !== undefined && next.sure && lang !== undefined && sure && !sameFamily(next.lang, lang);
	if (marks !== ALL_MARKS && !marks.some((mark) => text.startsWith(mark))) return !text.startsWith('/*') && (other || next !== undefined || !state.promises);
	// `-- Spark` above Python can be read by SQL only.
	return other && !(lang === 'sql' && text.startsWith('--'));
};

/** Whether a border within a line can be the end of the sample: the next line must not go on with the same code. */
const endsHere = (source: Lines, index: number, state: Balance, border: Border): boolean => {
	if (border.confidence >= 0.85) return true;
	const next = source.class(index + 1);
	if (next.kind !== 'code') return true;
	return state.depth === 0 && next.sure && border.confidence >= 0.7;
};

interface Around {
	state: Balance;
	marks: readonly string[];
	/** Whether prose was glued to the line. */
	parted: boolean;
	lang?: string;
	/** The line of the run before this one; absent on the first. */
	last?: string;
}

/** Whether a line (or the part of it before a border) belongs to the run. */
const belongs = (source: Lines, index: number, seen: LineClass, { state, marks, parted, lang, last }: Around): boolean => {
	if (seen.kind === 'code' || seen.kind === 'comment' || seen.kind === 'blank') return true;
	if (last === undefined) return seen.kind === 'maybe';
	if (seen.kind === 'maybe') {
		if (parted || isOpen(state) || (seen.lang !== undefined && seen.lang === lang) || classify(last).kind === 'comment') return true;
		return codeAhead(source, index + 1);
	}
	if (!parted) return survivesProse(source, index, state, marks);
	// A message of a log goes on over lines.
	return state.depth > 0 || state.promises || (lang === 'log' && /^\p{Ll}/u.test(source.text(index)) && !/[.:]$/u.test(last));
};
