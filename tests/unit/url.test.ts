import { expect, test } from 'vitest';
import { href, withBase } from '../../src/lib/url.ts';

test.each([
	['/spark/', '/', '/spark/'],
	['/spark/', '', '/spark/'],
	['/spark/', '/watermark', '/watermark/spark/'],
	['/spark/', '/watermark/', '/watermark/spark/'],
	['/', '/watermark', '/watermark/'],
	['/s/22/?a=/b#c', '/watermark', '/watermark/s/22/?a=/b#c'],
])('%s under %s is %s', (path, base, expected) => {
	expect(withBase(path, base)).toBe(expected);
});

test.each(['https://spark.apache.org/', '//cdn.example/x', '#answer', '?difficulty=hard', 'mailto:a@example.org', 'data:,x', ''])(
	'%s is no path from the root and stays',
	(address) => {
		expect(withBase(address, '/watermark')).toBe(address);
	},
);

test('href takes the base path of the build', () => {
	expect(href('/spark/')).toBe('/spark/');
});
