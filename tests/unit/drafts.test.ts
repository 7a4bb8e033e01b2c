import { describe, expect, test } from 'vitest';
import { checkContent } from '../../src/lib/check-content.ts';
import { readPages } from '../../src/lib/pages.ts';
import { contentTree, page, scenario } from '../support/content-tree.ts';

const FROM = 'draft: true\nfrom: { document: notes.txt, lines: 3-40 }\n';

function check(files: Record<string, string>) {
	const dir = contentTree(files);
	const { pages, drafts, problems } = checkContent(dir);
	return {
		pages: pages.map(({ id }) => id),
		drafts: drafts.map(({ id }) => id),
		problems: problems.map(({ file, line, message }) => `${file.slice(dir.length + 1)}:${line} ${message}`.replaceAll(`${dir}/`, '')).sort(),
	};
}

test('a draft is checked and is no page of the site', () => {
	expect(check({ 'spark/a.mdx': page(), 'spark/b.mdx': page(FROM) })).toEqual({ pages: ['spark/a'], drafts: ['spark/b'], problems: [] });
});

test('whoever reads pages gets drafts only by asking for them', () => {
	const dir = contentTree({ 'spark/a.mdx': page(), 'spark/b.mdx': page(FROM) });
	expect(readPages(dir).map(({ id }) => id)).toEqual(['spark/a']);
	expect(readPages(dir, { drafts: true }).map(({ id }) => id)).toEqual(['spark/a', 'spark/b']);
});

describe('what a draft may leave open', () => {
	const draftScenario = scenario({ checked: undefined, references: undefined, topics: undefined, tech: undefined, draft: 'true', from: '{ document: notes.txt, lines: 3-40 }' });

	test('a scenario need not say what it was held against', () => {
		expect(check({ 'scenarios/a.mdx': draftScenario })).toEqual({ pages: [], drafts: ['scenarios/a'], problems: [] });
	});

	test('a published one must', () => {
		expect(check({ 'scenarios/a.mdx': scenario({ checked: undefined }) }).problems).toEqual(['scenarios/a.mdx:2 checked: missing, expected object']);
	});

	test('its number may not be taken', () => {
		expect(check({ 'scenarios/a.mdx': scenario(), 'scenarios/b.mdx': draftScenario }).problems).toEqual([
			expect.stringMatching(/^scenarios\/b\.mdx:\d+ number: 22 is already taken by scenarios\/a\.mdx; numbers are never reused$/),
		]);
	});

	test('a comment stands in a draft only, and a comment is nothing more', () => {
		const comment = '{/* A --> B */}\n';
		expect(check({ 'spark/b.mdx': page(FROM, comment) }).problems).toEqual([]);
		expect(check({ 'spark/a.mdx': page('', comment) }).problems).toEqual(['spark/a.mdx:5 a comment is for drafts: remove it, or publish what it says']);
		expect(check({ 'spark/b.mdx': page(FROM, '{/* A */ process.exit() /* B */}\n') }).problems).toEqual([
			'spark/b.mdx:7 content holds no code: remove the import, export or {expression}, or put it in backticks',
		]);
	});
});

test('where a draft comes from is said, and goes when it is published', () => {
	expect(check({ 'spark/b.mdx': page('draft: true\n') }).problems).toEqual(['spark/b.mdx:2 from: missing, expected object']);
	expect(check({ 'spark/b.mdx': page('from: { document: notes.txt, lines: 3-40 }\n') }).problems).toEqual(['spark/b.mdx:4 from: unknown key']);
	expect(check({ 'spark/b.mdx': page('draft: true\nfrom: { document: notes.txt, lines: all }\n') }).problems).toEqual(['spark/b.mdx:5 from.lines: expected lines such as 12-80']);
});

test('a draft may lead to a draft, a published page may not', () => {
	const link = '[B](/spark/b/)\n';
	expect(check({ 'spark/b.mdx': page(FROM), 'spark/c.mdx': page(FROM, link) }).problems).toEqual([]);
	expect(check({ 'spark/b.mdx': page(FROM), 'spark/a.mdx': page('', link) }).problems).toEqual(['spark/a.mdx:5 link /spark/b/: no such page']);
});
