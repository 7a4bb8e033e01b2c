import { describe, expect, test } from 'vitest';
import { countFacets, emptySearch, filterPages, formatSearch, hasFilters, noFilters, parseSearch } from '../../src/lib/search/facets.ts';
import type { IndexedPage } from '../../src/lib/search/model.ts';

const page = (url: string, facts: Partial<IndexedPage>): IndexedPage => ({ id: url, url, title: url, part: 'scenarios', ...facts });
const PAGES = [
	page('/a/', { kind: 'design', difficulty: 'hard', tech: ['spark', 'kafka'] }),
	page('/b/', { kind: 'design', difficulty: 'medium', tech: ['flink'] }),
	page('/c/', { part: 'spark', tech: ['spark'] }),
	page('/d/', { part: 'reference' }),
];
const shown = (filters: Partial<ReturnType<typeof noFilters>>) => filterPages(PAGES.map((each) => ({ page: each })), { ...noFilters(), ...filters }).map(({ page: { url } }) => url);

describe('filters', () => {
	test.each([
		[{}, ['/a/', '/b/', '/c/', '/d/']],
		[{ tech: ['spark'] }, ['/a/', '/c/']],
		[{ tech: ['kafka', 'flink'] }, ['/a/', '/b/']],
		[{ tech: ['spark'], difficulty: ['hard', 'medium'] }, ['/a/']],
		[{ part: ['reference'] }, ['/d/']],
		[{ part: ['lakehouse'] }, []],
	])('%j leaves %j', (filters, expected) => {
		expect(shown(filters)).toEqual(expected);
	});

	test('a count says what choosing the value leaves, given the other facets', () => {
		const counts = countFacets(PAGES, { ...noFilters(), tech: ['spark'], difficulty: ['hard'] });
		expect(counts.tech).toEqual(new Map([['spark', 1], ['kafka', 1]]));
		expect(counts.difficulty).toEqual(new Map([['hard', 1]]));
		expect(countFacets(PAGES, noFilters()).part).toEqual(new Map([['scenarios', 2], ['spark', 1], ['reference', 1]]));
	});
});

describe('address', () => {
	test.each([
		['', emptySearch()],
		['?q=late+data', { ...emptySearch(), q: 'late data' }],
		['?q=acks%3Dall&kind=design,incident&tech=kafka', { q: 'acks=all', filters: { ...noFilters(), kind: ['design', 'incident'], tech: ['kafka'] }, verbatim: false }],
		['?q=watermrk&verbatim', { ...emptySearch(), q: 'watermrk', verbatim: true }],
		['?q=%3C%3D%3E', { ...emptySearch(), q: '<=>' }],
	])('%s is read and written alike', (query, state) => {
		expect(parseSearch(query)).toEqual(state);
		expect(formatSearch(state)).toBe(query);
	});

	test('what is no id and what is unknown is dropped', () => {
		expect(parseSearch('?kind=%3Cscript%3E,design&kind=design&sort=number')).toEqual({ ...emptySearch(), filters: { ...noFilters(), kind: ['design'] } });
		expect(formatSearch({ ...emptySearch(), verbatim: true })).toBe('');
	});

	test('hasFilters', () => {
		expect(hasFilters(noFilters())).toBe(false);
		expect(hasFilters({ ...noFilters(), part: ['spark'] })).toBe(true);
	});
});
