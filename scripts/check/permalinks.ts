/** Adds new addresses to the ledger of permanent ones; takes none out: `npm run permalinks`. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { checkContent } from '../../src/lib/check-content.ts';
import { extendLedger, publishedPaths, readLedger } from '../../src/lib/permalinks.ts';
import { formatProblems } from '../../src/lib/problem.ts';

const LEDGER = 'content/_data/permalinks.txt';
const { pages, problems } = checkContent('content');
if (problems.length) {
	// What is published by mistake stays in the ledger for ever.
	console.error(`${formatProblems(problems)}\nNothing written: mend the content first.`);
	process.exit(1);
}
const before = existsSync(LEDGER) ? readFileSync(LEDGER, 'utf8') : '';
const after = extendLedger(before, publishedPaths(pages.map(({ id, data }) => ({ id, number: data.number }))));
const known = new Set(readLedger(before));
const added = readLedger(after).filter((path) => !known.has(path));
if (after !== before) writeFileSync(LEDGER, after);
console.log([...added, `${added.length} ${added.length === 1 ? 'address' : 'addresses'} added to ${LEDGER}`].join('\n'));
