/** Block marks at the start of a line: bullets, numbers, `#`, `>`, rules. Each reads one line and looks at its first characters only. */

export interface Marker {
	kind: 'bullet' | 'ordered' | 'tick';
	/** As written, without white space: `-`, `1)`, `(a)`, `- 1.` */
	mark: string;
	/** Number of an ordered one; letters count from 1. */
	number: number;
	/** Whether the mark itself is a word that output would lose: a letter. */
	letter: boolean;
	text: string;
	/** Columns up to the text. */
	width: number;
}

const BULLET = /^([-*+•▪◦‣●○·–])([ \t\u00a0]+)(?=\S)/u;
const NUMBER = /^(?:(\d{1,3})[.)]|\((\d{1,3}|[a-z])\)|([a-z])\))([ \t\u00a0]+)(?=\S)/u;
const TICK = /^(?:[✓✔✅☑❌✗✘☐]\ufe0f?[ \t\u00a0]*|X[ \t]+)(?=[\p{L}\p{N}*`"“])/u;
const MAX_GAP = 4;

const widthOf = (mark: string, gap: string): number => mark.length + (gap.length > MAX_GAP ? 1 : gap.length);

/** The marker a line begins with, if any. `- 1. text` is one ordered marker. Ticks are certain only beside another: the caller decides. */
export const markerOf = (text: string): Marker | undefined => {
	const head = text.slice(0, 40);
	const bullet = BULLET.exec(head);
	if (bullet) {
		const [whole, mark = '', gap = ''] = bullet;
		const inner = NUMBER.exec(head.slice(whole.length));
		if (inner?.[1]) return { ...orderedOf(text.slice(whole.length), inner), mark: `${mark} ${inner[0].trim()}`, width: widthOf(mark, gap) + inner[0].length };
		return { kind: 'bullet', mark, number: 0, letter: false, text: text.slice(whole.length).trim(), width: widthOf(mark, gap) };
	}
	const number = NUMBER.exec(head);
	if (number) return orderedOf(text, number);
	const tick = TICK.exec(head);
	if (tick) return { kind: 'tick', mark: tick[0].trim(), number: 0, letter: false, text, width: 2 };
	return undefined;
};

const orderedOf = (text: string, match: RegExpExecArray): Marker => {
	const [whole, plain, bracketed, letter, gap = ''] = match;
	const value = plain ?? bracketed ?? letter ?? '';
	const isLetter = /[a-z]/.test(value);
	const number = isLetter ? value.charCodeAt(0) - 96 : Number(value);
	const mark = whole.trim();
	return { kind: 'ordered', mark, number, letter: isLetter, text: text.slice(whole.length).trim(), width: widthOf(mark, gap) };
};

const RULE_MARKS = '-*_=';

/** `---`, `* * *`, `____`, `====`: a line of three or more of one mark. Counted by hand: the line may be millions long. */
export const isRule = (text: string): boolean => {
	const mark = text[0] ?? ' ';
	if (!RULE_MARKS.includes(mark)) return false;
	let count = 0;
	for (let at = 0; at < text.length; at += 1) {
		const char = text[at];
		if (char === mark) count += 1;
		else if (mark === '=' || (char !== ' ' && char !== '\t')) return false;
	}
	return count >= 3;
};

/** Depth of the underline of a heading, 1 for `===`, 2 for `---`; 0 when it is none. */
export const underlineOf = (text: string): 0 | 1 | 2 => (!isRule(text) || /\s/.test(text) ? 0 : text[0] === '=' ? 1 : text[0] === '-' ? 2 : 0);

/** `## Title ##` as depth and text. */
export const atxOf = (text: string): { depth: number; text: string } | undefined => {
	const marks = /^(#{1,6})(?:[ \t\u00a0]+|$)/.exec(text.slice(0, 12));
	if (!marks?.[1]) return undefined;
	let end = text.length;
	while (text[end - 1] === '#') end -= 1;
	const closed = end < text.length && (end === 0 || /\s/.test(text[end - 1] ?? ' '));
	return { depth: marks[1].length, text: text.slice(marks[0].length, closed ? Math.max(end, marks[0].length) : text.length).trim() };
};

/** The text after the `>` of a quote; in flattened documents `> 10 GB` is a comparison. */
export const quotedOf = (text: string, flattened: boolean): string | undefined => {
	if (text[0] !== '>') return undefined;
	if (flattened && !/^>\s*["“*_]?\p{Lu}/u.test(text.slice(0, 12))) return undefined;
	return text.slice(text[1] === ' ' ? 2 : 1);
};

/** A number or bullet that stands alone on its line. */
export const loneMark = (text: string): boolean => text.length <= 5 && /^(?:\d{1,3}[.)]|[•▪◦‣●○·*-])$/u.test(text);
