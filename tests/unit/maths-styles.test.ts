import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { withoutOldFonts } from '../../src/integrations/maths-styles.ts';

const css = readFileSync(createRequire(import.meta.url).resolve('katex/dist/katex.min.css'), 'utf8');

test('every formula font keeps its WOFF2 file and no other', () => {
	const fonts = css.match(/@font-face/g)?.length ?? 0;
	const addresses = [...withoutOldFonts(css).matchAll(/url\(([^)]*)\)/g)].map(([, address = '']) => address);
	expect(fonts).toBeGreaterThan(15);
	expect(addresses).toHaveLength(fonts);
	expect(addresses.every((address) => address.endsWith('.woff2'))).toBe(true);
});

test('the rules stay as they are', () => {
	const rules = (text: string) => text.replace(/@font-face\{[^}]*\}/g, '');
	expect(rules(withoutOldFonts(css))).toBe(rules(css));
});
