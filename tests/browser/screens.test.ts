/** Every kind of page on a phone, in both themes, on paper, and for those who do not see it. */
import { expect, test } from 'vitest';
import { idOfHtmlFile, isShortLink } from '../../src/lib/page-addresses.ts';
import { htmlPages } from '../support/dist.ts';
import { at, axe, KINDS_OF_PAGE, open, sidewaysScroll, visitor } from './site.ts';

test('no page scrolls sideways at 390 px', async () => {
	const page = await visitor({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
	const wide: string[] = [];
	for (const { file } of htmlPages()) {
		// A short link repeats its scenario's page.
		if (file === '404.html' || (isShortLink(idOfHtmlFile(file)) && !KINDS_OF_PAGE.includes(`/${file.replace(/index\.html$/, '')}`))) continue;
		await page.goto(at(`/${file.replace(/index\.html$/, '')}`));
		const px = await sidewaysScroll(page);
		if (px > 0) wide.push(`${file}: ${px} px`);
	}
	expect(wide).toEqual([]);
}, 300_000);

for (const theme of ['light', 'dark'] as const)
	test(`no accessibility violation, ${theme}`, async () => {
		const page = await visitor({ colorScheme: theme });
		const violations: string[] = [];
		for (const path of KINDS_OF_PAGE) {
			await open(page, path);
			if (path === '/404.html') continue;
			expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe(theme);
			// What is folded is read too.
			await page.evaluate(() => document.querySelectorAll('main details').forEach((fold) => fold.setAttribute('open', '')));
			// Samples that scroll become reachable by keyboard a moment after they are shown.
			await page.waitForTimeout(700);
			const result = await axe(page, theme).analyze();
			for (const { id, nodes } of result.violations) violations.push(`${path} ${id}: ${nodes.slice(0, 3).map((node) => node.target.join(' ')).join(' | ')}`);
		}
		expect(violations).toEqual([]);
	}, 300_000);

test('paper gets the page alone, with every answer and every link spelt out', async () => {
	const page = await open(await visitor(), '/s/32/');
	await page.emulateMedia({ media: 'print' });
	for (const chrome of ['header.header', '.share-bar', 'nav.sidebar', '.right-sidebar', '.pagination-links', '.sl-anchor-link'])
		expect(await page.locator(chrome).first().isVisible(), chrome).toBe(false);
	const fold = page.locator('.fold p').first();
	expect((await fold.boundingBox())?.height ?? 0).toBeGreaterThan(0);
	expect((await page.getByRole('heading', { name: 'Why it works' }).boundingBox())?.height ?? 0).toBeGreaterThan(0);
	const spelt = await page.locator('.page-links a[href^=http]').first().evaluate((link) => getComputedStyle(link, '::after').content);
	expect(spelt).toContain('http');
	const diagram = page.locator('figure.diagram svg').first();
	expect(await diagram.isVisible()).toBe(true);
});

test('the theme chosen by the reader is kept', async () => {
	const page = await open(await visitor({ colorScheme: 'light' }), '/spark/');
	await page.getByLabel('Select theme').first().selectOption('dark');
	await open(page, '/streaming/');
	expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
});
