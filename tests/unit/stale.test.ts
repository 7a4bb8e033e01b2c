import { expect, test } from 'vitest';
import { pageFields } from '../../src/lib/content-model.ts';
import { checkDates, formatCheckDates } from '../../src/lib/stale.ts';

const page = (id: string, checked?: { date: string; versions: string[] }) => ({ id, data: pageFields.parse({ title: 'T', description: 'D', checked }) });

test('oldest first, then by id; pages without a date are left out', () => {
	const pages = [
		page('z', { date: '2026-11-21', versions: [] }),
		page('none'),
		page('b', { date: '2025-01-02', versions: ['Spark 3.5'] }),
		page('a', { date: '2026-11-21', versions: ['Spark 4.1', 'Iceberg 1.11'] }),
	];
	expect(checkDates(pages)).toEqual([
		{ date: '2025-01-02', versions: ['Spark 3.5'], id: 'b' },
		{ date: '2026-11-21', versions: ['Spark 4.1', 'Iceberg 1.11'], id: 'a' },
		{ date: '2026-11-21', versions: [], id: 'z' },
	]);
});

test('one line a page, in columns', () => {
	expect(
		formatCheckDates([
			{ date: '2025-01-02', versions: ['Spark 3.5'], id: 'spark/data-skew' },
			{ date: '2026-11-21', versions: ['Spark 4.1', 'Iceberg 1.11'], id: 'sql' },
			{ date: '2026-11-22', versions: [], id: 'x' },
		]),
	).toBe('2025-01-02  spark/data-skew  Spark 3.5\n2026-11-21  sql              Spark 4.1, Iceberg 1.11\n2026-11-22  x');
	expect(formatCheckDates([])).toBe('');
});
