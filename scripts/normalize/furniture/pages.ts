/** Furniture of printed pages: page numbers and the running headers and footers around them. */
import type { Note } from '../model.ts';
import { isSteady, keptNeighbour, runsOn, SMALLEST_PAGE, type Context } from './lines.ts';
import { looksLikeCode } from '../tables/wording.ts';

/** Indexes of lines with the reason why they are furniture. */
export type Marks = Map<number, string>;

const uncertain = (line: number, what: string, reason: string, confidence: number): Note =>
	({ stage: 'furniture', line, kind: 'uncertain', what, reason, confidence });

type Shape = 'bare' | 'page' | 'titled';

interface Candidate {
	index: number;
	value: number;
	shape: Shape;
}

const LONGEST = 120;

const SHAPES: [Shape, RegExp][] = [
	['page', /^\W*(?:page|p\.|pg\.?)\s*(\d{1,4})(?:\s*(?:of|\/)\s*\d{1,4})?\W*$/i],
	['page', /^\W*(\d{1,4})\s*(?:of|\/)\s*\d{1,4}\W*$/i],
	['bare', /^[-–—[(•·\s]*(\d{1,4})[-–—\])•·\s]*$/],
	['titled', /^(\d{1,4})\s+[|•·]\s+\p{L}[^|]*$/u],
	['titled', /^\p{L}[^|]*\s[|•·]\s+(\d{1,4})$/u],
];

const candidateAt = ({ lines, fenced, atPageEdge }: Context, index: number): Candidate[] => {
	const text = lines[index]!.text.trim();
	if (text.length === 0 || text.length > LONGEST || !/\d/.test(text) || (fenced[index] && !atPageEdge[index])) return [];
	for (const [shape, pattern] of SHAPES) {
		const match = pattern.exec(text);
		if (match) return [{ index, value: Number(match[1]), shape }];
	}
	return [];
};

/** The longest series that ascends by one, two or three (pages without a number). Linear: the best series is kept for each last number. */
const longestSeries = (context: Context, candidates: Candidate[]): Candidate[] => {
	interface Link {
		candidate: Candidate;
		length: number;
		before?: Link;
	}
	const bestAt = new Map<number, Link>();
	let best: Link | undefined;
	for (const candidate of candidates) {
		let before: Link | undefined;
		for (const step of [1, 2, 3]) {
			const link = bestAt.get(candidate.value - step);
			if (!link || context.rank[candidate.index]! - context.rank[link.candidate.index]! < SMALLEST_PAGE) continue;
			if (!before || link.length > before.length) before = link;
		}
		const link: Link = { candidate, length: (before?.length ?? 0) + 1, ...(before && { before }) };
		if (link.length >= (bestAt.get(candidate.value)?.length ?? 0)) bestAt.set(candidate.value, link);
		if (link.length > (best?.length ?? 0)) best = link;
	}
	const series: Candidate[] = [];
	for (let link = best; link; link = link.before) series.push(link.candidate);
	return series.reverse();
};

const share = <T>(items: T[], test: (item: T) => boolean): number => (items.length ? items.filter(test).length / items.length : 0);

/** Distances between lines, in filled lines, per page that lies between. */
const distances = ({ rank }: Context, series: Candidate[]): number[] =>
	series.slice(1).map((each, at) => (rank[each.index]! - rank[series[at]!.index]!) / (each.value - series[at]!.value));

const lineBelow = (context: Context, { index }: Candidate): string => context.lines[index + 1]?.text.slice(0, LONGEST).trim() ?? '';

/** The share of numbers above a short line that begins with a capital, another one each time: such numbers number sections. */
const titledShare = (context: Context, series: Candidate[]): number => {
	const titles = series.map((each) => lineBelow(context, each)).filter((below) => /^\p{Lu}/u.test(below) && below.length < 60 && !/[.,;:]$/.test(below));
	const repeated = titles.length > 2 && new Set(titles).size <= titles.length / 2;
	return repeated ? 0 : titles.length / series.length;
};

const isPageSeries = (context: Context, series: Candidate[], shape: Shape): boolean => {
	if (series.length < 3) return false;
	if (shape === 'page' || share(series, ({ index }) => context.atPageEdge[index]!) >= 0.6) return true;
	const others = new Set(series.map(({ index }) => index));
	const isOther = (index: number): boolean => others.has(index);
	const parting = series.filter(({ index }) => runsOn(keptNeighbour(context, index, -1, isOther), keptNeighbour(context, index, 1, isOther))).length;
	const steady = isSteady(distances(context, series));
	if (parting > 1 && (steady || parting >= series.length * 0.3)) return true;
	const consecutive = series.at(-1)!.value - series[0]!.value <= series.length * 1.3;
	return series.length > 3 && steady && consecutive && titledShare(context, series) < 0.5;
};

/**
 * Marks page numbers: lines with nothing but a number (`12`, `- 12 -`, `Page 3 of 40`) or a number and a title (`3 | Storage`), where an
 * ascending series of three or more stands beside page breaks, parts sentences or has steady distances. Other series get a note and stay.
 */
export const markPageNumbers = (context: Context): { marks: Marks; notes: Note[] } => {
	const marks: Marks = new Map();
	const notes: Note[] = [];
	const candidates = context.filled.flatMap((index) => candidateAt(context, index));
	for (const shape of ['page', 'titled', 'bare'] as const) {
		let left = candidates.filter((candidate) => candidate.shape === shape);
		// A document can hold several that were joined, each with its own series.
		for (let round = 0; round < 5 && left.length > 2; round++) {
			const series = longestSeries(context, left);
			const taken = new Set(series);
			left = left.filter((candidate) => !taken.has(candidate));
			if (isPageSeries(context, series, shape)) for (const { index } of series) marks.set(index, 'page number');
			else if (series.length > 3) {
				const [first] = series;
				const reason = `${series.length} ascending numbers that may be page numbers`;
				notes.push(uncertain(context.lines[first!.index]!.number, 'numbers alone on their lines, kept', reason, 0.5));
			} else break;
		}
	}
	return { marks, notes };
};

const keyOf = (text: string): string => text.trim().replace(/^[#*_\s]+|[*_\s]+$/g, '').replace(/\d+/g, '#').replace(/\s+/g, ' ').toLowerCase();

/** Words that number parts of the content: these ascend from page to page as well. */
const LABELS = new RegExp(`^(?:${[
	'chapter|part|section|step|question|q|scenario|example|exercise|figure|table|appendix|day|week|lesson|module',
	'problem|case|rule|tip|phase|stage|level|slide|option',
].join('|')})\\W*#`);

/** Lines that repeat because the content does: lead-ins, list items, rows, marks, code. */
const isContent = (text: string): boolean => {
	const line = text.trim();
	return line.length > LONGEST || !/\p{L}{3}/u.test(line) || /[:;{}[\](\\,=]$/.test(line) || /^(?:[-*+•>|]\s|\||[`~]{3}|<)/.test(line)
		|| /^\*\*[^*]+:\*\*|[{}=;]|\w\(|_\w/.test(line) || looksLikeCode(line);
};

const isSentence = (text: string): boolean => /[.!?]$/.test(text.trim()) && text.trim().split(/\s+/).length > 7;

/** Numbers in running headers are always the same, or they ascend. */
const numbersFit = (texts: string[]): boolean => {
	const numbers = texts.map((text) => (text.match(/\d+/g) ?? []).map(Number));
	const columns = numbers[0]!.map((_, at) => numbers.map((each) => each[at] ?? 0));
	return columns.every((column) => column.every((value) => value === column[0]) || column.every((value, at) => at === 0 || value > column[at - 1]!));
};

const repeatedLines = (context: Context, marks: Marks): number[][] => {
	const groups = new Map<string, number[]>();
	for (const index of context.filled) {
		const { text } = context.lines[index]!;
		if (text.length > LONGEST || marks.has(index)) continue;
		const key = keyOf(text);
		const group = groups.get(key);
		if (group) group.push(index);
		else groups.set(key, [index]);
	}
	return [...groups.values()].filter((group) => group.length > 2 && !isContent(context.lines[group[0]!]!.text));
};

const countPages = ({ page }: Context, group: number[]): number => page[group.at(-1)!]! - page[group[0]!]! + 1;

/**
 * Marks running headers and footers: lines repeated three times or more (a number in them may ascend) at the edges of pages, beside page
 * numbers, or at steady distances where they part sentences. Repeated lead-ins, list items, rows and code are content. What only comes
 * again at steady distances gets a note and stays.
 */
export const markRunningLines = (context: Context, numbers: Marks): { marks: Marks; notes: Note[] } => {
	const marks: Marks = new Map();
	const notes: Note[] = [];
	const groups = repeatedLines(context, numbers);
	const repeated = new Set(groups.flat());
	const skipped = (index: number): boolean => repeated.has(index) || numbers.has(index);
	const besideNumber = (index: number): boolean => [-1, 1].some((step) => numbers.has(context.filled[context.rank[index]! + step] ?? -1));
	for (const group of groups) {
		const texts = group.map((index) => context.lines[index]!.text);
		const line = context.lines[group[0]!]!.number;
		const edge = group.filter((index) => context.atPageEdge[index]);
		const beside = group.filter(besideNumber);
		const reason = 'running header or footer';
		if (edge.length > 2 && edge.length >= group.length * 0.6) {
			const dense = edge.length >= countPages(context, edge) * 0.4;
			if (dense && !LABELS.test(keyOf(texts[0]!)) && numbersFit(texts)) for (const index of edge) marks.set(index, reason);
			else notes.push(uncertain(line, 'line repeated at page edges, kept', texts[0]!.trim(), 0.5));
			continue;
		}
		if (!numbersFit(texts) || LABELS.test(keyOf(texts[0]!))) continue;
		if (beside.length > 2 && beside.length >= group.length * 0.6) {
			for (const index of beside) marks.set(index, reason);
			continue;
		}
		const gaps = group.slice(1).map((index, at) => context.rank[index]! - context.rank[group[at]!]!);
		if (group.length < 4 || isSentence(texts[0]!) || !isSteady(gaps)) continue;
		const parting = group.filter((index) => runsOn(keptNeighbour(context, index, -1, skipped), keptNeighbour(context, index, 1, skipped)));
		if (parting.length > 1 && parting.length >= group.length * 0.3) for (const index of group) marks.set(index, reason);
		else if (group.length > 4 && isSteady(gaps, 1.25)) notes.push(uncertain(line, 'line repeated at steady distances, kept', texts[0]!.trim(), 0.4));
	}
	return { marks, notes };
};

