import { readDataFiles } from './lib/reference-data.ts';

/** Addresses that pages once had, from `content/_data/redirects.yaml`, each with the one it has now: a published address never dies. */
export const redirects = (contentDir = 'content'): Record<string, string> =>
	Object.fromEntries(readDataFiles(contentDir).redirects.value.map(({ from, to }) => [from, to]));
