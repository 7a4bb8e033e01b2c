/** The content tree as data: one `Page` a file, whoever reads it (the build, a check, a test). */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseDocument, LineCounter, type Document } from 'yaml';
import type { PageData } from './content-model.ts';

export interface Page {
	/** Path under `content/` without extension and without a trailing `index`; the home page is `index`. */
	id: string;
	/** Path of the file, as messages print it. */
	file: string;
	data: PageData;
	/** The text below the frontmatter. */
	body: string;
}

/** A page as it stands on disk: frontmatter not yet validated. */
export interface RawPage {
	id: string;
	file: string;
	/** Parsed frontmatter with the position of every value; its lines count from the first line of the file. */
	frontmatter: Document;
	lines: LineCounter;
	body: string;
	/** Lines before the body, to turn a line of the body into one of the file. */
	bodyOffset: number;
}

/** Address of a page: `/` for the home page, `/id/` for all others. */
export const pagePath = (id: string): string => (id === 'index' ? '/' : `/${id}/`);

/** `spark/index.mdx` → `spark`, `spark/data-skew.mdx` → `spark/data-skew`. */
export const pageId = (path: string): string =>
	path.replace(/\.mdx?$/, '').replace(/\/index$/, '');

/** The part of the site a page belongs to: its first folder. */
export const partOf = (id: string): string => id.split('/')[0] ?? id;

export const isScenario = (page: { id: string }): boolean => page.id.startsWith('scenarios/');

/** Every file below `dir`, depth first, in name order. */
export function filesBelow(dir: string): string[] {
	return readdirSync(dir)
		.sort()
		.flatMap((name) => {
			const path = join(dir, name);
			// An editor's lock file is a link to nowhere: not there.
			const found = statSync(path, { throwIfNoEntry: false });
			return found?.isDirectory() ? filesBelow(path) : found ? [path] : [];
		});
}

const FRONTMATTER = /^---\r?\n(?:([\s\S]*?)\r?\n)?---[ \t]*(?:\r?\n|$)/;

/** Splits a page into frontmatter and body. A page without frontmatter gets an empty document and the offset 0. */
export function parsePage(file: string, id: string, content: string): RawPage {
	const text = content.replace(/^\uFEFF/, '');
	const match = FRONTMATTER.exec(text);
	const lines = new LineCounter();
	// Blanking the fence keeps offsets, so that positions are those of the file.
	const yaml = match ? `   \n${match[1] ?? ''}` : '';
	const frontmatter = parseDocument(yaml, { lineCounter: lines });
	const head = match ? match[0] : '';
	return { id, file, frontmatter, lines, body: text.slice(head.length), bodyOffset: head.split('\n').length - 1 };
}

/** A draft waits for an editor: it is checked and shown while writing, and no part of the published site. */
export const isDraft = ({ frontmatter }: RawPage): boolean => frontmatter.get('draft') === true;

/** The same of a page whose frontmatter was read: only a draft says where it comes from. */
export const isDraftPage = ({ data }: Page): boolean => data.from !== undefined;

/** Reads every page below `contentDir`; names beginning with `_` or `.` are no pages, and drafts only where they are asked for. */
export function readPages(contentDir: string, { drafts = false } = {}): RawPage[] {
	return filesBelow(contentDir)
		.map((file) => ({ file, path: relative(contentDir, file).split(sep).join('/') }))
		.filter(({ path }) => /\.mdx?$/.test(path) && !path.split('/').some((name) => /^[_.]/.test(name)))
		.map(({ file, path }) => parsePage(file, pageId(path), readFileSync(file, 'utf8')))
		.filter((page) => drafts || !isDraft(page));
}
