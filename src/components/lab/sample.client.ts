/** A sample that a reader runs or edits in the page, or answers in their own words. */
import { checkAttempt } from './attempt.client.ts';
import { sampleText } from './buttons.client.ts';
import { createEditor, type Editor } from './editor.client.ts';
import type { Lab } from './engine.client.ts';
import { Panel } from './panel.client.ts';
import { loadStyles } from './styles.client.ts';

export type SampleAction = 'run' | 'edit';

/** The lab a sample names. */
export const labOf = (sample: HTMLElement): Lab => {
	const id = sample.dataset['lab'] ?? '';
	return { id, address: sample.dataset['labUrl'] ?? '' };
};

/** Takes a sample over from its plain buttons. */
export function openSample(sample: HTMLElement, bar: HTMLElement, first: SampleAction) {
	if (bar.dataset['open']) return;
	bar.dataset['open'] = 'true';
	loadStyles();
	new Sample(sample, bar).act(first);
}

class Sample {
	private original: string;
	private attempt: boolean;
	private code: HTMLElement | null;
	private built: HTMLElement | null;
	private runButton: HTMLButtonElement;
	private editButton: HTMLButtonElement | undefined;
	private resetButton = document.createElement('button');
	private panel: Panel;
	private editor: Editor | undefined;

	constructor(
		private sample: HTMLElement,
		private bar: HTMLElement,
	) {
		this.original = sampleText(sample);
		this.attempt = sample.dataset['role'] === 'attempt';
		this.code = sample.querySelector('.expressive-code');
		this.built = sample.querySelector('.lab-result');
		const [first, second] = bar.querySelectorAll('button');
		if (!first) throw new Error('a sample without buttons');
		this.runButton = first;
		this.editButton = second;
		this.panel = new Panel(this.runButton);
		this.resetButton.type = 'button';
		this.resetButton.textContent = 'Reset';
		this.resetButton.hidden = true;
		this.resetButton.addEventListener('click', () => void this.reset());
		(this.editButton ?? this.runButton).after(this.resetButton);
		bar.after(this.panel.element);
		this.runButton.addEventListener('click', () => void this.run());
		this.editButton?.addEventListener('click', () => this.edit());
	}

	act(action: SampleAction) {
		if (action === 'run') void this.run();
		else this.edit();
	}

	private get sql(): string {
		return this.editor?.value ?? this.original;
	}

	private async run() {
		if (this.panel.busy) return this.panel.stop();
		// An attempt has no query before it is written.
		if (this.attempt && !this.editor) return this.edit();
		this.built?.setAttribute('hidden', '');
		this.resetButton.hidden = false;
		const lab = labOf(this.sample);
		if (!this.attempt) return this.panel.run({ lab, sql: this.sql, undo: true });
		const solution = document.querySelector<HTMLElement>('lab-sample[data-role=solution]');
		if (solution) await checkAttempt(this.panel, lab, this.sql, { sql: sampleText(solution), ordered: 'ordered' in solution.dataset });
	}

	private edit() {
		if (!this.editor) {
			const label = this.attempt ? 'Your answer' : 'Query';
			this.editor = createEditor(label, this.original, () => void this.run());
			this.bar.before(this.editor.element);
			this.code?.setAttribute('hidden', '');
			this.editButton?.setAttribute('hidden', '');
			this.resetButton.hidden = false;
			if (this.attempt) this.panel.label = 'Check';
		}
		this.editor.field.focus();
	}

	private async reset() {
		await this.panel.stop();
		this.panel.clear();
		this.editor?.element.remove();
		this.editor = undefined;
		this.code?.removeAttribute('hidden');
		this.built?.removeAttribute('hidden');
		this.editButton?.removeAttribute('hidden');
		if (this.attempt) this.panel.label = 'Write your answer';
		this.runButton.focus();
		this.resetButton.hidden = true;
	}
}
