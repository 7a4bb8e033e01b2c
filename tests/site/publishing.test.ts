/** What a page needs outside its own text: head, preview card, Markdown twin, lists of pages for machines. */
import { existsSync, readFileSync } from 'node:fs';
import type { Root } from 'hast';
import { select, selectAll } from 'hast-util-select';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { describe, expect, test } from 'vitest';
import { CARD_SIZE } from '../../src/lib/card.ts';
import { plainText } from '../../src/lib/inline-markdown.ts';
import { DESCRIPTION_LENGTH } from '../../src/lib/page-head.ts';
import { FEED_PATH, hasTwin, idOfHtmlFile, isIndexed, isShortLink, MANIFEST_PATH, SITEMAP_PATH } from '../../src/lib/page-addresses.ts';
import { pagePath, readPages } from '../../src/lib/pages.ts';
import { base, dist, htmlPages, outputFiles } from '../support/dist.ts';

const files = outputFiles();
const pages = htmlPages()
	.filter(({ html }) => !/<meta http-equiv="?refresh/i.test(html))
	.map((page) => ({ ...page, id: idOfHtmlFile(page.file) }));
const content = readPages('content').map(({ id, frontmatter }) => ({ id, ...(frontmatter.toJS() as { number?: number; title?: string; question?: string; description?: string; difficulty?: string }) }));
const scenarios = content.filter(({ number }) => number !== undefined).map(({ number = 0, title = '', question = '', ...rest }) => ({ ...rest, number, title: plainText(title), question: plainText(question) }));
const scenarioOf = (id: string) => scenarios.find((scenario) => scenario.id === id || `s/${scenario.number}` === id);

const read = (file: string) => readFileSync(`${dist}/${file}`, 'utf8');
/** File of the output at an address of the site. */
const fileAt = (address: string) => {
	const path = decodeURIComponent(new URL(address, 'https://site.test').pathname);
	if (!path.startsWith(`${base}/`)) return undefined;
	const file = path.slice(base.length + 1);
	return file === '' || file.endsWith('/') ? `${file}index.html` : file;
};
const stands = (address: string) => {
	const file = fileAt(address);
	return file !== undefined && files.includes(file);
};
const values = (tree: Root, selector: string, name: string) => selectAll(selector, tree).map((node) => String(node.properties[name] ?? ''));
const meta = (tree: Root, name: string) => values(tree, `meta[name="${name}"], meta[property="${name}"]`, 'content');

test('the whole site is looked at', () => {
	expect(scenarios.length).toBeGreaterThan(20);
	expect(pages.length).toBeGreaterThanOrEqual(content.length + scenarios.length);
});

describe('the head', () => {
	test('says each thing once, and briefly', () => {
		for (const { path, tree } of pages) {
			expect(selectAll('head title', tree), path).toHaveLength(1);
			for (const name of ['description', 'og:title', 'og:description', 'og:type', 'og:url', 'og:image', 'og:image:alt', 'og:site_name', 'twitter:card', 'twitter:image']) {
				const found = meta(tree, name);
				expect(found, `${path} ${name}`).toHaveLength(1);
				expect(found[0], `${path} ${name}`).toBeTruthy();
			}
			expect(meta(tree, 'description')[0]?.length, path).toBeLessThanOrEqual(DESCRIPTION_LENGTH);
			expect(meta(tree, 'twitter:card'), path).toEqual(['summary_large_image']);
		}
	});
	test('names the canonical address: the page itself, the scenario for a short link', () => {
		for (const { id, path, tree } of pages) {
			const [canonical = '', ...more] = values(tree, 'link[rel=canonical]', 'href');
			expect(more, path).toEqual([]);
			expect(canonical, path).toMatch(/^https:\/\//);
			if (id === '404') continue;
			expect(new URL(canonical).pathname, path).toBe(base + pagePath(scenarioOf(id)?.id ?? id));
			expect(meta(tree, 'og:url'), path).toEqual([canonical]);
		}
	});
	test('keeps short links, search and 404 out of search engines, nothing else', () => {
		for (const { id, path, tree } of pages) expect(meta(tree, 'robots'), path).toEqual(isIndexed(id) ? [] : ['noindex']);
	});
	test('shows the question of a scenario, not its answer', () => {
		for (const { id, path, tree } of pages) {
			const scenario = scenarioOf(id);
			if (!scenario) continue;
			const start = scenario.question.slice(0, 60);
			expect(meta(tree, 'og:description')[0], path).toContain(start);
			expect(meta(tree, 'og:image:alt')[0], path).toContain(start);
			const shown = [...meta(tree, 'og:description'), ...meta(tree, 'og:image:alt'), ...meta(tree, 'twitter:image:alt'), ...(isShortLink(id) ? meta(tree, 'description') : [])];
			for (const text of shown) {
				expect(text, path).not.toContain(scenario.description?.slice(0, 60));
				// Beyond number, difficulty and title there is nothing but the question.
				const [before = '', ...rest] = text.replace(/ …$/, '').split(start);
				expect(['', `Scenario ${scenario.number}, ${scenario.difficulty}. ${scenario.title.replace(/([^.?!])$/, '$1.')} `], path).toContain(before);
				expect(scenario.question.startsWith(start + rest.join(start)), `${path}: ${text}`).toBe(true);
			}
		}
	});
	test('loads the styles of formulas where there are formulas, nowhere else', () => {
		const withMaths = pages.filter(({ tree }) => select('.katex', tree));
		expect(withMaths.length).toBeGreaterThan(0);
		for (const { path, tree } of pages) {
			const loaded = values(tree, 'link[rel=stylesheet]', 'href').some((address) => address.includes('katex'));
			expect(loaded, path).toBe(select('.katex', tree) !== undefined);
		}
	});
	test('leads to files that are there: twin, feed, manifest, icon', () => {
		for (const { id, path, tree } of pages) {
			expect(values(tree, 'link[rel=alternate][type="text/markdown"]', 'href').filter(stands), path).toHaveLength(hasTwin(id) ? 1 : 0);
			expect(values(tree, 'link[rel=alternate][type="application/rss+xml"]', 'href'), path).toEqual([base + FEED_PATH]);
			for (const address of values(tree, 'link[rel=manifest], link[rel=apple-touch-icon]', 'href')) expect(stands(address), `${path} ${address}`).toBe(true);
		}
	});
});

describe('preview cards', () => {
	const cardOf = (tree: Root) => meta(tree, 'og:image')[0] ?? '';
	test('exist for every page as a PNG of the announced size', () => {
		for (const { path, tree } of pages) {
			const address = cardOf(tree);
			expect(address, path).toMatch(/^https:\/\//);
			const file = fileAt(address) ?? '';
			expect(existsSync(`${dist}/${file}`), `${path} ${address}`).toBe(true);
			const header = readFileSync(`${dist}/${file}`).subarray(0, 24);
			expect(header.subarray(0, 8).toString('latin1'), file).toBe('\x89PNG\r\n\x1a\n');
			expect({ width: header.readUInt32BE(16), height: header.readUInt32BE(20) }, file).toEqual(CARD_SIZE);
			expect([...meta(tree, 'og:image:width'), ...meta(tree, 'og:image:height')], path).toEqual([String(CARD_SIZE.width), String(CARD_SIZE.height)]);
		}
	});
	test('are each page’s own; a page without one needs an entry in src/lib/card.ts', () => {
		const own = pages.filter(({ id }) => id !== '404' && !isShortLink(id));
		const shared = own.filter(({ id, tree }) => fileAt(cardOf(tree)) !== `cards/${id}.png`).map(({ path }) => path);
		expect(shared).toEqual([]);
	});
	test('of a short link are the scenario’s', () => {
		for (const { id, tree } of pages.filter((page) => isShortLink(page.id))) expect(fileAt(cardOf(tree))).toBe(`cards/${scenarioOf(id)?.id}.png`);
	});
});

describe('structured data', () => {
	const graphOf = (tree: Root) =>
		selectAll('script[type="application/ld+json"]', tree).flatMap((script) => (JSON.parse(toString(script)) as { '@graph': { '@type': string | string[] }[] })['@graph']);
	const typesOf = (tree: Root) => graphOf(tree).flatMap((thing) => thing['@type']);
	test('parses on every page that search engines list, with breadcrumbs on all but the home page', () => {
		for (const { id, path, tree } of pages) {
			const types = typesOf(tree);
			if (!isIndexed(id)) expect(types, path).toEqual([]);
			else if (id === 'index') expect(types, path).toEqual(['WebSite']);
			else expect(types, path).toContain('BreadcrumbList');
		}
	});
	test('calls each kind of page by its name', () => {
		const of = (id: string) => typesOf(pages.find((page) => page.id === id)?.tree ?? fromHtml(''));
		expect(of('scenarios')).toContain('CollectionPage');
		expect(of('reference/glossary')).toContain('DefinedTermSet');
		for (const { id } of scenarios) expect(of(id), id).toEqual(['TechArticle', 'LearningResource', ...(of(id).includes('Quiz') ? ['Quiz'] : []), 'BreadcrumbList']);
		expect(scenarios.filter(({ id }) => of(id).includes('Quiz')).length).toBeGreaterThan(scenarios.length / 2);
	});
	test('its addresses on this site lead somewhere', () => {
		const origin = new URL(values(pages[0]?.tree ?? fromHtml(''), 'link[rel=canonical]', 'href')[0] ?? '').origin;
		for (const { path, tree } of pages)
			for (const [, address = ''] of JSON.stringify(graphOf(tree)).matchAll(/"(?:url|item|image|@id)":"([^"]+)"/g))
				if (address.startsWith(origin)) expect(stands(address), `${path} ${address}`).toBe(true);
	});
});

describe('Markdown twins', () => {
	const twins = files.filter((file) => file.endsWith('.md'));
	/** Markdown without fences, formulas and code, where any sign may stand. */
	const prose = (markdown: string) => markdown.replace(/^(`{3,}|\${2})[^\n]*\n[\s\S]*?^\1$/gm, '').replace(/(`+)(?!`)[\s\S]*?\1/g, '').replace(/\$[^$\n]+\$/g, '');

	test('stand beside every page but short links, search and 404', () => {
		const expected = pages.filter(({ id }) => hasTwin(id)).map(({ file }) => file.replace(/\.html$/, '.md'));
		expect([...twins].sort()).toEqual(expected.sort());
	});
	test('begin with the title and hold no leftovers of the page', () => {
		for (const file of twins) {
			const markdown = read(file);
			expect(markdown, file).toMatch(/^# \S/);
			const text = prose(markdown);
			expect(text, file).not.toMatch(/<\/?(span|div|svg|details|summary|button|math|script|style|a)\b/);
			// A page may speak of a control; alone on a line it is one.
			expect(text, file).not.toMatch(/Section titled “|\[object Object|^(Show answer|Hide answer|Copy( (link( to this list| with answer)?|question as text|as Markdown))?|This page as Markdown|#)\s*$/m);
			expect(text, file).not.toMatch(/\u200b|application\/x-tex/);
		}
	});
	test('hold no tooltip', () => {
		for (const { id, file, tree } of pages.filter((page) => hasTwin(page.id))) {
			if (id === 'reference/glossary') continue;
			const markdown = read(file.replace(/\.html$/, '.md')).replace(/\s+/g, ' ');
			for (const tooltip of selectAll('[role=tooltip]', tree)) expect(markdown, `${id}: ${toString(tooltip)}`).not.toContain(toString(tooltip));
		}
	});
	test('hold question, code, diagrams and formulas of their page', () => {
		for (const { id, file, tree } of pages.filter((page) => hasTwin(page.id))) {
			const markdown = read(file.replace(/\.html$/, '.md'));
			const scenario = scenarios.find((one) => one.id === id);
			const count = (pattern: RegExp) => (markdown.match(pattern) ?? []).length;
			if (scenario) expect(plainText(markdown.split('\n## ')[0] ?? ''), id).toContain(scenario.question);
			expect(count(/^ *`{3,}\S/gm), id).toBe(selectAll('.sl-markdown-content .expressive-code pre, .sl-markdown-content figure.diagram', tree).length);
			expect(count(/^ *```mermaid$/gm), id).toBe(selectAll('.sl-markdown-content figure.diagram', tree).length);
			for (const source of selectAll('.sl-markdown-content annotation', tree)) expect(markdown, id).toContain(toString(source).trim().split('\n')[0]);
		}
	});
});

describe('lists for machines', () => {
	const links = (text: string) => [...text.matchAll(/\]\((\S+)\)/g)].map(([, address = '']) => address);
	test('llms.txt links every twin but the home page’s, and all of it resolves', () => {
		const text = read('llms.txt');
		expect(text).toMatch(/^# .+\n\n> .+\n/);
		const linked = links(text);
		expect(linked.filter((address) => !stands(address))).toEqual([]);
		const missing = files.filter((file) => file.endsWith('/index.md') && !linked.some((address) => fileAt(address) === file));
		expect(missing).toEqual([]);
		const whole = read('llms-full.txt');
		for (const { id, file } of pages.filter((page) => page.id !== 'index' && hasTwin(page.id))) expect(whole, id).toContain(read(file.replace(/\.html$/, '.md')).trim());
	});
	test('the feed is well-formed and has an item a scenario: the question, behind the short link', () => {
		const xml = read(FEED_PATH.slice(1));
		const document = parseXml(xml);
		const items = selectAll('item', document);
		expect(items).toHaveLength(scenarios.length);
		for (const item of items) {
			const text = (name: string) => toString(select(name, item) ?? { type: 'root', children: [] });
			const scenario = scenarios.find(({ number }) => new URL(text('link')).pathname === `${base}/s/${number}/`);
			expect(text('description')).toBe(scenario?.question);
			expect(text('guid')).toBe(text('link'));
			expect(Number.isNaN(Date.parse(text('pubdate')))).toBe(false);
		}
	});
	test('robots.txt names the sitemap', () => {
		const [, address = ''] = /^Sitemap: (\S+)$/m.exec(read('robots.txt')) ?? [];
		expect(new URL(address).pathname).toBe(base + SITEMAP_PATH);
		expect(stands(address)).toBe(true);
	});
	test('the sitemap lists what search engines shall list, no more and no less', () => {
		const parts = selectAll('loc', parseXml(read(SITEMAP_PATH.slice(1)))).map((node) => fileAt(toString(node)) ?? '');
		const listed = parts.flatMap((part) => selectAll('loc', parseXml(read(part))).map((node) => fileAt(toString(node)) ?? ''));
		expect(listed.sort()).toEqual(pages.filter(({ id }) => isIndexed(id)).map(({ file }) => file).sort());
	});
	test('the manifest leads to icons and pages that are there', () => {
		const manifest = JSON.parse(read(MANIFEST_PATH.slice(1))) as { name: string; start_url: string; icons: { src: string }[]; shortcuts: { url: string }[] };
		expect(manifest.name).toBeTruthy();
		for (const address of [manifest.start_url, ...manifest.icons.map(({ src }) => src), ...manifest.shortcuts.map(({ url }) => url)]) expect(stands(address), address).toBe(true);
	});
});

/** An address in a script that is fetched, imported or set as a source; one that is only taken apart loads nothing. */
const LOADED_BY_SCRIPT = /(?:\b(?:fetch|import|importScripts)\(|\b(?:from|import)\s*|new (?:Shared)?Worker\(|\.src\s*=)\s*(?:new URL\(\s*)?["'`]([^"'`]+)/g;

test('nothing is loaded from another host', () => {
	const foreign = /^(https?:)?\/\//i;
	const found: string[] = [];
	const report = (file: string, address: string) => {
		if (foreign.test(address.trim())) found.push(`${file}: ${address}`);
	};
	const inStyle = (file: string, css: string) => {
		for (const [, address = ''] of css.matchAll(/(?:url\(\s*|@import\s+)["']?([^"')\s;]+)/gi)) report(file, address);
	};
	const inTree = (file: string, tree: Root) => {
		for (const node of selectAll('script, img, source, iframe, video, audio, embed, object, track, input, image, use', tree)) {
			const { src, srcSet, data, poster, href, xLinkHref } = node.properties;
			for (const address of [src, data, poster, node.tagName === 'a' ? undefined : href, xLinkHref, ...String(srcSet ?? '').split(',')]) if (address) report(file, String(address));
		}
		const LOADING = new Set(['stylesheet', 'preload', 'prefetch', 'modulepreload', 'icon', 'shortcut', 'manifest', 'apple-touch-icon', 'preconnect', 'dns-prefetch']);
		for (const link of selectAll('link', tree)) if ([link.properties['rel']].flat().some((rel) => LOADING.has(String(rel)))) report(file, String(link.properties['href'] ?? ''));
		for (const style of selectAll('style', tree)) inStyle(file, toString(style));
		for (const node of selectAll('[style]', tree)) inStyle(file, String(node.properties['style']));
	};
	for (const { file, tree } of htmlPages()) inTree(file, tree);
	for (const file of files) {
		if (file.endsWith('.svg')) inTree(file, parseXml(read(file)));
		if (file.endsWith('.css')) inStyle(file, read(file));
		if (/\.m?js$/.test(file))
			for (const [, address = ''] of read(file).matchAll(LOADED_BY_SCRIPT)) report(file, address);
	}
	expect(found).toEqual([]);
	inStyle('probe', '@import "https://fonts.test/x.css"; a { background: url( //cdn.test/y.png ) }');
	inTree('probe', fromHtml('<img srcset="https://cdn.test/a.png 2x"><link rel="preload stylesheet" href="//cdn.test/b.css"><a href="https://fine.test/">x</a>'));
	for (const code of ['fetch(`https://api.test/${x}`)', 'import{a}from"https://esm.test/a.js"', 'new Worker(new URL("https://w.test/w.js"))', 'new URL(`https://fine.test${x}`)'])
		for (const [, address = ''] of code.matchAll(LOADED_BY_SCRIPT)) report('probe', address);
	expect(found).toHaveLength(7);
});

/** A tree of an XML file. Throws where a tag is not closed or a sign not escaped. */
function parseXml(xml: string): Root {
	const open: string[] = [];
	const body = xml.replace(/^<\?xml[^>]*\?>\s*/, '');
	for (const [tag, close, name = '', attributes = '', alone] of body.replace(/<!--[\s\S]*?-->/g, '').matchAll(/<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g)) {
		if (/&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(attributes)) throw new Error(`not escaped: ${tag}`);
		if (close) {
			const expected = open.pop();
			if (expected !== name) throw new Error(`</${name}> where </${expected}> is expected`);
		} else if (!alone) open.push(name);
	}
	if (open.length) throw new Error(`not closed: ${open.join(', ')}`);
	const text = body.replace(/<[^>]*>/g, '');
	if (/&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)|</i.test(text)) throw new Error('a sign that is not escaped');
	// HTML gives `link` no content; under another name it keeps it.
	return renamed(fromHtml(body.replace(/<(\/?)link\b/g, '<$1x-link'), { fragment: true, space: 'svg' }));
}

function renamed(tree: Root): Root {
	for (const node of selectAll('x-link', tree)) node.tagName = 'link';
	return tree;
}

test('broken XML would be found', () => {
	expect(() => parseXml('<a><b></a>')).toThrow('</a> where </b> is expected');
	expect(() => parseXml('<a>')).toThrow('not closed: a');
	expect(() => parseXml('<a>R & D</a>')).toThrow('a sign that is not escaped');
});
