import { describe, expect, test } from 'vitest';
import { pageFields, type PageData } from '../../src/lib/content-model.ts';
import type { Page } from '../../src/lib/pages.ts';
import { backlinks, relatedPages, scenarios, scenariosFor, toLink, topicFrequency } from '../../src/lib/site-graph.ts';

function page(id: string, topics: string[] = [], data: Partial<PageData> = {}, body = ''): Page {
	return { id, file: `content/${id}.mdx`, data: { ...pageFields.parse({ title: `Title of ${id}`, description: 'D' }), topics, ...data }, body };
}
const ids = (pages: Page[]) => pages.map(({ id }) => id);

test('a link to a page', () => {
	expect(toLink(page('spark/a'))).toEqual({ id: 'spark/a', title: 'Title of spark/a', path: '/spark/a/' });
});

test('how many pages carry a topic', () => {
	expect(topicFrequency([page('a', ['x', 'y']), page('b', ['x']), page('c')])).toEqual(new Map([['x', 2], ['y', 1]]));
});

describe('relatedPages', () => {
	const common = ['b', 'c', 'd', 'e'].map((id) => page(id, ['common']));
	const rare = page('z', ['rare', 'common']);

	test('the page’s own first, in its order, then those that share the rarest topics, then by id', () => {
		const here = page('a', ['common', 'rare'], { related: ['e', 'unrelated'] });
		const pages = [here, ...common, rare, page('unrelated'), page('nothing-shared', ['other'])];
		expect(ids(relatedPages(here, pages))).toEqual(['e', 'unrelated', 'z', 'b', 'c']);
	});

	test('one rare topic outweighs a common one', () => {
		const here = page('a', ['common', 'rare']);
		expect(ids(relatedPages(here, [here, ...common, page('y', ['rare'])])).slice(0, 2)).toEqual(['y', 'b']);
	});

	test('no more than the limit, never the page itself, never one twice', () => {
		const here = page('a', ['common'], { related: ['b'] });
		const found = ids(relatedPages(here, [here, ...common, rare], 3));
		expect(found).toEqual(['b', 'c', 'd']);
	});

	test('a related page that does not exist is left out', () => {
		const here = page('a', [], { related: ['gone'] });
		expect(relatedPages(here, [here])).toEqual([]);
	});

	test('a topic that every page carries still counts', () => {
		const [here, other] = [page('a', ['x']), page('b', ['x'])];
		expect(ids(relatedPages(here, [here, other]))).toEqual(['b']);
	});
});

describe('backlinks', () => {
	test('from text, prerequisites and related pages; each page once, in id order', () => {
		const target = page('spark/target');
		const links = backlinks([
			page('z', [], {}, 'See [this](/spark/target/) and [that](/spark/target/#part).'),
			page('m', [], { requires: ['spark/target'] }),
			page('b', [], { related: ['spark/target'] }, 'Also [here](/spark/target/).'),
			page('c', [], {}, 'And [here](/spark/target/?q=1).'),
			target,
		]);
		expect(ids(links.get('spark/target') ?? [])).toEqual(['b', 'c', 'm', 'z']);
		expect([...links.keys()]).toEqual(['spark/target']);
	});

	test('not from the page itself, from code or to other sites; the home page counts like any other', () => {
		const links = backlinks([
			page('a', [], {}, '[own](/a/) `[code](/b/)` [away](https://b.example/b/) [home](/) [gone](/gone/)'),
			page('b'),
			page('index'),
		]);
		expect([...links].map(([id, from]) => [id, ids(from)])).toEqual([['index', ['a']]]);
	});
});

describe('scenariosFor', () => {
	const chapter = page('spark/skew', ['skew', 'shuffle']);
	const requiring = page('scenarios/c', [], { number: 3, requires: ['spark/skew'] });
	const linking = page('scenarios/b', ['skew'], { number: 2 }, '[skew](/spark/skew/)');
	const sharing = page('scenarios/a', ['skew'], { number: 1 });
	const all = [chapter, requiring, linking, sharing, page('spark/other', ['skew'], { requires: ['spark/skew'] }), page('scenarios/d', ['other'])];

	test('those that point to the page first, then those that share a topic, no pages', () => {
		expect(ids(scenariosFor(chapter, all))).toEqual(['scenarios/b', 'scenarios/c', 'scenarios/a']);
	});

	test('what the page names as related does not change that', () => {
		expect(ids(scenariosFor({ ...chapter, data: { ...chapter.data, related: ['scenarios/d'] } }, all))).toEqual(['scenarios/b', 'scenarios/c', 'scenarios/a']);
	});

	test('no more than the limit', () => {
		expect(ids(scenariosFor(chapter, all, backlinks(all), 2))).toEqual(['scenarios/b', 'scenarios/c']);
	});
});

test('scenarios in the order of their numbers', () => {
	const pages = [page('scenarios/a', [], { number: 40 }), page('spark/x'), page('scenarios/b', [], { number: 9 })];
	expect(ids(scenarios(pages))).toEqual(['scenarios/b', 'scenarios/a']);
	expect(pages[0]?.id).toBe('scenarios/a');
});
