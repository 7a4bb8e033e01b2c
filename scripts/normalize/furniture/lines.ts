/** What the search for furniture asks about a document's lines: neighbours, fences, page breaks, distances. */
import type { SourceLine } from '../model.ts';

export interface Context {
	lines: SourceLine[];
	/** Indexes of the lines that are not blank, in order, and the place of each line among them (-1: blank). */
	filled: number[];
	rank: number[];
	/** Whether the line stands within a fence of code, which has to be closed. */
	fenced: boolean[];
	/** Whether the line is one of the first two or last two of a page. */
	atPageEdge: boolean[];
	/** The page that each line stands on, counted from 0. */
	page: number[];
}

const FENCE = /^\s*(`{3,}|~{3,})\s*(\S*)/;

/** Lines in fences. A fence with a language opens anew; one that is never closed is none. */
const fencedLines = (lines: SourceLine[]): boolean[] => {
	const fenced = lines.map(() => false);
	let open = -1;
	lines.forEach(({ text }, index) => {
		const match = FENCE.exec(text.slice(0, 200));
		if (!match) return;
		if (open >= 0 && !match[2]) {
			fenced.fill(true, open, index + 1);
			open = -1;
		} else open = index;
	});
	return fenced;
};

/** Lines that stand beside a page break count as its edges: two on each side. */
const LINES_AT_EDGE = 2;

const nextTo = (start: number): number[] => Array.from({ length: LINES_AT_EDGE }, (_, step) => start + step);

/** A page has at least this many lines with text; with fewer there would be nothing but edges. */
export const SMALLEST_PAGE = 4;

/** Looks once at all lines; linear. `pageBreaks` are the numbers of the lines at which a page begins or that stand for a break. */
export const contextOf = (lines: SourceLine[], pageBreaks: number[]): Context => {
	const filled = lines.flatMap(({ text }, index) => (text.trim() ? [index] : []));
	const rank = lines.map(() => -1);
	filled.forEach((index, place) => (rank[index] = place));
	const atPageEdge = lines.map(() => false);
	const page = lines.map(() => 0);
	const pageStarts: number[] = [];
	let place = 0;
	for (const line of [...pageBreaks].sort((a, b) => a - b)) {
		while (place < filled.length && lines[filled[place]!]!.number < line) place += 1;
		pageStarts.push(place);
	}
	let started = 0;
	filled.forEach((index, at) => {
		while (started < pageStarts.length && pageStarts[started]! <= at) started += 1;
		page[index] = started;
	});
	const edges = pageStarts.length > 0 ? [0, ...pageStarts, filled.length] : [];
	edges.slice(1).forEach((end, at) => {
		const start = edges[at]!;
		if (end - start < SMALLEST_PAGE) return;
		for (const near of [...nextTo(start), ...nextTo(end - LINES_AT_EDGE)]) atPageEdge[filled[near]!] = true;
	});
	return { lines, filled, rank, fenced: fencedLines(lines), atPageEdge, page };
};

/** The line that is `steps` filled lines away, or nothing at the document's ends. */
export const neighbour = ({ lines, filled, rank }: Context, index: number, steps: number): string | undefined =>
	lines[filled[rank[index]! + steps] ?? -1]?.text;

/** The next line in a direction that is kept, over at most four that may be furniture. */
export const keptNeighbour = (context: Context, index: number, step: 1 | -1, isFurniture: (index: number) => boolean): string | undefined => {
	for (let steps = 1; steps <= 5; steps++) {
		const near = context.filled[context.rank[index]! + step * steps];
		if (near === undefined) return undefined;
		if (!isFurniture(near)) return context.lines[near]!.text;
	}
	return undefined;
};

const words = (text: string): number => text.slice(0, 400).trim().split(/\s+/).length;

/** Whether a sentence runs from one line into the other: what stands between them parts it. */
export const runsOn = (before: string | undefined, after: string | undefined): boolean =>
	before !== undefined && after !== undefined && words(before) > 4 && words(after) > 2
	&& /[\p{Ll},\u2010-]\s*$/u.test(before.slice(-20)) && /^\s*\p{Ll}/u.test(after.slice(0, 40));

/** Whether distances are about the same, each divided by the number of pages it spans. A page has eight lines at least. */
export const isSteady = (distances: number[], tolerance = 2): boolean => {
	if (distances.length < 2) return false;
	const sorted = [...distances].sort((a, b) => a - b);
	const median = sorted[Math.floor(sorted.length / 2)]!;
	return median >= 8 && sorted[0]! >= median / tolerance && sorted.at(-1)! <= median * tolerance;
};
