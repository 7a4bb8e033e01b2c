/** Tells chains of arrows from prose, types, dependencies and code that have arrows in them. */
import { LONGEST_ROW, readRow, type Row } from './arrows.ts';

/** What a line with arrows is: a drawing by itself, a part of one if it stands beside others, or nothing of the kind. */
type ChainSign = 'chain' | 'branch' | 'none';

export const LIST_OR_MARK = /^\s*(?:[-*+•▪◦‣●○–]\s|\d{1,3}[.)]\s|\(\w\)\s|#{1,6}\s|>|\||\/\/|--\s|\/\*|<!--|@)/;
const CODE = /=>|::|:=|^\s*\w+ : |\s[!=]?==?\s(?!=*>)|;|<!--|\bdef\b|\blambda\b|\bfn\b|^\s*(?:if|elif|else|case|when|for|while|return|import|from|select|with|echo|export)\b/i;
/** A line that is bold as a whole, and links from page to page. */
const HEADING_OR_LINKS = /^\s*\*\*[^*]+\*\*\s*$|\]\(/;
export const SENTENCE_END = /[.!?:;,]["')\]*]*$/;
const ELLIPSIS = /(?:…|\.{3}|etc\.)\)?$/;
const INNER_SENTENCE = /\p{Ll}[.!?]\s+\p{Lu}|[,;]\s+(?:but|and|so|then|which|because)\s/u;
/** `order_id`, `a, b`, `int`: columns, lists of them and types, which dependencies and signatures are made of. */
const COLUMNS = /^[({[]?[\p{Ll}_][\w.]*(?:\s?,\s?[\p{Ll}_][\w.]*)+[)}\]]?$|_(?:id|key|sk)$/u;
const TYPE = /^(?:int(?:eger)?|bigint|long|short|float|double|decimal|str(?:ing)?|varchar|bool(?:ean)?|none|any|dict|list|tuple|series|dataframe|iterator|iterable|void|unit|t|date(?:time)?|timestamp|object)s?(?:[[(<].*)?$/i;
const LEAD = /^[^[\](){}]{1,60}?:\s/;

const framed = (text: string): boolean => /^[[({].*[\])}]$/.test(text);
const words = (text: string): number => text.split(/\s+/).length;
const titled = (text: string): boolean => framed(text) || /^[\p{Lu}\p{N}]/u.test(text);

/** The line without backticks around the whole. */
const bare = (text: string): string => text.replace(/^(\s*)`([^`]*)`\s*$/, '$1 $2 ');

/** Whether texts between arrows can be names of steps. */
function areSteps({ arrows, between }: Row, fenced: boolean): boolean {
	const texts = between.map(({ text }) => text);
	const last = texts.at(-1)!;
	if (!fenced && SENTENCE_END.test(last) && !ELLIPSIS.test(last)) return false;
	if (texts.some((text) => INNER_SENTENCE.test(text) || text.length > 120 || words(text) > 14)) return false;
	if (!fenced && texts.slice(0, -1).some((text) => /[.!?;,]$/.test(text) && !ELLIPSIS.test(text))) return false;
	if (!fenced && LEAD.test(texts[0]!)) return false;
	if (texts.every((text) => text === '' || TYPE.test(text))) return false;
	return !texts.some((text) => COLUMNS.test(text)) || arrows.some(({ stroke }) => stroke.length > 3);
}

/** Whether so few arrows are enough: one arrow of `→` is more often a mapping or a heading than a drawing. */
function areEnough({ arrows, between }: Row): boolean {
	const texts = between.map(({ text }) => text);
	if (texts.every(framed)) return true;
	// `<-` assigns.
	if (arrows.some(({ stroke }) => stroke === '<-')) return false;
	const [arrow] = arrows;
	if (arrows.length === 1) {
		const drawn = (arrow!.stroke.length >= 3 || arrow!.label !== '') && /[-─━═]/.test(arrow!.stroke);
		return drawn && texts.every((text) => titled(text) && words(text) <= 8);
	}
	// `->` alone is what types and functions are written with.
	return arrows.some(({ stroke, label }) => stroke !== '->' || label) || texts.filter(titled).length * 2 > texts.length;
}

/** Reads the sign of one line. `fenced`: it stands in a code fence, where sentences are rare and a label may end with a full stop. */
export function chainSign(raw: string, fenced = false): ChainSign {
	if (raw.length > LONGEST_ROW) return 'none';
	// A single `->` at the start is a step of a query plan.
	const branch = /^\s*(?:[├└╰+|`\\][-─━═]+|[-━═]{2,}|─+)[>►▶]\s+\S/.test(raw);
	const text = branch ? raw.replace(/^(\s*)[├└╰+|`\\]/, '$1─') : bare(raw);
	if (LIST_OR_MARK.test(text) || HEADING_OR_LINKS.test(text)) return 'none';
	const row = readRow(text);
	const { arrows, between } = row;
	if (arrows.length === 0 || CODE.test(between.map((span) => span.text).join(' \u0001 '))) return 'none';
	if (between.some((span, at) => span.text === '' && !(at === 0 && branch))) return 'none';
	if (!areSteps(row, fenced)) return 'none';
	return branch ? 'branch' : areEnough(row) ? 'chain' : 'none';
}

/** Several arrows in a line that is neither a chain nor a sentence: a person may see a drawing in it. List items and headings are prose. */
export function hasManyArrows(text: string): boolean {
	if (text.length > LONGEST_ROW || LIST_OR_MARK.test(text) || readRow(text).arrows.length < 2) return false;
	return /[├└│]/.test(text) || (!CODE.test(text) && !SENTENCE_END.test(text.trim()) && !INNER_SENTENCE.test(text));
}
