/** Questions without an answer, in sections whose questions the site folds: each needs something to unfold. */
import type { Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { FOLDED_SECTIONS } from '../../../src/lib/check-content.ts';
import { NO_ANSWER } from '../model.ts';

/**
 * Puts a sentence below each question of a folded section that has nothing below it.
 * @returns the questions
 */
export function fillFolds(root: Root): string[] {
	const filled: string[] = [];
	let foldDepth = Infinity;
	root.children = root.children.flatMap((node, i): RootContent[] => {
		if (node.type !== 'heading') return [node];
		if (node.depth <= foldDepth) foldDepth = (FOLDED_SECTIONS as readonly string[]).includes(toString(node)) ? node.depth : Infinity;
		const next = root.children[i + 1];
		const isEmpty = !next || (next.type === 'heading' && next.depth <= node.depth);
		if (!isEmpty || node.depth <= foldDepth) return [node];
		filled.push(toString(node));
		return [node, { type: 'paragraph', children: [{ type: 'text', value: NO_ANSWER }] }];
	});
	return filled;
}
