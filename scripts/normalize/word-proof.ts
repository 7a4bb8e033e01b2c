/** The words of a text and the proof that none was lost. */
import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { lettersOf, type Furniture, type Note } from './model.ts';

/** Words with how often each occurs. */
export type WordCount = Map<string, number>;

const WORD = /[\p{L}\p{N}]+/gu;

/** Adds the words of a text, runs of letters and digits, `times` times. */
export function addWords(count: WordCount, text: string, times = 1): void {
	for (const [word] of text.matchAll(WORD)) count.set(word, (count.get(word) ?? 0) + times);
}

/**
 * Every text of a page's tree that a reader or an editor sees: prose, code and comments, numbers of lists, addresses of links. Mark-up ends a
 * word, as it does in the document. Diagrams are left out: their source stands in the comment beside them.
 */
export function addTreeWords(count: WordCount, root: Root): void {
	visit(root, (node) => {
		if (node.type === 'code') {
			if (node.lang === 'mermaid') return;
			addWords(count, `${node.lang ?? ''} ${node.meta ?? ''}`);
		}
		if (node.type === 'link' && toString(node) !== node.url) addWords(count, node.url);
		if (node.type === 'list' && node.ordered) node.children.forEach((_, i) => addWords(count, String((node.start ?? 1) + i)));
		if ('value' in node) addWords(count, node.value);
	});
}

export interface Loss {
	word: string;
	times: number;
}

/**
 * Words of the input that are neither in the output nor among what was removed; empty where nothing was lost.
 * Joined and parted words count as they became, where the letters are the same.
 */
export function losses(input: WordCount, output: WordCount, furniture: Furniture[], notes: Note[]): Loss[] {
	const left = new Map(input);
	for (const { reword } of notes) {
		if (!reword || lettersOf(reword.before) !== lettersOf(reword.after)) continue;
		addWords(left, reword.before, -1);
		addWords(left, reword.after);
	}
	for (const { text } of furniture) addWords(left, text, -1);
	return [...left]
		.map(([word, times]) => ({ word, times: times - (output.get(word) ?? 0) }))
		.filter(({ times }) => times > 0)
		.sort((a, b) => (a.word < b.word ? -1 : 1));
}
