/** Puts pages in order. */
import type { IndexedPage, Match } from './model.ts';
import type { TermHit } from './terms.ts';
import { partsOf, stem } from './words.ts';

/** What was found for one thing that was looked for. */
export interface UnitMatches {
	/** Stems of its words. */
	stems: string[];
	/** By page id. */
	matches: Map<string, Match>;
	/** How telling it is: the rarer, the more. */
	weight: number;
}

export interface Ranked {
	page: IndexedPage;
	score: number;
	/** Whether the page is about what was looked for: its title says so, or it explains the term. */
	about: boolean;
}

/** Weight of something that `pages` of `total` pages hold. */
export const rarity = (pages: number, total: number): number => Math.log(1 + (total - pages + 0.5) / (pages + 0.5));

/** Words between which things still stand together. */
const TOGETHER = 40;
/** Pages that hold less than this share of what the best page holds are left out. */
const SHARE_TO_SHOW = 0.35;

/** Share of the weights that stands within `TOGETHER` words at the best place of the page. */
function togetherness(units: UnitMatches[], id: string): number {
	const places = units
		.flatMap(({ matches, weight }, unit) => (matches.get(id)?.locations ?? []).map((at) => ({ at, unit, weight })))
		.sort((a, b) => a.at - b.at);
	let best = 0;
	for (let i = 0; i < places.length; i++) {
		const seen = new Map<number, number>();
		for (let j = i; j < places.length && (places[j]?.at ?? 0) - (places[i]?.at ?? 0) < TOGETHER; j++) {
			const place = places[j];
			if (place) seen.set(place.unit, place.weight);
		}
		best = Math.max(best, [...seen.values()].reduce((sum, weight) => sum + weight, 0));
	}
	return best / units.reduce((sum, { weight }) => sum + weight, 0);
}

/**
 * Ranks pages by what they hold of the query. A page need not hold all of it, so adding a word never loses a page that
 * answers; what a page holds counts more the rarer it is, the closer together it stands, and in the title.
 */
export function rank(pages: IndexedPage[], units: UnitMatches[], terms: TermHit[], number?: number): Ranked[] {
	const sum = (list: UnitMatches[]) => list.reduce((total, { weight }) => total + weight, 0);
	const all = sum(units);
	const ranked: (Ranked & { share: number })[] = [];
	for (const page of pages) {
		const held = units.filter(({ matches }) => matches.has(page.id));
		const share = all ? sum(held) / all : 0;
		const base = held.reduce((total, { matches }) => total + (matches.get(page.id)?.score ?? 0), 0);
		const title = new Set(partsOf(page.title).map(stem));
		const inTitle = held.filter(({ stems }) => stems.every((word) => title.has(word)));
		const titleShare = all ? sum(inTitle) / all : 0;
		const titleFill = title.size ? inTitle.flatMap(({ stems }) => stems).length / title.size : 0;
		let score = base * (0.1 + 0.9 * share * share) * (1 + titleShare * (0.5 + Math.min(1, titleFill)));
		if (units.length > 1 && held.length > 1) score *= 0.6 + 0.8 * togetherness(units, page.id);
		score *= page.weight ?? 1;

		let about = titleShare > 0.8;
		let carries = false;
		for (const { term, whole, words } of terms) {
			const glossary = page.url.endsWith(`#${term.id}`);
			const explains = page.url === term.page;
			const place = page.topics?.indexOf(term.id) ?? -1;
			about ||= explains;
			carries ||= whole && (explains || glossary || place >= 0);
			// The whole query is the term: its page first, its definition next. Else it is one hint among others.
			if (whole) score += explains ? 1000 : glossary ? (term.page ? 12 : 500) : place >= 0 ? 20 / (1 + place) : 0;
			else score += (explains ? 6 : glossary ? 3 : place >= 0 ? 3 / (1 + place) : 0) * (words.length > 1 ? 1.5 : 1) * Math.max(share, 0.2);
		}
		if (number !== undefined && page.number === number) {
			score += 5000;
			about = true;
		}
		if (score > 0) ranked.push({ page, score, share: about || carries ? 1 : share, about });
	}
	const most = Math.max(0, ...ranked.map(({ share }) => share));
	return ranked
		.filter(({ share }) => share >= most * SHARE_TO_SHOW)
		.sort((a, b) => b.score - a.score || a.page.url.localeCompare(b.page.url))
		.map(({ page, score, about }) => ({ page, score, about }));
}
