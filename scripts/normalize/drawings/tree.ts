/** Reads trees of `├──` and `|--`: directories, layouts, hierarchies. */
import type { SourceLine } from '../model.ts';
import { expandTabs } from './arrows.ts';
import { doubt, emptySketch, labelOf, type Sketch, uncertain } from './sketch.ts';

/** A branch and what stands before it. One dash alone (`+- Join`) is a query plan. */
const ENTRY = /^(?<before>[\s│┃|]*)(?<mark>[├└╰┣┗╠╚][─━═]+|[|+`\\]-{2,}(?=\s|$))(?![-─━═>►▶┤┐┘┬┴┼╣╗╝])\s?(?<text>.*)$/;

interface TreeEntry {
	column: number;
	last: boolean;
	text: string;
}

/** A line of a tree, or nothing. */
export function readEntry(raw: string): TreeEntry | undefined {
	if (raw.length > 1000) return undefined;
	const groups = ENTRY.exec(expandTabs(raw))?.groups;
	if (!groups) return undefined;
	return { column: groups['before']!.length, last: /^[└╰┗╚`\\]/.test(groups['mark']!), text: groups['text']!.trim() };
}

/** Only lines that pass by: `│   │`. */
export const isSpacer = (text: string): boolean => text.length <= 1000 && /^[\s│┃|]+$/.test(text);

interface Open {
	node: number;
	column: number;
	last: boolean;
}

/**
 * Reads a tree with its root on the first line. Levels follow from columns. Where the white space before branches is lost, an entry
 * behind the last one (`└──`) of its level must stand below that one: a guess, noted.
 */
export function readTree(lines: SourceLine[]): Sketch {
	const sketch = emptySketch('tree', 'TD');
	const texts = lines.map(({ text }) => expandTabs(text).trimEnd());
	const flat = !texts.some((text) => /^\s|[│┃|] {2,}/.test(text));
	const stack: Open[] = [];
	let guessed: number | undefined;
	for (const [row, text] of texts.entries()) {
		const line = lines[row]!.number;
		if (text === '' || isSpacer(text)) continue;
		const entry = readEntry(text);
		if (!entry) {
			if (sketch.nodes.length > 0) {
				doubt(sketch, line, 'a line of the tree has no branch');
				break;
			}
			stack.push({ node: sketch.nodes.push({ label: [labelOf(text)], line }) - 1, column: -1, last: false });
			continue;
		}
		const column = entry.column;
		// Without their columns, entries below a last one carry fewer passing lines than their level has.
		while (stack.length > 1 && stack.at(-1)!.column >= column && !(flat && stack.at(-1)!.last && stack.at(-1)!.column === column)) stack.pop();
		const above = stack.at(-1);
		if (flat && above?.last && above.column === column) guessed ??= line;
		const node = sketch.nodes.push({ label: [labelOf(entry.text)], line }) - 1;
		if (above) sketch.links.push({ from: above.node, to: node, heads: 'none', label: '' });
		else doubt(sketch, line, 'the tree has no root');
		stack.push({ node, column, last: entry.last });
	}
	if (guessed !== undefined) {
		const reason = 'Its indentation is lost: what follows a last branch is taken to stand below it.';
		sketch.notes.push(uncertain(guessed, 'levels of a tree guessed', reason, 0.7));
	}
	return sketch;
}
