/** Filters of the search page and the address that a search has. */
import { FACETS, type Facet, type Filters, type IndexedPage } from './model.ts';

export interface SearchState {
	q: string;
	filters: Filters;
	/** Run the query as typed, whatever its spelling. */
	verbatim: boolean;
}

export const noFilters = (): Filters => ({ part: [], kind: [], difficulty: [], tech: [] });
export const emptySearch = (): SearchState => ({ q: '', filters: noFilters(), verbatim: false });
export const hasFilters = (filters: Filters): boolean => FACETS.some((facet) => filters[facet].length > 0);

/** Reads a search from an address's query. What is no id is dropped, unknown keys are not read. */
export function parseSearch(query: string): SearchState {
	const params = new URLSearchParams(query);
	const filters = noFilters();
	for (const facet of FACETS)
		filters[facet] = [...new Set(params.getAll(facet).flatMap((value) => value.split(',')))].filter((value) => /^[a-z0-9-]+$/.test(value));
	return { q: (params.get('q') ?? '').trim(), filters, verbatim: params.has('verbatim') };
}

/** The query of a search, `''` for an empty one, with keys and values in a fixed order. */
export function formatSearch({ q, filters, verbatim }: SearchState): string {
	const parts = [
		...(q.trim() ? [`q=${encodeURIComponent(q.trim()).replaceAll('%20', '+')}`] : []),
		...FACETS.filter((facet) => filters[facet].length).map((facet) => `${facet}=${[...filters[facet]].sort().join(',')}`),
		...(verbatim && q.trim() ? ['verbatim'] : []),
	];
	return parts.length ? `?${parts.join('&')}` : '';
}

const valuesOf = (page: IndexedPage, facet: Facet): string[] => {
	const value = page[facet];
	return value === undefined ? [] : typeof value === 'string' ? [value] : value;
};

const fits = (page: IndexedPage, filters: Filters, except?: Facet): boolean =>
	FACETS.every(
		(facet) => facet === except || !filters[facet].length || valuesOf(page, facet).some((value) => filters[facet].includes(value)),
	);

/** The pages that pass the filters, in the order given. */
export const filterPages = <T extends { page: IndexedPage }>(ranked: T[], filters: Filters): T[] => ranked.filter(({ page }) => fits(page, filters));

/** How many pages each value of a facet would leave, given what is chosen in the other facets. */
export function countFacets(pages: IndexedPage[], filters: Filters): Record<Facet, Map<string, number>> {
	const count = (facet: Facet) => {
		const counts = new Map<string, number>();
		for (const page of pages)
			if (fits(page, filters, facet)) for (const value of valuesOf(page, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
		return counts;
	};
	return { part: count('part'), kind: count('kind'), difficulty: count('difficulty'), tech: count('tech') };
}
