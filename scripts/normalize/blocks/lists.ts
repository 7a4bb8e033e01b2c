/** Lists: which rows belong to one, and to which of its items. */
import type { Block, ListBlock } from '../model.ts';
import { headingAt } from './headings.ts';
import { atxOf, isRule, type Marker, loneMark, markerOf, quotedOf } from './marks.ts';
import { type Context, MAX_NESTING, type Row, type TextLine, nearest } from './source.ts';
import { isOpen, isTerminated } from './words.ts';

type Parse = (rows: Row[], nesting: number, context: Context) => Block[];

interface Item {
	marker: Marker;
	row: TextLine;
	rows: Row[];
}

const sameKind = (first: Marker, second: Marker): boolean => first.kind === second.kind || (first.kind === 'bullet' && second.kind === 'tick');

/** Ticks are marks of a list only where another stands beside them; else they decorate a line. */
const isItem = (rows: Row[], index: number, marker: Marker): boolean => {
	if (marker.kind !== 'tick') return true;
	return [1, -1].some((step) => {
		const row = rows[nearest(rows, index, step as 1 | -1)];
		return row?.kind === 'text' && markerOf(row.text)?.kind === 'tick';
	});
};

/** A number that begins a line by chance, inside running text: `… since version` / `3. The next`. */
const interrupts = (rows: Row[], index: number, marker: Marker): boolean => {
	const above = rows[index - 1];
	if (marker.kind !== 'ordered' || marker.number === 1 || above?.kind !== 'text' || markerOf(above.text)) return false;
	return !isTerminated(above.text) && above.text.length > 50;
};

/** The marker of the list that starts at a row, if one does. */
export const listAt = (rows: Row[], index: number): Marker | undefined => {
	const row = rows[index];
	if (row?.kind !== 'text' || isRule(row.text)) return undefined;
	const marker = markerOf(row.text);
	return marker && isItem(rows, index, marker) && !interrupts(rows, index, marker) ? marker : undefined;
};

/** `+ more` below `- … streaming + batch /`: a sum that was wrapped, not an item. */
const isWrappedSum = (item: Item, row: TextLine, marker: Marker): boolean => {
	const last = item.rows.at(-1) ?? item.row;
	return (
		marker.mark === '+' &&
		item.marker.mark !== '+' &&
		last.kind === 'text' &&
		!isTerminated(last.text) &&
		last.text.length >= 50 &&
		row.indent > item.row.indent
	);
};

/** Puts a line at the end of the line above it. */
const goOn = (item: Item, row: TextLine): void => {
	const last = item.rows.pop();
	if (last?.kind === 'text') item.rows.push({ ...last, text: `${last.text} ${row.text}`, end: row.end });
	else item.marker = { ...item.marker, text: `${item.marker.text} ${row.text}` };
};

const startsOther = (rows: Row[], index: number, row: TextLine, top: boolean, context: Context): boolean =>
	atxOf(row.text) !== undefined ||
	isRule(row.text) ||
	loneMark(row.text) ||
	quotedOf(row.text, context.flattened) !== undefined ||
	/^(?:\*\*|__)[^*_]{1,80}(?::(?:\*\*|__)|(?:\*\*|__)(?:\s*:|$))/u.test(row.text.slice(0, 100)) ||
	(top && headingAt(rows, index, context) !== undefined);

/** Whether a line without a mark, directly below an item and not indented, still belongs to it. */
const isLazy = (rows: Row[], index: number, row: TextLine, top: boolean, context: Context): boolean => {
	const above = rows[index - 1];
	if (context.flattened || above?.kind !== 'text' || startsOther(rows, index, row, top, context)) return false;
	return (!isTerminated(above.text) && (/^[\p{Ll}+&(,]/u.test(row.text) || above.text.length >= 55)) || isOpen(above.text);
};

/** The rows of the list that starts at `from`, by item, and the row after it. */
const collect = (rows: Row[], from: number, top: boolean, context: Context): { items: Item[]; next: number } => {
	const first = rows[from] as TextLine;
	const opening = markerOf(first.text) as Marker;
	const items: Item[] = [{ marker: opening, row: first, rows: [] }];
	let index = from + 1;
	for (; index < rows.length; index += 1) {
		const row = rows[index];
		const item = items.at(-1);
		if (!row || !item) break;
		if (row.kind === 'blank') {
			item.rows.push(row);
			continue;
		}
		const inside = row.indent >= item.row.indent + 2;
		if (inside) {
			item.rows.push(row);
			continue;
		}
		if (row.kind !== 'text') break;
		const marker = isRule(row.text) ? undefined : markerOf(row.text);
		if (marker?.kind === 'tick' && opening.kind !== 'tick' && rows[index - 1]?.kind !== 'text') break;
		if (marker && isWrappedSum(item, row, marker)) {
			goOn(item, row);
			continue;
		}
		if (marker && (row.indent < first.indent - 1 || !sameKind(opening, marker))) {
			if (!nests(rows, index, row, item, marker)) break;
			item.rows.push({ ...row, indent: item.row.indent + item.marker.width });
			continue;
		}
		if (marker) {
			const restarts = marker.kind === 'ordered' && marker.number === 1 && item.marker.number > 1;
			const bare = item.rows.every((each) => each.kind === 'blank');
			if (restarts || (top && bare && marker.kind === 'ordered' && headingAt(rows, index, context))) break;
			items.push({ marker, row, rows: [] });
			continue;
		}
		if (!isLazy(rows, index, row, top, context)) break;
		item.rows.push({ ...row, indent: item.row.indent + item.marker.width });
	}
	const last = items.at(-1);
	while (last && last.rows.at(-1)?.kind === 'blank') {
		last.rows.pop();
		index -= 1;
	}
	return { items, next: index };
};

const LOOK_AHEAD = 60;

/** Bullets not indented below a numbered item: the item's own, when it leads in to them or the next number follows them. */
const nests = (rows: Row[], index: number, row: TextLine, item: Item, marker: Marker): boolean => {
	if (item.marker.kind !== 'ordered' || marker.kind !== 'bullet' || row.indent < item.row.indent - 1) return false;
	if (item.rows.some((each) => each.kind === 'text' && markerOf(each.text)?.kind === 'bullet')) return true;
	if (rows[index - 1]?.kind !== 'text') return false;
	for (let at = index + 1; at < Math.min(rows.length, index + LOOK_AHEAD); at += 1) {
		const each = rows[at];
		if (each?.kind === 'blank') continue;
		const next = each?.kind === 'text' ? markerOf(each.text) : undefined;
		if (!next) return false;
		if (next.kind === 'ordered') return next.number === item.marker.number + 1;
	}
	return false;
};

/** The rows of an item relative to its text: its own line first, without the mark. */
const inner = (item: Item): Row[] => {
	const by = item.row.indent + item.marker.width;
	const own: TextLine = { ...item.row, indent: 0, text: item.marker.text };
	return [own, ...item.rows.map((row): Row => (row.kind === 'blank' ? row : { ...row, indent: Math.max(0, row.indent - by) }))];
};

const lastLine = (rows: Row[], from: number, next: number): number => {
	for (let index = next - 1; index >= from; index -= 1) {
		const row = rows[index];
		if (row && row.kind !== 'blank') return row.kind === 'text' ? row.end : row.end;
	}
	return 0;
};

/** Marks that say more than the list will: letters, and numbers out of order. */
const keepMarks = (items: Item[], start: number, context: Context): void => {
	for (const [at, { marker, row }] of items.entries()) {
		if (!marker.letter && marker.number === start + at) continue;
		context.furniture.push({ line: row.line, text: marker.mark, reason: 'list marker' });
	}
};

/** The list that starts at a row. Nested content is parsed with `parse`; lists nested too deep are left as text, marks and all. */
export const readList = (rows: Row[], from: number, nesting: number, context: Context, parse: Parse): { block: ListBlock; next: number } => {
	const { items, next } = collect(rows, from, nesting === 0, context);
	const opening = items[0]?.marker;
	const ordered = opening?.kind === 'ordered';
	if (ordered) keepMarks(items, opening.number, context);
	const line = rows[from]?.line ?? 0;
	const block: ListBlock = {
		kind: 'list',
		line,
		end: Math.max(line, lastLine(rows, from, next)),
		ordered,
		...(ordered ? { start: opening.number } : {}),
		items: items.map((item) => ({ line: item.row.line, blocks: parse(inner(item), nesting + 1, context) })),
	};
	return { block, next };
};

/** Whether lists may still nest here. */
export const mayNest = (nesting: number): boolean => nesting < MAX_NESTING;
