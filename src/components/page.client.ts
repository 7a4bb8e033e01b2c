/** Small things every page does: shortcuts, opening what a link points into, copying heading links, touch tooltips. */
import { announce, copyText } from './clipboard.client.ts';

const typing = (target: EventTarget | null) =>
	target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

function go(rel: 'prev' | 'next') {
	document.querySelector<HTMLAnchorElement>(`.pagination-links a[rel=${rel}]:not([hidden])`)?.click();
}

const keys: Record<string, () => void> = {
	'?': () => document.querySelector<HTMLDialogElement>('#shortcuts-help')?.showModal(),
	p: () => go('prev'),
	n: () => go('next'),
	a: () => {
		const answer = document.querySelector<HTMLDetailsElement>('details.answer');
		if (answer) answer.open = !answer.open;
	},
};

document.addEventListener('keydown', (event) => {
	if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector('dialog[open]')) return;
	const run = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
	if (!run) return;
	event.preventDefault();
	run();
});

function idInAddress(): string {
	try {
		return decodeURIComponent(location.hash.slice(1));
	} catch {
		return '';
	}
}

/** A link into a fold opens every fold around its target. */
function openTarget() {
	const target = document.getElementById(idInAddress());
	if (!target) return;
	let folded = false;
	for (let fold = target.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null) {
		folded ||= !fold.open;
		fold.open = true;
	}
	if (folded) target.scrollIntoView();
}
addEventListener('hashchange', openTarget);
openTarget();

// Copies instead of only jumping: the address bar then holds the link as well.
document.addEventListener('click', (event) => {
	const link = (event.target as Element).closest<HTMLAnchorElement>('.sl-anchor-link');
	if (!link) return;
	void copyText(link.href).then((copied) => {
		const status = document.querySelector<HTMLElement>('#page-status');
		if (copied && status) announce(status, 'Link to this heading copied.');
	});
});

// A name for each sample, for those who hear it where it scrolls, and a button to copy it.
for (const [i, block] of document.querySelectorAll<HTMLElement>('.expressive-code figure').entries()) {
	const pre = block.querySelector('pre');
	pre?.setAttribute('role', 'group');
	pre?.setAttribute('aria-label', `Sample ${i + 1}: ${pre.dataset['language'] ?? 'text'}`);
	const button = document.createElement('button');
	button.type = 'button';
	button.className = 'copy-code';
	button.textContent = 'Copy';
	button.addEventListener('click', () => {
		const code = [...block.querySelectorAll('.ec-line')].map((line) => line.textContent?.replace(/\n$/, '')).join('\n');
		void copyText(code).then((copied) => {
			button.textContent = copied ? 'Copied' : 'Not allowed';
			setTimeout(() => (button.textContent = 'Copy'), 2000);
			const status = document.querySelector<HTMLElement>('#page-status');
			if (copied && status) announce(status, 'Sample copied.');
		});
	});
	block.append(button);
}

// A formula that scrolls is reached by keyboard too.
const formulas = document.querySelectorAll('.katex-display');
if (formulas.length) {
	const widths = new ResizeObserver((entries) => {
		for (const { target } of entries)
			if (target.scrollWidth > target.clientWidth) target.setAttribute('tabindex', '0');
			else target.removeAttribute('tabindex');
	});
	for (const formula of formulas) widths.observe(formula);
}

// Samples that can be run: their buttons, on pages that have any.
if (document.querySelector('lab-sample')) void import('./lab/buttons.client.ts');

// Lists to tick off.
if (document.querySelector('main .task-list-item')) void import('./practice/task-list.client.ts');

// Where nothing hovers, the first tap on a term shows its definition and the second follows the link.
if (matchMedia('(hover: none)').matches)
	document.addEventListener('click', (event) => {
		const link = (event.target as Element).closest<HTMLAnchorElement>('.term > a');
		for (const open of document.querySelectorAll('.term.open')) if (open !== link?.parentElement) open.classList.remove('open');
		if (!link || link.parentElement?.classList.contains('open')) return;
		event.preventDefault();
		link.parentElement?.classList.add('open');
	});

// Content on hover or focus can be dismissed without moving pointer or focus (WCAG 1.4.13).
document.addEventListener('keydown', (event) => {
	if (event.key !== 'Escape') return;
	for (const term of document.querySelectorAll('.term')) {
		if (!term.matches(':hover, :focus-within, .open')) continue;
		term.classList.remove('open');
		term.classList.add('dismissed');
		const again = () => term.classList.remove('dismissed');
		term.addEventListener('pointerleave', again, { once: true });
		term.addEventListener('focusout', again, { once: true });
	}
});

// Paper shows every answer.
const opened: HTMLDetailsElement[] = [];
addEventListener('beforeprint', () => {
	for (const fold of document.querySelectorAll<HTMLDetailsElement>('main details:not([open]):not(.facet):not(.diagram-source)')) {
		fold.open = true;
		opened.push(fold);
	}
});
addEventListener('afterprint', () => {
	for (const fold of opened.splice(0)) fold.open = false;
});
