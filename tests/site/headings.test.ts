import { expect, test } from 'vitest';
import { checkContent } from '../../src/lib/check-content.ts';
import { pagePath } from '../../src/lib/pages.ts';
import { base, elements, htmlPages } from '../support/dist.ts';

const built = new Map(htmlPages().map(({ path, tree }) => [path, new Set(elements(tree).map(({ properties }) => String(properties['id'] ?? '')))]));

test('headings have on the site the anchors that links to them are checked against', () => {
	const missing = checkContent('content').pages.flatMap(({ id, file, raw, outline }) => {
		if (id === '404') return [];
		const ids = built.get(`${base}${pagePath(id)}`);
		return outline.headings.filter(({ slug }) => !ids?.has(slug)).map(({ slug, line }) => `${file}:${line + raw.bodyOffset} #${slug}`);
	});
	expect(missing).toEqual([]);
	expect(built.size).toBeGreaterThan(40);
});
