/** Cells are compared with what the engine itself makes of the same value when it casts it to text. */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { createDuckDB, NODE_RUNTIME, VoidLogger, type DuckDBConnection } from '@duckdb/duckdb-wasm/blocking';
import { beforeAll, describe, expect, test } from 'vitest';
import { arrowCell, sqlType } from '../../src/lib/arrow-cells.ts';

let connection: DuckDBConnection;
beforeAll(async () => {
	const folder = dirname(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm'));
	const files = { mainModule: `${folder}/duckdb-eh.wasm`, mainWorker: '' };
	const db = await createDuckDB({ mvp: files, eh: files }, new VoidLogger(), NODE_RUNTIME);
	await db.instantiate();
	connection = db.connect();
}, 60_000);

/** The first column of a query, as cells. */
function cells(sql: string): (string | null)[] {
	const table = connection.query(sql);
	return table.batches.flatMap((batch) => {
		const data = batch.getChildAt(0)?.data[0];
		return data ? Array.from({ length: data.length }, (_, row) => arrowCell(data, row)) : [];
	});
}

const VALUES: Record<string, string[]> = {
	booleans: ['true', 'false', 'NULL'],
	integers: ['1::TINYINT', '(-128)::TINYINT', '255::UTINYINT', '65535::USMALLINT', '4294967295::UINTEGER', '9223372036854775807', '(-9223372036854775808)::BIGINT', '18446744073709551615::UBIGINT'],
	'huge integers': ['170141183460469231731687303715884105727::HUGEINT', '(-170141183460469231731687303715884105727)::HUGEINT', '(SELECT sum(i) FROM range(5) t(i))'],
	doubles: ['1::DOUBLE', '0.1::DOUBLE', '100000::DOUBLE', '1e15::DOUBLE', '1e16::DOUBLE', '123456789012345678::DOUBLE', '1e-4::DOUBLE', '1e-5::DOUBLE', '1.5e-7::DOUBLE', '1e300', '-2.5::DOUBLE', "'nan'::DOUBLE", "'inf'::DOUBLE", "'-inf'::DOUBLE", '0::DOUBLE', "'-0'::DOUBLE", '1/3', '1e100', '5e-324'],
	floats: ['0.1::FLOAT', '16777216::FLOAT', '3.4e38::FLOAT', '1::FLOAT', '(1/3)::FLOAT', '1e-5::FLOAT', "'nan'::FLOAT"],
	decimals: ['1.50::DECIMAL(10,2)', '(-0.05)::DECIMAL(4,2)', '12345678901234567890.12::DECIMAL(38,2)', '7::DECIMAL(18,0)', '0.001::DECIMAL(9,3)', '(-123.456)::DECIMAL(9,3)'],
	texts: ["'plain'", "''", "'Ünïcødé 🦆'", "'a\nb'", "'NULL'"],
	blobs: ["'abc'::BLOB", "'\\x00\\xFF'::BLOB", "'it''s \"\\x5C\"'::BLOB"],
	dates: ["DATE '2024-02-29'", "DATE '1969-12-31'", "DATE '0001-01-01'", "DATE '0044-03-15 (BC)'", "DATE '10000-01-01'", "'infinity'::DATE", "'-infinity'::DATE"],
	timestamps: ["TIMESTAMP '2024-01-02 03:04:05'", "TIMESTAMP '2024-01-02 03:04:05.120'", "TIMESTAMP '1969-12-31 23:59:59.999999'", "TIMESTAMP '2024-01-02'", "'infinity'::TIMESTAMP", "'2024-01-02 03:04:05.1'::TIMESTAMP_MS", "'2024-01-02 03:04:05'::TIMESTAMP_S", "'2024-01-02 03:04:05.123456789'::TIMESTAMP_NS", "TIMESTAMP '0044-03-15 (BC) 01:00:00'"],
	'timestamps with time zone': ["TIMESTAMPTZ '2024-01-01 00:00:00+02'"],
	times: ["TIME '00:00:00'", "TIME '23:59:59.5'", "TIME '01:02:03.000001'"],
	intervals: ['INTERVAL 0 SECONDS', 'INTERVAL 1 DAY', 'INTERVAL 14 MONTHS', "INTERVAL '-1 month 2 days 03:04:05.678'", 'INTERVAL 36 HOURS', "INTERVAL '-90 minutes'", 'INTERVAL 100 DAYS'],
	identifiers: ["'812d7d8c-82d4-4f77-9810-47216c0ad987'::UUID"],
	enums: ["'b'::ENUM('a', 'b')"],
	lists: ['[1, 2, NULL]', '[]::INTEGER[]', "['a', 'b c', 'x,y', '', 'it''s', 'null', ' pad', 'a:b', '[', 'back\\slash', 'q\"q', 'semi;colon', 'a=b', '{', '(']", '[[1], [], NULL]', '[1.5::DOUBLE]', "[DATE '2024-01-01']", "[TIMESTAMP '2024-01-01 01:02:03']", '[1, 2]::INTEGER[2]', '[true]', "[TIME '01:00:00', NULL]", '[INTERVAL 1 HOUR, INTERVAL 1 DAY]', "['a:b'::BLOB]", "['a'::ENUM('a', 'b,c'), 'b,c']", "[union_value(s := 'a,b')]", "['Ünïcødé']"],
	structs: ["{'a': 1, 'b': 'x'}", "{'a': NULL, 'b': 'x y', 'it''s': [1]}", "{'outer': {'inner': 'a,b'}}", 'row(1, 2)', "{'t': TIMESTAMP '2024-01-01', 'c\\d': [TIME '01:00:00']}"],
	maps: ["MAP {'k': 1, 'l': NULL}", "MAP {1: 'a b', 2: 'c,d'}", 'MAP {}', "MAP {'a b': 'x', 'a:b': 'y'}"],
	unions: ["union_value(n := 1)", "union_value(s := 'text')"],
};

describe('a cell is what the engine casts the value to', () => {
	for (const [kind, values] of Object.entries(VALUES))
		test.each(values)(`${kind}: %s`, (value) => {
			expect(cells(`SELECT ${value}`)).toEqual(cells(`SELECT CAST(${value} AS VARCHAR)`));
		});
});

test('the second and later rows of a column are read from their own place', () => {
	for (const make of ['i % 3 = 0', 'i * 1.5::DECIMAL(5,2)', "repeat('x', i)", '[i, i + 1]', "{'a': i}", "MAP {i: 'v' || i}", '[i, i]::INTEGER[2]', "TIMESTAMP '2024-01-01' + i * INTERVAL 1 HOUR", 'i * INTERVAL 1 DAY', 'CASE WHEN i % 2 = 0 THEN i END']) {
		const from = 'FROM (SELECT range::INTEGER i FROM range(20))';
		expect(cells(`SELECT ${make} ${from}`), make).toEqual(cells(`SELECT CAST(${make} AS VARCHAR) ${from}`));
	}
});

test('text of any size is read up to a limit', () => {
	expect(cells("SELECT repeat('x', 1000000)")[0]).toHaveLength(8192);
	expect(cells('SELECT range(100000)')[0]?.length).toBeLessThan(9000);
});

test('the SQL type is told from the Arrow type, as far as it is kept', () => {
	const kept = ['BOOLEAN', 'TINYINT', 'USMALLINT', 'INTEGER', 'UINTEGER', 'BIGINT', 'UBIGINT', 'HUGEINT', 'FLOAT', 'DOUBLE', 'DECIMAL(10,2)', 'VARCHAR', 'BLOB', 'DATE', 'TIME', 'TIMESTAMP', 'TIMESTAMP_S', 'TIMESTAMP_MS', 'TIMESTAMP_NS', 'TIMESTAMP WITH TIME ZONE', 'INTERVAL', 'INTEGER[]', 'VARCHAR[3]', 'STRUCT(a INTEGER, "b c" VARCHAR[])', 'MAP(VARCHAR, INTEGER)'];
	const { fields } = connection.query(`SELECT ${kept.map((type) => `NULL::${type}`).join(', ')}`).schema;
	expect(fields.map(({ type }) => sqlType(type))).toEqual(kept);
	const lost = connection.query("SELECT 'a'::ENUM('a') a, uuid() u").schema.fields;
	expect(lost.map(({ type }) => sqlType(type))).toEqual(['VARCHAR', 'VARCHAR']);
});
