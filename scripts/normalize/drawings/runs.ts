/** Where a drawing begins and ends among lines of prose. */
import type { SourceLine } from '../model.ts';
import { LIST_OR_MARK, SENTENCE_END } from './arrow-chain.ts';
import { expandTabs, readRow, spansOf } from './arrows.ts';
import { readRails, UNDERLINE } from './rails.ts';
import { isLayoutRow, type Sign } from './signs.ts';
import { isSpacer } from './tree.ts';

/** Lines `start` to before `end`. `layout` keeps its columns as text; `none` has been looked at as a whole and is no drawing. */
export interface Run {
	kind: 'drawing' | 'layout' | 'none';
	start: number;
	end: number;
	/** A line that may or may not belong to the drawing. */
	guessed?: number;
}

/** The lines of a document with their signs. */
export interface Signed {
	lines: SourceLine[];
	signs: Sign[];
}

const MOST_GRID_ROWS = 6;

const textAt = ({ lines }: Signed, at: number): string => lines[at]?.text ?? '';
const signAt = ({ signs }: Signed, at: number): Sign => signs[at] ?? 'blank';
const indentOf = (text: string): number => {
	const wide = expandTabs(text);
	return wide.length - wide.trimStart().length;
};

/** A short text that can name a node: no list item, no sentence. */
function canBeNode(text: string): boolean {
	return text.length <= 120 && !LIST_OR_MARK.test(text) && !SENTENCE_END.test(text.trim()) && !UNDERLINE.test(text) && /[\p{L}\p{N}]/u.test(text);
}

/** `+---+---+`: a layout of bytes has a border above and below; a table has one below its header as well, and is left to others. */
export function gridRun(doc: Signed, at: number): Run {
	let end = at + 1;
	let last = at;
	let borders = 1;
	while (/^\s*[|│+╞├└╠╚┡┢]/.test(textAt(doc, end)) && signAt(doc, end) !== 'long') {
		if (signAt(doc, end) === 'grid') {
			borders++;
			last = end;
		}
		end++;
	}
	const layout = borders === 2 && last - at >= 2 && last - at <= MOST_GRID_ROWS && last === end - 1;
	return { kind: layout ? 'layout' : 'none', start: at, end };
}

/** Boxes: from the first border to the last one that rows with bars or lines that go down lead to. */
export function boxRun(doc: Signed, at: number): Run {
	let last = at;
	let borders = 1;
	let end = at + 1;
	for (; end < doc.lines.length; end++) {
		const sign = signAt(doc, end);
		if (sign === 'border') {
			last = end;
			borders++;
		} else if (sign !== 'rail' && !/^\s*[|│┃║]/.test(textAt(doc, end))) break;
	}
	// A line of dashes between plus signs is no box without something in it.
	return { kind: borders >= 2 && last > at + 1 ? 'drawing' : 'none', start: at, end: last + 1 };
}

/** Branches and, above them, the root. */
export function treeRun(doc: Signed, at: number, from: number): Run {
	let last = at;
	let entries = 1;
	for (let end = at + 1; signAt(doc, end) === 'entry' || (signAt(doc, end) === 'rail' && isSpacer(textAt(doc, end))); end++) {
		if (signAt(doc, end) !== 'entry') continue;
		entries++;
		last = end;
	}
	const above = textAt(doc, at - 1);
	const rooted = at > from && canBeNode(above) && indentOf(above) <= indentOf(textAt(doc, at));
	return { kind: entries >= 2 ? 'drawing' : 'none', start: rooted ? at - 1 : at, end: last + 1 };
}

/** Dashes between bars and the lines of marks and names around them. */
export function layoutRun(doc: Signed, at: number, from: number): Run {
	const start = at > from && /^[^|]{1,30}:\s+\S(?:\s+\S)+/.test(textAt(doc, at - 1)) && /(?:\s[*x.^])(?:\s+[*x.^])+/.test(textAt(doc, at - 1)) ? at - 1 : at;
	let end = at + 1;
	while (end < doc.lines.length && isLayoutRow(textAt(doc, end))) end++;
	if (/^\s*\^(?:\s+\^)*\s*$/.test(textAt(doc, end)) || signAt(doc, end) === 'rail') {
		end++;
		if (canBeNode(textAt(doc, end)) && signAt(doc, end) === 'text') end++;
	}
	return { kind: 'layout', start, end };
}

const firstWord = (text: string): string | undefined => /^\p{Lu}[\p{L}\p{N}]*(?= )/u.exec(text.trim())?.[0];

/** Whether a row of text goes on with the labels of the row above: it is indented, has gaps as wide as columns, or is as narrow as the node above. */
function goesOn(doc: Signed, at: number, base: number, chain: string): 'yes' | 'perhaps' | 'no' {
	const text = textAt(doc, at);
	if (text.length > 300 || LIST_OR_MARK.test(text) || UNDERLINE.test(text)) return 'no';
	if (indentOf(text) >= base + 2) return 'yes';
	const spans = spansOf(expandTabs(text));
	const columns = readRow(expandTabs(chain)).between;
	if (spans.length > 1 && spans.some(({ start }) => columns.some((cell) => start > base && Math.abs(cell.start - start) <= 3))) return 'yes';
	const narrow = text.trim().length <= (columns[0]?.text.length ?? 0) + 2 && /[-─]{3,}[>►▶]/.test(chain) && canBeNode(text);
	const next = signAt(doc, at + 1);
	// `…` between rows of the same kind stands for more of them.
	if (next === 'chain' && firstWord(chain) !== undefined && firstWord(textAt(doc, at + 1)) === firstWord(chain)) return 'yes';
	const alone = next === 'blank' || (next === 'text' && indentOf(textAt(doc, at + 1)) >= base + 2);
	return narrow && alone ? 'perhaps' : 'no';
}

/** The first line of a flow: a line that goes down starts at what stands above it. */
function flowStart(doc: Signed, at: number, from: number): number | undefined {
	let start = at;
	while (start > from && signAt(doc, start - 1) === 'bracket') start--;
	if (start < at || signAt(doc, at) === 'chain') return start;
	// A letter alone between words is no head of a line: `v` may be a variable.
	if (/^\s*[vV]\s*$/.test(textAt(doc, at))) return undefined;
	return at > from && signAt(doc, at - 1) === 'text' && canBeNode(textAt(doc, at - 1)) ? at - 1 : undefined;
}

/** Chains, branches and lines that go down, with the texts between and below them. */
export function flowRun(doc: Signed, at: number, from: number): Run {
	const none: Run = { kind: 'none', start: at, end: at + 1 };
	const start = flowStart(doc, at, from);
	if (start === undefined) return none;
	const base = Math.min(indentOf(textAt(doc, start)), indentOf(textAt(doc, at)));
	let end = at + 1;
	let before = signAt(doc, at);
	let chain = before === 'chain' || before === 'branch' ? textAt(doc, at) : '';
	let links = chain ? 1 : 0;
	let guessed: number | undefined;
	for (let j = at + 1; j < doc.lines.length; j++) {
		let sign = signAt(doc, j);
		const text = textAt(doc, j);
		if (sign === 'blank') {
			const next = signAt(doc, j + 1);
			if (next === 'rail' || next === 'branch' || (before === 'rail' && next !== 'blank')) continue;
			break;
		}
		if (sign === 'text' && before === 'rail' && readRails(expandTabs(text), railColumns(textAt(doc, j - 1)))) sign = 'rail';
		if (sign === 'chain' || sign === 'branch') {
			links++;
			chain = text;
		} else if (before === 'rail' && (sign === 'bracket' || (sign === 'text' && canBeNode(text)))) links++;
		else if (sign === 'text' || (sign === 'bracket' && before !== 'bracket')) {
			const on = chain && signAt(doc, j - 1) !== 'blank' ? goesOn(doc, j, base, chain) : 'no';
			if (on === 'no') break;
			if (on === 'perhaps') guessed ??= j;
		} else if (sign !== 'rail' && sign !== 'bracket') break;
		before = sign;
		if (sign !== 'rail') end = j + 1;
	}
	if (links === 0) return none;
	return { kind: runsOn(doc, start, end) ? 'none' : 'drawing', start, end, ...(guessed === undefined ? {} : { guessed }) };
}

function railColumns(text: string): number[] {
	const wide = expandTabs(text);
	return readRails(wide)?.marks.map(({ column }) => column) ?? [...wide.matchAll(/[|│]/g)].map(({ index }) => index);
}

/** An underlined line is a heading; a single line of `→` that the next one goes on with in lower case is a part of a sentence. */
function runsOn(doc: Signed, start: number, end: number): boolean {
	const rows = doc.lines.slice(start, end);
	if (rows.length === 1 && UNDERLINE.test(textAt(doc, end))) return true;
	if (rows.length === 1) return !/[-─═]{2,}[>►▶]/.test(rows[0]!.text) && /^\p{Ll}/u.test(textAt(doc, end)) && signAt(doc, end) === 'text';
	const drawn = rows.some(({ text }, at) =>
		/[[\]]|[▼↓▲↑]|[-─═]+[>►▶]|→/.test(text) || (signAt(doc, start + at) === 'rail' && /^\s*[vV^]/.test(text)));
	return !drawn;
}
