import { describe, expect, test } from 'vitest';
import { grade, type Finding, type GradeOptions } from '../../src/lib/grade.ts';
import type { LabResult, LabRow } from '../../src/lib/lab-view.ts';

/** `result('id INTEGER, tier VARCHAR', [['1', 'gold']])` */
function result(columns: string, rows: LabRow[], rowCount = rows.length): LabResult {
	return { columns: columns.split(/, (?=\w+ )/).map((column) => ({ name: column.split(' ')[0]!, type: column.slice(column.indexOf(' ') + 1) })), rows, rowCount };
}

const SHAPE = 'id INTEGER, tier VARCHAR, paid DECIMAL(10,2)';
const EXPECTED: LabRow[] = [['1', 'gold', '10.00'], ['2', null, '20.00'], ['3', 'silver', null], ['4', 'gold', '40.00']];
const expected = result(SHAPE, EXPECTED);
const graded = (rows: LabRow[], options?: GradeOptions, shape = SHAPE) => grade(result(shape, rows), expected, options);
const kinds = (findings: Finding[]) => findings.map(({ kind }) => kind);

describe('right', () => {
	test('the same result', () => {
		expect(graded(EXPECTED)).toEqual({ right: true, findings: [] });
		expect(graded(EXPECTED, { ordered: true })).toEqual({ right: true, findings: [] });
	});

	test('no rows where none are expected', () => {
		expect(grade(result(SHAPE, []), result(SHAPE, []))).toEqual({ right: true, findings: [] });
	});

	test('rows in another order, unless the order counts', () => {
		const turned = [...EXPECTED].reverse();
		expect(graded(turned)).toEqual({ right: true, findings: [] });
		expect(graded(turned, { ordered: true })).toEqual({
			right: false,
			findings: [{ kind: 'order', message: 'All rows are right, their order is not: row 1 is expected to be (id 1, tier gold, paid 10.00).', rows: [EXPECTED[0]] }],
		});
	});

	test('names in other case, numbers of other types and scales', () => {
		const attempt = result('ID BIGINT, Tier VARCHAR, PAID DOUBLE', [['1', 'gold', '10.0'], ['2', null, '2e+01'], ['3', 'silver', null], ['4', 'gold', '40.000000001']]);
		expect(grade(attempt, expected)).toEqual({ right: true, findings: [] });
	});

	test('columns in another order: a note', () => {
		const { right, findings } = graded(EXPECTED.map(([id, tier, paid]) => [tier!, paid!, id!]), {}, 'tier VARCHAR, paid DECIMAL(10,2), id INTEGER');
		expect(right).toBe(true);
		expect(findings).toEqual([{ kind: 'note', message: 'The columns stand in another order than id, tier, paid.' }]);
	});

	test('a day as its midnight: a note', () => {
		const days = result('month DATE', [['2026-01-01'], ['2026-02-01']]);
		const attempt = result('month TIMESTAMP', [['2026-02-01 00:00:00'], ['2026-01-01 00:00:00']]);
		expect(grade(attempt, days)).toEqual({ right: true, findings: [{ kind: 'note', message: 'Column “month” is TIMESTAMP, expected DATE.' }] });
		expect(grade(result('month TIMESTAMP', [['2026-02-01 00:00:00'], ['2026-01-01 09:00:00']]), days).right).toBe(false);
	});

	test('rows that are meant to stand twice do', () => {
		const twice = result('n INTEGER', [['1'], ['1'], [null], [null]]);
		expect(grade(result('n INTEGER', [[null], ['1'], [null], ['1']]), twice)).toEqual({ right: true, findings: [] });
	});
});

describe('rows', () => {
	test('missing', () => {
		const { right, findings } = graded(EXPECTED.slice(0, 2));
		expect(right).toBe(false);
		expect(findings).toEqual([
			{ kind: 'missing', count: 2, rows: EXPECTED.slice(2), message: '2 rows missing, for instance (id 3, tier silver, paid NULL).' },
		]);
	});

	test('too many', () => {
		const extra: LabRow = ['9', 'none', '0.00'];
		expect(graded([...EXPECTED, extra]).findings).toEqual([
			{ kind: 'extra', count: 1, rows: [extra], message: '1 row too many, for instance (id 9, tier none, paid 0.00).' },
		]);
	});

	test('only the first are shown, all are counted', () => {
		const rows = Array.from({ length: 1200 }, (_, i): LabRow => [String(i), 'x', '1.00']);
		const [finding] = grade(result(SHAPE, []), result(SHAPE, rows)).findings;
		expect(finding).toMatchObject({ kind: 'missing', count: 1200, rows: rows.slice(0, 5) });
		expect(finding?.message).toMatch(/^1,200 rows missing/);
	});

	test('too often', () => {
		const { right, findings } = graded([...EXPECTED, EXPECTED[0]!, EXPECTED[0]!]);
		expect(right).toBe(false);
		expect(findings).toEqual([
			{ kind: 'duplicates', count: 2, rows: [EXPECTED[0], EXPECTED[0]], message: '2 rows too often: (id 1, tier gold, paid 10.00) appears 3 times, expected once.' },
		]);
	});

	test('too seldom', () => {
		const twice = result('n INTEGER', [['1'], ['1'], ['2']]);
		expect(grade(result('n INTEGER', [['1'], ['2']]), twice).findings).toMatchObject([
			{ kind: 'duplicates', message: '1 row too seldom: (n 1) appears once, expected 2 times.' },
		]);
	});

	test('NULL where a value is expected, and the other way round', () => {
		const { right, findings } = graded([['1', null, '10.00'], ['2', 'free', '20.00'], EXPECTED[2]!, EXPECTED[3]!]);
		expect(right).toBe(false);
		expect(findings).toMatchObject([
			{ kind: 'nulls', count: 2, message: 'Column “tier” differs in 2 rows: NULL where gold is expected, in (id 1, tier gold, paid 10.00).' },
		]);
	});

	test('NULL is neither the empty string nor the word', () => {
		const nothing = result('tier VARCHAR', [[null]]);
		for (const cell of ['', 'NULL']) {
			const { right, findings } = grade(result('tier VARCHAR', [[cell]]), nothing);
			expect(right).toBe(false);
			expect(findings.find(({ kind }) => kind === 'extra')?.message).toBe(`1 row too many, for instance (tier '${cell}').`);
		}
	});

	test('rows that hold NULLs are equal to each other', () => {
		const rows: LabRow[] = [[null, null, null], ['1', null, null]];
		expect(grade(result(SHAPE, rows), result(SHAPE, [...rows].reverse()))).toEqual({ right: true, findings: [] });
	});

	test('another value, named by its column', () => {
		const { findings } = graded([['1', 'gold', '10.50'], ...EXPECTED.slice(1)]);
		expect(findings).toMatchObject([
			{ kind: 'values', count: 1, message: 'Column “paid” differs in 1 row: 10.50 where 10.00 is expected, in (id 1, tier gold, paid 10.00).' },
		]);
	});

	test('of two ways to pair rows the one with equal keys is taken', () => {
		const two = result('id INTEGER, n INTEGER', [['1', '5'], ['2', '6']]);
		const { findings } = grade(result('id INTEGER, n INTEGER', [['2', '5'], ['1', '6']]), two);
		expect(kinds(findings)).toEqual(['values']);
		expect(findings[0]?.message).toContain('Column “n” differs in 2 rows');
	});

	test('everything at once is told at once', () => {
		const { findings } = graded([['1', 'gold', '10.00'], ['1', 'gold', '10.00'], ['2', 'free', '20.00'], ['8', 'x', '1.00']]);
		expect(kinds(findings)).toEqual(['duplicates', 'nulls', 'missing', 'extra']);
	});

	test('more rows than were kept', () => {
		const { right, findings } = grade(result(SHAPE, EXPECTED, 1_000_000), expected);
		expect(right).toBe(false);
		expect(findings).toMatchObject([{ kind: 'extra', count: 999_996, message: '1,000,000 rows, expected 4; only the first 4 were compared.' }]);
	});
});

describe('numbers', () => {
	const pi = result('x DOUBLE', [['3.14159']]);
	test('floating point within the tolerance', () => {
		expect(grade(result('x DOUBLE', [['3.1415901']]), pi).right).toBe(true);
		expect(grade(result('x DOUBLE', [['3.1416']]), pi).right).toBe(false);
		expect(grade(result('x DOUBLE', [['3.1416']]), pi, { tolerance: 1e-4 }).right).toBe(true);
	});

	test('the tolerance is relative for large numbers', () => {
		expect(grade(result('x DOUBLE', [['1e+12']]), result('x DOUBLE', [['1000000000001.0']])).right).toBe(true);
	});

	test('decimals and integers are exact, however long', () => {
		expect(grade(result('x HUGEINT', [['170141183460469231731687303715884105726']]), result('x HUGEINT', [['170141183460469231731687303715884105727']])).right).toBe(false);
		expect(grade(result('x DECIMAL(18,3)', [['0.300']]), result('x DECIMAL(4,1)', [['0.3']])).right).toBe(true);
		expect(grade(result('x INTEGER', [['100']]), result('x INTEGER', [['1']])).right).toBe(false);
	});

	test('nan and infinity equal themselves alone', () => {
		expect(grade(result('x DOUBLE', [['nan'], ['inf']]), result('x DOUBLE', [['inf'], ['nan']])).right).toBe(true);
		expect(grade(result('x DOUBLE', [['inf']]), result('x DOUBLE', [['-inf']])).right).toBe(false);
		expect(grade(result('x DOUBLE', [['nan']]), result('x DOUBLE', [['0.0']])).right).toBe(false);
	});

	test('each close number is used once', () => {
		expect(kinds(grade(result('x DOUBLE', [['1.0'], ['1.0000000001']]), result('x DOUBLE', [['1.0'], ['2.0']])).findings)).toEqual(['duplicates', 'missing']);
	});

	test('in text zeros count', () => {
		expect(grade(result('code VARCHAR', [['7.0']]), result('code VARCHAR', [['7']])).right).toBe(false);
	});
});

describe('columns', () => {
	test('missing: rows are not compared', () => {
		expect(graded([], {}, 'id INTEGER, tier VARCHAR')).toEqual({ right: false, findings: [{ kind: 'columns', message: 'Missing column paid.' }] });
	});

	test('missing and not expected', () => {
		expect(graded([], {}, 'id INTEGER, level VARCHAR').findings).toEqual([{ kind: 'columns', message: 'Missing columns tier, paid; not expected: level.' }]);
	});

	test('too many: the others are compared all the same', () => {
		const { right, findings } = graded(EXPECTED.slice(1).map((row) => ['x', ...row]), {}, `more VARCHAR, ${SHAPE}`);
		expect(right).toBe(false);
		expect(kinds(findings)).toEqual(['columns', 'missing']);
		expect(findings[0]?.message).toBe('1 column too many: more. Expected id, tier, paid.');
	});

	test('another name', () => {
		const { right, findings } = graded(EXPECTED, {}, 'id INTEGER, level VARCHAR, paid DECIMAL(10,2)');
		expect(right).toBe(false);
		expect(findings).toEqual([{ kind: 'columns', message: 'Column “level” is expected to be named “tier”.' }]);
	});

	test('one name twice', () => {
		expect(graded([], {}, 'id INTEGER, tier VARCHAR, paid DECIMAL(10,2), tier VARCHAR').findings).toMatchObject([{ kind: 'columns', message: '4 columns, expected 3: id, tier, paid.' }]);
	});

	test('another type', () => {
		const { right, findings } = graded(EXPECTED, {}, 'id VARCHAR, tier VARCHAR, paid DECIMAL(10,2)');
		expect(right).toBe(false);
		expect(findings).toEqual([{ kind: 'types', message: 'Column “id” is VARCHAR, expected INTEGER.' }]);
	});

	test('nested types are compared as they are', () => {
		expect(grade(result('x INTEGER[]', [['[1]']]), result('x INTEGER[]', [['[1]']])).right).toBe(true);
		expect(kinds(grade(result('x BIGINT[]', [['[1]']]), result('x INTEGER[]', [['[1]']])).findings)).toEqual(['types']);
	});

	test('a result without columns', () => {
		expect(grade({ columns: [], rows: [], rowCount: 0 }, expected).findings).toEqual([{ kind: 'columns', message: 'Missing columns id, tier, paid.' }]);
	});
});
