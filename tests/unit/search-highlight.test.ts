import { describe, expect, test } from 'vitest';
import { findWords, highlightAddress } from '../../src/lib/search/highlight.ts';

const marked = (text: string, ...words: string[]) => findWords(text, words).map(({ start, end }) => text.slice(start, end));

describe('findWords', () => {
	test.each<[string, string[], string[]]>([
		['Skew, skewed and askew', ['skew'], ['Skew']],
		['Skew, skewed and askew', ['skew', 'skewed'], ['Skew', 'skewed']],
		['a <=> b', ['<=>'], ['<=>']],
		['set (spark.sql.adaptive.enabled).', ['spark.sql.adaptive.enabled', 'spark'], ['spark.sql.adaptive.enabled']],
		['row_count and count', ['count'], ['count']],
		['stuck at 99%', ['99%'], ['99%']],
		['nothing', ['', ' '], []],
		['f(x) [a]', ['f(x', '[a'], ['f(x', '[a']],
	])('in %j, %j', (text, words, expected) => {
		expect(marked(text, ...words)).toEqual(expected);
	});
});

describe('highlightAddress', () => {
	test.each<[[string, string, string[]], string]>([
		[['/spark/data-skew/', 'salting', ['salt', '99%']], '/spark/data-skew/?highlight=salt+99%25#salting'],
		[['/spark/data-skew/', '', ['skew']], '/spark/data-skew/?highlight=skew'],
		[['/spark/data-skew/', '_top', []], '/spark/data-skew/'],
		[['/reference/glossary/#dlq', '', ['dlq']], '/reference/glossary/?highlight=dlq#dlq'],
		[['/a/', 'b', ['<=>', 'x&y=#']], '/a/?highlight=%3C%3D%3E+x%26y%3D%23#b'],
	])('%j', (given, expected) => {
		expect(highlightAddress(...given)).toBe(expected);
	});
});
