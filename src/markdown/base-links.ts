import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { withBase } from '../lib/url.ts';

/** Prefixes links from the root with the base path: authors never write it. */
export function rehypeBaseLinks({ base }: { base: string }) {
	return (tree: Root) => {
		visit(tree, 'element', ({ properties }) => {
			for (const name of ['href', 'src'] as const)
				if (typeof properties[name] === 'string') properties[name] = withBase(properties[name], base);
		});
	};
}
