/** The search page: filters, address, more results, nothing found. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { at, open, sidewaysScroll, visitor } from '../browser/site.ts';

const done = (page: Page) => page.locator('search-page[data-state=done]').waitFor();
const titles = (page: Page) => page.locator('.search-result h2').allTextContents();
const badges = (page: Page) => page.locator('.search-result > .search-badge').allTextContents();
const status = async (page: Page) => (await page.locator('.search-status').textContent()) ?? '';
const total = async (page: Page) => Number(/^\d+/.exec(await status(page))?.[0] ?? 0);

async function search(page: Page, query: string) {
	await open(page, `/search/${query}`);
	await done(page);
	return page;
}

async function choose(page: Page, facet: string, value: string) {
	await page.locator(`[data-facet=${facet}]`).evaluate((node: HTMLDetailsElement) => (node.open = true));
	await page.locator(`[data-facet=${facet}] input[value=${value}]`).click();
	await done(page);
}

const countOf = (page: Page, facet: string, value: string) =>
	page
		.locator(`[data-facet=${facet}] label:has(input[value=${value}]) .count`)
		.textContent()
		.then((text) => Number(text?.replace(/\D/g, '')));

test('filters work without a query: any value of a facet, all facets together', async () => {
	const page = await search(await visitor(), '?difficulty=hard');
	const hard = await total(page);
	expect(hard).toBeGreaterThan(0);
	expect(new Set((await badges(page)).map((text) => text.split(' · ')[1]))).toEqual(new Set(['hard']));
	// The count beside a value says what choosing it leaves.
	const medium = await countOf(page, 'difficulty', 'medium');
	await choose(page, 'difficulty', 'medium');
	expect(await total(page)).toBe(hard + medium);
	const both = await countOf(page, 'tech', 'kafka');
	await choose(page, 'tech', 'kafka');
	expect(await total(page)).toBe(both);
	expect(page.url()).toBe(at('/search/?difficulty=hard,medium&tech=kafka'));
});

test('the address names query and filters, and the back button goes back through them', async () => {
	const page = await search(await visitor(), '?q=skew');
	const all = await total(page);
	await choose(page, 'part', 'scenarios');
	expect(page.url()).toBe(at('/search/?q=skew&part=scenarios'));
	expect(await total(page)).toBeLessThan(all);
	await page.goBack();
	await expect.poll(() => total(page)).toBe(all);
	expect(await page.locator('[data-facet=part] input[value=scenarios]').isChecked()).toBe(false);
	await page.goForward();
	await expect.poll(() => total(page)).toBeLessThan(all);
	await page.getByRole('button', { name: 'Clear filters' }).click();
	await expect.poll(() => total(page)).toBe(all);
	expect(page.url()).toBe(at('/search/?q=skew'));
});

test('typing searches, and every result says what it is', async () => {
	const page = await open(await visitor(), '/search/');
	await page.locator('search-page[data-state=idle]').waitFor();
	expect(await page.getByText('What to try:').isVisible()).toBe(true);
	expect(await page.locator('.search-more').isVisible()).toBe(false);
	await page.locator('main').getByRole('searchbox').fill('undo bad writes');
	await done(page);
	const first = page.locator('.search-result').first();
	expect(await first.locator('h2').textContent()).toBe('Undoing bad writes with time travel');
	expect(await first.locator('> .search-badge').textContent()).toBe('Scenario 48 · medium · incident');
	expect(await first.locator('.search-excerpt mark').count()).toBeGreaterThan(0);
	await expect.poll(() => page.url()).toBe(at('/search/?q=undo+bad+writes'));
});

test('more results follow, the focus with them', async () => {
	const page = await search(await visitor(), '?q=spark');
	expect(await page.locator('.search-result').count()).toBe(10);
	await page.getByRole('button', { name: /^10 more of \d+ results$/ }).click();
	await expect.poll(() => page.locator('.search-result').count()).toBe(20);
	expect(await page.locator('.search-result').nth(10).locator('h2 a').evaluate((node) => node === document.activeElement)).toBe(true);
	expect(new Set(await page.locator('.search-result h2 a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname + (link as HTMLAnchorElement).hash))).size).toBe(20);
});

test('a slip of the finger is corrected and said, and can be insisted on', async () => {
	const page = await search(await visitor(), '?q=watermrk');
	expect(await status(page)).toMatch(/^\d+ results for “watermark”$/);
	expect(await page.locator('.search-note').textContent()).toBe('Showing results for watermark. Search instead for watermrk');
	await page.getByRole('link', { name: 'Search instead for watermrk' }).click();
	await expect.poll(() => status(page)).toBe('No results for “watermrk”');
	expect(page.url()).toBe(at('/search/?q=watermrk&verbatim'));
	expect(await page.locator('.search-note').allTextContents()).toEqual(['Did you mean watermark?', 'No page has “watermrk”.']);
	await page.getByRole('link', { name: 'watermark', exact: true }).click();
	await expect.poll(() => titles(page).then(([first]) => first)).toBe('Watermarks and event time');
});

test('nothing found says what to try', async () => {
	const page = await search(await visitor(), '?q=xyzzyq');
	expect(await status(page)).toBe('No results for “xyzzyq”');
	const help = page.locator('.search-help');
	expect(await help.getByText('Try fewer or other words').isVisible()).toBe(true);
	expect(await help.getByRole('link', { name: 'all scenarios' }).isVisible()).toBe(true);
	expect(await help.getByRole('link', { name: 'glossary' }).isVisible()).toBe(true);
	await help.getByRole('link', { name: 'SMJ' }).click();
	await expect.poll(() => titles(page).then(([first]) => first)).toBe('Join strategies');
	expect(await help.isVisible()).toBe(false);
});

test('a result leads to its section, with its words marked there', async () => {
	const page = await search(await visitor(), '?q=salting+a+skewed+join');
	await page.locator('.search-result h2 a[href*="data-skew"]').first().click();
	await page.waitForURL(at('/spark/data-skew/#salting'));
	await page.waitForFunction(() => (CSS.highlights.get('search-words')?.size ?? 0) > 0);
});

test('a definition is a result of its own', async () => {
	const page = await search(await visitor(), '?q=DLQ');
	expect((await badges(page))[0]).toBe('Glossary');
	await page.locator('.search-result h2 a').first().click();
	await page.waitForURL(at('/reference/glossary/#dead-letter-queue'));
});

test('slash goes to the field of the page, not to the dialog', async () => {
	const page = await open(await visitor(), '/search/');
	await page.keyboard.press('/');
	expect(await page.locator('search-page input[name=q]').evaluate((node) => node === document.activeElement)).toBe(true);
	expect(await page.locator('dialog.search-dialog').count()).toBe(0);
});

test('nothing moves while results arrive', async () => {
	const page = await visitor();
	await page.addInitScript(() => {
		const seen: number[] = [];
		Object.assign(window, { seen });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) seen.push((entry as unknown as { value: number }).value);
		}).observe({ type: 'layout-shift', buffered: true });
	});
	await search(page, '?q=watermrk');
	await page.waitForTimeout(500);
	const shift = await page.evaluate(() => (window as unknown as { seen: number[] }).seen.reduce((sum, value) => sum + value, 0));
	expect(shift).toBeLessThan(0.02);
});

test.each([
	['dark', 1280],
	['light', 390],
] as const)('the page is accessible and fits: %s, %i px', async (colorScheme, width) => {
	const page = await search(await visitor({ colorScheme, viewport: { width, height: 800 } }), '?q=watermrk&difficulty=medium');
	await page.locator('[data-facet=tech] summary').click();
	expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
});
