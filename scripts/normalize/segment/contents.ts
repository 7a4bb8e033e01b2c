/** Takes tables of contents out of a document: every page has its own. */
import type { Block, Furniture } from '../model.ts';
import { countWords } from '../site/content-words.ts';
import { plainTitle, textOf, textOfBlock } from './text.ts';
import { blocksWith, type Section } from './tree.ts';

const isContents = ({ heading }: Section): boolean => heading !== undefined && /^(?:table of )?contents$/i.test(plainTitle(heading.text.slice(0, 100)));

const LONGEST_ENTRY = 20;

const isShortList = (block: Block): boolean => block.kind === 'list' && block.items.every((item) => countWords(textOf(item.blocks)) <= LONGEST_ENTRY);

/** Lists of short lines and nothing else. */
const isListing = ({ own, children }: Section): boolean =>
	own.some(({ kind }) => kind === 'list') && own.every((block) => block.kind === 'rule' || isShortList(block)) && children.every(isListing);

/** Whether a table of contents has entries, below it or beside it. */
const hasText = (section: Section): boolean => section.own.some((block) => textOfBlock(block).trim() !== '') || section.children.length > 0;

/**
 * Removes sections headed "Contents" with their entries. Where the heading stands alone, the listings right after it are its entries,
 * a heading and a list each: a guess. Returns what was taken out.
 */
export function takeContents(section: Section): Furniture[] {
	const taken: Furniture[] = [];
	let listing = false;
	section.children = section.children.filter((child) => {
		const contents = isContents(child);
		if (contents) listing = !hasText(child);
		else listing &&= isListing(child);
		if (!contents && !listing) return true;
		taken.push({ line: child.heading?.line ?? 1, text: textOf(blocksWith(child)), reason: 'table of contents' });
		return false;
	});
	return [...taken, ...section.children.flatMap(takeContents)];
}
