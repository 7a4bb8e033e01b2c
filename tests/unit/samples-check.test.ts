import { beforeAll, describe, expect, test } from 'vitest';
import { parsePage } from '../../src/lib/pages.ts';
import { formatProblems } from '../../src/lib/problem.ts';
import { checkSamples, formatCounts, languageOf, type SampleReport } from '../../src/lib/samples/check-samples.ts';
import { CHECKERS, OTHER_NAMES, UNPARSED } from '../../src/lib/samples/registry.ts';

const page = (file: string, ...body: string[]) => parsePage(file, file, ['---', 'title: A page', '---', '', ...body, ''].join('\n'));

let report: SampleReport;
beforeAll(async () => {
	report = await checkSamples([
		page(
			'a.mdx',
			...['```sql dialect=trino', 'SELECT 1', '```', ''],
			...['```sql', 'SELECT 1', '```', ''],
			...['```', 'x', '```', ''],
			...['```yaml', 'a: 1', 'a: 2', '```', ''],
			...['```cobol', 'x', '```', ''],
			...['```constructor', 'x', '```', ''],
			...['```sh', 'ls', '```', ''],
		),
		page(
			'b.mdx',
			...['- a list', '', '  ```json', '  {', '    "a": }', '  ```', ''],
			...['```sql dialect=spark check="none: Jinja, which no parser reads"', 'SELECT * FROM {{ ref("x") }}', '```', ''],
			...['```sql dialect=spark check="none"', 'SELECT 1', '```', ''],
			...['```python run', 'print(1)', '```', '', '```text title="Output"', '1', '```', ''],
			...['```sql lab=orders expect="error: syntax error"', 'SELEC 1', '```', ''],
			...['```mermaid', 'flowchart nonsense', '```'],
		),
		page('c.mdx', 'an open <div'),
	]);
}, 60_000);

test('every problem is named at once, with file, line, language and message', () =>
	expect(formatProblems(report.problems).split('\n')).toEqual([
		'a.mdx:9 sql: SQL fence without a dialect, expected ```sql dialect=spark',
		'a.mdx:13 no language: fence without a language',
		'a.mdx:19 yaml: Map keys must be unique',
		'a.mdx:22 cobol: no parser for this language: check="none: reason" in the fence leaves it unchecked',
		'a.mdx:26 constructor: no parser for this language: check="none: reason" in the fence leaves it unchecked',
		'a.mdx:30 sh: language sh: write bash',
		"b.mdx:9 json: Unexpected token '}'",
		'b.mdx:16 sql spark: check="none": expected check="none: reason"',
		expect.stringMatching(/^c\.mdx:5 malformed MDX: /),
		'9 problems in the content',
	]));

test('fences are counted by language and dialect, run and unchecked ones too', () =>
	expect(formatCounts(report).split('\n')).toEqual([
		'14 fences: 2 sql spark, 1 without language, 1 cobol, 1 constructor, 1 json, 1 mermaid, 1 python, 1 sh, 1 sql, 1 sql duckdb, 1 sql trino, 1 text, 1 yaml',
		'1 run, output compared',
		'1 unchecked:',
		'  b.mdx:12 sql spark: Jinja, which no parser reads',
	]));

test('nothing to say about nothing', async () => expect(formatCounts(await checkSamples([]))).toBe('0 fences\n0 run, output compared\n0 unchecked'));

describe('languages', () => {
	test.each([
		['sql', { dialect: 'flink' }, 'sql flink'],
		['sql', { lab: 'orders' }, 'sql duckdb'],
		['sql', {}, 'sql'],
		['python', { run: '' }, 'python'],
	])('%s %j', (lang, attributes, name) => expect(languageOf({ lang, attributes })).toBe(name));

	test('another name leads to one that is known, and is none itself', () => {
		for (const [other, name] of OTHER_NAMES) {
			expect(CHECKERS.has(other), other).toBe(false);
			expect(CHECKERS.has(name) || UNPARSED.has(name), name).toBe(true);
		}
	});
});
