/** Depths of headings of a document that marks most of them. */
import { type Series, seriesOf } from './series.ts';
import type { FoundHeading } from './source.ts';

const DEEPEST = 6;

const BOLD = 0.5;

/** The highest level marked more than once, else the highest. */
const commonTop = (headings: FoundHeading[]): number => {
	const counts = new Array<number>(DEEPEST + 1).fill(0);
	for (const { marked } of headings) if (marked !== undefined) counts[marked] = (counts[marked] ?? 0) + 1;
	const often = counts.findIndex((count) => count > 1);
	return often > 0
		? often
		: Math.max(
				1,
				counts.findIndex((count) => count > 0),
			);
};

/**
 * The headings below a title in the middle of a document whose other sections stand a level lower: a part that was pasted in reaches over what
 * is underlined as it is, to the next section marked with `#`. Gives the index of the title and of the first heading after the part.
 */
const pastedPart = (headings: FoundHeading[]): { from: number; to: number } | undefined => {
	const titles = headings.flatMap(({ marked }, at) => (marked === 1 ? [at] : []));
	const [from] = titles;
	if (from === undefined || titles.length > 1 || headings[from]?.style !== 'setext') return undefined;
	if (!headings.slice(0, from).some(({ marked }) => marked === 2)) return undefined;
	const next = headings.findIndex(({ style, marked }, at) => at > from && style === 'atx' && marked === 2);
	return next < 0 ? undefined : { from, to: next };
};

/** Ranks: the marked depth, or for other headings a fraction below the last marked one; members of a series keep the rank of its first. */
const ranksOf = (headings: FoundHeading[]): number[] => {
	const top = commonTop(headings);
	let last: number | undefined;
	let group: { rank: number; series: Series } | undefined;
	const bySeries = new Map<string, number>();
	const part = pastedPart(headings);
	return headings.map((heading, at) => {
		const series = seriesOf(heading);
		if (heading.marked !== undefined) {
			const depth = part ? depthInPart(heading, at, part) : heading.marked;
			last = depth;
			if (series?.range) group = { rank: depth, series };
			else if (group && depth <= group.rank && inGroup(series, group.series)) return group.rank + 0.3;
			else if (depth <= (group?.rank ?? 0)) group = undefined;
			// A series of bold lines starts anew under each heading that could hold it.
			for (const [key, rank] of bySeries) if (rank - depth >= 1) bySeries.delete(key);
			return depth;
		}
		if (last === undefined) return top;
		const key = series && heading.block.label ? series.key : undefined;
		const held = heading.style === 'bold' || heading.role || heading.block.label !== undefined;
		// Bold lines and labels go on below the mark above them; a plain line among marked ones was pasted and stands beside the highest.
		const rank = (key ? bySeries.get(key) : undefined) ?? (held ? last + BOLD : Math.min(top, last));
		if (key) bySeries.set(key, rank);
		return rank;
	});
};

const depthInPart = ({ marked = 1, style }: FoundHeading, at: number, { from, to }: { from: number; to: number }): number => {
	if (at === from) return 2;
	return at > from && at < to && style === 'setext' ? 2.3 : marked;
};

const inGroup = (series: Series | undefined, group: Series): boolean =>
	series !== undefined &&
	group.range !== undefined &&
	group.key === `group of ${series.key}` &&
	series.ordinal >= group.range[0] &&
	series.ordinal <= group.range[1];

/** Depths from 1 (2 where no heading is marked as a title), each at most one below the heading it belongs to. */
export const marks = (headings: FoundHeading[]): number[] => {
	const ranks = ranksOf(headings);
	const titled = headings.some((heading) => heading.marked === 1);
	const base = titled ? 1 : 2;
	const open: { rank: number; depth: number }[] = [];
	return ranks.map((rank) => {
		while ((open.at(-1)?.rank ?? -1) >= rank) open.pop();
		const parent = open.at(-1);
		const depth = Math.min(parent ? parent.depth + 1 : rank <= 1 ? 1 : Math.max(base, 2), DEEPEST);
		open.push({ rank, depth });
		return depth;
	});
};
