import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { at, open, visitor } from './site.ts';

test('one click from the home page to reading, searching and practicing', async () => {
	for (const [link, address] of [
		[/^Spark internals$/, '/spark/'],
		[/^All \d+ scenarios$/, '/scenarios/'],
	] as const) {
		const page = await open(await visitor(), '/');
		await page.locator('main').getByRole('link', { name: link }).click();
		await page.waitForURL(at(address));
	}
	const page = await open(await visitor(), '/');
	await page.locator('main').getByRole('searchbox').fill('salting');
	await page.keyboard.press('Enter');
	await page.waitForURL(/\/search\/\?q=salting/);
});

test('a link to a heading inside a fold opens it', async () => {
	const page = await open(await visitor(), '/scenarios/petabyte-join/');
	const id = await page.locator('.fold h3').first().getAttribute('id');
	const fold = page.locator(`details:has(> summary > #${id})`);
	expect(await fold.evaluate((node: HTMLDetailsElement) => node.open)).toBe(false);
	await open(page, `/s/32/#${id}`);
	await page.locator(`#${id}`).waitFor({ state: 'visible' });
	expect(await fold.evaluate((node: HTMLDetailsElement) => node.open)).toBe(true);
});

test('every heading can be copied as a link, and copying is announced', async () => {
	const page = await open(await visitor({ permissions: ['clipboard-read', 'clipboard-write'] }), '/spark/data-skew/');
	const link = page.locator('.sl-anchor-link').first();
	await link.click();
	await expect.poll(() => page.locator('#page-status').textContent()).toBe('Link to this heading copied.');
	const copied = await page.evaluate(() => navigator.clipboard.readText());
	expect(copied).toContain('/spark/data-skew/#');
	expect(new URL(copied).hash).toBe(new URL(page.url()).hash);
});

test('a sample is copied as it stands', async () => {
	const page = await open(await visitor({ permissions: ['clipboard-read', 'clipboard-write'] }), '/scenarios/bucketed-tables-for-repeated-joins/');
	await page.locator('.copy-code').first().click();
	const copied = await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('BUCKETS = 2048').then(() => page.evaluate(() => navigator.clipboard.readText()));
	expect(copied.split('\n').length).toBeGreaterThan(10);
	expect(copied).toMatch(/^ {4}\(/m);
});

test('a glossary term shows its definition on hover and focus, and Escape takes it away', async () => {
	const page = await open(await visitor(), '/scenarios/petabyte-join/');
	const term = page.locator('.term').first();
	const tip = term.getByRole('tooltip', { includeHidden: true });
	expect(await tip.isVisible()).toBe(false);
	await term.hover();
	expect(await tip.isVisible()).toBe(true);
	await page.keyboard.press('Escape');
	expect(await tip.isVisible()).toBe(false);
	await page.mouse.move(0, 0);
	await term.getByRole('link').focus();
	expect(await tip.isVisible()).toBe(true);
	expect(await term.getByRole('link').getAttribute('aria-describedby')).toBe(await tip.getAttribute('id'));
});

test('on a touch screen the first tap shows the definition, the second follows the link', async () => {
	const page = await open(await visitor({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }), '/scenarios/petabyte-join/');
	const before = page.url();
	const term = page.locator('.term').first();
	await term.getByRole('link').tap();
	expect(await term.getByRole('tooltip').isVisible()).toBe(true);
	expect(page.url()).toBe(before);
	await term.getByRole('link').tap();
	await page.waitForURL((url) => url.href !== before);
});

test('keys: help, next, previous, answer', async () => {
	const page = await open(await visitor(), '/scenarios/petabyte-join/');
	await page.keyboard.press('?');
	expect(await page.getByRole('dialog').isVisible()).toBe(true);
	await page.keyboard.press('Escape');
	expect(await page.getByRole('dialog').isVisible()).toBe(false);
	const answer = page.locator('details.answer');
	await page.keyboard.press('a');
	expect(await answer.evaluate((node: HTMLDetailsElement) => node.open)).toBe(false);
	await page.keyboard.press('n');
	await page.waitForURL(/ten-thousand-columns/);
	await page.keyboard.press('p');
	await page.waitForURL(/petabyte-join/);
});

test('the first Tab reaches a link that skips to the content', async () => {
	const page = await open(await visitor(), '/spark/data-skew/');
	await page.keyboard.press('Tab');
	expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Skip to content');
});

test.each([
	['words', async (page: Page) => page.getByLabel('Containing').fill('shuffle partitions'), 'text=shuffle+partitions'],
	['topic', async (page: Page) => page.getByLabel('Topic').selectOption('data-skew'), 'topic=data-skew'],
])('misbeliefs of an area are filtered by %s, and the address says so', async (_by, choose, query) => {
	const page = await open(await visitor(), '/reference/misbeliefs/spark/');
	const entries = page.locator('.ledger article:visible');
	const all = await entries.count();
	await choose(page);
	await expect.poll(() => entries.count()).toBeLessThan(all);
	expect(await entries.count()).toBeGreaterThan(0);
	expect(page.url()).toContain(query);
	await page.getByLabel('Containing').fill('no such words here');
	await expect.poll(() => page.locator('.result-count').textContent()).toContain('Nothing fits');
});
