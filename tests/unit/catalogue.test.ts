import { describe, expect, test } from 'vitest';
import { emptyState, facetCounts, filterItems, formatState, parseState, type CatalogueItem, type CatalogueState } from '../../src/lib/catalogue.ts';

const item = (number: number, difficulty: string, kind: string, tech: string[], topics: string[]): CatalogueItem => ({ number, path: `/s/${number}/`, title: `S ${number}`, difficulty, kind, tech, topics });
const ITEMS = [
	item(31, 'hard', 'design', ['spark', 'kafka'], ['skew']),
	item(22, 'medium', 'optimization', ['spark'], ['shuffle', 'skew']),
	item(41, 'easy', 'design', ['flink'], ['watermark']),
	item(23, 'medium', 'design', ['flink', 'kafka'], ['watermark']),
];
const state = (chosen: Partial<CatalogueState['chosen']> = {}, sort: CatalogueState['sort'] = 'number'): CatalogueState => ({ chosen: { ...emptyState().chosen, ...chosen }, sort });
const numbers = (given: CatalogueState) => filterItems(ITEMS, given).map(({ number }) => number);

describe('filterItems', () => {
	test.each<[string, CatalogueState, number[]]>([
		['nothing chosen: all, by number', state(), [22, 23, 31, 41]],
		['one value', state({ difficulty: ['medium'] }), [22, 23]],
		['any of the values of a facet', state({ difficulty: ['easy', 'hard'] }), [31, 41]],
		['all facets together', state({ tech: ['kafka'], kind: ['design'], topic: ['watermark'] }), [23]],
		['values of lists', state({ topic: ['skew'] }), [22, 31]],
		['a value that none has', state({ tech: ['hudi'] }), []],
		['by difficulty, then by number', state({}, 'difficulty'), [41, 22, 23, 31]],
	])('%s', (_, given, expected) => {
		expect(numbers(given)).toEqual(expected);
	});

	test('leaves the list as it is', () => {
		filterItems(ITEMS, state({}, 'difficulty'));
		expect(ITEMS.map(({ number }) => number)).toEqual([31, 22, 41, 23]);
	});
});

describe('facetCounts', () => {
	test('counts what each value would show, given the other facets', () => {
		expect(facetCounts(ITEMS, state({ difficulty: ['medium'] }), 'kind')).toEqual(new Map([['design', 1], ['optimization', 1]]));
		expect(facetCounts(ITEMS, state({ kind: ['design'] }), 'tech')).toEqual(new Map([['spark', 1], ['kafka', 2], ['flink', 2]]));
	});

	test('what is chosen in the facet itself changes nothing', () => {
		expect(facetCounts(ITEMS, state({ difficulty: ['hard'] }), 'difficulty')).toEqual(facetCounts(ITEMS, state(), 'difficulty'));
	});

	test('values that would show nothing stay, with 0', () => {
		expect(facetCounts(ITEMS, state({ tech: ['spark'] }), 'topic')).toEqual(new Map([['skew', 2], ['shuffle', 1], ['watermark', 0]]));
	});
});

describe('the address of a state', () => {
	test.each<[CatalogueState, string]>([
		[state(), ''],
		[state({ difficulty: ['hard'] }), '?difficulty=hard'],
		[state({ topic: ['watermark', 'skew'], difficulty: ['medium', 'easy'] }, 'difficulty'), '?difficulty=easy,medium&topic=skew,watermark&sort=difficulty'],
	])('%j', (given, query) => {
		expect(formatState(given)).toBe(query);
	});

	test.each([
		'',
		'?difficulty=hard',
		'?difficulty=easy,medium&kind=trade-off&tech=delta-lake&topic=exactly-once&sort=difficulty',
	])('%s survives reading and writing', (query) => {
		expect(formatState(parseState(query))).toBe(query);
	});

	test.each([
		['repeated keys', '?tech=spark&tech=kafka', '?tech=kafka,spark'],
		['encoded commas', '?tech=spark%2Ckafka', '?tech=kafka,spark'],
		['values twice', '?tech=spark,spark&tech=spark', '?tech=spark'],
		['no question mark', 'tech=spark', '?tech=spark'],
		['facets in another order', '?tech=spark&difficulty=hard', '?difficulty=hard&tech=spark'],
		['empty values', '?tech=&kind=,,', ''],
		['unknown keys', '?utm_source=x&page=2', ''],
		['an unknown order', '?sort=popularity', ''],
	])('%s are understood', (_, query, expected) => {
		expect(formatState(parseState(query))).toBe(expected);
	});

	test.each([
		'?tech=<script>alert(1)</script>',
		'?tech="><img src=x onerror=alert(1)>',
		'?difficulty=%00%ff%',
		'?__proto__=x&constructor=y&toString=z',
		'?sort=__proto__',
		'?tech=../../etc/passwd',
		'?topic=Skew',
		`?kind=${'%'.repeat(1000)}`,
	])('%s is dropped', (query) => {
		expect(parseState(query)).toEqual(emptyState());
	});

	test('names of object members are values like any other: none fits', () => {
		const given = parseState('?difficulty=constructor&tech=tostring');
		expect(filterItems(ITEMS, given)).toEqual([]);
		expect(facetCounts(ITEMS, given, 'kind').get('design')).toBe(0);
	});

	test('a very long address is read', () => {
		const query = `?topic=${Array.from({ length: 20_000 }, (_, i) => `t${i}`).join(',')}`;
		expect(parseState(query).chosen.topic).toHaveLength(20_000);
	});
});
