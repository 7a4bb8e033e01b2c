import { describe, expect, test } from 'vitest';
import { parseQuery } from '../../src/lib/search/query.ts';
import { holds, otherWordsFor, partsOf, stem, trimToken } from '../../src/lib/search/words.ts';

const texts = (query: string) => parseQuery(query).units.map(({ text }) => text);
const kinds = (query: string) => parseQuery(query).units.map(({ kind }) => kind);

describe('parseQuery', () => {
	test.each<[string, string[]]>([
		['skew', ['skew']],
		['  late   data ', ['late', 'data']],
		['why is one task stuck at 99%?', ['task', 'stuck', '99%']],
		['how do I undo a bad write', ['undo', 'bad', 'write']],
		['the the', ['the']],
		['what is', ['what', 'is']],
		['skew skew Skew', ['skew']],
		['Kafka’s offsets', ['Kafka', 'offsets']],
		['(spark.sql.adaptive.enabled).', ['spark.sql.adaptive.enabled']],
		['_delta_log', ['_delta_log']],
		['a <=> b', ['<=>', 'b']],
		['“exactly once” kafka', ['exactly once', 'kafka']],
		['"once"', ['once']],
		['""', []],
		['?', []],
		['', []],
	])('%j looks for %j', (query, expected) => {
		expect(texts(query)).toEqual(expected);
	});

	test.each<[string, string[]]>([
		['shuffle SELECT 99%', ['word', 'word', 'word']],
		['acks=all eqNullSafe Z-order read_committed', ['compound', 'compound', 'compound', 'compound']],
		['<=> ||', ['symbol', 'symbol']],
		['"late data"', ['phrase']],
	])('%j is %j', (query, expected) => {
		expect(kinds(query)).toEqual(expected);
	});

	test('a stop word changes nothing', () => {
		expect(parseQuery('what is a watermark').units).toEqual(parseQuery('watermark').units);
	});

	test.each<[string, number | undefined]>([
		['23', 23],
		['scenario 23', 23],
		['Question #23', 23],
		['no. 7', 7],
		['s/23', 23],
		['/s/23/', undefined],
		['200 partitions', undefined],
		['1000', undefined],
		['p99', undefined],
	])('%j asks for scenario %j', (query, expected) => {
		expect(parseQuery(query).number).toBe(expected);
	});
});

describe('words', () => {
	test.each<[string, string[]]>([
		['spark.sql.adaptive.skewJoin.enabled', ['spark', 'sql', 'adaptive', 'skew', 'join', 'enabled']],
		['SortMergeJoin', ['sort', 'merge', 'join']],
		['JSONParser', ['json', 'parser']],
		['_delta_log', ['delta', 'log']],
		['acks=all', ['acks', 'all']],
		['<=>', []],
	])('partsOf %j', (token, expected) => {
		expect(partsOf(token)).toEqual(expected);
	});

	test.each([
		['bucketing', 'bucketed'],
		['queries', 'query'],
		['writes', 'writing'],
		['spilling', 'spill'],
		['duplicates', 'duplicated'],
		['partitioning', 'partitions'],
	])('%s and %s have one stem', (a, b) => {
		expect(stem(a)).toBe(stem(b));
	});

	test.each([
		['exactly', 'exact'],
		['slowly', 'slow'],
		['skew', 'sketch'],
		['process', 'processor'],
		['p99', 'p999'],
	])('%s and %s have not', (a, b) => {
		expect(stem(a)).not.toBe(stem(b));
	});

	test.each<[string, string, boolean]>([
		['(spark.sql.adaptive.enabled).', 'adaptive.enabled', true],
		['(spark.sql.adaptive.enabled).', 'spark.sql', true],
		['spark.sql.shuffle.partitions', 'adaptive', false],
		['skewed,', 'skew', true],
		['watermarks.', 'watermarking', true],
		['C', 'cehckpoint', false],
		['exact', 'exacly', false],
		['Delta', 'delta_log', false],
		['<=>', '<=>', true],
		['a', '<=>', false],
	])('%j holds %j: %s', (surface, word, expected) => {
		expect(holds(surface, word)).toBe(expected);
	});

	test.each<[string, string]>([
		['“99%”;', '99%'],
		['count(*)', 'count'],
		['"skew",', 'skew'],
		['<=>', '<=>'],
		['...', ''],
		['acks=all;', 'acks=all'],
	])('trimToken %j is %j', (token, expected) => {
		expect(trimToken(token)).toBe(expected);
	});

	test('everyday words have others, in any form', () => {
		expect(otherWordsFor('Hangs')).toContain('straggler');
		expect(otherWordsFor('watermark')).toEqual([]);
	});
});
