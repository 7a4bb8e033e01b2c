import fc from 'fast-check';
import type { Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { describe, expect, test } from 'vitest';
import { emit } from '../../../../scripts/normalize/write/emit.ts';
import { inline } from '../../../../scripts/normalize/write/inline.ts';
import { outline } from '../../../../src/lib/outline.ts';
import { parsePage } from '../../../../src/lib/pages.ts';

const root = (...children: RootContent[]): Root => ({ type: 'root', children });
const text = (value: string): RootContent => ({ type: 'paragraph', children: [{ type: 'text', value }] });
const bodyOf = (file: string): string => parsePage('a.mdx', 'a', file).body;

/** Texts that mean something to a part of the pipeline, to be mixed with anything. */
const HOSTILE = [
	'import x from "y"', 'export const a = 1', 'export default () => process.exit()', '{process.exit()}', '<script>alert(1)</script>', '<Component {...x} />', '</div>', '<!-- c -->',
	'---', '+++', ':::note', '::leaf', ':text[x]{y}', '```', '~~~', '$x$', '$$', '{/* a */}', '*/', '# h', '- a', '1. a', '> q', '| a | b |', '[a](javascript:alert(1))', '[^1]: note',
	'![x](y)', '&amp;', '\\', '\\{', '`', '**', '__', '~~', '<', '{', '}', 'https://example.org/a_b', 'www.example.org', 'a@example.org', '\u2028', '\t', '    code', '===',
];
const hostile = fc.array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme' }), fc.constantFrom(' ', '\n', 'word')), { maxLength: 12 }).map((parts) =>
	// Decoding leaves no control characters.
	parts.join('').replace(/[\u0000-\u0008\u000E-\u001F]/g, ''),
);
/** White space counts as one space. */
const seen = (value: string) => value.replace(/\s+/g, ' ').trim();

describe('any text arrives as text', () => {
	test('in a paragraph', () => {
		fc.assert(
			fc.property(hostile, (value) => {
				const { text: file, tree } = emit({ title: 'T' }, root(text(value)));
				expect(seen(toString(tree))).toBe(seen(value));
				expect(outline(bodyOf(file)).code).toEqual([]);
			}),
			{ numRuns: 400 },
		);
	});

	test('in a heading, a list, a quote, a cell and code', () => {
		fc.assert(
			fc.property(hostile, (value) => {
				const flat = value.replace(/\s+/g, ' ').trim() || 'x';
				const phrasing = [{ type: 'text' as const, value: flat }];
				const { text: file, tree } = emit({ title: 'T' }, root(
					{ type: 'heading', depth: 2, children: phrasing },
					{ type: 'list', ordered: false, spread: false, children: [{ type: 'listItem', spread: false, children: [{ type: 'paragraph', children: phrasing }] }] },
					{ type: 'blockquote', children: [{ type: 'paragraph', children: phrasing }] },
					{ type: 'table', align: [null], children: [{ type: 'tableRow', children: [{ type: 'tableCell', children: phrasing }] }] },
					{ type: 'code', lang: 'text', value },
				));
				expect(seen(toString(tree))).toBe(seen(flat.repeat(4) + value.replace(/\r\n?/g, '\n')));
				expect(outline(bodyOf(file)).code).toEqual([]);
			}),
			{ numRuns: 200 },
		);
	});

	test('read as inline Markdown: what it executes is nothing', () => {
		fc.assert(
			fc.property(hostile, (value) => {
				const { text: file } = emit({ title: 'T' }, root({ type: 'paragraph', children: inline(value) }));
				const { code, components, links } = outline(bodyOf(file));
				expect([code, components]).toEqual([[], []]);
				expect(links.filter(({ url }) => !/^(https?:|mailto:)/.test(url))).toEqual([]);
			}),
			{ numRuns: 400 },
		);
	});

	test('in the frontmatter', () => {
		fc.assert(
			fc.property(hostile, (value) => {
				const { text: file } = emit({ title: value, question: value }, root(text('x')));
				expect(parsePage('a.mdx', 'a', file).frontmatter.toJS()).toEqual({ title: value, question: value });
			}),
			{ numRuns: 200 },
		);
	});

	test('in a comment, which nothing in it ends', () => {
		fc.assert(
			fc.property(hostile, (value) => {
				const { text: file } = emit({ title: 'T' }, root({ type: 'mdxFlowExpression', value: `/* ${value.replaceAll('*/', '* /')} */` }));
				expect(outline(bodyOf(file)).code.filter(({ isComment }) => !isComment)).toEqual([]);
			}),
			{ numRuns: 200 },
		);
	});
});

test('a page as an editor would write it', () => {
	const { text: file } = emit(
		{ title: 'Late: data', draft: true, from: { document: 'a.txt', lines: '1-9' } },
		root(
			{ type: 'heading', depth: 2, children: [{ type: 'text', value: 'Watermarks {event time}' }] },
			{ type: 'paragraph', children: inline('export the table with df.write.save(), {not} code; see https://example.org/a and **bold** words') },
			{ type: 'code', lang: 'sql', meta: 'dialect=spark', value: 'SELECT 1' },
			{ type: 'list', ordered: true, start: 3, spread: false, children: ['c', 'd'].map((value) => ({ type: 'listItem', spread: false, children: [{ type: 'paragraph', children: [{ type: 'text', value }] }] })) },
		),
	);
	expect(file).toBe(`---
title: "Late: data"
draft: true
from:
  document: a.txt
  lines: 1-9
---

## Watermarks \\{event time}

&#x65;xport the table with \`df.write.save()\`, \\{not} code; see [https://example.org/a](https://example.org/a) and **bold** words

\`\`\`sql dialect=spark
SELECT 1
\`\`\`

3. c
4. d
`);
});
