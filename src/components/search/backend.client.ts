/** The index of this site, as files: Pagefind's own and the two lists written beside it. */
import type { Backend, Match, PageText } from '../../lib/search/model.ts';
import { createSearch, type Search } from '../../lib/search/search.ts';
import { href } from '../../lib/url.ts';

interface Pagefind {
	options(options: Record<string, unknown>): Promise<void>;
	search(term: string | null): Promise<{ results: { id: string; score: number; words: number[]; data(): Promise<PageText> }[] }>;
}

const BUNDLE = href('/pagefind/');

async function json<T>(name: string): Promise<T> {
	// A new deployment keeps these names: ask whether the copy at hand is still right.
	const response = await fetch(BUNDLE + name, { cache: 'no-cache' });
	if (!response.ok) throw new Error(`${response.status} for ${name}`);
	return (await response.json()) as T;
}

let loading: Promise<Pagefind> | undefined;
async function load(): Promise<Pagefind> {
	const pagefind = (await import(/* @vite-ignore */ `${BUNDLE}pagefind.js`)) as Pagefind;
	await pagefind.options({
		basePath: BUNDLE,
		baseUrl: '/',
		// A worker would load the same code twice to save a few milliseconds; excerpts are made here.
		noWorker: true,
		excerptLength: 1,
		// Titles are weighed by `rank`, and "slow" shall not find "slowly" as much as "slow".
		ranking: { metaWeights: { title: 2 }, termSimilarity: 4 },
	});
	return pagefind;
}
const pagefind = () =>
	(loading ??= load().catch((error: unknown) => {
		loading = undefined;
		throw error;
	}));

const texts = new Map<string, () => Promise<PageText>>();
async function query(term: string | null): Promise<Match[]> {
	const { results } = await (await pagefind()).search(term);
	return results.map(({ id, score, words, data }) => {
		texts.set(id, data);
		return { id, score, locations: words };
	});
}

const backend: Backend = {
	site: () => json('site.json'),
	words: async () => (await json<string>('words.json')).split(' '),
	match: (word) => query(word),
	phrase: (words) => query(`"${words}"`),
	text: async (id) => {
		if (!texts.has(id)) await query(null);
		const text = await texts.get(id)?.();
		if (!text) throw new Error(`no text for ${id}`);
		return text;
	},
};

/** Searches this site. Rejects where the index cannot be loaded. */
export const search: Search = createSearch(backend);
