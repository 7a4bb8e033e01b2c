import { expect, test } from 'vitest';
import type { PageData } from '../../src/lib/content-model.ts';
import { contentsOf, llmsText } from '../../src/lib/llms.ts';
import { hasTwin, idOfHtmlFile, idOfPath, isIndexed, isShortLink, twinPath } from '../../src/lib/page-addresses.ts';

const page = (id: string, more: Partial<PageData> = {}) => ({
	id,
	file: '',
	body: '',
	data: { title: `Title [${id}]`, description: `About ${id}.`, topics: [], tech: [], requires: [], related: [], sources: [], references: [], misbeliefs: [], ...more },
});

test('parts in the order of the site, their own page first, topics by order, scenarios by number', () => {
	const contents = contentsOf(
		[page('scenarios/b', { number: 3 }), page('scenarios/a', { number: 20 }), page('spark/z', { sidebar: { order: 1 } }), page('spark/a'), page('spark'), page('index')],
		[
			{ id: 'scenarios', title: 'Scenarios', description: 'All.' },
			{ id: 'reference/glossary', title: 'Glossary', description: 'Terms.' },
		],
	);
	expect(contents.map(({ label, entries }) => [label, entries.map(({ id }) => id)])).toEqual([
		['Spark internals', ['spark', 'spark/z', 'spark/a']],
		['Scenarios', ['scenarios', 'scenarios/b', 'scenarios/a']],
		['Reference', ['reference/glossary']],
	]);
});

test('the file has a title, a summary and links to twins', () => {
	const contents = contentsOf([page('scenarios/b', { number: 3 })], []);
	const text = llmsText({ name: 'Watermark', description: 'A base.' }, contents, (path) => `https://site.test/base${path}`);
	expect(text).toMatch(/^# Watermark\n\n> A base\.\n\n/);
	expect(text).toContain('## Scenarios\n\n- [3. Title \\[scenarios/b\\]](https://site.test/base/scenarios/b/index.md): About scenarios/b.\n');
});

test('addresses of a page', () => {
	expect([twinPath('index'), twinPath('spark/data-skew')]).toEqual(['/index.md', '/spark/data-skew/index.md']);
	expect(['index.html', 'spark/index.html', '404.html', 's/22/index.html'].map(idOfHtmlFile)).toEqual(['index', 'spark', '404', 's/22']);
	expect(['/', '', '/spark/data-skew/'].map(idOfPath)).toEqual(['index', 'index', 'spark/data-skew']);
	expect(['s/22', 'search', '404', 'index', 'scenarios', 'spark', 'streaming/s'].map(isIndexed)).toEqual([false, false, false, true, true, true, true]);
	expect(hasTwin('s/22')).toBe(false);
	expect([isShortLink('s/22'), isShortLink('spark/22')]).toEqual([true, false]);
});
