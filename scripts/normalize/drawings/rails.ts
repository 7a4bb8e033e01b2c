/** Lines that go down (or up) between the rows of a drawing. */
import type { Heads } from './sketch.ts';

export interface Rails {
	marks: { column: number; heads: Heads; label: string }[];
}

/** A line below a title. */
export const UNDERLINE = /^\s*(?:-{3,}|={3,}|─{3,}|~{3,})\s*$/;

const MARKS = /^[\s|│┃║vV▼▽↓⇓⬇^▲△↑⇑⬆\ufe0f]+$/;
const DOWN = /[vV▼▽↓⇓⬇]/;
const UP = /[\^▲△↑⇑⬆]/;
const LABELLED = /^(?<before>\s*)(?<mark>[|│┃↓▼↑▲])(?: {1,4})(?<label>[^\s|│┃].{0,80})$/;

const headsOf = (mark: string): Heads => (DOWN.test(mark) ? 'end' : UP.test(mark) ? 'start' : 'none');

/** A line of nothing but marks that go down or up; or one such mark with its label beside it, below (`columns`) a mark that came before. */
export function readRails(text: string, columns: number[] = []): Rails | undefined {
	if (text.length > 1000) return undefined;
	if (MARKS.test(text) && !/[vV][vV]/.test(text)) {
		return { marks: [...text.matchAll(/[^\s\ufe0f]/g)].map(({ 0: mark, index }) => ({ column: index, heads: headsOf(mark), label: '' })) };
	}
	const labelled = LABELLED.exec(text)?.groups;
	if (!labelled) return undefined;
	const column = labelled['before']!.length;
	if (!columns.some((one) => Math.abs(one - column) <= 1) && !/[↓▼↑▲]/.test(labelled['mark']!)) return undefined;
	return { marks: [{ column, heads: headsOf(labelled['mark']!), label: labelled['label']!.trim() }] };
}
