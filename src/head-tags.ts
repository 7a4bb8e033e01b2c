/** Gathers what the head of a page says: from the page, the site and the route. */
import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import katexStyles from 'katex/dist/katex.min.css?url';
import { hasMaths, sectionText } from './lib/body-text.ts';
import { cardAlt, cardPath, CARD_SIZE, generatedCards, pageCard, type Card } from './lib/card.ts';
import { plainText } from './lib/inline-markdown.ts';
import { FEED_PATH, hasTwin, idOfPath, isIndexed, isShortLink, MANIFEST_PATH, twinPath } from './lib/page-addresses.ts';
import { headOf, shorten, type HeadTag } from './lib/page-head.ts';
import { isDraftPage, isScenario, pagePath, partOf, type Page } from './lib/pages.ts';
import { PARTS } from './lib/parts.ts';
import { GENERATED_PATHS } from './lib/routes.ts';
import { SITE_NAME } from './lib/site-name.ts';
import * as data from './lib/structured-data.ts';
import { href } from './lib/url.ts';
import { findPage, labelOf, sitePages, siteScenarios } from './site.ts';

/** Longest answer given to search engines, in characters: the page has it in full. */
const ANSWER_LENGTH = 1500;

/** Tags in the head of a page beyond Starlight's own; some replace those of the same name. */
export async function headTags(route: StarlightRouteData, site: URL | undefined): Promise<HeadTag[]> {
	if (!site) throw new Error('`site` is missing in astro.config.mjs: no canonical address can be written');
	const full = (path: string) => new URL(href(path), site).href;
	const id = idOfPath(route.id);
	const { number, title, description = '' } = route.entry.data;
	const page = number === undefined ? await findPage(id) : (await siteScenarios()).find((scenario) => scenario.data.number === number);
	const home = await findPage('index');
	const card = await cardOf(page?.id ?? id, page, home);
	const siteFacts = { name: SITE_NAME, url: full('/'), description: home?.data.description ?? SITE_NAME };

	const facts: data.PageFacts = {
		url: full(pagePath(page?.id ?? id)),
		title,
		description: description || siteFacts.description,
		image: full(cardPath(card.id)),
		trail: await trailTo(page?.id ?? id, title, full),
		...(page?.data.checked && { checked: page.data.checked.date }),
		about: (page?.data.topics ?? []).map((topic) => ({ name: labelOf(topic), url: full(`/reference/glossary/#${topic}`) })),
		citations: (page?.data.references ?? []).map((reference) => ({ name: reference.title, url: reference.url })),
	};
	const question = page && isScenario(page) ? plainText(page.data.question ?? '') : undefined;

	return headOf({
		canonical: facts.url,
		title: number === undefined ? title : `Scenario ${number}: ${title}`,
		description: isShortLink(id) && question ? question : facts.description,
		teaser: question ?? facts.description,
		type: page && page !== home ? 'article' : 'website',
		...(facts.checked && { checked: facts.checked }),
		image: { url: facts.image, alt: cardAlt(card), ...CARD_SIZE },
		indexed: isIndexed(id) && !(page && isDraftPage(page)),
		...(hasTwin(id) && { twin: href(twinPath(id)) }),
		feed: { url: href(FEED_PATH), title: `${SITE_NAME}: scenarios` },
		manifest: href(MANIFEST_PATH),
		touchIcon: href('/apple-touch-icon.png'),
		...(page && hasMaths(page.body) && { mathsStyles: katexStyles }),
		data: isIndexed(id) ? await structuredData(id, page, facts, siteFacts, full) : [],
	});
}

/** The page's own card; that of the home page where a generated page or a draft has none. */
async function cardOf(id: string, page: Page | undefined, home: Page | undefined): Promise<Card> {
	const generated = generatedCards().find((card) => card.id === id);
	const source = page && !isDraftPage(page) ? page : home;
	if (generated) return generated;
	if (!source) throw new Error(`no preview card for "${id}": content/index.mdx is missing`);
	return pageCard(source, labelOf);
}

/** The way from the home page: home, part of the site where it has a page, the page itself. */
async function trailTo(id: string, title: string, full: (path: string) => string): Promise<data.Named[]> {
	const part = partOf(id);
	const hasPage = (await findPage(part)) !== undefined || GENERATED_PATHS.some((path) => path === pagePath(part));
	return [
		{ name: SITE_NAME, url: full('/') },
		...(part !== id && hasPage && PARTS[part] ? [{ name: PARTS[part].label, url: full(pagePath(part)) }] : []),
		...(id === 'index' ? [] : [{ name: title, url: full(pagePath(id)) }]),
	];
}

async function structuredData(
	id: string,
	page: Page | undefined,
	facts: data.PageFacts,
	site: data.SiteFacts,
	full: (path: string) => string,
): Promise<data.Thing[]> {
	const named = (pages: Page[]) => pages.map((other) => ({ name: other.data.title, url: full(pagePath(other.id)) }));
	if (id === 'index') return data.homeData(facts, site, full('/search/'));
	if (id === 'scenarios') return data.collectionData(facts, site, named(await siteScenarios()));
	if (id === 'reference/glossary') return data.glossaryData(facts, site);
	if (!page) return data.pageData(facts, site);
	const { question, difficulty, kind, minutes } = page.data;
	if (question && difficulty && kind && minutes)
		return data.scenarioData(
			{ ...facts, question: plainText(question), answer: shorten(sectionText(page.body, 'Answer'), ANSWER_LENGTH), difficulty, kind, minutes },
			site,
		);
	// A chapter's own page lists its topics.
	const topics = (await sitePages()).filter((other) => other.id.startsWith(`${id}/`) && !isScenario(other));
	return topics.length ? data.collectionData(facts, site, named(topics)) : data.articleData(facts, site);
}
