/** Reads and shows the boxes of `Facets.astro`. */
import { FACETS, emptyState, facetCounts, type CatalogueItem, type CatalogueState } from '../lib/catalogue.ts';

export function readFacets(form: HTMLFormElement): CatalogueState['chosen'] {
	const data = new FormData(form);
	const { chosen } = emptyState();
	for (const facet of FACETS) chosen[facet] = data.getAll(facet).map(String);
	return chosen;
}

/** Ticks what is chosen and counts what each box would show. */
export function showFacets(form: HTMLFormElement, items: CatalogueItem[], state: CatalogueState): void {
	for (const facet of FACETS) {
		const box = form.querySelector<HTMLElement>(`[data-facet=${facet}]`);
		const counts = facetCounts(items, state, facet);
		const chosen = state.chosen[facet];
		for (const input of box?.querySelectorAll('input') ?? []) {
			input.checked = chosen.includes(input.value);
			const count = counts.get(input.value) ?? 0;
			const label = input.parentElement?.querySelector('.count');
			if (label) label.textContent = `(${count})`;
			input.parentElement?.classList.toggle('none', count === 0 && !input.checked);
		}
		const summary = box?.querySelector('.chosen');
		if (summary) summary.textContent = chosen.length ? `: ${chosen.length}` : '';
	}
}
