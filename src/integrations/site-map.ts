import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { idOfPath, isIndexed } from '../lib/page-addresses.ts';
import { readPages } from '../lib/pages.ts';

/** The sitemap: what search engines shall list, with the day each page was last checked. Starlight adds its own only where there is none. */
export function siteMap(base: string, contentDir = 'content'): AstroIntegration {
	const checked = new Map(readPages(contentDir).map(({ id, frontmatter }) => [id, frontmatter.getIn(['checked', 'date'])]));
	const idOf = (address: string) => idOfPath(new URL(address).pathname.slice(base.replace(/\/$/, '').length));
	return sitemap({
		filter: (address) => isIndexed(idOf(address)),
		serialize: (item) => {
			const date = checked.get(idOf(item.url));
			if (date !== undefined && !Number.isNaN(Date.parse(String(date)))) item.lastmod = new Date(String(date)).toISOString().slice(0, 10);
			return item;
		},
	});
}
