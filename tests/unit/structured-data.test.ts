import { describe, expect, test } from 'vitest';
import {
	articleData,
	collectionData,
	glossaryData,
	homeData,
	pageData,
	scenarioData,
	toJsonLd,
	type PageFacts,
	type ScenarioFacts,
	type Thing,
} from '../../src/lib/structured-data.ts';

const site = { name: 'Watermark', url: 'https://site.test/base/', description: 'A knowledge base.' };
const page: PageFacts = {
	url: 'https://site.test/base/spark/data-skew/',
	title: 'Data skew',
	description: 'Why one key holds up a stage.',
	image: 'https://site.test/base/cards/spark/data-skew.png',
	trail: [
		{ name: 'Watermark', url: 'https://site.test/base/' },
		{ name: 'Spark internals', url: 'https://site.test/base/spark/' },
		{ name: 'Data skew', url: 'https://site.test/base/spark/data-skew/' },
	],
	checked: '2026-11-21',
	about: [{ name: 'Shuffle', url: 'https://site.test/base/reference/glossary/#shuffle' }],
	citations: [{ name: 'Spark documentation', url: 'https://spark.apache.org/docs/latest/' }],
};
const scenario: ScenarioFacts = { ...page, question: 'Why is it slow?', answer: 'One key owns half of the rows.', difficulty: 'hard', kind: 'debugging', minutes: 15 };

const typed = (things: Thing[], type: string) => things.find((thing) => [thing['@type']].flat().includes(type));

describe('a scenario', () => {
	test('is a learning resource of a level and a length', () => {
		expect(typed(scenarioData(scenario, site), 'LearningResource')).toMatchObject({
			'@id': page.url,
			headline: 'Data skew',
			educationalLevel: 'Advanced',
			timeRequired: 'PT15M',
			dateModified: '2026-11-21',
			about: [{ '@type': 'DefinedTerm', name: 'Shuffle' }],
			citation: [{ name: 'Spark documentation' }],
			isPartOf: { '@id': site.url },
		});
	});
	test('is a quiz of one question with its answer', () => {
		expect(typed(scenarioData(scenario, site), 'Quiz')).toMatchObject({
			hasPart: [{ '@type': 'Question', eduQuestionType: 'Flashcard', text: 'Why is it slow?', acceptedAnswer: { '@type': 'Answer', text: scenario.answer } }],
		});
	});
	test('without an answer is no quiz', () => {
		expect(typed(scenarioData({ ...scenario, answer: '' }, site), 'Quiz')).toBeUndefined();
	});
});

test('breadcrumbs count from the home page', () => {
	expect(typed(articleData(page, site), 'BreadcrumbList')?.['itemListElement']).toEqual([
		{ '@type': 'ListItem', position: 1, name: 'Watermark', item: 'https://site.test/base/' },
		{ '@type': 'ListItem', position: 2, name: 'Spark internals', item: 'https://site.test/base/spark/' },
		{ '@type': 'ListItem', position: 3, name: 'Data skew', item: page.url },
	]);
	expect(typed(pageData({ ...page, trail: page.trail.slice(0, 1) }, site), 'BreadcrumbList')).toBeUndefined();
});

test('what a page does not know is left out', () => {
	const { checked: _checked, about: _about, ...bare } = page;
	const article = typed(articleData({ ...bare, citations: [] }, site), 'TechArticle');
	expect(Object.keys(article ?? {})).not.toEqual(expect.arrayContaining(['dateModified']));
	expect(article).not.toHaveProperty('about');
	expect(article).not.toHaveProperty('citation');
	expect(JSON.stringify(article)).not.toContain('null');
});

test('a list keeps its order', () => {
	const [collection] = collectionData(page, site, [
		{ name: 'B', url: 'https://site.test/b/' },
		{ name: 'A', url: 'https://site.test/a/' },
	]);
	expect(collection).toMatchObject({
		'@type': 'CollectionPage',
		mainEntity: { numberOfItems: 2, itemListElement: [{ position: 1, name: 'B' }, { position: 2, name: 'A', url: 'https://site.test/a/' }] },
	});
});

test('the glossary is a set of terms', () => {
	const [set] = glossaryData(page, site);
	expect(set).toMatchObject({ '@type': 'DefinedTermSet', name: page.title });
});

test('the home page can be searched', () => {
	const [home] = homeData({ ...page, url: site.url }, site, 'https://site.test/base/search/');
	expect(home).toMatchObject({
		'@type': 'WebSite',
		'@id': site.url,
		potentialAction: { target: { urlTemplate: 'https://site.test/base/search/?q={search_term_string}' }, 'query-input': 'required name=search_term_string' },
	});
});

test('nothing in the text can end the script', () => {
	const text = toJsonLd(pageData({ ...page, title: '</script><script>alert(1)</script><!-- & \u2028' }, site));
	expect(text).not.toMatch(/[<>&\u2028]/);
	expect(JSON.parse(text)['@context']).toBe('https://schema.org');
	expect(JSON.parse(text)['@graph'][0].name).toBe('</script><script>alert(1)</script><!-- & \u2028');
});
