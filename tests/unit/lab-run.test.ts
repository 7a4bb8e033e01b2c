import { describe, expect, test } from 'vitest';
import { describeLab, parseSql, runLab } from '../../src/lib/lab-run.ts';
import type { Lab } from '../../src/lib/labs.ts';

const lab: Lab = {
	id: 'small',
	title: 'Small',
	description: 'Two rows.',
	file: 'content/_data/labs/small.sql',
	sql: "CREATE TABLE t (a INTEGER PRIMARY KEY, b VARCHAR); INSERT INTO t VALUES (1, 'x'), (2, NULL); COMMENT ON TABLE t IS 'A table'; COMMENT ON COLUMN t.a IS 'A number';",
};

async function rows(sql: string) {
	const { result, error } = await runLab(lab, sql);
	if (error) throw new Error(error.message);
	return result.rows;
}
const failure = async (sql: string) => (await runLab(lab, sql)).error;

describe('runLab', () => {
	test('names, types and rows', async () => {
		expect(await runLab(lab, 'SELECT *, a / 2 AS half FROM t ORDER BY a')).toEqual({
			result: {
				columns: [{ name: 'a', type: 'INTEGER' }, { name: 'b', type: 'VARCHAR' }, { name: 'half', type: 'DOUBLE' }],
				rows: [['1', 'x', '0.5'], ['2', null, '1.0']],
				rowCount: 2,
			},
		});
	});

	test.each([
		["1.50::DECIMAL(9,2)", '1.50'],
		['1e16::DOUBLE', '1e+16'],
		["'nan'::DOUBLE", 'nan'],
		['0.1::FLOAT', '0.1'],
		["TIMESTAMP '2026-05-10 08:29:59.9'", '2026-05-10 08:29:59.9'],
		["DATE '2026-05-10'", '2026-05-10'],
		["['a', '', NULL, 'b, c']", "[a, '', NULL, 'b, c']"],
		["{'n': 1.0::DOUBLE, 't': 'x y'}", "{'n': 1.0, 't': x y}"],
		["MAP {'k': [1, 2]}", '{k=[1, 2]}'],
		['INTERVAL 90 MINUTE', '01:30:00'],
		['170141183460469231731687303715884105727::HUGEINT', '170141183460469231731687303715884105727'],
		["'a'::ENUM ('a', 'b')", 'a'],
		['true', 'true'],
		["'NULL'", 'NULL'],
		["''", ''],
		['NULL', null],
		["' padded '", ' padded '],
		["TIMESTAMPTZ '2026-01-01 10:00:00+02'", '2026-01-01 08:00:00+00'],
	])('%s is printed as DuckDB prints it', async (sql, text) => {
		expect(await rows(`SELECT ${sql}`)).toEqual([[text]]);
	});

	test('columns of one name stay two', async () => {
		expect(await rows('SELECT 1 AS n, 2 AS n')).toEqual([['1', '2']]);
	});

	test('of several statements the last is shown', async () => {
		expect(await rows("INSERT INTO t VALUES (3, 'z'); UPDATE t SET b = 'y' WHERE b IS NULL; SELECT * FROM t ORDER BY a")).toEqual([['1', 'x'], ['2', 'y'], ['3', 'z']]);
	});

	test('statements that DuckDB itself makes several of', async () => {
		expect(await rows("PIVOT (SELECT coalesce(b, '-') AS b, a FROM t) ON b USING sum(a)")).toEqual([['2', '1']]);
	});

	test('rows written, rows returned, neither', async () => {
		expect((await runLab(lab, "UPDATE t SET b = 'w'")).result).toEqual({ columns: [], rows: [], rowCount: 0, changed: 2 });
		expect((await runLab(lab, "DELETE FROM t WHERE a = 1 RETURNING a")).result).toMatchObject({ columns: [{ name: 'a' }], rows: [['1']], rowCount: 1 });
		expect((await runLab(lab, 'CREATE TABLE other AS SELECT * FROM t')).result).toEqual({ columns: [], rows: [], rowCount: 0 });
		expect((await runLab(lab, 'SELECT * FROM t WHERE a > 9')).result).toMatchObject({ columns: [{ name: 'a' }, { name: 'b' }], rows: [], rowCount: 0 });
	});

	test('no run sees what another has done', async () => {
		for (const sql of ['DELETE FROM t', 'BEGIN; DELETE FROM t; COMMIT', 'SELECT 1; DROP TABLE t', 'EXPLAIN ANALYZE DELETE FROM t', 'CREATE TABLE left_behind (a INTEGER)', "SET GLOBAL TimeZone = 'Asia/Tashkent'"])
			expect(await failure(sql), sql).toBeUndefined();
		expect(await rows('SELECT count(*), current_setting(\'TimeZone\') FROM t')).toEqual([['2', 'UTC']]);
		expect((await failure('FROM left_behind'))?.message).toContain('left_behind does not exist');
	});

	test('rows come in one order, run after run', async () => {
		const sql = 'SELECT n % 1000 AS k, count(*) AS c FROM range(100000) AS r(n) GROUP BY 1';
		const first = await rows(sql);
		expect(first).toHaveLength(1000);
		expect(await rows(`${sql} -- once more`)).toEqual(first);
	});

	test('errors as DuckDB says them, with their line', async () => {
		expect(await failure('SELECT 1;\n\nSELECT nope FROM t')).toMatchObject({ line: 3, message: expect.stringMatching(/^Binder Error: Referenced column "nope" not found/) });
		expect(await failure('SELECT a\nFORM t')).toMatchObject({ line: 2, message: expect.stringMatching(/^Parser Error: syntax error/) });
		expect(await failure("-- once\nSELECT 1;\n\nINSERT INTO t\nVALUES (1, 'again')")).toMatchObject({ line: 4, message: expect.stringContaining('Constraint Error') });
		expect(await failure('-- nothing')).toEqual({ message: 'no statement' });
	});

	test('files and extensions are out of reach', async () => {
		expect((await failure("SELECT * FROM read_csv('/etc/passwd')"))?.message).toMatch(/disabled/);
		expect((await failure('INSTALL spatial'))?.message).toMatch(/disabled/);
	});

	test('a result without end is cut off', async () => {
		const error = (await runLab(lab, 'WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r', 300)).error;
		expect(error).toEqual({ line: 1, message: 'runs longer than 0.3 s' });
		expect((await failure('FROM range(20000)'))?.message).toBe('the result has 20000 rows, at most 10000 are allowed: add a LIMIT');
	});

	test('a lab whose own SQL fails says so with its file', async () => {
		await expect(runLab({ ...lab, sql: 'CREATE TABLE t (a INT' }, 'SELECT 1')).rejects.toThrow(/^content\/_data\/labs\/small\.sql:1 Parser Error/);
	});
});

test('describeLab: tables and columns with their comments and sizes', async () => {
	expect(await describeLab(lab)).toEqual([
		{ name: 't', comment: 'A table', rowCount: 2, columns: [{ name: 'a', type: 'INTEGER', comment: 'A number' }, { name: 'b', type: 'VARCHAR', comment: '' }] },
	]);
});

test('parseSql: names need not exist, grammar must hold', async () => {
	expect(await parseSql('SELECT nothing FROM nowhere')).toBeUndefined();
	expect(await parseSql('-- your query here')).toBeUndefined();
	expect(await parseSql('SELECT\nFROM WHERE')).toMatchObject({ line: 2, message: expect.stringContaining('syntax error at or near') });
});
