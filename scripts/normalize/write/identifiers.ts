/** Names of code in prose that lost their backticks. */

/** Units, products and abbreviations that only look like camel case. */
const PLAIN_WORDS = new Set(['iPhone', 'iPad', 'eBay', 'macOS', 'iOS', 'pySpark', 'jQuery', 'dbtCloud']);
/** Complexity (`O(n)`) reads better as prose. */
const isPlain = (word: string): boolean => /^O\(/.test(word) || PLAIN_WORDS.has(word) || /^[a-z]{1,2}[A-Z]+[a-z]?s?$/.test(word) || /^(?:www\.|[\w-]+\.(?:com|org|io|net|dev)$)/i.test(word);

const ARGUMENTS = String.raw`\((?:\*|[\w.,*"'=/:-]{0,60}(?:, ?[\w.*"'=/:-]{1,40}){0,4})\)`;
const NAME = String.raw`[A-Za-z_]\w*(?:\.\w+)*`;
const PATTERNS = [
	// A path or an address that no browser opens.
	String.raw`(?:s3a?|hdfs|gs|abfss?|wasbs?|dbfs|file|jdbc):[\w:/.{}=%*@?&;$-]*[\w/}*]`,
	// A file.
	String.raw`[\w-]+\.(?:py|sql|ya?ml|json|md|parquet|avro|orc|csv|sh|conf|jar|toml|tf|ipynb)(?![\w.])`,
	// A call. "row(s)" is a plural.
	String.raw`\.?${NAME}(?!\((?:s|es|ies|[A-Z])\))${ARGUMENTS}(?:\.\w+${ARGUMENTS})*`,
	// A setting of three parts or more.
	String.raw`[a-z][\w-]*(?:\.[A-Za-z][\w-]*){2,}`,
	// An option of a command.
	String.raw`(?<![\w-])--[a-z][\w-]+`,
	// snake_case, with what it belongs to.
	String.raw`(?:[A-Za-z]\w*\.)*_*[A-Za-z0-9]+_\w+(?:\.\w+)*`,
	// camelCase.
	String.raw`[a-z]+[a-z0-9]*[A-Z]\w*`,
];
const IDENTIFIER = new RegExp(`(?<![\\p{L}\\p{N}_\`$@#\\\\/.-])(?:${PATTERNS.join('|')})(?![\`\\p{L}\\p{N}_])`, 'gu');

/** Stretches of inline Markdown in which nothing is marked: code, link targets, addresses, maths. */
const KEPT = /(`+)(?:(?!\1)[^])*?\1(?!`)|\]\([^)\s]{0,2000}\)|<[^>\s]{1,2000}>|(?:https?|mailto):[^\s)>\]]{1,2000}|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}|!?\[[^\]]{0,300}\]\(/g;

/**
 * Puts names of code into backticks: settings (`spark.sql.shuffle.partitions`), calls, options, snake_case, camelCase, files and object-store
 * paths. What stands in backticks, links or addresses stays. Only spellings that no prose has are marked; ordinary words never are.
 * @returns the inline Markdown and how many names were marked
 */
export function markIdentifiers(text: string): { text: string; marked: number } {
	let marked = 0;
	const mark = (plain: string) =>
		plain.replace(IDENTIFIER, (name) => {
			if (isPlain(name) || !/[A-Za-z]/.test(name)) return name;
			marked++;
			return `\`${name}\``;
		});
	let result = '';
	let from = 0;
	for (const match of text.matchAll(KEPT)) {
		result += mark(text.slice(from, match.index)) + match[0];
		from = match.index + match[0].length;
	}
	return { text: result + mark(text.slice(from)), marked };
}
