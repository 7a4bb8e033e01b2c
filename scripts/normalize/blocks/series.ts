/** Headings that count (`1.`, `Q3`, `A2`, `Week 4`): which of them belong to one series, and how far each reaches. */
import type { FoundHeading } from './source.ts';

export interface Series {
	/** Members of one series have the same key. */
	key: string;
	ordinal: number;
	/** First and last number of a group such as `Scenario 23-30`. */
	range?: [number, number];
	/** Each member reaches as far as the next one, and the last to the end of what holds the series. */
	encloses: boolean;
	/** The letter of `A1`. */
	initial?: string;
}

/** A heading that heads a list of contents. */
export const CONTENTS = /^(?:table of )?contents$|^toc$|^agenda$/iu;

const WORD_SERIES = /^(\p{Lu}\p{Ll}{2,12})\s+(\d{1,3}|[A-H])(?=\s*[:—–]|\s+[-–—]\s|\s*$)/u;

const ordinalOf = (value: string): number => {
	if (/^\d/.test(value)) return Number.parseInt(value, 10);
	if (/^[IVX]+$/.test(value) && value.length > 1) return romanOf(value);
	return value.toUpperCase().charCodeAt(0) - 64;
};

const ROMAN: Record<string, number> = { I: 1, V: 5, X: 10 };

const romanOf = (value: string): number =>
	[...value].reduce((sum, char, at) => {
		const here = ROMAN[char] ?? 0;
		return sum + (here < (ROMAN[value[at + 1] ?? ''] ?? 0) ? -here : here);
	}, 0);

/** The series a heading is a member of, if it counts. */
export const seriesOf = (heading: FoundHeading): Series | undefined => {
	const { label, number, text } = heading.block;
	if (label) {
		const range = /^(\d+)[-–—](\d+)$/.exec(number ?? '');
		if (range?.[1] && range[2]) return { key: `group of ${label}`, ordinal: Number(range[1]), range: [Number(range[1]), Number(range[2])], encloses: true };
		return { key: label, ordinal: number ? ordinalOf(number) : 0, encloses: true };
	}
	if (number) {
		const parts = number.split('.');
		if (/^\d/.test(number)) return { key: `number ${parts.length}`, ordinal: Number(parts.at(-1)), encloses: true };
		if (/^[A-Z]\d/.test(number))
			return { key: `letter ${number[0]}`, ordinal: Number.parseInt(number.slice(1), 10), encloses: false, initial: number.slice(0, 1) };
		return { key: /^[a-z]/.test(number) ? 'letter a' : 'letter', ordinal: ordinalOf(number), encloses: false };
	}
	const word = WORD_SERIES.exec(text.slice(0, 24));
	return word?.[1] && word[2] ? { key: `word ${word[1].toLowerCase()}`, ordinal: ordinalOf(word[2]), encloses: false } : undefined;
};

/** Plain headings with nothing but another plain heading below them: groups, when there are two or more before the same end. */
export const groupsOf = (headings: FoundHeading[], series: (Series | undefined)[], titles: Set<number>, until: number[]): Map<number, Series> => {
	const groups = new Map<number, number[]>();
	for (const [index, heading] of headings.entries()) {
		const next = headings[index + 1];
		const plain = (at: number) => series[at] === undefined && !titles.has(at) && !headings[at]?.role;
		if (next?.position !== heading.position + 1 || !plain(index) || !plain(index + 1) || CONTENTS.test(heading.block.text)) continue;
		const end = until[index] ?? headings.length;
		const members = groups.get(end);
		if (members) members.push(index);
		else groups.set(end, [index]);
	}
	const out = new Map<number, Series>();
	for (const members of groups.values()) {
		if (members.length > 1) for (const [ordinal, index] of members.entries()) out.set(index, { key: 'group of titles', ordinal, encloses: true });
	}
	return out;
};

/** For each heading the index up to which it reaches as a member of its series; `until` ends every reach. */
export const reaches = (series: (Series | undefined)[], until: number[]): number[] => {
	const next = new Map<string, { index: number; ordinal: number }>();
	const out = new Array<number>(series.length);
	for (let index = series.length - 1; index >= 0; index -= 1) {
		const own = series[index];
		const end = until[index] ?? series.length;
		out[index] = index + 1;
		if (!own) continue;
		const follower = next.get(own.key);
		const follows = follower !== undefined && follower.index < end && (own.encloses || follower.ordinal === own.ordinal + 1);
		out[index] = follows ? follower.index : own.encloses ? end : index + 1;
		next.set(own.key, { index, ordinal: own.ordinal });
	}
	return out;
};
