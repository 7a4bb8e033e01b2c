/** SQL in the page: it costs nothing until it is run, runs as the build did, can be stopped, and trusts no link. */
import { deflateRawSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readLabs } from '../../src/lib/labs.ts';
import { MAX_FRAGMENT } from '../../src/lib/lab-link.ts';
import { base, elements, htmlPages } from '../support/dist.ts';
import { at, axe, open, sidewaysScroll, takeFaults, visitor } from './site.ts';

const pages = htmlPages().filter(({ tree, path }) => !/\/s\/\d+\/$/.test(path) && elements(tree, 'lab-sample').length);
const pathsWith = (fits: (properties: Record<string, unknown>) => boolean) =>
	pages.filter(({ tree }) => elements(tree, 'lab-sample').some(({ properties }) => fits(properties))).map(({ path }) => path.slice(base.length));
const [plainPage = ''] = pathsWith(({ dataRole, dataFails }) => dataRole === 'sample' && dataFails === undefined);
const [attemptPage = ''] = pathsWith(({ dataRole }) => dataRole === 'attempt');
const labs = readLabs();

/** Files that only a reader who runs something asks for. */
const ENGINE = /\/lab\/engine\/|duckdb|\/labs\/|(sample|panel|engine)\.client/;

/** Addresses a page asks for from now on. */
function requestsOf(page: Page): string[] {
	const requests: string[] = [];
	page.on('request', (request) => requests.push(request.url()));
	return requests;
}

/** Opens a page with every fold open, as a reader has it who reached its samples. */
async function openUnfolded(page: Page, path: string): Promise<Page> {
	await open(page, path);
	await page.evaluate(() => document.querySelectorAll('main details').forEach((fold) => fold.setAttribute('open', '')));
	return page;
}

/** Waits until a query has ended, however it did. */
async function ended(within: Locator) {
	await within.locator('.lab-panel:not([aria-busy])').waitFor({ timeout: 60_000 });
	await expect.poll(() => status(within)).not.toMatch(/^$|…$/);
}

const status = async (within: Locator) => (await within.locator('.lab-status').textContent()) ?? '';
const rowsOf = (within: Locator) =>
	within.locator('.lab-panel .lab-scroller').first().locator('tbody tr').evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => (cell.querySelector('.lab-null') ? null : cell.textContent))));

/** Replaces the text of the editor and runs it with the keyboard. */
async function runText(within: Locator, sql: string) {
	const field = within.locator('textarea');
	await field.fill(sql);
	await field.press('Control+Enter');
}
async function runToEnd(within: Locator, sql: string) {
	await runText(within, sql);
	await within.page().waitForTimeout(100);
	await ended(within);
}

/** The first sample of a page that succeeds, with its editor open. */
async function editedSample(page: Page, path = plainPage): Promise<Locator> {
	await openUnfolded(page, path);
	const sample = page.locator('lab-sample[data-role=sample]:not([data-fails])').first();
	await sample.getByRole('button', { name: 'Edit' }).click();
	await sample.locator('textarea').waitFor();
	return sample;
}

const link = (lab: string, sql: string) => `/lab/#lab=${lab}&q=${deflateRawSync(sql).toString('base64url')}`;
const RUNAWAY = 'SELECT count(*) FROM range(10000000000) a, range(1000) b';

test('there are samples to test with', () => {
	expect(plainPage).not.toBe('');
	expect(attemptPage).not.toBe('');
	expect(labs.length).toBeGreaterThan(1);
});

describe('a sample in the page', () => {
	test('costs nothing until somebody runs it', async () => {
		const page = await visitor();
		const requests = requestsOf(page);
		await openUnfolded(page, plainPage);
		await page.locator('lab-sample').getByRole('button', { name: 'Run' }).first().waitFor();
		expect(requests.filter((address) => ENGINE.test(address))).toEqual([]);
		requests.length = 0;
		await open(page, '/reference/how-to-use/');
		expect(requests.filter((address) => ENGINE.test(address) || address.includes('buttons.client'))).toEqual([]);
	});

	test('adds its buttons without moving what stands there', async () => {
		const page = await visitor();
		await page.addInitScript(() => {
			const moved: number[] = [];
			Object.assign(window, { moved });
			new PerformanceObserver((list) => moved.push(...list.getEntries().map((entry) => (entry as unknown as { value: number }).value))).observe({ type: 'layout-shift', buffered: true });
		});
		await open(page, plainPage);
		await page.locator('lab-sample .lab-bar').first().waitFor();
		await page.waitForTimeout(300);
		expect(await page.evaluate(() => (window as unknown as { moved: number[] }).moved.reduce((sum, value) => sum + value, 0))).toBeLessThan(0.001);
	});

	test('runs: bytes while it loads, then the result in place of the built one, focus where it was', async () => {
		const page = await openUnfolded(await visitor(), plainPage);
		const sample = page.locator('lab-sample[data-role=sample]:not([data-fails])').first();
		await page.route('**/lab/engine/*', async (route) => {
			await page.waitForTimeout(300);
			await route.continue();
		});
		const progress: string[] = [];
		await page.exposeFunction('progress', (text: string) => progress.push(text));
		await sample.evaluate((element) =>
			new MutationObserver(() => (window as unknown as { progress(text: string): void }).progress(element.querySelector('.lab-loading')?.textContent ?? '')).observe(element, { subtree: true, childList: true, characterData: true }),
		);
		const button = sample.getByRole('button', { name: 'Run' });
		await button.focus();
		const start = Date.now();
		await page.keyboard.press('Enter');
		await sample.getByRole('button', { name: 'Stop' }).waitFor();
		await ended(sample);
		console.log(`first result in the page after ${Date.now() - start} ms`);
		expect(progress.some((text) => /^\d+\.\d of \d+\.\d MB$/.test(text))).toBe(true);
		expect(await status(sample)).toMatch(/rows?.*\. \d+ ms\.$/);
		expect(await sample.locator('.lab-panel table').isVisible()).toBe(true);
		expect(await sample.locator(':scope > .lab-result').isVisible()).toBe(false);
		expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
		await sample.getByRole('button', { name: 'Reset' }).click();
		expect(await sample.locator(':scope > .lab-result').isVisible()).toBe(true);
		expect(await sample.locator('.lab-panel table').count()).toBe(0);
		expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
	});

	test('is edited and reset; errors are as DuckDB says them', async () => {
		const sample = await editedSample(await visitor());
		const original = await sample.locator('textarea').inputValue();
		await runToEnd(sample, 'SELECT 41 + 1 AS answer, NULL AS nothing');
		expect(await rowsOf(sample)).toEqual([['42', null]]);
		await runToEnd(sample, 'SELECT nope');
		expect(await sample.locator('.lab-error').textContent()).toContain('Binder Error: Referenced column "nope" was not found because the FROM clause is missing\n\nLINE 1: SELECT nope\n               ^');
		await runToEnd(sample, 'SELEC 1');
		expect(await sample.locator('.lab-error').textContent()).toContain('Parser Error: syntax error at or near "SELEC"');
		await runToEnd(sample, ' -- nothing');
		expect(await sample.locator('.lab-error').textContent()).toContain('There is no statement to run.');
		await sample.getByRole('button', { name: 'Reset' }).click();
		expect(await sample.locator('textarea').count()).toBe(0);
		expect(await sample.locator('.expressive-code').isVisible()).toBe(true);
		await sample.getByRole('button', { name: 'Edit' }).click();
		expect(await sample.locator('textarea').inputValue()).toBe(original);
	});

	test('is written with the keyboard alone, and left again', async () => {
		const page = await visitor();
		const sample = await editedSample(page);
		const field = sample.locator('textarea');
		const focused = () => field.evaluate((element) => element === document.activeElement);
		expect(await focused()).toBe(true);
		await field.fill('');
		await page.keyboard.type('SELECT');
		await page.keyboard.press('Enter');
		await page.keyboard.press('Tab');
		await page.keyboard.type('1');
		await page.keyboard.press('Enter');
		await page.keyboard.type(', 2');
		expect(await field.inputValue()).toBe('SELECT\n  1\n  , 2');
		await page.keyboard.press('Control+z');
		expect(await field.inputValue()).not.toBe('SELECT\n  1\n  , 2');
		await page.keyboard.press('Escape');
		await page.keyboard.press('Tab');
		expect(await focused()).toBe(false);
		await field.focus();
		await page.keyboard.press('Shift+Tab');
		expect(await focused()).toBe(false);
		const described = await field.evaluate((element) => document.getElementById(element.getAttribute('aria-describedby') ?? '')?.textContent);
		expect(described).toContain('Esc, then Tab leaves');
	});

	test('stops a query that runs without end, and runs the next one', async () => {
		const sample = await editedSample(await visitor());
		await runText(sample, RUNAWAY);
		await expect.poll(() => status(sample), { timeout: 30_000 }).toBe('Running…');
		await sample.page().waitForTimeout(500);
		const start = Date.now();
		await sample.getByRole('button', { name: 'Stop' }).click();
		await sample.getByRole('button', { name: 'Run' }).waitFor();
		expect(Date.now() - start).toBeLessThan(1000);
		await expect.poll(() => status(sample)).toBe('Stopped.');
		await runToEnd(sample, 'SELECT 1 AS again');
		expect(await rowsOf(sample)).toEqual([['1']]);
	});

	test('stops a query that does not listen, with its worker', async () => {
		const sample = await editedSample(await visitor());
		await runText(sample, "SELECT levenshtein(repeat('a', 400000), repeat('b', 400000))");
		await expect.poll(() => status(sample), { timeout: 30_000 }).toBe('Running…');
		await sample.page().waitForTimeout(500);
		await sample.getByRole('button', { name: 'Stop' }).click();
		await expect.poll(() => status(sample)).toBe('Stopped.');
		const start = Date.now();
		await runToEnd(sample, 'SELECT 2 AS again');
		expect(await rowsOf(sample)).toEqual([['2']]);
		expect(Date.now() - start).toBeLessThan(15_000);
	});

	test('says after ten seconds that a query still runs, and stops it after sixty unless asked not to', async () => {
		const page = await visitor();
		await page.clock.install();
		const sample = await editedSample(page);
		await runText(sample, RUNAWAY);
		const wait = async (text: string) => {
			for (let i = 0; i < 150 && (await status(sample)) !== text; i++) {
				await page.clock.runFor(100);
				// The engine has a time of its own.
				await new Promise((resolve) => setTimeout(resolve, 50));
			}
			expect(await status(sample)).toBe(text);
		};
		await wait('Running…');
		await page.clock.runFor(9_000);
		expect(await status(sample)).toBe('Running…');
		await page.clock.runFor(2_000);
		expect(await status(sample)).toBe('Still running after 10 s. It will be stopped after 60 s.');
		await page.clock.runFor(50_000);
		await wait('Stopped.');
		await runText(sample, RUNAWAY);
		await wait('Still running after 10 s. It will be stopped after 60 s.');
		await sample.getByRole('button', { name: 'Keep running' }).click();
		expect(await sample.getByRole('button', { name: 'Stop' }).evaluate((element) => element === document.activeElement)).toBe(true);
		await page.clock.runFor(120_000);
		expect(await status(sample)).toBe('Running until it ends or you stop it.');
		await sample.getByRole('button', { name: 'Stop' }).click();
		await wait('Stopped.');
	});

	test('a second query takes the place of the first', async () => {
		const page = await visitor();
		const first = await editedSample(page);
		const other = page.locator('lab-sample[data-role=sample]').nth(1);
		await runText(first, RUNAWAY);
		await expect.poll(() => status(first), { timeout: 30_000 }).toBe('Running…');
		await other.getByRole('button', { name: 'Run' }).click();
		await ended(other);
		expect(await other.locator('.lab-panel .lab-result').isVisible()).toBe(true);
		expect(await status(first)).toBe('Stopped.');
	});

	test('shows the first rows of a gigabyte, and the page stays alive', async () => {
		const page = await visitor();
		const sample = await editedSample(page);
		await page.evaluate(() => {
			const gaps = { longest: 0, last: performance.now() };
			Object.assign(window, { gaps });
			const tick = () => {
				gaps.longest = Math.max(gaps.longest, performance.now() - gaps.last);
				gaps.last = performance.now();
				setTimeout(tick, 10);
			};
			tick();
		});
		await runToEnd(sample, "SELECT range AS i, repeat('x', 1000) AS filler FROM range(1000000000)");
		expect(await status(sample)).toMatch(/^First 200 of more than [\d,]+ rows\. \d\.\d s\.$/);
		expect(await rowsOf(sample)).toHaveLength(200);
		expect((await rowsOf(sample))[0]?.[1]?.length).toBeLessThan(400);
		await runToEnd(sample, "SELECT repeat('x', 100000000) AS long");
		expect((await rowsOf(sample))[0]?.[0]?.length).toBeLessThan(400);
		await runToEnd(sample, `SELECT ${Array.from({ length: 500 }, (_, i) => `${i} AS c${i}`).join(', ')}`);
		expect(await sample.locator('.lab-panel th').count()).toBeLessThan(100);
		expect(await sample.locator('.lab-panel').textContent()).toContain('columns are not shown');
		await runToEnd(sample, 'SELECT list(range) FROM range(300000000)');
		expect(await sample.locator('.lab-error').textContent()).toContain('Out of Memory Error');
		await runToEnd(sample, 'SELECT 3 AS alive');
		expect(await rowsOf(sample)).toEqual([['3']]);
		expect(await page.evaluate(() => (window as unknown as { gaps: { longest: number } }).gaps.longest)).toBeLessThan(1000);
	});

	test('leaves the tables as they were', async () => {
		const sample = await editedSample(await visitor());
		await runToEnd(sample, 'CREATE TABLE mine AS SELECT 1 AS a; INSERT INTO mine VALUES (2); FROM mine ORDER BY a');
		expect(await rowsOf(sample)).toEqual([['1'], ['2']]);
		await runToEnd(sample, 'FROM mine');
		expect(await sample.locator('.lab-error').textContent()).toContain('Table with name mine does not exist');
		await runToEnd(sample, 'COMMIT; CREATE TABLE mine (a INTEGER)');
		await runToEnd(sample, 'FROM mine');
		expect(await sample.locator('.lab-error').textContent()).toContain('Table with name mine does not exist');
	});

	test('reaches no file, no network and no extension', async () => {
		const page = await visitor();
		const sample = await editedSample(page);
		await runToEnd(sample, 'SELECT 1');
		const requests = requestsOf(page);
		const refused: [string, string][] = [
			["FROM read_csv('https://example.com/x.csv')", 'A query of this page reaches no files, no network and no extensions.'],
			["COPY (SELECT 1) TO 'x.csv'", 'A query of this page reaches no files, no network and no extensions.'],
			["ATTACH 'https://example.com/x.db'", 'disabled by configuration'],
			["FROM 'https://example.com/x.parquet'", 'does not exist'],
			['LOAD icu', 'disabled through configuration'],
			["SELECT TIMESTAMP '2026-01-01' AT TIME ZONE 'Europe/Paris'", 'what needs "icu" does not run here'],
			["SELECT '{}'::JSON", 'what needs "json" does not run here'],
			['SET enable_external_access = true', 'Cannot change enable_external_access'],
		];
		for (const [sql, message] of refused) {
			await runToEnd(sample, sql);
			expect(await sample.locator('.lab-error').textContent(), sql).toContain(message);
		}
		expect(requests).toEqual([]);
		await runToEnd(sample, 'SELECT 4 AS alive');
		expect(await rowsOf(sample)).toEqual([['4']]);
	});

	test('works offline once it has run, and says what is missing where it has not', async () => {
		const page = await visitor();
		const sample = await editedSample(page);
		const context = page.context();
		const other = page.locator('lab-sample[data-role=sample]').nth(1);
		// The buttons' own script is there before the network goes.
		await other.getByRole('button', { name: 'Edit' }).click();
		await page.route('**/lab/engine/*', (route) => route.abort());
		await runToEnd(sample, 'SELECT 5');
		expect(await sample.locator('.lab-error').textContent()).toMatch(/\/lab\/engine\/duckdb-[\d.]+-eh\.wasm\.gz could not be loaded: is there a network\?/);
		await page.unroute('**/lab/engine/*');
		expect(takeFaults().join()).toContain('ERR_FAILED');
		await runToEnd(sample, 'SELECT 5 AS online');
		await context.setOffline(true);
		await runToEnd(sample, 'SELECT 6 AS offline');
		expect(await rowsOf(sample)).toEqual([['6']]);
		await runText(sample, "SELECT levenshtein(repeat('a', 400000), repeat('b', 400000))");
		await expect.poll(() => status(sample)).toBe('Running…');
		await sample.getByRole('button', { name: 'Stop' }).click();
		await expect.poll(() => status(sample)).toBe('Stopped.');
		await context.setOffline(false);
	});
});

describe("a reader's own answer", () => {
	test('is held against the solution: wrong, then right', async () => {
		const page = await openUnfolded(await visitor(), attemptPage);
		const attempt = page.locator('lab-sample[data-role=attempt]');
		const solution = page.locator('lab-sample[data-role=solution]');
		const sql = await solution.locator('.ec-line').evaluateAll((lines) => lines.map((line) => line.textContent?.replace(/\n$/, '')).join('\n'));
		await attempt.getByRole('button', { name: 'Write your answer' }).click();
		await runToEnd(attempt, 'SELECT 1 AS not_asked_for, 2 AS nor_this, 3 AS nor_that, 4 AS a, 5 AS b, 6 AS c, 7 AS d');
		expect(await status(attempt)).toMatch(/^Not yet: \d+ differences?\.$/);
		expect(await attempt.locator('.lab-verdict li').first().textContent()).toContain('not_asked_for');
		await runToEnd(attempt, `SELECT * FROM (${sql.replace(/;\s*$/, '')}) AS mine LIMIT 0`);
		expect(await attempt.locator('.lab-verdict').textContent()).toContain('missing');
		await runToEnd(attempt, sql);
		expect(await status(attempt)).toBe('Right: your result is the expected one.');
		await runToEnd(attempt, 'SELECT nope');
		expect(await attempt.locator('.lab-error').textContent()).toContain('Binder Error');
		expect(await attempt.locator('.lab-verdict').count()).toBe(0);
		await attempt.getByRole('button', { name: 'Check' }).waitFor();
	});
});

describe('the page of the labs', () => {
	const workbench = (page: Page) => page.locator('lab-workbench');

	test('lists every dataset with its tables, also without JavaScript', async () => {
		const page = await open(await visitor({ javaScriptEnabled: false }), '/lab/');
		for (const { title } of labs) expect(await page.getByRole('heading', { name: title }).isVisible()).toBe(true);
		expect(await page.locator('main').innerText()).toContain('Running queries needs JavaScript');
		expect(await page.getByRole('button', { name: 'Run' }).isVisible()).toBe(false);
		const table = page.locator('.lab-dataset details').first();
		await table.locator('summary').click();
		expect(await table.locator('dt').first().isVisible()).toBe(true);
		expect(await table.locator('tbody tr').count()).toBeGreaterThan(0);
		await open(page, plainPage);
		expect(await page.locator('lab-sample').getByRole('button').count()).toBe(0);
	});

	test('pick, look, run, explain, go back, reset', async () => {
		const page = await visitor();
		const requests = requestsOf(page);
		await open(page, '/lab/');
		const lab = workbench(page);
		const [first, second] = labs;
		expect(await page.locator('.lab-dataset:visible').count()).toBe(1);
		await lab.getByLabel('Dataset').selectOption(second?.id ?? '');
		expect(await page.getByRole('heading', { name: second?.title }).isVisible()).toBe(true);
		expect(await page.getByRole('heading', { name: first?.title }).isVisible()).toBe(false);
		expect(requests.filter((address) => ENGINE.test(address) && !address.includes('.client'))).toEqual([]);
		await lab.getByRole('button', { name: 'Run' }).click();
		await ended(lab);
		expect((await rowsOf(lab)).length).toBeGreaterThan(0);
		const query = await lab.locator('textarea').inputValue();

		await lab.getByRole('button', { name: 'Explain' }).click();
		await lab.locator('.lab-plan').waitFor();
		expect(await lab.locator('.lab-plan').textContent()).toMatch(/TABLE_SCAN[\s\S]*rows/);

		await runToEnd(lab, 'CREATE TABLE mine AS SELECT 1 AS a');
		expect(await status(lab)).toMatch(/^No result: the statement returns no rows\. \d+ ms\.$/);
		await runToEnd(lab, 'INSERT INTO mine VALUES (2), (3)');
		expect(await status(lab)).toMatch(/^2 rows written\. \d+ ms\.$/);
		await runToEnd(lab, 'FROM mine');
		expect(await rowsOf(lab)).toHaveLength(3);
		await lab.getByRole('button', { name: 'Explain' }).click();
		await lab.locator('.lab-plan').waitFor();
		await lab.getByRole('button', { name: 'Reset tables' }).click();
		await runToEnd(lab, 'FROM mine');
		expect(await lab.locator('.lab-error').textContent()).toContain('Table with name mine does not exist');

		await lab.getByText('Queries of this visit').click();
		await lab.locator('.lab-history button').last().click();
		expect(await lab.locator('textarea').inputValue()).toBe(query);
		await open(page, '/lab/');
		await lab.getByText('Queries of this visit').click();
		expect(await lab.locator('.lab-history button').first().textContent()).toBe('FROM mine');
	});

	test('what a reader has written outlasts another dataset', async () => {
		const page = await open(await visitor(), '/lab/');
		const lab = workbench(page);
		const [first, second] = labs;
		await lab.locator('textarea').fill('SELECT 7');
		await lab.getByLabel('Dataset').selectOption(second?.id ?? '');
		expect(await lab.locator('textarea').inputValue()).toBe('SELECT 7');
		await lab.locator('textarea').fill('FROM duckdb_tables() SELECT count(*)');
		await lab.getByRole('button', { name: 'Run' }).click();
		await ended(lab);
		const tables = (await rowsOf(lab))[0]?.[0];
		expect(tables).toBe(String(await page.locator('.lab-dataset:visible details').count()));
		await lab.getByLabel('Dataset').selectOption(first?.id ?? '');
		await lab.getByRole('button', { name: 'Run' }).click();
		await ended(lab);
		expect((await rowsOf(lab))[0]?.[0]).toBe(String(await page.locator('.lab-dataset:visible details').count()));
	});

	test('a query is sent as a link, shown to the partner, and run when they ask for it', async () => {
		const page = await open(await visitor({ permissions: ['clipboard-read', 'clipboard-write'] }), '/lab/');
		const lab = workbench(page);
		const sql = "SELECT 'é & 🦆' AS shared -- #1\n, 2 AS two";
		await lab.getByLabel('Dataset').selectOption(labs[1]?.id ?? '');
		await lab.locator('textarea').fill(sql);
		const requests = requestsOf(page);
		await lab.getByRole('button', { name: 'Copy link' }).click();
		await expect.poll(() => status(lab)).toBe('Link copied. It holds the query itself; nothing was sent anywhere.');
		const address = await page.evaluate(() => navigator.clipboard.readText());
		expect(address).toContain(at(`/lab/#lab=${labs[1]?.id}&q=`));
		expect(requests.filter((url) => !url.endsWith('/favicon.svg'))).toEqual([]);

		const partner = await visitor();
		const asked = requestsOf(partner);
		await partner.goto(address);
		await partner.waitForLoadState('networkidle');
		const theirs = workbench(partner);
		expect(await theirs.locator('textarea').inputValue()).toBe(sql);
		expect(await theirs.getByLabel('Dataset').inputValue()).toBe(labs[1]?.id);
		expect(await theirs.locator('.lab-notice').textContent()).toBe('This query came with the link. Nothing has run: read it, then press Run.');
		expect(asked.filter((url) => /\/lab\/engine\/|\.sql$/.test(url))).toEqual([]);
		expect(await theirs.locator('.lab-result').filter({ visible: true }).count()).toBe(0);
		await theirs.getByRole('button', { name: 'Run' }).click();
		await ended(theirs);
		expect(await rowsOf(theirs)).toEqual([['é & 🦆', '2']]);
		expect(await theirs.locator('.lab-notice').isVisible()).toBe(false);
	});

	test('a sample opens in the lab with what stands in its editor', async () => {
		const page = await visitor();
		const sample = await editedSample(page);
		const id = await sample.getAttribute('data-lab');
		await sample.locator('textarea').fill('SELECT 8 AS mine');
		await sample.getByRole('link', { name: 'Open in the lab' }).click();
		await page.waitForURL(/\/lab\/#lab=/);
		expect(await workbench(page).locator('textarea').inputValue()).toBe('SELECT 8 AS mine');
		expect(await workbench(page).getByLabel('Dataset').inputValue()).toBe(id);
		await openUnfolded(page, plainPage);
		const text = await sample.locator('.ec-line').evaluateAll((lines) => lines.map((line) => line.textContent?.replace(/\n$/, '')).join('\n'));
		await sample.getByRole('link', { name: 'Open in the lab' }).click();
		await page.waitForURL(/\/lab\/#lab=.*q=/);
		expect(await workbench(page).locator('textarea').inputValue()).toBe(text);
	});

	const id = labs[0]?.id ?? '';
	const damaged = 'The shared query cannot be read: the link is damaged or incomplete.';
	test.each([
		['a script for a query', `/lab/#lab=${id}&q=<script>alert(1)</script>`, damaged],
		['broken compression', link(id, 'SELECT 1').slice(0, -4), damaged],
		['a percent sign', `/lab/#lab=${id}&q=%`, damaged],
		['a huge fragment', `/lab/#lab=${id}&q=${'A'.repeat(MAX_FRAGMENT)}`, `at most ${MAX_FRAGMENT} are read`],
		['a decompression bomb', link(id, '\0'.repeat(12_000_000)), 'The shared query is too long: more than 64 KiB.'],
		['an unknown dataset', link('secrets', 'SELECT 1'), 'The link names a dataset that is not here.'],
		['a path for a dataset', link('../../lab', 'SELECT 1'), 'The link names a dataset that is not here.'],
		['invisible characters', link(id, 'SELECT 1 \u202e'), 'The shared query holds invisible characters'],
	])('a hostile link does nothing but show a message: %s', async (_name, address, message) => {
		const page = await visitor();
		const requests = requestsOf(page);
		let dialogs = 0;
		page.on('dialog', (dialog) => {
			dialogs++;
			void dialog.dismiss();
		});
		await open(page, address);
		const lab = workbench(page);
		await expect.poll(() => lab.locator('.lab-notice').textContent()).toContain(message);
		expect(await lab.locator('textarea').inputValue()).toMatch(/^SELECT \*\nFROM \w+\nLIMIT 10;$/);
		expect(requests.filter((url) => /\/lab\/engine\/|\.sql$/.test(url))).toEqual([]);
		expect(dialogs).toBe(0);
	});

	test('markup in a shared query stays text', async () => {
		const page = await visitor();
		const sql = "SELECT '<img src=x onerror=alert(1)>' AS \"</textarea><script>alert(2)</script>\"";
		await open(page, link(id, sql));
		const lab = workbench(page);
		expect(await lab.locator('textarea').inputValue()).toBe(sql);
		await lab.getByRole('button', { name: 'Run' }).click();
		await ended(lab);
		expect(await rowsOf(lab)).toEqual([['<img src=x onerror=alert(1)>']]);
		expect(await lab.locator('img, script').count()).toBe(0);
	});

	test('a link followed while a query is being written keeps that query in the list', async () => {
		const page = await open(await visitor(), '/lab/');
		const lab = workbench(page);
		await lab.locator('textarea').fill('SELECT 9 AS unsaved');
		await page.evaluate((address) => (location.hash = address), link(id, 'SELECT 10').slice('/lab/'.length));
		await expect.poll(() => lab.locator('textarea').inputValue()).toBe('SELECT 10');
		await lab.getByText('Queries of this visit').click();
		expect(await lab.locator('.lab-history button').first().textContent()).toBe('SELECT 9 AS unsaved');
	});
});

for (const theme of ['light', 'dark'] as const)
	test(`no accessibility violation while and after a query runs, ${theme}, on a phone`, async () => {
		const page = await visitor({ colorScheme: theme, viewport: { width: 390, height: 844 }, hasTouch: true });
		const violations: string[] = [];
		const check = async (where: string) => {
			await page.waitForTimeout(700);
			const result = await axe(page, theme).analyze();
			for (const { id, nodes } of result.violations) violations.push(`${where} ${id}: ${nodes.slice(0, 3).map((node) => node.target.join(' ')).join(' | ')}`);
			expect(await sidewaysScroll(page), where).toBeLessThanOrEqual(0);
		};
		const sample = await editedSample(page);
		await runToEnd(sample, `SELECT ${Array.from({ length: 40 }, (_, i) => `range AS a_column_with_a_name_${i}, NULL`).join(', ')} FROM range(12)`);
		await check('result');
		await runToEnd(sample, `SELECT ${'nope_'.repeat(60)}`);
		await check('error');
		await runText(sample, RUNAWAY);
		await expect.poll(() => status(sample)).toBe('Running…');
		await check('running');
		await openUnfolded(page, attemptPage);
		const attempt = page.locator('lab-sample[data-role=attempt]');
		await attempt.getByRole('button', { name: 'Write your answer' }).click();
		await runToEnd(attempt, 'SELECT 1 AS a');
		await check('verdict');
		await openUnfolded(page, link(labs[0]?.id ?? '', 'SELECT 1'));
		await check('lab');
		await page.locator('lab-workbench').getByRole('button', { name: 'Explain' }).click();
		await page.locator('.lab-plan').waitFor();
		await page.getByText('Queries of this visit').click();
		await check('plan');
		expect(violations).toEqual([]);
	});

/** The samples of a lab as they stand in their pages. */
const builtSamples = (lab: string) =>
	pages.flatMap(({ path, html, tree }) =>
		elements(tree, 'lab-sample')
			.filter(({ properties }) => properties['dataLab'] === lab && properties['dataRole'] !== 'attempt')
			.map(({ position }) => ({ path, html: html.slice(position?.start.offset, position?.end.offset) })),
	);

/**
 * Runs every sample within an element, one after another, and tells what it printed when it was built and now: head, first rows and number
 * of rows, or error. The releases of the two engines differ, so a plan is only known to be one, and so do their machines: 0.0 / 0.0 has a
 * sign on x86, which DuckDB prints, and none in WebAssembly.
 */
function runAll(within: Element) {
	const printed = (box: Element | null) => {
		if (!box) return { head: [], rows: [] };
		if (box.querySelector('.lab-plan')) return 'a plan';
		const error = box.querySelector('.lab-error');
		if (error) return error.textContent?.split('\n')[0];
		const text = (cell: Element) => (cell.querySelector('.lab-null') ? null : (cell.textContent ?? '').replace(/-nan\b/g, 'nan'));
		return {
			head: [...box.querySelectorAll('th')].map((cell) => cell.textContent),
			rows: [...box.querySelectorAll('tbody tr')].map((row) => [...row.querySelectorAll('td')].map(text)),
		};
	};
	const total = (text: string | null | undefined) => /(?:of )?([\d,]+) rows?/.exec(text?.replace(/First \d+ /, '') ?? '')?.[1];
	const pause = () => new Promise((resolve) => setTimeout(resolve, 10));
	return [...within.querySelectorAll('lab-sample')].reduce<Promise<{ built: unknown; run: unknown }[]>>(async (before, sample) => {
		const results = await before;
		const result = sample.querySelector(':scope > .lab-result');
		const built = printed(result);
		sample.querySelector<HTMLButtonElement>('.lab-bar button')?.click();
		const status = () => sample.querySelector('.lab-status')?.textContent ?? '';
		while (sample.querySelector('.lab-panel[aria-busy]') || /^$|…$/.test(status())) await pause();
		const run = printed(sample.querySelector('.lab-panel .lab-result'));
		if (typeof built !== 'object' || typeof run !== 'object') return [...results, { built, run }];
		// The build prints fewer rows of a long result.
		run.rows = run.rows.slice(0, built.rows.length);
		return [...results, { built: { ...built, count: total(result?.querySelector('.lab-count')?.textContent) }, run: { ...run, count: total(status()) } }];
	}, Promise.resolve([]));
}

test('every sample gives in the page what it gave at build', async () => {
	const differences: unknown[] = [];
	let compared = 0;
	for (const { id } of labs) {
		const samples = builtSamples(id);
		if (!samples.length) continue;
		const page = await visitor();
		// All of a lab in one page: the engine is unpacked once for each lab, not for every page of the site.
		await page.route(at(plainPage), async (route) => {
			const html = await (await route.fetch()).text();
			const every = `<div id="every" hidden>${samples.map((sample) => sample.html).join('')}</div>`;
			await route.fulfill({ contentType: 'text/html; charset=utf-8', body: html.replace('</main>', () => `${every}</main>`) });
		});
		await open(page, plainPage);
		const results = await page.locator('#every').evaluate(runAll, undefined, { timeout: 300_000 });
		expect(results.length).toBe(samples.length);
		compared += results.length;
		for (const [index, { built, run }] of results.entries()) if (JSON.stringify(built) !== JSON.stringify(run)) differences.push({ path: samples[index]?.path, built, run });
		await page.context().close();
	}
	const lab = await editedSample(await visitor());
	await runToEnd(lab, 'SELECT version()');
	const built = await (await (await DuckDBInstance.create()).connect()).runAndReadAll('SELECT version()');
	console.log(`${compared} samples: DuckDB ${built.getRows()[0]?.[0]} at build, ${(await rowsOf(lab))[0]?.[0]} in the page`);
	expect(differences).toEqual([]);
	expect(compared).toBeGreaterThan(0);
}, 600_000);
