/** A real browser on the built site. Every page it opens is watched: errors and policy violations fail the test. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { base, dist } from '../support/dist.ts';
import { serve } from '../support/serve.ts';

/** One page of every kind. */
export const KINDS_OF_PAGE = [
	'/',
	'/scenarios/',
	'/scenarios/petabyte-join/',
	'/scenarios/hive-to-iceberg-without-downtime/',
	'/s/32/',
	'/spark/',
	'/spark/data-skew/',
	'/interview/how-to-practice/',
	'/search/',
	'/lab/',
	'/practice/',
	'/review/',
	'/interview/week-1/',
	'/reference/glossary/',
	'/reference/misbeliefs/',
	'/reference/sources/',
	'/reference/how-to-use/',
	'/404.html',
];

/** Looks for what keeps somebody from using a page. A theme changes colors and nothing else: what does not depend on them is looked at once. */
export function axe(page: Page, theme: 'light' | 'dark'): AxeBuilder {
	const builder = new AxeBuilder({ page });
	return theme === 'light' ? builder.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']) : builder.withRules(['color-contrast', 'link-in-text-block']);
}

let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;
const contexts: BrowserContext[] = [];
const faults: string[] = [];

beforeAll(async () => {
	server = await serve(dist, base);
	browser = await launchBrowser();
});
afterEach(async () => {
	await Promise.all(contexts.splice(0).map((context) => context.close()));
	expect(faults.splice(0)).toEqual([]);
});
afterAll(async () => {
	await browser?.close();
	await server?.close();
});

/** Address of a path of the site, base path included. */
export const at = (path: string): string => `${server.url}${base}${path}`;

/** A fresh visitor. Requests to any other host, script errors and policy violations count as faults of the test. */
export async function visitor(options: BrowserContextOptions = {}): Promise<Page> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
	contexts.push(context);
	const page = await context.newPage();
	page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
	page.on('console', (message) => {
		if (message.type() === 'error' || /Content.Security.Policy/i.test(message.text())) faults.push(`${page.url()}: ${message.text()}`);
	});
	page.on('request', (request) => {
		const url = new URL(request.url());
		if (['http:', 'https:'].includes(url.protocol) && url.origin !== new URL(server.url).origin) faults.push(`third party: ${request.url()}`);
	});
	return page;
}

/** Opens a path and waits until its scripts have run. */
export async function open(page: Page, path: string): Promise<Page> {
	await page.goto(at(path), { waitUntil: 'load' });
	await page.waitForLoadState('networkidle');
	return page;
}

/** Pixels by which the page is wider than the screen. */
export const sidewaysScroll = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** Takes back faults that a test provokes on purpose. */
export const takeFaults = (): string[] => faults.splice(0);
