/** What a preview card says: the picture a chat or a search result shows of a page. Never the answer of a scenario. */
import { AREAS } from './areas.ts';
import type { Difficulty } from './kinds.ts';
import { plainText } from './inline-markdown.ts';
import { isScenario, partOf, type Page } from './pages.ts';
import { PARTS } from './parts.ts';

export interface Card {
	/** Page id: the card's address is made of it. */
	id: string;
	/** The part of the site, or the scenario's number; empty on the home page. */
	eyebrow: string;
	title: string;
	/** The question of a scenario, the description of any other page. */
	text: string;
	/** Short facts on the last line. */
	facts: string[];
	difficulty?: Difficulty;
}

/** Size of every card in pixels, as Open Graph consumers expect it. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

/** Cards of the pages that no content file stands behind, by page id. */
const GENERATED: Record<string, Pick<Card, 'title' | 'text'> & Partial<Card>> = {
	scenarios: {
		title: 'Scenarios',
		eyebrow: 'Practice',
		text: 'Interview questions for data engineers, each with a whole answer, its trade-offs and follow-ups. Filter by difficulty, kind, technology and topic.',
	},
	search: { title: 'Search', text: 'Abbreviations, configuration keys, symptoms, even with a slip of the finger.' },
	lab: { title: 'SQL lab', text: 'Small datasets to query with DuckDB in the page: nothing to install, nothing is sent anywhere.' },
	practice: { title: 'Practice', eyebrow: 'Practice', text: 'Draw a set of interview questions by filter and length, answer one at a time, rate yourself, and send the same set to a partner.' },
	review: { title: 'Review', eyebrow: 'Practice', text: 'Scenarios that are due again, and your ratings and notes, which stay on your device.' },
	'reference/glossary': { title: 'Glossary', text: 'The terms of data engineering, each defined once and linked to the page that explains it.' },
	'reference/misbeliefs': {
		title: 'Misbeliefs',
		text: 'Things often said about data engineering that are not so: what is true, since which version, and the source.',
	},
	...Object.fromEntries(
		Object.entries(AREAS).map(([area, label]) => [
			`reference/misbeliefs/${area}`,
			{ title: `Misbeliefs: ${label}`, text: 'Often said and not so: what is true, since which version, and the source.' },
		]),
	),
	'reference/sources': { title: 'Source map', text: 'Where each unit of the raw documents lives on this site, and which are still to come.' },
};

/** The card of a content page. `labelOf` turns a technology's id into its name. */
export function pageCard(page: Page, labelOf: (id: string) => string): Card {
	const { title, description, question, number, difficulty, kind, minutes, tech } = page.data;
	const technologies = tech.slice(0, 3).map(labelOf);
	if (!isScenario(page))
		return {
			id: page.id,
			eyebrow: PARTS[partOf(page.id)]?.label ?? '',
			title: plainText(title),
			text: plainText(description),
			facts: page.id === 'index' ? Object.values(PARTS).map((part) => part.label) : technologies,
		};
	return {
		id: page.id,
		eyebrow: `Scenario ${number}`,
		title: plainText(title),
		text: plainText(question ?? ''),
		facts: [...(kind ? [kind] : []), ...(minutes ? [`${minutes} min`] : []), ...technologies],
		...(difficulty && { difficulty }),
	};
}

/** The cards of all other pages. */
export const generatedCards = (): Card[] =>
	Object.entries(GENERATED).map(([id, card]) => ({ id, eyebrow: PARTS[partOf(id)]?.label ?? '', facts: [], ...card }));

/** Address of the card of a page. */
export const cardPath = (id: string): string => `/cards/${id}.png`;

/** What a card shows, in words, for readers who do not see it. */
export const cardAlt = ({ eyebrow, difficulty, title, text }: Card): string =>
	[[eyebrow, difficulty].filter(Boolean).join(', '), title, text].filter(Boolean).join('. ').replace(/([.?!…])\. /g, '$1 ');

/** Signs that the card's font has no shape for, written as text. */
const SPELT_OUT: Record<string, string> = { '→': '->', '←': '<-', '≥': '>=', '≤': '<=', '≠': '!=', '≈': '~', 'μ': 'u', 'µ': 'u' };

/** A text in the signs of the card's font, as far as there is a way to write them. */
export const inCardSigns = (text: string): string => text.replace(/[→←≥≤≠≈μµ]/g, (sign) => SPELT_OUT[sign] ?? sign);
