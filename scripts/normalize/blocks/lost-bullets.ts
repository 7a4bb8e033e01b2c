/** Lists whose bullets were lost. */
import type { ListBlock } from '../model.ts';
import { isTitleLike } from './plain-headings.ts';
import { leafText } from './paragraphs.ts';
import type { Context, Row, TextLine } from './source.ts';

const LEAST = 3;
const MOST = 80;
const shapeOf = (text: string): string => (/^\p{Lu}/u.test(text) ? 'A' : /^\p{Ll}/u.test(text) ? 'a' : '0');

const lostItems = (rows: Row[], from: number, context: Context): TextLine[] => {
	const items: TextLine[] = [];
	for (let index = from; index < rows.length; index += 1) {
		const row = rows[index];
		if (row?.kind !== 'text' || row.text.length > MOST || !isTitleLike(row.text)) break;
		if (items[0] && shapeOf(items[0].text) !== shapeOf(row.text)) return [];
		items.push(row);
	}
	// In a flattened document the last line may be the heading of what follows: then nothing tells where the list ends.
	const after = rows[from + items.length];
	return items.length < LEAST || (context.flattened && after !== undefined && after.kind !== 'blank') ? [] : items;
};

/** Whether three or more short lines of one shape begin at a row, none of them ended like a sentence. */
export const isLostList = (rows: Row[], from: number, context: Context): boolean => lostItems(rows, from, context).length > 0;

/** The list that short lines of one shape below a lead-in are. A guess, and noted as one. */
export const lostList = (rows: Row[], from: number, context: Context): { block: ListBlock; next: number } | undefined => {
	const items = lostItems(rows, from, context);
	const [first] = items;
	if (!first) return undefined;
	const what = 'list without bullets';
	context.notes.push({ stage: 'blocks', line: first.line, kind: 'uncertain', what, confidence: 0.6, reason: `${items.length} short lines below a lead-in` });
	const blocks = items.map((row) => ({
		line: row.line,
		blocks: [{ kind: 'paragraph' as const, line: row.line, end: row.end, text: leafText(row.text, row.line, context) }],
	}));
	return { block: { kind: 'list', line: first.line, end: items.at(-1)?.end ?? first.end, ordered: false, items: blocks }, next: from + items.length };
};
