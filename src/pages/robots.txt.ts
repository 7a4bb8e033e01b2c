/** Everything may be read; short links say in their own head that they are not to be listed. */
import type { APIRoute } from 'astro';
import { SITEMAP_PATH } from '../lib/page-addresses.ts';
import { href } from '../lib/url.ts';

export const GET: APIRoute = ({ site }) => new Response(`User-agent: *\nAllow: /\n\nSitemap: ${new URL(href(SITEMAP_PATH), site).href}\n`);
