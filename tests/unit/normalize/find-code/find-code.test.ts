import { describe, expect, it } from 'vitest';
import { findCode } from '../../../../scripts/normalize/find-code/find-code.ts';

const lines = (text: string) => text.split('\n').map((line, index) => ({ number: index + 1, text: line }));
const find = (text: string) =>
	findCode(lines(text)).pieces.map((piece) => [
		piece.kind === 'code' ? `code ${piece.lang ?? '?'}` : piece.kind,
		...piece.lines.map((line) => line.text),
	]);
const code = (text: string) => find(text).filter(([kind]) => kind!.startsWith('code'));

describe('code without a fence', () => {
	it('finds a statement between paragraphs, with its comments', () => {
		expect(find('Parcels are counted by day:\n-- Parcels of a week\nSELECT day, COUNT(*) AS parcels\nFROM parcels p\nWHERE day >= CURRENT_DATE - 7\nGROUP BY day;\nThe count is what the depot sees.')).toEqual([
			['prose', 'Parcels are counted by day:'],
			['code sql', '-- Parcels of a week', 'SELECT day, COUNT(*) AS parcels', 'FROM parcels p', 'WHERE day >= CURRENT_DATE - 7', 'GROUP BY day;'],
			['prose', 'The count is what the depot sees.'],
		]);
	});

	it('keeps names, brackets and comments inside open brackets', () => {
		expect(code('Schema\nCREATE TABLE depot (\ndepot_id BIGINT,\nname, city, ...\n-- open since\nopened DATE\n)\nPARTITION BY city;\nDepots rarely move, so the table is small.')).toEqual([
			['code sql', 'CREATE TABLE depot (', 'depot_id BIGINT,', 'name, city, ...', '-- open since', 'opened DATE', ')', 'PARTITION BY city;'],
		]);
	});

	it.each([
		['.collect())Hints:', '.collect())', 'Hints:'],
		['.save("parcels"))Common slips:', '.save("parcels"))', 'Common slips:'],
		['.start())The stream runs until it is stopped.', '.start())', 'The stream runs until it is stopped.'],
		['.parquet(path))4.2 Writing files', '.parquet(path))', '4.2 Writing files'],
		['.count()) # one job per callThe count is what the driver prints.', '.count()) # one job per call', 'The count is what the driver prints.'],
		['.count()) # a full scan7. Joins: which side moves', '.count()) # a full scan', '7. Joins: which side moves'],
		['.load())merge(rows) is the only call that takes a lock on the table.', '.load())', 'merge(rows) is the only call that takes a lock on the table.'],
	])('parts prose glued to code: %s', (last, own, rest) => {
		const text = `One call of each reader is what it takes.\nrows = (spark.read\n.format("parquet")\n${last}`;
		const { pieces, notes } = findCode(lines(text));
		expect(pieces.map((piece) => [piece.kind, piece.lines.at(-1)!])).toEqual([
			['prose', { number: 1, text: 'One call of each reader is what it takes.' }],
			['code', { number: 4, text: own }],
			['prose', { number: 4, text: rest }],
		]);
		expect(notes.filter(({ what }) => what.startsWith('prose'))).toHaveLength(1);
	});

	it('parts SQL and what is glued to it on one line', () => {
		expect(find("SELECT * FROM parcels WHERE day = '2031-02-03';Only one partition is read, and the rest is pruned.")).toEqual([
			['code sql', "SELECT * FROM parcels WHERE day = '2031-02-03';"],
			['prose', 'Only one partition is read, and the rest is pruned.'],
		]);
	});

	it('says which words it parted where no sign stands between them', () => {
		const { notes } = findCode(lines('The rows of a call are\nrows = load()\nprint(rows) # one callThe rows of it are printed once.'));
		expect(notes.filter(({ reword }) => reword)).toMatchObject([{ line: 3, kind: 'repaired', reword: { before: 'callThe', after: 'call The' } }]);
		expect(findCode(lines('rows = load()\nprint(rows)The rows of it are printed once.')).notes.some(({ reword }) => reword)).toBe(false);
	});

	it('leaves words of mixed case whole', () => {
		const text = 'rows = load() # read by PySpark in the BigQuery export of a day\nprint(rows)\nPySpark and BigQuery are both in use.';
		expect(code(text)).toEqual([['code ?', 'rows = load() # read by PySpark in the BigQuery export of a day', 'print(rows)']]);
	});

	it('begins a new sample where the language changes', () => {
		expect(code('-- Iceberg\nALTER TABLE parcels ADD COLUMN weight DOUBLE;\n-- Delta\nOPTIMIZE parcels;\n# Spark\nfrom pyspark.sql import functions as F\ndf = df.withColumn("kg", F.col("weight"))')).toEqual([
			['code sql', '-- Iceberg', 'ALTER TABLE parcels ADD COLUMN weight DOUBLE;', '-- Delta', 'OPTIMIZE parcels;'],
			['code python', '# Spark', 'from pyspark.sql import functions as F', 'df = df.withColumn("kg", F.col("weight"))'],
		]);
	});

	it('begins a new sample at a comment glued to a closing bracket', () => {
		expect(code('(parcels\n.groupBy("day")\n.count())// Flink\nparcels\n.keyBy(p -> p.day)\n.sum(1);').map((piece) => piece.slice(1))).toEqual([
			['(parcels', '.groupBy("day")', '.count())'],
			['// Flink', 'parcels', '.keyBy(p -> p.day)', '.sum(1);'],
		]);
	});

	it('keeps docstrings, SQL in strings and flat bodies with Python', () => {
		const body = [
			'def late(day):', '"""The parcels of a day that came after it, for the team at the depot.', 'It is called once."""', 'for p in parcels: yield p',
			'if day is None:', 'return []', 'return spark.sql("""', 'SELECT id FROM parcels', '""").collect()',
		];
		expect(code(['A helper does it.', ...body, 'It is called from the report.'].join('\n'))).toEqual([['code python', ...body]]);
	});

	it('finds configuration, shell, plans, messages of errors and data', () => {
		expect(code('Set:\nspark.sql.shuffle.partitions = 400\nspark.sql.adaptive.enabled true')).toEqual([
			['code properties', 'spark.sql.shuffle.partitions = 400', 'spark.sql.adaptive.enabled true'],
		]);
		expect(code('Install:\npip install duckdb polars\nspark-submit \\\n--conf spark.executor.cores=4 \\\nload.py')).toEqual([
			['code bash', 'pip install duckdb polars', 'spark-submit \\', '--conf spark.executor.cores=4 \\', 'load.py'],
		]);
		expect(code('== Physical Plan ==\n*(1) Project [id#1]\n+- FileScan parquet parcels\nPushedFilters: [IsNotNull(id)]\nReading it from the bottom is easier.')[0]).toHaveLength(5);
		expect(code('# models/parcels.yml\nmodels:\n- name: parcels\ncolumns:\n- name: id\ntests:\n- unique\n- not_null\nTests run after each build.')).toEqual([
			['code yaml', '# models/parcels.yml', 'models:', '- name: parcels', 'columns:', '- name: id', 'tests:', '- unique', '- not_null'],
		]);
		expect(code('{"add": {"path": "part-1.parquet"}}\n{"remove": {"path": "part-0.parquet"}}')).toEqual([
			['code json', '{"add": {"path": "part-1.parquet"}}', '{"remove": {"path": "part-0.parquet"}}'],
		]);
		expect(code('2031-02-03 04:05:06 ERROR Task 3 lost its executor in the night')).toHaveLength(1);
	});

	it('keeps blank lines inside code and not after it', () => {
		expect(find('import duckdb\n\nrows = duckdb.sql("SELECT 1")\n\nThat is all there is to it.')).toEqual([
			['code python', 'import duckdb', '', 'rows = duckdb.sql("SELECT 1")'],
			['prose', '', 'That is all there is to it.'],
		]);
	});

	it('takes the indentation of code in a list item away and records it', () => {
		const [, piece] = findCode(lines('- Load it:\n    rows = load(path)\n    for row in rows:\n        send(row)\n- Check it.')).pieces;
		const body = [{ number: 2, text: 'rows = load(path)' }, { text: 'for row in rows:' }, { text: '    send(row)' }];
		expect(piece).toMatchObject({ kind: 'code', indent: 4, fenced: false, lines: body });
	});

	it('uses the language that a caption named', () => {
		expect(findCode(lines('Run it.\nval total = parcels.count()'), new Map([[2, 'scala']])).pieces[1]).toMatchObject({ kind: 'code', lang: 'scala' });
	});

	it('says where a person has to look', () => {
		const { notes } = findCode(lines('The size is\nstate_size = keys * bytes\nfor each of the windows.'));
		expect(notes.every(({ line, stage }) => line === 2 && stage === 'code')).toBe(true);
		const glued = findCode(lines('from x import y\nruff check src/Hooks of the repository enforce the rules that are written there.')).notes;
		expect(glued.find(({ kind }) => kind === 'uncertain')).toMatchObject({ what: 'prose glued to code', line: 2 });
	});

	it.each([
		'Select the right partition key.',
		'From 2020 on, parcels were scanned twice.',
		'With this in place\nWhere it ends is another matter.',
		'Import the package, then read the table.',
		'Use MERGE when rows change.\nSet the threshold higher.\nFor each depot, count once.\nIf you must, sort.',
		'Class imbalance: most parcels arrive in time.',
		'MERGE conflicts\nThe target is read once.',
		'SELECT vs WHERE\nBoth read the table.',
		'NULL in sums\nIt adds nothing.',
		'| id | name |\n|---|---|\n| 1 | spark.sql.x = 2 |',
		'- Use\nspark.sql.shuffle.partitions = 400to spread the load. - Watch',
		'- Without a nightly\nVACUUM/compact_parcels, the readers open more files each week.\n- Scans with\nscan_ts < cutoffnever arrive. Widen the window: a day is enough.',
		'# Parcels\n\nA chapter about parcels.\n\n## Import the data\n\nIt comes at night.',
		'Parcel Registry (PR)\nOne of many.',
		'Parcels ----> Depot ----> Customer\n[Depot]',
		'1. WHERE\n2. GROUP BY\n3. HAVING',
		'"Why is it slow," the interviewer asks, "and what do you do about it?"',
	])('leaves prose alone: %j', (text) => {
		expect(find(text)).toEqual([['prose', ...text.split('\n')]]);
	});

	it.each([
		['calls without end', 'f(\n'.repeat(20_000)],
		['a line of brackets', '(((('.repeat(50_000)],
		['columns without end', 'SELECT a,\n'.repeat(20_000)],
		['strings without end', 'x = """\nThe prose of it.\n'.repeat(5_000)],
		['long lines of keywords', `${'for x '.repeat(150)}\n`.repeat(200)],
		['borders within one line', ')The table is a thing. '.repeat(10_000)],
		['a line of quotes', `"'\``.repeat(70_000)],
		['comments', '# note\n'.repeat(20_000)],
		['NUL and a script', '\0\n<script>import x from "y"</script>'],
	])('keeps every character of hostile and long input, in order: %s', (_, text) => {
		const joined = findCode(lines(text)).pieces.flatMap((piece) => piece.lines.map((line) => line.text)).join('');
		expect(joined.replace(/\s/gu, '') === text.replace(/\s/gu, '')).toBe(true);
	});
});
