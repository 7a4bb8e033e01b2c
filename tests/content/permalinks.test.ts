import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkContent } from '../../src/lib/check-content.ts';
import { ledgerProblems, publishedPaths } from '../../src/lib/permalinks.ts';
import { formatProblems } from '../../src/lib/problem.ts';
import { readDataFiles } from '../../src/lib/reference-data.ts';

const LEDGER = 'content/_data/permalinks.txt';
const published = publishedPaths(checkContent('content').pages.map(({ id, data }) => ({ id, number: data.number })));

test('every address ever published still resolves, and every published one is in the ledger', () => {
	const text = existsSync(LEDGER) ? readFileSync(LEDGER, 'utf8') : '';
	const problems = ledgerProblems(LEDGER, text, published, readDataFiles('content').redirects.value);
	expect(formatProblems(problems)).toBe('0 problems in the content');
	expect(published.length).toBeGreaterThan(70);
});
