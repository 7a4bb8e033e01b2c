import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { checkLabs } from '../../src/lib/check-labs.ts';
import { readLabs } from '../../src/lib/labs.ts';
import type { Problem } from '../../src/lib/problem.ts';

const dirs: string[] = [];
afterEach(() => dirs.splice(0).forEach((dir) => rmSync(dir, { recursive: true })));

const ENTRY = '- id: small\n  title: Small\n  description: Two rows.\n';
const SQL = "CREATE TABLE t (a INTEGER);\nINSERT INTO t VALUES (1), (2);\nCOMMENT ON TABLE t IS 'T';\nCOMMENT ON COLUMN t.a IS 'A';\n";
const GOOD = { '_data/labs.yaml': ENTRY, '_data/labs/small.sql': SQL };

function content(files: Record<string, string>): string {
	const dir = mkdtempSync(join(tmpdir(), 'labs-'));
	dirs.push(dir);
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(dirname(join(dir, name)), { recursive: true });
		writeFileSync(join(dir, name), text);
	}
	return dir;
}

const lines = (dir: string, problems: Problem[]) => problems.map(({ file, line, message }) => `${file.replace(`${dir}/`, '')}:${line} ${message.split('\n')[0]}`);
const page = (...fences: string[]) => `---\ntitle: A page\n---\n\n${fences.map((fence) => `\`\`\`sql ${fence}\n\`\`\``).join('\n\n')}\n`;

describe('readLabs', () => {
	const problems = (files: Record<string, string>) => {
		const dir = content(files);
		const found: Problem[] = [];
		const labs = readLabs(dir, found);
		return { ids: labs.map(({ id }) => id), found: lines(dir, found).map((text) => text.replaceAll(`${dir}/`, '')) };
	};

	test('list and data', () => {
		expect(problems(GOOD)).toEqual({ ids: ['small'], found: [] });
		expect(problems({ 'index.mdx': '' })).toEqual({ ids: [], found: [] });
	});

	test('entries without data, data without entry, entries twice, keys that are wrong', () => {
		expect(problems({ ...GOOD, '_data/labs.yaml': `${ENTRY}- id: gone\n  title: Gone\n  description: No file.\n${ENTRY}` })).toEqual({
			ids: ['small'],
			found: ['_data/labs.yaml:4 gone: no data, expected _data/labs/gone.sql', '_data/labs.yaml:7 small: listed twice'],
		});
		expect(problems({ ...GOOD, '_data/labs/other.sql': '' }).found).toEqual(['_data/labs/other.sql:1 not listed in _data/labs.yaml']);
		expect(problems({ ...GOOD, '_data/labs.yaml': `${ENTRY}  now: yesterday\n  size: 1\n` }).found).toEqual([
			'_data/labs.yaml:4 0.now: expected an instant such as 2026-05-15 12:00:00',
			'_data/labs.yaml:5 0.size: unknown key',
			'_data/labs/small.sql:1 not listed in _data/labs.yaml',
		]);
	});
});

describe('checkLabs', () => {
	const check = async (files: Record<string, string>) => {
		const dir = content({ ...GOOD, ...files });
		const { problems, ...counts } = await checkLabs(dir);
		return { found: lines(dir, problems), ...counts };
	};

	test('good pages', async () => {
		const pages = { 'a.mdx': page('lab=small\nFROM t', 'lab=small expect="error: nope"\nSELECT nope FROM t'), 'b.mdx': page('lab=small attempt\nFROM x', 'lab=small solution\nFROM t', 'dialect=spark\nSELEC') };
		expect(await check(pages)).toEqual({ found: [], executed: 3, parsed: 1 });
	});

	test('every problem of every page in one run', async () => {
		const pages = {
			'a.mdx': page('lab=small\nSELECT 1\nFROM gone', 'lab=nowhere\nSELECT 1', 'lab=small expect="error: x"\nFROM t'),
			'b.mdx': page('lab=small expect="rows: 3"\nFROM t'),
		};
		expect((await check(pages)).found).toEqual([
			'a.mdx:7 lab: Catalog Error: Table with name gone does not exist!',
			'a.mdx:10 lab: unknown lab nowhere, expected one of small',
			'a.mdx:14 lab: expected an error that says "x", but the query succeeds',
			'b.mdx:5 lab: expected 3 rows, got 2',
		]);
	});

	test('attempt and solution belong together', async () => {
		const found = async (...fences: string[]) => (await check({ 'a.mdx': page(...fences) })).found;
		expect(await found('lab=small attempt\nFROM t')).toEqual(['a.mdx:4 lab: an attempt without a fence marked solution to hold it against']);
		expect(await found('lab=small solution\nFROM t')).toEqual(['a.mdx:4 lab: a solution without a fence marked attempt']);
		expect(await found('lab=small solution\nFROM t', 'lab=small solution\nFROM t', 'lab=small attempt\nFROM t')).toEqual(['a.mdx:4 lab: 2 fences marked solution, expected one a page']);
	});

	test('a lab that does not load is named once, with its line', async () => {
		const broken = { '_data/labs/small.sql': 'CREATE TABLE t (a INTEGER);\nINSERT INTO t SELECT b;\n', 'a.mdx': page('lab=small\nFROM t', 'lab=small\nFROM t') };
		expect((await check(broken)).found).toEqual(['_data/labs/small.sql:2 Binder Error: Referenced column "b" was not found because the FROM clause is missing']);
	});

	test('tables and columns are commented', async () => {
		expect((await check({ '_data/labs/small.sql': 'CREATE TABLE t (a INTEGER);' })).found).toEqual([
			'_data/labs/small.sql:1 t: no comment, expected COMMENT ON TABLE',
			'_data/labs/small.sql:1 t.a: no comment, expected COMMENT ON COLUMN',
		]);
	});

	test('a page that is no MDX is left to the check of the content', async () => {
		expect(await check({ 'a.mdx': `---\ntitle: A\n---\n<b\n\n\`\`\`sql lab=small\nFROM gone\n\`\`\`\n` })).toEqual({ found: [], executed: 0, parsed: 0 });
	});
});
