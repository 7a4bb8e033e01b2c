import { startSession, type PracticeItem } from '../../lib/practice/practice-set.ts';
import { formatProgress, MAX_FILE, MAX_SET, mergeProgress, parseProgress, schedule, type Progress } from '../../lib/practice/progress.ts';
import { announce } from '../clipboard.client.ts';
import { downloadFile } from './download-file.client.ts';
import { ratingMark } from './rating-mark.client.ts';
import { changeProgress, damagedProgress, eraseProgress, loadProgress, watchProgress } from './store.client.ts';

const DAY = 24 * 60 * 60 * 1000;
const day = (date: Date) => date.toLocaleDateString('en-CA');

/** `<review-page>`: what is due, everything rated or noted, and the reader's data as a file. */
class ReviewPage extends HTMLElement {
	private items: PracticeItem[] = [];

	async connectedCallback() {
		this.addEventListener('click', (event) => {
			const action = (event.target as Element).closest<HTMLElement>('button')?.dataset['action'];
			if (action === 'start') this.start();
			if (action === 'export') this.save('watermark-progress.json', formatProgress(loadProgress()));
			if (action === 'damaged') this.save('watermark-progress-damaged.json', damagedProgress() ?? '');
			if (action === 'erase') this.querySelector('dialog')?.showModal();
		});
		const dialog = this.querySelector('dialog');
		dialog?.addEventListener('close', () => {
			if (dialog.returnValue !== 'erase') return;
			eraseProgress();
			this.say('Everything is erased.');
		});
		const file = this.querySelector<HTMLInputElement>('input[type=file]');
		file?.addEventListener('change', () => void this.read(file));
		try {
			this.items = (await (await fetch(this.dataset['list'] ?? '')).json()) as PracticeItem[];
		} catch {
			this.say('The titles of the scenarios could not be loaded. Are you online?');
		}
		watchProgress((progress) => this.show(progress));
	}

	private known = (number: number) => this.items.some((item) => item.number === number);
	private due = (progress: Progress) => schedule(progress).filter(({ number, due }) => due <= new Date() && this.known(number));

	private show(progress: Progress) {
		const due = this.due(progress);
		const coming = schedule(progress).filter(({ due: at }) => at > new Date());
		const soon = coming.filter(({ due: at }) => at.getTime() <= Date.now() + 7 * DAY).length;
		const summary = this.querySelector('.due-summary');
		if (summary) {
			const next = coming[0] ? ` The next one on ${day(coming[0].due)}.` : '';
			summary.textContent = due.length ? `${count(due.length)} due now, ${soon} more within seven days.` : `Nothing is due.${next}`;
		}
		const start = this.querySelector<HTMLButtonElement>('[data-action=start]');
		if (start) {
			start.hidden = !due.length;
			start.textContent = `Review ${count(Math.min(due.length, MAX_SET))}`;
		}
		const dueAt = new Map(schedule(progress).map(({ number, due: at }) => [number, at]));
		const numbers = Object.keys(progress.scenarios).map(Number);
		const nothing = this.querySelector<HTMLElement>('.nothing');
		if (nothing) nothing.hidden = numbers.length > 0;
		const lines = numbers.toSorted((a, b) => (dueAt.get(a)?.getTime() ?? Infinity) - (dueAt.get(b)?.getTime() ?? Infinity) || a - b).map((number) => this.line(number, progress, dueAt.get(number)));
		this.querySelector('.questions')?.replaceChildren(...lines);
		const damaged = this.querySelector<HTMLElement>('[data-action=damaged]');
		if (damaged) damaged.hidden = damagedProgress() === undefined;
	}

	private line(number: number, progress: Progress, due: Date | undefined): HTMLLIElement {
		const { rating, note } = progress.scenarios[number] ?? {};
		const item = this.items.find((other) => other.number === number);
		const line = document.createElement('li');
		const link = document.createElement('a');
		link.href = `${this.dataset['short'] ?? ''}${number}/`;
		link.textContent = item?.title ?? `Scenario ${number}`;
		line.append(link);
		if (rating) line.append(' ', ratingMark(rating));
		const facts = document.createElement('span');
		facts.className = 'facts';
		if (due) facts.textContent = due <= new Date() ? 'due' : `due ${day(due)}`;
		line.append(' ', facts);
		if (note) {
			const text = document.createElement('p');
			text.className = 'own-note';
			text.textContent = note;
			line.append(text);
		}
		return line;
	}

	private start() {
		const set = this.due(loadProgress()).slice(0, MAX_SET).map(({ number }) => number);
		if (!set.length) return;
		changeProgress((progress) => ({ ...progress, session: startSession(set, true, new Date()) }));
		location.assign(`${this.dataset['short'] ?? ''}${set[0]}/`);
	}

	private save(name: string, text: string) {
		downloadFile(name, text, 'application/json');
		this.say(`Saved as ${name}.`);
	}

	private async read(input: HTMLInputElement) {
		const [file] = input.files ?? [];
		if (!file) return;
		try {
			if (file.size > MAX_FILE) throw new SyntaxError('The file is too large to be progress of this site.');
			const { progress, problems } = parseProgress(await file.text());
			const kept = changeProgress((mine) => mergeProgress(mine, progress));
			const left = problems.length ? ` Left out: ${problems.slice(0, 5).join('; ')}${problems.length > 5 ? ` and ${problems.length - 5} more` : ''}.` : '';
			this.say(kept ? `Read ${count(Object.keys(progress.scenarios).length)} from ${file.name}.${left}` : 'This browser has no room for it, or keeps nothing for this site.');
		} catch (error) {
			this.say(error instanceof SyntaxError ? error.message : 'The file could not be read.');
		} finally {
			input.value = '';
		}
	}

	private say(text: string) {
		const region = this.querySelector<HTMLElement>('.status');
		if (region) announce(region, text);
	}
}

const count = (number: number) => `${number} ${number === 1 ? 'scenario' : 'scenarios'}`;

customElements.define('review-page', ReviewPage);
