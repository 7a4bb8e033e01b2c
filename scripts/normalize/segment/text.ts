/** The words of blocks, for counting and comparing. */
import type { Block } from '../model.ts';
import { countWords, plainText } from '../site/content-words.ts';

/** What a block says, a line of the document a line of text; code, tables and drawings included. */
export function textOfBlock(block: Block): string {
	switch (block.kind) {
		case 'heading':
		case 'paragraph':
			return block.text;
		case 'list':
			return block.items.map(({ blocks }) => textOf(blocks)).join('\n');
		case 'quote':
			return textOf(block.blocks);
		case 'rule':
			return '';
		case 'code':
		case 'table':
		case 'drawing':
			return block.lines.map(({ text }) => text).join('\n');
	}
}

/** What blocks say, in their order. */
export const textOf = (blocks: readonly Block[]): string => blocks.map(textOfBlock).join('\n');

/** Words of blocks without those of code: what a page has to read. */
export const proseWords = (blocks: readonly Block[]): number =>
	blocks.reduce((sum, block) => sum + (block.kind === 'code' || block.kind === 'drawing' ? 0 : countWords(textOfBlock(block))), 0);

/** Whether blocks show something a page can be made for: code, a table, a drawing. */
export const hasSample = (blocks: readonly Block[]): boolean => blocks.some(({ kind }) => kind === 'code' || kind === 'table' || kind === 'drawing');

/** Adds items to a list, however many. */
export function append<T>(list: T[], items: Iterable<T>): void {
	for (const item of items) list.push(item);
}

const LONGEST_TITLE = 70;
/** What is longer is no title; its beginning is enough to say what it is. */
const LONGEST_HEADING = 2000;

/** A heading as a title: plain text, without the signs and pictures before and after it; of a very long one the beginning. */
export const plainTitle = (heading: string): string =>
	plainText(heading.slice(0, LONGEST_HEADING))
		.replace(/^[^\p{L}\p{N}"“‘'([_$@#./<-]+/u, '')
		.replace(/[\s\p{Extended_Pictographic}\u{FE0F}\u{200D}:–—-]+$/u, (end) => end.replace(/[^\p{N}]/gu, ''));

/** A title of at most 70 characters, cut at a word with an ellipsis. */
export function shortTitle(title: string): string {
	if (title.length <= LONGEST_TITLE) return title;
	const head = title.slice(0, LONGEST_TITLE - 1);
	const border = head.lastIndexOf(' ');
	return `${head.slice(0, border > LONGEST_TITLE / 2 ? border : head.length).replace(/[\s,;:.–—-]+$/, '')}…`;
}
