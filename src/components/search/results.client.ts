/** What dialog and search page show of a result. */
import { PARTS } from '../../lib/parts.ts';
import { highlightAddress } from '../../lib/search/highlight.ts';
import { GLOSSARY_PATH, type Answer, type Hit, type IndexedPage, type Passage } from '../../lib/search/model.ts';
import { href } from '../../lib/url.ts';

type Child = Node | string | false | undefined;

/** An element with attributes and children; attributes that are `undefined` are left out. */
export function element<K extends keyof HTMLElementTagNameMap>(
	tag: K,
	attributes: Record<string, string | undefined> = {},
	...children: Child[]
): HTMLElementTagNameMap[K] {
	const node = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) if (value !== undefined) node.setAttribute(name, value);
	node.append(...children.filter((child) => child !== false && child !== undefined));
	return node;
}

/** What kind of page a result is: `Scenario 23 · medium · debugging`, `Spark internals`, `Glossary`. */
export function badge(page: IndexedPage): HTMLElement {
	if (page.number !== undefined)
		return element(
			'span',
			{ class: 'search-badge' },
			`Scenario ${page.number} · `,
			element('span', { class: 'difficulty', 'data-difficulty': page.difficulty }, page.difficulty),
			` · ${page.kind}`,
		);
	const label = page.url.startsWith(`${GLOSSARY_PATH}#`) ? 'Glossary' : (PARTS[page.part]?.label ?? 'Start');
	return element('span', { class: 'search-badge' }, label);
}

export const excerpt = ({ excerpt: pieces }: Passage): HTMLElement =>
	element('span', { class: 'search-excerpt' }, ...pieces.map(({ text, hit }) => (hit ? element('mark', {}, text) : text)));

/** Where a result leads: to its passage, with its words highlighted. */
export const addressOf = ({ page }: Hit, passage: Passage): string => href(highlightAddress(page.url, passage.anchor, passage.words));

/** What a live region says of an answer. */
export const summary = ({ total, corrected }: Answer, query: string): string => {
	const asked = corrected ?? query.trim();
	const count = total === 1 ? '1 result' : `${total || 'No'} results`;
	return asked ? `${count} for “${asked}”` : count;
};

/** What was done about words the site does not have; nothing where all was found as typed. `link` makes the address of another query. */
export function notes(answer: Answer, query: string, link: (query: string, verbatim: boolean) => string): HTMLElement[] {
	const words = (text: string) => element('strong', {}, text);
	const list: HTMLElement[] = [];
	if (answer.corrected)
		list.push(
			element(
				'p',
				{ class: 'search-note' },
				'Showing results for ',
				words(answer.corrected),
				'. ',
				element('a', { href: link(query, true) }, `Search instead for ${query.trim()}`),
			),
		);
	if (answer.suggestion)
		list.push(element('p', { class: 'search-note' }, 'Did you mean ', element('a', { href: link(answer.suggestion, false) }, answer.suggestion), '?'));
	if (answer.unknown.length)
		list.push(element('p', { class: 'search-note' }, 'No page has ', words(answer.unknown.map((word) => `“${word}”`).join(', ')), '.'));
	return list;
}

/** What to tell a reader whose search failed. */
export const FAILURE = import.meta.env.DEV
	? 'The index is made when the site is built: run “npm start” to try the search.'
	: 'The search could not be loaded. Check your connection, then try again.';
