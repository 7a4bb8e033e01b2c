/** Puts "Run" and "Edit" under every sample that has a lab. What they need is loaded when one is pressed. */
import { href } from '../../lib/url.ts';
import type { SampleAction } from './sample.client.ts';

/** The SQL of a sample as the page shows it. */
export const sampleText = (sample: Element): string =>
	[...sample.querySelectorAll('.ec-line')].map((line) => line.textContent?.replace(/\n$/, '')).join('\n');

function addButtons(sample: HTMLElement, position: number) {
	const bar = document.createElement('div');
	bar.className = 'lab-bar not-content';
	bar.setAttribute('role', 'group');
	bar.setAttribute('aria-label', `Query ${position}`);
	const actions: [SampleAction, string][] = sample.dataset['role'] === 'attempt' ? [['edit', 'Write your answer']] : [['run', 'Run'], ['edit', 'Edit']];
	for (const [action, label] of actions) {
		const button = document.createElement('button');
		button.type = 'button';
		button.textContent = label;
		button.addEventListener('click', () => void open(sample, bar, action, button));
		bar.append(button);
	}
	bar.append(labLink(sample));
	const code = sample.querySelector('.expressive-code');
	if (code) code.after(bar);
	else sample.prepend(bar);
}

/** The way to the page of the labs, with the query in the address; it is packed when a reader reaches for the link. */
function labLink(sample: HTMLElement): HTMLAnchorElement {
	const link = document.createElement('a');
	const lab = sample.dataset['lab'] ?? '';
	link.textContent = 'Open in the lab';
	link.href = href(`/lab/#lab=${lab}`);
	let packed: string | undefined;
	const current = () => sample.querySelector('textarea')?.value ?? sampleText(sample);
	const pack = async () => {
		const sql = current();
		const { formatLabLink } = await import('../../lib/lab-link.ts');
		link.href = href(`/lab/#${await formatLabLink({ lab, sql }).catch(() => `lab=${lab}`)}`);
		packed = sql;
	};
	for (const event of ['pointerenter', 'focus']) link.addEventListener(event, () => void pack().catch(() => undefined));
	link.addEventListener('click', (event) => {
		if (packed === current() || event.ctrlKey || event.metaKey || event.shiftKey) return;
		event.preventDefault();
		void pack().catch(() => undefined).then(() => location.assign(link.href));
	});
	return link;
}

/** The first press of a button; the sample's own script answers all later ones. */
async function open(sample: HTMLElement, bar: HTMLElement, action: SampleAction, button: HTMLButtonElement) {
	if (bar.dataset['open']) return;
	try {
		const { openSample } = await import('./sample.client.ts');
		openSample(sample, bar, action);
	} catch {
		button.textContent = 'Not loaded. Are you online?';
	}
}

for (const [index, sample] of document.querySelectorAll<HTMLElement>('lab-sample').entries()) addButtons(sample, index + 1);
