import { describe, expect, test } from 'vitest';
import { ALT_LENGTH, DESCRIPTION_LENGTH, headOf, mergeHead, shorten, TEASER_LENGTH, type HeadTag, type PageHead } from '../../src/lib/page-head.ts';

const page: PageHead = {
	canonical: 'https://site.test/scenarios/petabyte-join/',
	title: 'Scenario 32: A petabyte join',
	description: 'What to do.',
	teaser: 'What is wrong?',
	type: 'article',
	checked: '2026-11-21',
	image: { url: 'https://site.test/cards/scenarios/petabyte-join.png', alt: 'Scenario 32', width: 1200, height: 630 },
	indexed: true,
	twin: '/scenarios/petabyte-join/index.md',
	feed: { url: '/scenarios/rss.xml', title: 'Scenarios' },
	manifest: '/manifest.webmanifest',
	touchIcon: '/apple-touch-icon.png',
	data: [{ '@type': 'WebPage' }],
};

const content = (tags: HeadTag[], name: string) => tags.find(({ attrs }) => attrs?.['name'] === name || attrs?.['property'] === name)?.attrs?.['content'];
const hrefOf = (tags: HeadTag[], rel: string, type?: string) => tags.find(({ attrs }) => attrs?.['rel'] === rel && (!type || attrs['type'] === type))?.attrs?.['href'];

describe('the head of a page', () => {
	const tags = headOf(page);
	test('names page, preview and card', () => {
		expect(hrefOf(tags, 'canonical')).toBe(page.canonical);
		expect(content(tags, 'og:url')).toBe(page.canonical);
		expect(content(tags, 'description')).toBe('What to do.');
		expect(content(tags, 'og:title')).toBe(page.title);
		expect(content(tags, 'og:description')).toBe('What is wrong?');
		expect(content(tags, 'og:image')).toBe(page.image.url);
		expect(content(tags, 'og:image:width')).toBe('1200');
		expect(content(tags, 'og:image:height')).toBe('630');
		expect(content(tags, 'og:image:alt')).toBe('Scenario 32');
		expect(content(tags, 'twitter:image')).toBe(page.image.url);
		expect(content(tags, 'article:modified_time')).toBe('2026-11-21');
	});
	test('links Markdown twin and feed', () => {
		expect(hrefOf(tags, 'alternate', 'text/markdown')).toBe(page.twin);
		expect(hrefOf(tags, 'alternate', 'application/rss+xml')).toBe(page.feed.url);
	});
	test('is listed, and loads styles for formulas, only where it says so', () => {
		expect(content(tags, 'robots')).toBeUndefined();
		expect(hrefOf(tags, 'stylesheet')).toBeUndefined();
		const { twin: _twin, ...rest } = page;
		const other = headOf({ ...rest, indexed: false, mathsStyles: '/_astro/katex.css', type: 'website', data: [] });
		expect(content(other, 'robots')).toBe('noindex');
		expect(hrefOf(other, 'stylesheet')).toBe('/_astro/katex.css');
		expect(hrefOf(other, 'alternate', 'text/markdown')).toBeUndefined();
		expect(content(other, 'article:modified_time')).toBeUndefined();
		expect(other.some(({ tag }) => tag === 'script')).toBe(false);
	});
	test('keeps texts to the length that is shown, cut at a word', () => {
		const long = headOf({ ...page, description: 'word '.repeat(100), teaser: 'word '.repeat(100), image: { ...page.image, alt: 'word '.repeat(100) } });
		for (const [name, length] of [
			['description', DESCRIPTION_LENGTH],
			['og:description', TEASER_LENGTH],
			['og:image:alt', ALT_LENGTH],
		] as const) {
			const text = String(content(long, name));
			expect(text.length, name).toBeLessThanOrEqual(length);
			expect(text.length, name).toBeGreaterThan(length - 8);
			expect(text, name).toMatch(/word …$/);
		}
	});
});

test('a text that fits stays as it is', () => expect(shorten('As it is.', 9)).toBe('As it is.'));

test('merging replaces what both speak of and keeps the rest', () => {
	const base: HeadTag[] = [
		{ tag: 'meta', attrs: { charset: 'utf-8' } },
		{ tag: 'title', content: 'Title' },
		{ tag: 'link', attrs: { rel: 'canonical', href: '/old/' } },
		{ tag: 'link', attrs: { rel: 'sitemap', href: '/sitemap-index.xml' } },
		{ tag: 'meta', attrs: { property: 'og:title', content: 'old' } },
		{ tag: 'meta', attrs: { name: 'description', content: 'old' } },
		{ tag: 'meta', attrs: { name: 'generator', content: 'one' } },
		{ tag: 'meta', attrs: { name: 'generator', content: 'two' } },
		{ tag: 'meta', attrs: { name: 'twitter:card', content: 'summary_large_image' } },
	];
	const merged = mergeHead(base, headOf(page));
	const count = (by: (tag: HeadTag) => boolean) => merged.filter(by).length;
	expect(count(({ attrs }) => attrs?.['rel'] === 'canonical')).toBe(1);
	expect(hrefOf(merged, 'canonical')).toBe(page.canonical);
	expect(hrefOf(merged, 'sitemap')).toBe('/sitemap-index.xml');
	expect(count(({ attrs }) => attrs?.['property'] === 'og:title')).toBe(1);
	expect(content(merged, 'description')).toBe('What to do.');
	expect(count(({ attrs }) => attrs?.['name'] === 'generator')).toBe(2);
	expect(count(({ attrs }) => attrs?.['name'] === 'theme-color')).toBe(2);
	expect(content(merged, 'twitter:card')).toBe('summary_large_image');
	expect(merged[0]?.attrs?.['charset']).toBe('utf-8');
	expect(merged[1]?.content).toBe('Title');
});
