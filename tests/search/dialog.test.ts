/** The search dialog and what its results lead to, in a real browser. */
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

test('loads nothing before it is used, and what it then loads is small', async () => {
	const page = await visitor();
	const session = await page.context().newCDPSession(page);
	await session.send('Network.enable');
	const sizes = new Map<string, number>();
	session.on('Network.responseReceived', ({ requestId, response }) => sizes.set(requestId, 0) && urls.set(requestId, response.url));
	session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => sizes.set(requestId, encodedDataLength));
	const urls = new Map<string, string>();
	await open(page, '/spark/data-skew/');
	const before = [...urls.values()].filter((url) => /pagefind|dialog|results|highlight|search\..*css/.test(url));
	expect(before).toEqual([]);
	const seen = new Set(urls.keys());
	await ask(page, 'watermark');
	await page.waitForLoadState('networkidle');
	const loaded = [...urls].filter(([id]) => !seen.has(id)).map(([id, url]) => ({ file: new URL(url).pathname, bytes: sizes.get(id) ?? 0 }));
	const total = loaded.reduce((sum, { bytes }) => sum + bytes, 0);
	console.table(loaded);
	console.log(`a first search: ${loaded.length} files, ${total} bytes as served by a host that does not compress`);
	expect(loaded.some(({ file }) => file.endsWith('/words.json'))).toBe(false);
	expect(total).toBeLessThan(420_000);
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
