/** How pages hang together: prerequisites, related pages, backlinks, scenarios of a topic. */
import { outline } from './outline.ts';
import { isScenario, pagePath, type Page } from './pages.ts';

/** A page that points here, or is pointed at, as a link. */
export interface PageLink {
	id: string;
	title: string;
	path: string;
}

export const toLink = (page: Page): PageLink => ({ id: page.id, title: page.data.title, path: pagePath(page.id) });

/** How many pages carry each topic. */
export function topicFrequency(pages: Page[]): Map<string, number> {
	const count = new Map<string, number>();
	for (const page of pages) for (const topic of page.data.topics) count.set(topic, (count.get(topic) ?? 0) + 1);
	return count;
}

/**
 * Pages to read next: the page's own `related` first, then those sharing its rarest topics.
 * A shared topic counts the more the fewer pages carry it (its inverse document frequency, in nats).
 */
export function relatedPages(page: Page, pages: Page[], limit = 5): Page[] {
	const byId = new Map(pages.map((other) => [other.id, other]));
	const explicit = page.data.related.flatMap((id) => byId.get(id) ?? []);
	const frequency = topicFrequency(pages);
	const weight = (other: Page) =>
		other.data.topics
			.filter((topic) => page.data.topics.includes(topic))
			.reduce((sum, topic) => sum + Math.log((pages.length + 1) / (frequency.get(topic) ?? 1)), 0);
	const scored = pages
		.filter((other) => other.id !== page.id && !explicit.includes(other))
		.map((other) => ({ other, score: weight(other) }))
		.filter(({ score }) => score > 0)
		.sort((a, b) => b.score - a.score || a.other.id.localeCompare(b.other.id));
	return [...explicit, ...scored.map(({ other }) => other)].slice(0, limit);
}

/** For every page id, the pages whose text or frontmatter points to it, in id order. */
export function backlinks(pages: Page[]): Map<string, Page[]> {
	const byPath = new Map(pages.map((page) => [pagePath(page.id), page.id]));
	const found = new Map<string, Set<Page>>();
	const add = (target: string | undefined, from: Page) => {
		if (!target || target === from.id) return;
		found.set(target, (found.get(target) ?? new Set()).add(from));
	};
	for (const page of pages) {
		for (const { url } of outline(page.body).links) add(byPath.get(url.split(/[?#]/)[0] ?? ''), page);
		for (const id of [...page.data.requires, ...page.data.related]) add(id, page);
	}
	return new Map([...found].map(([id, from]) => [id, [...from].sort((a, b) => a.id.localeCompare(b.id))]));
}

/** Scenarios that practice a chapter page: those that require or link it, else those sharing a topic, rarest first. */
export function scenariosFor(page: Page, pages: Page[], links = backlinks(pages), limit = 6): Page[] {
	const pointing = (links.get(page.id) ?? []).filter(isScenario);
	const sharing = relatedPages({ ...page, data: { ...page.data, related: [] } }, pages.filter((other) => isScenario(other) || other.id === page.id), limit);
	return [...new Set([...pointing, ...sharing])].slice(0, limit);
}

/** Scenarios in number order. */
export const scenarios = (pages: Page[]): Page[] =>
	pages.filter(isScenario).sort((a, b) => (a.data.number ?? 0) - (b.data.number ?? 0));
