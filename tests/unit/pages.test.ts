import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow, isScenario, pageId, pagePath, parsePage, partOf, readPages } from '../../src/lib/pages.ts';
import { lineOf } from '../../src/lib/validate.ts';
import { contentTree, page } from '../support/content-tree.ts';

describe('ids and addresses', () => {
	test.each([
		['index.mdx', 'index', '/'],
		['spark/index.mdx', 'spark', '/spark/'],
		['spark/data-skew.mdx', 'spark/data-skew', '/spark/data-skew/'],
		['scenarios/petabyte-join.md', 'scenarios/petabyte-join', '/scenarios/petabyte-join/'],
		['spark/index-lookups.mdx', 'spark/index-lookups', '/spark/index-lookups/'],
	])('%s', (file, id, path) => {
		expect(pageId(file)).toBe(id);
		expect(pagePath(id)).toBe(path);
	});

	test('the part is the first folder', () => {
		expect(partOf('spark/data-skew')).toBe('spark');
		expect(partOf('spark')).toBe('spark');
	});

	test('a scenario lies in scenarios/', () => {
		expect(isScenario({ id: 'scenarios/petabyte-join' })).toBe(true);
		expect(isScenario({ id: 'scenarios' })).toBe(false);
		expect(isScenario({ id: 'spark/scenarios/x' })).toBe(false);
	});
});

describe('parsePage', () => {
	const text = '---\ntitle: T\nchecked:\n  date: 2026-11-21\ntopics: [a, b]\n---\n\n## Idea\n';

	test.each([
		['line feeds', text],
		['carriage returns and line feeds', text.replaceAll('\n', '\r\n')],
		['a byte order mark', `\uFEFF${text}`],
	])('with %s: lines are those of the file', (_, source) => {
		const raw = parsePage('a.mdx', 'a', source);
		expect(raw.frontmatter.toJS()).toEqual({ title: 'T', checked: { date: '2026-11-21' }, topics: ['a', 'b'] });
		expect(lineOf(raw.frontmatter, raw.lines, ['title'])).toBe(2);
		expect(lineOf(raw.frontmatter, raw.lines, ['checked', 'date'])).toBe(4);
		expect(lineOf(raw.frontmatter, raw.lines, ['topics', 1])).toBe(5);
		expect(raw.bodyOffset).toBe(6);
		expect(raw.body.trim()).toBe('## Idea');
		// The heading is line 2 of the body and line 8 of the file.
		expect(raw.body.split('\n').findIndex((line) => line.startsWith('##')) + 1 + raw.bodyOffset).toBe(8);
	});

	test.each([
		['none', '## Idea\n'],
		['one that never ends', '---\ntitle: T\n\n## Idea\n'],
		['one that begins later', '\n---\ntitle: T\n---\n'],
		['nothing at all', ''],
	])('%s: no frontmatter, and the whole text is the body', (_, source) => {
		const raw = parsePage('a.mdx', 'a', source);
		expect(raw.frontmatter.toJS()).toBeNull();
		expect(raw.bodyOffset).toBe(0);
		expect(raw.body).toBe(source);
	});

	test('frontmatter may be empty and the body too', () => {
		expect(parsePage('a.mdx', 'a', '---\n---\nText')).toMatchObject({ body: 'Text', bodyOffset: 2 });
		expect(parsePage('a.mdx', 'a', '---\ntitle: T\n---')).toMatchObject({ body: '' });
	});

	test('a line of dashes below ends nothing', () => {
		const raw = parsePage('a.mdx', 'a', '---\ntitle: T\n---\nText\n\n---\n\nMore\n');
		expect(raw.frontmatter.toJS()).toEqual({ title: 'T' });
		expect(raw.body).toBe('Text\n\n---\n\nMore\n');
	});
});

describe('readPages', () => {
	test('reads md and mdx, in name order, and leaves out what begins with _ or .', () => {
		const dir = contentTree({
			'index.mdx': page(),
			'spark/index.mdx': page(),
			'spark/b.md': page(),
			'spark/a.mdx': page(),
			'_authoring.md': page(),
			'_drafts/x.mdx': page(),
			'spark/_half.mdx': page(),
			'spark/._a.mdx': 'a resource fork',
			'notes.txt': 'no page',
		});
		expect(readPages(dir).map(({ id }) => id)).toEqual(['index', 'spark/a', 'spark/b', 'spark']);
	});

	test('a link to nowhere, as editors leave beside an open file, is not there', () => {
		const dir = contentTree({ 'a.mdx': page() });
		symlinkSync('someone@host.1', join(dir, '.#a.mdx'));
		symlinkSync('gone.mdx', join(dir, 'b.mdx'));
		expect(readPages(dir).map(({ id }) => id)).toEqual(['a']);
	});

	test('filesBelow goes through folders, depth first', () => {
		const dir = contentTree({});
		for (const name of ['b', 'a']) mkdirSync(join(dir, 'files', name), { recursive: true });
		for (const name of ['b/1', 'a/2', 'a/1', 'c']) writeFileSync(join(dir, 'files', name), '');
		expect(filesBelow(join(dir, 'files'))).toEqual(['a/1', 'a/2', 'b/1', 'c'].map((name) => join(dir, 'files', name)));
	});
});
