/** What to read before what in a chapter, as a Mermaid flowchart. */
import { FONTS, wrap } from './diagram/text.ts';
import { pagePath, partOf } from './pages.ts';

export interface MapPage {
	id: string;
	title: string;
	/** Ids of the pages to know first. */
	requires: string[];
}

export interface ChapterMapOptions {
	/** Folder of the chapter; the page with this id gives the chapter's title. */
	chapter: string;
}

/** Widest line of a title, px: with the padding of a node its box is about 160 px wide. */
const TITLE_WIDTH = 130;

/**
 * Source of the chapter's map: its pages, and the pages of other chapters that they require directly, round and with the
 * name of their chapter. An arrow leads from a page to one that builds on it; arrows that follow from others are left out, and so are pages without any arrow.
 * Throws where a required page does not exist, or where pages require each other.
 */
export function chapterMap(pages: MapPage[], { chapter }: ChapterMapOptions): string {
	const byId = new Map(pages.map((page) => [page.id, page]));
	const titleOf = (id: string) => byId.get(id)?.title ?? id;
	const own = pages.filter(({ id }) => partOf(id) === chapter && id !== chapter).sort(byIdOrder);
	for (const page of own) for (const id of page.requires) if (!byId.has(id)) throw new Error(`${page.id} requires "${id}", which is no page.`);

	// The chapter's own index stands before all of its pages: an arrow from it says nothing.
	const before = new Map(own.map(({ id, requires }) => [id, [...new Set(requires)].filter((required) => required !== chapter).sort(compare)]));
	const cycle = findCycle(before);
	if (cycle) throw new Error(`Pages of ${chapter} require each other: ${cycle.join(' → ')}. Remove one "requires".`);

	const direct = new Map([...before].map(([id, requires]) => [id, requires.filter((required) => !requires.some((other) => other !== required && reaches(before, other, required)))]));
	const required = new Set([...direct.values()].flat());
	// A page without arrows would only widen the map: the text around it lists all pages.
	const drawn = required.size === 0 ? own : own.filter(({ id }) => required.has(id) || direct.get(id)?.length);
	const ownIds = new Set(own.map(({ id }) => id));
	const outside = [...required].filter((id) => !ownIds.has(id)).sort(compare);
	const nodes = new Map([...outside, ...drawn.map(({ id }) => id)].map((id, i) => [id, `p${i + 1}`]));

	const lines = [
		'flowchart LR',
		`accTitle: What to read first in ${oneLine(titleOf(chapter))}`,
		`accDescr: ${describe(direct, titleOf)}`,
		...outside.map((id) => `${nodes.get(id)}(["${label(titleOf(id))}<br/>(${label(titleOf(partOf(id)))})"])`),
		...drawn.map(({ id, title }) => `${nodes.get(id)}["${label(title)}"]`),
		...[...nodes].map(([id, node]) => `click ${node} "${pagePath(id)}"`),
		...(own.length === 0 ? [`p1["${label(titleOf(chapter))}"]`] : []),
		...[...direct].flatMap(([id, requires]) => requires.map((required) => `${nodes.get(required)} --> ${nodes.get(id)}`)),
	];
	return lines.join('\n  ');
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byIdOrder = (a: MapPage, b: MapPage): number => compare(a.id, b.id);

/** Pages in a circle, the first again at the end. */
function findCycle(before: Map<string, string[]>): string[] | undefined {
	const done = new Set<string>();
	const walk = (id: string, path: string[]): string[] | undefined => {
		if (path.includes(id)) return [...path.slice(path.indexOf(id)), id];
		if (done.has(id)) return undefined;
		done.add(id);
		for (const next of before.get(id) ?? []) {
			const found = walk(next, [...path, id]);
			if (found) return found;
		}
		return undefined;
	};
	for (const id of before.keys()) {
		const found = walk(id, []);
		if (found) return found;
	}
	return undefined;
}

/** True where `from` requires `to`, directly or through others. */
const reaches = (before: Map<string, string[]>, from: string, to: string): boolean =>
	(before.get(from) ?? []).some((next) => next === to || reaches(before, next, to));

function describe(direct: Map<string, string[]>, titleOf: (id: string) => string): string {
	const quoted = (id: string) => `“${oneLine(titleOf(id))}”`;
	const list = new Intl.ListFormat('en');
	const sentences = [...direct].filter(([, requires]) => requires.length > 0).map(([id, requires]) => `${quoted(id)} builds on ${list.format(requires.map(quoted))}.`);
	return sentences.length > 0 ? sentences.join(' ') : 'The pages can be read in any order.';
}

/** Mermaid ends a description at these. */
const oneLine = (text: string): string => text.replace(/[\s;#]+/g, ' ').trim();

/** A title as the inside of a quoted label, its lines broken. */
const label = (title: string): string =>
	wrap([title], FONTS.node, TITLE_WIDTH)
		.map((line) => line.replace(/["#;<>&`]/g, (char) => `#${char.codePointAt(0)};`))
		.join('<br/>');
