import { announce } from './clipboard.client.ts';

/** `<misbelief-ledger>`: narrows the list by words, topic and technology; the choice stands in the address. */
class MisbeliefLedger extends HTMLElement {
	connectedCallback() {
		const form = this.querySelector('form');
		if (!form) return;
		const params = new URLSearchParams(location.search);
		for (const field of form.elements)
			if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = params.get(field.name) ?? '';
		form.addEventListener('submit', (event) => event.preventDefault());
		form.addEventListener('input', () => this.apply(form, true));
		this.apply(form, false);
	}

	private apply(form: HTMLFormElement, remember: boolean) {
		const data = new FormData(form);
		const [text = '', topic = '', tech = ''] = ['text', 'topic', 'tech'].map((name) => String(data.get(name) ?? '').trim());
		const words = text.toLowerCase().split(/\s+/).filter(Boolean);
		const entries = [...this.querySelectorAll<HTMLElement>('article')];
		for (const entry of entries) {
			const has = (list: string | undefined, id: string) => !id || (list ?? '').split(' ').includes(id);
			const content = (entry.textContent ?? '').toLowerCase();
			entry.hidden = !(words.every((word) => content.includes(word)) && has(entry.dataset['topics'], topic) && has(entry.dataset['tech'], tech));
		}
		for (const section of this.querySelectorAll('section')) section.hidden = !section.querySelector('article:not([hidden])');
		const shown = entries.filter((entry) => !entry.hidden).length;
		const status = this.querySelector<HTMLElement>('.result-count');
		if (status) announce(status, shown ? `${shown} of ${entries.length}` : 'Nothing fits. Try fewer words.');
		if (!remember) return;
		const query = new URLSearchParams(Object.entries({ text, topic, tech }).filter(([, value]) => value)).toString();
		history.replaceState(null, '', location.pathname + (query ? `?${query}` : '') + location.hash);
	}
}

customElements.define('misbelief-ledger', MisbeliefLedger);
