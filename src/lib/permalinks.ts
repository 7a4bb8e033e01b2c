/** The ledger of permanent addresses: what was published once resolves for ever, as a page or as a redirect. */
import type { Redirect } from './content-model.ts';
import { pagePath } from './pages.ts';
import type { Problem } from './problem.ts';
import { GENERATED_PATHS, shortPath } from './routes.ts';

/** Every address readers are given: pages, short links and generated pages; sorted. */
export function publishedPaths(pages: { id: string; number?: number | undefined }[]): string[] {
	const short = pages.flatMap(({ number }) => (number === undefined ? [] : [shortPath(number)]));
	// The page for addresses that do not exist has none that a reader is given.
	const found = pages.filter(({ id }) => id !== '404').map(({ id }) => pagePath(id));
	return [...new Set([...found, ...short, ...GENERATED_PATHS])].sort();
}

/** The addresses of a ledger, one a line. */
export const readLedger = (text: string): string[] => text.split(/\r?\n/).map((line) => line.trim()).filter(Boolean);

/** The ledger with every published address in it, sorted; none is ever taken out. */
export const extendLedger = (text: string, published: string[]): string => [...new Set([...readLedger(text), ...published])].sort().join('\n') + '\n';

/** Addresses of the ledger that resolve no more, published ones it lacks, and lines out of order. */
export function ledgerProblems(file: string, text: string, published: string[], redirects: Redirect[]): Problem[] {
	const ledger = readLedger(text);
	const resolving = new Set([...published, ...redirects.map(({ from }) => from)]);
	const lost = ledger.flatMap((path, i) =>
		resolving.has(path)
			? []
			: [{ file, line: i + 1, message: `${path}: published once, but nothing is there now. Bring the page back or add { from: ${path}, to: … } to redirects.yaml` }],
	);
	const known = new Set(ledger);
	const missing = published
		.filter((path) => !known.has(path))
		.map((path) => ({ file, line: ledger.length + 1, message: `${path}: not in the ledger. Run npm run permalinks` }));
	const unsorted = ledger.findIndex((path, i) => i > 0 && path <= (ledger[i - 1] ?? ''));
	const order = unsorted < 0 ? [] : [{ file, line: unsorted + 1, message: `${ledger[unsorted]}: out of order or twice. Run npm run permalinks` }];
	return [...lost, ...missing, ...order];
}
