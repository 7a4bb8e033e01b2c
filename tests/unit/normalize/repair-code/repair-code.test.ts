import { describe, expect, it } from 'vitest';
import { repairCode } from '../../../../scripts/normalize/repair-code/repair-code.ts';
import { sameSigns } from '../../../../scripts/normalize/repair-code/same-signs.ts';
import type { CodePiece } from '../../../../scripts/normalize/model.ts';

const piece = (text: string, lang?: string, from = 10): CodePiece => ({
	kind: 'code',
	lines: text.split('\n').map((line, i) => ({ number: from + i, text: line })),
	indent: 0,
	fenced: lang !== undefined,
	...(lang !== undefined && { lang }),
});
const repair = (text: string, lang?: string) => repairCode(piece(text, lang));
const whats = (notes: { what: string }[]) => notes.map(({ what }) => what);

describe('language and layout', { timeout: 60_000 }, () => {
	it('keeps what is indented and parses, but for trailing blanks', async () => {
		const code = 'import turbine\n\ndef spin(rotor):\n  return rotor.rpm   # two columns\n\n';
		const result = await repair(code, 'py');
		expect(result).toEqual({ lang: 'python', meta: '', value: 'import turbine\n\ndef spin(rotor):\n' +
			'  return rotor.rpm   # two columns', parses: true, layout: 'kept', notes: [] });
	});

	it('rebuilds Python without a name, and calls a complete sample of the standard library a fragment', async () => {
		const result = await repair('import json\ndef load(path):\nwith open(path) as file:\nreturn json.load(file)');
		expect(result).toMatchObject({ lang: 'python', meta: 'fragment', parses: true, layout: 'rebuilt' });
		expect(result.value).toBe('import json\n\ndef load(path):\n    with open(path) as file:\n        return json.load(file)');
		expect(whats(result.notes)).toEqual(['layout of code rebuilt']);
	});

	it('names the line whose depth is a guess', async () => {
		const result = await repair('import rotor\ndef pump():\nrotor.spin(1)\nprint("done")\nrotor.Thread(target=pump).start()', 'python');
		expect(result.parses).toBe(true);
		expect(result.layout).toBe('guessed');
		expect(result.notes.filter(({ what }) => what === 'depth of a line is a guess').map(({ line, kind }) => [line, kind])).toEqual([[13, 'uncertain']]);
	});

	it.each([
		['SELECT "day"\nFROM rides\nWHERE fare > 3;', 'python', 'sql'],
		['from rides import fares\nprint(fares.total())', 'sql', 'python'],
	])('does not believe a label that does not parse where another language does: %j', async (code, label, lang) => {
		const result = await repair(code, label);
		expect(result).toMatchObject({ lang, parses: true });
		expect(whats(result.notes)).toContain('code is in another language than its label says');
	});

	it.each([
		['pip install duckdb\nduckdb rides.db', 'bash'],
		['spark.sql.shuffle.partitions=64\nspark.executor.memory 4g', 'properties'],
		['[project]\nname = "ferry"', 'toml', 'toml'],
		['{"rides": [{"fare": 1.50}]}', 'json'],
		['syntax = "proto3";\nmessage Ride {\nstring id = 1;\n}', 'protobuf'],
	])('finds the language of %j', async (code, lang, label?: string) => {
		expect(await repair(code, label)).toMatchObject({ lang, parses: true });
	});

	it.each(['== Physical Plan ==\n*(1) Project [a#1]\n+- *(1) Filter (a#1 > 2)', '2031-05-06T07:08:09Z INFO ferry docked\n' +
		'2031-05-06T07:08:10Z WARN gate slow', 'raw/ → clean/ → marts/', 'A short line of prose'])(
		'calls %j text, and leaves it',
		async (code) => {
			expect(await repair(code)).toEqual({ lang: 'text', meta: '', value: code, parses: 'not parsed', layout: 'kept', notes: [] });
		},
	);

	it('keeps the characters of numbers and strings in JSON', async () => {
		const result = await repair('{\n"fare": 1.50,\n"note": "a  b {",\n"big": 12345678901234567890\n}');
		expect(result.value).toBe('{\n  "fare": 1.50,\n  "note": "a  b {",\n  "big": 12345678901234567890\n}');
	});

	it('indents Java by its brackets, chains included', async () => {
		const result = await repair('class Gate {\nint open(List<Ride> rides) {\nreturn rides.stream()\n.mapToInt(ride -> ride.seats)\n' +
			'.sum(); // (all\n}\n}', 'java');
		expect(result).toMatchObject({ lang: 'java', parses: true, layout: 'rebuilt' });
		expect(result.value).toBe('class Gate {\n    int open(List<Ride> rides) {\n        return rides.stream()\n' +
			'            .mapToInt(ride -> ride.seats)\n            .sum(); // (all\n    }\n}');
	});

	it('indents loops and continued lines of a shell', async () => {
		const result = await repair('for day in 1 2; do\nspark-submit \\\n--name ferry \\\nferry.py $day\ndone', 'sh');
		expect(result).toMatchObject({ lang: 'bash', parses: true, value: 'for day in 1 2; do\n  spark-submit \\\n    --name ferry \\\n' +
			'    ferry.py $day\ndone' });
	});
});

describe('SQL', { timeout: 60_000 }, () => {
	it.each([
		['CREATE TABLE rides (id BIGINT) USING iceberg PARTITIONED BY (days(at));', 'spark'],
		['CREATE TABLE rides (seen TIMESTAMP(3), WATERMARK FOR seen AS seen) WITH (\'connector\' = \'kafka\');', 'flink'],
		['INSERT INTO rides VALUES (1, now()) ON CONFLICT (id) DO NOTHING;', 'postgres'],
		['SELECT f.value:fare FROM rides, LATERAL FLATTEN(input => rides.body) f;', 'snowflake'],
		['SELECT fare FROM `ferry-prod.ops.rides` WHERE at > TIMESTAMP_TRUNC(CURRENT_TIMESTAMP(), DAY);', 'bigquery'],
		['CREATE TABLE rides (id UInt64) ENGINE = MergeTree ORDER BY id;', 'clickhouse'],
		['CREATE TABLE rides (id INT UNSIGNED AUTO_INCREMENT PRIMARY KEY);', 'mysql'],
		["SELECT * FROM read_parquet('rides.parquet');", 'duckdb'],
	])('knows the dialect of %s', async (code, dialect) => {
		expect(await repair(code)).toMatchObject({ lang: 'sql', meta: `dialect=${dialect}`, parses: true });
	});

	it('says when the dialect is a guess', async () => {
		const { notes } = await repair('SELECT fare FROM rides;');
		expect(notes).toEqual([{ stage: 'code', line: 10, kind: 'uncertain', what: 'SQL dialect is a guess', reason: 'spark', confidence: 0.6 }]);
	});

	it('tells a gap from an error', async () => {
		expect(whats((await repair('SELECT fare\nFROM rides\nWHERE ...;', 'sql')).notes)).toContain('code with something left out does not parse');
		expect(whats((await repair('SELECT fare\nFROM rides\nGROUP fare;', 'sql')).notes)).toContain('code does not parse');
	});

	it('reports statements of several engines that no dialect reads', async () => {
		const result = await repair('-- MySQL:\nCREATE TABLE rides (id INT UNSIGNED AUTO_INCREMENT PRIMARY KEY);\n-- Postgres:\n' +
			'CREATE INDEX CONCURRENTLY ON rides USING gin (tags);');
		expect(result.parses).toBe(false);
		expect(whats(result.notes)).toContain('statements of several SQL engines');
	});
});

describe('hostile input', { timeout: 60_000 }, () => {
	const samples: [string, string][] = [
		['nothing', ''],
		['NUL', 'SELECT \0 FROM t'],
		['brackets', '('.repeat(5000)],
		['brackets on lines', '{\n'.repeat(1500)],
		['openers', 'if a:\n'.repeat(1500)],
		['quotes', '\'"`'.repeat(3000)],
		['a long line', `x = ${'a.b('.repeat(20_000)}`],
		['stars', `${'/*'.repeat(2000)}\n${'-- '.repeat(2000)}`],
		['dashes', '- '.repeat(4000)],
		['keys', 'a:\n'.repeat(1900)],
		['blanks', `SELECT${' '.repeat(50_000)}1`],
		['surrogates', '\ud800 = 1\n\udfff'],
		['JSX', '<script>alert(1)</script>\nexport const a = {process.exit()}'],
	];
	it.each(samples)('survives %s', async (_, text) => {
		for (const lang of [undefined, 'python', 'sql', 'yaml']) {
			const result = await repairCode(piece(text, lang));
			expect(sameSigns(result.value, text)).toBe(true);
			expect(result.value).toBe(result.value.trimEnd());
		}
	});

	it('leaves a sample of thousands of lines, and says so', async () => {
		const code = 'x = 1\n'.repeat(2500).trimEnd();
		const result = await repair(code, 'python');
		expect(result).toMatchObject({ lang: 'python', value: code, parses: 'not parsed', layout: 'kept' });
		expect(whats(result.notes)).toEqual(['code is too long to be checked']);
	});

	it('takes no name of a language that could break out of a fence', async () => {
		expect((await repair('plain words', '`{x}` import')).lang).toBe('text');
	});

	it('never runs a sample', async () => {
		const result = await repair('raise SystemExit(3)', 'python');
		expect(result).toMatchObject({ meta: 'fragment', parses: true });
	});
});
