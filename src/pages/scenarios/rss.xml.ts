/** The scenarios as a feed, newest number first: each item is the question, its link holds the answer back. */
import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { plainText } from '../../lib/inline-markdown.ts';
import { shortPath } from '../../lib/routes.ts';
import { SITE_NAME } from '../../lib/site-name.ts';
import { href } from '../../lib/url.ts';
import { labelOf, siteScenarios } from '../../site.ts';

export const GET: APIRoute = async ({ site }) => {
	if (!site) throw new Error('`site` is missing in astro.config.mjs: a feed needs full addresses');
	const full = (path: string) => new URL(href(path), site).href;
	const newestFirst = [...(await siteScenarios())].reverse();
	return rss({
		title: `${SITE_NAME}: scenarios`,
		description: 'Interview questions for data engineers. The link shows the question first.',
		site: full('/scenarios/'),
		customData: '<language>en</language>',
		items: newestFirst.map(({ data: { number = 0, title, question = '', topics, checked } }) => ({
			title: `Scenario ${number}: ${title}`,
			description: plainText(question),
			link: full(shortPath(number)),
			categories: topics.map(labelOf),
			...(checked && { pubDate: new Date(`${checked.date}T00:00:00Z`) }),
		})),
	});
};
