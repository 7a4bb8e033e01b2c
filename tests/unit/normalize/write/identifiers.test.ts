import { describe, expect, it } from 'vitest';
import { markIdentifiers } from '../../../../scripts/normalize/write/identifiers.ts';

const mark = (text: string): string => markIdentifiers(text).text;

describe('names of code in prose', () => {
	it.each([
		['Set ferry.sql.shuffle.partitions to 64.', 'Set `ferry.sql.shuffle.partitions` to 64.'],
		['ride_id joins rides.ride_id', '`ride_id` joins `rides.ride_id`'],
		['call countSeats or rides.count(day, "x")', 'call `countSeats` or `rides.count(day, "x")`'],
		['Use --dry-run with gates.yaml', 'Use `--dry-run` with `gates.yaml`'],
		['s3://ferry/rides/*.parquet is read', '`s3://ferry/rides/*.parquet` is read'],
		['with retries=3, window=10m and acks=all', 'with `retries=3`, `window=10m` and `acks=all`'],
		['factor=2.5 and day=2031-05-06/', '`factor=2.5` and `day=2031-05-06`/'],
		['enable.dedup=true', '`enable.dedup=true`'],
		['rides.target-file-size', '`rides.target-file-size`'],
		['where r.day = g.day', 'where `r.day` = `g.day`'],
		['NULL in GROUP BY, NOT IN and IS NOT NULL', 'NULL in `GROUP BY`, `NOT IN` and `IS NOT NULL`'],
		['ROWS BETWEEN 2 PRECEDING AND CURRENT ROW.', '`ROWS BETWEEN 2 PRECEDING AND CURRENT ROW`.'],
		['MERGE has WHEN NOT MATCHED BY SOURCE', 'MERGE has `WHEN NOT MATCHED BY SOURCE`'],
		['ride_id(RID) and COUNT(DISTINCT)', '`ride_id`(RID) and `COUNT(DISTINCT)`'],
		['counts rows.COUNT(fare) skips', 'counts rows.`COUNT(fare)` skips'],
		['a dictionary or.map() here', 'a dictionary or `.map()` here'],
	])('%j → %j', (text, marked) => {
		expect(mark(text)).toBe(marked);
	});

	it.each([
		'Ferries, e.g. those of the north, i.e. two, leave at 8 p.m. or 9 a.m.',
		'A row(s) of seat(s), ANALYZE(Postgres), O(n log n), f(x), ln(2)',
		'ksqlDB and macOS on www.example.com',
		'x=5 and y = 7',
		'GROUP BY KEYS ARE NOT IN PLACE',
		'It is NOT clear',
		'`ride_id` and [rides](./ride_id.md) at https://example.com/ride_id',
	])('leaves %j', (text) => {
		expect(markIdentifiers(text)).toEqual({ text, marked: 0 });
	});

	it.each(['a'.repeat(200_000), 'a_'.repeat(100_000), 'a.'.repeat(100_000), 'a-'.repeat(100_000), 'a('.repeat(50_000), 'GROUP '.repeat(50_000), 'abc='.repeat(50_000)])(
		'reads a long line once',
		(text) => {
			const before = performance.now();
			expect(mark(text).replaceAll('`', '')).toBe(text);
			expect(performance.now() - before).toBeLessThan(2000);
		},
	);
});
