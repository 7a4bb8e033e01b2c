import { existsSync } from 'node:fs';
import type { Root } from 'mdast';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { CONTENT_COMPONENTS } from '../../src/lib/content-components.ts';
import { remarkContentComponents } from '../../src/markdown/content-components.ts';

function imports(body: string): string[] {
	const tree: Root = unified().use(remarkParse).use(remarkMdx).parse(body);
	remarkContentComponents()(tree);
	return tree.children.flatMap((node) => (node.type === 'mdxjsEsm' ? [node.value] : []));
}

test('each component that a page uses is imported once, before everything', () => {
	expect(imports('Text.\n\n<Shortcuts />\n\n<Misbelief id="a" />\n\nIn a line <Misbelief id="b" />.')).toEqual([
		"import Misbelief from '/src/components/Misbelief.astro';",
		"import Shortcuts from '/src/components/Shortcuts.astro';",
	]);
});

test('the import is there for the compiler too', () => {
	const tree: Root = unified().use(remarkParse).use(remarkMdx).parse('<Shortcuts />');
	remarkContentComponents()(tree);
	expect(tree.children[0]).toMatchObject({
		type: 'mdxjsEsm',
		data: { estree: { body: [{ type: 'ImportDeclaration', source: { value: '/src/components/Shortcuts.astro' }, specifiers: [{ local: { name: 'Shortcuts' } }] }] } },
	});
});

test.each(['Text.', '`<Misbelief />`', '<kbd>a</kbd>', '<Unknown />', '<constructor />', '<toString />'])('%s: none', (body) => {
	expect(imports(body)).toEqual([]);
});

test('every component on the list exists', () => {
	for (const name of Object.keys(CONTENT_COMPONENTS)) expect(existsSync(`src/components/${name}.astro`), name).toBe(true);
});
