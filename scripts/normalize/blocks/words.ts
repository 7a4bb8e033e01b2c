/** The words of a document, counted: what a document itself says about how it spells a word. */
import type { Row } from './source.ts';

export type Words = Map<string, number>;

const WORD = /[\p{L}\p{N}_]+(?:[-‐][\p{L}\p{N}_]+)*/gu;
const MAX_WORD = 60;

/** Words in lower case with how often they occur; of `row-group` the whole and both halves. Fragments at line ends count as they stand. */
export const wordsOf = (rows: Row[]): Words => {
	const words: Words = new Map();
	const count = (word: string) => words.set(word, (words.get(word) ?? 0) + 1);
	for (const row of rows) {
		if (row.kind !== 'text') continue;
		for (const [found] of row.text.matchAll(WORD)) {
			if (found.length > MAX_WORD) continue;
			const word = found.toLowerCase().replaceAll('‐', '-');
			count(word);
			if (word.includes('-')) word.split('-').forEach(count);
		}
	}
	return words;
};

/** Whether a text ends as a sentence does; `e.g.` and the like do not end one. */
export const isTerminated = (text: string): boolean => {
	const end = text.slice(-24).replace(/["'”’»*_`)\]]+$/u, '');
	return /[.!?…:;]$/u.test(end) && !/\b(?:e\.g|i\.e|vs|cf|approx|incl)\.$/iu.test(end);
};

const listOf = (words: string): Set<string> => new Set(words.split(' '));

/** Words no title ends with. */
const JOINING = listOf('a an the and or but of to at for from with as is are was were be than that which because if into per vs versus without');

/** Words after which a sentence broken by inline code goes on. */
const LEADING = listOf(
	'in on by via using use uses used when where while like onto between under over after before why how what call run set add write query takes has have ' +
		'can will not each every any this these its no only',
);

const hangs = (text: string): boolean => /[,(→=—–+/]$/u.test(text) || text.lastIndexOf('(') > text.lastIndexOf(')');
const lastWord = (text: string): string => /([\p{L}]+)$/u.exec(text)?.[1] ?? '';
const TAIL = 200;

/** Whether a text cannot be a whole title: its last word joins, or a bracket is open. */
export const isHalfTitle = (text: string): boolean => hangs(text.slice(-TAIL)) || JOINING.has(lastWord(text.slice(-TAIL)));

/** Whether a text waits for more: its last word leads on to something, or a bracket is open. */
export const isOpen = (text: string): boolean => {
	const word = lastWord(text.slice(-TAIL)).toLowerCase();
	return hangs(text.slice(-TAIL)) || JOINING.has(word) || LEADING.has(word);
};
