/** Words of a text as the comparisons of drafts and pages see them. */
import { partsOf, stem, STOP_WORDS } from '../../../src/lib/search/words.ts';

/** Longer runs of letters are data, not words. */
const LONGEST_WORD = 40;
/** What stands between white space and is longer is an address or data: nothing in it is a word of the text. */
const LONGEST_TOKEN = 200;

/** Tokens come again and again; only so many are remembered, whatever a document holds. */
const REMEMBERED = 50_000;
const remembered = new Map<string, readonly string[]>();

function wordsOfToken(token: string): readonly string[] {
	const known = remembered.get(token);
	if (known) return known;
	const words = partsOf(token)
		.filter((part) => part.length > 1 && part.length <= LONGEST_WORD && !STOP_WORDS.has(part) && !/^\d+$/.test(part))
		.map(stem);
	if (remembered.size >= REMEMBERED) remembered.clear();
	remembered.set(token, words);
	return words;
}

/** Stems of what a text speaks of, in order: no stop words, no single letters, no bare numbers. */
export function contentWords(text: string): string[] {
	const words: string[] = [];
	for (const [token] of text.matchAll(/\S+/g)) if (token.length <= LONGEST_TOKEN) for (const word of wordsOfToken(token)) words.push(word);
	return words;
}

/** Words of a text by white space: a measure of its length. */
export function countWords(text: string): number {
	let count = 0;
	for (const _ of text.matchAll(/\S+/g)) count++;
	return count;
}

/** Takes marks of emphasis and links off what is no code. */
const plainProse = (prose: string): string =>
	prose
		.replace(/!?\[([^[\]]{0,400})\]\([^()\s]{0,800}(?:\s"[^"]{0,200}")?\)/g, '$1')
		.replace(/\*\*(?=\S)([^*]{1,400})\*\*/g, '$1')
		.replace(/(?<![\p{L}\p{N}*\\(])\*(?=[^\s*])([^*]{1,400})(?<=\S)\*(?![\p{L}\p{N}*)])/gu, '$1')
		.replace(/\\([\\`*_{}[\]()#+.!$<>~|-])/g, '$1');

/** Inline Markdown as a reader sees it: no emphasis, no backticks, of links the text alone. */
export const plainText = (markdown: string): string =>
	markdown
		.split(/(`[^`]*`)/)
		.map((part, i) => (i % 2 ? part.slice(1, -1) : plainProse(part)))
		.join('')
		.replace(/\s+/g, ' ')
		.trim();
