/** `<lab-workbench>`: the page of the labs. Pick a dataset, write, run, explain, share, look at it again. */
import { LabLinkError, formatLabLink, parseLabLink, type SharedQuery } from '../../lib/lab-link.ts';
import { copyText } from '../clipboard.client.ts';
import { createEditor, type Editor } from './editor.client.ts';
import type { Lab } from './engine.client.ts';
import { loadEngine, Panel } from './panel.client.ts';

/** Queries remembered, and where: in this tab until it is closed. */
const MAX_HISTORY = 30;
const HISTORY_KEY = 'watermark-lab-history';

class LabWorkbench extends HTMLElement {
	private select!: HTMLSelectElement;
	private editor!: Editor;
	private panel!: Panel;
	private notice!: HTMLElement;
	private history: SharedQuery[] = [];
	/** What the editor held when the page itself last filled it. */
	private filled = '';

	connectedCallback() {
		const select = this.querySelector('select');
		const run = this.querySelector<HTMLButtonElement>('[data-action=run]');
		const notice = this.querySelector<HTMLElement>('.lab-notice');
		const bar = this.querySelector<HTMLElement>('.lab-bar');
		if (!select || !run || !notice || !bar) return;
		this.select = select;
		this.notice = notice;
		this.editor = createEditor('Query', '', () => void this.run());
		this.panel = new Panel(run);
		bar.before(this.editor.element);
		bar.after(this.panel.element);
		bar.addEventListener('click', (event) => this.act((event.target as Element).closest<HTMLElement>('[data-action]')?.dataset['action']));
		select.addEventListener('change', () => this.pick(select.value));
		this.history = readHistory();
		this.showHistory();
		addEventListener('hashchange', () => void this.openLink());
		this.pick(select.value);
		void this.openLink();
	}

	private act(action: string | undefined) {
		if (action === 'run') void this.run();
		if (action === 'explain') void this.explain();
		if (action === 'share') void this.share();
		if (action === 'reset') void this.resetTables();
	}

	private get lab(): Lab {
		const option = this.select.selectedOptions[0];
		return { id: this.select.value, address: option?.dataset['url'] ?? '' };
	}

	/** Shows a dataset; its first query replaces one that the reader has not touched. */
	private pick(id: string) {
		this.select.value = id;
		for (const section of this.querySelectorAll<HTMLElement>('.lab-dataset')) section.hidden = section.dataset['lab'] !== id;
		if (this.editor.value === this.filled) this.fill(this.select.selectedOptions[0]?.dataset['first'] ?? '');
	}

	private fill(sql: string) {
		this.editor.value = sql;
		this.filled = sql;
	}

	/** Shows what the address shares. It never runs by itself: somebody else wrote it. */
	private async openLink() {
		this.tell('');
		try {
			const shared = await parseLabLink(location.hash, [...this.select.options].map((option) => option.value));
			if (!shared) return;
			this.pick(shared.lab);
			if (shared.sql === undefined) return;
			if (this.editor.value !== this.filled) this.remember({ lab: this.lab.id, sql: this.editor.value });
			this.fill(shared.sql);
			this.panel.clear();
			this.tell('This query came with the link. Nothing has run: read it, then press Run.');
		} catch (error) {
			if (!(error instanceof LabLinkError)) throw error;
			this.tell(error.message);
		}
	}

	private tell(message: string) {
		this.notice.textContent = message;
		this.notice.hidden = !message;
	}

	private async run() {
		if (this.panel.busy) return this.panel.stop();
		this.started();
		await this.panel.run({ lab: this.lab, sql: this.editor.value, undo: false });
	}

	private async explain() {
		if (this.panel.busy) return;
		this.started();
		await this.panel.explain({ lab: this.lab, sql: this.editor.value });
	}

	private started() {
		this.tell('');
		this.remember({ lab: this.lab.id, sql: this.editor.value });
	}

	private async resetTables() {
		await this.panel.stop();
		const { forgetLab } = await loadEngine();
		forgetLab();
		this.panel.clear();
		this.panel.say('The next query finds the tables as they were.');
	}

	private async share() {
		try {
			const fragment = await formatLabLink({ lab: this.lab.id, sql: this.editor.value });
			history.replaceState(null, '', `#${fragment}`);
			const copied = await copyText(location.href);
			this.panel.say(copied ? 'Link copied. It holds the query itself; nothing was sent anywhere.' : 'Copying is not allowed here. The link stands in the address bar.');
		} catch (error) {
			if (!(error instanceof LabLinkError)) throw error;
			this.panel.say(error.message);
		}
	}

	private remember(query: SharedQuery) {
		if (!query.sql?.trim()) return;
		this.history = [query, ...this.history.filter(({ lab, sql }) => lab !== query.lab || sql !== query.sql)].slice(0, MAX_HISTORY);
		try {
			sessionStorage.setItem(HISTORY_KEY, JSON.stringify(this.history));
		} catch {
			// Without storage it lasts as long as the page.
		}
		this.showHistory();
	}

	private showHistory() {
		const box = this.querySelector<HTMLElement>('.lab-history');
		const list = box?.querySelector('ol');
		if (!box || !list) return;
		box.hidden = !this.history.length;
		list.replaceChildren(
			...this.history.map(({ lab, sql = '' }) => {
				const item = document.createElement('li');
				const button = document.createElement('button');
				button.type = 'button';
				button.textContent = sql.replace(/\s+/g, ' ').trim().slice(0, 120);
				button.addEventListener('click', () => {
					this.pick(lab);
					this.fill(sql);
					this.editor.field.focus();
				});
				item.append(button, ` ${lab}`);
				return item;
			}),
		);
	}
}

function readHistory(): SharedQuery[] {
	try {
		const stored: unknown = JSON.parse(sessionStorage.getItem(HISTORY_KEY) ?? '[]');
		return Array.isArray(stored) ? stored.filter(({ lab, sql }) => typeof lab === 'string' && typeof sql === 'string') : [];
	} catch {
		return [];
	}
}

customElements.define('lab-workbench', LabWorkbench);
