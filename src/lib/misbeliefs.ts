/** All misbeliefs of the site, by area. */
import { AREA_IDS, type Area } from './areas.ts';
import type { MisbeliefEntry, Topic } from './content-model.ts';
import type { Page } from './pages.ts';

export interface Misbelief {
	entry: MisbeliefEntry;
	/** The page that explains it. */
	page: Page;
	/** Its own topics, else the page's. */
	topics: string[];
}

/** Entries by the area of their first topic, every area in the site's order. Throws where a topic is not in the vocabulary. */
export function misbeliefsByArea(pages: Page[], topics: Topic[]): Map<Area, Misbelief[]> {
	const areaOf = new Map(topics.map(({ id, area }) => [id, area]));
	const found = new Map<Area, Misbelief[]>(AREA_IDS.map((area) => [area, []]));
	for (const page of pages)
		for (const entry of page.data.misbeliefs) {
			const own = entry.topics ?? page.data.topics;
			const area = areaOf.get(own[0] ?? '');
			if (!area) throw new Error(`${page.file}: misbelief "${entry.id}" has no topic of the vocabulary`);
			found.get(area)?.push({ entry, page, topics: own });
		}
	return found;
}
