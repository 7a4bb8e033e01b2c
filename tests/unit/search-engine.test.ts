import { describe, expect, test } from 'vitest';
import { noFilters } from '../../src/lib/search/facets.ts';
import type { Backend, IndexedPage, IndexedTerm, Match } from '../../src/lib/search/model.ts';
import { createSearch, inRow } from '../../src/lib/search/search.ts';
import { partsOf, stem } from '../../src/lib/search/words.ts';

interface Source extends Partial<IndexedPage> {
	url: string;
	title: string;
	text: string;
}

/** An index in memory that finds words as Pagefind does: forms, beginnings, parts of compounds, else a shorter beginning. */
function backendOf(sources: Source[], terms: IndexedTerm[] = []): Backend & { asked: string[] } {
	const asked: string[] = [];
	const pages = sources.map(({ text: _, ...page }, i) => ({ id: `p${i}`, part: 'spark', ...page }));
	const contents = sources.map(({ title, text }) => `${title}. ${text}`.split(/\s+/));
	const keys = (token: string) => [stem(token.toLowerCase().replace(/[.,?]+$/, '')), partsOf(token).join(''), ...partsOf(token).map(stem)];
	const lookUp = (wanted: string): Match[] =>
		contents.flatMap((words, i) => {
			const locations = words.flatMap((word, at) => (keys(word).some((key) => key.startsWith(wanted)) ? [at] : []));
			return locations.length ? [{ id: `p${i}`, score: locations.length / Math.sqrt(words.length), locations }] : [];
		});
	return {
		asked,
		site: () => Promise.resolve({ pages, terms }),
		words: () => {
			asked.push('words');
			return Promise.resolve([...new Set(contents.flat().flatMap(partsOf))]);
		},
		match: (word) => {
			asked.push(word);
			let wanted = /[a-z0-9]/i.test(word) ? stem(partsOf(word).join('')) : word;
			while (wanted.length > 1 && !lookUp(wanted).length) wanted = wanted.slice(0, -1);
			return Promise.resolve(lookUp(wanted).sort((a, b) => b.score - a.score));
		},
		phrase: (words) =>
			Promise.resolve(
				contents.flatMap((content, i) => (content.join(' ').toLowerCase().includes(words) ? [{ id: `p${i}`, score: 1, locations: [content.indexOf(words.split(' ')[0] ?? '')] }] : [])),
			),
		text: (id) => Promise.resolve({ content: contents[Number(id.slice(1))]?.join(' ') ?? '', anchors: [] }),
	};
}

const SITE: Source[] = [
	{ url: '/spark/data-skew/', title: 'Data skew', text: 'One hot key holds up a task of the stage. Set spark.sql.adaptive.skewJoin.enabled or use a <=> b.', topics: ['data-skew'], tech: ['spark'] },
	{ url: '/streaming/watermarks/', title: 'Watermarks', text: 'A watermark bounds late events; the delay is the tolerance.', part: 'streaming' },
	{ url: '/streaming/checkpoints/', title: 'Checkpoints', text: 'Delivery that is exactly once needs a checkpoint and a sink.', part: 'streaming' },
	{ url: '/scenarios/undo/', title: 'Undoing bad writes', text: 'Restore the table to the version before the bug.', number: 48, part: 'scenarios', difficulty: 'medium' },
	{ url: '/scenarios/joins/', title: 'A petabyte join', text: 'The merge join of two sorted sides, late at night: a sort-merge join spills.', number: 32, part: 'scenarios', topics: ['sort-merge-join'], difficulty: 'hard' },
	{ url: '/reference/glossary/#sort-merge-join', title: 'Sort-merge join', text: 'SMJ, a join of sorted sides.', part: 'reference', weight: 0.3 },
	{ url: '/reference/glossary/#data-skew', title: 'Data skew', text: 'Skew: an uneven spread over keys.', part: 'reference', weight: 0.3 },
];
const TERMS: IndexedTerm[] = [
	{ id: 'sort-merge-join', label: 'Sort-merge join', aliases: ['SMJ'] },
	{ id: 'data-skew', label: 'Data skew', aliases: ['skew'], page: '/spark/data-skew/' },
	{ id: 'late-data', label: 'Late data', aliases: ['late events'], page: '/streaming/watermarks/' },
];

async function urls(query: string, ...rest: [(ReturnType<typeof noFilters>)?, { verbatim?: boolean }?]) {
	const answer = await createSearch(backendOf(SITE, TERMS))(query, ...rest);
	return (await answer.hits(0, 20)).map(({ page }) => page.url);
}

describe('createSearch', () => {
	test.each<[string, string]>([
		['watermark', '/streaming/watermarks/'],
		['late events', '/streaming/watermarks/'],
		['skew', '/spark/data-skew/'],
		['SMJ', '/reference/glossary/#sort-merge-join'],
		['48', '/scenarios/undo/'],
		['scenario 32', '/scenarios/joins/'],
		['how do I undo a bad write', '/scenarios/undo/'],
		['why is one task stuck', '/spark/data-skew/'],
		['spark.sql.adaptive.skewJoin.enabled', '/spark/data-skew/'],
		['adaptive.skewJoin', '/spark/data-skew/'],
		['skewjoin.enabled', '/spark/data-skew/'],
		['<=>', '/spark/data-skew/'],
		['"exactly once"', '/streaming/checkpoints/'],
		['exactly-once', '/streaming/checkpoints/'],
	])('%j finds %s first', async (query, expected) => {
		expect((await urls(query))[0]).toBe(expected);
	});

	test.each(['the watermark', 'what is a watermark', 'watermark xyzzyq', 'watermark delay nowhere'])('%j loses nothing', async (query) => {
		expect((await urls(query))[0]).toBe('/streaming/watermarks/');
	});

	test('an abbreviation also finds the pages that spell it out', async () => {
		expect(await urls('SMJ')).toContain('/scenarios/joins/');
	});

	test('a page that carries more of the query comes first, and none is left out for a missing word', async () => {
		const found = await urls('checkpoint watermark tolerance');
		expect(found.slice(0, 2)).toEqual(['/streaming/watermarks/', '/streaming/checkpoints/']);
	});

	test.each([
		['watermrk', 'watermark'],
		['cehckpoint', 'checkpoint'],
		['the watermrk tolerence', 'the watermark tolerance'],
		['exacly-once', 'exactly-once'],
		['spark.sql.adaptve', 'spark.sql.adaptive'],
		['dataskew', 'data skew'],
	])('%j is read as %j', async (query, corrected) => {
		const answer = await createSearch(backendOf(SITE, TERMS))(query);
		expect(answer).toMatchObject({ corrected, unknown: [] });
		expect(answer.total).toBeGreaterThan(0);
	});

	test('verbatim leaves the spelling and offers the other', async () => {
		const answer = await createSearch(backendOf(SITE, TERMS))('watermrk', noFilters(), { verbatim: true });
		expect(answer).toMatchObject({ total: 0, suggestion: 'watermark', unknown: ['watermrk'] });
		expect(answer.corrected).toBeUndefined();
	});

	test('a word that is like no other is named', async () => {
		expect(await createSearch(backendOf(SITE, TERMS))('xyzzyq')).toMatchObject({ total: 0, unknown: ['xyzzyq'] });
	});

	test('the word list is asked for only where a word is not found', async () => {
		const backend = backendOf(SITE, TERMS);
		const search = createSearch(backend);
		await search('watermark tolerance');
		expect(backend.asked).not.toContain('words');
		await search('watermrk');
		expect(backend.asked.filter((word) => word === 'words')).toHaveLength(1);
	});

	test('filters count and leave out, with and without a query', async () => {
		const search = createSearch(backendOf(SITE, TERMS));
		const all = await search('');
		expect(all.total).toBe(5);
		expect(all.counts.part).toEqual(new Map([['spark', 1], ['streaming', 2], ['scenarios', 2]]));
		expect(await urls('', { ...noFilters(), difficulty: ['hard'] })).toEqual(['/scenarios/joins/']);
		expect(await urls('late', { ...noFilters(), part: ['scenarios'] })).toEqual(['/scenarios/joins/']);
	});

	test('what failed to load is loaded again', async () => {
		const backend = backendOf(SITE, TERMS);
		let fail = true;
		const { site, match } = backend;
		backend.site = () => (fail ? Promise.reject(new Error('offline')) : site());
		const search = createSearch(backend);
		await expect(search('skew')).rejects.toThrow('offline');
		fail = false;
		backend.match = () => Promise.reject(new Error('no chunk'));
		await expect(search('skew')).rejects.toThrow('no chunk');
		backend.match = match;
		expect((await search('skew')).total).toBeGreaterThan(0);
	});

	test('queries are remembered', async () => {
		const backend = backendOf(SITE, TERMS);
		const search = createSearch(backend);
		await search('watermark');
		await search('watermark tolerance');
		expect(backend.asked.filter((word) => word === 'watermark')).toHaveLength(1);
	});
});

describe('inRow', () => {
	const match = (...locations: number[]): Match[] => [{ id: 'p', score: 1, locations }];

	test.each<[string, Match[][], number[] | undefined]>([
		['inside one token', [match(3, 9), match(3), match(3)], [3]],
		['as neighbours', [match(3), match(4), match(5)], [3, 4, 5]],
		['both', [match(7), match(7), match(8)], [7, 8]],
		['too far apart', [match(3), match(5)], undefined],
		['in the wrong order', [match(4), match(3)], undefined],
		['nothing asked', [], undefined],
	])('%s', (_, parts, expected) => {
		expect(inRow(parts, 10)[0]?.locations).toEqual(expected);
	});
});
