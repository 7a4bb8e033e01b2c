/** What the site already has, read once: what a draft is compared with, linked to and numbered after. */
import GithubSlugger from 'github-slugger';
import { readPages, partOf, type RawPage } from '../../../src/lib/pages.ts';
import { readReferenceData, type ReferenceData } from '../../../src/lib/reference-data.ts';
import { contentWords, plainText } from './content-words.ts';
import { phraseFinder, type PhraseMatch } from './phrases.ts';

/** A word's weight in a text, by the word. Vectors have the length 1. */
export type Vector = ReadonlyMap<string, number>;

export interface IndexedHeading {
	text: string;
	/** Its anchor on the page. */
	slug: string;
}

export interface IndexedPage {
	id: string;
	title: string;
	/** First folder of the id. */
	part: string;
	topics: string[];
	tech: string[];
	headings: IndexedHeading[];
	titleVector: Vector;
	/** In the order of `headings`. */
	headingVectors: Vector[];
	vector: Vector;
	/** Parts of the page below a heading each, the text before the first one under the title. */
	sections: { heading?: IndexedHeading; vector: Vector }[];
	/** Hashes of runs of words: what a true copy shares. */
	shingles: ReadonlySet<number>;
}

/** A label or alias of the vocabulary and what it names. */
export interface NamedTerm {
	id: string;
	facet: 'topic' | 'tech';
}

export interface SiteIndex {
	pages: IndexedPage[];
	byId: ReadonlyMap<string, IndexedPage>;
	/** Pages that hold a word, as positions in `pages` with the word's weight there. */
	postings: ReadonlyMap<string, readonly (readonly [number, number])[]>;
	/** Rarity of a word on the site. */
	idf: (word: string) => number;
	/** How many pages carry a topic or technology. */
	carried: ReadonlyMap<string, number>;
	vocabulary: ReferenceData;
	/** Every word of the pages, in lower case. */
	words: ReadonlySet<string>;
	findTerms: (text: string) => PhraseMatch<NamedTerm>[];
}

/** A text with what weighs more in it. */
export interface WeightedText {
	title: string;
	headings: string[];
	text: string;
}

const TITLE = 6;
const HEADING = 2.5;

/** How often each stem occurs, title and headings counting more. */
export function termCounts({ title, headings, text }: WeightedText): Map<string, number> {
	const counts = new Map<string, number>();
	const add = (words: string[], weight: number) => {
		for (const word of words) counts.set(word, (counts.get(word) ?? 0) + weight);
	};
	add(contentWords(title), TITLE);
	for (const heading of headings) add(contentWords(heading), HEADING);
	add(contentWords(text), 1);
	return counts;
}

/** Counts as a vector of length 1: repetitions count less and less, rare words more. */
export function vectorOf(counts: ReadonlyMap<string, number>, idf: (word: string) => number): Vector {
	const vector = new Map<string, number>();
	let square = 0;
	for (const [word, count] of counts) {
		const weight = (1 + Math.log(Math.max(count, 1))) * idf(word);
		vector.set(word, weight);
		square += weight * weight;
	}
	const length = Math.sqrt(square) || 1;
	for (const [word, weight] of vector) vector.set(word, weight / length);
	return vector;
}

const RUN = 5;

/** Hashes of all runs of five content words. */
export function shinglesOf(words: string[]): Set<number> {
	const hashes = words.map((word) => {
		let hash = 0x811c9dc5;
		for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
		return hash;
	});
	const runs = new Set<number>();
	for (let at = 0; at + RUN <= hashes.length; at++) {
		let hash = 7;
		for (let i = 0; i < RUN; i++) hash = (Math.imul(hash, 31) + (hashes[at + i] ?? 0)) | 0;
		runs.add(hash);
	}
	return runs;
}

interface RawSection {
	heading?: IndexedHeading;
	text: string;
}

/** A page's body by its headings; fences count as text, but no line in them as a heading. */
function sectionsOf(body: string): RawSection[] {
	const slugger = new GithubSlugger();
	const sections: { heading?: IndexedHeading; lines: string[] }[] = [{ lines: [] }];
	let fence: string | undefined;
	for (const line of body.split(/\r?\n/)) {
		const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
		if (mark && (fence === undefined || mark.startsWith(fence))) fence = fence === undefined ? mark : undefined;
		const title = fence === undefined && !mark ? /^#{2,6}\s+(.+)$/.exec(line)?.[1] : undefined;
		if (title === undefined) sections.at(-1)?.lines.push(line);
		else {
			const text = plainText(title);
			sections.push({ heading: { text, slug: slugger.slug(text) }, lines: [] });
		}
	}
	return sections.map(({ heading, lines }) => ({ ...(heading && { heading }), text: lines.join('\n') }));
}

const strings = (value: unknown): string[] => (Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []);

interface ReadPage {
	raw: RawPage;
	title: string;
	/** Question and description say what a page is about, as a heading does. */
	summary: string[];
	data: Record<string, unknown>;
	sections: RawSection[];
}

function readOne(raw: RawPage): ReadPage {
	const value: unknown = raw.frontmatter.toJS();
	const data = typeof value === 'object' && value !== null ? { ...value } as Record<string, unknown> : {};
	const summary = [data['question'], data['description']].filter((item) => typeof item === 'string');
	return { raw, title: typeof data['title'] === 'string' ? data['title'] : raw.id, summary, data, sections: sectionsOf(raw.body) };
}

/** The names of the vocabulary, the first of two equal ones. A tool named inside a name of several words is found by the longer name. */
const namesOf = ({ topics, tech }: ReferenceData): [string, NamedTerm][] => {
	const entry = (facet: NamedTerm['facet']) => (item: { id: string; label: string; aliases: string[] }) =>
		[item.label, ...item.aliases].filter((name) => name.length > 1).map((name): [string, NamedTerm] => [name, { id: item.id, facet }]);
	return [...topics.flatMap(entry('topic')), ...tech.flatMap(entry('tech'))];
};

/**
 * Reads all pages and the vocabulary below `contentDir`.
 * A page whose frontmatter cannot be read still counts with its text.
 */
export function siteIndex(contentDir: string): SiteIndex {
	const read = readPages(contentDir).map(readOne);
	const counted = read.map(({ title, summary, sections }) => {
		const headings = sections.flatMap(({ heading }) => (heading ? [heading.text] : []));
		return termCounts({ title, headings: [...summary, ...headings], text: sections.map(({ text }) => text).join('\n') });
	});
	const frequency = new Map<string, number>();
	for (const counts of counted) for (const word of counts.keys()) frequency.set(word, (frequency.get(word) ?? 0) + 1);
	const idf = (word: string) => Math.log(1 + (read.length + 1) / ((frequency.get(word) ?? 0) + 0.5));

	const titled = (title: string) => vectorOf(termCounts({ title, headings: [], text: '' }), idf);
	const pages = read.map(({ raw, title, data, sections }, i): IndexedPage => ({
		id: raw.id,
		title,
		part: partOf(raw.id),
		topics: strings(data['topics']),
		tech: strings(data['tech']),
		headings: sections.flatMap(({ heading }) => heading ?? []),
		titleVector: titled(title),
		headingVectors: sections.flatMap(({ heading }) => (heading ? [titled(heading.text)] : [])),
		vector: vectorOf(counted[i] ?? new Map(), idf),
		sections: sections
			.filter(({ text }) => text.trim())
			.map(({ heading, text }) => ({
				...(heading && { heading }),
				vector: vectorOf(termCounts({ title: heading?.text ?? title, headings: [], text }), idf),
			})),
		shingles: shinglesOf(contentWords(sections.map(({ text }) => text).join('\n'))),
	}));

	const postings = new Map<string, [number, number][]>();
	for (const [i, { vector }] of pages.entries())
		for (const [word, weight] of vector) {
			const list = postings.get(word);
			if (list) list.push([i, weight]);
			else postings.set(word, [[i, weight]]);
		}
	const carried = new Map<string, number>();
	for (const { topics, tech } of pages) for (const id of [...topics, ...tech]) carried.set(id, (carried.get(id) ?? 0) + 1);
	const vocabulary = readReferenceData(contentDir);
	const words = new Set<string>();
	for (const { sections } of read) for (const { text } of sections) for (const [word] of text.toLowerCase().matchAll(/\p{L}{2,}/gu)) words.add(word);
	return {
		words,
		pages,
		byId: new Map(pages.map((page) => [page.id, page])),
		postings,
		idf,
		carried,
		vocabulary,
		findTerms: phraseFinder(namesOf(vocabulary)),
	};
}
