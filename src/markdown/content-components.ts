import type { Root } from 'mdast';
import type { MdxjsEsm } from 'mdast-util-mdx';
import { visit } from 'unist-util-visit';
import { CONTENT_COMPONENTS } from '../lib/content-components.ts';

/** Imports the components a page uses, so that content holds no code. */
export function remarkContentComponents() {
	return (tree: Root) => {
		const used = new Set<string>();
		visit(tree, ['mdxJsxFlowElement', 'mdxJsxTextElement'], (node) => {
			const name = 'name' in node ? node.name : null;
			if (name && Object.hasOwn(CONTENT_COMPONENTS, name)) used.add(name);
		});
		tree.children.unshift(...[...used].sort().map(importOf));
	};
}

function importOf(name: string): MdxjsEsm {
	const source = `/src/components/${name}.astro`;
	return {
		type: 'mdxjsEsm',
		value: `import ${name} from '${source}';`,
		data: {
			estree: {
				type: 'Program',
				sourceType: 'module',
				body: [
					{
						type: 'ImportDeclaration',
						attributes: [],
						source: { type: 'Literal', value: source, raw: `'${source}'` },
						specifiers: [{ type: 'ImportDefaultSpecifier', local: { type: 'Identifier', name } }],
					},
				],
			},
		},
	};
}
