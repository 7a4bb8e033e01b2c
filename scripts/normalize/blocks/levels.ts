/** Depths of headings, once all are known: nested without a level left out. */
import { marks } from './levels-marked.ts';
import { CONTENTS, type Series, groupsOf, reaches, seriesOf } from './series.ts';
import type { Context, FoundHeading } from './source.ts';

const DEEPEST = 6;
const NEAR = 6;
/** Headings that may hold one another; deeper ones make no difference to depths. */
const MOST_OPEN = 8;

const isPlain = (heading: FoundHeading | undefined, own: Series | undefined): boolean => heading !== undefined && own === undefined;

/** Which headings are titles of chapters: the first of the document, and those before a list of contents or a numbering that starts anew. A guess. */
const chapterTitles = (headings: FoundHeading[], series: (Series | undefined)[]): Set<number> => {
	const titles = new Set<number>();
	let restarts = 0;
	let after = 0;
	for (const [index, heading] of headings.entries()) {
		const own = series[index];
		const contents = CONTENTS.test(heading.block.text);
		if (own?.key === 'number 1' || contents) {
			const starts = contents || own?.ordinal === 1;
			const title = starts ? titleBefore(headings, series, after, index) : undefined;
			if (title !== undefined) {
				titles.add(title);
				restarts += 1;
			}
			if (own) after = index + 1;
		}
	}
	if (restarts > 0 && isPlain(headings[0], series[0]) && headings[0]?.position === 0) titles.add(0);
	return titles;
};

/** The plain heading that stands nearest before the start of a numbering, none but its introduction between. */
const titleBefore = (headings: FoundHeading[], series: (Series | undefined)[], after: number, index: number): number | undefined => {
	const start = headings[index]?.position ?? 0;
	for (let at = index - 1; at >= after && at >= 0; at -= 1) {
		// What follows a list of contents has its title above that list.
		if (!isPlain(headings[at], series[at]) || CONTENTS.test(headings[at]?.block.text ?? '')) return undefined;
		const position = headings[at]?.position ?? 0;
		if (start - position > NEAR) return undefined;
		return at;
	}
	return undefined;
};

interface Open {
	key: string;
	depth: number;
	until: number;
	labelled: boolean;
	/** Its number as written. */
	number: string | undefined;
}

/** Depths of headings without marks: titles 1, what counts below them, plain ones below the heading that reaches over them. */
const unmarkedDepths = (headings: FoundHeading[]): number[] => {
	const series = headings.map(seriesOf);
	const members = new Map<string, number>();
	for (const own of series) if (own) members.set(own.key, (members.get(own.key) ?? 0) + 1);
	// One member makes no series of words.
	const counted = series.map((own) => (own?.key.startsWith('word') && (members.get(own.key) ?? 0) < 2 ? undefined : own));
	const titles = chapterTitles(headings, counted);
	if (titles.size === 0 && isPlain(headings[0], counted[0]) && headings[0]?.position === 0 && headings.length > 1) titles.add(0);
	const until = chapterEnds(headings.length, titles);
	for (const [index, group] of groupsOf(headings, counted, titles, until)) counted[index] = group;
	const reach = reaches(counted, until);
	const parents = new Map<string, string>();
	// `S1` … `S3` below `Senior signals`: the letter is the initial of the heading that holds them.
	const shifted = new Set<string>();
	const depths: number[] = [];
	let open: Open[] = [];
	let above = 1;
	for (const [index, heading] of headings.entries()) {
		if (titles.has(index)) {
			open = [];
			above = 1;
			depths.push(1);
			continue;
		}
		if (heading.role) {
			// Under a question beside its other parts, else under the heading above.
			const labelled = open.findLast((each) => each.labelled);
			depths.push(Math.min((labelled?.depth ?? above) + 1, DEEPEST));
			continue;
		}
		const own = counted[index];
		const name = own?.key ?? `text ${heading.block.text.toLowerCase()}`;
		const same = own ? open.findIndex((each) => each.key === own.key) : -1;
		const group = own ? open.find((each) => each.key === `group of ${own.key}`) : undefined;
		open = same >= 0 ? open.slice(0, same) : own?.range ? open.filter((each) => each.key !== own.key.slice('group of '.length)) : open;
		const learned = parents.get(name);
		const letter = own?.initial ? open.find((each) => each.key === 'letter' && each.number === own.initial) : undefined;
		const owner = group ?? letter ?? open.findLast((each) => reachesOver(each, open, index) || each.key === learned);
		const initial =
			own && !owner?.key.startsWith('letter') && headings[index - 1]?.block.text[0] === own.initial && depths[index - 1] === (owner?.depth ?? 1) + 1;
		if (initial) shifted.add(own.key);
		const depth = Math.min((owner?.depth ?? 1) + (own && shifted.has(own.key) ? 2 : 1), DEEPEST);
		if (owner && !parents.has(name)) parents.set(name, owner.key);
		open = owner ? open.slice(0, open.indexOf(owner) + 1).slice(-MOST_OPEN) : [];
		// The last member reaches to the end of what holds the series.
		const end = reach[index] ?? index;
		if (own)
			open.push({
				key: own.key,
				depth,
				number: heading.block.number,
				labelled: heading.block.label !== undefined,
				until: own.encloses ? Math.min(end, owner?.until ?? end) : end,
			});
		depths.push(depth);
		above = depth;
	}
	return depths;
};

/** A heading reaches over another when the next of its series comes later, and what holds it reaches at least as far. */
const reachesOver = (each: Open, open: Open[], index: number): boolean =>
	each.until > index && open.every((outer) => outer === each || outer.depth >= each.depth || outer.until >= each.until);

const chapterEnds = (length: number, titles: Set<number>): number[] => {
	const ends = new Array<number>(length);
	let end = length;
	for (let index = length - 1; index >= 0; index -= 1) {
		ends[index] = end;
		if (titles.has(index)) end = index;
	}
	return ends;
};

/** Sets the depth of every heading found. Marked documents keep their marks' order; others are nested by what counts in them. */
export const setDepths = (context: Context): void => {
	const { headings } = context;
	const marked = headings.filter((heading) => heading.marked !== undefined).length;
	const depths = marked >= 3 || marked > headings.length / 2 ? marks(headings) : unmarkedDepths(headings);
	for (const [index, heading] of headings.entries()) heading.block.depth = depths[index] ?? 2;
};
