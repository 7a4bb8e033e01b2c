import { expect, test } from 'vitest';
import { at, open, visitor } from './site.ts';

test('facets combine, count, and stand in the address', async () => {
	const page = await open(await visitor(), '/scenarios/');
	const cards = page.locator('.card:visible');
	const all = await cards.count();
	await page.getByText('Difficulty', { exact: false }).first().click();
	await page.getByRole('checkbox', { name: /hard/ }).check();
	const hard = await cards.count();
	expect(hard).toBeGreaterThan(0);
	expect(hard).toBeLessThan(all);
	await page.locator('.facet[data-facet=tech] summary').click();
	const kafka = page.locator('.facet[data-facet=tech] label', { hasText: 'Apache Kafka' });
	const promised = Number(/\((\d+)\)/.exec((await kafka.textContent()) ?? '')?.[1]);
	await kafka.getByRole('checkbox').check();
	expect(await cards.count()).toBe(promised);
	expect(new URL(page.url()).search).toBe('?difficulty=hard&tech=kafka');
	await page.goBack();
	await expect.poll(() => cards.count()).toBe(hard);

	const other = await open(await visitor(), '/scenarios/?difficulty=hard&tech=kafka');
	expect(await other.locator('.card:visible').count()).toBe(promised);
});

test('sorted by difficulty, hard ones stand last', async () => {
	const page = await open(await visitor(), '/scenarios/');
	await page.getByLabel('Sort by').selectOption('difficulty');
	const levels = await page.locator('.card').evaluateAll((cards) => cards.map((card) => (card as HTMLElement).dataset['difficulty']));
	const ranks = levels.map((level) => ['easy', 'medium', 'hard'].indexOf(level ?? ''));
	expect(ranks).toEqual([...ranks].sort());
	expect(page.url()).toContain('sort=difficulty');
});

test('a filter that fits nothing says so', async () => {
	const page = await open(await visitor(), '/scenarios/?difficulty=easy&kind=no-such-kind');
	await expect.poll(() => page.locator('.result-count').textContent()).toContain('No scenario fits');
	await page.getByRole('button', { name: 'Clear filters' }).click();
	expect(await page.locator('.card:visible').count()).toBeGreaterThan(20);
});

test('previous and next follow the filtered list', async () => {
	const page = await open(await visitor(), '/scenarios/?kind=incident');
	const titles = await page.locator('.card:visible a').allTextContents();
	expect(titles.length).toBeGreaterThan(1);
	await page.locator('.card:visible a').first().click();
	await page.waitForLoadState('networkidle');
	expect(await page.locator('list-position').textContent()).toContain(`1 of ${titles.length}`);
	expect(await page.locator('a[rel=prev]').isVisible()).toBe(false);
	expect((await page.locator('a[rel=next] .link-title').textContent())?.trim()).toBe(titles[1]?.trim());
	await page.locator('a[rel=next]').click();
	await page.getByRole('heading', { level: 1, name: titles[1]?.trim() ?? '' }).waitFor();
});

test('surprise me draws from what is shown', async () => {
	const page = await open(await visitor(), '/scenarios/?difficulty=hard');
	const shown = await page.locator('.card:visible a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
	await page.getByRole('button', { name: 'Surprise me' }).click();
	await page.waitForURL((url) => url.href !== at('/scenarios/?difficulty=hard'));
	expect(shown).toContain(page.url());
});
