import type { Root } from 'hast';
import { compile } from '@mdx-js/mdx';
import { select, selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import rehypeExpressiveCode from 'rehype-expressive-code';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { remarkDiagrams } from '../../src/markdown/diagrams.ts';

const DIAGRAM = 'flowchart LR\n  accTitle: A title\n  accDescr: What it shows.\n  a["x < y"] -->|{braces}| b';
const good = DIAGRAM.replace('{braces}', '"{braces}"');
const fence = (source: string) => `\`\`\`mermaid\n${source}\n\`\`\``;

async function toTree(markdown: string): Promise<Root> {
	const processor = unified().use(remarkParse).use(remarkMdx).use(remarkDiagrams).use(remarkRehype).use(rehypeExpressiveCode, { themes: ['github-light'] });
	const file = new VFile({ value: markdown, path: 'page.md' });
	return (await processor.run(processor.parse(file), file)) as Root;
}

describe('remarkDiagrams', () => {
	test('a fence becomes a figure: a focusable, named box with the drawing, and the source', async () => {
		const tree = await toTree(`before\n\n${fence(good)}\n\nafter`);
		expect(select('figure.diagram > div.diagram-box[tabindex="0"][role=group][aria-label="Diagram: A title"] > svg[role=img]', tree)).toBeTruthy();
		const source = select('figure.diagram > details.diagram-source > pre > code.language-mermaid', tree);
		expect(toString(source!)).toBe(good);
		expect(toString(select('details > summary', tree)!)).toBe('Diagram source');
		expect(selectAll('p', tree).map((node) => toString(node))).toEqual(['before', 'after']);
	});

	test('Expressive Code takes other code and leaves the diagram alone', async () => {
		const tree = await toTree(`${fence(good)}\n\n\`\`\`sql\nSELECT 1\n\`\`\``);
		expect(selectAll('.expressive-code', tree)).toHaveLength(1);
		expect(select('.expressive-code code', tree) && toString(select('.expressive-code code', tree)!)).toContain('SELECT 1');
		expect(select('figure.diagram .expressive-code', tree)).toBeFalsy();
	});

	test('the search index passes over the source', async () => {
		expect(select('details.diagram-source[data-pagefind-ignore=all]', await toTree(fence(good)))).toBeTruthy();
	});

	test('each diagram of a page has ids of its own', async () => {
		const tree = await toTree([good, good, good].map(fence).join('\n\n'));
		const ids = selectAll('[id]', tree).map(({ properties }) => String(properties['id']));
		expect(ids.length).toBeGreaterThanOrEqual(9);
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids).toEqual(expect.arrayContaining(['diagram-1-title', 'diagram-2-title', 'diagram-3-title']));
	});

	test('MDX keeps the attributes of SVG and the braces of the source', async () => {
		const code = String(await compile(fence(good), { remarkPlugins: [remarkDiagrams], elementAttributeNameCase: 'html', jsx: true }));
		expect(code).toMatch(/viewBox="0 0 \d+ \d+"/);
		expect(code).toContain('marker-end="url(#diagram-1-arrow)"');
		expect(code).toContain('markerUnits="userSpaceOnUse"');
		expect(code).toContain('{"{braces}"}');
		expect(code).toContain('{"x < y"}');
	});

	test('other fences stay what they are', async () => {
		const tree = unified().use(remarkParse).parse('```js\nflowchart\n```');
		const before = structuredClone(tree);
		await unified().use(remarkDiagrams).run(tree);
		expect(tree).toEqual(before);
	});

	test('an error names the line of the file', async () => {
		const markdown = `---\ntitle: x\n---\n\ntext\n\n- item\n\n  ${fence(`${good}\n  c -->`).replaceAll('\n', '\n  ')}\n`;
		const error = await compile(new VFile({ value: markdown, path: 'content/page.mdx' }), { remarkPlugins: [remarkDiagrams] }).then(
			() => undefined,
			(reason: unknown) => reason as { message: string; line: number; file: string; ruleId: string },
		);
		expect(markdown.split('\n')[13]).toContain('c -->');
		expect(error).toMatchObject({ line: 14, file: 'content/page.mdx', ruleId: 'diagram' });
		expect(error!.message).toBe('Diagram: Cannot read "c -->": the line ends where a node is expected.');
	});
});
