/** Preview cards, one a page; a short link shows its scenario's. */
import { fileURLToPath } from 'node:url';
import type { APIRoute, GetStaticPaths } from 'astro';
import { cacheDir } from 'astro:config/server';
import { keptCards } from '../../lib/card-cache.ts';
import { generatedCards, pageCard, type Card } from '../../lib/card.ts';
import { isDraftPage } from '../../lib/pages.ts';
import { labelOf, sitePages } from '../../site.ts';

export const getStaticPaths = (async () => {
	const cards = [...generatedCards(), ...(await sitePages()).filter((page) => !isDraftPage(page)).map((page) => pageCard(page, labelOf))];
	return cards.map((card) => ({ params: { id: card.id }, props: { card } }));
}) satisfies GetStaticPaths;

const cardPicture = keptCards(fileURLToPath(new URL('cards/', cacheDir)));

export const GET: APIRoute<{ card: Card }> = async ({ props }) =>
	new Response(await cardPicture(props.card), { headers: { 'content-type': 'image/png' } });
