/** Names of code in prose that lost their backticks. */

/** Units, products and abbreviations that only look like camel case. */
const PLAIN_WORDS = new Set(['iPhone', 'iPad', 'eBay', 'macOS', 'iOS', 'pySpark', 'jQuery', 'dbtCloud', 'ksqlDB', 'noSQL', 'tvOS']);
/** Complexity and functions of mathematics (`O(n)`, `f(x)`, `ln(2)`) read better as prose. */
const isPlain = (word: string): boolean =>
	/^(?:[A-Za-z]|ln|log|exp)\(/.test(word) ||
	PLAIN_WORDS.has(word) ||
	/^[a-z]{1,2}[A-Z]+[a-z]?s?$/.test(word) ||
	/^(?:www\.|[\w-]+\.(?:com|org|io|net|dev)$)/i.test(word);

const ARGUMENTS = String.raw`\((?:\*|[\w.,*"'=/:-]{0,60}(?:, ?[\w.*"'=/:-]{1,40}){0,4})\)`;
const NAME = String.raw`[A-Za-z_]\w*(?:\.\w+)*`;
const FRAME = String.raw`(?:UNBOUNDED|\d+|N) (?:PRECEDING|FOLLOWING)|CURRENT ROW`;
const SQL_WORDS = [
	String.raw`(?:ROWS|RANGE) BETWEEN (?:${FRAME}) AND (?:${FRAME})`,
	'(?:GROUP|ORDER|PARTITION|CLUSTER|DISTRIBUTE|SORT|ZORDER) BY',
	'(?:MERGE|INSERT|COPY) INTO',
	'(?:CREATE|ALTER|DROP|ANALYZE|TRUNCATE) TABLE',
	'NOT (?:IN|EXISTS|NULL)',
	'IS (?:NOT )?(?:NULL|DISTINCT FROM)',
	'WHEN (?:NOT )?MATCHED(?: BY SOURCE)?',
	'ON CONFLICT(?: DO (?:NOTHING|UPDATE))?',
	'NULLS (?:FIRST|LAST)',
	'IGNORE NULLS',
	'UNION ALL',
	'(?:LEFT|RIGHT|FULL|CROSS|INNER|ASOF|SEMI|ANTI|LEFT SEMI|LEFT ANTI|FULL OUTER) JOIN',
	'TIMESTAMP WITH TIME ZONE',
	'AT TIME ZONE',
]
	.map((words) => String.raw`${words}(?![\w-]| [A-Z]{2,}\b(?! ?\())`)
	.join('|');
const PATTERNS = [
	// A path or an address that no browser opens.
	String.raw`(?:s3a?|hdfs|gs|abfss?|wasbs?|dbfs|file|jdbc):[\w:/.{}=%*@?&;$-]*[\w/}*]`,
	// A file.
	String.raw`[\w-]+\.(?:py|sql|ya?ml|json|md|parquet|avro|orc|csv|sh|conf|jar|toml|tf|ipynb)(?![\w.])`,
	// A call. "row(s)" is a plural, a word in brackets behind a name explains it.
	String.raw`\.?${NAME}(?!\((?:s|es|ies|[A-Z]|[A-Z][a-z]+)\)|(?<=[a-z])\([A-Z]+\))${ARGUMENTS}(?:\.\w+${ARGUMENTS})*`,
	// A setting of three parts or more.
	String.raw`[a-z][\w-]*(?:\.[A-Za-z][\w-]*){2,}`,
	// A setting with hyphens, and one with its value.
	String.raw`[a-z]+\.[a-z]+(?:-[a-z]+){2,}`,
	String.raw`[a-z]+(?:\.[a-z]+)+=(?:true|false)`,
	String.raw`[a-z]{3}\w*=(?:\d[\w.-]*\w|\d|true|false|all|none)`,
	// A column of a table that has one letter.
	String.raw`(?!e\.g|i\.e|[ap]\.m\b|a\.k|w\.r|v\.s)[a-z]\.[a-z]\w*(?!\.\w)`,
	// Words of SQL that stand together.
	SQL_WORDS,
	// An option of a command.
	String.raw`(?<![\w-])--[a-z][\w-]+`,
	// snake_case, with what it belongs to.
	String.raw`(?:[A-Za-z]\w*\.)*_*[A-Za-z0-9]+_\w+(?:\.\w+)*`,
	// camelCase.
	String.raw`[a-z][a-z0-9]*[A-Z]\w*`,
];
const IDENTIFIER = new RegExp(`(?<![\\p{L}\\p{N}_\`$@#\\\\/.-])(?:${PATTERNS.join('|')})(?![\`\\p{L}\\p{N}_])`, 'gu');

/** `rows.COUNT(x)`: the end of a sentence and a function of SQL; `or.map()`: a word glued to a method. */
const PROSE_BEFORE = /^(?:[A-Za-z]{3,}\.(?=[A-Z]{2,}[A-Z_]*\()|(?:or|and|by|in|to|of|is|use|with)(?=\.[a-z]\w*\())/;

/** Stretches of inline Markdown in which nothing is marked: code, link targets, addresses, maths. */
const KEPT = /(`+)(?:(?!\1)[^])*?\1(?!`)|\]\([^)\s]{0,2000}\)|<[^>\s]{1,2000}>|(?:https?|mailto):[^\s)>\]]{1,2000}|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}/g;

/**
 * Puts names of code into backticks: settings (`spark.sql.shuffle.partitions`), calls, options, snake_case, camelCase, clauses of SQL,
 * files and object-store paths. What stands in backticks, links or addresses stays. Only spellings that no prose has are marked; ordinary words
 * never are.
 * @returns the inline Markdown and how many names were marked
 */
export function markIdentifiers(text: string): { text: string; marked: number } {
	let marked = 0;
	const mark = (plain: string) =>
		plain.replace(IDENTIFIER, (name) => {
			if (isPlain(name) || !/[A-Za-z]/.test(name)) return name;
			marked++;
			// A sentence ended here, or a little word: only what is behind it is code.
			const prose = PROSE_BEFORE.exec(name)?.[0] ?? '';
			return `${prose}${prose && !prose.endsWith('.') ? ' ' : ''}\`${name.slice(prose.length)}\``;
		});
	let result = '';
	let from = 0;
	for (const match of text.matchAll(KEPT)) {
		result += mark(text.slice(from, match.index)) + match[0];
		from = match.index + match[0].length;
	}
	return { text: result + mark(text.slice(from)), marked };
}
