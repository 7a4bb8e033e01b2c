/** SQL as words and signs: enough to split statements and to read commands, the same for all dialects. */
import type { Finding } from './sample.ts';

/** Parses one statement, without its semicolon; the finding's line counts from the statement's first. */
export type SqlParser = (statement: string) => Finding | undefined;

export interface Token {
	kind: 'word' | 'quoted' | 'string' | 'number' | 'sign' | 'open';
	text: string;
	/** Offsets into the text; `end` is exclusive. */
	start: number;
	end: number;
}

export interface Statement {
	text: string;
	/** Line of its first word, from 1, within the sample. */
	line: number;
}

/** How strings of a dialect are written. */
export interface Quoting {
	/** `\'` within a string is a quote. */
	backslash: boolean;
	/** `"a"` is a string rather than a name. */
	doubleQuotedStrings: boolean;
	/** `# …` is a comment. */
	hash: boolean;
}

const SKIP = /(?:\s+|--[^\n]*|\/\*(?!\+)[\s\S]*?\*\/)/y;
const HASH = /#[^\n]*/y;
/** `/*+ … *\/` is a hint, one sign. */
const HINT = /\/\*\+[\s\S]*?\*\//y;
const WORD = /[@$]?[\p{L}_][\p{L}\p{N}_$]*|\$\{[^}]*\}|@@?\w+|\$\d+/uy;
const NUMBER = /(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const SIGN = /<=>|=>|->>?|::|\|>|\|\||<>|[<>!]=|[\s\S]/y;
const DOLLAR = /\$(\w*)\$[\s\S]*?\$\1\$/y;
const TRIPLE = /[rRbB]{0,2}("""|''')[\s\S]*?\1/y;

const at = (pattern: RegExp, text: string, offset: number): string | undefined => {
	pattern.lastIndex = offset;
	return pattern.exec(text)?.[0];
};

/** End of the quoted text that begins at `start`, or -1 where it never ends. A doubled quote stands for one. */
function quoteEnd(text: string, start: number, backslash: boolean): number {
	const quote = text[start];
	for (let i = start + 1; i < text.length; i++) {
		if (backslash && text[i] === '\\') i++;
		else if (text[i] === quote && text[i + 1] === quote) i++;
		else if (text[i] === quote) return i + 1;
	}
	return -1;
}

/** Words and signs of a SQL text; comments are left out. A quote that is never closed becomes one token of kind `open`. */
export function tokenize(text: string, { backslash, doubleQuotedStrings, hash }: Quoting): Token[] {
	const tokens: Token[] = [];
	let i = 0;
	while (i < text.length) {
		const skipped = at(SKIP, text, i) ?? (hash ? at(HASH, text, i) : undefined);
		if (skipped) {
			i += skipped.length;
			continue;
		}
		const start = i;
		const add = (kind: Token['kind'], end: number) => {
			tokens.push({ kind, text: text.slice(start, end), start, end });
			i = end;
		};
		const long = at(DOLLAR, text, i) ?? at(TRIPLE, text, i);
		const char = text[i] ?? '';
		if (long) add('string', i + long.length);
		else if (char === "'" || char === '"' || char === '`') {
			const name = char === '`' || (char === '"' && !doubleQuotedStrings);
			const end = quoteEnd(text, i, backslash && !name);
			if (end < 0) add('open', text.length);
			else add(name ? 'quoted' : 'string', end);
		} else {
			const hint = at(HINT, text, i);
			const word = at(WORD, text, i);
			const number = at(NUMBER, text, i);
			if (hint) add('sign', i + hint.length);
			else if (word) add('word', i + word.length);
			else if (number) add('number', i + number.length);
			else add('sign', i + (at(SIGN, text, i) ?? char).length);
		}
	}
	return tokens;
}

const OPENING = new Set(['(', '[', '{']);
const CLOSING: Record<string, string> = { ')': '(', ']': '[', '}': '{' };

/** The first bracket or quote without its counterpart: its offset and what is wrong; undefined where all are paired. */
export function unpaired(tokens: Token[]): { offset: number; message: string } | undefined {
	const open: Token[] = [];
	for (const token of tokens) {
		if (token.kind === 'open') return { offset: token.start, message: `unterminated quote ${token.text.slice(0, 20)}` };
		if (token.kind !== 'sign') continue;
		if (OPENING.has(token.text)) open.push(token);
		else if (token.text in CLOSING && open.pop()?.text !== CLOSING[token.text])
			return { offset: token.start, message: `unexpected "${token.text}"` };
	}
	const last = open.at(-1);
	return last && { offset: last.start, message: `"${last.text}" is never closed` };
}

/** Statements of a text, without their semicolons. Those within `BEGIN … END` stay together. */
export function splitStatements(text: string, quoting: Quoting): Statement[] {
	const statements: Statement[] = [];
	let first: Token | undefined;
	let last: Token | undefined;
	let depth = 0;
	const flush = () => {
		if (first && last) statements.push({ text: text.slice(first.start, last.end), line: text.slice(0, first.start).split('\n').length });
		first = last = undefined;
		depth = 0;
	};
	const tokens = tokenize(text, quoting);
	tokens.forEach((token, i) => {
		const word = token.kind === 'word' ? token.text.toUpperCase() : token.text;
		const next = tokens[i + 1]?.text.toUpperCase();
		if (word === ';' && depth === 0) return flush();
		if (word === 'CASE' || (word === 'BEGIN' && next !== ';' && next !== 'TRANSACTION' && next !== undefined)) depth++;
		if (word === 'END' && !['IF', 'WHILE', 'LOOP', 'FOR', 'REPEAT'].includes(next ?? '')) depth = Math.max(0, depth - 1);
		first ??= token;
		last = token;
	});
	flush();
	return statements;
}
