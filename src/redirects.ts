import { readDataFiles } from './lib/reference-data.ts';
import { withBase } from './lib/url.ts';
import { basePath } from './site-address.ts';

/**
 * Addresses that pages once had, from `content/_data/redirects.yaml`, each with the one it has now: a published address
 * never dies. Astro puts the base path before the old address, not before the new one.
 */
export const redirects = (base = basePath, contentDir = 'content'): Record<string, string> =>
	Object.fromEntries(readDataFiles(contentDir).redirects.value.map(({ from, to }) => [from, withBase(to, base)]));
