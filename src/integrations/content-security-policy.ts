import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { filesBelow } from '../lib/pages.ts';

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)([^>]*)>([\s\S]*?)<\/script\s*>/gi;
const DATA_BLOCK = /\stype="?(application\/(ld\+)?json|speculationrules)/i;

/** `'sha256-…'` of every inline script of a page that a browser would run. */
export function inlineScriptHashes(html: string): string[] {
	const hashes = [...html.matchAll(INLINE_SCRIPT)]
		.filter(([, attributes = '']) => !DATA_BLOCK.test(attributes))
		// A browser hashes the script with line ends as it reads them: a single line feed each.
		.map(([, , code = '']) => `'sha256-${createHash('sha256').update(code.replace(/\r\n?/g, '\n')).digest('base64')}'`);
	return [...new Set(hashes)].sort();
}

/** The policy of one page. Styles need `unsafe-inline` (highlighting, SVG); WebAssembly runs the search and SQL engines. */
export function policyFor(html: string): string {
	return [
		"default-src 'none'",
		`script-src ${["'self'", "'wasm-unsafe-eval'", ...inlineScriptHashes(html)].join(' ')}`,
		"style-src 'self' 'unsafe-inline'",
		"img-src 'self' data:",
		"font-src 'self'",
		"connect-src 'self'",
		"worker-src 'self' blob:",
		"manifest-src 'self'",
		"base-uri 'self'",
		"form-action 'self'",
	].join('; ');
}

/** Writes the policy into a page, before anything it governs. Throws, naming the file, where the page states no charset. */
export function addPolicy(html: string, file: string): string {
	const meta = `<meta http-equiv="Content-Security-Policy" content="${policyFor(html).replaceAll('"', '&quot;')}">`;
	if (!/<meta charset="?utf-8"?\s*\/?>/i.test(html)) throw new Error(`${file}: no <meta charset="utf-8">, behind which the policy belongs`);
	return html.replace(/<meta charset="?utf-8"?\s*\/?>/i, (charset) => charset + meta);
}

/** Gives every built page its own content security policy, so that hosts without headers have one too. */
export function contentSecurityPolicy(): AstroIntegration {
	return {
		name: 'watermark:content-security-policy',
		hooks: {
			'astro:build:done': ({ dir }) => {
				for (const file of filesBelow(fileURLToPath(dir)).filter((path) => path.endsWith('.html'))) {
					const html = readFileSync(file, 'utf8');
					// A redirect has neither script nor style to govern.
					if (!/<meta http-equiv="refresh"/i.test(html)) writeFileSync(file, addPolicy(html, file));
				}
			},
		},
	};
}
