/** Builds what the search knows beside the full text, from the content and from the texts as they were indexed. */
import { GLOSSARY_PATH, type IndexedPage, type IndexedTerm, type PageText, type SiteIndex } from './model.ts';
import { partOf, pagePath } from '../pages.ts';
import { MISBELIEFS_PATH } from '../routes.ts';
import type { Term } from '../reference-data.ts';
import { partsOf } from './words.ts';

/** A text of the full-text index, under the name the index gives it. */
export interface IndexedText extends PageText {
	id: string;
	url: string;
	meta: { title?: string };
}

/** What the content says of a page. */
export interface PageFacts {
	id: string;
	number?: number;
	difficulty?: string;
	kind?: string;
	tech: string[];
	topics: string[];
}

/** Definitions and lists repeat what pages explain: they come after them. */
const weightOf = (url: string): number | undefined => {
	if (url.startsWith(`${GLOSSARY_PATH}#`)) return 0.3;
	if (url.startsWith(MISBELIEFS_PATH)) return 0.4;
	if (url === '/reference/how-to-use/' || url === '/') return 0.5;
	return undefined;
};

/** Address of a term's definition. */
export const definitionPath = (term: { id: string }): string => `${GLOSSARY_PATH}#${term.id}`;

/** The list of pages and terms. Throws where a text has no title, since a result without one cannot be read. */
export function siteIndex(texts: IndexedText[], facts: PageFacts[], terms: Term[]): SiteIndex {
	const byPath = new Map(facts.map((page) => [pagePath(page.id), page]));
	const pages = texts.map(({ id, url, meta }): IndexedPage => {
		if (!meta.title) throw new Error(`${url} has no title: the search cannot list it`);
		const own = byPath.get(url);
		const weight = weightOf(url);
		return {
			id,
			url,
			title: meta.title,
			part: partOf(url.slice(1)),
			...(weight && { weight }),
			...(own?.number !== undefined && { number: own.number }),
			...(own?.difficulty && { difficulty: own.difficulty }),
			...(own?.kind && { kind: own.kind }),
			...(own?.tech.length && { tech: own.tech }),
			...(own?.topics.length && { topics: own.topics }),
		};
	});
	const known = new Set(pages.map(({ url }) => url));
	return {
		pages: pages.sort((a, b) => (a.number ?? 0) - (b.number ?? 0) || a.url.localeCompare(b.url)),
		terms: terms.map(({ id, label, aliases, page }): IndexedTerm => {
			const path = page && pagePath(page);
			return { id, label, aliases, ...(path && known.has(path) && { page: path }) };
		}),
	};
}

/** All words of the texts, the most frequent first: what a misspelt word is held against. */
export function wordList(texts: PageText[]): string[] {
	const counts = new Map<string, number>();
	for (const { content } of texts)
		for (const token of content.split(/\s+/))
			for (const word of new Set([...partsOf(token), ...partsOf(token.toLowerCase())]))
				if (word.length >= 3 && /\p{L}/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
	return [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b)).map(([word]) => word);
}
