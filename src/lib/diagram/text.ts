/** Labels: how they are read from the source, how wide they are, where their lines break. */
import { DiagramError } from './error.ts';

/** Advance widths of Inter in hundredths of the font size. It is wider than the usual system fonts, so boxes fit those too. */
const ADVANCES: Record<number, string> = {
	24: 'ijl',
	27: "I’'",
	29: ' !,.:;·`',
	34: 't|()/[\\]f',
	38: 'r',
	42: '1{}“”',
	47: '-_"^',
	50: '*–?',
	54: 's',
	56: 'kxzavy≥≤≈',
	59: '7JLceé5Fhnuµ',
	62: 'Eo2bdgpq36890#Z',
	66: '$&PRS4BT+<=>~×K',
	69: 'XYAVDC',
	75: 'HUGN',
	77: 'OQ',
	84: 'w…',
	90: 'mM',
	99: 'W@%—→←',
};
const ADVANCE = new Map(Object.entries(ADVANCES).flatMap(([width, chars]) => [...chars].map((char) => [char, Number(width)] as const)));
const WIDE = /\p{Extended_Pictographic}|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u;

/** A way to set text: size in px, and how it is drawn. */
export interface Font {
	size: number;
	weight?: 'bold';
	family?: 'mono';
}

/** Smallest text on the site is 13 px: diagrams scroll instead of shrinking below it. */
export const FONTS = {
	node: { size: 14 },
	name: { size: 14, weight: 'bold' },
	label: { size: 13 },
	heading: { size: 13, weight: 'bold' },
	member: { size: 13, family: 'mono' },
} as const satisfies Record<string, Font>;

export const LINE_HEIGHT = 1.3;

/** Width of one line in px, estimated: there is no browser to ask when a page is built. */
export function textWidth(text: string, font: Font): number {
	if (font.family === 'mono') return [...text].length * font.size * 0.605;
	const hundredths = [...text].reduce((sum, char) => sum + (ADVANCE.get(char) ?? (WIDE.test(char) ? 110 : 68)), 0);
	return (hundredths / 100) * font.size * (font.weight === 'bold' ? 1.05 : 1);
}

export interface Size {
	width: number;
	height: number;
}

/** Size in px of lines set below each other. */
export function textSize(lines: string[], font: Font): Size {
	return { width: Math.max(0, ...lines.map((line) => textWidth(line, font))), height: lines.length * font.size * LINE_HEIGHT };
}

/** Breaks lines wider than `width` px between words, into rows of about the same length. A word wider than that stays whole. */
export function wrap(lines: string[], font: Font, width: number): string[] {
	return lines.flatMap((line) => {
		const rows = fill(line, font, width);
		// The narrowest rows that need no row more: no last word stands alone.
		let best = rows;
		for (let narrower = width - 8; narrower > 0; narrower -= 8) {
			const tighter = fill(line, font, narrower);
			if (tighter.length > rows.length) break;
			best = tighter;
		}
		return best;
	});
}

function fill(line: string, font: Font, width: number): string[] {
	const rows: string[] = [];
	for (const word of line.split(' ')) {
		const row = rows.at(-1);
		if (row !== undefined && textWidth(`${row} ${word}`, font) <= width) rows[rows.length - 1] = `${row} ${word}`;
		else rows.push(word);
	}
	return rows;
}

const ENTITIES: Record<string, string> = { quot: '"', amp: '&', lt: '<', gt: '>', nbsp: '\u00a0', apos: "'", semi: ';', num: '#', colon: ':' };

function decode(text: string, line: number): string {
	return text.replace(/[#&]#?(\w+);/g, (code, name: string) => {
		if (/^\d+$/.test(name)) return String.fromCodePoint(Number(name));
		const char = ENTITIES[name];
		if (char === undefined) throw new DiagramError(`Unknown character code "${code}". Expected a number (#35;) or one of ${Object.keys(ENTITIES).join(', ')}.`, line);
		return char;
	});
}

/**
 * Reads free text (an edge label, a message, a note) into lines: `<br/>` breaks, Mermaid's character codes are decoded,
 * anything else stands as it is written.
 */
export function readText(raw: string, line: number): string[] {
	const text = raw.trim();
	const inner = /^"(.*)"$/.exec(text)?.[1] ?? text;
	if (/^`.*`$/.test(inner)) throw new DiagramError('Markdown in labels is not drawn. Expected plain text.', line);
	const lines = inner.split(/<br\s*\/?>/i).map((part) => decode(part.trim(), line));
	if (lines.every((part) => part === '')) throw new DiagramError('A label is empty. Expected text.', line);
	return lines;
}

/** Reads a label that stands in brackets: quoted, or plain text without the characters that Mermaid reads as syntax. */
export function readLabel(raw: string, line: number): string[] {
	const text = raw.trim();
	if (/^"[^"]*"$/.test(text)) return readText(text, line);
	const bad = /["[\](){}<>|;]/.exec(text.replace(/<br\s*\/?>/gi, ''));
	if (bad) throw new DiagramError(`The label ${text} holds "${bad[0]}". Expected it in quotes${bad[0] === '"' ? ', with quotes inside it as #quot;' : ''}.`, line);
	return readText(text, line);
}
