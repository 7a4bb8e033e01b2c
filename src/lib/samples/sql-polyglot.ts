/** Any dialect by Polyglot, a port of sqlglot: knows much and is generous, so what it read is held against what stands there. */
import { generate, parse, type Dialect } from '@polyglot-sql/sdk';
import type { SqlParser } from './sql-text.ts';

/** Nodes that hold text as it stood: the parser did not understand it. */
const UNREAD = new Set(['command', 'raw', 'Raw']);
/** A statement that turns out to be one of these is a misspelt statement, read as an expression. */
const EXPRESSIONS = new Set(['alias', 'column', 'literal', 'identifier', 'function', 'and', 'or', 'eq', 'paren', 'tuple']);

type Ast = { [key: string]: Ast } | Ast[] | string | number | boolean | null;

const isNode = (value: Ast | undefined): value is { [key: string]: Ast } => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is wrong with a tree, undefined where nothing is. */
function flaw(tree: Ast): string | undefined {
	if (Array.isArray(tree)) return tree.reduce<string | undefined>((found, child) => found ?? flaw(child), undefined);
	if (!isNode(tree)) return undefined;
	for (const [name, node] of Object.entries(tree)) {
		if (name === 'hint') continue;
		if (UNREAD.has(name) && node !== null) return 'the parser does not know this statement';
		if (name === 'select' && isNode(node) && Array.isArray(node['expressions']) && node['expressions'].length === 0 && !node['from']) return 'SELECT of nothing';
		if (name === 'merge' && isNode(node) && (node['on'] === null || (isNode(node['on']) && 'null' in node['on']))) return 'MERGE without ON';
		const below = flaw(node);
		if (below) return below;
	}
	return undefined;
}

const words = (sql: string): string[] => sql.replace(/--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\]|\\.|'')*'/g, ' ').toUpperCase().match(/[A-Z_]\w*/g) ?? [];

/** A word of the statement that is gone when its tree is written out again: read over, not read. */
function lostWord(statement: string, tree: never, dialect: Dialect): string | undefined {
	const { sql } = generate(tree, dialect);
	const kept = words((sql ?? []).join(' '));
	for (const word of words(statement)) {
		const i = kept.indexOf(word);
		if (i < 0) return word;
		kept.splice(i, 1);
	}
	return undefined;
}

/**
 * A parser of one of Polyglot's dialects.
 * @param writeBack also demands that no word is lost: for dialects in which the parser stops at what it does not know
 */
export function polyglotParser(dialect: `${Dialect}`, { writeBack = false } = {}): SqlParser {
	return (statement) => {
		const result = parse(statement, dialect as Dialect);
		if (!result.success) {
			const [, line, message] = /line (\d+), column \d+: ([\s\S]*)/.exec(result.error ?? '') ?? [];
			return { line: Number(line ?? 1), message: message ?? result.error ?? 'syntax error' };
		}
		const tree = result.ast as unknown as Ast;
		const roots = Array.isArray(tree) ? tree : [tree];
		if (roots.length > 1) return { line: 1, message: 'more than one statement, with no semicolon between' };
		const [root] = isNode(roots[0]) ? Object.keys(roots[0]) : [];
		if (!root || EXPRESSIONS.has(root) || (root === 'create_view' && !/\bAS\b/i.test(statement))) return { line: 1, message: 'no statement this dialect has' };
		const message = flaw(tree);
		if (message) return { line: 1, message };
		const lost = writeBack ? lostWord(statement, tree as never, dialect as Dialect) : undefined;
		return lost ? { line: 1, message: `syntax error near ${lost}` } : undefined;
	};
}
