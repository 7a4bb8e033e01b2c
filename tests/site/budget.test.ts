/** What a page may cost before any interaction: 60 KB over the wire, 15 KB of it script. 1 KB is 1,000 bytes. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { base, dist, elements, htmlPages, type HtmlPage } from '../support/dist.ts';

const TOTAL = 60_000;
const SCRIPT = 15_000;

const gzipped = (content: string | Buffer) => gzipSync(content, { level: 9 }).length;
const read = (address: string) => readFileSync(dist + decodeURIComponent(new URL(address, 'https://site.test').pathname).slice(base.length));

/** Modules a script imports statically, itself included. */
function withImports(address: string, seen = new Set<string>()): Set<string> {
	if (seen.has(address)) return seen;
	seen.add(address);
	const code = read(address).toString();
	for (const [, from = ''] of code.matchAll(/(?:^|[;}\s])import\s*(?:[\w*{}\s,$]+from\s*)?["']([^"']+)["']/g))
		withImports(new URL(from, `https://site.test${address}`).pathname, seen);
	return seen;
}

/** Bytes of a page before interaction, gzipped. Fonts count where the page's own style sheets ask for them at once. */
function weigh(page: HtmlPage) {
	const scripts = new Set<string>();
	const styles = new Set<string>();
	for (const node of elements(page.tree)) {
		const { src, href, rel, media } = node.properties;
		if (node.tagName === 'script' && typeof src === 'string') withImports(src, scripts);
		if (node.tagName === 'link' && String(rel) === 'stylesheet' && String(media ?? '') !== 'print' && typeof href === 'string') styles.add(href);
		if (node.tagName === 'link' && String(rel) === 'modulepreload' && typeof href === 'string') withImports(href, scripts);
	}
	const inline = elements(page.tree, 'script').filter((node) => !node.properties['src'] && !String(node.properties['type'] ?? '').includes('json'));
	const inlineBytes = gzipped(inline.map((node) => node.children.map((child) => ('value' in child ? child.value : '')).join('')).join('\n'));
	const sum = (addresses: Set<string>) => [...addresses].reduce((bytes, address) => bytes + gzipped(read(address)), 0);
	const html = gzipped(page.html);
	const script = sum(scripts);
	const style = sum(styles);
	return { path: page.path, html, script: script + inlineBytes, style, total: html + script + style };
}

const weights = htmlPages().map(weigh);

test('every page stays within its budget', () => {
	const over = weights.filter(({ total, script }) => total > TOTAL || script > SCRIPT);
	expect(over).toEqual([]);
});

test('the weights are of real pages', () => {
	expect(weights.length).toBeGreaterThan(60);
	for (const { html, style } of weights) {
		expect(html).toBeGreaterThan(1_000);
		expect(style).toBeGreaterThan(1_000);
	}
	const kinds = ['/', '/scenarios/', '/scenarios/bucketed-tables-for-repeated-joins/', '/s/22/', '/spark/data-skew/', '/search/', '/reference/glossary/', '/reference/misbeliefs/', '/reference/misbeliefs/streaming/'];
	console.table(weights.filter(({ path }) => kinds.includes(path.slice(base.length))));
});
