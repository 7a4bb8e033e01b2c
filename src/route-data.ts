/** What the site adds to Starlight's data of a route: head tags, table of contents, "previous" and "next" among the scenarios. */
import { defineRouteMiddleware, type StarlightRouteData } from '@astrojs/starlight/route-data';
import { headTags } from './head-tags.ts';
import { FOLDED_SECTIONS } from './lib/check-content.ts';
import { mergeHead } from './lib/page-head.ts';
import { pagePath, type Page } from './lib/pages.ts';
import { href } from './lib/url.ts';
import { siteScenarios } from './site.ts';

export const onRequest = defineRouteMiddleware(async (context) => {
	const route = context.locals.starlightRoute;
	const { number } = route.entry.data;
	if (number !== undefined) {
		const list = await siteScenarios();
		const here = list.findIndex((page) => page.data.number === number);
		route.pagination = { prev: linkTo(list[here - 1]), next: linkTo(list[here + 1]) };
		// Whoever sends the question first does not want the answer's headings beside it.
		if (list[here]?.id !== route.id) route.toc = undefined;
	}
	// Folded questions are whole sentences: too long for a table of contents, and their section is in it.
	for (const item of route.toc?.items ?? [])
		if ((FOLDED_SECTIONS as readonly string[]).includes(item.text)) item.children = [];
	route.head = mergeHead(route.head, await headTags(route, context.site));
});

function linkTo(page: Page | undefined): StarlightRouteData['pagination']['prev'] {
	if (!page) return undefined;
	return { type: 'link', label: page.data.title, href: href(pagePath(page.id)), isCurrent: false, badge: undefined, attrs: {} };
}
