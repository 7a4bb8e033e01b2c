/** The search dialog and what its results lead to, in a real browser. */
import { gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { at, open, sidewaysScroll, takeFaults, visitor } from '../browser/site.ts';

const dialog = (page: Page) => page.locator('dialog.search-dialog');
const field = (page: Page) => dialog(page).getByRole('combobox');
const options = (page: Page) => dialog(page).getByRole('option');

async function ask(page: Page, query: string) {
	await page.keyboard.press('/');
	await field(page).fill(query);
	await options(page).first().waitFor();
}

test('opens with slash, Control K and the button; Escape closes it and gives the focus back', async () => {
	const page = await open(await visitor(), '/spark/data-skew/');
	const button = page.getByRole('button', { name: 'Search' });
	for (const press of [() => page.keyboard.press('/'), () => page.keyboard.press('Control+k'), () => button.click()]) {
		await button.focus();
		await press();
		await dialog(page).waitFor();
		expect(await field(page).evaluate((node) => node === document.activeElement)).toBe(true);
		await page.keyboard.type('ske');
		await page.keyboard.press('Escape');
		expect(await dialog(page).isVisible()).toBe(false);
		expect(await button.evaluate((node) => node === document.activeElement)).toBe(true);
	}
});

test('costs next to nothing before it is used, and little when it is', async () => {
	const page = await visitor();
	const loaded: { file: string; bytes: number }[] = [];
	const reading: Promise<void>[] = [];
	page.on('response', (response) => {
		const file = new URL(response.url()).pathname;
		const read = async () => {
			const body = await response.body();
			// As most hosts send it: text compressed, the index's own files as they are.
			loaded.push({ file, bytes: /\.(js|css|json)$/.test(file) ? gzipSync(body).length : body.length });
		};
		reading.push(read());
	});
	const settle = () => page.waitForLoadState('networkidle').then(() => Promise.all(reading));
	await open(page, '/spark/data-skew/');
	await settle();
	expect(loaded.filter(({ file }) => /pagefind|dialog|results|highlight|search\..*css/.test(file))).toEqual([]);
	const loader = loaded.filter(({ file }) => /\/(Search\.astro|preload-helper)/.test(file)).reduce((sum, { bytes }) => sum + bytes, 0);
	expect(loader).toBeGreaterThan(500);
	expect(loader).toBeLessThan(2_000);

	loaded.splice(0);
	await ask(page, 'watermark');
	await settle();
	const total = loaded.reduce((sum, { bytes }) => sum + bytes, 0);
	console.table(loaded);
	console.log(`search before use: ${loader} bytes; a first search: ${total} bytes in ${loaded.length} files`);
	expect(loaded.map(({ file }) => file)).not.toContainEqual(expect.stringContaining('words.json'));
	expect(total).toBeLessThan(200_000);
});

test('what is typed while the dialog is being loaded is not lost', async () => {
	const page = await visitor();
	await page.route('**/dialog.client*.js', async (route) => {
		await new Promise((done) => setTimeout(done, 400));
		await route.continue();
	});
	await open(page, '/');
	await page.keyboard.press('/');
	await page.keyboard.type('salt');
	await dialog(page).waitFor();
	await page.keyboard.type('ing');
	expect(await field(page).inputValue()).toBe('salting');
});

test('arrow keys move through the results, Enter opens one, the words are marked there and the address is clean', async () => {
	const page = await open(await visitor(), '/');
	await ask(page, 'zero retention VACUUM');
	expect(await dialog(page).getByRole('status').textContent()).toMatch(/^\d+ results for “zero retention VACUUM”$/);
	expect(await field(page).getAttribute('aria-expanded')).toBe('true');
	const active = () => dialog(page).locator('[aria-selected=true]').getAttribute('id');
	const first = await active();
	expect(await field(page).getAttribute('aria-activedescendant')).toBe(first);
	await page.keyboard.press('ArrowDown');
	expect(await active()).not.toBe(first);
	expect(await field(page).getAttribute('aria-activedescendant')).toBe(await active());
	await page.keyboard.press('ArrowUp');
	expect(await active()).toBe(first);
	await page.keyboard.press('Enter');
	const id = 'vacuum-ran-with-zero-retention-an-hour-ago-what-now';
	await page.waitForURL(at(`/scenarios/undoing-bad-writes/#${id}`));
	await page.waitForFunction(() => (CSS.highlights.get('search-words')?.size ?? 0) > 0);
	const marked = await page.evaluate(() => [...(CSS.highlights.get('search-words') ?? [])].map((range) => String(range).toLowerCase()));
	expect(marked).toEqual(expect.arrayContaining(['vacuum', 'zero', 'retention']));
	expect(marked.filter((text) => !/vacuum|zero|retention/.test(text))).toEqual([]);
	expect(await page.locator(`#${id}`).evaluate((node) => node.closest('details')?.open)).toBe(true);
	expect(await page.locator(`#${id}`).evaluate((node) => Math.round(node.getBoundingClientRect().top))).toBeLessThan(900);
});

test('a word of code that runs through several colours is marked whole', async () => {
	const page = await open(await visitor(), '/spark/data-skew/?highlight=row_count+percentile_approx(row_count');
	await page.waitForFunction(() => (CSS.highlights.get('search-words')?.size ?? 0) > 0);
	const marked = await page.evaluate(() => [...(CSS.highlights.get('search-words') ?? [])].map(String));
	expect(marked).toContain('percentile_approx(row_count');
	expect(page.url()).toBe(at('/spark/data-skew/'));
});

test('a browser without highlights gets marks', async () => {
	const page = await visitor();
	await page.addInitScript(() => Reflect.deleteProperty(CSS, 'highlights'));
	await open(page, '/spark/data-skew/?highlight=skew#salting');
	await page.locator('main mark').first().waitFor({ state: 'attached' });
	expect(new Set(await page.locator('main mark').allTextContents())).toEqual(new Set(['skew', 'Skew']));
});

test('the link to all results carries the query', async () => {
	const page = await open(await visitor(), '/');
	await ask(page, 'acid & merge');
	await dialog(page).getByRole('link', { name: 'All results and filters' }).click();
	await page.waitForURL(at('/search/?q=acid+%26+merge'));
	await page.locator('search-page[data-state=done]').waitFor();
	expect(await page.locator('search-page input[name=q]').inputValue()).toBe('acid & merge');
});

test('a reader whose search cannot be loaded is told so', async () => {
	const page = await open(await visitor(), '/');
	await page.route('**/pagefind/**', (route) => route.abort());
	await page.keyboard.press('/');
	await field(page).fill('skew');
	const status = dialog(page).getByRole('status');
	await expect.poll(() => status.textContent()).toBe('The search could not be loaded. Check your connection, then try again.');
	await page.unroute('**/pagefind/**');
	await field(page).fill('skewed');
	await options(page).first().waitFor();
	expect(takeFaults().every((fault) => /Failed to load|ERR_FAILED/.test(fault))).toBe(true);
});

test.each([
	['dark', 1280],
	['light', 1280],
	['dark', 390],
	['light', 390],
] as const)('dialog and header are accessible and fit: %s, %i px', async (colorScheme, width) => {
	const page = await open(await visitor({ colorScheme, viewport: { width, height: 800 } }), '/spark/data-skew/');
	await ask(page, 'watermrk');
	expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
	const box = await dialog(page).boundingBox();
	expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= width).toBe(true);
	const { violations } = await new AxeBuilder({ page }).include('dialog.search-dialog').include('header').analyze();
	expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
});
