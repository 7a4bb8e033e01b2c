import { expect, test } from 'vitest';
import { readCheatSheets } from '../../src/lib/cheat-sheets.ts';
import { checkContent } from '../../src/lib/check-content.ts';

test('every group of every cheat sheet stands on the page of its technology', () => {
	const { pages } = checkContent('content');
	const missing = readCheatSheets('content').flatMap(({ tech, groups }) => {
		const page = pages.find(({ id }) => id === `reference/cheat-sheets/${tech}`);
		const placed = new Set(page?.outline.components.filter(({ name, attributes }) => name === 'CheatSheet' && attributes['tech'] === tech).map(({ attributes }) => attributes['group']));
		return groups.filter(({ id }) => !placed.has(id)).map(({ id }) => `${tech}: ${id}`);
	});
	expect(missing).toEqual([]);
	expect(readCheatSheets('content').length).toBeGreaterThan(0);
});
