import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { checkContent } from '../../src/lib/check-content.ts';
import { base, htmlPages } from '../support/dist.ts';

const { pages, reference } = checkContent('content');
const claimed = new Set(pages.flatMap(({ data }) => data.sources));
const path = `${base}/reference/sources/`;

/** The units that the page lists: covered ones stand open, those to come behind a fold. */
function listed(): { covered: string[]; toCome: string[] } {
	const page = htmlPages().find((other) => other.path === path);
	if (!page) throw new Error(`no page ${path}`);
	const units = new Set(reference.sources.map(({ id }) => id));
	const found: { covered: string[]; toCome: string[] } = { covered: [], toCome: [] };
	visit(page.tree, 'element', (fold) => {
		if (fold.tagName !== 'details') return;
		visit(fold, 'element', ({ properties: { id } }) => {
			if (units.has(String(id))) found.toCome.push(String(id));
		});
	});
	visit(page.tree, 'element', ({ properties: { id } }) => {
		if (units.has(String(id)) && !found.toCome.includes(String(id))) found.covered.push(String(id));
	});
	return found;
}

test('the source map lists every unit once: where it is covered, or as to come', () => {
	const { covered, toCome } = listed();
	const ids = reference.sources.map(({ id }) => id);
	expect(covered.sort()).toEqual(ids.filter((id) => claimed.has(id)).sort());
	expect(toCome.sort()).toEqual(ids.filter((id) => !claimed.has(id)).sort());
});
