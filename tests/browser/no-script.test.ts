import { expect, test } from 'vitest';
import { open, visitor } from './site.ts';

const withoutScript = () => visitor({ javaScriptEnabled: false });

test('the catalogue is a complete list grouped by difficulty', async () => {
	const page = await open(await withoutScript(), '/scenarios/');
	expect(await page.locator('.group > h2:visible').allTextContents()).toEqual(expect.arrayContaining(['Medium', 'Hard']));
	expect(await page.locator('.card:visible').count()).toBeGreaterThanOrEqual(28);
	expect(await page.getByRole('button', { name: 'Surprise me' }).isVisible()).toBe(false);
});

test('a short link holds the answer back, the page shows it, follow-ups unfold', async () => {
	const page = await open(await withoutScript(), '/s/32/');
	const heading = page.getByRole('heading', { name: 'Why it works' });
	expect(await heading.isVisible()).toBe(false);
	await page.locator('details.answer > summary').click();
	expect(await heading.isVisible()).toBe(true);
	await open(page, '/scenarios/petabyte-join/');
	expect(await heading.isVisible()).toBe(true);
	const fold = page.locator('.fold').first();
	await fold.locator('summary').click();
	expect(await fold.locator('p').first().isVisible()).toBe(true);
	await page.getByText('Send this question').click();
	expect(await page.getByRole('link', { name: '/s/32/' }).isVisible()).toBe(true);
	expect(await page.getByRole('button', { name: 'Copy link, question first' }).isVisible()).toBe(false);
});

test('diagrams and maths are there', async () => {
	const page = await open(await withoutScript(), '/spark/data-skew/');
	expect(await page.locator('figure.diagram svg').first().isVisible()).toBe(true);
	expect(await page.locator('.katex').first().isVisible()).toBe(true);
});

test('search says that it needs JavaScript and where else to look', async () => {
	const page = await open(await withoutScript(), '/search/');
	expect(await page.locator('main').innerText()).toContain('JavaScript');
	expect(await page.locator('main').getByRole('link', { name: /scenarios/i }).first().isVisible()).toBe(true);
});
