/** Spark, Flink, Hive, Trino and MySQL by dt-sql-parser: ANTLR grammars close to those of the engines. */
import { registerHooks } from 'node:module';
import type * as Parsers from 'dt-sql-parser';
import type { SqlParser } from './sql-text.ts';

/** The package is written for bundlers: it imports its files without extension, which Node does not resolve. */
function resolveBareImports(): void {
	registerHooks({
		resolve(specifier, context, next) {
			if (!specifier.startsWith('.') || !context.parentURL?.includes('/dt-sql-parser/')) return next(specifier, context);
			try {
				return next(`${specifier}.js`, context);
			} catch {
				return next(`${specifier}/index.js`, context);
			}
		},
	});
}

let loading: Promise<typeof Parsers> | undefined;

function load(): Promise<typeof Parsers> {
	if (!loading) {
		resolveBareImports();
		loading = import('dt-sql-parser');
	}
	return loading;
}

/** Lists of everything that might have come instead are longer than helpful. */
const LONGEST_EXPECTATION = 60;

const shorten = (message: string): string =>
	message.replace(/ expecting \{.*\}$/s, (list) => (list.length > LONGEST_EXPECTATION ? '' : list)).replaceAll('<EOF>', 'end of statement');

/** The part of a parse tree that is looked at. */
interface Tree {
	start?: { line: number; text?: string } | null;
	children?: Tree[] | null;
}

/** What the grammars let pass: a second statement with no semicolon before it, and commands that Spark lists to refuse them. */
function oversight({ children }: Tree): { line: number; message: string } | undefined {
	// The last child is the end of the text.
	const [statement, next] = (children ?? []).slice(0, -1);
	const begins = (tree: Tree, word: string) => tree.start?.text?.toUpperCase() === word;
	// `FROM t INSERT … INSERT …` is one statement; Hive's grammar has it in pieces.
	if (statement && next && !(begins(statement, 'FROM') && begins(next, 'INSERT'))) return { line: next.start?.line ?? 1, message: 'a new statement begins here, with no semicolon before it' };
	const refused = statement?.children?.[0]?.constructor.name === 'UnsupportHiveCommandsContext';
	return refused ? { line: 1, message: 'no statement this dialect has' } : undefined;
}

/** A parser of one of the package's grammars. */
export async function antlrParser(name: 'SparkSQL' | 'FlinkSQL' | 'HiveSQL' | 'TrinoSQL' | 'MySQL'): Promise<SqlParser> {
	const grammar = new (await load())[name]();
	return (statement) => {
		let first: { line: number; message: string } | undefined;
		// The package's own listener works out completions for every error: slow, and of no use here.
		const parser = grammar.createParser(statement, ({ startLine, message }) => void (first ??= { line: startLine, message }));
		parser.removeErrorListeners();
		parser.addErrorListener({
			syntaxError: (_recognizer, _symbol, line, _column, message) => void (first ??= { line, message: shorten(message) }),
			reportAmbiguity: () => {},
			reportAttemptingFullContext: () => {},
			reportContextSensitivity: () => {},
		});
		// What comes after the first error is not asked for, and going on after errors is what takes these parsers long.
		parser.errorHandler.recover = (_recognizer, error) => {
			throw error;
		};
		try {
			const program = parser.program();
			return first ?? oversight(program as unknown as Tree);
		} catch (error) {
			if (!first) throw error;
			return first;
		}
	};
}
