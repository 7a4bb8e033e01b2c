import { expect, test } from 'vitest';
import { inlineScriptHashes } from '../../src/integrations/content-security-policy.ts';
import { elements, htmlPages } from '../support/dist.ts';

const pages = htmlPages();
const policyOf = (html: string) => /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';

test('every page carries a strict policy that allows its own scripts', () => {
	for (const { path, html } of pages) {
		const script = policyOf(html).split('; ').find((rule) => rule.startsWith('script-src')) ?? '';
		expect(script, path).toContain("'self'");
		expect(script, path).not.toMatch(/'unsafe-inline'|'unsafe-eval'|https?:|\*/);
		for (const hash of inlineScriptHashes(html)) expect(script, path).toContain(hash);
	}
});

test('the policy stands before the first script', () => {
	for (const { path, html } of pages) expect(html.indexOf('Content-Security-Policy'), path).toBeLessThan(html.indexOf('<script'));
});

test('no element carries an inline event handler', () => {
	const handlers = pages.flatMap(({ path, tree }) =>
		elements(tree).flatMap((node) => Object.keys(node.properties).filter((name) => /^on[A-Z]/.test(name)).map((name) => `${path} ${node.tagName} ${name}`)),
	);
	expect(handlers).toEqual([]);
});
