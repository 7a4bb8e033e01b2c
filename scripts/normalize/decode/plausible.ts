/** Which characters a repaired sequence may give, and how much each proves. */

/**
 * `sign`: punctuation, arrows, emoji: nobody writes the misread form by chance. `letter`: an accented letter or a sign of Latin-1, whose misread
 * form can be ordinary text. `script`: a letter of another writing, which proves something in a row only. `none`: no text.
 */
export type Plausibility = 'sign' | 'letter' | 'script' | 'none';

const within = (code: number, ranges: readonly (readonly [first: number, last: number])[]): boolean =>
	ranges.some(([first, last]) => code >= first && code <= last);

const SIGNS = [
	[0x2000, 0x2029], [0x202f, 0x205f], [0x2070, 0x209c], [0x20a0, 0x20c0], [0x20e3, 0x20e3], [0x2100, 0x23ff], [0x2460, 0x2bff],
	[0xfb00, 0xfb06], [0xfe0e, 0xfe0f], [0xfeff, 0xfeff], [0xfffd, 0xfffd], [0x1f100, 0x1f2ff], [0x1f3fb, 0x1f3ff], [0xe0020, 0xe007f],
] as const;
const LETTERS = [[0xa0, 0x1ff], [0x370, 0x3ff], [0x1e00, 0x1eff]] as const;

/** How plausible a character is as the result of a repair. */
export function plausibility(code: number): Plausibility {
	const character = String.fromCodePoint(code);
	// A control is half of a sign that was misread twice.
	if (code >= 0x80 && code < 0xa0) return 'letter';
	// So is the logo of Mac Roman, which stands for the first byte of emoji.
	if (code === 0xf8ff) return 'sign';
	if (/[\p{Cn}\p{Cc}\p{Cs}\p{Co}]/u.test(character)) return 'none';
	if (within(code, SIGNS) || (code >= 0x1f000 && /\p{Extended_Pictographic}/u.test(character))) return 'sign';
	if (within(code, LETTERS)) return 'letter';
	return code >= 0x300 && /[\p{L}\p{N}\p{P}\p{S}\p{M}]/u.test(character) ? 'script' : 'none';
}

/** Signs that documents use every day, among all the ones that exist. */
const EVERYDAY = new Set(
	[...'‐–—‘’“”„…•‹›€™←↑→↓↔⇐⇒⇔≈≠≤≥−√∞∑─│┌┐└┘├┤┬┴┼═║■□▪▶▼◀○●★☆☑☒✓✔✗✘➔➜ﬀﬁﬂﬃﬄ\ufe0f'].map((sign) => sign.codePointAt(0)),
);

/** What stands around a sequence that lost a byte. */
interface Place {
	before: string;
	after: string;
	/** Whether a variation selector follows, which asks for the coloured form of a sign. */
	selected: boolean;
}

/** Whether a completion of a sequence that lost a byte fits where it stands. A guess on its own; it counts when it is the only one. */
export function fitsPlace(code: number, { before, after, selected }: Place): boolean {
	const character = String.fromCodePoint(code);
	if (code === 0xfe0f) return /[\p{Extended_Pictographic}\d#*]$/u.test(before);
	if (code === 0x2010) return /\p{L}$/u.test(before) && /^\p{L}/u.test(after);
	if (code === 0x201d) return /\S$/u.test(before) && !/^\p{L}/u.test(after);
	// The selector stands after signs alone whose usual form is the plain one.
	if (selected) return /^(?=\p{Emoji})\P{Emoji_Presentation}$/u.test(character);
	return EVERYDAY.has(code) || /\p{Extended_Pictographic}/u.test(character);
}
