/** What drafts may not take: addresses and numbers of pages, of other documents' drafts, and of pages that once were. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDraft, readPages } from '../../../src/lib/pages.ts';
import { readLedger } from '../../../src/lib/permalinks.ts';

interface Taken {
	/** Ids of pages. */
	takenIds: Set<string>;
	takenNumbers: Set<number>;
	/** Drafts that earlier runs made of the named documents: by document, then by lines. */
	earlier: Map<string, Map<string, { id: string; number?: number }>>;
}

/**
 * Reads the content folder. Drafts of the named documents take nothing: they are about to be made again.
 * A number in the ledger of permanent addresses stays taken, whether or not its page is still there.
 */
export function readTaken(contentDir: string, documents: ReadonlySet<string>): Taken {
	const taken: Taken = { takenIds: new Set(), takenNumbers: new Set(), earlier: new Map() };
	const ledger = join(contentDir, '_data/permalinks.txt');
	for (const path of existsSync(ledger) ? readLedger(readFileSync(ledger, 'utf8')) : []) {
		const number = /^\/s\/(\d+)\/$/.exec(path)?.[1];
		if (number) taken.takenNumbers.add(Number(number));
		else taken.takenIds.add(path.slice(1, -1));
	}
	for (const page of readPages(contentDir, { drafts: true })) {
		const number = page.frontmatter.get('number');
		const document = page.frontmatter.getIn(['from', 'document']);
		const lines = page.frontmatter.getIn(['from', 'lines']);
		if (isDraft(page) && typeof document === 'string' && documents.has(document)) {
			const drafts = taken.earlier.get(document) ?? new Map();
			drafts.set(String(lines), { id: page.id, ...(typeof number === 'number' && { number }) });
			taken.earlier.set(document, drafts);
			continue;
		}
		taken.takenIds.add(page.id);
		if (typeof number === 'number') taken.takenNumbers.add(number);
	}
	return taken;
}
