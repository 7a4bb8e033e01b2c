/** The engine a document is about: the dialect of its SQL samples in which nothing points to one. */
import type { Piece } from '../model.ts';
import { clearDialect } from './dialect.ts';
import { languageSigns, namedLanguage } from './language.ts';

/** Names of engines as prose writes them, and what only their code says. Words of everyday language (`delta`, `hive`) count with a capital. */
const NAMES: readonly (readonly [dialect: string, name: RegExp])[] = [
	['spark', /\b(?:Py)?Spark\b|\b(?:pyspark|Databricks|Delta Lake|Iceberg|iceberg)\b/g],
	['flink', /\b[Ff]link\b/g],
	['postgres', /\b[Pp]ostgres(?:QL|ql)?\b/g],
	['snowflake', /\bSnowflake\b/g],
	['bigquery', /\b(?:BigQuery|bigquery)\b/g],
	['clickhouse', /\b[Cc]lick[Hh]ouse\b/g],
	['mysql', /\b(?:MySQL|mysql|MariaDB)\b/g],
	['duckdb', /\b[Dd]uck(?:DB|db)\b/g],
	['trino', /\b(?:Trino|trino|Presto|Athena)\b/g],
	['redshift', /\b[Rr]edshift\b/g],
	['hive', /\b(?:Apache Hive|HiveQL)\b/g],
	['tsql', /\b(?:SQL Server|T-SQL)\b/g],
	['oracle', /\b(?:Oracle|PL\/SQL)\b/g],
	['sqlite', /\b(?:SQLite|sqlite3?)\b/g],
];

/** A sample that only one engine reads says as much as so many mentions. */
const SAMPLE = 5;
/** Less than this is a mention in passing. */
const ENOUGH = 5;
/** So much more than the second one has, or the document is about several. */
const AHEAD = 1.3;
/** Longer samples are not asked. */
const LONGEST = 20_000;

/** What a sample of SQL says: the name its fence has, else what only one engine writes. */
function sampleDialect(text: string, name: string | undefined): string | undefined {
	const named = namedLanguage(name);
	if (named?.dialect !== undefined) return named.dialect;
	const isSql = named ? named.lang === 'sql' : (languageSigns(text).get('sql') ?? 0) >= 1;
	return isSql ? clearDialect(text) : undefined;
}

/**
 * The dialect that most of a document speaks for: by samples that only one engine reads and by the engines it names, in prose and in code.
 * Undefined where the evidence is thin or two engines are near one another. A guess about any one sample, but the best one.
 */
export function defaultDialect(pieces: readonly Piece[]): string | undefined {
	const scores = new Map<string, number>();
	const add = (dialect: string, weight: number) => scores.set(dialect, (scores.get(dialect) ?? 0) + weight);
	for (const piece of pieces) {
		for (const { text } of piece.lines)
			for (const [dialect, name] of NAMES) {
				const times = text.match(name)?.length ?? 0;
				if (times > 0) add(dialect, times);
			}
		if (piece.kind !== 'code') continue;
		const text = piece.lines.map((line) => line.text).join('\n');
		const dialect = text.length <= LONGEST ? sampleDialect(text, piece.lang) : undefined;
		if (dialect !== undefined) add(dialect, SAMPLE);
	}
	const [first, second] = [...scores].sort((a, b) => b[1] - a[1]);
	if (!first || first[1] < ENOUGH || (second && first[1] < second[1] * AHEAD)) return undefined;
	return first[0];
}
