import type { Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { toHtml } from 'hast-util-to-html';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import type { Term } from '../../src/lib/reference-data.ts';
import { remarkGlossaryLinks } from '../../src/markdown/glossary-links.ts';
import { contentTree } from '../support/content-tree.ts';

const term = (id: string, label: string, more: Partial<Term> = {}): Term => ({ id, label, aliases: [], definition: `What ${id} is.`, see: [], group: 'topic', ...more });
const TERMS = [term('shuffle', 'shuffle', { aliases: ['exchange'] }), term('skew', 'skew', { page: 'spark/data-skew', definition: 'Uneven "keys" & <b>sizes</b>.' })];

async function tree(body: string, path = 'content/spark/a.mdx', options: Partial<Parameters<typeof remarkGlossaryLinks>[0]> = { terms: TERMS }): Promise<Root> {
	const parser = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).use(remarkDirective);
	return unified().use(remarkGlossaryLinks, { contentDir: 'content', ...options }).run(parser.parse(body), new VFile({ path })) as Promise<Root>;
}
const html = async (...given: Parameters<typeof tree>) => toHtml(await unified().use(remarkRehype).run(await tree(...given)));
/** Words that became links to a term. */
const linked = async (...given: Parameters<typeof tree>) =>
	[...(await html(...given)).matchAll(/<span class="term"><a href="([^"]+)"[^>]*>([^<]+)<\/a>/g)].map(([, url, text]) => `${text} ${url}`);

const SHUFFLE = 'shuffle /reference/glossary/#shuffle';

test('the first mention becomes a link with its definition beside it', async () => {
	expect(await html('A shuffle moves rows.')).toBe(
		'<p>A <span class="term"><a href="/reference/glossary/#shuffle" aria-describedby="term-shuffle">shuffle</a>' +
			'<span role="tooltip" id="term-shuffle" data-pagefind-ignore="all">What shuffle is.</span></span> moves rows.</p>',
	);
});

test('a definition is text, whatever signs are in it', async () => {
	expect(await html('Data with skew.')).toContain('>Uneven "keys" &#x26; &#x3C;b>sizes&#x3C;/b>.</span>');
});

test('only the first mention, by whatever name, on the whole page', async () => {
	expect(await linked('An exchange and a shuffle.\n\n- A shuffle\n\n> shuffle')).toEqual(['exchange /reference/glossary/#shuffle']);
});

test('several terms of one sentence, in its order', async () => {
	expect(await linked('With skew a shuffle hurts, and skew again.')).toEqual(['skew /spark/data-skew/', SHUFFLE]);
});

describe('never in', () => {
	test.each([
		['a heading', '## The exchange'],
		['a link', '[the exchange](/spark/)'],
		['a link by reference', '[the exchange][a]\n\n[a]: /spark/'],
		['code', '`exchange`'],
		['a fence', '```text\nexchange\n```'],
		['a table', '| exchange |\n| --- |\n| exchange |'],
		['a footnote', 'A note.[^1]\n\n[^1]: An exchange.'],
		['an alternative text', '![exchange](/a.png)'],
		['an attribute', '<Misbelief id="exchange" />'],
	])('%s', async (_, body) => {
		expect(await linked(body)).toEqual([]);
		// The mention behind it is the first that counts.
		expect(await linked(`${body}\n\nA shuffle.`)).toEqual([SHUFFLE]);
	});
});

test('not in the definition of another term', async () => {
	const terms = [...TERMS, term('spill', 'spill', { definition: 'A shuffle on disk.' })];
	expect(await html('With spill.', undefined, { terms })).toContain('>A shuffle on disk.</span>');
	expect(await linked('With spill.\n\nA shuffle.', undefined, { terms })).toEqual(['spill /reference/glossary/#spill', SHUFFLE]);
});

test.each([
	['a list', '- **shuffle**'],
	['an aside', ':::note\nA shuffle.\n:::'],
	['a quote', '> A shuffle.'],
])('in %s', async (_, body) => {
	expect((await linked(body)).length).toBe(1);
});

test('not on the page that explains the term', async () => {
	expect(await linked('A shuffle with skew.', 'content/spark/data-skew.mdx')).toEqual([SHUFFLE]);
});

test.each([
	['/home/someone/content/spark/data-skew.mdx', [SHUFFLE]],
	['C:\\site\\content\\spark\\data-skew.mdx', [SHUFFLE]],
	['content/spark/other.md', [SHUFFLE, 'skew /spark/data-skew/']],
	['src/pages/about.mdx', []],
])('the file %s is known for what it is', async (path, expected) => {
	expect(await linked('A shuffle with skew.', path)).toEqual(expected);
});

test('without terms given, those of the content folder are linked', async () => {
	const dir = contentTree({});
	const other = contentTree({ '_data/glossary.yaml': '- { id: executor, term: worker, definition: D }\n' });
	expect(await linked('A worker.', `${other}/a.mdx`, { contentDir: other })).toEqual(['worker /reference/glossary/#executor']);
	expect(await linked('Two executors shuffle.', `${dir}/a.mdx`, { contentDir: dir })).toEqual(['executors /reference/glossary/#executor', 'shuffle /reference/glossary/#shuffle']);
});
