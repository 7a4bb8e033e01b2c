/**
 * Commands as their documentation writes them: `OPTIMIZE <table> [ WHERE <expr> ] [ ZORDER BY ( <names> ) ]`.
 * Words stand for themselves, `[ … ]` may be left out, `{ a | b }` is a choice, `<…>` stands for a part:
 * name, table (a dotted name), names (several of them), words, literal, string, number, unit (of time),
 * options (`key = value` …), pairs (`'key' = 'value', …`, the sign may be left out), and those of `FRAMES`, which a parser of the dialect goes on to check.
 */
import type { Token } from './sql-text.ts';

type Node = { word: string } | { part: string } | { choice: Node[][]; optional: boolean };

export interface Pattern {
	/** As written. */
	text: string;
	/** Its words before the first part, option or choice. */
	head: string[];
	nodes: Node[];
}

/** Parts that stand for whole expressions or queries, and the statement a parser is shown in their place. */
const FRAMES: Record<string, (text: string) => string> = {
	expr: (text) => `SELECT ${text}`,
	// A procedure's parameter may be called `table` or `where`.
	args: (text) => `SELECT f(${text.replace(/\b\w+(?=\s*=>)/g, 'a')})`,
	order: (text) => `SELECT a FROM t ORDER BY ${text}`,
	type: (text) => `SELECT CAST(a AS ${text})`,
	columns: (text) => `CREATE TABLE t (${text})`,
	expectations: (text) =>
		`CREATE TABLE t (${text.replace(/\bEXPECT(?=\s*\()/gi, 'CHECK').replace(/\bON\s+VIOLATION\s+(?:DROP\s+ROW|FAIL\s+UPDATE)\b/gi, '')})`,
	assignments: (text) => `UPDATE t SET ${text}`,
	relation: (text) => `SELECT * FROM ${text}`,
	merge: (text) => `MERGE INTO ${text}`,
	query: (text) => text,
};

const UNIT = /^(?:SECOND|MINUTE|HOUR|DAY|WEEK|MONTH|YEAR)S?$/i;

function readNodes(words: string[], closing?: string): Node[][] {
	const choices: Node[][] = [[]];
	for (let word = words.shift(); word !== undefined && word !== closing; word = words.shift()) {
		const current = choices.at(-1) ?? [];
		if (word === '|') choices.push([]);
		else if (word === '[') current.push({ choice: readNodes(words, ']'), optional: true });
		else if (word === '{') current.push({ choice: readNodes(words, '}'), optional: false });
		else current.push(/^<\w+>$/.test(word) ? { part: word.slice(1, -1) } : { word });
	}
	return choices;
}

/** Reads a command's pattern. */
export function pattern(text: string): Pattern {
	const nodes = readNodes(text.split(' '))[0] ?? [];
	const end = nodes.findIndex((node) => !('word' in node));
	const head = (end < 0 ? nodes : nodes.slice(0, end)).flatMap((node) => ('word' in node ? [node.word] : []));
	return { text, head, nodes };
}

type Capture = { frame: (text: string) => string; text: string };
type Match = { end: number; captures: Capture[] };

const isName = (token: Token | undefined): boolean => token?.kind === 'word' || token?.kind === 'quoted';

/** End of the dotted name at `from`, or -1. */
function dotted(tokens: Token[], from: number): number {
	if (!isName(tokens[from])) return -1;
	let end = from + 1;
	while (tokens[end]?.text === '.' && isName(tokens[end + 1])) end += 2;
	return end;
}

function* part(name: string, tokens: Token[], from: number, source: string): Generator<Match> {
	const frame = FRAMES[name];
	if (frame) {
		let depth = 0;
		for (let end = from; end < tokens.length; end++) {
			const sign = tokens[end]?.text ?? '';
			if (sign === '(') depth++;
			if (sign === ')' && --depth < 0) return;
			if (depth === 0) yield { end: end + 1, captures: [{ frame, text: source.slice(tokens[from]?.start, tokens[end]?.end) }] };
		}
		return;
	}
	const done = (end: number): Match[] => (end > from ? [{ end, captures: [] }] : []);
	const kind = tokens[from]?.kind;
	if (name === 'name') yield* done(isName(tokens[from]) ? from + 1 : -1);
	else if (name === 'literal') yield* done(kind === 'string' || kind === 'number' || kind === 'word' ? from + 1 : -1);
	else if (name === 'string') yield* done(kind === 'string' ? from + 1 : -1);
	else if (name === 'number') yield* done(kind === 'number' ? from + 1 : -1);
	else if (name === 'unit') yield* done(UNIT.test(tokens[from]?.text ?? '') ? from + 1 : -1);
	else if (name === 'words') {
		for (let end = from; isName(tokens[end]); end += 2) {
			while (isName(tokens[end + 1])) yield { end: ++end, captures: [] };
			yield { end: end + 1, captures: [] };
			if (tokens[end + 1]?.text !== ',') break;
		}
	} else if (name === 'table') yield* done(dotted(tokens, from));
	else if (name === 'names') {
		let end = dotted(tokens, from);
		while (end > 0 && tokens[end]?.text === ',' && dotted(tokens, end + 1) > 0) end = dotted(tokens, end + 1);
		yield* done(end);
	} else if (name === 'pairs' || name === 'options') {
		let end = from;
		while (isName(tokens[end]) || tokens[end]?.kind === 'string') {
			const key = name === 'pairs' && tokens[end]?.kind === 'string' ? end + 1 : dotted(tokens, end);
			if (key < 0) break;
			const equals = tokens[key]?.text === '=';
			if (!equals && name === 'options') break;
			const value = valueEnd(tokens, equals ? key + 1 : key);
			if (value < 0) break;
			end = value;
			yield { end, captures: [] };
			if (tokens[end]?.text === ',') end++;
			else if (name === 'pairs') break;
		}
	} else throw new Error(`unknown part <${name}>`);
}

/** End of an option's value: a literal, a name or something in brackets. */
function valueEnd(tokens: Token[], from: number): number {
	const token = tokens[from];
	if (!token) return -1;
	if (token.text !== '(' && token.text !== '[') return token.kind === 'sign' ? -1 : token.kind === 'word' ? dotted(tokens, from) : from + 1;
	let depth = 0;
	for (let end = from; end < tokens.length; end++) {
		const sign = tokens[end]?.text ?? '';
		if (sign === '(' || sign === '[') depth++;
		if ((sign === ')' || sign === ']') && --depth === 0) return end + 1;
	}
	return -1;
}

function* sequence(nodes: Node[], tokens: Token[], from: number, source: string): Generator<Match> {
	const [node, ...rest] = nodes;
	if (!node) {
		yield { end: from, captures: [] };
		return;
	}
	for (const first of single(node, tokens, from, source))
		for (const others of sequence(rest, tokens, first.end, source))
			yield { end: others.end, captures: [...first.captures, ...others.captures] };
}

function* single(node: Node, tokens: Token[], from: number, source: string): Generator<Match> {
	if ('word' in node) {
		const token = tokens[from];
		if (token && token.kind !== 'string' && token.text.toUpperCase() === node.word) yield { end: from + 1, captures: [] };
	} else if ('part' in node) yield* part(node.part, tokens, from, source);
	else {
		for (const choice of node.choice) yield* sequence(choice, tokens, from, source);
		if (node.optional) yield { end: from, captures: [] };
	}
}

/** Ways to read a text by a pattern are tried up to this number; each costs a call of the parser. */
const MOST_READINGS = 40;

/**
 * Holds a statement against a pattern.
 * @param accepts the dialect's parser, shown the expressions and queries within the command
 * @returns undefined where it fits, else what is wrong
 */
export function matchPattern({ nodes, text }: Pattern, source: string, tokens: Token[], accepts: (statement: string) => string | undefined): string | undefined {
	let problem: string | undefined;
	let readings = 0;
	for (const { end, captures } of sequence(nodes, tokens, 0, source)) {
		if (end !== tokens.length) continue;
		let wrong: string | undefined;
		for (const capture of captures) wrong ??= accepts(capture.frame(capture.text));
		if (!wrong) return undefined;
		problem ??= wrong;
		if (++readings >= MOST_READINGS) break;
	}
	return problem ?? `expected ${text}`;
}
