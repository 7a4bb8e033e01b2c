/** What is still open after some lines of code: brackets and a string over several lines. */
export interface Balance {
	/** Open brackets, round, square and curly; never below zero. */
	depth: number;
	/** The quotes that will close the open string: `"""`, `'''`; empty when none is open. */
	quote: string;
	/** A closing bracket came that nothing had opened. */
	broken: boolean;
	/** The line ended with a sign that promises more: a comma, an operator, a backslash. */
	promises: boolean;
}

export const balanced = (): Balance => ({ depth: 0, quote: '', broken: false, promises: false });

const TRIPLE = /"""|'''|\$\$/u;

/** Length up to which brackets of a line are counted. */
const LIMIT = 4000;

const PROMISE = /(?:[,([{\\]|(?:^|\s)(?:=|\+|-|\*|\/|<|>|<=|>=|=>|->|==|<>|!=|\|\||&&|\||&|and|or|not|in|AND|OR|ON|AS|IN|BY|SELECT|FROM|SET|VALUES|THEN|USING|NOT|INTO|TABLE))$/u;

const isWordBefore = (text: string, at: number): boolean => /[\p{L}\p{N}_]/u.test(text[at - 1] ?? ' ');

/** Where a string that opens at `at` ends, or -1. */
const stringEnd = (text: string, at: number): number => {
	const quote = text[at]!;
	for (let index = at + 1; index < text.length; index++) {
		if (text[index] === '\\') index++;
		else if (text[index] === quote) return index;
	}
	return -1;
};

/**
 * The balance after one more line. Strings and comments of the line are left out; a string in three quotes goes on over lines.
 * @param commentMarks the marks that begin a comment here: `#` is none in SQL, `--` none in Python
 */
export const advance = (before: Balance, line: string, commentMarks: readonly string[]): Balance => {
	const text = line.length > LIMIT ? line.slice(0, LIMIT) : line;
	const after: Balance = { depth: before.depth, quote: before.quote, broken: false, promises: false };
	const unclosed = new Set<string>();
	let end = text.length;
	let at = 0;
	while (at < text.length) {
		if (after.quote !== '') {
			const close = text.indexOf(after.quote, at);
			if (close < 0) return after;
			at = close + after.quote.length;
			after.quote = '';
			continue;
		}
		const character = text[at]!;
		const three = text.slice(at, at + 3);
		if (character === '"' || character === "'" || character === '$' || character === '`') {
			const opener = TRIPLE.exec(three);
			if (opener?.index === 0) {
				after.quote = opener[0];
				at += opener[0].length;
				continue;
			}
			const apostrophe = character === "'" && isWordBefore(text, at) && !/(?:^|[^\p{L}\p{N}_])[rbfu]{1,2}$/iu.test(text.slice(Math.max(0, at - 4), at));
			if (character !== '$' && !apostrophe && !unclosed.has(character)) {
				const close = stringEnd(text, at);
				if (close < 0) unclosed.add(character);
				else at = close;
			}
		} else if (commentMarks.some((mark) => text.startsWith(mark, at)) && /^[\s,;)]?$/u.test(text[at - 1] ?? '')) {
			end = at;
			break;
		} else if (character === '(' || character === '[' || character === '{') after.depth++;
		else if (character === ')' || character === ']' || character === '}') {
			if (after.depth === 0) after.broken = true;
			else after.depth--;
		}
		at++;
	}
	after.promises = PROMISE.test(text.slice(Math.max(0, end - 40), end).trimEnd());
	if (unclosed.has('"')) after.promises = true;
	return after;
};

/** Whether anything is open. */
export const isOpen = (state: Balance): boolean => state.depth > 0 || state.quote !== '' || state.promises;
