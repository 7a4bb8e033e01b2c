import { expect, test } from 'vitest';
import { base } from '../support/dist.ts';
import { at, open, visitor } from './site.ts';

test('reading, filtering, sharing and searching stay inside the base path', async () => {
	const page = await open(await visitor({ permissions: ['clipboard-read', 'clipboard-write'] }), '/');
	await page.locator('main').getByRole('link', { name: /^All \d+ scenarios/ }).click();
	await page.waitForURL(at('/scenarios/'));
	await page.locator('.card a').first().click();
	await page.waitForURL(new RegExp(`${base}/scenarios/.+`));
	await page.getByText('Send this question').click();
	await page.getByRole('button', { name: 'Copy link, question first' }).click();
	await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(new RegExp(`${base}/s/\\d+/$`));
	await open(page, '/search/?q=salting');
	const result = page.locator('main a[href*="data-skew"]').first();
	await result.waitFor();
	await result.click();
	await page.waitForURL(new RegExp(`${base}/.*data-skew/`));
	expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('skew');
});
