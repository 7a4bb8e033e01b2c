/** Words as the search compares them. */

/** Words a question may hold without asking for them. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
	(
		'a about after all also am an and any are as at be because been before being between both but by can cannot could did do does ' +
		'doing for from get gets got had has have having he her here him his how i if in into is it its just me my no nor not of off on ' +
		'one or our out over own rid she should so some such than that the their them then there these they this those through to too under ' +
		'until up us use using very was we were what when where which while who whom whose why will with would you your'
	).split(' '),
);

/** What readers say in everyday words, and what pages say instead. Looked up by stem; the first word is what is typed. */
const EVERYDAY: readonly (readonly [string, ...string[]])[] = [
	['stuck', 'straggler', 'skew', 'slow'],
	['hang', 'straggler', 'stuck'],
	['undo', 'restore', 'revert', 'rollback'],
	['revert', 'undo', 'restore', 'rollback'],
	['rollback', 'restore', 'undo', 'revert'],
	['twice', 'duplicate'],
	['double', 'duplicate'],
	['repeat', 'duplicate'],
	['remove', 'delete', 'erase'],
	['erase', 'delete', 'erasure'],
	['slow', 'bottleneck', 'performance'],
	['faster', 'optimize', 'speed'],
	['crash', 'failure', 'restart'],
	['die', 'failure', 'killed'],
	['lose', 'loss', 'lost'],
	['missing', 'loss', 'lost'],
	['wrong', 'bad', 'incorrect'],
	['expensive', 'cost'],
	['cheap', 'cost'],
	['huge', 'large', 'petabyte'],
	['big', 'large'],
	['late', 'lateness', 'delayed'],
	['combine', 'join', 'merge'],
	['insert', 'append', 'write'],
	['copy', 'replicate', 'clone'],
	['rename', 'schema'],
	['explode', 'explosion'],
];

const SUFFIXES = /(?:ations?|ating|ated|ates|ate|ingly|ings|ing|edly|ed|ments?|ness|ers?|es|s|e)$/;

/** A word without its ending, so that `bucketing`, `bucketed` and `buckets` compare equal. Lower case in, lower case out. */
export function stem(word: string): string {
	if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
	const singular = word.replace(/(?:ies|ied)$/, 'y').replace(/ss$/, 'ß');
	const short = singular.replace(SUFFIXES, '');
	return (short.length >= 3 ? short : singular).replace(/ß$/, 'ss').replace(/([b-df-hj-np-tv-z])\1$/, '$1');
}

const everyday = new Map(EVERYDAY.map(([word, ...others]) => [stem(word), others]));

/** Other words for an everyday word, best first. */
export const otherWordsFor = (word: string): readonly string[] => everyday.get(stem(word.toLowerCase())) ?? [];

/**
 * The parts of a compound in lower case: `spark.sql.skewJoin` → spark, sql, skew, join. White space never stands in a compound.
 */
export const partsOf = (token: string): string[] =>
	token
		.replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
		.replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.filter(Boolean);

/** A token without the punctuation around it; brackets and signs that belong to it stay. */
export function trimToken(token: string): string {
	if (!/[\p{L}\p{N}]/u.test(token)) return token.replace(/^[("'`“”‘’]+|[)"'`“”‘’.,;?]+$/gu, '');
	return token.replace(/^[^\p{L}\p{N}_<>=$@#|]+|[^\p{L}\p{N}_%<>=+#|]+$/gu, '');
}

/** Whether a token of a page holds a query word: the word itself, a form of it, or something that begins with it. */
export function holds(surface: string, word: string): boolean {
	const typed = word.toLowerCase();
	const whole = surface.toLowerCase();
	if (!/[\p{L}\p{N}]/u.test(typed)) return whole.includes(typed);
	const parts = partsOf(surface);
	const wanted = stem(typed);
	if (parts.some((part) => part.startsWith(typed) || stem(part) === wanted)) return true;
	// Compounds are found from the start of any of their parts on.
	const joined = partsOf(word).join('');
	return parts.some((_, from) => parts.slice(from).join('').startsWith(joined));
}
