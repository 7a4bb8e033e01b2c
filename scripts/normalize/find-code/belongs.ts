/** Whether a line goes on with the code above it. */
import { closesBrackets, codeAhead, nextLanguage } from './ahead.ts';
import { isOpen, type Balance } from './balance.ts';
import type { Border } from './glue.ts';
import { ALL_MARKS, marksOf, sameFamily } from './languages.ts';
import { classify, type LineClass } from './lines.ts';
import type { Lines } from './source.ts';

/** Whether a line that reads as prose can be code all the same, because something is open. */
const survivesProse = (source: Lines, index: number, state: Balance, marks: readonly string[]): boolean => {
	const { words } = source.class(index);
	if (state.depth === 0) return state.promises && words.functional < 2 && !/^[-•*] /u.test(source.text(index)) && codeAhead(source, index + 1);
	if (words.functional >= 4 && words.plain > 8) return false;
	return closesBrackets(source, index, state, marks);
};

/** Whether the sample ends before this line because the line is of another language for sure. */
export const changesLanguage = (run: { lang?: string; sure: boolean }, seen: LineClass, state: Balance): boolean =>
	run.lang !== undefined && run.sure && seen.lang !== undefined && seen.sure && state.depth === 0 && state.quote === '' && !sameFamily(run.lang, seen.lang);

/** Whether code goes on behind a blank line. */
export const goesOnAfterBlank = (source: Lines, from: number, state: Balance): boolean => {
	let index = from;
	while (index < from + 3 && source.class(index).kind === 'blank' && index < source.lines.length) index++;
	const seen = source.class(index);
	if (index >= source.lines.length || seen.kind === 'blank') return false;
	if (seen.kind === 'code') return true;
	if (seen.kind === 'comment') return nextLanguage(source, index) !== undefined;
	return state.depth > 0 && seen.kind === 'maybe';
};

/** A comment with another mark than this language's, or one that heads code of another language. */
export const isOtherComment = (source: Lines, index: number, lang: string | undefined, sure: boolean, state: Balance): boolean => {
	const text = source.text(index).trim();
	const marks = marksOf(lang);
	const next = nextLanguage(source, index + 1);
	const other = next?.lang !== undefined && next.sure && lang !== undefined && sure && !sameFamily(next.lang, lang);
	if (marks !== ALL_MARKS && !marks.some((mark) => text.startsWith(mark))) return !text.startsWith('/*') && (other || next !== undefined || !state.promises);
	// `-- Spark` above Python can be read by SQL only.
	return other && !(lang === 'sql' && text.startsWith('--'));
};

/** Whether a border within a line can be the end of the sample: the next line must not go on with the same code. */
export const endsHere = (source: Lines, index: number, state: Balance, border: Border): boolean => {
	if (border.confidence >= 0.85) return true;
	const next = source.class(index + 1);
	if (next.kind !== 'code') return true;
	return state.depth === 0 && next.sure && border.confidence >= 0.7;
};

/** `if …:` above `elif …:`, whatever words stand between: a decision written as code. */
export const opensBranches = (source: Lines, index: number): boolean =>
	/^if\b.*:/u.test(source.text(index)) && /^(?:elif|else if)\b/u.test(source.text(index + 1));

/** A clause of a statement that is written in small letters: `using iceberg` below `create table …`. */
const isSmallClause = (text: string, last: string, lang: string | undefined): boolean =>
	lang === 'sql' && /^[a-z]/u.test(last) && SMALL_CLAUSE.test(text) && !/[.:?!]$/u.test(text.replace(/\.{3}$/u, ''));

const SMALL_CLAUSE =
	/^(?:as select|using \w+$|partitioned by ?\(|from [\w.]+|where [\w.]+ ?[<>=!]|(?:left |inner |cross )?join [\w.]+|on [\w.]+ ?=|(?:group|order) by [\w.]|limit \d|set \w+ ?=|values ?\(|location '|tblproperties ?\(|stored as )/u;

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
export const belongs = (source: Lines, index: number, seen: LineClass, { state, marks, parted, lang, last }: Around): boolean => {
	if (seen.kind === 'code' || seen.kind === 'comment' || seen.kind === 'blank') return true;
	if (opensBranches(source, index)) return true;
	if (last === undefined) return seen.kind === 'maybe';
	if (!parted && isSmallClause(source.text(index).trim(), last.trim(), lang)) return true;
	if (seen.kind === 'maybe') {
		if (parted || isOpen(state) || (seen.lang !== undefined && seen.lang === lang) || classify(last).kind === 'comment') return true;
		return codeAhead(source, index + 1);
	}
	if (!parted) return survivesProse(source, index, state, marks);
	// A message of a log goes on over lines.
	return state.depth > 0 || state.promises || (lang === 'log' && /^\p{Ll}/u.test(source.text(index)) && !/[.:]$/u.test(last));
};
