/** Leftovers of typesetting, terminals and markup in plain text, repaired line by line. */
import { codeOf } from './characters.ts';
import { removeControls } from './controls.ts';
import { repairEntities } from './entities.ts';
import { removeInvisible } from './invisible.ts';
import { repairLatexSigns } from './latex-signs.ts';
import { repairPrivateGlyphs } from './private-glyphs.ts';
import { joinSoftHyphens } from './soft-hyphens.ts';
import type { Tally } from './tally.ts';

const LIGATURES: Readonly<Record<string, string>> = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'st', ﬆ: 'st' };
/** A word with a ligature; longer ones are no words, and are repaired without being named. */
const LIGATURE_WORD = /(?<![\p{L}\p{N}])[\p{L}\p{N}]{0,60}[ﬀ-ﬆ][\p{L}\p{N}]{0,60}(?![\p{L}\p{N}])/gu;
const ODD_SPACE = /[\u00a0\u1680\u2000-\u200a\u202f\u205f]/g;
const CJK = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/;
/** Base letter and its marks: more marks than this are decoration, and sorting them is slow. */
const MARKED_LETTER = /\p{L}\p{M}{1,20}(?!\p{M})/gu;

const plainLigatures = (text: string): string => text.replace(/[ﬀ-ﬆ]/g, (ligature) => LIGATURES[ligature] ?? ligature);

function repairLigatures(line: string, number: number, found: Tally): string {
	if (!/[ﬀ-ﬆ]/.test(line)) return line;
	for (const [before] of line.matchAll(LIGATURE_WORD)) {
		found.add({ line: number, kind: 'repaired', what: 'ligature written as letters', seen: `${before} → ${plainLigatures(before)}` });
	}
	return plainLigatures(line);
}

function repairSpaces(line: string, number: number, found: Tally): string {
	const spaced = line.replace(ODD_SPACE, (space) => {
		found.add({ line: number, kind: 'repaired', what: 'unusual space made an ordinary one', seen: codeOf(space) });
		return ' ';
	});
	// The wide space belongs to Chinese, Japanese and Korean text, where it also indents.
	return spaced.replace(/\u3000/g, (space, at: number) => {
		if (CJK.test(spaced[at - 1] ?? '') || CJK.test(spaced[at + 1] ?? '') || spaced[at - 1] === space || spaced[at + 1] === space) return space;
		found.add({ line: number, kind: 'repaired', what: 'unusual space made an ordinary one', seen: codeOf(space) });
		return ' ';
	});
}

function composeLetters(line: string, number: number, found: Tally): string {
	return line.replace(MARKED_LETTER, (letter) => {
		const composed = letter.normalize('NFC');
		if (composed !== letter) found.add({ line: number, kind: 'repaired', what: 'letter and accent composed', seen: composed });
		return composed;
	});
}

/** Steps that look at the characters of one line; a line of plain ASCII has nothing for them. */
const LINE_STEPS = [removeControls, removeInvisible, repairPrivateGlyphs, repairLigatures, repairSpaces, composeLetters];

/**
 * Gives the same number of lines with the leftovers repaired: terminal sequences, controls and zero-width characters out, soft hyphens undone,
 * ligatures as letters, odd spaces and bullet glyphs as plain ones, names of LaTeX signs and HTML entities as the signs. Letters are composed
 * (NFC); nothing is folded to a compatible form. What is no certain leftover stays and is noted.
 */
export function repairTypography(lines: readonly string[], found: Tally): string[] {
	const repaired = lines.map((line, at) => (/[^\t\x20-\x7e]/.test(line) ? LINE_STEPS.reduce((text, step) => step(text, at + 1, found), line) : line));
	return repairEntities(repairLatexSigns(joinSoftHyphens(repaired, found), found), found);
}
