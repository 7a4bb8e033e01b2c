/** Indentation by brackets, for languages in which it has no meaning: only the blanks at the start of lines change. */

/** How a language writes what no bracket in counts. */
export interface Lexis {
	/** Begins of comments that run to the end of the line. */
	line: readonly string[];
	/** Comments with an end; they may hold several lines. */
	block: readonly (readonly [string, string])[];
	/** Quotes that may hold several lines come first: `"""` before `"`. */
	quotes: readonly { mark: string; multiline: boolean; escape: boolean }[];
}

interface BracketLine {
	/** It begins within a string or a comment of several lines: its blanks stay. */
	inside: boolean;
	/** Closing brackets before anything else. */
	leading: number;
	/** Brackets, `(` for each opening one and `)` for each closing one. */
	brackets: string;
	/** Something other than brackets and blanks stands in it. */
	other: boolean;
	/** The line without comments and strings; these leave a blank. */
	code: string;
}

/** Reads a text once. `complete` is false where a bracket, quote or comment has no counterpart. */
export function readBrackets(text: string, lexis: Lexis): { lines: BracketLine[]; complete: boolean } {
	const lines: BracketLine[] = [];
	let current: BracketLine = { inside: false, leading: 0, brackets: '', other: false, code: '' };
	let depth = 0;
	let complete = true;
	const newline = (inside: boolean) => {
		lines.push(current);
		current = { inside, leading: 0, brackets: '', other: false, code: '' };
	};
	/** Passes what ends in `mark`; gives the offset behind it. */
	const pass = (from: number, mark: string, multiline: boolean, escape: boolean): number => {
		for (let i = from; i < text.length; i++) {
			if (text.startsWith(mark, i)) return i + mark.length;
			if (escape && text[i] === '\\' && text[i + 1] !== '\n') i++;
			else if (text[i] === '\n') {
				if (!multiline) return (complete = false), i;
				newline(true);
			}
		}
		complete = false;
		return text.length;
	};
	for (let i = 0; i < text.length; ) {
		const char = text[i] ?? '';
		const block = lexis.block.find(([mark]) => text.startsWith(mark, i));
		const quote = block ? undefined : lexis.quotes.find(({ mark }) => text.startsWith(mark, i));
		if (char === '\n') {
			newline(false);
			i++;
		} else if (!block && lexis.line.some((mark) => text.startsWith(mark, i))) {
			const end = text.indexOf('\n', i);
			i = end < 0 ? text.length : end;
		} else if (block) {
			i = pass(i + block[0].length, block[1], true, false);
			current.code += ' ';
		} else if (quote) {
			current.other = true;
			current.code += '""';
			i = pass(i + quote.mark.length, quote.mark, quote.multiline, quote.escape);
		} else {
			if ('([{'.includes(char)) {
				current.brackets += '(';
				depth++;
			} else if (')]}'.includes(char)) {
				// Nothing but closing brackets so far.
				if (current.brackets === ')'.repeat(current.leading) && !current.other) current.leading++;
				current.brackets += ')';
				if (--depth < 0) complete = false;
			}
			if (!'()[]{}'.includes(char) && char.trim()) current.other = true;
			current.code += char;
			i++;
		}
	}
	lines.push(current);
	return { lines, complete: complete && depth === 0 };
}

/** Lines that go on with the one before them: `.map(…)`, `? x`, `&& y`. */
const CONTINUES = /^(?:\.(?!\.)[A-Za-z]|[?:](?!:)\s|&&|\|\||->|\+\s|extends\s|implements\s|throws\s)/;

/**
 * A text indented by its brackets, with lines that go on with the one before hanging below it. Lines in strings and comments of several lines
 * stay as they are.
 * @param labels lines of a block that stand further out, `case x:`
 */
export function indentByBrackets(text: string, lexis: Lexis, step = 2, labels?: RegExp): string {
	const { lines } = readBrackets(text, lexis);
	const open: { column: number; label: boolean }[] = [];
	return text
		.split('\n')
		.map((source, i) => {
			const line = lines[i];
			if (!line || line.inside) return source;
			const body = source.trim();
			const closed = line.leading > 0 ? open.at(-line.leading) : undefined;
			const block = open.at(-1);
			const isLabel = labels?.test(body) ?? false;
			const base = line.leading > 0 ? (closed?.column ?? 0) : block ? block.column + step : 0;
			const own = base + (line.leading > 0 ? 0 : (block?.label && !isLabel ? step : 0) + (CONTINUES.test(body) ? step : 0));
			if (block && isLabel) block.label = true;
			for (const bracket of line.brackets) {
				if (bracket === '(') open.push({ column: own, label: false });
				else open.pop();
			}
			return body && ' '.repeat(own) + body;
		})
		.join('\n');
}
