/** The layout of SQL whose indentation is lost: the author's lines are kept and indented by brackets and clauses; one long line is formatted. */
import { format, type SqlLanguage } from 'sql-formatter';
import { readBrackets, type Lexis } from './hanging.ts';
import { pattern } from './pattern.ts';

const LEXIS: Lexis = {
	line: ['--'],
	block: [['/*', '*/']],
	quotes: [
		{ mark: '$$', multiline: true, escape: false },
		{ mark: '"""', multiline: true, escape: false },
		{ mark: "'", multiline: true, escape: false },
		{ mark: '"', multiline: false, escape: false },
		{ mark: '`', multiline: false, escape: false },
	],
};
const STEP = 2;

/** Lines that begin a clause stand at the margin of their query. */
const CLAUSE =
	pattern('i', [
			String.raw`^(?:WITH|SELECT|FROM|WHERE|GROUP\s+BY|ORDER\s+BY|SORT\s+BY|CLUSTER(?:ED)?\s+BY|DISTRIBUTE\s+BY|HAVING|QUALIFY`,
			String.raw`LIMIT|OFFSET|FETCH|WINDOW|UNION|INTERSECT|EXCEPT|MINUS|(?:(?:LEFT|RIGHT|FULL|INNER|CROSS|OUTER|NATURAL|ASOF`,
			String.raw`ANTI|SEMI|GLOBAL|ANY|LATERAL)\s+)*JOIN|LATERAL|CREATE|ALTER|DROP|INSERT|MERGE|UPDATE|DELETE|VALUES|SET|USING`,
			String.raw`ON\s+CONFLICT|WHEN\s+(?:NOT\s+)?MATCHED|RETURNING|PARTITIONED\s+BY|PARTITION\s+BY\s+(?:RANGE|LIST|HASH|toY|dt)`,
			String.raw`STORED|LOCATION|TBLPROPERTIES|OPTIONS|ENGINE|COMMENT|ROW\s+FORMAT|EXPLAIN|COPY|CALL|OPTIMIZE|VACUUM|ANALYZE`,
			String.raw`BEGIN|COMMIT|GRANT|SETTINGS|TTL|PREWHERE|AS\s+SELECT|ZORDER|MATCH_RECOGNIZE|AS$)\b`,
		]);
/** A further table of `WITH`. */
const CTE = /^\w+(?:\s*\([\w\s,]*\))?\s+AS\s*(?:(?:NOT\s+)?MATERIALIZED\s*)?\($/i;
/** Clauses of a window stand below one another, with no query around them. */
const WINDOW = /^(?:PARTITION\s+BY|ORDER\s+BY|ROWS|RANGE|GROUPS|MEASURES|ONE\s+ROW\s+PER|ALL\s+ROWS\s+PER|AFTER\s+MATCH|PATTERN|DEFINE|WITHIN)\b/i;
/** A statement of a template around the query. */
const TEMPLATE = /^\{%/;
const FORMATTERS: Readonly<Record<string, SqlLanguage>> = {
	spark: 'spark', databricks: 'spark', hive: 'hive', trino: 'trino', mysql: 'mysql', postgres: 'postgresql', snowflake: 'snowflake',
	bigquery: 'bigquery', clickhouse: 'clickhouse', redshift: 'redshift', tsql: 'transactsql', oracle: 'plsql', sqlite: 'sqlite', duckdb: 'duckdb',
};

const TOKEN = pattern('gu', [
	String.raw`--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\]|\\.|'')*'|"[^"]*"|\x60[^\x60]*\x60`,
	String.raw`[\p{L}\p{N}_$@.]+|<=>|->>|[<>!=]=|<>|\|\||::|->|=>|:=|<<|&&|[^\s]`,
]);

/** Words, signs, strings and comments in their order: a layout may change nothing but the blanks between them. */
const sqlTokens = (text: string): string[] => (text.match(TOKEN) ?? []).map((token) => (token.startsWith('--') ? token.trimEnd() : token));

export const sameSql = (a: string, b: string): boolean => {
	const [before, after] = [sqlTokens(a), sqlTokens(b)];
	return before.length === after.length && before.every((token, i) => token === after[i]);
};

interface Level {
	column: number;
	/** It holds a query or a statement: what begins no clause hangs below one. */
	clauses: boolean;
	/** It is `CASE`, which ends at `END`. */
	isCase?: boolean;
	merge?: boolean;
	window?: boolean;
}

/** Levels that a line opens and closes behind its start: brackets in their order, then `CASE` and `END`. */
function follow(levels: Level[], code: string, own: number): void {
	for (const [word] of code.matchAll(/[([{]|[)\]}]|\bCASE\b|\bEND\b|;/gi)) {
		if ('([{'.includes(word)) levels.push({ column: own + STEP, clauses: false });
		else if (')]}'.includes(word)) {
			while (levels.length > 1 && levels.at(-1)?.isCase) levels.pop();
			if (levels.length > 1) levels.pop();
		} else if (word === ';') levels.splice(0, levels.length, { column: 0, clauses: false });
		else if (/^case$/i.test(word)) levels.push({ column: own + STEP, clauses: false, isCase: true });
		else if (levels.at(-1)?.isCase) levels.pop();
	}
}

/** The author's lines, indented. Certain to keep the meaning: only blanks at the start of lines change, and none within strings or comments. */
export function indentSql(text: string): string {
	const { lines } = readBrackets(text, LEXIS);
	const sources = text.split('\n');
	const levels: Level[] = [{ column: 0, clauses: false }];
	const columns: (number | undefined)[] = [];
	sources.forEach((_, i) => {
		const line = lines[i];
		if (!line || line.inside) {
			if (line) follow(levels, line.code, levels.at(-1)?.column ?? 0);
			return;
		}
		const code = line.code.trim();
		if (!code) return;
		const leadingEnd = /^END\b/i.test(code) && levels.at(-1)?.isCase;
		if (line.leading > 0 || leadingEnd) {
			let level = levels.at(-1);
			let rest = code;
			for (let n = 0; n < Math.max(1, line.leading); n++) {
				while (!leadingEnd && levels.length > 1 && levels.at(-1)?.isCase) levels.pop();
				level = levels.length > 1 ? levels.pop() : level;
				rest = leadingEnd ? rest.slice(3) : rest.slice(rest.search(/[)\]}]/) + 1);
			}
			const own = Math.max(0, (level?.column ?? STEP) - STEP);
			columns[i] = own;
			follow(levels, rest, own);
			return;
		}
		const level = levels.at(-1) ?? { column: 0, clauses: false };
		if (levels.length === 1 && /^MERGE\b/i.test(code)) level.merge = true;
		const inMerge = level.merge && /^ON\b/i.test(code);
		const inWindow = (!level.clauses || level.window) && WINDOW.test(code);
		const clause = TEMPLATE.test(code) || CLAUSE.test(code) || inMerge || (level.clauses && CTE.test(code)) || inWindow;
		if (!level.clauses && levels.length > 1 && WINDOW.test(code)) level.window = true;
		const own = level.column + (level.clauses && !clause && !level.isCase ? STEP : 0);
		if (clause) level.clauses = true;
		columns[i] = own;
		follow(levels, code, own);
	});
	return withComments(sources, lines.map((line) => line.inside), columns).join('\n');
}

/** A comment stands with the line below it; in front of a closing bracket, with the line above. */
function withComments(sources: readonly string[], inside: readonly boolean[], columns: readonly (number | undefined)[]): string[] {
	const result: string[] = [];
	let below: number | undefined;
	const above: number[] = [];
	// Behind the end of a statement nothing hangs on it.
	const ends = (i: number) => /;\s*(?:--.*)?$/.test(sources[i] ?? '');
	for (let i = 0, last = 0; i < sources.length; i++) {
		above[i] = last = columns[i] ?? last;
		if (columns[i] !== undefined && ends(i)) last = 0;
	}
	for (let i = sources.length - 1; i >= 0; i--) {
		const source = sources[i] ?? '';
		if (inside[i]) {
			result.push(source);
			continue;
		}
		const body = source.trim();
		const own = columns[i] ?? (below === undefined ? (above[i] ?? 0) : Math.max(below, /^[)\]}]/.test(sources[i + 1]?.trim() ?? '') ? (above[i] ?? 0) : 0));
		below = columns[i] ?? below;
		result.push(body && ' '.repeat(own) + body);
	}
	return result.reverse();
}

/** Longer lines than this, with several clauses each, have lost their breaks. */
const LONG = 120;

/** Whether the line breaks of a query are lost, too. */
export const lostBreaks = (text: string): boolean =>
	text.split('\n').some((line) => line.length > LONG && (line.replace(pattern('g', [
			String.raw`--.*|'[^']*'`,
		]), '').match(/\b(?:SELECT|FROM|WHERE|GROUP BY|ORDER BY|JOIN|SET|VALUES|WHEN|HAVING|UNION)\b/gi)?.length ?? 0) >= 4);

/** A text formatted by sql-formatter; undefined where that fails or changes more than blanks. */
export function formatSql(text: string, dialect: string): string | undefined {
	try {
		const value = format(text, { language: FORMATTERS[dialect] ?? 'sql', tabWidth: STEP, keywordCase: 'preserve', expressionWidth: 100 });
		return sameSql(text, value) ? value : undefined;
	} catch {
		return undefined;
	}
}
