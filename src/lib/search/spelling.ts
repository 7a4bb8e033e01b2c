/** Finds what was meant by a misspelt word. */
import { partsOf, stem } from './words.ts';

/**
 * Slips between two words: letters left out, added, replaced or swapped with their neighbour (optimal string alignment).
 * Counts no further than `limit`; more than that is `limit + 1`.
 */
export function slips(a: string, b: string, limit: number): number {
	if (Math.abs(a.length - b.length) > limit) return limit + 1;
	let before: number[] = [];
	let above = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const replaced = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			let least = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replaced);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (before[j - 2] ?? 0) + 1);
			row.push(least);
		}
		if (Math.min(...row) > limit) return limit + 1;
		[before, above] = [above, row];
	}
	return Math.min(above[b.length] ?? 0, limit + 1);
}

/** Slips that still count as the same word: none in short words, one from five letters on, two from eight on. */
export const allowedSlips = (word: string): number => (word.length < 5 ? 0 : word.length < 8 ? 1 : 2);

export interface Dictionary {
	/** Whether the site has the word, a form of it or a word that begins with it. */
	knows(word: string): boolean;
	/** The word that was most likely meant, or nothing. Takes and gives lower case. */
	nearest(word: string): string | undefined;
}

/**
 * A dictionary of the site's words, given with the most frequent first. Words of `names` (topics, terms, titles) win over
 * others that are as near; a name written without its spaces is read as the name.
 */
export function dictionary(words: string[], names: string[] = []): Dictionary {
	const known = new Set(words);
	const stems = new Set(words.map(stem));
	const apart = new Map(names.map((name) => partsOf(name.toLowerCase())).map((parts) => [parts.join(''), parts.join(' ')]));
	const named = new Set([...apart.values()].flatMap((name) => name.split(' ')));
	const ordered = [...new Set([...named, ...words])].filter((word) => word.length >= 4 && /^\p{L}+$/u.test(word));
	return {
		knows: (word) => known.has(word) || stems.has(stem(word)) || words.some((other) => other.startsWith(word)),
		nearest: (word) => {
			const limit = allowedSlips(word);
			let best = apart.get(word);
			if (best) return best;
			let least = limit + 1;
			ordered.forEach((candidate, rank) => {
				const count = slips(word, candidate, limit);
				if (count > limit) return;
				// A wrong first letter is rare, a name of the field is likely, and so is a frequent word.
				const cost = count + (candidate[0] === word[0] ? 0 : 0.5) - (named.has(candidate) ? 0.3 : 0) + 0.2 * (rank / ordered.length);
				if (cost >= least) return;
				least = cost;
				best = candidate;
			});
			return best;
		},
	};
}
