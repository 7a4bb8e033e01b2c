/** The catalogue of scenarios: filtering, counting and the address that a filtered list has. */
import { DIFFICULTIES } from './kinds.ts';

export interface CatalogueItem {
	number: number;
	path: string;
	title: string;
	difficulty: string;
	kind: string;
	tech: string[];
	topics: string[];
}

export const FACETS = ['difficulty', 'kind', 'tech', 'topic'] as const;
export type Facet = (typeof FACETS)[number];
export const SORTS = ['number', 'difficulty'] as const;
export type Sort = (typeof SORTS)[number];

export interface CatalogueState {
	/** Chosen values a facet: any of them within a facet, all facets together. */
	chosen: Record<Facet, string[]>;
	sort: Sort;
}

const valuesOf = (item: CatalogueItem, facet: Facet): string[] =>
	facet === 'tech' ? item.tech : facet === 'topic' ? item.topics : [item[facet]];

export const emptyState = (): CatalogueState => ({ chosen: { difficulty: [], kind: [], tech: [], topic: [] }, sort: 'number' });

/** Reads a state from an address's query. Unknown keys and repeated values are dropped. */
export function parseState(query: string): CatalogueState {
	const params = new URLSearchParams(query);
	const state = emptyState();
	for (const facet of FACETS)
		state.chosen[facet] = [...new Set(params.getAll(facet).flatMap((value) => value.split(',')))].filter((value) => /^[a-z0-9-]+$/.test(value));
	const sort = params.get('sort');
	if (SORTS.includes(sort as Sort)) state.sort = sort as Sort;
	return state;
}

/** The query of a state, `''` for the whole list, with facets and values in a fixed order. */
export function formatState(state: CatalogueState): string {
	const parts = FACETS.filter((facet) => state.chosen[facet].length).map((facet) => `${facet}=${[...state.chosen[facet]].sort().join(',')}`);
	if (state.sort !== 'number') parts.push(`sort=${state.sort}`);
	return parts.length ? `?${parts.join('&')}` : '';
}

const matches = (item: CatalogueItem, state: CatalogueState, except?: Facet): boolean =>
	FACETS.every(
		(facet) =>
			facet === except || !state.chosen[facet].length || valuesOf(item, facet).some((value) => state.chosen[facet].includes(value)),
	);

/** The items a state shows, sorted. */
export function filterItems(items: CatalogueItem[], state: CatalogueState): CatalogueItem[] {
	const rank = (item: CatalogueItem) => (DIFFICULTIES as readonly string[]).indexOf(item.difficulty);
	return items
		.filter((item) => matches(item, state))
		.sort((a, b) => (state.sort === 'difficulty' ? rank(a) - rank(b) : 0) || a.number - b.number);
}

/** How many items each value of a facet would show, given what is chosen in the other facets. */
export function facetCounts(items: CatalogueItem[], state: CatalogueState, facet: Facet): Map<string, number> {
	const counts = new Map<string, number>();
	for (const item of items) for (const value of valuesOf(item, facet)) counts.set(value, 0);
	for (const item of items)
		if (matches(item, state, facet)) for (const value of valuesOf(item, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
	return counts;
}
