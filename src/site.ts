/** The content as the site sees it: pages of this build, vocabulary and the graph between them. */
import { getCollection } from 'astro:content';
import { allTerms, readReferenceData, type ReferenceData, type Term } from './lib/reference-data.ts';
import { backlinks, relatedPages, scenarios, scenariosFor } from './lib/site-graph.ts';
import type { Page } from './lib/pages.ts';

/** Runs once a build; every time while writing, when files change under it. */
function once<T>(make: () => T): () => T {
	let value: T | undefined;
	return () => (import.meta.env.DEV ? make() : (value ??= make()));
}

/** As Starlight does: every mode but the production build shows drafts. */
const SHOWS_DRAFTS = import.meta.env.MODE !== 'production';

/** Every page of this build as Astro renders it. */
export const siteEntries = () => getCollection('docs', ({ data }) => !data.draft || SHOWS_DRAFTS);

export const sitePages = once(async (): Promise<Page[]> =>
	(await siteEntries()).map((entry) => ({ id: entry.id, file: entry.filePath ?? entry.id, data: entry.data, body: entry.body ?? '' })),
);

export const siteReference = once((): ReferenceData => readReferenceData('content'));
export const siteTerms = once((): Map<string, Term> => new Map(allTerms(siteReference()).map((term) => [term.id, term])));
export const siteBacklinks = once(async () => backlinks(await sitePages()));
export const siteScenarios = once(async () => scenarios(await sitePages()));

/** Label of a topic or technology; its id where the vocabulary has none. */
export const labelOf = (id: string): string => siteTerms().get(id)?.label ?? id;

export const findPage = async (id: string): Promise<Page | undefined> => (await sitePages()).find((page) => page.id === id);
export const related = async (page: Page): Promise<Page[]> => relatedPages(page, await sitePages());
export const practiceFor = async (page: Page): Promise<Page[]> => scenariosFor(page, await sitePages(), await siteBacklinks());
