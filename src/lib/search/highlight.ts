/** Finds words in running text, as the search spelt them on the way here. */

/** Name of the parameter that carries the words of a result to its page. */
export const HIGHLIGHT_PARAM = 'highlight';

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const WORDY = /[\p{L}\p{N}_]/u;

/** Where the words stand in a text, as start and end offsets, in order. Whole words only, in any case. */
export function findWords(text: string, words: string[]): { start: number; end: number }[] {
	const wanted = [...new Set(words.map((word) => word.trim().toLowerCase()).filter(Boolean))].sort((a, b) => b.length - a.length);
	if (!wanted.length) return [];
	const alternatives = wanted.map((word) => {
		const before = WORDY.test(word[0] ?? '') ? '(?<![\\p{L}\\p{N}_])' : '';
		const after = WORDY.test(word.at(-1) ?? '') ? '(?![\\p{L}\\p{N}_])' : '';
		return before + escape(word) + after;
	});
	return [...text.matchAll(new RegExp(alternatives.join('|'), 'giu'))].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** Address of a place in a page, with the words to highlight there. */
export function highlightAddress(url: string, anchor: string, words: string[]): string {
	const [path = '', hash] = url.split('#');
	const query = words.length ? `?${HIGHLIGHT_PARAM}=${encodeURIComponent(words.join(' ')).replaceAll('%20', '+')}` : '';
	const target = anchor && anchor !== '_top' ? anchor : (hash ?? '');
	return path + query + (target ? `#${target}` : '');
}
