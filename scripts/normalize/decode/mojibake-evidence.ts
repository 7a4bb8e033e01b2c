/** What a document itself says about whether its text was misread. */
import { CODE_PAGES, type CodePage } from './code-pages.ts';
import { sequencesOf } from './sequences.ts';

export interface Evidence {
	/** Whether anything looks misread at all. */
	any: boolean;
	/** Sequences of three bytes and more that give a sign, examples not counted. */
	signs: number;
	/** Letters in places where no writer would put their misread form. */
	odd: number;
	/** Whether the document has small accented letters that are right as they stand. */
	correctLetters: boolean;
	/** The characters that such whole sequences give, and those that stand right in the document. */
	whole: Set<number>;
	/** The ranges of 128 characters they are in. */
	blocks: Set<number>;
}

const RUN = /[^\x00-\x7f]+/g;
const SPEAKS_OF_IT = /mojibake|garbled|instead of|mis-?(?:read|decoded)|encod|utf-?8|latin-?1|cp-?1252|windows-1252|charset|iso-8859/i;
/** A line longer than any sentence says nothing about the run in it, and would be read once for each. */
const LONGEST_SPEAKING_LINE = 2000;

/** Whether a run is shown as an example of damage: quoted as a whole, or in a line that speaks of encodings. */
export function isExample(line: string, start: number, end: number): boolean {
	const quoted = /[`'"]/.test(line[start - 1] ?? '') && line[start - 1] === line[end];
	return quoted || (line.length <= LONGEST_SPEAKING_LINE && SPEAKS_OF_IT.test(line));
}

/**
 * Whether the misread form stands where no writer would put it: a capital or a sign within a word of small letters, a sign for a letter
 * beside a letter, an Â before a sign. `É”` at the end of a word in capitals is none.
 */
export function oddInPlace(line: string, start: number, end: number): boolean {
	const lead = line[start] ?? '';
	const sign = line[end - 1] ?? '';
	const before = line[start - 1] ?? '';
	const after = line[end] ?? '';
	if (lead === 'Â') return !/\p{Lu}/u.test(before);
	const capitalWithin = /\p{Ll}/u.test(before) && /[^\p{Ll}\p{P}\s]/u.test(lead);
	const signBeforeLetter = /\p{L}/u.test(after) && /[^\p{Pi}\p{Pd}„‚\s]/u.test(sign) && /[^\p{Ll}\p{P}]/u.test(lead);
	return capitalWithin || signBeforeLetter || (lead === '¬' && /[\p{L}\p{N}]/u.test(before));
}

/** Adds what lines show to what earlier lines, or the same ones before a repair, have shown. */
export function evidenceIn(lines: readonly string[], page: CodePage, known?: Evidence): Evidence {
	const evidence: Evidence = known ? { ...known } : { any: false, signs: 0, odd: 0, correctLetters: false, whole: new Set(), blocks: new Set() };
	for (const line of lines) {
		for (const { 0: run, index } of line.matchAll(RUN)) {
			const sequences = sequencesOf(run, page);
			if (!known && !evidence.correctLetters && hasCorrectLetters(run)) evidence.correctLetters = true;
			if (!sequences.length) {
				for (const character of run.slice(0, 50)) rememberWhole(evidence, character.codePointAt(0) ?? 0);
				continue;
			}
			evidence.any = true;
			if (isExample(line, index, index + run.length)) continue;
			for (const sequence of sequences) {
				if (sequence.proves === 'sign') {
					evidence.signs++;
					for (const code of sequence.codes) rememberWhole(evidence, code);
				} else if (sequence.proves === 'letter' && oddInPlace(line, index + sequence.start, index + sequence.end)) evidence.odd++;
			}
		}
	}
	return evidence;
}

function rememberWhole({ whole, blocks }: Evidence, code: number): void {
	if (code < 0x2000) return;
	whole.add(code);
	blocks.add(code >> 7);
}

/** A small accented letter that belongs to no sequence of any page. */
function hasCorrectLetters(run: string): boolean {
	if (!/[à-öø-ÿœ]/.test(run)) return false;
	const covered = new Uint8Array(run.length);
	for (const page of CODE_PAGES) for (const { start, end } of sequencesOf(run, page)) covered.fill(1, start, end);
	for (const { index } of run.matchAll(/[à-öø-ÿœ]/g)) if (!covered[index]) return true;
	return false;
}
