import { emptyState, filterItems, formatState, parseState, type CatalogueItem, type CatalogueState, type Sort } from '../lib/catalogue.ts';
import { PROGRESS_KEY } from '../lib/preferences.ts';
import { announce, copyText } from './clipboard.client.ts';
import { readFacets, showFacets } from './facets.client.ts';

/** `<scenario-catalogue>`: filters and sorts the list that stands in the page; the address always names what is shown. */
class ScenarioCatalogue extends HTMLElement {
	private cards = new Map<number, HTMLElement>();
	private items: CatalogueItem[] = [];
	private list!: HTMLOListElement;
	private form!: HTMLFormElement;
	private state: CatalogueState = emptyState();

	connectedCallback() {
		const form = this.querySelector('form');
		if (!form) return;
		this.form = form;
		for (const card of this.querySelectorAll<HTMLElement>('.card')) {
			const item = readCard(card);
			this.items.push(item);
			this.cards.set(item.number, card);
		}
		this.mergeGroups();
		form.addEventListener('change', () => this.update(this.readForm(), 'push'));
		form.addEventListener('reset', (event) => {
			event.preventDefault();
			this.update(emptyState(), 'push');
		});
		form.addEventListener('click', (event) => {
			const action = (event.target as Element).closest<HTMLElement>('[data-action]')?.dataset['action'];
			if (action === 'surprise') this.surprise();
			if (action === 'copy') void this.copyAddress();
		});
		addEventListener('popstate', () => this.update(parseState(location.search), 'keep'));
		this.update(parseState(location.search), 'replace');
		void this.showRatings();
	}

	/** One list instead of a group a difficulty: a sorted list has no groups. */
	private mergeGroups() {
		this.list = document.createElement('ol');
		this.list.className = 'cards';
		for (const group of this.querySelectorAll('.group')) {
			this.list.append(...group.querySelectorAll('.card'));
			group.remove();
		}
		for (const heading of this.list.querySelectorAll('h3')) {
			const h2 = document.createElement('h2');
			h2.append(...heading.childNodes);
			heading.replaceWith(h2);
		}
		this.append(this.list);
	}

	private readForm(): CatalogueState {
		return { chosen: readFacets(this.form), sort: (this.form.elements.namedItem('sort') as HTMLSelectElement).value as Sort };
	}

	private update(state: CatalogueState, history_: 'push' | 'replace' | 'keep') {
		this.state = state;
		const query = formatState(state);
		if (history_ !== 'keep' && query !== location.search) {
			const address = `${location.pathname}${query}${history_ === 'replace' ? location.hash : ''}`;
			if (history_ === 'push') history.pushState(null, '', address);
			else history.replaceState(null, '', address);
		}
		const shown = filterItems(this.items, state);
		this.list.replaceChildren(...shown.map((item) => this.cards.get(item.number) as HTMLElement));
		this.showForm();
		const status = this.querySelector<HTMLElement>('.result-count');
		if (status)
			announce(status, shown.length ? `${shown.length} of ${this.items.length} scenarios` : 'No scenario fits all of these. Remove a filter.');
		try {
			const items = shown.map(({ path, title }) => ({ path, title }));
			sessionStorage.setItem(this.form.dataset['listKey'] ?? '', JSON.stringify({ query, items }));
		} catch {
			// Without storage "previous" and "next" follow the numbers.
		}
	}

	private showForm() {
		(this.form.elements.namedItem('sort') as HTMLSelectElement).value = this.state.sort;
		showFacets(this.form, this.items, this.state);
		const practice = this.querySelector<HTMLAnchorElement>('.practice-link');
		if (practice) practice.href = practice.href.replace(/\?.*$/, '') + formatState({ ...this.state, sort: 'number' });
	}

	/** What the reader thinks of each scenario, for those who have rated any. */
	private async showRatings() {
		try {
			if (!localStorage.getItem(PROGRESS_KEY)) return;
		} catch {
			return;
		}
		const { showOnCards } = await import('./practice/card-marks.client.ts');
		showOnCards(this.cards);
	}

	private surprise() {
		const shown = filterItems(this.items, this.state);
		const item = shown[Math.floor(Math.random() * shown.length)];
		if (item) location.assign(item.path);
	}

	private async copyAddress() {
		const status = this.querySelector<HTMLElement>('.result-count');
		if (status) announce(status, (await copyText(location.href)) ? 'Link to this list copied.' : `The address: ${location.href}`);
	}
}

function readCard(card: HTMLElement): CatalogueItem {
	const link = card.querySelector('a');
	const { number = '0', difficulty = '', kind = '', tech = '', topics = '' } = card.dataset;
	return {
		number: Number(number),
		path: new URL(link?.href ?? '', location.href).pathname,
		title: link?.textContent?.trim() ?? '',
		difficulty,
		kind,
		tech: tech.split(' '),
		topics: topics.split(' '),
	};
}

customElements.define('scenario-catalogue', ScenarioCatalogue);
