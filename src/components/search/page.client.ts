import { emptySearch, formatSearch, hasFilters, noFilters, parseSearch, type SearchState } from '../../lib/search/facets.ts';
import { FACETS, type Answer, type Hit } from '../../lib/search/model.ts';
import { href } from '../../lib/url.ts';
import { addressOf, badge, element, excerpt, FAILURE, notes, summary } from './results.client.ts';

/** Results shown at once, and sections of one page. */
const AT_ONCE = 10;
const SECTIONS = 3;
/** Milliseconds without a key press after which a query is run. */
const PAUSE = 120;

/** `<search-page>`: runs what the address asks for, and keeps the address at what is shown. `data-state`: idle, busy, done, failed. */
class SearchPage extends HTMLElement {
	private form!: HTMLFormElement;
	private input!: HTMLInputElement;
	private results!: HTMLOListElement;
	private more!: HTMLButtonElement;
	private answer: Answer | undefined;
	private state: SearchState = emptySearch();
	private latest = 0;
	private shown = 0;
	private timer = 0;

	connectedCallback() {
		const [form, input, results, more] = ['form', '[name=q]', '.search-results', '.search-more'].map((selector) => this.querySelector(selector));
		if (!form || !input || !results || !more) return;
		this.form = form as HTMLFormElement;
		this.input = input as HTMLInputElement;
		this.results = results as HTMLOListElement;
		this.more = more as HTMLButtonElement;

		this.input.addEventListener('input', () => {
			clearTimeout(this.timer);
			this.timer = window.setTimeout(() => this.go(this.readForm(), 'replace'), PAUSE);
		});
		this.form.addEventListener('change', (event) => {
			if (event.target !== this.input) this.go(this.readForm(), 'push');
		});
		this.form.addEventListener('submit', (event) => {
			event.preventDefault();
			this.go(this.readForm(), 'push');
		});
		this.form.addEventListener('reset', (event) => {
			event.preventDefault();
			this.go({ ...this.state, filters: noFilters() }, 'push');
		});
		this.more.addEventListener('click', () => void this.showMore());
		this.querySelector('.search-room')?.addEventListener('click', (event) => this.followHere(event as MouseEvent));
		addEventListener('popstate', () => this.go(parseSearch(location.search), 'keep'));
		if (location.search) this.go(parseSearch(location.search), 'keep');
		else {
			// Nothing to look for yet: the index is loaded once the reader turns to the form.
			this.dataset['state'] = 'idle';
			for (const event of ['focusin', 'pointerdown']) this.form.addEventListener(event, () => this.latest || void this.run(), { once: true });
		}
	}

	private readForm(): SearchState {
		const data = new FormData(this.form);
		const filters = noFilters();
		for (const facet of FACETS) filters[facet] = data.getAll(facet).map(String);
		const q = this.input.value.trim();
		return { q, filters, verbatim: this.state.verbatim && q === this.state.q };
	}

	private go(state: SearchState, address: 'push' | 'replace' | 'keep') {
		clearTimeout(this.timer);
		this.state = state;
		const query = formatSearch(state);
		if (address !== 'keep' && query !== location.search) {
			if (address === 'push') history.pushState(null, '', location.pathname + query);
			else history.replaceState(null, '', location.pathname + query);
		}
		if (this.input.value.trim() !== state.q) this.input.value = state.q;
		void this.run();
	}

	private async run() {
		const turn = ++this.latest;
		const { q, filters, verbatim } = this.state;
		const asked = Boolean(q) || hasFilters(filters);
		this.dataset['state'] = 'busy';
		this.classList.toggle('asked', asked);
		try {
			const { search } = await import('./backend.client.ts');
			const answer = await search(q, filters, { verbatim });
			// How many results were loaded when the reader left and came back.
			const wanted = Math.max(AT_ONCE, Number((history.state as { shown?: number } | null)?.shown ?? 0));
			const hits = asked ? await answer.hits(0, wanted) : [];
			if (turn !== this.latest) return;
			this.answer = answer;
			this.show(answer, hits, asked);
			this.dataset['state'] = asked ? 'done' : 'idle';
		} catch (error) {
			if (turn !== this.latest) return;
			console.warn(error);
			this.dataset['state'] = 'failed';
			this.say(FAILURE);
		}
	}

	private show(answer: Answer, hits: Hit[], asked: boolean) {
		this.showFacets(answer);
		this.say(asked ? summary(answer, this.state.q) : '');
		const link = (q: string, verbatim: boolean) => href(`/search/${formatSearch({ ...this.state, q, verbatim })}`);
		this.querySelector('.search-notes')?.replaceChildren(...notes(answer, this.state.q, link));
		this.results.replaceChildren(...hits.map(resultItem));
		this.shown = hits.length;
		this.showButton();
		if (!asked) this.more.hidden = true;
		const nothing = asked && !answer.total;
		const toggle = (selector: string, visible: boolean) => this.querySelector(selector)?.toggleAttribute('hidden', !visible);
		toggle('.search-help', !asked || nothing);
		toggle('.search-nothing', nothing);
		toggle('.search-start', !asked);
	}

	private showFacets(answer: Answer) {
		for (const facet of FACETS) {
			const box = this.querySelector(`[data-facet=${facet}]`);
			const chosen = this.state.filters[facet];
			for (const input of box?.querySelectorAll('input') ?? []) {
				input.checked = chosen.includes(input.value);
				const count = answer.counts[facet].get(input.value) ?? 0;
				const label = input.parentElement?.querySelector('.count');
				if (label) label.textContent = `(${count})`;
				input.parentElement?.classList.toggle('none', count === 0 && !input.checked);
			}
			const summaryMark = box?.querySelector('.chosen');
			if (summaryMark) summaryMark.textContent = chosen.length ? `: ${chosen.length}` : '';
		}
		this.querySelector('.search-clear')?.toggleAttribute('disabled', !hasFilters(this.state.filters));
	}

	private showButton() {
		const left = (this.answer?.total ?? 0) - this.shown;
		this.more.hidden = left <= 0;
		this.more.textContent = `${Math.min(left, AT_ONCE)} more of ${this.answer?.total ?? 0} results`;
	}

	private async showMore() {
		const turn = this.latest;
		const hits = (await this.answer?.hits(this.shown, this.shown + AT_ONCE)) ?? [];
		if (turn !== this.latest) return;
		const items = hits.map(resultItem);
		this.results.append(...items);
		this.shown += items.length;
		history.replaceState({ shown: this.shown }, '');
		this.showButton();
		items[0]?.querySelector('a')?.focus();
	}

	/** Links to another search of this page run it here. */
	private followHere(event: MouseEvent) {
		const link = (event.target as Element).closest('a');
		if (!link || event.ctrlKey || event.metaKey || event.shiftKey || link.pathname !== location.pathname || link.hash) return;
		event.preventDefault();
		this.go(parseSearch(link.search), 'push');
	}

	private say(message: string) {
		const status = this.querySelector('.search-status');
		if (status && status.textContent !== message) status.textContent = message;
	}
}

function resultItem(hit: Hit): HTMLLIElement {
	const [best, ...others] = hit.passages.slice(0, SECTIONS);
	const section = best?.anchor && best.title !== hit.page.title ? element('span', { class: 'search-section' }, best.title) : undefined;
	return element(
		'li',
		{ class: 'search-result' },
		badge(hit.page),
		element('h2', {}, element('a', { href: best ? addressOf(hit, best) : href(hit.page.url) }, hit.page.title)),
		section,
		best && excerpt(best),
		others.length > 0 &&
			element(
				'ul',
				{ class: 'search-sections', 'aria-label': `More in “${hit.page.title}”` },
				...others.map((passage) => element('li', {}, element('a', { href: addressOf(hit, passage) }, passage.anchor ? passage.title : 'Top of the page'))),
			),
	);
}

customElements.define('search-page', SearchPage);
