import fc from 'fast-check';
import type { PhrasingContent } from 'mdast';
import { describe, expect, test } from 'vitest';
import { inline, plainInline, toInlineMarkdown } from '../../../../scripts/normalize/write/inline.ts';

const text = (value: string): PhrasingContent => ({ type: 'text', value });
const code = (value: string): PhrasingContent => ({ type: 'inlineCode', value });

describe('inline Markdown of a document', () => {
	test('emphasis, code and names of code', () => {
		expect(inline('Set spark.sql.shuffle.partitions **before** the first `join`')).toEqual([
			text('Set '),
			code('spark.sql.shuffle.partitions'),
			text(' '),
			{ type: 'strong', children: [text('before')] },
			text(' the first '),
			code('join'),
		]);
	});

	test('HTML, entities and block marks are text', () => {
		expect(inline('# <b>a</b> &copy; - x')).toEqual([text('# <b>a</b> &copy; - x')]);
	});

	test('addresses become links, others only where the linker knows them', () => {
		const linker = { link: ({ url }: { url: string }) => (url === './a.md' ? '/spark/a/' : undefined), mentions: () => [] };
		expect(inline('https://example.org/x, [here](./a.md) and [there](javascript:run)', linker)).toEqual([
			{ type: 'link', url: 'https://example.org/x', children: [text('https://example.org/x')] },
			text(', '),
			{ type: 'link', url: '/spark/a/', children: [text('here')] },
			text(' and there'),
		]);
	});

	test('a picture is what is said of it', () => {
		expect(plainInline('![a plan](plan.png "Plan") below')).toBe('[a plan – Plan – plan.png] below');
	});

	test('simple texts read as the parser reads them', () => {
		const part = fc.oneof(fc.constantFrom('`a_b`', '` a`', '``', '`', 'word', ' ', '!', '(', ')', '.', '$x', '{y}', 'https://example.org/a', '-', '#', '>', '~', '"', '1.'), fc.string({ unit: 'grapheme', maxLength: 4 }));
		fc.assert(
			fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
				const simple = parts.join('').replace(/[\u0000-\u001f\u007f-\u009f]/g, '').trim();
				fc.pre(simple !== '' && simple.split('`').length % 2 === 1);
				// The emphasis at the end leads past the short way.
				const long = inline(`${simple} *x*`);
				const [last] = long.splice(-1);
				fc.pre(last?.type === 'emphasis');
				const end = long.at(-1);
				if (end?.type === 'text') end.value = end.value.replace(/ $/, '');
				expect(long.filter((node) => node.type !== 'text' || node.value)).toEqual(inline(simple));
			}),
			{ numRuns: 500 },
		);
	});

	test('written back, it says the same', () => {
		expect(toInlineMarkdown(inline('Why is `a_b` < 3 * 4 and **not** <script>?'))).toBe('Why is `a_b` < 3 \\* 4 and **not** \\<script>?');
	});
});
