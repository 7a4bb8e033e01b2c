import { describe, expect, test } from 'vitest';
import { plainLabel, termFinder } from '../../src/lib/search/terms.ts';

const TERMS = [
	{ id: 'checkpoint', label: 'checkpoint', aliases: ['checkpoints'] },
	{ id: 'checkpointing', label: 'Checkpointing', aliases: [], page: '/streaming/checkpoints-and-replay/' },
	{ id: 'sort-merge-join', label: 'Sort-merge join', aliases: ['SMJ', 'SortMergeJoin'] },
	{ id: 'joins', label: 'Joins', aliases: ['SQL join'] },
	{ id: 'merge', label: 'MERGE (upsert)', aliases: ['upsert'] },
	{ id: 'exactly-once', label: 'Exactly-once', aliases: ['EOS'] },
	{ id: 'small-files', label: 'Small files', aliases: ['small file problem'] },
];
const find = termFinder(TERMS);
const found = (query: string) => find(query).map(({ term, whole }) => [term.id, whole]);

describe('termFinder', () => {
	test.each<[string, unknown[]]>([
		['SMJ', [['sort-merge-join', true]]],
		['what is an smj', [['sort-merge-join', true]]],
		['SMJ spill', [['sort-merge-join', false]]],
		['SortMergeJoin', [['sort-merge-join', true]]],
		['sort merge joins', [['sort-merge-join', true]]],
		['upsert', [['merge', true]]],
		['merge', [['merge', true]]],
		['exactly once', [['exactly-once', true]]],
		['the small file problem', [['small-files', true]]],
		['upsert exactly once', [['exactly-once', false], ['merge', false]]],
		['kafka', []],
		['', []],
	])('%j names %j', (query, expected) => {
		expect(found(query)).toEqual(expected);
	});

	test('the longest name wins', () => {
		expect(found('sort merge join').map(([id]) => id)).toEqual(['sort-merge-join']);
	});

	test('of two terms that compare equal the one with a page leads', () => {
		expect(found('checkpoints')).toEqual([['checkpointing', true]]);
	});
});

test('a label without what stands in brackets', () => {
	expect(plainLabel('MERGE (upsert)')).toBe('MERGE');
	expect(plainLabel('Data skew')).toBe('Data skew');
});
