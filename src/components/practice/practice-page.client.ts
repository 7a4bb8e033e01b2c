import { filterItems, formatState, parseState, type CatalogueState } from '../../lib/catalogue.ts';
import { drawSet, formatSet, formatTime, isFinished, parseSet, startSession, type PracticeItem } from '../../lib/practice/practice-set.ts';
import { MAX_SET, type Session } from '../../lib/practice/progress.ts';
import { announce, copyText } from '../clipboard.client.ts';
import { readFacets, showFacets } from '../facets.client.ts';
import { ratingMark } from './rating-mark.client.ts';
import { changeProgress, loadProgress, watchProgress } from './store.client.ts';

/** `<practice-page>`: draws a set, shows the one on its way or the one a link names, and sums up when it is done. */
class PracticePage extends HTMLElement {
	private items: PracticeItem[] = [];
	private form!: HTMLFormElement;
	private section!: HTMLElement;
	/** The set that is shown and not started: drawn here or named by the link. */
	private proposed: { set: number[]; timer: boolean } | undefined;

	async connectedCallback() {
		this.form = this.querySelector('form') as HTMLFormElement;
		this.section = this.querySelector('.session') as HTMLElement;
		try {
			this.items = (await (await fetch(this.dataset['list'] ?? '')).json()) as PracticeItem[];
		} catch {
			this.say('.result-count', 'The list of scenarios could not be loaded. Are you online?');
			return;
		}
		this.form.addEventListener('change', () => this.filter());
		this.form.addEventListener('submit', (event) => {
			event.preventDefault();
			this.draw();
		});
		this.form.addEventListener('reset', () => setTimeout(() => this.filter()));
		this.addEventListener('click', (event) => {
			const { action, export: format } = (event.target as Element).closest<HTMLElement>('button')?.dataset ?? {};
			if (format === 'anki' || format === 'csv') void this.exportAs(format);
			if (action === 'start') this.start();
			if (action === 'again') this.repeat();
			if (action === 'copy') void this.copy();
			if (action === 'discard') this.discard();
		});
		addEventListener('hashchange', () => this.openLink());
		const state = parseState(location.search);
		showFacets(this.form, this.items, state);
		this.showCount(state);
		this.openLink();
		watchProgress(() => this.show());
	}

	private get state(): CatalogueState {
		return { chosen: readFacets(this.form), sort: 'number' };
	}

	private filter() {
		const { state } = this;
		showFacets(this.form, this.items, state);
		this.showCount(state);
		history.replaceState(null, '', location.pathname + formatState(state) + location.hash);
	}

	private showCount(state: CatalogueState) {
		this.say('.result-count', `${filterItems(this.items, state).length} of ${this.items.length} scenarios fit`);
	}

	private draw() {
		const data = new FormData(this.form);
		const wish = { count: Number(data.get('count')), minutes: Number(data.get('minutes')) };
		const fitting = filterItems(this.items, this.state) as PracticeItem[];
		const drawn = drawSet(fitting, wish, loadProgress(), new Date());
		if (!drawn.length) {
			this.say('.result-count', fitting.length ? 'No question is short enough. Allow more minutes.' : 'No scenario fits all of these. Remove a filter.');
			return;
		}
		this.propose(drawn.map(({ number }) => number), data.get('timer') !== null);
		this.section.querySelector('h2')?.focus();
	}

	private propose(set: number[], timer: boolean) {
		this.proposed = { set, timer };
		history.replaceState(null, '', location.pathname + location.search + formatSet(set, timer));
		this.show();
	}

	/** A link names questions; those that this site does not have are left out, and said to be. */
	private openLink() {
		if (!location.hash.startsWith('#set=')) return;
		const named = parseSet(location.hash);
		const set = named?.set.filter((number) => this.items.some((item) => item.number === number)) ?? [];
		if (!named || !set.length) {
			this.say('.result-count', `The link names no set of this site. A set has 1 to ${MAX_SET} questions.`);
			return;
		}
		this.proposed = { set, timer: named.timer };
		this.show();
		const left = named.set.length - set.length;
		if (left) this.say('.session .status', `${left} of the ${named.set.length} questions of the link are not on this site.`);
	}

	private show() {
		const { session } = loadProgress();
		const shown: Session | undefined = this.proposed ? startSession(this.proposed.set, this.proposed.timer, new Date()) : session;
		this.section.hidden = !shown;
		if (!shown) return;
		const done = !this.proposed && isFinished(shown);
		const items = shown.set.flatMap((number) => this.items.find((item) => item.number === number) ?? []);
		const minutes = items.reduce((sum, item) => sum + item.minutes, 0);
		const seconds = Object.values(shown.seconds).reduce((sum, value) => sum + value, 0);
		const heading = this.section.querySelector('h2');
		if (heading) heading.textContent = this.proposed ? 'Your set' : done ? 'Done' : 'On your way';
		const counts = ['known', 'shaky', 'unknown'].map((rating) => `${Object.values(shown.ratings).filter((given) => given === rating).length} ${rating}`);
		const totals = this.section.querySelector('.totals');
		if (totals)
			totals.textContent = [
				`${items.length} ${items.length === 1 ? 'question' : 'questions'}, ${minutes} min`,
				...(this.proposed ? [] : [counts.join(', '), ...(shown.timer ? [`${formatTime(seconds)} spent`] : [])]),
			].join(' · ');
		this.section.querySelector('.questions')?.replaceChildren(...items.map((item, index) => this.line(item, shown, index)));
		const start = this.section.querySelector<HTMLButtonElement>('[data-action=start]');
		if (start) {
			start.hidden = done;
			start.textContent = this.proposed ? 'Start' : `Continue with question ${shown.at + 1}`;
		}
		const again = this.section.querySelector<HTMLButtonElement>('[data-action=again]');
		if (again) again.hidden = !done || !this.weak(shown).length;
	}

	private line(item: PracticeItem, session: Session, index: number): HTMLLIElement {
		const line = document.createElement('li');
		const link = document.createElement('a');
		link.href = `${this.dataset['short'] ?? ''}${item.number}/`;
		link.textContent = item.title;
		const facts = document.createElement('span');
		facts.className = 'facts';
		const seconds = session.seconds[item.number];
		facts.textContent = [item.difficulty, item.kind, `${item.minutes} min`, ...(session.timer && seconds !== undefined ? [`took ${formatTime(seconds)}`] : [])].join(' · ');
		line.append(link, ' ', facts);
		const rating = session.ratings[item.number];
		if (rating) line.append(' ', ratingMark(rating));
		if (!this.proposed && index === session.at) line.setAttribute('aria-current', 'step');
		return line;
	}

	private weak = ({ set, ratings }: Session) => set.filter((number) => ratings[number] === 'shaky' || ratings[number] === 'unknown');

	private start() {
		const { proposed } = this;
		if (proposed) {
			const kept = changeProgress((progress) => ({ ...progress, session: startSession(proposed.set, proposed.timer, new Date()) }));
			if (!kept) return this.say('.session .status', 'This browser keeps nothing for this site: open the questions from the list above.');
			this.proposed = undefined;
			history.replaceState(null, '', location.pathname + location.search);
		}
		const { session } = loadProgress();
		const number = session?.set[session.at];
		if (number !== undefined) location.assign(`${this.dataset['short'] ?? ''}${number}/`);
	}

	private repeat() {
		const { session } = loadProgress();
		if (session) this.propose(this.weak(session), session.timer);
	}

	private async copy() {
		const { session } = loadProgress();
		const shown = this.proposed ?? session;
		if (!shown) return;
		const address = new URL(`${location.pathname}${formatSet(shown.set, shown.timer)}`, location.origin).href;
		this.say('.session .status', (await copyText(address)) ? 'Link copied: it names the same questions in the same order, and nothing of yours.' : `The address: ${address}`);
	}

	private discard() {
		if (this.proposed) this.proposed = undefined;
		else changeProgress(({ session: _, ...progress }) => progress);
		history.replaceState(null, '', location.pathname + location.search);
		this.show();
		this.querySelector<HTMLElement>('form summary')?.focus();
	}

	private async exportAs(format: 'anki' | 'csv') {
		const say = (text: string) => this.say('.export .status', text);
		const numbers = new Set(filterItems(this.items, this.state).map(({ number }) => number));
		if (!numbers.size) return say('No scenario fits the filter.');
		say('Preparing…');
		try {
			const { exportScenarios } = await import('./export.client.ts');
			const { file, bytes } = await exportScenarios(format, numbers, this.dataset['list'] ?? '');
			say(`${file}: ${numbers.size} ${numbers.size === 1 ? 'scenario' : 'scenarios'}, ${Math.ceil(bytes / 1000)} KB.`);
		} catch {
			say('The export could not be made. Are you online?');
		}
	}

	private say(selector: string, text: string) {
		const region = this.querySelector<HTMLElement>(selector);
		if (region) announce(region, text);
	}
}

customElements.define('practice-page', PracticePage);
