import { describe, expect, test } from 'vitest';
import type { Term } from '../../src/lib/reference-data.ts';
import { termMatcher } from '../../src/lib/term-matcher.ts';

const term = (id: string, label: string, aliases: string[] = [], more: Partial<Term> = {}): Term => ({ id, label, aliases, definition: 'D', see: [], group: 'topic', ...more });
const TERMS = [
	term('shuffle', 'Shuffle', ['shuffles', 'exchange']),
	term('shuffle-partition', 'shuffle partition'),
	term('shuffle-hash-join', 'Shuffle hash join', ['SHJ']),
	term('watermark', 'watermark'),
	term('skew', 'Data skew', ['skew']),
	term('aqe', 'Adaptive query execution', ['AQE']),
	term('index', 'index'),
	term('ttl', 'TTL', ['time to live']),
	term('data-vault', 'Data Vault', ['DV2']),
	term('go', 'go'),
	term('spark', 'Apache Spark', ['Spark'], { group: 'technology' }),
	term('task', 'task', ['tasks'], { linked: false, group: 'term' }),
	term('cpp', 'C++ (native)', ['a.b*c']),
];
const match = termMatcher(TERMS);
/** `id:text` of each match. */
const found = (text: string) => match(text).map(({ term: { id }, start, end }) => `${id}:${text.slice(start, end)}`);

test.each<[string, string, string[]]>([
	['in order, with their places', 'A shuffle, then skew.', ['shuffle:shuffle', 'skew:skew']],
	['the longest at a place', 'One shuffle partition and a shuffle hash join.', ['shuffle-partition:shuffle partition', 'shuffle-hash-join:shuffle hash join']],
	['a shorter one where the longer ends inside a word', 'A shuffle partitioning is a shuffle.', ['shuffle:shuffle', 'shuffle:shuffle']],
	['every mention', 'skew skew', ['skew:skew', 'skew:skew']],
	['in any case for ordinary words', 'SHUFFLE, Watermark', ['shuffle:SHUFFLE', 'watermark:Watermark']],
	['with plural', 'shuffles, watermarks, indexes, TTLs', ['shuffle:shuffles', 'watermark:watermarks', 'index:indexes', 'ttl:TTLs']],
	['at the ends of the text', 'shuffle', ['shuffle:shuffle']],
	['before a full stop, in brackets, in quotes', '(shuffle) “shuffle” shuffle.', ['shuffle:shuffle', 'shuffle:shuffle', 'shuffle:shuffle']],
	['signs as themselves', 'a.b*c and axbbc', ['cpp:a.b*c']],
])('matches %s', (_, text, expected) => {
	expect(found(text)).toEqual(expected);
});

describe('abbreviations and names as written only', () => {
	test.each<[string, string[]]>([
		['AQE and aqe and Aqe', ['aqe:AQE']],
		['Adaptive Query Execution', ['aqe:Adaptive Query Execution']],
		['Data Vault, data vault', ['data-vault:Data Vault']],
		['ttl', []],
		['Time to live', ['ttl:Time to live']],
	])('%s', (text, expected) => {
		expect(found(text)).toEqual(expected);
	});
});

test.each([
	'reshuffle',
	'shuffled',
	'shuffle_id',
	'shuffle2',
	'spark.sql.shuffle.partitions',
	'spark.shuffle',
	'shuffle.partitions',
	'shuffle-free',
	're-shuffle',
	'/docs/shuffle',
	'überskew',
	'skewé',
])('not inside %s', (text) => {
	expect(found(text)).toEqual([]);
});

test('no technologies, no terms that are not to be linked, no words of two letters', () => {
	expect(found('Apache Spark, Spark, task, tasks, go')).toEqual([]);
});

test('no terms, no matches', () => {
	expect(termMatcher([])('shuffle')).toEqual([]);
	expect(termMatcher([term('spark', 'Spark', [], { group: 'technology' })])('Spark')).toEqual([]);
});

test('a long text takes no long time', () => {
	const started = performance.now();
	match('spark.sql.shuffle '.repeat(20_000) + 'shuffle '.repeat(20_000));
	expect(performance.now() - started).toBeLessThan(5000);
});
