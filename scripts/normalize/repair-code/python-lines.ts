/** Python text as logical lines: statements, which go on in brackets, in strings of three quotes and after a backslash. */

export interface PythonToken {
	kind: 'name' | 'number' | 'string' | 'sign';
	text: string;
	/** Brackets around it. */
	depth: number;
	/** Index of the line on which it begins. */
	line: number;
}

export interface LogicalLine {
	/** Indexes of its first and last line in the text. */
	first: number;
	last: number;
	tokens: PythonToken[];
}

/** A line as it begins: what it continues. */
interface LineStart {
	/** It begins within a string: its blanks are the string's. */
	inString: boolean;
	/** It continues the line before it, in brackets or after a backslash. */
	continues: boolean;
}

interface PythonText {
	logical: LogicalLine[];
	starts: LineStart[];
	/** False where a bracket or a quote has no counterpart: then where statements end is unknown. */
	complete: boolean;
}

const NAME = /[\p{L}_][\p{L}\p{N}_]*/uy;
const NUMBER = /(?:\d[\w.]*|\.\d[\w.]*)/y;
const SIGN = /\*\*=|\/\/=|>>=|<<=|\.\.\.|->|:=|[-+*/%&|^@=!<>]=|\*\*|\/\/|>>|<<|[\s\S]/uy;
/** A comment behind the backslash is an error, but it is clear what was meant. */
const CONTINUED = /\\(?:[^\S\n]*#[^\n]*)?\n/y;
const PREFIX = /^(?:[rbuft]|rb|br|fr|rf|tr|rt)$/i;
const CLOSING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

function match(pattern: RegExp, text: string, offset: number): string | undefined {
	pattern.lastIndex = offset;
	return pattern.exec(text)?.[0];
}

/** Where the string that begins at `offset` ends, and whether it is closed. */
function stringEnd(text: string, offset: number): { end: number; closed: boolean } {
	const quote = text[offset] ?? '';
	const triple = text.startsWith(quote.repeat(3), offset);
	for (let i = offset + (triple ? 3 : 1); i < text.length; i++) {
		if (text[i] === '\\') i++;
		else if (triple ? text.startsWith(quote.repeat(3), i) : text[i] === quote) return { end: i + (triple ? 3 : 1), closed: true };
		else if (!triple && text[i] === '\n') return { end: i, closed: false };
	}
	return { end: text.length, closed: false };
}

/** Reads a text once, from its start to its end. Comments and blank lines belong to no logical line. */
export function readPython(text: string): PythonText {
	const starts: LineStart[] = [{ inString: false, continues: false }];
	const logical: LogicalLine[] = [];
	const open: string[] = [];
	let complete = true;
	let current: LogicalLine | undefined;
	const line = () => starts.length - 1;
	const add = (kind: PythonToken['kind'], token: string, at = line()) => {
		current ??= { first: at, last: at, tokens: [] };
		current.tokens.push({ kind, text: token, depth: open.length, line: at });
		current.last = line();
	};
	for (let i = 0; i < text.length; ) {
		const char = text[i] ?? '';
		if (char === '\n') {
			if (open.length === 0 && current) {
				logical.push(current);
				current = undefined;
			}
			starts.push({ inString: false, continues: current !== undefined });
			i++;
		} else if (char === '\\' && match(CONTINUED, text, i)) {
			starts.push({ inString: false, continues: true });
			i += match(CONTINUED, text, i)?.length ?? 1;
		} else if (char === '#') {
			const end = text.indexOf('\n', i);
			i = end < 0 ? text.length : end;
		} else if (/\s/.test(char)) i++;
		else if (char === '"' || char === "'") {
			const { end, closed } = stringEnd(text, i);
			const at = line();
			complete &&= closed;
			for (let j = text.indexOf('\n', i); j >= 0 && j < end; j = text.indexOf('\n', j + 1)) starts.push({ inString: true, continues: true });
			const last = current?.tokens.at(-1);
			const prefixed = last?.kind === 'name' && PREFIX.test(last.text) && text.slice(i - last.text.length, i) === last.text;
			if (prefixed) current?.tokens.pop();
			add('string', (prefixed ? last.text : '') + text.slice(i, end), at);
			i = end;
		} else {
			const name = match(NAME, text, i);
			const number = name ? undefined : match(NUMBER, text, i);
			const sign = match(SIGN, text, i) ?? char;
			if (sign in CLOSING && !name && open.pop() !== CLOSING[sign]) complete = false;
			add(name ? 'name' : number ? 'number' : 'sign', name ?? number ?? sign);
			if (!name && (sign === '(' || sign === '[' || sign === '{')) open.push(sign);
			i += (name ?? number ?? sign).length;
		}
	}
	if (current) logical.push(current);
	return { logical, starts, complete: complete && open.length === 0 };
}
