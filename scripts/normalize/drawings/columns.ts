/** Which texts stand below each other. */
import type { Span } from './arrows.ts';

/** Where a node stands. */
export interface Cell {
	node: number;
	start: number;
	/** Column behind its last character. */
	end: number;
}

type Extent = Pick<Span, 'start' | 'end'>;

const overlap = (a: Extent, b: Extent): number => Math.min(a.end, b.end) - Math.max(a.start, b.start);

/** Whether a column is one of a text's, or beside it. */
export const within = (extent: Extent, column: number, slack = 1): boolean => column >= extent.start - slack && column < extent.end + slack;

/** A line as one text. */
export const wholeOf = (text: string): Span => ({ text: text.trim(), start: text.length - text.trimStart().length, end: text.trimEnd().length });

/** The node that words below belong to: the one they stand under most, or that begins at nearly the same column. Nothing where two do so alike. */
export function ownerOf(cells: Cell[], span: Span): Cell | undefined {
	const [best, next] = [...cells].sort((a, b) => overlap(b, span) - overlap(a, span));
	if (best && overlap(best, span) > 0 && !(next && overlap(next, span) === overlap(best, span))) return best;
	return cells.find(({ start }) => Math.abs(start - span.start) <= 3);
}
