import { describe, expect, it } from 'vitest';
import { formatSql, indentSql, lostBreaks, sameSql } from '../../../../scripts/normalize/repair-code/sql-layout.ts';

const flat = (code: string): string => code.replace(/^[^\S\n]+/gm, '');

describe('indentSql', () => {
	it.each<[string, string]>([
		['columns of a table', 'CREATE TABLE berths (\n  id INT, -- one (of\n  -- metres\n  depth DECIMAL(4,1)\n)\nPARTITIONED BY (harbour);'],
		['clauses and what hangs below them', 'SELECT\n  b.harbour,\n  count(*) AS berths\nFROM berths AS b\nJOIN harbours AS h\n' +
			'  ON h.id = b.harbour\nWHERE b.depth > 3\n  AND h.open\nGROUP BY b.harbour;\nSELECT 1;'],
		['queries in brackets', 'WITH deep AS (\n  SELECT id\n  FROM berths\n  WHERE depth > 9\n)\nSELECT *\nFROM deep;'],
		['tables of one WITH', 'WITH deep AS (\n  SELECT id\n  FROM berths\n),\nwide AS (\n  SELECT id\n  FROM deep\n)\nSELECT *\nFROM wide;'],
		['CASE', 'SELECT\n  CASE\n    WHEN depth > 9 THEN \'deep\'\n    ELSE \'flat\'\n  END AS kind,\n  id\nFROM berths;'],
		['windows', 'SELECT id,\n  sum(fare) OVER (\n    PARTITION BY id\n    ORDER BY at\n    ROWS BETWEEN 3 PRECEDING AND CURRENT ROW\n' +
			'  ) AS fares\nFROM rides;'],
		['MERGE', 'MERGE INTO berths AS t\nUSING fresh AS s\nON t.id = s.id\nWHEN MATCHED THEN UPDATE SET\n  depth = s.depth\n' +
			'WHEN NOT MATCHED THEN INSERT (id) VALUES (s.id);'],
		['comments at the end', 'SELECT 1;\n-- done'],
		['comments behind an end that is indented', 'SELECT id\nFROM rides\nWHERE id > 3\n  AND open; -- all\n-- done\n-- and gone'],
		['templates', "{% snapshot rides %}\nSELECT\n  id\nFROM {{ ref('raw') }}\n{% endsnapshot %}"],
	])('%s', (_, code) => {
		expect(indentSql(flat(code))).toBe(code);
	});

	it('leaves lines that begin in a string or a comment alone', () => {
		expect(indentSql("SELECT\n'one\ntwo' AS a,\n/* x\ny */\nb")).toBe("SELECT\n  'one\ntwo' AS a,\n  /* x\ny */\n  b");
	});
});

describe('formatSql', () => {
	it('breaks a statement that stands on one line', () => {
		const code =
			'SELECT harbour, count(*) AS berths FROM berths ' +
			'JOIN harbours ON harbours.id = berths.harbour WHERE depth > 3 GROUP BY harbour ORDER BY berths DESC';
		expect(lostBreaks(code)).toBe(true);
		const value = formatSql(code, 'duckdb') ?? '';
		expect(value.split('\n').length).toBeGreaterThan(8);
		expect(sameSql(code, value)).toBe(true);
	});

	it('gives nothing for what it cannot read', () => {
		expect(formatSql("SELECT 'open", 'spark')).toBeUndefined();
	});
});

describe('sameSql', () => {
	it.each([
		["SELECT 'a  b'", "SELECT 'a b'"],
		['SELECT a >= b', 'SELECT a > = b'],
		['SELECT 1 -- x\n, 2', 'SELECT 1, -- x\n 2'],
		['SELECT ab', 'SELECT a b'],
	])('tells %j from %j', (a, b) => {
		expect(sameSql(a, b)).toBe(false);
	});

	it('sees no difference in blanks', () => {
		expect(sameSql('SELECT a ,b -- x  \nFROM t', 'SELECT\n  a,\n  b -- x\nFROM\n  t')).toBe(true);
	});
});
