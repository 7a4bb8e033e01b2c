/** The addresses a page has beside its own, and which of the site's pages have them. Ids are those of `Page.id`; base path not included. */
import { pagePath } from './pages.ts';

/** Pages for readers on their way elsewhere: search engines keep neither them nor a Markdown twin of them. */
const PASSED_THROUGH = /^(s\/\d+|search|review|404)$/;

/** True for a scenario's short link, `s/22`. */
export const isShortLink = (id: string): boolean => /^s\/\d+$/.test(id);

/** Whether search engines shall list the page. */
export const isIndexed = (id: string): boolean => !PASSED_THROUGH.test(id);

/** Whether the page exists as Markdown too. */
export const hasTwin = isIndexed;

/** Address of the Markdown twin of a page: `/spark/data-skew/index.md`. */
export const twinPath = (id: string): string => `${pagePath(id)}index.md`;

/** `spark/data-skew/index.html` → `spark/data-skew`; the id of a page of the built site. */
export const idOfHtmlFile = (path: string): string => path.replace(/(^|\/)index\.html$/, '').replace(/\.html$/, '') || 'index';

/** Id of the page at a root-relative address without base path: `/` → `index`, `/spark/` → `spark`. Starlight's id of the home page, `''`, fits too. */
export const idOfPath = (path: string): string => path.replace(/^\/+|\/+$/g, '') || 'index';

export const FEED_PATH = '/scenarios/rss.xml';
export const MANIFEST_PATH = '/manifest.webmanifest';
export const SITEMAP_PATH = '/sitemap-index.xml';
