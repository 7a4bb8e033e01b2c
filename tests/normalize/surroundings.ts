/** A small site for drafts to be made for, and how a draft is held against everything the site asks of a page. */
import { compile } from '@mdx-js/mdx';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import remarkGfm from 'remark-gfm';
import { normalizeDocument, type Draft, type Surroundings } from '../../scripts/normalize/pipeline.ts';
import { siteIndex } from '../../scripts/normalize/site/site-index.ts';
import { checkContent } from '../../src/lib/check-content.ts';
import { diagramCheck } from '../../src/lib/check-diagrams.ts';
import { parsePage } from '../../src/lib/pages.ts';
import { rehypePlugins, remarkPlugins } from '../../src/markdown/plugins.ts';
import { contentTree, page, scenario } from '../support/content-tree.ts';

export const fixture = (name: string): Uint8Array => readFileSync(new URL(`../fixtures/normalize/${name}`, import.meta.url));

/** A site of two pages: a topic about shuffles, and scenario 7. */
export const smallSite = (): string =>
	contentTree({
		'spark/shuffle-files.mdx': page('topics: [shuffle]\ntech: [spark]\n', '## Shuffle files\n\nA shuffle writes one file a task; after a deployment the names are consistent again.\n'),
		'scenarios/taken.mdx': scenario({ number: '7' }),
	});

export const surroundings = (contentDir: string): Surroundings => ({
	index: siteIndex(contentDir),
	takenIds: new Set(['spark/shuffle-files', 'scenarios/taken']),
	takenNumbers: new Set([7]),
	earlier: new Map(),
});

/** Takes a document through; throws where it is unusable. */
export async function normalized(name: string, bytes: Uint8Array, around: Surroundings) {
	const outcome = await normalizeDocument({ name, bytes }, around);
	if ('unusable' in outcome) throw new Error(outcome.unusable);
	return outcome;
}

/** Every problem the site's checks find in drafts that are written below `contentDir`. */
export function problemsOf(contentDir: string, drafts: Draft[]): string[] {
	for (const { path, text } of drafts) {
		mkdirSync(dirname(join(contentDir, path)), { recursive: true });
		writeFileSync(join(contentDir, path), text);
	}
	return checkContent(contentDir, [diagramCheck]).problems.map(({ file, line, message }) => `${file.slice(contentDir.length + 1)}:${line} ${message}`);
}

/** Compiles drafts through the site's own Markdown pipeline; throws where one does not compile. */
export async function compileAll(drafts: Draft[]): Promise<string[]> {
	const options = { remarkPlugins: [remarkGfm, ...remarkPlugins('/')], rehypePlugins: rehypePlugins('/') } as Parameters<typeof compile>[1];
	return Promise.all(drafts.map(async ({ path, text }) => String(await compile({ value: parsePage(path, path, text).body, path }, options))));
}
