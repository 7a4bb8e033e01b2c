import { classify } from './lines.ts';
import type { SourceLine } from '../model.ts';

/** Lines that are judged of a long content. */
const SAMPLE = 60;

const HEADING = /^#{1,6} +\S|^(?:\*\*|__)[^*_]+(?:\*\*|__):?$/u;
const MARKDOWN = /^(?:[-*+•] +\*\*|\d+[.)] +\*\*|> |\*\*[^*]+\*\*)/u;

type Kind = 'code' | 'prose' | 'open' | 'blank';

/** A line of content as code, prose, or neither. A heading with one `#` may be a comment. */
const kindOf = (text: string): Kind => {
	const line = text.trim();
	if (line === '') return 'blank';
	if (/^#{2,6} +\S/u.test(line) || MARKDOWN.test(line)) return 'prose';
	const seen = classify(line);
	if (seen.kind === 'code') return 'code';
	// A single word or a short label is as likely a part of a drawing.
	if (seen.kind === 'prose') return seen.words.plain >= 4 || /^(?:[-*+•]|\d+[.)]) /u.test(line) ? 'prose' : 'open';
	return 'open';
};

const counts = (lines: readonly SourceLine[]): Record<Kind, number> => {
	const result: Record<Kind, number> = { code: 0, prose: 0, open: 0, blank: 0 };
	for (const { text } of lines.slice(0, SAMPLE)) result[kindOf(text)]++;
	return result;
};

/** Whether lines are prose for the most part: sentences, headings, lists; judged by the first 60. A guess for fewer than three. */
export const looksLikeProse = (lines: readonly SourceLine[]): boolean => {
	const { code, prose } = counts(lines);
	return prose > 0 && prose >= 3 * code && (prose >= 2 || lines.length <= 3);
};

/** Whether lines hold code and more of it than prose. */
export const looksLikeCode = (lines: readonly SourceLine[]): boolean => {
	const { code, prose } = counts(lines);
	return code > prose;
};

/** Index in `lines` where the code at their end begins; their length when they do not end with code. */
export const startOfCodeAbove = (lines: readonly SourceLine[]): number => {
	let start = lines.length;
	for (let index = lines.length - 1; index >= 0 && index >= lines.length - 400; index--) {
		const text = lines[index]!.text.trim();
		const kind = kindOf(text);
		if (kind === 'code' || /^(?:# |-- |\/\/ )/u.test(text)) start = index;
		else if (kind === 'prose' && !/^["']{3}|^\s{2,}\S/u.test(lines[index]!.text)) break;
		else if (kind === 'blank' && index < lines.length - 1 && start > index + 4) break;
	}
	return start;
};

/**
 * Index after the last line of code between `from` and `to`, when what follows it is plainly prose to the end; else `to`.
 * @param named whether the fence names a language: then prose must be unmistakable
 */
export const codeEnd = (lines: readonly SourceLine[], from: number, to: number, named: boolean): number => {
	let end = to;
	let prose = 0;
	let marked = 0;
	let code = 0;
	// From the end upwards: the tail of prose is what has no code below it.
	for (let index = to - 1; index >= from; index--) {
		const raw = lines[index]!.text;
		const text = raw.trim();
		const kind = kindOf(text);
		if (kind === 'code') code++;
		if (kind === 'blank') continue;
		const unmistakable = kind === 'prose' && !/^\s{2,}/u.test(raw) && !/^["']{3}|^# /u.test(text);
		if (kind === 'code' || (kind === 'open' && !HEADING.test(text))) break;
		if (kind === 'prose') prose++;
		if (unmistakable) {
			if (HEADING.test(text) || MARKDOWN.test(text)) marked++;
			end = index;
		}
	}
	if (end === to || code === 0) return to;
	const tail = lines.slice(end, to).filter(({ text }) => text.trim() !== '').length;
	return marked > 0 || prose >= (named ? 3 : 4) || (prose >= 2 && prose === tail && lines[end - 1]?.text.trim() === '') ? end : to;
};
