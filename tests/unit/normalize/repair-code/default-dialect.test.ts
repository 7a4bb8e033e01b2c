import { describe, expect, it } from 'vitest';
import type { Piece } from '../../../../scripts/normalize/model.ts';
import { defaultDialect } from '../../../../scripts/normalize/repair-code/default-dialect.ts';

const lines = (text: string) => text.split('\n').map((line, i) => ({ number: i + 1, text: line }));
const prose = (text: string): Piece => ({ kind: 'prose', lines: lines(text) });
const code = (text: string, lang?: string): Piece => ({ kind: 'code', lines: lines(text), indent: 0, fenced: lang !== undefined, ...(lang !== undefined && { lang }) });

const MERGE_TREE = 'CREATE TABLE rides (id UInt64) ENGINE = MergeTree ORDER BY id;';

describe('the dialect a document is about', () => {
	it.each([
		['a sample that one engine alone reads', [code(MERGE_TREE, 'sql')], 'clickhouse'],
		['such a sample without a name', [code(MERGE_TREE)], 'clickhouse'],
		['the name of a fence', [code('SELECT 1', 'postgresql')], 'postgres'],
		['an engine that prose names often', [prose('Snowflake here.\nSnowflake, Snowflake and Snowflake; no Oracle.\nSnowflake.')], 'snowflake'],
		['code of another language', [code('import pyspark\n# Spark reads Iceberg\niceberg = pyspark.sql\n', 'python')], 'spark'],
		['samples against mentions', [prose('Spark. Spark.'), code(MERGE_TREE, 'sql')], 'clickhouse'],
	] as [string, Piece[], string][])('is known by %s', (_, pieces, dialect) => {
		expect(defaultDialect(pieces)).toBe(dialect);
	});

	it.each([
		['nothing', []],
		['a mention in passing', [prose('Postgres would do.')]],
		['words of everyday language', [prose('The delta of the hive is a spark. '.repeat(20))]],
		['two engines side by side', [code(MERGE_TREE, 'sql'), code('SELECT 1', 'postgresql')]],
		['plain SQL', [code('SELECT fare FROM rides;', 'sql')]],
	] as [string, Piece[]][])('is unknown for %s', (_, pieces) => {
		expect(defaultDialect(pieces)).toBeUndefined();
	});

	it('reads a long document once', () => {
		const before = performance.now();
		expect(defaultDialect([prose('Spark and more. '.repeat(100_000)), code('x'.repeat(1_000_000))])).toBe('spark');
		expect(performance.now() - before).toBeLessThan(3000);
	});
});
