/** File names and numbers for drafts: what is free, and fit for every file system and address. */
import type { Note } from '../model.ts';

const LONGEST = 60;

/** Names that a site or a file system gives a meaning of its own. */
const RESERVED = /^(index|404|con|prn|aux|nul|com\d|lpt\d)$/;

/** Letters that normalization does not take apart, as they are usually transcribed. */
const LETTERS: Readonly<Record<string, string>> = {
	ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i', µ: 'u', μ: 'u',
	'&': ' and ', '+': ' plus ', '%': ' percent ', '×': 'x', '→': ' to ',
};

/** Cuts at a word border where there is one in the latter half, else in the word. */
function cut(slug: string, longest: number): string {
	if (slug.length <= longest) return slug;
	const border = slug.lastIndexOf('-', longest);
	return slug.slice(0, border > longest / 2 ? border : longest).replace(/-+$/, '');
}

/** Lower-case words joined by hyphens; `''` where the title has no letter or digit with a simple transcription. */
const slugify = (title: string): string =>
	title
		// What a slug is made of stands at the start; a title may be a whole page by mistake.
		.slice(0, 1000)
		.toLowerCase()
		.normalize('NFKD')
		.replace(/(?<=\p{L})['’](?=\p{L})/gu, '')
		.replace(/(?<=\bc)\+\+/g, ' plus plus ')
		.replace(/[ßæœøđðþłıµμ&+%×→]/g, (letter) => LETTERS[letter] ?? letter)
		.replace(/\p{M}/gu, '')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '');

/**
 * A file name for a title that is not among `taken`: `[a-z0-9-]`, at most 60 characters, never empty and never a reserved name.
 * A second one of the same title ends in `-2`. The caller adds what it uses to `taken`.
 */
export function slugFor(title: string, taken: ReadonlySet<string>): string {
	const plain = cut(slugify(title), LONGEST) || 'untitled';
	const base = RESERVED.test(plain) ? `${plain}-page` : plain;
	if (!taken.has(base)) return base;
	for (let count = 2; ; count++) {
		const suffix = `-${count}`;
		const slug = cut(base, LONGEST - suffix.length) + suffix;
		if (!taken.has(slug)) return slug;
	}
}

/**
 * A scenario's number: the document's where it is free, else the next above all used ones. A number that had to change is noted as uncertain.
 * Used numbers stay used for ever, so gaps below are not filled. The caller adds the result to `used`.
 */
export function numberFor(wanted: number | undefined, used: ReadonlySet<number>, line = 1): { number: number; notes: Note[] } {
	const sound = wanted !== undefined && Number.isSafeInteger(wanted) && wanted > 0;
	if (sound && !used.has(wanted)) return { number: wanted, notes: [] };
	let number = 1;
	for (const one of used) if (one >= number) number = one + 1;
	if (wanted === undefined) return { number, notes: [] };
	const reason = sound ? `${wanted} is taken: ${number} is the next free one` : `${wanted} is no number of a scenario: ${number} is the next free one`;
	return { number, notes: [{ stage: 'segment', line, kind: 'uncertain', what: 'number of a scenario changed', reason, confidence: 0.5 }] };
}
