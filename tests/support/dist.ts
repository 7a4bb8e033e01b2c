/** The built site under test: `WM_DIST` (folder, default `dist`) served under `WM_BASE` (default none). */
import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { filesBelow } from '../../src/lib/pages.ts';

export const dist = process.env['WM_DIST'] ?? 'dist';
export const base = process.env['WM_BASE'] ?? '';

export interface HtmlPage {
	/** Address on the site, base path included. */
	path: string;
	file: string;
	html: string;
	tree: Root;
}

/** Files of the output, relative to it, with forward slashes. */
export const outputFiles = (): string[] => filesBelow(dist).map((file) => relative(dist, file).split(sep).join('/'));

/** Whether a page does nothing but send its visitor on. */
export const isRedirect = (html: string): boolean => /<meta http-equiv="refresh"/i.test(html);

let parsed: HtmlPage[] | undefined;

/** Every HTML page of the output, redirects left out. Read once, shared by all who ask: not to be changed. */
export function htmlPages(): HtmlPage[] {
	parsed ??= outputFiles()
		.filter((file) => file.endsWith('.html'))
		.flatMap((file) => {
			const html = readFileSync(`${dist}/${file}`, 'utf8');
			return isRedirect(html) ? [] : { path: `${base}/${file.replace(/index\.html$/, '')}`, file, html, tree: fromHtml(html) };
		});
	return parsed;
}

/** All elements of a page with this tag name, or all where none is given. */
export function elements(tree: Root, tagName?: string): Element[] {
	const found: Element[] = [];
	visit(tree, 'element', (node) => {
		if (!tagName || node.tagName === tagName) found.push(node);
	});
	return found;
}
