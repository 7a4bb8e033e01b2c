/** What a run says of itself: as JSON for machines, in lines for people. */
import type { Furniture, Note } from './model.ts';
import type { Counts } from './write/to-tree.ts';
import type { Loss } from './word-proof.ts';

export interface DraftReport {
	/** Path of the file. */
	file: string;
	title: string;
	/** Lines of the document, first and last. */
	lines: string;
	kind: 'scenario' | 'topic';
	number?: number;
	/** `unchanged`: the file stood there with the same bytes. */
	state: 'written' | 'unchanged' | 'overwritten';
	/** Pages that already say what this draft says, nearest first. */
	repeats: { page: string; similarity: number; heading?: string }[];
}

export interface DocumentReport {
	document: string;
	encoding: string;
	lines: number;
	words: number;
	counts: Counts & { scenarios: number; topics: number };
	drafts: DraftReport[];
	/** How often each kind of repair was made. */
	repaired: Record<string, number>;
	/** What a person has to look at, in the order of the document. */
	uncertain: { line: number; stage: string; what: string; reason?: string; confidence?: number }[];
	/** What was taken out because it is no content. */
	furniture: Furniture[];
	/** Words of the document that are nowhere; empty, or there is a fault in this tool. */
	losses: Loss[];
	/** What the checks of the site say of the drafts; empty, or there is a fault in this tool. */
	problems: string[];
}

export interface Report {
	documents: DocumentReport[];
	/** Inputs that could not be used, and why. */
	unusable: { document: string; reason: string }[];
}

export const byLine = <T extends { line: number }>(items: T[]): T[] => [...items].sort((a, b) => a.line - b.line);

/** How often each kind of repair occurs. */
export function countRepairs(notes: Note[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const { kind, stage, what } of notes) if (kind === 'repaired') counts[`${stage}: ${what}`] = (counts[`${stage}: ${what}`] ?? 0) + 1;
	return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export const uncertainties = (notes: Note[]): DocumentReport['uncertain'] =>
	byLine(notes.filter(({ kind }) => kind === 'uncertain')).map(({ line, stage, what, reason, confidence }) => ({
		line,
		stage,
		what,
		...(reason !== undefined && { reason }),
		...(confidence !== undefined && { confidence }),
	}));

/** 2 where an input could not be used; 1 where more is uncertain than allowed, or where the tool lost a word or made a draft that does not hold. */
export function exitStatus({ documents, unusable }: Report, strict: number): 0 | 1 | 2 {
	if (unusable.length) return 2;
	const uncertain = documents.reduce((sum, document) => sum + document.uncertain.length, 0);
	const isFaulty = documents.some(({ losses, problems }) => losses.length || problems.length);
	return uncertain > strict || isFaulty ? 1 : 0;
}

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** A document in a few lines: what came out, and what to look at first. */
export function summary(report: DocumentReport): string {
	const { code, tables, drawings, scenarios, topics } = report.counts;
	const kinds = new Map<string, number>();
	for (const { stage, what } of report.uncertain) kinds.set(`${stage}: ${what}`, (kinds.get(`${stage}: ${what}`) ?? 0) + 1);
	const most = [...kinds].sort((a, b) => b[1] - a[1]).slice(0, 12);
	const states = [...Map.groupBy(report.drafts, ({ state }) => state)].map(([state, drafts]) => `${drafts.length} ${state}`);
	return [
		`${report.document}: ${plural(report.lines, 'line')}, ${plural(report.words, 'word')}, ${report.encoding}`,
		`  ${plural(scenarios, 'scenario')}, ${plural(topics, 'topic')}: ${states.join(', ') || 'nothing to write'}`,
		`  ${plural(code.total, 'code sample')}: ${code.parses} parse, ${code.gaps} but for what is left out, ${code.fails} do not, ` +
			`${code.notParsed} of languages without a parser`,
		`  ${plural(tables.total, 'table')}: ${tables.recovered} recovered; ${plural(drawings.total, 'drawing')}: ${drawings.drawn} drawn`,
		`  ${plural(report.furniture.length, 'piece')} of furniture removed; ${plural(report.losses.length, 'word')} lost`,
		`  ${plural(report.uncertain.length, 'uncertain place')}${most.length ? ':' : ''}`,
		...most.map(([what, count]) => `    ${String(count).padStart(5)}  ${what}`),
		...report.losses.slice(0, 20).map(({ word, times }) => `  LOST ${word} (${times})`),
		...report.problems.map((problem) => `  PROBLEM ${problem}`),
	].join('\n');
}
