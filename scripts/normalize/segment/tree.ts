/** Blocks as a tree of sections by their headings. */
import type { Block, HeadingBlock } from '../model.ts';
import { hasSample, proseWords } from './text.ts';

export interface Section {
	/** None at the root: what stands before the first heading. */
	heading?: HeadingBlock;
	/** Blocks before the first heading below. */
	own: Block[];
	children: Section[];
	/** Words of the whole section but its code and its heading. */
	words: number;
	ownWords: number;
	/** Whether the section or one below shows code, a table or a drawing. */
	sample: boolean;
}

/** Deeper headings count as this deep, so that a tree is never deep. */
const DEEPEST = 6;

const sectionOf = (heading?: HeadingBlock): Section => ({ ...(heading && { heading }), own: [], children: [], words: 0, ownWords: 0, sample: false });

function measure(section: Section): void {
	section.ownWords = proseWords(section.own);
	section.words = section.ownWords;
	section.sample = hasSample(section.own);
	for (const child of section.children) {
		measure(child);
		section.words += child.words;
		section.sample ||= child.sample;
	}
}

/** The sections of a document; the root holds what stands before the first heading. */
export function sectionTree(blocks: readonly Block[]): Section {
	const root = sectionOf();
	const open: Section[] = [root];
	for (const block of blocks) {
		if (block.kind !== 'heading') {
			open.at(-1)?.own.push(block);
			continue;
		}
		const depth = Math.min(Math.max(block.depth, 1), DEEPEST);
		while (open.length > 1 && Math.min(open.at(-1)?.heading?.depth ?? 0, DEEPEST) >= depth) open.pop();
		const section = sectionOf(block);
		open.at(-1)?.children.push(section);
		open.push(section);
	}
	measure(root);
	return root;
}

/** A section's blocks in the document's order, its own heading not included. */
export const blocksBelow = (section: Section): Block[] => [...section.own, ...section.children.flatMap(blocksWith)];

/** A section's blocks with its heading first. */
export const blocksWith = (section: Section): Block[] => [...(section.heading ? [section.heading] : []), ...blocksBelow(section)];

/** Last line of a section. */
export const endOf = (section: Section): number => {
	const last = section.children.at(-1);
	return last ? endOf(last) : (section.own.at(-1)?.end ?? section.heading?.end ?? 0);
};

/** Headings of a body at depth 2 and below, none skipped, in the relations they had. */
export function relevel(blocks: readonly Block[], top = 2): Block[] {
	const open: number[] = [];
	return blocks.map((block) => {
		if (block.kind !== 'heading') return block;
		while (open.length && (open.at(-1) ?? 0) >= block.depth) open.pop();
		open.push(block.depth);
		return { ...block, depth: Math.min(top + open.length - 1, DEEPEST) };
	});
}

/** Without the rules at the ends, before headings and after one another: they part what is parted now. */
export function trimRules(blocks: readonly Block[]): Block[] {
	const kept: Block[] = [];
	const dropRule = () => {
		if (kept.at(-1)?.kind === 'rule') kept.pop();
	};
	for (const block of blocks) {
		if (block.kind === 'rule' ? kept.length === 0 || kept.at(-1)?.kind === 'rule' : false) continue;
		if (block.kind === 'heading') dropRule();
		kept.push(block);
	}
	dropRule();
	return kept;
}
