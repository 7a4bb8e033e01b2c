/** Every query of queries.yaml, typed into the address of the search page in a real browser. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { SEARCH_EXAMPLES } from '../../src/lib/search/examples.ts';
import { launchBrowser } from '../support/browser.ts';
import { base, dist } from '../support/dist.ts';
import { serve, type Server } from '../support/serve.ts';

const expectation = z.strictObject({
	q: z.string().min(1),
	finds: z.string().startsWith('/'),
	within: z.union([z.literal(1), z.literal(3)]),
	lands: z.string().optional(),
	corrected: z.string().optional(),
});
const queries = z.record(z.string(), z.array(expectation)).parse(parse(readFileSync('tests/search/queries.yaml', 'utf8')));

let server: Server;
let browser: Browser;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
	server = await serve(dist, base);
	browser = await launchBrowser();
	page = await browser.newPage();
	page.on('pageerror', (error) => faults.push(error.message));
	page.on('console', (message) => {
		if (['error', 'warning'].includes(message.type())) faults.push(message.text());
	});
	await page.goto(`${server.url}${base}/search/`);
});
afterAll(async () => {
	await browser?.close();
	await server?.close();
	expect(faults).toEqual([]);
});

interface Found {
	note: string;
	/** Address without base path and query, with the anchor. */
	results: string[];
}

/** Runs a query the way a link to it does: by the address. */
async function search(q: string): Promise<Found> {
	await page.evaluate((query) => {
		const view = document.querySelector('search-page') as HTMLElement;
		view.dataset['state'] = 'waiting';
		history.pushState(null, '', `?q=${encodeURIComponent(query)}`);
		dispatchEvent(new PopStateEvent('popstate'));
	}, q);
	await page.locator('search-page[data-state=done]').waitFor();
	return page.evaluate(
		(prefix) => ({
			note: document.querySelector('.search-note strong')?.textContent ?? '',
			results: [...document.querySelectorAll<HTMLAnchorElement>('.search-result h2 a')].map((link) => link.pathname.slice(prefix.length) + link.hash),
		}),
		base,
	);
}

const places = (found: Found) => found.results.map((address, i) => `${i + 1}. ${address}`).join('\n');
const isAt = (address: string, finds: string) => (finds.includes('#') ? address === finds : address.split('#')[0] === finds);

for (const [kind, list] of Object.entries(queries))
	describe(kind, () => {
		test.each(list)('$q → $finds within $within', async ({ q, finds, within, lands, corrected }) => {
			const found = await search(q);
			const place = found.results.findIndex((address) => isAt(address, finds));
			expect(place, `${finds} is not among:\n${places(found)}`).toBeGreaterThanOrEqual(0);
			expect(place + 1, places(found)).toBeLessThanOrEqual(within);
			if (lands) expect(found.results[place]).toBe(`${finds}#${lands}`);
			expect(found.note).toBe(corrected ?? (q.includes('xyzzyq') ? '“xyzzyq”' : ''));
		});
	});

test.each(queries['topic'] ?? [])('a word like “the” loses nothing: $q', async ({ q, finds, within }) => {
	for (const more of [`the ${q}`, `what is a ${q}`]) {
		const found = await search(more);
		expect(
			found.results.slice(0, within).some((address) => isAt(address, finds)),
			`${more}:\n${places(found)}`,
		).toBe(true);
	}
});

test('every example that the site shows finds something', async () => {
	for (const q of SEARCH_EXAMPLES.flatMap(({ queries: all }) => all)) expect((await search(q)).results.length, q).toBeGreaterThan(0);
});

test('the set holds enough of every kind', () => {
	expect(Object.values(queries).flat().length).toBeGreaterThanOrEqual(60);
	expect(Object.keys(queries).sort()).toEqual(
		['abbreviation', 'folded', 'identifier', 'misspelling', 'number', 'phrase', 'question', 'stop-words', 'symbol', 'synonym', 'topic'].sort(),
	);
});
