import { describe, expect, test } from 'vitest';
import { childrenOf, outline, OutlineError, parseBody } from '../../src/lib/outline.ts';
import { toString } from 'mdast-util-to-string';

const headings = (body: string) => outline(body).headings.map(({ slug, depth, line, hasContent, parent }) => [slug, depth, line, hasContent, parent]);

describe('headings', () => {
	test('slug, depth, line, content and parent', () => {
		expect(headings('## One\n\nText.\n\n### Two\n### Three\n\n- item\n\n## Four')).toEqual([
			['one', 2, 1, true, undefined],
			['two', 3, 5, false, 'one'],
			['three', 3, 6, true, 'one'],
			['four', 2, 10, false, undefined],
		]);
	});

	test('headings of the same text get a number, like on the site', () => {
		expect(headings('## Why\n## Why\n### Why').map(([slug]) => slug)).toEqual(['why', 'why-1', 'why-2']);
	});

	test.each([
		['## What `spark.sql.shuffle.partitions` does', 'what-sparksqlshufflepartitions-does'],
		['## Ask: *when* is **N = 3** enough?', 'ask-when-is-n--3-enough'],
		['## The job of 05:00 met key:value', 'the-job-of-0500-met-keyvalue'],
		['## Größe zählt', 'größe-zählt'],
	])('%s', (body, slug) => {
		expect(outline(body).headings[0]?.slug).toBe(slug);
	});

	test.each(['Text.', '- item', '```sql\nx\n```', '| a |\n| - |\n| b |', '<Misbelief id="x" />', '> quote', '$$\nx\n$$', ':::note\nText.\n:::'])(
		'%j is content',
		(content) => {
			expect(outline(`### A\n\n${content}\n\n### B`).headings.map(({ hasContent }) => hasContent)).toEqual([true, false]);
		},
	);

	test('childrenOf gives direct children only', () => {
		const list = outline('## Follow-ups\n### A\n#### Detail\n### B\n## Other\n### C').headings;
		expect(childrenOf(list, 'Follow-ups').map(({ text }) => text)).toEqual(['A', 'B']);
		expect(childrenOf(list, 'Missing')).toEqual([]);
	});
});

describe('links and images', () => {
	test('links in any form, with their lines', () => {
		const { links } = outline('[a](/a/)\n\n- **[b][ref]**\n\nhttps://c.example/\n\n[ref]: /b/#c "Title"\n[ref]: /second/\n\n| x |\n| - |\n| [`d`](#d) |\n');
		expect(links).toEqual([
			{ url: '/a/', line: 1, text: 'a' },
			{ url: '/b/#c', line: 3, text: 'b' },
			{ url: 'https://c.example/', line: 5, text: 'https://c.example/' },
			{ url: '#d', line: 12, text: 'd' },
		]);
	});

	test('what only looks like a link is none', () => {
		expect(outline('`[a](/a/)`\n\n```md\n[a](/a/)\n```\n\n\\[a](/a/) and [a]').links).toEqual([]);
	});

	test('images, with and without alternative', () => {
		expect(outline('![A plan](/plan.png)\n\n![][ref]\n\n[ref]: https://example.org/x.png').images).toEqual([
			{ url: '/plan.png', alt: 'A plan', line: 1 },
			{ url: 'https://example.org/x.png', alt: '', line: 3 },
		]);
	});
});

describe('fences', () => {
	test('language, rest of the line, text and line, also in a list', () => {
		expect(outline('```sql dialect=spark title="a b"\nSELECT 1\n```\n\n- item\n\n  ```\n  x\n  ```').fences).toEqual([
			{ lang: 'sql', meta: 'dialect=spark title="a b"', value: 'SELECT 1', line: 1 },
			{ lang: null, meta: '', value: 'x', line: 7 },
		]);
	});
});

describe('components and code', () => {
	test('components with their attributes', () => {
		const { components, code } = outline('<Misbelief id="x" />\n\nPress <kbd>a</kbd><br />');
		expect(components).toEqual([
			{ name: 'Misbelief', attributes: { id: 'x' }, line: 1 },
			{ name: 'kbd', attributes: {}, line: 3 },
			{ name: 'br', attributes: {}, line: 3 },
		]);
		expect(code).toEqual([]);
	});

	test.each([
		['an import', "import x from './x.js'"],
		['an export', 'export const x = 1'],
		['an expression', '{1 + 1}'],
		['an expression in a sentence', 'It is {process.exit()}.'],
		['an expression as attribute', '<Misbelief id={process.exit()} />'],
		['a spread attribute', '<Misbelief id="x" {...process.env} />'],
	])('%s is code', (_, body) => {
		expect(outline(`Text.\n\n${body}\n`).code).toEqual([{ line: 3 }]);
	});

	test('a comment is code that does nothing, and what goes on after its end is code', () => {
		expect(outline('Text.\n\n{/* a */}\n').code).toEqual([{ line: 3, isComment: true }]);
		expect(outline('Text.\n\n{/* a */ run() /* b */}\n').code).toEqual([{ line: 3 }]);
	});

	test('in backticks nothing is code', () => {
		expect(outline('`{process.exit()}` and `import x`\n\n```js\nimport x from "x";\n```')).toMatchObject({ code: [], components: [] });
	});
});

describe('malformed MDX', () => {
	test.each([
		['an element that is not closed', 'Text.\n\n<Misbelief id="x">\n', 3, 'Expected a closing tag for `<Misbelief>`'],
		['a less-than sign', 'Text.\n\nIf a <5 then\n', 3, 'Unexpected character `5`'],
		['a brace', 'Text.\n\nA map {a: 1\n', 3, 'Unexpected end of file in expression'],
		['an element closed by another', 'Text.\n\n<A>\n\nText.\n\n</B>\n', 7, 'Unexpected closing tag `</B>`, expected corresponding closing tag for `<A>`'],
		['an HTML comment', '<!-- later -->\n', 1, 'Unexpected character `!`'],
		['an expression that is no script', 'Text.\n\n{a b}\n', 3, 'Could not parse expression with acorn'],
	])('%s: reason and line', (_, body, line, reason) => {
		const error = (() => {
			try {
				outline(body);
			} catch (caught) {
				return caught;
			}
			return undefined;
		})();
		expect(error).toBeInstanceOf(OutlineError);
		expect((error as OutlineError).line).toBe(line);
		expect((error as OutlineError).message).toContain(reason);
		// Places within the body would contradict the line of the file that the check prints.
		expect((error as OutlineError).message).not.toMatch(/\d+:\d+-\d+:\d+/);
	});
});

test('times and pairs with a colon stay prose: only asides are directives', () => {
	const body = 'At 10:30 the key:value{x} came.\n\n::leaf[label]\n\n:::note\nAt 11:00.\n:::\n';
	const tree = parseBody(body);
	expect(tree.children.map(({ type }) => type)).toEqual(['paragraph', 'paragraph', 'containerDirective']);
	expect(tree.children.map((node) => toString(node))).toEqual(['At 10:30 the key:value{x} came.', '::leaf[label]', 'At 11:00.']);
});

test('the pages a diagram leads to are links, on the line they stand', () => {
	const body = 'Text.\n\n```mermaid\nflowchart LR\n  a --> b\n  click a "/spark/"\n  click b href "/batch/#x"\n```';
	expect(outline(body).links).toEqual([
		{ url: '/spark/', line: 6, text: 'a' },
		{ url: '/batch/#x', line: 7, text: 'b' },
	]);
});
