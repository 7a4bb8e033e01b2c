/** The dialect of a SQL sample: by what only one engine writes, by the engines that comments name, and by the parsers. */
import { firstFinding, verdictOf, type Verdict } from './verdict.ts';
import { pattern } from './pattern.ts';

/** What points to a dialect, with how much. Comments and strings count where the pattern asks for them. */
const MARKS: readonly (readonly [dialect: string, weight: number, pattern: RegExp])[] = [
	['snowflake', 3, pattern('i', [
			String.raw`\b(?:VARIANT|FLATTEN\s*\(|LATERAL\s+FLATTEN|TARGET_LAG|CREATE\s+(?:OR\s+REPLACE\s+)?(?:STREAM|PIPE|WAREHOUSE`,
			String.raw`STAGE|DYNAMIC\s+TABLE)|COPY\s+INTO|AT\s*\(\s*(?:TIMESTAMP|OFFSET|STATEMENT)|SYSTEM\$\w+|RESULT_SCAN`,
			String.raw`METADATA\$\w+|ALTER\s+SESSION|OBJECT_CONSTRUCT|PARSE_JSON|WAREHOUSE_SIZE|QUERY_HISTORY|CLONE)\b`,
		])],
	// A unit in quotes.
	['snowflake', 1, /\bDATEDIFF\s*\(\s*'/i],
	['duckdb', 1, /\bDATEDIFF\s*\(\s*'/i],
	['snowflake', 1, /\b(?:QUALIFY|NUMBER\s*\(|TIMESTAMP_NTZ|IFF\s*\(|DATEADD\s*\(|SEARCH\s+OPTIMIZATION|CLUSTER\s+BY\s*\()/i],
	['bigquery', 3, pattern('i', [
			String.raw`\b(?:STRUCT<|ARRAY<STRUCT|require_partition_filter|partition_expiration_days|INT64|FLOAT64|BIGNUMERIC`,
			String.raw`SAFE_CAST|SAFE_DIVIDE|_TABLE_SUFFIX|_PARTITIONTIME|TIMESTAMP_TRUNC|APPROX_QUANTILES|INFORMATION_SCHEMA\.JOBS)`,
		])],
	['bigquery', 3, /`[\w-]+\.[\w-]+\.[\w*-]+`/],
	['bigquery', 1, /\b(?:QUALIFY|DATE_SUB\s*\(|TIMESTAMP_DIFF|FORMAT_DATE|UNNEST\s*\(|OPTIONS\s*\()/i],
	['clickhouse', 4, pattern('', [
			String.raw`\b(?:\w*MergeTree\b|ENGINE\s*=\s*(?:Kafka|Null|Memory|Distributed|MaterializedView|Buffer|Join)|LowCardinality`,
			String.raw`toYYYYMM|toStartOf\w+|AggregateFunction|\w+(?:State|Merge)\s*\(|arrayJoin|PREWHERE|Nullable\(|DateTime64`,
			String.raw`UInt(?:8|16|32|64)\b|uniqExact|windowFunnel|LIMIT\s+\d+\s+BY\b)`,
		])],
	['flink', 4, pattern('i', [
			String.raw`\b(?:WATERMARK\s+FOR|MATCH_RECOGNIZE|PROCTIME\s*\(|DESCRIPTOR\s*\(|METADATA\s+FROM|EMIT\s+STREAM)`,
			String.raw`'connector'\s*=|FOR\s+SYSTEM_TIME\s+AS\s+OF\s+\w+\.\w+|\b(?:TUMBLE|HOP|CUMULATE|SESSION)\s*\(\s*TABLE\b`,
		])],
	['spark', 3, pattern('i', [
			String.raw`\b(?:USING\s+(?:iceberg|delta|parquet|hudi)|ZORDER\b|TBLPROPERTIES|DISTRIBUTE\s+BY|CACHE\s+TABLE`,
			String.raw`INSERT\s+OVERWRITE|REPARTITION\s*\(|LATERAL\s+VIEW|explode\s*\(|MSCK|RECOVER\s+PARTITIONS|CALL\s+\w+\.system\.`,
			String.raw`DESCRIBE\s+(?:HISTORY|DETAIL)|FILE_FORMAT|RETAIN\s+\d+\s+HOURS|VERSION\s+AS\s+OF|TIMESTAMP\s+AS\s+OF`,
			String.raw`UPDATE\s+SET\s+\*|INSERT\s+\*|EXPLAIN\s+(?:FORMATTED|COST|EXTENDED|CODEGEN)|LIQUID|CLUSTER\s+BY\s+(?:AUTO|\())`,
		])],
	['spark', 3, /\/\*\+\s*\w+/],
	// Procedures, branches and tags of Iceberg.
	['spark', 3, /\bCALL\s+system\.\w|\bALTER\s+TABLE\s+\S+\s+CREATE\s+(?:OR\s+REPLACE\s+)?(?:BRANCH|TAG)\b/i],
	['spark', 1, /\b(?:STRING\b|SEMI\s+JOIN|ANTI\s+JOIN|PARTITIONED\s+BY|date_sub\s*\(|collect_list|months_between|SHA2\s*\(|ANALYZE\s+TABLE)/i],
	['postgres', 3, pattern('i', [
			String.raw`\b(?:JSONB|BIGSERIAL|SERIAL\b|ON\s+CONFLICT|USING\s+(?:gin|gist|brin|btree|hash)\b|PLPGSQL|pg_\w+|to_tsvector`,
			String.raw`GENERATED\s+ALWAYS\s+AS\s+IDENTITY|FOR\s+UPDATE\s+SKIP\s+LOCKED|CONCURRENTLY|REPLICA\s+IDENTITY|VACUUM\s+\(`,
			String.raw`PARTITION\s+OF|EXPLAIN\s+\(|DISTINCT\s+ON\s*\(|tsrange|daterange|tstzrange|EXCLUDE\s+USING|PUBLICATION)`,
		])],
	['postgres', 1.5, /::|\bTIMESTAMPTZ\b|\bTEXT\b|\bNOW\(\)|\bPARTITION\s+BY\s+RANGE\b|\bgenerate_series\b|\bILIKE\b|\bFILTER\s*\(\s*WHERE\b|\bTO_CHAR\s*\(/i],
	['postgres', 1, /^\s*(?:BEGIN|ROLLBACK)\s*;|\bEXTRACT\s*\(\s*EPOCH\b|\bCREATE\s+(?:UNIQUE\s+)?INDEX\b/im],
	['mysql', 4, /\bSET\s+SESSION\s+TRANSACTION\b/i],
	['mysql', 4, /@@\w+|\bAUTO_INCREMENT\b|\bENUM\s*\(|\bENGINE\s*=\s*InnoDB|\bON\s+DUPLICATE\s+KEY|\bUNSIGNED\b|\bSTRAIGHT_JOIN\b|\bBINLOG\b/i],
	['duckdb', 3, pattern('i', [
			String.raw`\b(?:read_parquet|read_csv|read_json|ASOF\s+JOIN|EXCLUDE\s*\(|PIVOT\b.*\bUSING|SUMMARIZE|GROUP\s+BY\s+ALL`,
			String.raw`COLUMNS\s*\(|ATTACH|INSTALL|PRAGMA)|\bFROM\s+'[^'\n]+\.(?:parquet|csv|json)'`,
		])],
	['trino', 3, pattern('i', [
			String.raw`\b(?:approx_distinct|CROSS\s+JOIN\s+UNNEST|WITH\s*\(\s*partitioning\s*=|SHOW\s+STATS|"\w+\$(?:snapshots|files`,
			String.raw`partitions|history|manifests)"|CROSS\s+JOIN\s+LATERAL|date_add\s*\('|APPROX_PERCENTILE)`,
		])],
	['redshift', 4, /\b(?:DISTKEY|SORTKEY|DISTSTYLE|SPECTRUM|STL_\w+|SVL_\w+)\b/i],
	['hive', 3, /\bSET\s+PARTITION\s+SPEC\b/i],
	['hive', 4, /\b(?:STORED\s+AS|ROW\s+FORMAT|SERDE|MSCK\s+REPAIR|hive\.exec)\b/i],
	['tsql', 4, /\b(?:SELECT\s+TOP\s*\(?\d|NOLOCK|GETDATE\(\)|IDENTITY\s*\(1|CROSS\s+APPLY|DATEDIFF\s*\(\s*day|NVARCHAR)\b/i],
	['oracle', 4, /\b(?:VARCHAR2|NVL\s*\(|ROWNUM|CONNECT\s+BY|SYSDATE)\b/i],
];

/** Names of engines as comments give them. */
const NAMES: readonly (readonly [dialect: string, name: RegExp])[] = [
	['spark', /\b(?:spark|databricks|delta|iceberg|pyspark)\b/i],
	['flink', /\bflink\b/i],
	['postgres', /\bpostgres(?:ql)?\b/i],
	['snowflake', /\bsnowflake\b/i],
	['bigquery', /\bbigquery\b/i],
	['clickhouse', /\bclickhouse\b/i],
	['mysql', /\b(?:mysql|mariadb)\b/i],
	['duckdb', /\bduckdb\b/i],
	['trino', /\b(?:trino|presto|athena)\b/i],
	['redshift', /\bredshift\b/i],
	['hive', /\bhive\b/i],
	['tsql', /\bsql server\b/i],
	['oracle', /\boracle\b/i],
	['sqlite', /\bsqlite\b/i],
];

/** Where nothing points to a dialect: those whose parsers let little through that is wrong. */
const USUAL = ['spark', 'postgres', 'duckdb', 'trino', 'mysql', 'hive'];

/** A mark of this weight is of one engine only. */
const SURE = 3;

/** Marks are looked for in so many characters. */
const SEEN = 20_000;

/** Dialects with what points to them, the likeliest first; `named` are the engines that comments name. */
export function dialectMarks(code: string): { scores: Map<string, number>; named: string[] } {
	const text = code.slice(0, SEEN);
	const scores = new Map<string, number>();
	const add = (dialect: string, weight: number) => scores.set(dialect, (scores.get(dialect) ?? 0) + weight);
	const bare = text.replace(/--[^\n]*/g, '');
	for (const [dialect, weight, pattern] of MARKS) if (pattern.test(bare)) add(dialect, weight);
	const named: string[] = [];
	for (const [comment] of text.matchAll(/--[^\n]*/g))
		for (const [dialect, name] of NAMES)
			if (name.test(comment) && !named.includes(dialect)) {
				named.push(dialect);
				// `-- Snowflake:` names what follows, a mention in passing does not.
				add(dialect, /^--\s*(?:\w+:?\s*)?$/.test(comment) || new RegExp(`^--\\s*\\(?(?:${name.source})\\s*[:(/—–-]`, 'i').test(comment) ? 3 : 1.5);
			}
	return { scores, named };
}

/** The dialect of a text that only one engine reads, by its marks alone; undefined where several could. */
export function clearDialect(code: string): string | undefined {
	const [first, second] = [...dialectMarks(code).scores].sort((a, b) => b[1] - a[1]);
	return first && first[1] >= SURE && first[1] > (second?.[1] ?? 0) ? first[0] : undefined;
}

interface DialectVerdict extends Verdict {
	dialect: string;
	/** Comments name more than one engine. */
	several: string[];
	/** Nothing speaks for this dialect, and not every other one reads the text: what it means elsewhere is unknown. */
	guessed: boolean;
}

/** Dialects that all read what is standard SQL; those with quick parsers come first. */
const STANDARD = ['postgres', 'snowflake', 'bigquery', 'spark', 'trino', 'mysql'];

async function isStandard(code: string): Promise<boolean> {
	for (const dialect of STANDARD) if (await firstFinding('sql', code, `dialect=${dialect}`)) return false;
	return true;
}

export interface KnownDialect {
	/** The document's name for this sample's dialect. */
	named?: string | undefined;
	/** The dialect of the document's samples without marks. */
	usual?: string | undefined;
}

/**
 * The dialect of a SQL text: of those that its marks allow, the likeliest whose parser accepts it; then the document's usual one; then any
 * that accepts it; then, with `finding`, the likeliest.
 */
export async function dialectOfSql(code: string, { named, usual }: KnownDialect = {}): Promise<DialectVerdict> {
	const { scores, named: engines } = dialectMarks(code);
	if (named !== undefined) scores.set(named, (scores.get(named) ?? 0) + 6);
	// Between equals the document decides.
	const weight = (dialect: string) => (scores.get(dialect) ?? 0) + (dialect === usual ? 0.1 : 0);
	const marked = [...scores.keys()].sort((a, b) => weight(b) - weight(a));
	// What only one engine writes is not another one's, whatever a generous parser says.
	const sure = marked.some((dialect) => (scores.get(dialect) ?? 0) >= SURE);
	const order = sure ? marked : [...new Set([...marked, ...(usual === undefined ? [] : [usual]), ...USUAL])];
	const several = engines.length > 1 ? engines : [];
	const found = async (dialect: string, verdict: Verdict): Promise<DialectVerdict> => {
		const guessed = !scores.has(dialect) && dialect !== usual && !(await isStandard(code));
		return { dialect, ...verdict, several, guessed };
	};
	let first: Verdict | undefined;
	for (const dialect of order) {
		const finding = await firstFinding('sql', code, `dialect=${dialect}`);
		if (!finding) return found(dialect, { meta: `dialect=${dialect}`, finding });
		first ??= { meta: `dialect=${dialect}`, finding };
	}
	for (const dialect of order.slice(0, Math.max(3, marked.length))) {
		const verdict = await verdictOf('sql', code, `dialect=${dialect}`);
		if (!verdict.finding) return found(dialect, verdict);
	}
	const dialect = order[0] ?? 'spark';
	return { dialect, meta: `dialect=${dialect}`, finding: first?.finding, several, guessed: false };
}
