import type { ExpressiveCodePlugin } from '@astrojs/starlight/expressive-code';
import { visit } from 'unist-util-visit';

/** Expressive Code writes a `div` a line inside `code`, which HTML does not allow; its styles go by class, so `span` serves. */
export function validCodeBlocks(): ExpressiveCodePlugin {
	return {
		name: 'valid code blocks',
		hooks: {
			postprocessRenderedBlock: ({ renderData }) => {
				visit(renderData.blockAst, 'element', (code) => {
					if (code.tagName !== 'code') return;
					visit(code, 'element', (node) => {
						if (node.tagName === 'div') node.tagName = 'span';
					});
				});
			},
		},
	};
}
