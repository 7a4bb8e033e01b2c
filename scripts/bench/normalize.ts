/**
 * How long 10 MB of text take, and how much memory: `npm run bench:normalize`. The text is the site's own with its marks taken off, over and
 * over: once its prose alone, once with its code samples, bare and unmarked, which parsers then have to read. The budget is a minute for prose,
 * two for code, and 2 GB; what is printed is for people, since machines differ.
 */
import { readPages } from '../../src/lib/pages.ts';
import { normalizeDocument } from '../normalize/pipeline.ts';
import { siteIndex } from '../normalize/site/site-index.ts';

const SIZE = 10 * 2 ** 20;

const withCode = readPages('content')
	.map(({ frontmatter, body }) => `${String(frontmatter.get('title'))}\n${body}`)
	.join('\n');
const prose = withCode.replace(/^```[^]*?^```$/gm, '');
const index = siteIndex('content');

for (const [what, source] of Object.entries({ prose, 'prose and code': withCode })) {
	const flat = source.replace(/^(?:```.*|:::.*|<.*>|#+ |\s+)/gm, '').replace(/[*`]/g, '');
	const text = flat.repeat(Math.ceil(SIZE / flat.length)).slice(0, SIZE);
	const started = performance.now();
	const around = { index, takenIds: new Set<string>(), takenNumbers: new Set<number>(), earlier: new Map() };
	const outcome = await normalizeDocument({ name: 'bench.txt', bytes: new TextEncoder().encode(text) }, around);
	if ('unusable' in outcome) throw new Error(outcome.unusable);
	const { counts, words, losses } = outcome.report;
	console.log(
		`10 MB of ${what}: ${((performance.now() - started) / 1000).toFixed(0)} s, ${(process.resourceUsage().maxRSS / 2 ** 20).toFixed(1)} GB at most so far; ` +
			`${words} words, ${counts.topics + counts.scenarios} drafts, ${counts.code.total} code samples, ${losses.length} words lost`,
	);
}
