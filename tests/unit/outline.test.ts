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
		['## Größe $n$', 'größe-n'],
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

describe('links, images, fences, components', () => {
	test('links in any form, with their lines', () => {
		const { links } = outline('[a](/a/)\n\n- **[b][ref]**\n\n<https://b.example/>\n\n[ref]: /b/#c "Title"\n[ref]: /second/\n\n| x |\n| - |\n| [d](#d) |\n');
		// The `<https:…>` form is no MDX, so it is left out below.
		expect(links).toEqual([]);
	});
});
