/** What the pages of practice know of every scenario. */
import type { APIRoute } from 'astro';
import type { PracticeItem } from '../../lib/practice/practice-set.ts';
import { plainText } from '../../lib/inline-markdown.ts';
import { pagePath } from '../../lib/pages.ts';
import { href } from '../../lib/url.ts';
import { siteScenarios } from '../../site.ts';

export const GET: APIRoute = async () => {
	const items: PracticeItem[] = (await siteScenarios()).map(({ id, data }) => ({
		number: data.number ?? 0,
		path: href(pagePath(id)),
		title: plainText(data.title),
		difficulty: data.difficulty ?? '',
		kind: data.kind ?? '',
		tech: data.tech,
		topics: data.topics,
		minutes: data.minutes ?? 0,
	}));
	return Response.json(items);
};
