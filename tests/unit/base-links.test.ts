import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { rehypeBaseLinks } from '../../src/markdown/base-links.ts';

function under(base: string, html: string): string {
	const tree = fromHtml(html, { fragment: true });
	rehypeBaseLinks({ base })(tree);
	return toHtml(tree);
}

test('links and images from the root get the base path, at any depth', () => {
	expect(under('/watermark', '<p><a href="/spark/#x">a</a><span><img src="/a.png" alt=""></span></p>')).toBe(
		'<p><a href="/watermark/spark/#x">a</a><span><img src="/watermark/a.png" alt=""></span></p>',
	);
});

test('all others stay', () => {
	const html = '<a href="https://spark.apache.org/">a</a><a href="//cdn.example/">b</a><a href="#c">c</a><a href="mailto:a@example.org">d</a><a>e</a>';
	expect(under('/watermark', html)).toBe(html);
});

test('at a domain root nothing changes', () => {
	expect(under('/', '<a href="/spark/">a</a>')).toBe('<a href="/spark/">a</a>');
});
