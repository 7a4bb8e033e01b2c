/** What a device needs to keep the site on its home screen. */
import type { APIRoute } from 'astro';
import { THEME_COLOURS } from '../lib/page-head.ts';
import { SITE_NAME } from '../lib/site-name.ts';
import { href } from '../lib/url.ts';
import { findPage } from '../site.ts';

const png = (size: number, purpose: 'any' | 'maskable') => ({
	src: href(`/icons/${purpose === 'maskable' ? 'maskable' : 'icon'}-${size}.png`),
	sizes: `${size}x${size}`,
	type: 'image/png',
	purpose,
});

export const GET: APIRoute = async () =>
	Response.json({
		id: href('/'),
		name: `${SITE_NAME}: data engineering`,
		short_name: SITE_NAME,
		description: (await findPage('index'))?.data.description,
		lang: 'en',
		dir: 'ltr',
		categories: ['education'],
		start_url: href('/'),
		scope: href('/'),
		display: 'standalone',
		background_color: THEME_COLOURS.dark,
		theme_color: THEME_COLOURS.dark,
		icons: [{ src: href('/favicon.svg'), sizes: 'any', type: 'image/svg+xml', purpose: 'any' }, png(192, 'any'), png(512, 'any'), png(512, 'maskable')],
		shortcuts: [
			{ name: 'Scenarios', url: href('/scenarios/') },
			{ name: 'Search', url: href('/search/') },
		],
	});
