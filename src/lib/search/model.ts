/** What the search knows and what it answers. */

/** Glossary entries are pages of the index, with their anchor behind this address. */
export const GLOSSARY_PATH = '/reference/glossary/';

/** A page, or a glossary entry, as the index lists it. */
export interface IndexedPage {
	/** Name of its text in the full-text index. */
	id: string;
	/** Address from the root, without base path; a glossary entry has its anchor in it. */
	url: string;
	title: string;
	/** Folder of the site it belongs to, a key of `PARTS`. */
	part: string;
	/** What a match counts for, 1 where absent: below 1 for pages that repeat or list what others explain. */
	weight?: number;
	number?: number;
	difficulty?: string;
	kind?: string;
	/** Vocabulary ids. */
	tech?: string[];
	/** Vocabulary ids, the most specific first. */
	topics?: string[];
}

/** A term of vocabulary or glossary: what a reader may type for it and where it leads. */
export interface IndexedTerm {
	id: string;
	label: string;
	aliases: string[];
	/** Address of the page that explains it. */
	page?: string;
}

/** Everything the search loads before its first query, beside the full-text index itself. */
export interface SiteIndex {
	pages: IndexedPage[];
	terms: IndexedTerm[];
}

/** The text of a page. Positions count its words, split at white space. */
export interface PageText {
	content: string;
	/** Elements with an id, each with the position of its first word. */
	anchors: { element: string; id: string; text: string; location: number }[];
}

/** A page that holds a word, with the positions where. */
export interface Match {
	/** `IndexedPage.id`. */
	id: string;
	score: number;
	locations: number[];
}

/** Where the index comes from: files of the site in a browser, plain objects in a test. */
export interface Backend {
	site(): Promise<SiteIndex>;
	/** All words of the site, the most frequent first; asked for only where a word is not found. */
	words(): Promise<string[]>;
	/** Pages that hold the word, a form of it or a word that begins with it. May fall back to a shorter beginning. */
	match(word: string): Promise<Match[]>;
	/** Pages that hold the words one after another. */
	phrase(words: string): Promise<Match[]>;
	text(id: string): Promise<PageText>;
}

/** A piece of an excerpt; `hit` where it is a word of the query. */
export interface Piece {
	text: string;
	hit: boolean;
}

/** The part of a page that answers best. */
export interface Passage {
	/** Heading it stands under; the page's title for what comes before the first heading. */
	title: string;
	/** Id to land on, `''` for the top of the page. */
	anchor: string;
	excerpt: Piece[];
	/** Matched words as the page spells them, for highlighting on arrival. */
	words: string[];
}

export interface Hit {
	page: IndexedPage;
	score: number;
	/** Best first, never empty. */
	passages: Passage[];
}

export interface Answer {
	/** Pages that match query and filters. */
	total: number;
	/** How many of the matching pages each value of a facet would leave, given the other facets. */
	counts: Record<Facet, Map<string, number>>;
	/** The query that was run instead of the one typed. */
	corrected?: string;
	/** What to offer where the query was run as typed but another spelling would find more. */
	suggestion?: string;
	/** Words that stand on no page and look like none. */
	unknown: string[];
	/** Loads the texts of a slice of the ranking. */
	hits(from: number, to: number): Promise<Hit[]>;
}

export const FACETS = ['part', 'kind', 'difficulty', 'tech'] as const;
export type Facet = (typeof FACETS)[number];
/** Chosen values a facet: any of them within a facet, all facets together. */
export type Filters = Record<Facet, string[]>;
