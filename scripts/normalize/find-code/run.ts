import type { SourceLine } from '../model.ts';
import { closesString } from './ahead.ts';
import { advance, balanced } from './balance.ts';
import { belongs, changesLanguage, endsHere, goesOnAfterBlank, isOtherComment } from './belongs.ts';
import { findBorder, type Border } from './glue.ts';
import { ALL_MARKS, marksOf } from './languages.ts';
import { classify, type LineClass } from './lines.ts';
import type { Lines } from './source.ts';

/** A run of code lines as found: one sample. */
export interface Run {
	lines: SourceLine[];
	/** Index of the first line after the run. */
	next: number;
	/** What stood on the last line behind the code. */
	rest?: SourceLine;
	lang?: string;
	confidence: number;
	/** Why a person should look, where confidence is low. */
	reason?: string;
}

const trimBlank = (lines: SourceLine[]): void => {
	while (lines.length > 0 && lines.at(-1)!.text.trim() === '') lines.pop();
};

/** How sure it is that lines are code: by the number of lines that can be nothing else. */
const confidenceOf = (strong: number, total: number): number => {
	if (strong >= 3 || (strong === 2 && total <= 4)) return 0.95;
	if (strong === 2) return 0.85;
	return strong === 1 ? 0.8 : 0.6;
};

/**
 * Takes the lines of one sample from a line that begins code: to the line before prose, or to a border within a line.
 * @param start index of the first line
 */
export const takeRun = (source: Lines, start: number): Run => {
	const lines: SourceLine[] = [];
	let lang: string | undefined;
	let sure = false;
	let state = balanced();
	let strong = 0;
	let lowest = 1;
	let index = start;
	let border: Border | undefined;
	let rest: SourceLine | undefined;
	const finish = (): Run => {
		trimBlank(lines);
		const confidence = Math.min(lowest, confidenceOf(strong, lines.length));
		const reason = border && border.confidence < 0.8 && { reason: 'border' };
		return { lines, next: index, confidence, ...(lang !== undefined && { lang }), ...(rest && { rest }), ...reason };
	};
	for (; index < source.lines.length; index++) {
		const line = source.lines[index]!;
		const seen = source.class(index);
		const marks: readonly string[] = seen.kind === 'comment' ? ALL_MARKS : marksOf(sure ? lang : undefined);
		const inString = state.quote !== '';
		if (seen.kind === 'blank') {
			if (!inString && !goesOnAfterBlank(source, index + 1, state)) return finish();
			lines.push(line);
			continue;
		}
		const goesOn = !inString && lines.length > 0;
		if (goesOn && seen.kind === 'code' && changesLanguage({ sure, ...(lang !== undefined && { lang }) }, seen, state)) return finish();
		// Where prose is glued to the line the line as a whole may read as prose: the part before the border decides.
		border = inString && !line.text.includes(state.quote) ? undefined : findBorder(line.text, state, marks, source.words);
		if (border !== undefined && !border.codeAfter && !endsHere(source, index, state, border)) border = undefined;
		const comment = goesOn && border === undefined && seen.kind === 'comment' && state.depth === 0;
		if (comment && isOtherComment(source, index, lang, sure, state)) return finish();
		const own = border === undefined ? line.text : line.text.slice(0, border.at);
		const part: LineClass = border === undefined ? seen : classify(own);
		const last = lines.at(-1)?.text;
		const around = { state, marks, parted: border !== undefined, ...(lang !== undefined && { lang }), ...(last !== undefined && { last }) };
		if (!inString && !belongs(source, index, part, around)) {
			border = undefined;
			return finish();
		}
		if (part.kind === 'code' && inString) strong++;
		else if (part.kind === 'code') {
			strong++;
			if (lang === undefined || (!sure && part.sure && part.lang !== undefined)) {
				lang = part.lang ?? lang;
				sure = part.sure && part.lang !== undefined;
			}
		} else if (lang === undefined) lang = part.lang;
		lines.push({ number: line.number, text: own.trimEnd() });
		state = advance(state, own, marks);
		if (state.quote !== '' && !inString && !closesString(source, index + 1, state.quote)) state = { ...state, quote: '' };
		if (border !== undefined) {
			rest = { number: line.number, text: line.text.slice(border.at) };
			lowest = border.confidence;
			index++;
			return finish();
		}
	}
	return finish();
};
