import { expect, test } from 'vitest';
import { at, open, visitor } from './site.ts';

const SCENARIO = '/scenarios/petabyte-join/';
const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] };
const answer = 'details.answer';
const isOpen = (node: Element) => (node as HTMLDetailsElement).open;

test('the copied link shows the question first, the answer one click away', async () => {
	const page = await open(await visitor(clipboard), SCENARIO);
	await page.getByText('Send this question').click();
	await page.getByRole('button', { name: 'Copy link, question first' }).click();
	await expect.poll(() => page.getByRole('status').filter({ hasText: 'Link copied' }).count()).toBe(1);
	const address = await page.evaluate(() => navigator.clipboard.readText());
	expect(address).toBe(at('/s/32/'));

	const partner = await visitor();
	await partner.goto(address);
	expect(await partner.locator('.question').isVisible()).toBe(true);
	const heading = partner.getByRole('heading', { name: 'Why it works' });
	expect(await heading.isVisible()).toBe(false);
	await partner.locator('details.answer > summary').click();
	expect(await heading.isVisible()).toBe(true);
});

test('the link with answer leads to both', async () => {
	const page = await open(await visitor(clipboard), '/s/32/');
	await page.getByText('Send this question').click();
	await page.getByRole('button', { name: 'Copy link with answer' }).click();
	await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(at(SCENARIO));
	const partner = await open(await visitor(), SCENARIO);
	expect(await partner.locator(answer).evaluate(isOpen)).toBe(true);
});

test('the question is copied as text, without its answer', async () => {
	const page = await open(await visitor(clipboard), SCENARIO);
	await page.getByText('Send this question').click();
	await page.getByRole('button', { name: 'Copy question as text' }).click();
	await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('/s/32/');
	const text = await page.evaluate(() => navigator.clipboard.readText());
	expect(text).toContain(((await page.locator('.question-card .question').textContent()) ?? '').trim());
	expect(text).not.toContain('Why it works');
});

test('where copying is refused the address is shown instead', async () => {
	const page = await visitor();
	await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
	await open(page, SCENARIO);
	await page.getByText('Send this question').click();
	await page.getByRole('button', { name: 'Copy link, question first' }).click();
	await expect.poll(() => page.locator('.share-status').textContent()).toContain(at('/s/32/'));
});

test('a QR code of the short link, and the share sheet where there is one', async () => {
	const page = await visitor();
	await page.addInitScript(() => {
		const shared: unknown[] = [];
		Object.assign(window, { shared });
		Object.defineProperty(navigator, 'share', { value: async (data: unknown) => void shared.push(data) });
	});
	await open(page, SCENARIO);
	await page.getByText('Send this question').click();
	await page.getByRole('button', { name: 'QR code' }).click();
	const code = page.locator('.qr svg');
	await code.waitFor();
	expect(await code.getAttribute('aria-label')).toBe(`QR code of ${at('/s/32/')}`);
	await page.getByRole('button', { name: 'Share…' }).click();
	const shared = await page.evaluate(() => (window as unknown as { shared: { url: string; title: string }[] }).shared);
	expect(shared).toMatchObject([{ url: at('/s/32/'), title: expect.stringContaining('32') }]);
});

test('a reader who holds answers back sees questions first, here and on the next scenario', async () => {
	const page = await open(await visitor(), SCENARIO);
	await page.getByLabel(/Hold answers back/).check();
	expect(await page.locator(answer).evaluate(isOpen)).toBe(false);
	await open(page, '/scenarios/ten-thousand-columns/');
	expect(await page.locator(answer).evaluate(isOpen)).toBe(false);
	expect(await page.getByLabel(/Hold answers back/).isChecked()).toBe(true);
	await open(page, '/scenarios/ten-thousand-columns/#answer');
	expect(await page.locator(answer).evaluate(isOpen)).toBe(true);
	await page.getByLabel(/Hold answers back/).uncheck();
	await open(page, SCENARIO);
	expect(await page.locator(answer).evaluate(isOpen)).toBe(true);
});
