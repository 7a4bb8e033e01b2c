/**
 * What a page tells search engines in schema.org's words, as JSON-LD.
 * A scenario is a learning resource around one question with its answer (the "flashcard" form of education questions and
 * answers); `QAPage` would be wrong, since no reader can submit an answer.
 */
import type { Difficulty } from './kinds.ts';

export type Thing = { '@type': string | string[] } & Record<string, unknown>;

export interface Named {
	name: string;
	/** Full address. */
	url: string;
}

export interface SiteFacts extends Named {
	description: string;
}

export interface PageFacts {
	/** Canonical address, in full. */
	url: string;
	title: string;
	description: string;
	/** Address of the preview card, in full. */
	image: string;
	/** The way from the home page to this page, both included. */
	trail: Named[];
	/** The day the page was last checked, as `2026-11-21`. */
	checked?: string;
	/** Topics, each with its place in the glossary. */
	about?: Named[];
	/** Primary sources. */
	citations?: Named[];
}

export interface ScenarioFacts extends PageFacts {
	question: string;
	/** Plain text; without it the question is left out, since a question alone is of no use to a search engine. */
	answer: string;
	difficulty: Difficulty;
	kind: string;
	minutes: number;
}

const LANGUAGE = 'en';
const LEVELS: Record<Difficulty, string> = { easy: 'Beginner', medium: 'Intermediate', hard: 'Advanced' };
const AUDIENCE: Thing = { '@type': 'EducationalAudience', educationalRole: 'data engineer' };

const present = (entries: Record<string, unknown>): Record<string, unknown> =>
	Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined && !(Array.isArray(value) && !value.length)));

/** What every page says of itself. */
const common = (page: PageFacts, site: SiteFacts) =>
	present({
		'@id': page.url,
		url: page.url,
		name: page.title,
		description: page.description,
		image: page.image,
		inLanguage: LANGUAGE,
		isAccessibleForFree: true,
		isPartOf: { '@type': 'WebSite', '@id': site.url, name: site.name, url: site.url },
		dateModified: page.checked,
		about: page.about?.map(({ name, url }) => ({ '@type': 'DefinedTerm', name, url })),
		citation: page.citations?.map(({ name, url }) => ({ '@type': 'CreativeWork', name, url })),
	});

const publisher = (site: SiteFacts): Thing => ({ '@type': 'Organization', name: site.name, url: site.url });

const article = (page: PageFacts, site: SiteFacts) => ({ ...common(page, site), headline: page.title, author: publisher(site), publisher: publisher(site) });

function breadcrumbs(trail: Named[]): Thing[] {
	if (trail.length < 2) return [];
	return [
		{
			'@type': 'BreadcrumbList',
			itemListElement: trail.map(({ name, url }, index) => ({ '@type': 'ListItem', position: index + 1, name, item: url })),
		},
	];
}

export const scenarioData = (page: ScenarioFacts, site: SiteFacts): Thing[] => [
	{
		'@type': ['TechArticle', 'LearningResource'],
		...article(page, site),
		learningResourceType: `interview question: ${page.kind}`,
		educationalLevel: LEVELS[page.difficulty],
		timeRequired: `PT${page.minutes}M`,
		audience: AUDIENCE,
	},
	...(page.answer
		? [
				{
					'@type': 'Quiz',
					name: page.title,
					url: page.url,
					educationalLevel: LEVELS[page.difficulty],
					...present({ about: page.about?.map(({ name }) => ({ '@type': 'Thing', name })) }),
					hasPart: [
						{
							'@type': 'Question',
							eduQuestionType: 'Flashcard',
							text: page.question,
							acceptedAnswer: { '@type': 'Answer', text: page.answer },
						},
					],
				},
			]
		: []),
	...breadcrumbs(page.trail),
];

/** A topic of a chapter, a chapter, a page of the interview guide. */
export const articleData = (page: PageFacts, site: SiteFacts): Thing[] => [
	{ '@type': ['TechArticle', 'LearningResource'], ...article(page, site), audience: AUDIENCE },
	...breadcrumbs(page.trail),
];

/** The glossary. Its terms stay on the page, so that they are not sent twice. */
export const glossaryData = (page: PageFacts, site: SiteFacts): Thing[] => [{ '@type': 'DefinedTermSet', ...common(page, site) }, ...breadcrumbs(page.trail)];

/** A page that lists others, in its order. */
export const collectionData = (page: PageFacts, site: SiteFacts, items: Named[]): Thing[] => [
	{
		'@type': 'CollectionPage',
		...common(page, site),
		mainEntity: {
			'@type': 'ItemList',
			numberOfItems: items.length,
			itemListElement: items.map(({ name, url }, index) => ({ '@type': 'ListItem', position: index + 1, name, url })),
		},
	},
	...breadcrumbs(page.trail),
];

/** The home page. `search` is the full address of the search page. */
export const homeData = (page: PageFacts, site: SiteFacts, search: string): Thing[] => [
	{
		'@type': 'WebSite',
		'@id': site.url,
		url: site.url,
		name: site.name,
		description: site.description,
		inLanguage: LANGUAGE,
		image: page.image,
		isAccessibleForFree: true,
		audience: AUDIENCE,
		publisher: publisher(site),
		potentialAction: {
			'@type': 'SearchAction',
			target: { '@type': 'EntryPoint', urlTemplate: `${search}?q={search_term_string}` },
			'query-input': 'required name=search_term_string',
		},
	},
];

/** Any other page. */
export const pageData = (page: PageFacts, site: SiteFacts): Thing[] => [{ '@type': 'WebPage', ...common(page, site) }, ...breadcrumbs(page.trail)];

/** The text of a `<script type="application/ld+json">`: nothing in it can end the script or open a comment. */
export const toJsonLd = (things: Thing[]): string =>
	JSON.stringify({ '@context': 'https://schema.org', '@graph': things }).replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
