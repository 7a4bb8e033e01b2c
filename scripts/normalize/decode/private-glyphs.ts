/** Glyphs of Symbol and Wingdings, which word processors put into the private range U+F000 to U+F0FF. */
import { codeOf } from './characters.ts';
import type { Tally } from './tally.ts';

/** Signs that are the same wherever they stand. */
const SIGNS: Readonly<Record<string, string>> = {
	'\uf0b7': '•', '\uf0a7': '•', '\uf0d8': '•', '\uf0fc': '✓', '\uf0fb': '✗', '\uf0fe': '☑', '\uf0fd': '☒', '\uf0e0': '→', '\uf0e8': '→',
};
/** Squares, diamonds and disks, which are bullets at the beginning of a line and may be letters of a font elsewhere. */
const BULLET_AT_START = /^(\s*)[\uf06c\uf06e\uf06f\uf071\uf075\uf076\uf077\uf0a8\uf0d2](?=\s)/;

/** Replaces bullets and ticks of symbol fonts. Other private characters mean what their font says, which is not here: they stay and are noted. */
export function repairPrivateGlyphs(line: string, number: number, found: Tally): string {
	if (!/\p{Co}/u.test(line)) return line;
	const replaced = (glyph: string, sign: string): string => {
		found.add({ line: number, kind: 'repaired', what: 'glyph of a symbol font', seen: `${codeOf(glyph)} → ${sign}` });
		return sign;
	};
	return line
		.replace(BULLET_AT_START, (glyph, indent: string) => indent + replaced(glyph.trim(), '•'))
		.replace(/\p{Co}/gu, (glyph) => {
			const sign = SIGNS[glyph];
			if (sign) return replaced(glyph, sign);
			found.add({ line: number, kind: 'uncertain', what: 'private character of an unknown font', seen: codeOf(glyph), confidence: 0 });
			return glyph;
		});
}
