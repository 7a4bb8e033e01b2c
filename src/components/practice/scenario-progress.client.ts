import { withScenario, type Progress, type Session } from '../../lib/practice/progress.ts';
import { addSeconds, formatTime, isFinished, openQuestion, rateQuestion } from '../../lib/practice/practice-set.ts';
import { isRating, type Rating } from '../../lib/practice/rating.ts';
import { announce } from '../clipboard.client.ts';
import { changeProgress, loadProgress, watchProgress } from './store.client.ts';

const NOT_STORED = 'This browser keeps nothing for this site: what you do here is gone when you leave.';
const day = (instant: string | Date) => new Date(instant).toLocaleDateString('en-CA');

/** `<scenario-progress>`: rating and note of one scenario, and the bar of the set it is practiced in. */
class ScenarioProgress extends HTMLElement {
	private number = Number(this.dataset['number']);
	private answer = document.querySelector<HTMLDetailsElement>('details.answer');
	/** When this question was opened or last came back into view; undefined while it is not looked at. */
	private since: number | undefined;

	connectedCallback() {
		this.addEventListener('click', (event) => {
			const button = (event.target as Element).closest<HTMLButtonElement>('button');
			const { rating, action } = button?.dataset ?? {};
			if (isRating(rating)) void this.rate(rating);
			if (action === 'answer') this.toggleAnswer();
			if (action === 'next') this.next();
			if (action === 'timer') this.changeSession((session) => ({ ...session, timer: !session.timer }));
		});
		const note = this.find('textarea') as HTMLTextAreaElement;
		note.addEventListener('change', () => this.write(note.value));
		// A note is kept also where the page is left in the middle of a word.
		addEventListener('pagehide', () => {
			if (note.value.trim() !== (this.stored.note ?? '')) this.write(note.value);
			this.stopClock();
		});
		const session = loadProgress().session;
		if (session && openQuestion(session, this.number) !== session) this.changeSession((open) => openQuestion(open, this.number));
		watchProgress((progress) => this.show(progress));
		this.answer?.addEventListener('toggle', () => this.show(loadProgress()));
		document.addEventListener('visibilitychange', () => (document.hidden ? this.stopClock() : this.startClock()));
		this.startClock();
		setInterval(() => this.showTime(), 1000);
	}

	private find = (selector: string) => this.querySelector<HTMLElement>(selector);

	private get stored() {
		return loadProgress().scenarios[this.number] ?? {};
	}

	/** The session this question belongs to and is the open one of. */
	private get session(): Session | undefined {
		const { session } = loadProgress();
		return session && !isFinished(session) && session.set[session.at] === this.number ? session : undefined;
	}

	private changeSession(change: (session: Session) => Session) {
		changeProgress((progress) => (progress.session ? { ...progress, session: change(progress.session) } : progress));
	}

	private async rate(rating: Rating) {
		const { review } = await import('../../lib/practice/review.ts');
		const now = new Date();
		const kept = changeProgress((progress) => {
			const rated = withScenario(progress, this.number, { rating, ratedAt: now.toISOString(), card: review(progress.scenarios[this.number]?.card, rating, now) });
			return rated.session ? { ...rated, session: rateQuestion(rated.session, this.number, rating) } : rated;
		});
		const status = this.find('.rated');
		if (status && !kept) announce(status, NOT_STORED);
	}

	private write(text: string) {
		const kept = changeProgress((progress) => withScenario(progress, this.number, { note: text.trim() }));
		const status = this.find('.rated');
		if (status) announce(status, kept ? 'Note kept.' : NOT_STORED);
	}

	private show(progress: Progress) {
		const { rating, ratedAt, card, note = '' } = progress.scenarios[this.number] ?? {};
		for (const button of this.querySelectorAll<HTMLElement>('[data-rating]')) button.setAttribute('aria-pressed', String(button.dataset['rating'] === rating));
		const rated = this.find('.rated');
		if (rated) rated.textContent = rating && ratedAt ? `Rated ${rating} on ${day(ratedAt)}. ${card ? `To be repeated on ${day(card.due)}.` : ''}` : '';
		const field = this.find('textarea') as HTMLTextAreaElement;
		if (document.activeElement !== field) field.value = note;
		const written = this.find('.has-note');
		if (written) written.hidden = !note;
		this.showBar();
	}

	private showBar() {
		const bar = this.find('.practice-bar');
		if (!bar) return;
		const { session } = this;
		bar.hidden = !session;
		document.documentElement.toggleAttribute('data-practicing', Boolean(session));
		if (!session) return;
		const place = this.find('.place');
		if (place) place.textContent = `Question ${session.at + 1} of ${session.set.length}`;
		const open = this.answer?.open ?? true;
		const answer = this.find('[data-action=answer]');
		if (answer) answer.hidden = open;
		const ratings = this.find('.practice-bar .ratings');
		if (ratings) ratings.hidden = !open;
		const next = this.find('[data-action=next]');
		if (next) next.textContent = session.at + 1 < session.set.length ? 'Next question' : 'Finish';
		const leave = this.querySelector<HTMLAnchorElement>('.leave');
		if (leave) leave.href = this.dataset['practice'] ?? '';
		this.showTime();
	}

	private toggleAnswer() {
		if (!this.answer) return;
		this.answer.open = true;
		this.answer.querySelector('summary')?.focus();
		this.answer.scrollIntoView({ block: 'start' });
	}

	private next() {
		this.stopClock();
		const { session } = this;
		if (!session) return;
		const at = session.at + 1;
		this.changeSession((open) => ({ ...open, at }));
		const number = session.set[at];
		location.assign(number === undefined ? (this.dataset['practice'] ?? '') : `${this.dataset['short'] ?? ''}${number}/`);
	}

	private get running(): number {
		return this.since === undefined ? 0 : (Date.now() - this.since) / 1000;
	}

	private startClock() {
		this.since ??= Date.now();
	}

	private stopClock() {
		const seconds = this.running;
		this.since = undefined;
		if (this.session && seconds > 0) this.changeSession((session) => addSeconds(session, this.number, Math.round(seconds)));
	}

	private showTime() {
		const { session } = this;
		const timer = this.find('.timer');
		if (!session || !timer) return;
		timer.setAttribute('aria-pressed', String(session.timer));
		const minutes = Number(this.dataset['minutes']);
		const seconds = (session.seconds[this.number] ?? 0) + this.running;
		timer.textContent = session.timer ? `${formatTime(seconds)} of ${minutes} min` : 'Timer off';
		timer.classList.toggle('late', session.timer && seconds > minutes * 60);
	}
}

customElements.define('scenario-progress', ScenarioProgress);
