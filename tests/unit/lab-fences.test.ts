import type { Root } from 'hast';
import { compile } from '@mdx-js/mdx';
import { select, selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import rehypeExpressiveCode from 'rehype-expressive-code';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { labResult } from '../../src/lib/lab-result.ts';
import type { LabResult } from '../../src/lib/lab-view.ts';
import { remarkLabFences } from '../../src/markdown/lab-fences.ts';

const OPTIONS = { contentDir: 'content', base: '/base/' };
const fence = (meta: string, sql: string) => `\`\`\`sql ${meta}\n${sql}\n\`\`\``;

async function toTree(markdown: string): Promise<Root> {
	const processor = unified().use(remarkParse).use(remarkMdx).use(remarkLabFences, OPTIONS).use(remarkRehype).use(rehypeExpressiveCode, { themes: ['github-light'] });
	const file = new VFile({ value: markdown, path: 'page.mdx' });
	return (await processor.run(processor.parse(file), file)) as Root;
}

describe('remarkLabFences', () => {
	test('the code stays, its result stands below it', async () => {
		const tree = await toTree(`before\n\n${fence('lab=cdc', 'SELECT customer_id, email FROM customers ORDER BY 1 LIMIT 2')}\n\nafter`);
		const sample = select('lab-sample', tree)!;
		expect(sample.properties).toMatchObject({ dataLab: 'cdc', dataLabTitle: 'Change feed', dataLabUrl: '/base/labs/cdc.sql', dataRole: 'sample' });
		expect(sample.properties).not.toHaveProperty('dataFails');
		expect(toString(select('.expressive-code code', sample)!)).toContain('SELECT customer_id');
		expect(selectAll('th', sample).map((cell) => toString(cell))).toEqual(['customer_id INTEGER', 'email VARCHAR']);
		expect(selectAll('tbody tr', sample).map((row) => selectAll('td', row).map((cell) => toString(cell)))).toEqual([['1', 'ada@example.com'], ['2', 'boris@example.com']]);
		expect(toString(select('.lab-count', sample)!)).toBe('2 rows');
		expect(selectAll('p', tree).map((node) => toString(node))).toEqual(['before', '2 rows', 'after']);
	});

	test('an expected error is shown', async () => {
		const tree = await toTree(fence('lab=cdc expect="error: not found in FROM clause"', 'SELECT name FROM customers'));
		const sample = select('lab-sample', tree)!;
		expect(sample.properties).toHaveProperty('dataFails');
		expect(toString(select('pre.lab-error code', sample)!)).toMatch(/^Binder Error: Referenced column "name" not found in FROM clause!/);
		expect(toString(select('pre.lab-error .lab-error-place', sample)!)).toMatch(/^LINE 1: SELECT name FROM customers\n +\^$/);
		expect(select('table', sample)).toBeFalsy();
	});

	test('an attempt has no result, a solution says whether order counts', async () => {
		const tree = await toTree(`${fence('lab=cdc attempt', 'SELECT 1 FROM nowhere')}\n\n${fence('lab=cdc solution ordered', 'SELECT 1 AS n')}`);
		const [attempt, solution] = selectAll('lab-sample', tree);
		expect(attempt!.properties).toMatchObject({ dataRole: 'attempt' });
		expect(select('.lab-result', attempt!)).toBeFalsy();
		expect(solution!.properties).toMatchObject({ dataRole: 'solution', dataOrdered: '' });
	});

	test('fences in lists and quotes are found', async () => {
		const tree = await toTree(`- item\n\n  ${fence('lab=cdc', 'SELECT 1 AS n').replaceAll('\n', '\n  ')}\n\n> ${fence('lab=cdc', 'SELECT 2 AS n').replaceAll('\n', '\n> ')}`);
		expect(selectAll('lab-sample td', tree).map((cell) => toString(cell))).toEqual(['1', '2']);
	});

	test('other fences are left alone', async () => {
		expect(select('lab-sample', await toTree(fence('dialect=spark', 'SELECT 1')))).toBeFalsy();
	});

	test.each([
		[fence('lab=nowhere', 'SELECT 1'), 3, /^Lab: unknown lab nowhere, expected one of playback, events, /],
		[fence('lab=cdc', 'SELECT 1\nFROM missing'), 5, /^Lab: Catalog Error: Table with name missing does not exist/],
		[fence('lab=cdc expect="error: boom"', 'SELECT 1'), 3, /^Lab: expected an error that says "boom", but the query succeeds$/],
		[fence('lab=cdc expect="error: boom"', 'SELECT nope'), 4, /^Lab: expected an error that says "boom", got: Binder Error/],
		[fence('lab=cdc expect="rows: 2"', 'SELECT 1'), 3, /^Lab: expected 2 rows, got 1$/],
		[fence('lab=cdc attempt', 'SELECT\nFROM WHERE'), 5, /^Lab: Parser Error/],
		[fence('lab=cdc', 'EXPLAIN ANALYZE SELECT 1'), 3, /^Lab: EXPLAIN ANALYZE prints times/],
		[fence('lab=cdc solution', 'DELETE FROM customers'), 3, /^Lab: a solution ends in a query/],
	])('%s fails the page at its line', async (markdown, line, message) => {
		await expect(toTree(`text\n\n${markdown}`)).rejects.toMatchObject({ line, reason: expect.stringMatching(message) });
	});

	test('braces and tags in values are text to MDX', async () => {
		const code = String(await compile(fence('lab=cdc', "SELECT {'a': 1} AS s, '<b>' AS t"), { remarkPlugins: [[remarkLabFences, OPTIONS]] }));
		expect(code).toContain(`children: "{'a': 1}"`);
		expect(code).toContain('children: "<b>"');
	});
});

describe('labResult', () => {
	const result = (columns: [string, string][], rows: LabResult['rows'], rowCount = rows.length): LabResult => ({ columns: columns.map(([name, type]) => ({ name, type })), rows, rowCount });

	test('numbers stand right, text does not', () => {
		const types = ['INTEGER', 'UBIGINT', 'DOUBLE', 'DECIMAL(10,2)', 'VARCHAR', 'DATE', 'INTEGER[]', 'STRUCT("a" DOUBLE)', 'BOOLEAN'];
		const cells = selectAll('td', labResult(result(types.map((type) => ['c', type]), [types.map(() => '1')])));
		expect(cells.map((cell) => String(cell.properties['className'] ?? ''))).toEqual(['lab-number', 'lab-number', 'lab-number', 'lab-number', '', '', '', '', '']);
	});

	test('NULL, the word and nothing differ', () => {
		const cells = selectAll('td', labResult(result([['c', 'VARCHAR']], [[null], ['NULL'], ['']])));
		expect(cells.map((cell) => [Boolean(select('em.lab-null', cell)), toString(cell)])).toEqual([[true, 'NULL'], [false, 'NULL'], [false, '']]);
	});

	test('long results are cut, and say so', () => {
		const rows = (count: number) => Array.from({ length: count }, (_, i) => [String(i)]);
		const count = (result: LabResult) => [selectAll('tbody tr', labResult(result)).length, toString(select('.lab-count', labResult(result))!)];
		expect(count(result([['n', 'INTEGER']], rows(20)))).toEqual([20, '20 rows']);
		expect(count(result([['n', 'INTEGER']], rows(21)))).toEqual([20, 'First 20 of 21 rows: 1 more row']);
		expect(count(result([['n', 'INTEGER']], rows(1500)))).toEqual([20, 'First 20 of 1,500 rows: 1,480 more rows']);
		expect(count(result([['n', 'INTEGER']], rows(1)))).toEqual([1, '1 row']);
		expect(count(result([['n', 'INTEGER']], []))).toEqual([0, '0 rows']);
	});

	test('what gives no table says what it did', () => {
		const note = (changed?: number) => labResult({ columns: [], rows: [], rowCount: 0, ...(changed !== undefined && { changed }) });
		expect(toString(note(3))).toBe('3 rows written');
		expect(toString(note())).toBe('No result: the statement returns no rows');
		expect(select('table', note(3))).toBeFalsy();
	});

	test('long types are cut and given whole in a tooltip', () => {
		const type = 'STRUCT("alpha" INTEGER, "beta" VARCHAR)';
		const label = select('th abbr', labResult(result([['s', type]], [])))!;
		expect(label.properties['title']).toBe(type);
		expect(toString(label)).toBe('STRUCT("alpha" INTEGER,…');
	});

	test('a plan is a drawing', () => {
		const box = labResult(result([['explain_key', 'VARCHAR'], ['explain_value', 'VARCHAR']], [['physical_plan', '┌─┐\n└─┘\n']]));
		expect(toString(select('pre.lab-plan code', box)!)).toBe('┌─┐\n└─┘');
		expect(select('table', box)).toBeFalsy();
	});

	test('the box scrolls with the keyboard, has a name, and is not searched', () => {
		const box = labResult(result([['n', 'INTEGER']], [['1']]));
		expect(box.properties).toMatchObject({ dataPagefindIgnore: 'all' });
		expect(select('.lab-scroller', box)!.properties).toMatchObject({ tabIndex: 0, role: 'group', ariaLabel: 'Result of the query: 1 row' });
	});
});
