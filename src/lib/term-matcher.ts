import type { Term } from './reference-data.ts';

export interface TermMatch {
	term: Term;
	start: number;
	end: number;
}

/** Finds the terms a text mentions, in order, longest match first, none overlapping. */
export type TermMatcher = (text: string) => TermMatch[];

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Abbreviations and names are matched as written, ordinary words in any case. */
const caseMatters = (word: string) => /\p{Lu}.*\p{Lu}|^[^\s]{1,4}$/u.test(word) && /\p{Lu}/u.test(word);

/**
 * Builds a matcher for labels and aliases of the terms. Technologies are left out: every page names them, and a tooltip on
 * "Spark" teaches nobody. So are terms marked `linked: false`.
 */
export function termMatcher(terms: Term[]): TermMatcher {
	const words = new Map<string, { term: Term; exact: boolean }>();
	for (const term of terms) {
		if (term.group === 'technology' || term.linked === false) continue;
		for (const word of [term.label, ...term.aliases])
			if (word.length > 2) words.set(word.toLowerCase(), { term, exact: caseMatters(word) });
	}
	if (!words.size) return () => [];
	const alternatives = [...words.keys()].sort((a, b) => b.length - a.length).map(escape).join('|');
	const pattern = new RegExp(`(?<![\\p{L}\\p{N}_./-])(${alternatives})(e?s)?(?![\\p{L}\\p{N}_-]|\\.\\p{L})`, 'giu');
	const original = new Map(terms.flatMap((term) => [term.label, ...term.aliases].map((word) => [word.toLowerCase(), word])));
	return (text) =>
		[...text.matchAll(pattern)].flatMap((match) => {
			const [whole, word = ''] = match;
			const found = words.get(word.toLowerCase());
			if (!found || (found.exact && word !== original.get(word.toLowerCase()))) return [];
			return [{ term: found.term, start: match.index, end: match.index + whole.length }];
		});
}
