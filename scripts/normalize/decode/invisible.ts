/** Characters without a width: some belong to a script or an emoji, the others come from editors, web pages and people who hide things. */
import { codeOf } from './characters.ts';
import type { Tally } from './tally.ts';

const INVISIBLE = /[\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u{e0000}-\u{e007f}]/gu;
/** Scripts written without spaces, where U+200B parts words. */
const UNSPACED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
/** Scripts whose letters join: U+200C and U+200D say where. */
const JOINING_SCRIPTS = 'Arabic Syriac Mongolian Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala';
const JOINING = new RegExp(`[${JOINING_SCRIPTS.replace(/\S+/g, String.raw`\p{Script=$&}`).replaceAll(' ', '')}]`, 'u');
const EMOJI = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]/u;
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;
const FLAG = '\u{1f3f4}';

interface Place {
	/** The character before, without the selectors that belong to it. */
	before: string;
	after: string;
	rightToLeft: boolean;
	/** Whether a flag's tags are being spelled. */
	inFlag: boolean;
}

/** Whether an invisible character does something where it stands. */
function belongs(code: number, { before, after, rightToLeft, inFlag }: Place): boolean {
	if (code === 0x200b) return UNSPACED.test(before) || UNSPACED.test(after);
	if (code === 0x200c) return JOINING.test(before);
	if (code === 0x200d) return JOINING.test(before) || (EMOJI.test(before) && EMOJI.test(after));
	if (code === 0xfe0e || code === 0xfe0f) return /\p{Extended_Pictographic}/u.test(before) || (/[\d#*]/.test(before) && after === '\u20e3');
	if (code >= 0xfe00 && code < 0xfe0e) return /[^\x00-\x7f]/.test(before);
	if (code >= 0xe0020) return inFlag;
	if (code === 0x200e || code === 0x200f || code === 0x61c || (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)) return rightToLeft;
	return (code === 0x115f || code === 0x1160) && /[\u1100-\u11ff]/.test(after);
}

const KINDS = (code: number): string => {
	if ((code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)) return 'control of writing direction removed';
	if (code === 0xfeff) return 'byte order mark within the text removed';
	return 'zero-width character removed';
};

/** Takes invisible characters out of a line that do nothing there. Text hidden in tag characters goes to the furniture. */
export function removeInvisible(line: string, number: number, found: Tally): string {
	if (line.search(INVISIBLE) === -1) return line;
	const rightToLeft = RIGHT_TO_LEFT.test(line);
	let hidden = '';
	let before = '';
	let from = 0;
	let inFlag = false;
	const kept: string[] = [];
	for (const match of line.matchAll(INVISIBLE)) {
		const [character] = match;
		const code = character.codePointAt(0) ?? 0;
		if (match.index > from) before = lastOf(line.slice(Math.max(from, match.index - 2), match.index));
		if (match.index > from || code < 0xe0000) inFlag = before === FLAG;
		kept.push(line.slice(from, match.index));
		from = match.index + character.length;
		const after = String.fromCodePoint(line.codePointAt(from) ?? 0x20);
		if (belongs(code, { before, after, rightToLeft, inFlag })) kept.push(character);
		else {
			found.add({ line: number, kind: 'repaired', what: KINDS(code), seen: codeOf(character) });
			if (code >= 0xe0020 && code < 0xe007f) hidden += String.fromCharCode(code - 0xe0000);
			else if (/\p{L}/u.test(before) && /\p{L}/u.test(after)) joined(line, match.index, number, found);
		}
	}
	if (hidden) {
		found.takeOut(number, hidden, 'text hidden in invisible characters');
		found.add({ line: number, kind: 'uncertain', what: 'text hidden in invisible characters', seen: hidden, confidence: 0 });
	}
	return kept.join('') + line.slice(from);
}

const lastOf = (text: string): string => [...text].at(-1) ?? '';

/** Notes that what stood on both sides is one word now. */
function joined(line: string, at: number, number: number, found: Tally): void {
	const left = /[\p{L}\p{N}]+$/u.exec(line.slice(Math.max(0, at - 40), at))?.[0] ?? '';
	const right = /^[\p{L}\p{N}]+/u.exec(line.slice(at + 1, at + 41))?.[0] ?? '';
	found.add({ line: number, kind: 'repaired', what: 'word joined over a zero-width character', seen: `${left} ${right} → ${left}${right}` });
}
