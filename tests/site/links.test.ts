import { expect, test } from 'vitest';
import { base, elements, htmlPages, outputFiles } from '../support/dist.ts';

const pages = htmlPages();
const files = new Set(outputFiles().map((file) => `${base}/${file}`));
const ids = new Map(pages.map((page) => [page.path, new Set(elements(page.tree).map((node) => String(node.properties['id'] ?? '')))]));

/** What is wrong with a link, or nothing. */
function problem(from: string, href: string): string | undefined {
	const target = new URL(href, `https://site.test${from}`);
	if (target.hostname !== 'site.test') return undefined;
	const path = decodeURIComponent(target.pathname);
	const known = ids.get(path);
	if (!known) return files.has(path) ? undefined : 'nothing there';
	const fragment = decodeURIComponent(target.hash.slice(1));
	return !fragment || fragment === 'top' || known.has(fragment) ? undefined : `no #${fragment} there`;
}

test('every internal link and fragment resolves', () => {
	const broken = pages.flatMap((page) =>
		elements(page.tree, 'a').flatMap((link) => {
			const href = link.properties['href'];
			if (typeof href !== 'string') return [];
			const what = problem(page.path, href);
			return what ? [`${page.path}: ${href}: ${what}`] : [];
		}),
	);
	expect(broken).toEqual([]);
	expect(pages.length).toBeGreaterThan(60);
});

test('every file a page loads is there, and inside the base path', () => {
	const missing = pages.flatMap((page) =>
		elements(page.tree).flatMap((node) => {
			const address = ['script', 'img', 'source'].includes(node.tagName) ? node.properties['src'] : node.tagName === 'link' ? node.properties['href'] : undefined;
			if (typeof address !== 'string' || address.startsWith('data:')) return [];
			const url = new URL(address, `https://site.test${page.path}`);
			if (url.hostname !== 'site.test') return [];
			return files.has(url.pathname) || ids.has(url.pathname) ? [] : [`${page.path}: ${address}`];
		}),
	);
	expect(missing).toEqual([]);
});

test('no id stands twice on a page', () => {
	const twice = pages.flatMap((page) => {
		const seen = new Set<string>();
		return elements(page.tree).flatMap((node) => {
			const id = node.properties['id'];
			if (typeof id !== 'string') return [];
			if (seen.has(id)) return [`${page.path}: #${id}`];
			seen.add(id);
			return [];
		});
	});
	expect(twice).toEqual([]);
});

test('a link to nowhere would be found', () => {
	expect(problem(`${base}/`, `${base}/no-such-page/`)).toBe('nothing there');
	expect(problem(`${base}/`, `${base}/scenarios/#no-such-heading`)).toBe('no #no-such-heading there');
});
