/** Finds pages that say what a draft says, be it in other words. */
import { contentWords } from './content-words.ts';
import { shinglesOf, termCounts, vectorOf, type IndexedHeading, type IndexedPage, type SiteIndex, type Vector, type WeightedText } from './site-index.ts';

export interface Duplicate {
	/** Page id. */
	page: string;
	/** From 0 to 1: the estimated probability that the page covers what the draft says. */
	similarity: number;
	/** The part of the page that is most alike, where it is below a heading. */
	heading?: IndexedHeading;
}

/** From here on an editor should look at the page before the draft is published. */
export const DUPLICATE = 0.5;
/** How many pages are compared in full. */
const CANDIDATES = 8;
/** Pages that list or repeat what others explain. */
const isList = ({ id }: IndexedPage): boolean => !id.includes('/') || id.startsWith('reference/');

function dot(a: Vector, b: Vector): number {
	const [small, large] = a.size < b.size ? [a, b] : [b, a];
	let sum = 0;
	for (const [word, weight] of small) sum += weight * (large.get(word) ?? 0);
	return sum;
}

/** Share of a draft's runs of words that a page has too. */
function containment(own: ReadonlySet<number>, others: ReadonlySet<number>): number {
	if (!own.size) return 0;
	let shared = 0;
	for (const run of own) if (others.has(run)) shared++;
	return shared / own.size;
}

/** How alike a page is, in several measures. */
interface Likeness {
	page: IndexedPage;
	/** Cosine of the whole texts. */
	whole: number;
	/** Cosine with the most alike section. */
	section: number;
	/** Cosine of the titles, the draft's against the page's title or most alike heading. */
	title: number;
	copied: number;
	heading?: IndexedHeading;
}

/** How alike the most alike pages are, in several measures; the pages in order of the whole text's cosine. */
function likenesses(draft: WeightedText, index: SiteIndex): Likeness[] {
	const vector = vectorOf(termCounts(draft), index.idf);
	const scores = new Float64Array(index.pages.length);
	for (const [word, weight] of vector) for (const [page, there] of index.postings.get(word) ?? []) scores[page] = (scores[page] ?? 0) + weight * there;
	const best = [...scores.entries()]
		.filter(([i, score]) => score > 0 && !isList(index.pages[i] as IndexedPage))
		.sort((a, b) => b[1] - a[1])
		.slice(0, CANDIDATES);
	const runs = shinglesOf(contentWords(draft.text));
	const titleVector = vectorOf(termCounts({ title: draft.title, headings: [], text: '' }), index.idf);
	return best.flatMap(([i, whole]) => {
		const page = index.pages[i];
		if (!page) return [];
		let section = 0;
		let heading: IndexedHeading | undefined;
		for (const candidate of page.sections) {
			const score = dot(vector, candidate.vector);
			if (score > section) [section, heading] = [score, candidate.heading];
		}
		const title = Math.max(dot(titleVector, page.titleVector), 0.8 * Math.max(0, ...page.headingVectors.map((heading) => dot(titleVector, heading))));
		return [{ page, whole, section, title, copied: containment(runs, page.shingles), ...(heading && { heading }) }];
	});
}

/**
 * Weights of a logistic regression, fitted on drafts whose pages are known and on the same drafts with those pages taken away. `first` and
 * `firstSection` count how near a page is to the best one.
 */
const WEIGHTS = { constant: -10.95, whole: 22.06, title: 1.57, first: 3.67, firstSection: 1 };

/** Estimated probabilities that the pages cover what the draft says; a copied text speaks for itself. */
function similarities(candidates: readonly Likeness[]): { likeness: Likeness; similarity: number }[] {
	const most = { whole: 0, section: 0 };
	for (const { whole, section } of candidates) [most.whole, most.section] = [Math.max(most.whole, whole), Math.max(most.section, section)];
	return candidates.map((likeness) => {
		const { whole, section, title, copied } = likeness;
		const value =
			WEIGHTS.constant +
			WEIGHTS.whole * whole +
			WEIGHTS.title * title +
			WEIGHTS.first * (whole / (most.whole || 1)) +
			WEIGHTS.firstSection * (section / (most.section || 1));
		return { likeness, similarity: Math.min(1, Math.max(1 / (1 + Math.exp(-value)), copied > 0.3 ? 0.5 + copied / 2 : 0)) };
	});
}

/**
 * Pages that may cover what a draft says, the likeliest first, at most five. Existing pages say the same in other words, so this is
 * a guess but for copies: `similarity` of `DUPLICATE` and more is worth an editor's look.
 */
export function duplicatesOf(draft: WeightedText, index: SiteIndex): Duplicate[] {
	return similarities(likenesses(draft, index))
		.sort((a, b) => b.similarity - a.similarity)
		.slice(0, 5)
		.map(({ likeness: { page, heading }, similarity }) => ({ page: page.id, similarity: Math.round(similarity * 100) / 100, ...(heading && { heading }) }));
}
