import { describe, expect, test } from 'vitest';
import { inlineLinks, inlineMarkdown, plainText } from '../../src/lib/inline-markdown.ts';

describe('inlineMarkdown', () => {
	test.each([
		['code, emphasis and links', 'Use `a < b`, *not* **c**: [d](/spark/ "t").', 'Use <code>a &#x3C; b</code>, <em>not</em> <strong>c</strong>: <a href="/spark/" title="t">d</a>.'],
		['no paragraph around it', 'Text', 'Text'],
		['signs of HTML', 'a < b & c', 'a &#x3C; b &#x26; c'],
		['escapes', '\\*not\\* \\`code\\` \\<b>', '*not* `code` &#x3C;b>'],
		['a script', 'a <script>alert(1)</script> b', 'a alert(1) b'],
		['an image that would run', 'a <img src=x onerror=alert(1)> b', 'a  b'],
		['a block of HTML', '<div onclick="alert(1)">x</div>', ''],
		['a comment', 'a <!-- x --> b', 'a  b'],
		['quotes in an address', '[a](/x/"onclick="alert) b', '<a href="/x/%22onclick=%22alert">a</a> b'],
		['nothing', '', ''],
	])('%s', (_, text, html) => {
		expect(inlineMarkdown(text)).toBe(html);
	});

	test('links from the root get the base path, others stay', () => {
		expect(inlineMarkdown('[a](/spark/) [b](https://b.example/) [c](#c)', '/watermark/')).toBe(
			'<a href="/watermark/spark/">a</a> <a href="https://b.example/">b</a> <a href="#c">c</a>',
		);
	});
});

describe('plainText', () => {
	test.each([
		['Use `a < b`, *not* **c**: [d](/spark/).', 'Use a < b, not c: d.'],
		['two\nlines  and\n\nparagraphs', 'two lines and paragraphs'],
		['a <b>bold</b> word<!-- x -->', 'a bold word'],
		['  ', ''],
	])('%j', (text, expected) => {
		expect(plainText(text)).toBe(expected);
	});
});

test('inlineLinks finds links and images, not code', () => {
	expect(inlineLinks('[a](/a/) `[b](/b/)` ![c](/c.png) [d][e]\n\n[e]: javascript:alert(1)')).toEqual(['/a/', '/c.png', 'javascript:alert(1)']);
	expect(inlineLinks('none')).toEqual([]);
});
