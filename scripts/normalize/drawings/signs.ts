/** What a single line looks like to one who searches drawings. */
import { chainSign } from './arrow-chain.ts';
import { isBorder, isGrid } from './boxes.ts';
import { readRails } from './rails.ts';
import { readEntry } from './tree.ts';

export type Sign = 'blank' | 'grid' | 'border' | 'entry' | 'rail' | 'chain' | 'branch' | 'bracket' | 'text' | 'long';

const PLAN = /^\s*(?:[:|]\s+)*(?::-|\+-)\s|^== .* ==$/;
/** Spans of time or of bytes: dashes between bars, at least one with a name. */
const SPANS = /\|[-─=]{2,}[^|]{0,60}\|/;
/** `t0 ---- t1 ---- t2`: no arrow, so nothing leads anywhere. */
const AXIS = /^\s*\S{1,40}(?:\s*(?:-{3,}|─{2,}|={3,}|\.{4,})>?\s*[\w:+]{1,20}){2,}\s*[->─]*$/;
/** Without room behind the bracket it is grammar: `[ROWS | RANGE | GROUPS]`. */
const CELLS = /^\s*\[ (?=[^\]]* \| [^\]]* \| )[^\]]*\]\s*$/;

/** A layout of bytes, a line of time: keeps its columns as text. A table's separator has no words and is none. */
export function isLayoutRow(text: string): boolean {
	if (text.length > 300 || !/[\p{L}\p{N}]/u.test(text) || chainSign(text) !== 'none') return false;
	return SPANS.test(text) || CELLS.test(text) || (AXIS.test(text) && !text.includes('>'));
}

/** A line of a query plan as Spark prints it. */
export const isPlanRow = (text: string): boolean => text.length <= 1000 && PLAN.test(text);

/** A text alone in brackets: a node. */
const isBracket = (text: string): boolean =>
	text.length <= 300 && !CELLS.test(text) && /^\s*\[[^[\]]*[\p{L}\p{N}][^[\]]*\](?:\s+\[[^[\]]+\])*\s*$/u.test(text) && !/^\s*\[[^\]]*["']\s*,/.test(text);

/** The sign of a line, told by this line alone; `fenced` as in `chainSign`. What it means follows from the lines around it. */
export function signOf(text: string, fenced = false): Sign {
	if (text.trim() === '') return 'blank';
	if (text.length > 1000) return 'long';
	if (isPlanRow(text)) return 'text';
	if (isGrid(text)) return 'grid';
	if (isBorder(text)) return 'border';
	if (readEntry(text)) return 'entry';
	if (readRails(text) && !/^\s*\^(?:\s+\^)*\s*$/.test(text)) return 'rail';
	const chain = chainSign(text, fenced);
	if (chain !== 'none') return chain;
	return isBracket(text) ? 'bracket' : 'text';
}
