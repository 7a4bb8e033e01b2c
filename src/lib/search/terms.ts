/** Terms of vocabulary and glossary in a query: abbreviations, synonyms, names of topics. */
import type { IndexedTerm } from './model.ts';
import { partsOf, stem, STOP_WORDS } from './words.ts';

export interface TermHit {
	term: IndexedTerm;
	/** Whether the query asks for nothing else. */
	whole: boolean;
	/** Words of the query it covers, in lower case. */
	words: string[];
}

/** How a name is compared: by the stems of its words, without what stands in brackets. */
const keyOf = (words: string[]) => words.map(stem).join(' ');
export const plainLabel = (label: string): string => label.replace(/\s*\([^)]*\)/g, '').trim();

/** Lookup of the terms by label and alias. */
export function termFinder(terms: IndexedTerm[]): (query: string) => TermHit[] {
	const byName = new Map<string, IndexedTerm>();
	let longest = 1;
	// Of two terms that compare equal (`checkpoint`, `Checkpointing`) the one with a page of its own leads further.
	for (const term of [...terms].sort((a, b) => Number(Boolean(b.page)) - Number(Boolean(a.page))))
		for (const name of [plainLabel(term.label), ...term.aliases])
			// `SortMergeJoin`, `foreachBatch`: typed as they are, or apart.
			for (const words of [partsOf(name.toLowerCase()), partsOf(name)]) {
				longest = Math.max(longest, words.length);
				if (!byName.has(keyOf(words))) byName.set(keyOf(words), term);
			}

	return (query) => {
		const words = partsOf(query.toLowerCase());
		const hits: TermHit[] = [];
		const left = new Set(words.keys());
		for (let size = Math.min(longest, words.length); size > 0; size--)
			for (let from = 0; from + size <= words.length; from++) {
				const span = [...Array(size).keys()].map((i) => from + i);
				if (!span.every((i) => left.has(i))) continue;
				const covered = span.map((i) => words[i] ?? '');
				const term = byName.get(keyOf(covered));
				if (!term || hits.some((hit) => hit.term === term)) continue;
				for (const i of span) left.delete(i);
				hits.push({ term, whole: false, words: covered });
			}
		const rest = [...left].filter((i) => !STOP_WORDS.has(words[i] ?? ''));
		if (hits.length === 1 && hits[0] && !rest.length) hits[0].whole = true;
		return hits;
	};
}
