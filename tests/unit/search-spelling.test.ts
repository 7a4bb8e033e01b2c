import { describe, expect, test } from 'vitest';
import { allowedSlips, dictionary, slips } from '../../src/lib/search/spelling.ts';

describe('slips', () => {
	test.each<[string, string, number]>([
		['watermark', 'watermark', 0],
		['watermrk', 'watermark', 1],
		['cehckpoint', 'checkpoint', 1],
		['exacly', 'exactly', 1],
		['skwe', 'skew', 1],
		['partitoin', 'partition', 1],
		['wtaermrak', 'watermark', 2],
		['skew', 'spell', 3],
		['', 'abc', 3],
	])('%s to %s: %i', (a, b, expected) => {
		expect(slips(a, b, 3)).toBe(expected);
		expect(slips(b, a, 3)).toBe(expected);
	});

	test('counts no further than asked', () => {
		expect(slips('kafka', 'iceberg', 2)).toBe(3);
		expect(slips('a', 'abcdef', 2)).toBe(3);
	});

	test.each([
		['skew', 0],
		['spill', 1],
		['shuffle', 1],
		['watermrk', 2],
	])('%s may have %i', (word, expected) => {
		expect(allowedSlips(word)).toBe(expected);
	});
});

describe('dictionary', () => {
	const { knows, nearest } = dictionary(
		['data', 'check', 'exact', 'partition', 'dataset', 'bucketed', 'skewed', 'petition', 'idempotent', 'x1'],
		['Checkpointing', 'checkpoint', 'Exactly-once', 'Watermarks', 'Data skew'],
	);

	test.each([
		['bucketed', true],
		['bucketing', true],
		['buck', true],
		['watermrk', false],
		['exacly', false],
	])('knows %s: %s', (word, expected) => {
		expect(knows(word)).toBe(expected);
	});

	test.each<[string, string | undefined]>([
		['watermrk', 'watermarks'],
		['cehckpoint', 'checkpoint'],
		['exacly', 'exactly'],
		['partitoin', 'partition'],
		['idempotant', 'idempotent'],
		['dataskew', 'data skew'],
		['dtaa', undefined],
		['kubernetes', undefined],
	])('reads %s as %s', (word, expected) => {
		expect(nearest(word)).toBe(expected);
	});

	test('a name of the field wins over a more frequent word that is as near', () => {
		expect(dictionary(['spell', 'spill'], []).nearest('spoll')).toBe('spell');
		expect(dictionary(['spell', 'spill'], ['spill']).nearest('spoll')).toBe('spill');
	});
});
