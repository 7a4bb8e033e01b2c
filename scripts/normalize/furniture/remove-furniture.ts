/** Takes out what is no content: page numbers, running headers and footers, leftovers of web pages and chats. */
import type { Findings, SourceLine } from '../model.ts';
import { contextOf } from './lines.ts';
import { markPageNumbers, markRunningLines } from './pages.ts';
import { markWebLeftovers } from './web.ts';

/**
 * Takes the lines of a document, code still among them, and the numbers of the lines at which pages begin (none where they are not known).
 * Gives the lines without furniture; each line taken out is in `furniture` as it stood, with the reason. A line is taken out only with
 * evidence beside its own wording: a series, page breaks, neighbours. What may be furniture but has no such evidence stays, with a note.
 */
export const removeFurniture = (lines: SourceLine[], pageBreaks: number[]): { lines: SourceLine[] } & Findings => {
	const context = contextOf(lines, pageBreaks);
	const numbers = markPageNumbers(context);
	const running = markRunningLines(context, numbers.marks);
	const web = markWebLeftovers(context);
	const reasons = new Map([...web.marks, ...running.marks, ...numbers.marks]);
	return {
		lines: lines.filter((_, index) => !reasons.has(index)),
		notes: [...numbers.notes, ...running.notes, ...web.notes].sort((a, b) => a.line - b.line),
		furniture: lines.flatMap(({ number, text }, index) => {
			const reason = reasons.get(index);
			return reason === undefined ? [] : [{ line: number, text, reason }];
		}),
	};
};
