/** Practicing: a set drawn, answered, rated and summed up; what is due; a reader's data, which is theirs. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { unzipSync } from 'fflate';
import type { Download, Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { DAMAGED_PROGRESS_KEY, PROGRESS_KEY } from '../../src/lib/preferences.ts';
import { emptyProgress, formatProgress, parseProgress, type Progress } from '../../src/lib/practice/progress.ts';
import { review } from '../../src/lib/practice/review.ts';
import { at, open, visitor } from './site.ts';

const stored = async (page: Page): Promise<Progress> => parseProgress(await page.evaluate((key) => localStorage.getItem(key) ?? '', PROGRESS_KEY)).progress;
const panel = (page: Page) => page.locator('scenario-progress section');
const bar = (page: Page) => page.getByRole('region', { name: 'Practice' });
const session = (page: Page) => page.locator('practice-page .session');
const content = async (download: Download) => readFileSync(await download.path());

/** A visitor whose device holds progress already. */
async function returning(progress: Progress | string): Promise<Page> {
	const page = await visitor();
	await open(page, '/404.html');
	await page.evaluate(({ key, text }) => localStorage.setItem(key, text), { key: PROGRESS_KEY, text: typeof progress === 'string' ? progress : formatProgress(progress) });
	return page;
}

const rated = (at: string, rating: 'known' | 'shaky' | 'unknown' = 'known') => ({ rating, ratedAt: at, card: review(undefined, rating, new Date(at)) });
/** Files that a reader has or gets. */
const folder = mkdtempSync(join(tmpdir(), 'practice-'));
afterAll(() => rmSync(folder, { recursive: true }));
const LONG_AGO = '2026-01-05T08:00:00.000Z';

describe('a set', () => {
	test('is drawn by filter and length, answered one by one, rated and summed up', async () => {
		const page = await open(await visitor(), '/practice/?difficulty=medium&tech=spark');
		expect(await page.locator('practice-page .result-count').textContent()).toMatch(/^\d+ of \d+ scenarios fit$/);
		await page.getByLabel('Questions').fill('2');
		await page.getByLabel('Minutes at most').fill('45');
		await page.getByRole('button', { name: 'Draw', exact: true }).click();
		await session(page).getByText('2 questions').waitFor();
		expect(await session(page).locator('li .facts').allTextContents()).toEqual([expect.stringMatching(/^medium · /), expect.stringMatching(/^medium · /)]);
		const names = await session(page).locator('li a').allTextContents();

		await session(page).getByRole('button', { name: 'Start' }).click();
		await page.waitForURL(/\/s\/\d+\/$/);
		expect(await page.locator('h1').textContent()).toBe(names[0]);
		expect(await bar(page).textContent()).toContain('Question 1 of 2');
		expect(await page.locator('details.answer').evaluate((fold) => (fold as HTMLDetailsElement).open)).toBe(false);
		expect(await bar(page).getByRole('button', { name: 'Known', exact: true }).isVisible()).toBe(false);
		await expect.poll(() => bar(page).locator('.timer').textContent()).toMatch(/^0:0[1-9] of \d+ min$/);

		await bar(page).getByRole('button', { name: 'Show answer' }).click();
		await page.getByRole('heading', { name: 'Answer', exact: true }).waitFor();
		await bar(page).getByRole('button', { name: 'Shaky', exact: true }).click();
		await expect.poll(() => panel(page).locator('.rated').textContent()).toMatch(/^Rated shaky on \d{4}-\d\d-\d\d\. To be repeated on \d{4}-\d\d-\d\d\.$/);
		await bar(page).getByRole('button', { name: 'Next question' }).click();
		await page.waitForURL(/\/s\/\d+\/$/);
		await page.locator('h1', { hasText: names[1] ?? '' }).waitFor();
		expect(await bar(page).textContent()).toContain('Question 2 of 2');

		// The clock can be off, and stays off.
		await bar(page).locator('.timer').click();
		expect(await bar(page).locator('.timer').textContent()).toBe('Timer off');
		await bar(page).getByRole('button', { name: 'Show answer' }).click();
		await bar(page).getByRole('button', { name: 'Known', exact: true }).click();
		await expect.poll(async () => Object.keys((await stored(page)).session?.ratings ?? {}).length).toBe(2);
		await bar(page).getByRole('button', { name: 'Finish' }).click();

		await page.waitForURL(/\/practice\/$/);
		await session(page).getByRole('heading', { name: 'Done' }).waitFor();
		expect(await session(page).locator('.totals').textContent()).toContain('1 known, 1 shaky, 0 unknown');
		expect(await session(page).locator('li .mark').allTextContents()).toEqual(['shaky', 'known']);
		await session(page).getByRole('button', { name: 'Practice shaky and unknown again' }).click();
		expect(await session(page).locator('li a').allTextContents()).toEqual([names[0]]);
	});

	test('is sent as a link: the same questions in the same order, nothing of the sender', async () => {
		const page = await open(await visitor({ permissions: ['clipboard-read', 'clipboard-write'] }), '/practice/');
		await page.getByLabel('Questions').fill('4');
		await page.getByLabel('Timer').uncheck();
		await page.getByRole('button', { name: 'Draw', exact: true }).click();
		const names = await session(page).locator('li a').allTextContents();
		await session(page).getByRole('button', { name: 'Copy link to this set' }).click();
		await expect.poll(() => session(page).locator('.status').textContent()).toContain('Link copied');
		const address = await page.evaluate(() => navigator.clipboard.readText());
		expect(address).toMatch(/\/practice\/#set=\d+(\.\d+)+&timer=off$/);

		const partner = await visitor();
		await partner.goto(address);
		await session(partner).getByRole('button', { name: 'Start' }).waitFor();
		expect(await session(partner).locator('li a').allTextContents()).toEqual(names);
		expect(await partner.evaluate((key) => localStorage.getItem(key), PROGRESS_KEY)).toBeNull();
		await session(partner).getByRole('button', { name: 'Start' }).click();
		await partner.waitForURL(/\/s\/\d+\/$/);
		expect(await partner.locator('h1').textContent()).toBe(names[0]);
		expect(await bar(partner).locator('.timer').textContent()).toBe('Timer off');
	});

	test.each([
		['#set=22.99999', '1 of the 2 questions of the link are not on this site.', true],
		['#set=99999', 'The link names no set of this site.', false],
		['#set=<script>alert(1)</script>', 'The link names no set of this site.', false],
	])('a link %s is read as far as it can be', async (fragment, message, shows) => {
		const page = await open(await visitor(), `/practice/${fragment}`);
		await expect.poll(() => page.locator('practice-page').textContent()).toContain(message);
		expect(await session(page).isVisible()).toBe(shows);
	});

	test('is resumed from the home page, also in another tab', async () => {
		const page = await returning({ ...emptyProgress(), session: { set: [32, 22, 25], at: 1, timer: true, startedAt: LONG_AGO, seconds: { 32: 30 }, ratings: { 32: 'known' } } });
		await open(page, '/');
		await page.getByRole('link', { name: 'Continue with question 2 of 3' }).click();
		await page.waitForURL(/\/s\/22\/$/);
		const other = await page.context().newPage();
		await open(other, '/s/25/');
		expect(await bar(other).textContent()).toContain('Question 3 of 3');
		await expect.poll(() => bar(page).isVisible()).toBe(false);
		await open(other, '/s/40/');
		expect(await bar(other).isVisible()).toBe(false);
	});

	test('from the catalogue takes its filter along', async () => {
		const page = await open(await visitor(), '/scenarios/?difficulty=hard&kind=design');
		const [shown] = /^\d+/.exec((await page.locator('.result-count').textContent()) ?? '') ?? [];
		await page.getByRole('link', { name: 'Practice these' }).click();
		await page.waitForURL(/\/practice\/\?difficulty=hard&kind=design$/);
		await expect.poll(() => page.locator('practice-page .result-count').textContent()).toMatch(new RegExp(`^${shown} of `));
	});
});

describe('a rating and a note', () => {
	test('stay on the device and show on the scenario, in the catalogue and in the review', async () => {
		const page = await open(await visitor(), '/scenarios/petabyte-join/');
		await panel(page).scrollIntoViewIfNeeded();
		await panel(page).getByRole('button', { name: 'Unknown' }).click();
		await expect.poll(() => panel(page).getByRole('button', { name: 'Unknown' }).getAttribute('aria-pressed')).toBe('true');
		await panel(page).getByText('Private note').click();
		await panel(page).getByLabel('Note on this scenario').fill('Ask for sizes <b>first</b>.');
		await page.reload();
		expect(await panel(page).getByText('Private note (written)').isVisible()).toBe(true);
		await panel(page).getByText('Private note').click();
		expect(await panel(page).getByLabel('Note on this scenario').inputValue()).toBe('Ask for sizes <b>first</b>.');

		await open(page, '/scenarios/');
		expect(await page.locator('.card .mark').allTextContents()).toEqual(['unknown · note']);
		await open(page, '/review/');
		const line = page.locator('review-page .questions li');
		expect(await line.textContent()).toContain('Ask for sizes <b>first</b>.');
		expect(await line.locator('b').count()).toBe(0);
		expect(await page.locator('.due-summary').textContent()).toMatch(/^Nothing is due\. The next one on \d{4}-\d\d-\d\d\.$/);
	});

	test('cost a page nothing that nobody rates', async () => {
		const page = await visitor();
		const requests: string[] = [];
		page.on('request', (request) => requests.push(request.url()));
		await open(page, '/s/32/');
		expect(requests.filter((address) => /scenario-progress|review\.|ts-fsrs|store\.client/.test(address))).toEqual([]);
	});
});

describe('what is due', () => {
	test('is reviewed in order, and is not due after it', async () => {
		const page = await returning({ ...emptyProgress(), scenarios: { 22: rated(LONG_AGO), 32: rated('2026-02-05T08:00:00.000Z', 'shaky'), 25: rated(new Date().toISOString()) } });
		await open(page, '/');
		expect(await page.locator('continue-practice').textContent()).toBe('2 due for review');
		await open(page, '/review/');
		expect(await page.locator('.due-summary').textContent()).toMatch(/^2 scenarios due now, \d more within seven days\.$/);
		await page.getByRole('button', { name: 'Review 2 scenarios' }).click();
		await page.waitForURL(/\/s\/22\/$/);
		for (const last of [false, true]) {
			await bar(page).getByRole('button', { name: 'Show answer' }).click();
			await bar(page).getByRole('button', { name: 'Known', exact: true }).click();
			await expect.poll(() => panel(page).locator('.rated').textContent()).toContain('Rated known');
			await bar(page).getByRole('button', { name: last ? 'Finish' : 'Next question' }).click();
			await page.waitForURL(last ? /\/practice\/$/ : /\/s\/32\/$/);
		}
		await open(page, '/review/');
		expect(await page.locator('.due-summary').textContent()).toMatch(/^Nothing is due\./);
	});
});

describe('the reader’s data', () => {
	const progress: Progress = { ...emptyProgress(), scenarios: { 22: { ...rated(LONG_AGO), note: 'Grüße 🦆' }, 31: { note: 'later' } }, ticks: ['interview/week-1#1.1.1'] };
	const file = (name: string, text: string) => {
		writeFileSync(join(folder, name), text);
		return join(folder, name);
	};
	const status = (page: Page) => page.locator('review-page .status').textContent();

	test('leave as a file and come back on another device', async () => {
		const page = await returning(progress);
		await open(page, '/review/');
		const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save to a file' }).click()]);
		expect(download.suggestedFilename()).toBe('watermark-progress.json');
		expect(parseProgress((await content(download)).toString())).toEqual({ progress, problems: [] });

		const other = await returning({ ...emptyProgress(), scenarios: { 22: rated('2026-11-20T08:00:00.000Z', 'shaky') } });
		await open(other, '/review/');
		await other.getByLabel('Read from a file').setInputFiles(file('mine.json', formatProgress(progress)));
		await expect.poll(() => status(other)).toBe('Read 2 scenarios from mine.json.');
		expect((await stored(other)).scenarios).toMatchObject({ 22: { rating: 'shaky', note: 'Grüße 🦆' }, 31: { note: 'later' } });
		expect(await other.locator('review-page .questions li').count()).toBe(2);
	});

	test('a damaged file changes nothing, a partly damaged one gives what it can', async () => {
		const page = await returning(progress);
		await open(page, '/review/');
		for (const [name, text, message] of [
			['cut.json', formatProgress(progress).slice(0, 80), 'The file is damaged: it is not JSON.'],
			['other.json', '{"a":1}', 'The file holds no progress of this site.'],
			['newer.json', '{"version":99,"scenarios":{}}', 'The file was written by a newer version of this site.'],
		] as const) {
			await page.getByLabel('Read from a file').setInputFiles(file(name, text));
			await expect.poll(() => status(page)).toContain(message);
		}
		expect(await stored(page)).toEqual(progress);
		await page.getByLabel('Read from a file').setInputFiles(file('partly.json', '{"scenarios":{"40":{"rating":"known"},"x":{},"41":{"rating":"best"}}}'));
		await expect.poll(() => status(page)).toContain('Read 2 scenarios from partly.json. Left out: scenario 41: unknown rating; scenario "x": not readable.');
		expect((await stored(page)).scenarios).toMatchObject({ 22: { rating: 'known' }, 40: { rating: 'known' } });
	});

	test('what cannot be read on the device is put aside and can be saved', async () => {
		const page = await returning('{"version":1,"scen');
		await open(page, '/review/');
		expect(await page.locator('review-page .nothing').isVisible()).toBe(true);
		const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save what could not be read' }).click()]);
		expect((await content(download)).toString()).toBe('{"version":1,"scen');
		await open(page, '/scenarios/bucketed-tables-for-repeated-joins/');
		await panel(page).getByRole('button', { name: 'Shaky' }).click();
		await expect.poll(async () => Object.keys((await stored(page)).scenarios)).toEqual(['22']);
		expect(await page.evaluate((key) => localStorage.getItem(key), DAMAGED_PROGRESS_KEY)).toBe('{"version":1,"scen');
	});

	test('are erased when the reader says so twice', async () => {
		const page = await returning(progress);
		await open(page, '/review/');
		await page.getByRole('button', { name: 'Erase everything' }).click();
		await page.getByRole('button', { name: 'Keep' }).click();
		expect(await stored(page)).toEqual(progress);
		await page.getByRole('button', { name: 'Erase everything' }).click();
		await page.getByRole('dialog').getByRole('button', { name: 'Erase', exact: true }).click();
		await expect.poll(() => status(page)).toBe('Everything is erased.');
		expect(await page.evaluate((keys) => keys.map((key) => localStorage.getItem(key)), [PROGRESS_KEY, DAMAGED_PROGRESS_KEY])).toEqual([null, null]);
	});
});

test('tasks of the roadmap are ticked off, and stay so', async () => {
	const page = await open(await visitor(), '/interview/week-1/');
	const boxes = page.locator('main .task-list-item input');
	const all = await boxes.count();
	expect(all).toBeGreaterThan(5);
	await expect.poll(() => page.locator('.ticked').textContent()).toBe(`0 of ${all} done, kept on this device`);
	await boxes.nth(1).check();
	await boxes.nth(2).check();
	await boxes.nth(2).uncheck();
	await page.reload();
	await expect.poll(() => page.locator('.ticked').textContent()).toBe(`1 of ${all} done, kept on this device`);
	expect(await boxes.nth(1).isChecked()).toBe(true);
	expect((await stored(page)).ticks).toEqual([expect.stringMatching(/^interview\/week-1#1\./)]);
});

describe('scenarios elsewhere', () => {
	const exported = async (format: 'Anki deck' | 'CSV') => {
		const page = await open(await visitor(), '/practice/?difficulty=easy&kind=internals');
		const [count = ''] = /^\d+/.exec((await page.locator('practice-page .result-count').textContent()) ?? '') ?? [];
		await page.getByText('Take these scenarios elsewhere').click();
		const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: format }).click()]);
		return { count: Number(count), name: download.suggestedFilename(), bytes: await content(download) };
	};

	test('as CSV, one line a scenario that fits the filter', async () => {
		const { count, name, bytes } = await exported('CSV');
		expect(name).toBe('watermark-scenarios.csv');
		const lines = bytes.toString().split('\r\n').filter(Boolean);
		expect(count).toBeGreaterThan(2);
		expect(lines).toHaveLength(count + 1);
		for (const line of lines.slice(1)) expect(line).toMatch(/,easy,internals,.*,http:\/\/127\.0\.0\.1:\d+\/scenarios\/[\w-]+\/$/s);
	});

	test('as an Anki deck, one note a scenario', async () => {
		const { count, name, bytes } = await exported('Anki deck');
		expect(name).toBe('watermark-scenarios.apkg');
		const collection = join(folder, 'collection.anki2');
		writeFileSync(collection, unzipSync(bytes)['collection.anki2'] ?? new Uint8Array());
		const db = new DatabaseSync(collection, { readOnly: true });
		expect(db.prepare('PRAGMA integrity_check').get()).toMatchObject({ integrity_check: 'ok' });
		const notes = db.prepare('SELECT flds, tags FROM notes').all();
		expect(notes).toHaveLength(count);
		for (const { flds, tags } of notes) {
			const [question = '', answer = ''] = String(flds).split('\x1f');
			expect(question.length).toBeGreaterThan(20);
			expect(answer.length).toBeGreaterThan(100);
			expect(answer).not.toMatch(/<(script|button|svg|span|div|style)\b/);
			expect(tags).toMatch(/^ easy internals /);
		}
	});
});

test('without JavaScript practice leads to the list', async () => {
	const page = await visitor({ javaScriptEnabled: false });
	await page.goto(at('/practice/'));
	expect(await page.locator('main').innerText()).toContain('Drawing a set needs JavaScript');
	expect(await page.locator('practice-page form').isVisible()).toBe(false);
});
