/**
 * SQL by dialect. Which parser reads which dialect was decided by an inventory: statements that the documentation of
 * each engine shows, hard ones first, and 42 broken ones ("SELEC a", an ON left out, a word too many). They are the
 * lists of tests/unit/samples-sql.test.ts.
 *
 *                statements read by                                        broken ones let through by
 *   dialect      dt-sql-parser  Polyglot  node-sql-parser   here            dt    Polyglot
 *   spark        97             106       no grammar        155 of 157      4     11
 *   flink        25              21        7                 30 of 31       1     11
 *   hive         28              19        4                 30 of 30       1     10
 *   trino        37              33       15                 37 of 37       1     11
 *   mysql        12              11        9                 12 of 12       1     12
 *   snowflake    –               34       12                 48 of 48       –     11
 *   bigquery     –               27       16                 35 of 37       –     11
 *   clickhouse   –               38       –                  44 of 44       –     27
 *   redshift     –                9        0                 11 of 12       –     11
 *
 * Polyglot reads tsql, oracle and sqlite too; what it only waves through as a "command" counts as unread and as let
 * through. `sql-polyglot.ts` looks at what it read, `sql-commands.ts` has what no parser reads: with both, one broken
 * statement passes, which a grammar may take for a right one (`DESCRIBE HISTORY`, of a table called history).
 * What is unread here: pipe syntax and scripts of Spark and BigQuery, DISTRIBUTED BY of Flink, REMOVE DUPLICATES of Redshift.
 * node-sql-parser knew two statements of BigQuery that Polyglot does not, which is too few for a parser of its own.
 * DuckDB and PostgreSQL are read by themselves.
 */
import { parseSql } from '../lab-run.ts';
import { antlrParser } from './sql-antlr.ts';
import {
	BIGQUERY_COMMANDS,
	CLICKHOUSE_COMMANDS,
	FLINK_COMMANDS,
	REDSHIFT_COMMANDS,
	SNOWFLAKE_COMMANDS,
	SPARK_COMMANDS,
} from './sql-commands.ts';
import { lineAt, type Checker, type Finding } from './sample.ts';
import { matchPattern, type Pattern } from './sql-patterns.ts';
import { polyglotParser } from './sql-polyglot.ts';
import { checkPostgres } from './sql-postgres.ts';
import { splitStatements, tokenize, unpaired, type Quoting, type SqlParser, type Statement } from './sql-text.ts';

interface Grammar {
	/** In order; a statement is right when one accepts it, and the first one's message is shown when none does. */
	parsers: SqlParser[];
	commands: Pattern[];
	quoting: Quoting;
	/** What the parsers need not know, taken out. */
	prepare?: (statement: string) => string;
}

const STANDARD: Quoting = { backslash: false, doubleQuotedStrings: false, hash: false };
const HADOOP: Quoting = { backslash: true, doubleQuotedStrings: true, hash: false };

/** `FROM STREAM orders`: a streaming read, to a parser the same as `FROM orders`. */
const withoutStream = (statement: string): string => statement.replace(/\b(FROM|JOIN)(\s+)STREAM\b(?=\s*[\w(`])/gi, '$1$2');

/** `SESSION(TABLE t PARTITION BY k, …)`: the grammar knows the other window functions, which take no partition. */
const withoutSession = (statement: string): string =>
	statement.replace(/\bSESSION(\s*\(\s*TABLE\s+[\w.`]+)\s+PARTITION\s+BY\s+[\w.`]+(?:\s*,\s*(?!DESCRIPTOR\b)[\w.`]+)*(?=\s*,\s*DESCRIPTOR\b)/gi, 'TUMBLE$1');

/** `INSERT t` without INTO, and a table as of a computed time. */
const plainBigquery = (statement: string): string =>
	statement
		.replace(/^INSERT\s+(?!INTO\b)/i, 'INSERT INTO ')
		.replace(/\bFOR\s+SYSTEM_TIME\s+AS\s+OF\s+\w+\s*\((?:[^()]|\([^()]*\))*\)/gi, (time) => time.replace(/[^\n]/g, ' '));

/** `a GLOBAL IN (…)`: where it runs in a cluster, not what it says. */
const withoutGlobal = (statement: string): string => statement.replace(/\bGLOBAL\s+(?=(?:NOT\s+)?IN\b|(?:\w+\s+){0,2}JOIN\b)/gi, '');

const spark = async (): Promise<Grammar> => ({
	parsers: [await antlrParser('SparkSQL'), polyglotParser('databricks'), polyglotParser('spark')],
	commands: SPARK_COMMANDS,
	quoting: HADOOP,
	prepare: withoutStream,
});

const polyglotOnly = (dialect: Parameters<typeof polyglotParser>[0], commands: Pattern[] = []) => async (): Promise<Grammar> => ({
	parsers: [polyglotParser(dialect)],
	commands,
	quoting: STANDARD,
});

/** Dialects read statement by statement. */
const GRAMMARS: Record<string, () => Promise<Grammar>> = {
	spark,
	databricks: spark,
	flink: async () => ({ parsers: [await antlrParser('FlinkSQL'), polyglotParser('generic')], commands: FLINK_COMMANDS, quoting: STANDARD, prepare: withoutSession }),
	hive: async () => ({ parsers: [await antlrParser('HiveSQL'), polyglotParser('hive')], commands: [], quoting: HADOOP }),
	trino: async () => ({ parsers: [await antlrParser('TrinoSQL')], commands: [], quoting: STANDARD }),
	mysql: async () => ({ parsers: [await antlrParser('MySQL')], commands: [], quoting: { backslash: true, doubleQuotedStrings: true, hash: true } }),
	snowflake: async () => ({ parsers: [polyglotParser('snowflake')], commands: SNOWFLAKE_COMMANDS, quoting: { ...STANDARD, backslash: true } }),
	bigquery: async () => ({
		parsers: [polyglotParser('bigquery')],
		commands: BIGQUERY_COMMANDS,
		quoting: { backslash: true, doubleQuotedStrings: true, hash: true },
		prepare: plainBigquery,
	}),
	clickhouse: async () => ({
		parsers: [polyglotParser('clickhouse', { writeBack: true })],
		commands: CLICKHOUSE_COMMANDS,
		quoting: { ...STANDARD, backslash: true },
		prepare: withoutGlobal,
	}),
	redshift: polyglotOnly('redshift', REDSHIFT_COMMANDS),
	tsql: polyglotOnly('tsql'),
	oracle: polyglotOnly('oracle'),
	sqlite: polyglotOnly('sqlite'),
};

async function checkDuckdb(code: string): Promise<Finding[]> {
	const error = await parseSql(code);
	return error ? [{ line: error.line ?? code.split('\n').length, message: error.message.split('\n')[0] ?? '' }] : [];
}

/** Dialects whose engine's own parser reads a whole text. */
const ENGINES: Record<string, (code: string) => Promise<Finding[]>> = { duckdb: checkDuckdb, postgres: checkPostgres };

/** The names that may stand in `dialect=…`. */
export const SQL_DIALECTS = [...Object.keys(ENGINES), ...Object.keys(GRAMMARS)].sort();

/** The dialect of a SQL fence; what runs in a lab is DuckDB's. */
export const dialectOf = (attributes: Record<string, string>): string | undefined =>
	attributes['dialect'] ?? ('lab' in attributes ? 'duckdb' : undefined);

const loaded = new Map<string, Promise<Grammar>>();

function grammarOf(dialect: string): Promise<Grammar> | undefined {
	const known = loaded.get(dialect) ?? GRAMMARS[dialect]?.();
	if (known) loaded.set(dialect, known);
	return known;
}

function parseByAny(statement: string, { parsers, prepare = (same) => same }: Grammar): Finding | undefined {
	const prepared = prepare(statement);
	let first: Finding | undefined;
	for (const parse of parsers) {
		const finding = parse(prepared);
		if (!finding) return undefined;
		first ??= finding;
	}
	return first;
}

/** No statement ends in one of these; grammars with few reserved words take them for names. */
const MIDDLE = new Set(['AND', 'AS', 'BY', 'FROM', 'HAVING', 'JOIN', 'LIMIT', 'ON', 'OR', 'SET', 'UNION', 'WHERE']);

function checkStatement(text: string, grammar: Grammar): Finding | undefined {
	const tokens = tokenize(text, grammar.quoting);
	const last = tokens.at(-1);
	if (last?.kind === 'word' && MIDDLE.has(last.text.toUpperCase())) return { line: lineAt(text, last.start), message: `statement ends after ${last.text}` };
	const commands = grammar.commands.filter(({ head }) => head.every((word, i) => tokens[i]?.text.toUpperCase() === word));
	const misfits: string[] = [];
	for (const command of commands) {
		const misfit = matchPattern(command, text, tokens, (statement) => parseByAny(statement, grammar)?.message);
		if (!misfit) return undefined;
		if (command.head.length > 0) misfits.push(misfit);
	}
	const finding = parseByAny(text, grammar);
	// A statement that can only be one command is best told what that command looks like.
	return finding && misfits.length === 1 ? { line: finding.line, message: misfits[0] ?? '' } : finding;
}

/** What a `fragment` may be besides statements: a list of expressions, clauses, a condition, column definitions. */
const FRAMES: ((code: string) => string)[] = [
	(code) => `SELECT ${code}`,
	(code) => `SELECT * FROM t ${code}`,
	(code) => `SELECT * FROM t WHERE ${code}`,
	(code) => `CREATE TABLE t (${code})`,
];

async function checkText(code: string, dialect: string): Promise<Finding[]> {
	const engine = ENGINES[dialect];
	const grammar = engine ? undefined : await grammarOf(dialect);
	const quoting = grammar?.quoting ?? STANDARD;
	const statements = splitStatements(code, quoting);
	if (statements.length === 0) return [{ line: 1, message: 'no statement' }];
	if (engine) return engine(code);
	const gap = unpaired(tokenize(code, quoting));
	if (gap) return [{ line: lineAt(code, gap.offset), message: gap.message }];
	return statements.flatMap(({ text, line }: Statement) => {
		const finding = grammar && checkStatement(text, grammar);
		return finding ? [{ line: line + finding.line - 1, message: finding.message }] : [];
	});
}

/** SQL of any dialect: several statements, separated by semicolons. */
export const checkSql: Checker = async ({ code, attributes }) => {
	const dialect = dialectOf(attributes);
	if (!dialect) return [{ line: 0, message: 'SQL fence without a dialect, expected ```sql dialect=spark' }];
	if (!SQL_DIALECTS.includes(dialect)) return [{ line: 0, message: `unknown dialect ${dialect}, expected one of ${SQL_DIALECTS.join(', ')}` }];
	const findings = await checkText(code, dialect);
	if (findings.length && 'fragment' in attributes)
		for (const frame of FRAMES) if ((await checkText(frame(code), dialect)).length === 0) return [];
	return findings;
};
