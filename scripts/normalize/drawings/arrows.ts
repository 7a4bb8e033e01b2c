/** Finds horizontal arrows in a line and the texts between them. */
import type { Heads } from './sketch.ts';

/** No line of a drawing is longer; a longer one is never searched. */
export const LONGEST_ROW = 1000;

interface Arrow {
	start: number;
	end: number;
	heads: Heads;
	/** Text that stands inside the arrow. */
	label: string;
	/** The characters of the arrow without its label. */
	stroke: string;
}

export interface Span {
	text: string;
	start: number;
	/** Column behind the last character. */
	end: number;
}

export interface Row {
	arrows: Arrow[];
	/** One more than arrows: what stands before, between and behind them; empty texts included. */
	between: Span[];
}

/** A hyphen between letters belongs to the word. */
const LABEL = String.raw`(?:[^-─━═=<>→←►▶◄◀|[\]\s]|-(?=[\p{L}\p{N}])| (?=[^ ])){1,60}?`;
/** Looked for where a stroke begins, not at each of its characters: a line of dashes costs its length, not the square of it. */
const RUN = '(?<![-─━═=])';
const STROKE = '(?:[-─━═]+|={2,})';
const LONG = '(?:[-─━═]{2,}|─|={2,})';
const PATTERNS: [heads: Heads, pattern: string][] = [
	['both', `[<◄◀]${LONG}(?<both>${LABEL})${LONG}[>►▶]`],
	['both', `[<◄◀]${STROKE}[>►▶]|↔|⟷|⇄|⇆`],
	['end', `${RUN}${STROKE}[>►▶→]|[→⟶➔➜➝⟹]`],
	['end', `${RUN}(?:${LONG}(?<end>${LABEL})${STROKE}[>►▶]|--(?= )(?<spaced>${LABEL}) --+>|─+(?<open>${LABEL}) →)`],
	['start', `[<◄◀]${LONG}(?<start>${LABEL})${LONG}(?=[\\s[(]|$)`],
	['start', `[<◄◀]${STROKE}|[←⟵]`],
];
const ARROW = new RegExp(PATTERNS.map(([heads, pattern], at) => `(?<${heads}${at}>${pattern})`).join('|'), 'gu');

/** How deep each column stands in brackets; all 0 where they do not match, since then they say nothing. */
function depths(text: string): number[] {
	const found: number[] = [];
	let depth = 0;
	for (const char of text) {
		if (depth > 0 && ')]}'.includes(char)) depth--;
		for (let unit = 0; unit < char.length; unit++) found.push(depth);
		if ('([{'.includes(char)) depth++;
	}
	return depth === 0 ? found : found.fill(0);
}

/** `a->b` is code; an arrow of ASCII characters stands between spaces or brackets. Others need no room. */
function standsFree(text: string, start: number, end: number): boolean {
	if (!/[-=<>]/.test(text.slice(start, end))) return true;
	return (start === 0 || /[\s\])}|]/.test(text[start - 1]!)) && (end === text.length || /[\s[({|]/.test(text[end]!));
}

/** Arrows of a line, outside brackets, in their order. What is certain: a word is never taken for an arrow. */
export function findArrows(text: string): Arrow[] {
	if (text.length > LONGEST_ROW || !/[<>→←►▶◄◀⟶⟵↔⟷⇄⇆➔➜➝⟹]/.test(text)) return [];
	const depth = depths(text);
	return [...text.matchAll(ARROW)].flatMap((match) => {
		const [start, end] = [match.index, match.index + match[0].length];
		if (depth[start] !== 0 || !standsFree(text, start, end)) return [];
		const groups = match.groups ?? {};
		const label = (groups['both'] ?? groups['end'] ?? groups['spaced'] ?? groups['open'] ?? groups['start'] ?? '').trim();
		const heads = PATTERNS.find(([name], at) => groups[`${name}${at}`] !== undefined)?.[0] ?? 'end';
		return [{ start, end, heads, label, stroke: label ? match[0].replace(label, '') : match[0] }];
	});
}

/** A part of a line without the white space around it. */
function span(text: string, from: number, to: number): Span {
	const part = text.slice(from, to);
	const start = from + part.length - part.trimStart().length;
	const trimmed = part.trim();
	return { text: trimmed, start, end: start + trimmed.length };
}

/** A line as arrows and the texts between them. */
export function readRow(text: string): Row {
	const arrows = findArrows(text);
	const borders = [0, ...arrows.flatMap(({ start, end }) => [start, end]), text.length];
	const between = Array.from({ length: arrows.length + 1 }, (_, at) => span(text, borders[2 * at]!, borders[2 * at + 1]!));
	return { arrows, between };
}

/** Texts parted by at least `gap` spaces, 1 for single words; `[A] [B]` are two as well. */
export function spansOf(text: string, gap = 2): Span[] {
	const bracketed = [...text.matchAll(/\[[^[\]]*\]/g)];
	const onlyBrackets = bracketed.length > 1 && text.replace(/\[[^[\]]*\]/g, '').trim() === '';
	const parts = onlyBrackets ? bracketed : [...text.matchAll(new RegExp(gap > 1 ? String.raw`\S+(?: {1,${gap - 1}}\S+)*` : String.raw`\S+`, 'g'))];
	return parts.map((match) => ({ text: match[0], start: match.index, end: match.index + match[0].length }));
}

/** Tabs as far as the next column that eight divides, and the rare kinds of space as spaces. */
export function expandTabs(text: string): string {
	if (!/[\t\u00a0\u2000-\u200a\u3000]/.test(text)) return text;
	let expanded = '';
	for (const char of text) expanded += char === '\t' ? ' '.repeat(8 - (expanded.length % 8)) : /[\u00a0\u2000-\u200a\u3000]/.test(char) ? ' ' : char;
	return expanded;
}
