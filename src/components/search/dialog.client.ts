/** The search dialog: made when it is first opened. */
// By address: an imported style sheet would be linked from every page that could open the dialog.
import styles from '../../styles/search.css?url&no-inline';
import { emptySearch, formatSearch } from '../../lib/search/facets.ts';
import { href } from '../../lib/url.ts';
import { search } from './backend.client.ts';
import { addressOf, badge, element, excerpt, FAILURE, notes, summary } from './results.client.ts';

/** Results that fit without a second thought; the search page has all. */
const SHOWN = 8;

const input = element('input', {
	type: 'search',
	role: 'combobox',
	'aria-label': 'Search',
	'aria-autocomplete': 'list',
	'aria-expanded': 'false',
	'aria-controls': 'search-options',
	placeholder: 'skew, SMJ, spark.sql.adaptive …',
	autocomplete: 'off',
	autocapitalize: 'off',
	spellcheck: 'false',
	enterkeyhint: 'go',
});
const status = element('p', { class: 'search-status', role: 'status', 'aria-live': 'polite' });
const remarks = element('div', { class: 'search-notes' });
const list = element('div', { id: 'search-options', role: 'listbox', 'aria-label': 'Results' });
const all = element('a', { class: 'search-all', href: href('/search/') }, 'All results and filters');
const closeButton = element('button', { type: 'button', 'aria-label': 'Close search' }, 'Close');
const dialog = element(
	'dialog',
	{ class: 'search-dialog not-content', 'aria-label': 'Search' },
	element('div', { class: 'search-bar' }, input, closeButton),
	status,
	remarks,
	list,
	element('p', { class: 'search-foot' }, all),
);

let options: HTMLAnchorElement[] = [];
let active = -1;
let latest = 0;

const addressFor = (q: string, verbatim = false) => href(`/search/${formatSearch({ ...emptySearch(), q, verbatim })}`);

function activate(index: number): void {
	active = index;
	options.forEach((option, i) => option.setAttribute('aria-selected', String(i === index)));
	const option = options[index];
	if (option) {
		input.setAttribute('aria-activedescendant', option.id);
		option.scrollIntoView({ block: 'nearest' });
	} else input.removeAttribute('aria-activedescendant');
}

function show(results: HTMLAnchorElement[]): void {
	options = results;
	list.replaceChildren(...results);
	input.setAttribute('aria-expanded', String(results.length > 0));
	activate(results.length ? 0 : -1);
}

async function update(): Promise<void> {
	const query = input.value;
	const turn = ++latest;
	all.href = addressFor(query);
	if (!query.trim()) {
		status.textContent = '';
		remarks.replaceChildren();
		show([]);
		return;
	}
	try {
		const answer = await search(query);
		const hits = await answer.hits(0, SHOWN);
		if (turn !== latest) return;
		status.textContent = summary(answer, query);
		remarks.replaceChildren(...notes(answer, query, addressFor));
		if (!answer.total)
			remarks.append(element('p', {}, 'Try fewer or other words, or look in the ', element('a', { href: href('/reference/glossary/') }, 'glossary'), '.'));
		show(
			hits.flatMap((hit, i) => {
				const [passage] = hit.passages;
				if (!passage) return [];
				const section = passage.anchor && passage.title !== hit.page.title && element('span', { class: 'search-section' }, passage.title);
				return element(
					'a',
					{ id: `search-option-${i}`, role: 'option', tabindex: '-1', href: addressOf(hit, passage) },
					element('span', { class: 'search-title' }, hit.page.title),
					badge(hit.page),
					section || undefined,
					excerpt(passage),
				);
			}),
		);
	} catch (error) {
		if (turn !== latest) return;
		console.warn(error);
		show([]);
		status.textContent = FAILURE;
	}
}

input.addEventListener('input', () => void update());
input.addEventListener('keydown', (event) => {
	const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
	if (step && options.length) {
		event.preventDefault();
		activate((active + step + options.length) % options.length);
	} else if (event.key === 'Enter') {
		event.preventDefault();
		const target = options[active] ?? (input.value.trim() ? all : undefined);
		target?.click();
	}
});
dialog.addEventListener('keydown', (event) => {
	// A search field would only empty itself.
	const again = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
	if (event.key !== 'Escape' && !again) return;
	event.preventDefault();
	event.stopPropagation();
	dialog.close();
});
list.addEventListener('pointermove', (event) => {
	const index = options.indexOf((event.target as Element).closest('a') as HTMLAnchorElement);
	if (index >= 0 && index !== active) activate(index);
});
dialog.addEventListener('click', (event) => {
	// What is clicked outside of the box is the dialog itself; a result on this very page leaves the dialog behind.
	if (event.target === dialog || (event.target as Element).closest('a')) dialog.close();
});
closeButton.addEventListener('click', () => dialog.close());
document.body.append(dialog);

const sheet = element('link', { rel: 'stylesheet', href: styles });
// Without its styles the dialog still works.
const styled = new Promise((done) => ['load', 'error'].forEach((event) => sheet.addEventListener(event, done)));
document.head.append(sheet);
await styled;

/** Opens the dialog. `typed` is what the reader typed while it was being loaded. */
export function openSearch(typed = ''): void {
	if (!dialog.open) dialog.showModal();
	if (typed) {
		input.value = typed;
		void update();
	}
	input.focus();
	input.select();
	if (typed) input.setSelectionRange(typed.length, typed.length);
}
