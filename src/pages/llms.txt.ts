/** The table of contents for language models. */
import type { APIRoute } from 'astro';
import { generatedCards } from '../lib/card.ts';
import { contentsOf, llmsText } from '../lib/llms.ts';
import { hasTwin } from '../lib/page-addresses.ts';
import { SITE_NAME } from '../lib/site-name.ts';
import { href } from '../lib/url.ts';
import { findPage, sitePages } from '../site.ts';

export const GET: APIRoute = async ({ site }) => {
	const generated = generatedCards()
		.filter(({ id }) => hasTwin(id))
		.map(({ id, title, text }) => ({ id, title, description: text }));
	const description = (await findPage('index'))?.data.description ?? SITE_NAME;
	const contents = contentsOf(await sitePages(), generated);
	return new Response(llmsText({ name: SITE_NAME, description }, contents, (path) => new URL(href(path), site).href));
};
