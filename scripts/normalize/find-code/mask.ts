/** What stays of a line when its strings and its comment are set aside: words in those say nothing about prose. */
export interface Masked {
	/** The line with every string literal replaced by `""`, without its comment. */
	code: string;
	/** Column where a comment begins, or the length of the line. */
	commentAt: number;
	/** The mark of the comment: `#`, `--`, `//`, `/*`. */
	mark?: '#' | '--' | '//' | '/*';
	/** Whether a quote was opened and not closed on the line. */
	open: boolean;
}

const WORD = /[\p{L}\p{N}_]/u;
const isWord = (character: string | undefined): boolean => character !== undefined && WORD.test(character);
const isSpace = (character: string | undefined): boolean => character === undefined || character === ' ' || character === '\t';

/** Where the string that opens at `at` ends (after its closing quote), or undefined: not closed on this line. */
const endOfString = (text: string, at: number): number | undefined => {
	const quote = text[at]!;
	if (text.startsWith(quote.repeat(3), at) && quote !== '`') {
		const close = text.indexOf(quote.repeat(3), at + 3);
		return close < 0 ? undefined : close + 3;
	}
	for (let index = at + 1; index < text.length; index++) {
		if (text[index] === '\\') index++;
		else if (text[index] === quote) return index + 1;
	}
	return undefined;
};

/** An apostrophe is no quote: `don't`, `Spark's`, `engines'`. Letters before a quote are a prefix only when they stand alone: `f'…'`. */
const opensString = (text: string, at: number): boolean => {
	if (text[at] === '"') return true;
	if (!isWord(text[at - 1])) return true;
	return text[at] === "'" && /(?:^|[^\p{L}\p{N}_])[rbfuRBFU]{1,2}$/u.test(text.slice(Math.max(0, at - 4), at));
};

const commentMark = (text: string, at: number): Masked['mark'] | undefined => {
	const before = text[at - 1];
	if (text[at] === '#') return isSpace(before) && (isSpace(text[at + 1]) || text[at + 1] === '#') ? '#' : undefined;
	if (text.startsWith('--', at)) {
		const parted = isSpace(before) || before === ',' || before === ';';
		return parted && (isSpace(text[at + 2]) || text[at + 2] === '-') ? '--' : undefined;
	}
	if (text.startsWith('//', at)) return (isSpace(before) || /[;,){}]/u.test(before ?? ';')) && !WORD.test(text[at + 2] ?? ' ') ? '//' : undefined;
	return text.startsWith('/*', at) ? '/*' : undefined;
};

/**
 * Sets strings and the comment of a line aside.
 * @param text one line
 * @param limit characters looked at; a longer line is cut there
 */
export const mask = (text: string, limit = 4000): Masked => {
	const line = text.length > limit ? text.slice(0, limit) : text;
	let code = '';
	let open = false;
	// One failed search for a closing quote answers for all later ones of the same kind on the line.
	const unclosed = new Set<string>();
	for (let at = 0; at < line.length; at++) {
		const character = line[at]!;
		if (character === '"' || character === "'" || character === '`') {
			if (unclosed.has(character) || !opensString(line, at)) {
				code += character;
				continue;
			}
			const end = endOfString(line, at);
			if (end === undefined) {
				unclosed.add(character);
				open = true;
				code += character;
				continue;
			}
			code += '""';
			at = end - 1;
			continue;
		}
		if (character === '#' || character === '-' || character === '/') {
			const mark = commentMark(line, at);
			if (mark !== undefined) return { code, commentAt: at, mark, open };
		}
		code += character;
	}
	return { code, commentAt: line.length, open };
};
