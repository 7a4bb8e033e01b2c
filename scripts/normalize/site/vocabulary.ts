/** What a draft is about: topics and technologies of the vocabulary. */
import type { Note } from '../model.ts';
import type { NamedTerm, SiteIndex, WeightedText } from './site-index.ts';

const MOST_TOPICS = 6;
const MOST_TECH = 8;
/** What a mention counts, by where it stands. */
const IN_TITLE = 6;
const IN_HEADING = 2;
/** Share of the best score below which an id is no subject of the text. */
const LEAST_TOPIC = 0.18;
const LEAST_TECH = 0.12;
/** What the ids of similar pages count beside those named, for pages as good as equal. */
const VOTE = 5;

interface Facets {
	/** Ids, the most telling first, at most six. */
	topics: string[];
	/** Ids, those the document names for the draft first, at most eight. */
	tech: string[];
	notes: Note[];
}

/** A page that resembles the draft, as `duplicatesOf` gives it. */
export interface SimilarPage {
	page: string;
	similarity: number;
}

/** Scores of all ids a text names: places, frequency and rarity on the site. */
function mentioned(draft: WeightedText, index: SiteIndex): Map<string, { term: NamedTerm; score: number }> {
	const raw = new Map<string, { term: NamedTerm; count: number }>();
	const add = (text: string, weight: number) => {
		for (const { value } of index.findTerms(text)) {
			const key = `${value.facet}:${value.id}`;
			raw.set(key, { term: value, count: (raw.get(key)?.count ?? 0) + weight });
		}
	};
	add(draft.title, IN_TITLE);
	for (const heading of draft.headings) add(heading, IN_HEADING);
	add(draft.text, 1);
	const rarity = (id: string) => Math.log((index.pages.length + 2) / ((index.carried.get(id) ?? 0) + 1));
	return new Map([...raw].map(([key, { term, count }]) => [key, { term, score: Math.log2(1 + count) * (term.facet === 'topic' ? rarity(term.id) : 1) }]));
}

/** Ids a name of a technology stands for; a name may be shorter than any the vocabulary has ("Delta"). */
function techNamed(name: string, index: SiteIndex): string[] {
	const found = index.findTerms(name).flatMap(({ value }) => (value.facet === 'tech' ? [value.id] : []));
	if (found.length) return found;
	const wanted = name.trim().toLowerCase();
	if (wanted.length < 3) return [];
	const begins = (one: string) => one.toLowerCase().replace(/^(?:apache|aws|amazon|google) /, '').startsWith(wanted);
	const beginning = index.vocabulary.tech.filter(({ id, label, aliases }) => [id, label, ...aliases].some(begins));
	return beginning.length === 1 ? [beginning[0]?.id ?? ''] : [];
}

/**
 * The vocabulary's ids for a draft. Technologies the document names for it come first and are certain; one that the vocabulary does not
 * know is noted. All others are a guess by the names in title, headings and text, helped by the ids of similar pages where they are given.
 */
export function vocabularyOf(draft: WeightedText & { techNames?: string[]; line?: number }, index: SiteIndex, similar: readonly SimilarPage[] = []): Facets {
	const scores = mentioned(draft, index);
	for (const { page, similarity } of similar.slice(0, 5)) {
		const found = index.byId.get(page);
		const vote = (term: NamedTerm, place: number) => {
			const key = `${term.facet}:${term.id}`;
			const before = scores.get(key)?.score ?? 0;
			// What the text never names is voted for by near copies alone.
			scores.set(key, { term, score: before + (VOTE * similarity * similarity * (before ? 1 : 0.5)) / (1 + place / 4) });
		};
		for (const [place, id] of (found?.topics ?? []).entries()) vote({ id, facet: 'topic' }, place);
		for (const id of found?.tech ?? []) vote({ id, facet: 'tech' }, 0);
	}
	const best = (facet: NamedTerm['facet'], least: number, most: number) => {
		const ranked = [...scores.values()].filter(({ term }) => term.facet === facet).sort((a, b) => b.score - a.score || a.term.id.localeCompare(b.term.id));
		const floor = (ranked[0]?.score ?? 0) * least;
		return ranked.filter(({ score }) => score >= floor && score > 0.3).slice(0, most).map(({ term }) => term.id);
	};
	const notes: Note[] = [];
	const given: string[] = [];
	for (const name of draft.techNames ?? []) {
		const ids = techNamed(name, index);
		const what = 'technology not in the vocabulary';
		if (!ids.length) notes.push({ stage: 'segment', line: draft.line ?? 1, kind: 'uncertain', what, reason: name, confidence: 0.5 });
		given.push(...ids);
	}
	const tech = [...new Set([...given, ...best('tech', LEAST_TECH, MOST_TECH)])].slice(0, MOST_TECH);
	return { topics: best('topic', LEAST_TOPIC, MOST_TOPICS), tech, notes };
}

export { kindOf, minutesOf } from './kind.ts';
export { partFor } from './part.ts';
