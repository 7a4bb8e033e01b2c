import { expect, test } from 'vitest';
import { checkContent } from '../../src/lib/check-content.ts';
import { pagePath, partOf } from '../../src/lib/pages.ts';
import { CHAPTERS } from '../../src/lib/parts.ts';

const { pages } = checkContent('content');

test('every chapter’s index draws its map and links to every page of the chapter', () => {
	const missing: string[] = [];
	for (const chapter of [...CHAPTERS, 'interview']) {
		const index = pages.find((page) => page.id === chapter);
		if (!index) {
			missing.push(`content/${chapter}/index.mdx`);
			continue;
		}
		const links = new Set(index.outline.links.map(({ url }) => url.split('#')[0]));
		for (const page of pages)
			if (partOf(page.id) === chapter && page !== index && !links.has(pagePath(page.id))) missing.push(`${index.file}: no link to ${pagePath(page.id)}`);
		if (chapter !== 'interview' && !index.outline.components.some(({ name }) => name === 'ChapterMap')) missing.push(`${index.file}: no <ChapterMap>`);
	}
	expect(missing).toEqual([]);
	expect(CHAPTERS.length).toBeGreaterThan(2);
});
