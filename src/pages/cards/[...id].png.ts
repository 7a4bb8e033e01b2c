/** Preview cards, one a page; a short link shows its scenario's. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { drawCard } from '../../lib/card-drawing.ts';
import { generatedCards, pageCard, type Card } from '../../lib/card.ts';
import { labelOf, sitePages } from '../../site.ts';

export const getStaticPaths = (async () => {
	const cards = [...generatedCards(), ...(await sitePages()).map((page) => pageCard(page, labelOf))];
	return cards.map((card) => ({ params: { id: card.id }, props: { card } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ card: Card }> = async ({ props }) =>
	new Response(await drawCard(props.card), { headers: { 'content-type': 'image/png' } });
