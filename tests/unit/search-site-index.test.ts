import { describe, expect, test } from 'vitest';
import { definitionPath, siteIndex, wordList, type IndexedText } from '../../src/lib/search/site-index.ts';
import type { Term } from '../../src/lib/reference-data.ts';

const text = (id: string, url: string, title?: string): IndexedText => ({ id, url, content: '', anchors: [], meta: title === undefined ? {} : { title } });
const term = (id: string, page?: string): Term => ({ id, label: id, aliases: [`${id}s`], definition: '', see: [], group: 'topic', ...(page && { page }) });

describe('siteIndex', () => {
	test('joins what the index and the content know of a page', () => {
		const { pages } = siteIndex(
			[text('en_1', '/scenarios/petabyte-join/', 'A petabyte join')],
			[{ id: 'scenarios/petabyte-join', number: 32, difficulty: 'hard', kind: 'incident', tech: ['spark'], topics: [] }],
			[],
		);
		expect(pages).toEqual([
			{ id: 'en_1', url: '/scenarios/petabyte-join/', title: 'A petabyte join', part: 'scenarios', number: 32, difficulty: 'hard', kind: 'incident', tech: ['spark'] },
		]);
	});

	test('definitions are part of the reference and count less than pages', () => {
		const { pages } = siteIndex([text('en_2', definitionPath({ id: 'skew' }), 'Skew')], [], []);
		expect(pages[0]).toMatchObject({ url: '/reference/glossary/#skew', part: 'reference' });
		expect(pages[0]?.weight).toBeLessThan(1);
	});

	test('a term names its page only where that page is searched', () => {
		const { terms } = siteIndex([text('en_3', '/spark/data-skew/', 'Data skew')], [], [term('skew', 'spark/data-skew'), term('merge', 'lakehouse/merge')]);
		expect(terms).toEqual([
			{ id: 'skew', label: 'skew', aliases: ['skews'], page: '/spark/data-skew/' },
			{ id: 'merge', label: 'merge', aliases: ['merges'] },
		]);
	});

	test('a text without a title is an error that names it', () => {
		expect(() => siteIndex([text('en_4', '/spark/')], [], [])).toThrow('/spark/ has no title: the search cannot list it');
	});
});

test('wordList counts words and the parts of compounds, the most frequent first', () => {
	const list = wordList([{ content: 'Skew, skew and SortMergeJoin. A 99 skewJoin', anchors: [] }]);
	expect(list[0]).toBe('skew');
	expect(list).toEqual(expect.arrayContaining(['sortmergejoin', 'sort', 'merge', 'join', 'skewjoin']));
	expect(list).not.toContain('99');
	expect(list).not.toContain('a');
});
