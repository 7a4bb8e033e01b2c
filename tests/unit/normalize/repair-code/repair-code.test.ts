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
const repair = (text: string, lang?: string, usual?: string) => repairCode(piece(text, lang), usual);
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
		["CALL system.expire_snapshots(table => 'rides');", 'spark'],
		['SET SESSION TRANSACTION ISOLATION LEVEL SERIALIZABLE;', 'mysql'],
		['SELECT EXTRACT(EPOCH FROM at) FROM rides;', 'postgres'],
		["SELECT DATEDIFF('day', boarded, landed) FROM rides;", 'snowflake'],
	])('knows the dialect of %s', async (code, dialect) => {
		expect(await repair(code)).toMatchObject({ lang: 'sql', meta: `dialect=${dialect}`, parses: true });
	});

	it('says when the dialect is a guess: one parser accepts it, not all', async () => {
		const { meta, notes } = await repair('SELECT fare, RANK() OVER w FROM rides WINDOW w AS (ORDER BY at) LIMIT 5 OFFSET 2;');
		expect(meta).toBe('dialect=spark');
		expect(notes).toEqual([{ stage: 'code', line: 10, kind: 'uncertain', what: 'SQL dialect is a guess', reason: 'spark', confidence: 0.6 }]);
	});

	it('says nothing of the dialect where every engine reads the statement', async () => {
		expect(await repair('SELECT fare FROM rides;')).toMatchObject({ meta: 'dialect=spark', parses: true, notes: [] });
	});

	it('takes the usual dialect of the document where nothing points to another', async () => {
		const windowed = 'SELECT fare, RANK() OVER w FROM rides WINDOW w AS (ORDER BY at) LIMIT 5 OFFSET 2;';
		expect(await repair(windowed, 'sql', 'postgres')).toMatchObject({ meta: 'dialect=postgres', parses: true, notes: [] });
		const iceberg = 'CREATE TABLE rides (id BIGINT) USING iceberg;';
		expect(await repair(iceberg, 'sql', 'postgres')).toMatchObject({ meta: 'dialect=spark', parses: true, notes: [] });
	});

	it('tells a gap from an error', async () => {
		const gap = await repair('SELECT fare\nFROM rides\nWHERE ...;', 'sql');
		expect(gap).toMatchObject({ parses: 'but for gaps', meta: 'dialect=spark check="none: parts are left out"' });
		expect(gap.notes.map(({ kind, what }) => [kind, what])).toEqual([['repaired', 'gap in code marked']]);
		expect(whats((await repair('SELECT fare, ...\nFROM rides\nGROUP fare;', 'sql')).notes)).toContain('code with something left out does not parse');
		expect(whats((await repair('SELECT fare\nFROM rides\nGROUP fare;', 'sql')).notes)).toContain('code does not parse');
	});

	it('says that semicolons are missing, and adds none', async () => {
		const code = '-- Gone\nDROP TABLE rides\n\n-- New\nCREATE TABLE rides (id BIGINT) USING iceberg';
		const result = await repair(code, 'sql');
		expect(result).toMatchObject({ value: code, parses: false, meta: 'dialect=spark' });
		expect(whats(result.notes)).toEqual(['SQL statements without semicolons']);
	});

	it('reports statements of several engines that no dialect reads', async () => {
		const result = await repair('-- MySQL:\nCREATE TABLE rides (id INT UNSIGNED AUTO_INCREMENT PRIMARY KEY);\n-- Postgres:\n' +
			'CREATE INDEX CONCURRENTLY ON rides USING gin (tags);');
		expect(result.parses).toBe(false);
		expect(whats(result.notes)).toContain('statements of several SQL engines');
	});
});

describe('what was left out', { timeout: 60_000 }, () => {
	it.each([
		['sql', 'CREATE TABLE rides (\n  id BIGINT,\n  ...\n)\nUSING iceberg;'],
		['sql', 'MERGE INTO rides r\nUSING new n\nON r.id = n.id\nWHEN MATCHED THEN UPDATE SET ...\nWHEN NOT MATCHED THEN INSERT (...) VALUES (...);'],
		['sql', 'MERGE INTO rides r\nUSING new n\nON r.id = n.id AND r.day = n.day -- prunes\n...'],
		['sql', 'DELETE FROM rides WHERE day < <first_day>;'],
		['python', 'gate.open(name="north", ...)'],
		['python', 'gate = Gate(\n    name="north", # the old one\n    ...\n)'],
		['python', 'ports = {\n    "a": 1,\n    ...\n    "z": 26,\n}'],
		['python', '(rides.read\n    .load()\n    ...\n    .save("rides"))'],
		['python', 'total = count + <offset>'],
		['java', 'Gate gate = ports.open(...).first();\nferry.dock(gate, ...);'],
		['bash', 'ferry top --pid <PID>'],
		['json', '{"ride": {...}, "fare": ..., "seats": [1, ...]}'],
	])('reads %s with something in its place, and keeps the text: %j', async (lang, code) => {
		const result = await repair(code, lang);
		expect(result.parses).toBe('but for gaps');
		expect(result.meta).toContain('check="none: parts are left out"');
		expect(sameSigns(result.value, code)).toBe(true);
	});

	it.each([
		['sql', 'SELECT a b c, ...\nFROM rides;'],
		['sql', 'CREATE TABLE rides (id BIGINT ...;'],
		['python', 'def open(...:\n    pass'],
		['java', 'gate.open(...)) {'],
		['json', '{"ride": ... "fare": 1}'],
	])('does not call %s right that is wrong besides: %j', async (lang, code) => {
		const result = await repair(code, lang);
		expect(result.parses).toBe(false);
		expect(result.meta).not.toContain('check=');
		expect(whats(result.notes)).toContain('code with something left out does not parse');
	});

	it('names what the parser does not know', async () => {
		expect(await repair('Gate gate = new Gate("north", Ride.class);', 'java')).toMatchObject({ parses: 'but for gaps',
			meta: 'fragment check="none: the parser does not know class literals"' });
		expect(await repair('INSERT INTO rides VALUES (?, ?) ON CONFLICT (id) DO NOTHING;', 'sql')).toMatchObject({ parses: 'but for gaps',
			meta: 'dialect=postgres check="none: parameters stand for values"' });
	});

	it('reads the query within a template', async () => {
		const code = "{{ config(materialized='table') }}\n{% snapshot rides %}\nSELECT id,\nfare\nFROM {{ ref('raw_rides') }}\n{% endsnapshot %}";
		const result = await repair(code, 'sql', 'spark');
		expect(result).toMatchObject({ parses: 'but for gaps', meta: 'dialect=spark check="none: a template fills in parts"' });
		expect(result.value).toBe(code.replace('\nfare', '\n  fare'));
		expect((await repair(code.replace('FROM', 'FORM of'), 'sql', 'spark')).parses).toBe(false);
	});

	it('leaves dots that are right', async () => {
		expect(await repair('class Gate:\n    def open(self): ...', 'python')).toMatchObject({ parses: true, meta: 'fragment', notes: [] });
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
		['gaps', `SELECT ${'(... <a> ? '.repeat(3000)}`],
		['templates', '{% {{ '.repeat(3000)],
		['gaps on lines', 'a\n\n...\n\n'.repeat(400)],
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
