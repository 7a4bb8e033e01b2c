import { describe, expect, test } from 'vitest';
import { numberFor, slugFor } from '../../../../scripts/normalize/site/slugs.ts';

const free: ReadonlySet<string> = new Set();

test.each([
	['Late files, again', 'late-files-again'],
	['Größe über Straße', 'grosse-uber-strasse'],
	['Łódź, Ærø & Þórr', 'lodz-aero-and-thorr'],
	['C++ and C# readers', 'c-plus-plus-and-c-readers'],
	["Don't retry 5 % of loads", 'dont-retry-5-percent-of-loads'],
	['`MERGE INTO` → upsert', 'merge-into-to-upsert'],
	['', 'untitled'],
	['数据倾斜', 'untitled'],
	['../../etc/passwd\0', 'etc-passwd'],
	['index', 'index-page'],
	['CON', 'con-page'],
	['Lpt9', 'lpt9-page'],
	['404', '404-page'],
])('slug of %j is %s', (title, slug) => expect(slugFor(title, free)).toBe(slug));

test('ends at a word within sixty characters', () => {
	const slug = slugFor('How a scheduler that nobody watches fills a table with the same day again and again', free);
	expect(slug).toBe('how-a-scheduler-that-nobody-watches-fills-a-table-with-the');
	expect(slug.length).toBeLessThanOrEqual(60);
	expect(slugFor('x'.repeat(100_000), free)).toBe('x'.repeat(60));
});

test('counts titles that are taken, within sixty characters too', () => {
	expect(slugFor('Late files', new Set(['late-files']))).toBe('late-files-2');
	expect(slugFor('Late files', new Set(['late-files', 'late-files-2']))).toBe('late-files-3');
	expect(slugFor('Index', new Set(['index-page']))).toBe('index-page-2');
	const long = 'x'.repeat(60);
	expect(slugFor(long, new Set([long]))).toBe(`${'x'.repeat(58)}-2`);
	expect(slugFor('', new Set(['untitled']))).toBe('untitled-2');
});

describe('numbers', () => {
	const used = new Set([1, 2, 7]);
	test('stay where they are free', () => expect(numberFor(4, used)).toEqual({ number: 4, notes: [] }));
	test('change where they are taken, and that is noted', () => {
		expect(numberFor(2, used, 31)).toEqual({
			number: 8,
			notes: [
				{ stage: 'segment', line: 31, kind: 'uncertain', what: 'number of a scenario changed', reason: '2 is taken: 8 is the next free one', confidence: 0.5 },
			],
		});
	});
	test('are given where there is none', () => {
		expect(numberFor(undefined, used)).toEqual({ number: 8, notes: [] });
		expect(numberFor(undefined, new Set())).toEqual({ number: 1, notes: [] });
	});
	test.each([0, -3, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('%s is no number of a scenario', (wanted) => {
		expect(numberFor(wanted, used)).toMatchObject({ number: 8, notes: [{ what: 'number of a scenario changed' }] });
	});
});
