import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readDataFiles } from '../../src/lib/reference-data.ts';
import { base, dist, htmlPages, isRedirect, outputFiles } from '../support/dist.ts';

const { value: redirects } = readDataFiles('content').redirects;

test('every former address leads straight to a page', () => {
	const paths = new Set(htmlPages().map(({ path }) => path));
	const broken = redirects.filter(({ from, to }) => {
		const file = `${dist}${from}index.html`;
		const target = existsSync(file) ? /content="0;url=([^"]*)"/.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
		return target !== `${base}${to}` || !paths.has(target);
	});
	expect(broken).toEqual([]);
});

test('nothing else sends its visitor on', () => {
	const found = outputFiles().filter((file) => file.endsWith('.html') && isRedirect(readFileSync(`${dist}/${file}`, 'utf8')));
	expect(found.map((file) => `/${file.replace(/index\.html$/, '')}`).sort()).toEqual(redirects.map(({ from }) => from).sort());
});
