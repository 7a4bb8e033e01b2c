import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { addPolicy, contentSecurityPolicy, inlineScriptHashes, policyFor } from '../../src/integrations/content-security-policy.ts';

const hash = (code: string) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`;
const HEAD = '<!doctype html><html><head><meta charset="utf-8">';

describe('inlineScriptHashes', () => {
	test('each inline script once, in a fixed order', () => {
		const found = inlineScriptHashes('<script>b()</script><script type="module">a()</script><script>b()</script>');
		expect(found).toEqual([hash('a()'), hash('b()')].sort());
	});

	test('the hash is that of a browser', () => {
		// `echo -n 'alert(1)' | openssl dgst -sha256 -binary | base64`
		expect(inlineScriptHashes('<script>alert(1)</script>')).toEqual(["'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"]);
	});

	test('every sign of the script counts, line ends as a browser reads them', () => {
		expect(inlineScriptHashes('<script>\n\ta("<b>");\n</script>')).toEqual([hash('\n\ta("<b>");\n')]);
		expect(inlineScriptHashes('<script>\r\n a();\r\n</script>')).toEqual([hash('\n a();\n')]);
	});

	test('a script that is closed or written in an unusual way', () => {
		expect(inlineScriptHashes('<SCRIPT defer\n>a()</SCRIPT >')).toEqual([hash('a()')]);
		expect(inlineScriptHashes('<script data-src="x">a()</script>')).toEqual([hash('a()')]);
	});

	test.each([
		['a script of a file', '<script type="module" src="/a.js"></script>'],
		['structured data', '<script type="application/ld+json">{"a": 1}</script>'],
		['data', '<script type=application/json id="x">{}</script>'],
		['speculation rules', '<script type="speculationrules">{}</script>'],
		['a sample', '<code>&lt;script&gt;a()&lt;/script&gt;</code>'],
	])('%s needs none', (_, html) => {
		expect(inlineScriptHashes(html)).toEqual([]);
	});

	test('an import map and a script of no known type do', () => {
		expect(inlineScriptHashes('<script type="importmap">{}</script>')).toHaveLength(1);
	});
});

describe('policyFor', () => {
	const rules: Record<string, string[]> = Object.fromEntries(policyFor('<script>a()</script>').split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]));

	test('scripts: the site’s own, those of the page, no evaluation of text', () => {
		expect(rules['script-src']).toEqual(["'self'", "'wasm-unsafe-eval'", hash('a()')]);
	});

	test('nothing that is not named, nothing from elsewhere', () => {
		expect(rules['default-src']).toEqual(["'none'"]);
		for (const [name, sources] of Object.entries(rules)) for (const source of sources) expect(source, name).toMatch(/^'|^data:$|^blob:$/);
		for (const name of ['connect-src', 'font-src', 'form-action', 'base-uri']) expect(rules[name], name).toEqual(["'self'"]);
	});
});

describe('addPolicy', () => {
	test('stands right behind the charset, before every script', () => {
		const html = addPolicy(`${HEAD}<script>a()</script></head></html>`, 'a.html');
		expect(html).toMatch(/^<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; [^"]+"><script>a\(\)<\/script>/);
		expect(html).toContain(hash('a()'));
	});

	test.each(['<meta charset="UTF-8"/>', '<meta charset=utf-8>', '<META CHARSET="utf-8" />'])('%s is a charset', (meta) => {
		expect(addPolicy(`<head>${meta}</head>`, 'a.html')).toContain(`${meta}<meta http-equiv="Content-Security-Policy"`);
	});

	test('dollar signs and quotes of a page come through', () => {
		expect(addPolicy(`${HEAD}<p title="$&">$1</p>`, 'a.html')).toMatch(/"><p title="\$&">\$1<\/p>$/);
	});

	test('a page without a charset is named', () => {
		expect(() => addPolicy('<html><head></head></html>', 'spark/index.html')).toThrow('spark/index.html: no <meta charset="utf-8">, behind which the policy belongs');
	});
});

describe('the integration', () => {
	function build(files: Record<string, string>): string {
		const dir = mkdtempSync(join(tmpdir(), 'dist-'));
		onTestFinished(() => rmSync(dir, { recursive: true }));
		mkdirSync(join(dir, 'spark'));
		for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
		const done = contentSecurityPolicy().hooks['astro:build:done'] as (options: { dir: URL }) => void;
		done({ dir: pathToFileURL(`${dir}/`) });
		return dir;
	}

	test('every page gets its own policy; other files and redirects stay', () => {
		const redirect = '<!doctype html><title>Redirecting</title><meta http-equiv="refresh" content="0;url=/new/">';
		const dir = build({ 'index.html': `${HEAD}<script>a()</script>`, 'spark/index.html': `${HEAD}<script>b()</script>`, 'old.html': redirect, 'a.txt': HEAD });
		const read = (name: string) => readFileSync(join(dir, name), 'utf8');
		expect(read('index.html')).toContain(hash('a()'));
		expect(read('index.html')).not.toContain(hash('b()'));
		expect(read('spark/index.html')).toContain(hash('b()'));
		expect(read('old.html')).toBe(redirect);
		expect(read('a.txt')).toBe(HEAD);
	});

	test('a page that cannot have one stops the build and is named', () => {
		expect(() => build({ 'spark/a.html': '<html></html>' })).toThrow(/spark\/a\.html: no <meta charset/);
	});
});
