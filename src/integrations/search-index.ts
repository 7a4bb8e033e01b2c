import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { close, createIndex, type IndexFile, type PagefindIndex } from 'pagefind';
import { plainText } from '../lib/inline-markdown.ts';
import { idOfHtmlFile } from '../lib/page-addresses.ts';
import { filesBelow, pagePath, readPages } from '../lib/pages.ts';
import { allTerms, readReferenceData, type Term } from '../lib/reference-data.ts';
import { definitionPath, siteIndex, wordList, type IndexedText, type PageFacts } from '../lib/search/site-index.ts';

/** Folder of the index in the built site. */
const FOLDER = 'pagefind';
/** What the browser loads; Pagefind also writes several user interfaces. */
const USED = /^(pagefind\.js|pagefind-entry\.json|pagefind\.[^/]*\.pf_meta|wasm\.en\.pagefind|(index|fragment)\/.*)$/;
/** Signs that readers search for: `<=>`, `acks=all`, `||`, `!=`. */
const SIGNS = '<=>|!';
/** What helps to use a page, or says again what stands elsewhere: formulas as typeset, drawings, definitions, which are indexed one by one. */
const LEFT_OUT = [
	'.katex-html',
	'annotation',
	'svg',
	'dl.glossary',
	'[id^="letter-"]',
	'.misbelief dt',
	'.sl-anchor-link',
	'.expressive-code .copy',
	'[hidden]',
	'[role=tooltip]',
	'[role=status]',
	'button',
	'dialog',
	'nav',
];

const failOn = (errors: string[]) => {
	if (errors.length) throw new Error(`search index: ${errors.join('; ')}`);
};

/** Puts a space where Pagefind would run one element's text into the next: entries of lists, keys, lines of code. */
const separated = (html: string): string => html.replace(/(?<=<\/(?:dt|dd|th|kbd|summary|figcaption|label)>)|(?=<\w+ class="ec-line)/g, ' ');

async function addPages(index: PagefindIndex, dir: string): Promise<number> {
	let count = 0;
	for (const file of filesBelow(dir).filter((path) => path.endsWith('.html'))) {
		const content = readFileSync(file, 'utf8');
		if (!content.includes('data-pagefind-body')) continue;
		const id = idOfHtmlFile(relative(dir, file).split(sep).join('/'));
		failOn((await index.addHTMLFile({ url: pagePath(id), content: separated(content) })).errors);
		count++;
	}
	return count;
}

/** Each definition is a record of its own, so that a search lands on it and not on the glossary's first letter. */
async function addDefinitions(index: PagefindIndex, terms: Term[]): Promise<void> {
	for (const term of terms) {
		const names = [term.label, ...term.aliases].join(', ');
		const content = `${names}. ${plainText(term.definition)}`;
		failOn((await index.addCustomRecord({ url: definitionPath(term), content, language: 'en', meta: { title: term.label } })).errors);
	}
}

/** Texts as Pagefind stored them, with the names under which its results refer to them. */
function indexedTexts(files: IndexFile[]): IndexedText[] {
	return files.flatMap(({ path, content }) => {
		const id = /^fragment\/(.+)\.pf_fragment$/.exec(path)?.[1];
		if (!id) return [];
		const [, json] = /^pagefind_dcd(\{.*)$/s.exec(gunzipSync(content).toString('utf8')) ?? [];
		if (!json) throw new Error(`search index: ${path} is no Pagefind fragment this site can read; was Pagefind updated?`);
		return [{ ...(JSON.parse(json) as Omit<IndexedText, 'id'>), id }];
	});
}

function pageFacts(contentDir: string): PageFacts[] {
	return readPages(contentDir, { drafts: true }).map(({ id, frontmatter }) => {
		const data = (frontmatter.toJS() ?? {}) as Partial<PageFacts>;
		return { ...data, id, tech: data.tech ?? [], topics: data.topics ?? [] };
	});
}

/** Indexes the built pages and the glossary, and writes what the search page and dialog load into `pagefind/`. */
export function searchIndex(contentDir = 'content'): AstroIntegration {
	return {
		name: 'watermark:search-index',
		hooks: {
			'astro:build:done': async ({ dir, logger }) => {
				const out = fileURLToPath(dir);
				const terms = allTerms(readReferenceData(contentDir));
				const { index, errors } = await createIndex({ forceLanguage: 'en', includeCharacters: SIGNS, excludeSelectors: LEFT_OUT });
				failOn(errors);
				if (!index) throw new Error('search index: Pagefind did not start');
				try {
					const count = await addPages(index, out);
					await addDefinitions(index, terms);
					const { files, errors: written } = await index.getFiles();
					failOn(written);
					const texts = indexedTexts(files);
					const words = wordList(texts);
					const own = [
						{ path: 'site.json', content: JSON.stringify(siteIndex(texts, pageFacts(contentDir), terms)) },
						{ path: 'words.json', content: JSON.stringify(words.join(' ')) },
					];
					for (const { path, content } of [...files.filter(({ path }) => USED.test(path)), ...own]) {
						const file = join(out, FOLDER, path);
						mkdirSync(dirname(file), { recursive: true });
						writeFileSync(file, content);
					}
					logger.info(`${count} pages, ${terms.length} definitions, ${words.length} words`);
				} finally {
					await close();
				}
			},
		},
	};
}
