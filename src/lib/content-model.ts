/** The content model: what the frontmatter of a page may and must hold. */
import { z } from 'zod';
import { AREA_IDS } from './areas.ts';
import { DIFFICULTIES, KINDS } from './kinds.ts';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case words joined by hyphens');
const pageRef = z.string().regex(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/, 'expected a page id such as spark/data-skew');
// Other schemes would run or fetch what no page may.
const link = z.strictObject({ title: z.string().min(1), url: z.url({ protocol: /^https?$/, error: 'expected a full http or https address' }) });
const unique = <T extends z.ZodType>(items: T) =>
	z.array(items).refine((list) => new Set(list).size === list.length, 'expected each entry once');
// YAML reads an unquoted date as a date, a quoted one as text.
const date = z.preprocess(
	(value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
	z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a date such as 2026-11-21'),
);

const misbelief = z.strictObject({
	/** Unique on the whole site; becomes the entry's anchor. */
	id,
	/** What is often said; inline Markdown. */
	said: z.string().min(1),
	/** What is true; inline Markdown. */
	truth: z.string().min(1),
	/** The versions it holds for. */
	since: z.string().min(1),
	/** Vocabulary ids; the page's own where absent. */
	topics: unique(id).optional(),
	source: link,
});

const checked = z.strictObject({
	/** The day the claims were last held against the references. */
	date,
	/** The products and versions they were held against. */
	versions: unique(z.string().min(1)),
});

const sidebar = z.strictObject({
	order: z.number().optional(),
	label: z.string().min(1).optional(),
	hidden: z.boolean().optional(),
});

/** Fields of every page. */
export const pageFields = z.strictObject({
	title: z.string().min(1).max(70, 'expected at most 70 characters'),
	/** One sentence: search results and cards print it. */
	description: z.string().min(1).max(160, 'expected at most 160 characters'),
	topics: unique(id).default([]),
	tech: unique(id).default([]),
	/** Pages to know first. */
	requires: unique(pageRef).default([]),
	/** Pages to read next, before those the topics suggest. */
	related: unique(pageRef).default([]),
	/** Units of the raw documents that the page covers whole. */
	sources: unique(z.string().regex(/^[a-z]+-\d{3}$/, 'expected a unit id such as dm-014')).default([]),
	checked: checked.optional(),
	references: z.array(link).default([]),
	misbeliefs: z.array(misbelief).default([]),
	sidebar: sidebar.optional(),
	template: z.enum(['doc', 'splash']).optional(),
	tableOfContents: z.boolean().optional(),
});

/** Fields that only a scenario has. */
const scenarioOnly = z.strictObject({
	/** Permanent, never reused. */
	number: z.int().min(1),
	/** As an interviewer would ask it; inline Markdown. */
	question: z.string().min(20, 'expected a whole question'),
	difficulty: z.enum(DIFFICULTIES),
	kind: z.enum(KINDS),
	/** Minutes to answer aloud, follow-ups included. */
	minutes: z.int().min(1).max(120),
});

/** A page under `scenarios/`: what every page has and what only a scenario has, with topics and a check date required. */
export const scenarioFields = z
	.strictObject({
		...pageFields.shape,
		...scenarioOnly.shape,
		topics: unique(id).min(1, 'expected at least one topic'),
		checked,
		references: z.array(link).min(1, 'expected at least one primary reference'),
	})
	.refine(({ kind, tech }) => kind === 'behavioural' || tech?.length, {
		path: ['tech'],
		message: 'expected at least one technology',
		// Beside whatever else is wrong: all problems are named at once.
		when: ({ value }) => typeof value === 'object' && value !== null,
	});

/** What a page has while it waits for an editor, and loses when it is published. */
const draftOnly = z.strictObject({
	draft: z.literal(true),
	/** The raw document it was made from. */
	from: z.strictObject({ document: z.string().min(1), lines: z.string().regex(/^\d+-\d+$/, 'expected lines such as 12-80') }),
});

/** A draft of a page: what it was held against comes when it is written. */
export const draftFields = z.strictObject({ ...pageFields.shape, ...draftOnly.shape });
export const draftScenarioFields = z.strictObject({ ...draftFields.shape, ...scenarioOnly.shape });

/** What the site's one collection accepts: scenario fields on scenarios only is checked by `check-content`. */
export const collectionFields = z.object({ ...pageFields.shape, ...scenarioOnly.partial().shape, ...draftOnly.partial().shape });

/** What the site reads of a page's frontmatter; how Starlight lays it out is Starlight's. */
export type PageData = Omit<z.infer<typeof collectionFields>, 'template' | 'tableOfContents' | 'draft'>;
export type MisbeliefEntry = z.infer<typeof misbelief>;

const term = {
	id,
	aliases: unique(z.string().min(1)).default([]),
	/** False for words too common to link at every first mention. */
	linked: z.boolean().optional(),
};

const vocabularyEntry = z.strictObject({
	...term,
	label: z.string().min(1),
	gloss: z.string().min(1).max(160, 'expected at most 160 characters'),
	/** The page that explains it. */
	page: pageRef.optional(),
});

const topicEntry = vocabularyEntry.extend({
	/** Where the misbeliefs of this topic are listed. */
	area: z.enum(AREA_IDS),
});

/** `_data/vocabulary.yaml`: topics and technologies; drives facets, related pages, search synonyms and glossary links. */
export const vocabularyFields = z.strictObject({
	topics: z.array(topicEntry),
	tech: z.array(vocabularyEntry),
});

/** `_data/glossary.yaml`: terms that are no facet. */
export const glossaryFields = z.array(
	z.strictObject({
		...term,
		term: z.string().min(1),
		definition: z.string().min(1).max(240, 'expected at most 240 characters'),
		see: unique(id).default([]),
	}),
);

/** `_data/sources.yaml`: every unit of the raw documents. */
export const sourcesFields = z.array(
	z.strictObject({
		id: z.string().regex(/^[a-z]+-\d{3}$/, 'expected a unit id such as dm-014'),
		document: z.string().min(1),
		lines: z.string().min(1),
		title: z.string().min(1),
	}),
);

const path = z.string().regex(/^\/([a-z0-9-]+\/)*$/, 'expected a path such as /spark/old-name/');

/** `_data/redirects.yaml`: addresses that pages once had. */
export const redirectsFields = z.array(z.strictObject({ from: path, to: path }));

export type Redirect = z.infer<typeof redirectsFields>[number];
export type Vocabulary = z.infer<typeof vocabularyFields>;
export type VocabularyEntry = z.infer<typeof vocabularyEntry>;
export type Topic = z.infer<typeof topicEntry>;
export type GlossaryEntry = z.infer<typeof glossaryFields>[number];
export type SourceUnit = z.infer<typeof sourcesFields>[number];
