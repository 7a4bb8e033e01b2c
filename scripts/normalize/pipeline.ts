/** One document through all stages. Nothing is read or written here but the document. */
import { cutAtWord } from '../../src/lib/cut-at-word.ts';
import { pagePath } from '../../src/lib/pages.ts';
import { toBlocks } from './blocks/to-blocks.ts';
import { decode } from './decode/decode.ts';
import { DUPLICATE, duplicatesOf, type Duplicate } from './site/duplicates.ts';
import { emit } from './write/emit.ts';
import { splitCode } from './find-code/fences.ts';
import { findCode } from './find-code/find-code.ts';
import { findDrawings } from './drawings/find-drawings.ts';
import { findTables } from './tables/find-tables.ts';
import { removeFurniture } from './furniture/remove-furniture.ts';
import { inline, plainInline, toInlineMarkdown, type Linker } from './write/inline.ts';
import { addAll, findings, splitProse, type Block, type Findings, type Piece, type SourceLine } from './model.ts';
import { findMentions, linkTargets, resolveTarget, type LinkContext } from './site/references.ts';
import { countRepairs, uncertainties, byLine, type DocumentReport, type DraftReport } from './report.ts';
import { segment, type DraftPage } from './segment/segment.ts';
import { textOf } from './segment/text.ts';
import type { SiteIndex, WeightedText } from './site/site-index.ts';
import { numberFor, slugFor } from './site/slugs.ts';
import { noCounts, toTree, type Counts } from './write/to-tree.ts';
import { kindOf, minutesOf, partFor, vocabularyOf } from './site/vocabulary.ts';
import { addTreeWords, addWords, losses, type WordCount } from './word-proof.ts';

export interface RawDocument {
	/** The file's name without its folder: drafts and reports name it. */
	name: string;
	bytes: Uint8Array;
}

export interface Surroundings {
	index: SiteIndex;
	/** Ids of pages that drafts may not take; those given are added. */
	takenIds: Set<string>;
	/** Numbers of scenarios that drafts may not take; those given are added. */
	takenNumbers: Set<number>;
	/** Id and number of the drafts an earlier run made of this document, by their lines: they keep both. */
	earlier: ReadonlyMap<string, { id: string; number?: number }>;
	/** Folder of the topics; without it the nearest pages decide. */
	part?: string;
	/** Told after each draft, from 0 to 1. */
	onProgress?: (done: number) => void;
}

export interface Draft {
	/** Path under the content folder. */
	path: string;
	text: string;
	report: Omit<DraftReport, 'file' | 'state'>;
}

export type Outcome = { drafts: Draft[]; report: Omit<DocumentReport, 'drafts' | 'problems'> } | { unusable: string };

const toLines = (text: string): SourceLine[] => text.split('\n').map((line, i) => ({ number: i + 1, text: line }));

/** From lines to blocks: everything that needs the whole document in view. */
function readBlocks(text: string, pageBreaks: number[], into: Findings): Block[] {
	const keep = <T extends Findings>(stage: T): T => {
		addAll(into.notes, stage.notes);
		addAll(into.furniture, stage.furniture);
		return stage;
	};
	const split = (pieces: Piece[], stage: (lines: SourceLine[]) => { pieces: Piece[] } & Findings) => splitProse(pieces, (lines) => keep(stage(lines)).pieces);
	const content = keep(removeFurniture(toLines(text), pageBreaks));
	const fenced = keep(splitCode(content.lines));
	const tables = split(fenced.pieces, findTables);
	const drawings = split(tables, findDrawings);
	const code = split(drawings, (lines) => findCode(lines, fenced.langs));
	return keep(toBlocks(code)).blocks;
}

const LONGEST_DESCRIPTION = 160;

/** The first sentence of prose, for lists and cards; says that it is a draft. */
function describe(draft: DraftPage, name: string): string {
	const first = draft.blocks.find((block) => block.kind === 'paragraph');
	const text = `Draft from ${name}, lines ${draft.line}–${draft.end}. ${first ? plainInline(first.text) : ''}`.trim();
	return cutAtWord(text, (part) => part.length <= LONGEST_DESCRIPTION).slice(0, LONGEST_DESCRIPTION);
}

const weighted = ({ title, question, blocks }: DraftPage): WeightedText => ({
	title,
	headings: [...(question ? [question] : []), ...blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))],
	text: textOf(blocks),
});

const linesOf = ({ line, end }: DraftPage): string => `${line}-${end}`;

/** Where each draft will stand: topics of one chapter in one folder, the one most of them belong to. */
function placeDrafts(drafts: DraftPage[], repeats: Duplicate[][], around: Surroundings, into: Findings): { id: string; number?: number }[] {
	const choices = drafts.map((draft, i) => (draft.kind === 'scenario' ? undefined : partFor(draft, repeats[i], around.part)));
	const votes = new Map<string, Map<string, number>>();
	choices.forEach((choice, i) => {
		if (!choice) return;
		const chapter = votes.get(drafts[i]?.chapter ?? '') ?? new Map<string, number>();
		chapter.set(choice.part, (chapter.get(choice.part) ?? 0) + 1);
		votes.set(drafts[i]?.chapter ?? '', chapter);
	});
	// The first run's names come first, so that no draft takes another one's.
	for (const draft of drafts) around.takenIds.add(around.earlier.get(linesOf(draft))?.id ?? '');
	const byFolder = new Map<string, Set<string>>();
	const namesIn = (folder: string): Set<string> => {
		const names = byFolder.get(folder) ?? new Set([...around.takenIds].flatMap((id) => (id.startsWith(`${folder}/`) ? [id.slice(folder.length + 1)] : [])));
		byFolder.set(folder, names);
		return names;
	};
	return drafts.map((draft, i) => {
		const before = around.earlier.get(linesOf(draft));
		const [part = 'batch'] = [...(votes.get(draft.chapter ?? '') ?? [])].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))[0] ?? [];
		const folder = draft.kind === 'scenario' ? 'scenarios' : part;
		if (choices[i]?.part === part) into.notes.push(...(choices[i]?.notes ?? []));
		const names = namesIn(folder);
		const id = before?.id.startsWith(`${folder}/`) ? before.id : `${folder}/${slugFor(draft.title, names)}`;
		around.takenIds.add(id);
		names.add(id.slice(folder.length + 1));
		if (draft.kind !== 'scenario') return { id };
		const { number, notes } = before?.number ? { number: before.number, notes: [] } : numberFor(draft.number, around.takenNumbers, draft.line);
		around.takenNumbers.add(number);
		into.notes.push(...notes);
		return { id, number };
	});
}

/** Without a difficulty in the document a scenario is taken for one of the middle. */
function scenarioFields(draft: DraftPage, number: number, into: Findings): Record<string, unknown> {
	const guess = kindOf(draft);
	const uncertain = (what: string, reason: string, confidence: number) => into.notes.push({ stage: 'segment', line: draft.line, kind: 'uncertain', what, reason, confidence });
	if (guess.confidence < 0.9) uncertain('kind of a scenario guessed', guess.kind, guess.confidence);
	if (!draft.difficulty) uncertain('difficulty of a scenario guessed', 'medium', 0.4);
	const difficulty = draft.difficulty ?? 'medium';
	return { number, question: questionOf(draft), difficulty, kind: guess.kind, minutes: minutesOf(difficulty) };
}

/** The site wants a whole question; a heading of two words is none. */
function questionOf({ question = '', title }: DraftPage): string {
	const text = toInlineMarkdown(inline(question));
	return text.length >= 20 ? text : `${toInlineMarkdown([{ type: 'text', value: title }])}: ${text || 'what would you answer?'}`.padEnd(20, ' …');
}

/** Where links and mentions of a draft lead; what leads nowhere stays as text and is noted. */
function linkerFor(context: LinkContext, into: Findings): (line: number) => Linker {
	const own = pagePath(context.from.id);
	return (line) => ({
		link: ({ url, text }) => {
			const found = resolveTarget({ url, text }, context);
			if (found !== url) into.furniture.push({ line, text: url, reason: 'address of a link' });
			if (found === undefined) into.notes.push({ stage: 'links', line, kind: 'uncertain', what: 'link leads nowhere', reason: `${text} (${url})`.slice(0, 300), confidence: 0.3 });
			else into.notes.push({ stage: 'links', line, kind: 'repaired', what: 'link resolved', reason: `${url} → ${found}` });
			return found;
		},
		mentions: (text) =>
			findMentions(text).flatMap(({ start, end, target }) => {
				const url = resolveTarget(target, context);
				if (url === undefined) into.notes.push({ stage: 'links', line, kind: 'uncertain', what: 'reference leads nowhere', reason: text.slice(start, end), confidence: 0.3 });
				else into.notes.push({ stage: 'links', line, kind: 'repaired', what: 'reference resolved', reason: `${text.slice(start, end)} → ${url}` });
				return url === undefined || url === own ? [] : [{ start, end, url }];
			}),
	});
}

/**
 * Takes a document through all stages.
 * @returns its drafts and what to know about them, or why it cannot be used; nothing is thrown for any content
 */
export async function normalizeDocument(document: RawDocument, around: Surroundings): Promise<Outcome> {
	const decoded = decode(document.bytes);
	if ('unusable' in decoded) return decoded;
	const all: Findings = findings();
	const add = (found: Findings): void => {
		addAll(all.notes, found.notes);
		addAll(all.furniture, found.furniture);
	};
	const input: WordCount = new Map();
	addWords(input, decoded.text);
	const cut = segment({ name: document.name, blocks: readBlocks(decoded.text, decoded.pageBreaks, all) });
	add(cut);
	const repeats = cut.drafts.map((draft) => duplicatesOf(weighted(draft), around.index));
	const places = placeDrafts(cut.drafts, repeats, around, all);

	const placed = cut.drafts.map((draft, i) => ({ id: places[i]?.id ?? '', document: document.name, draft }));
	const targets = linkTargets(placed, around.index);

	const output: WordCount = new Map();
	const counts: Counts = noCounts();
	const drafts: Draft[] = [];
	for (const [i, draft] of cut.drafts.entries()) {
		const { id = '', number } = places[i] ?? {};
		const similar = repeats[i] ?? [];
		const known = similar.filter(({ similarity }) => similarity >= DUPLICATE);
		const facets = vocabularyOf({ ...weighted(draft), techNames: draft.techNames, line: draft.line }, around.index, similar);
		const made = await toTree(draft.blocks, linkerFor({ targets, from: { id, document: document.name, draft } }, all));
		const fields = {
			title: draft.title,
			description: describe(draft, document.name),
			...(facets.topics.length && { topics: facets.topics }),
			...(facets.tech.length && { tech: facets.tech }),
			...(known.length && { related: known.map(({ page }) => page) }),
			...(number === undefined ? { sidebar: { order: 1000 + draft.order } } : scenarioFields(draft, number, all)),
			draft: true,
			from: { document: document.name, lines: linesOf(draft) },
		};
		const emitted = emit(fields, made.root);
		addAll(all.notes, facets.notes);
		add(made);
		if (emitted.keptAsText) all.notes.push({ stage: 'emit', line: draft.line, kind: 'uncertain', what: 'kept as plain text', reason: `${emitted.keptAsText} blocks of "${draft.title}"`, confidence: 0.2 });
		addCounts(counts, made.counts);
		addTreeWords(output, emitted.tree);
		for (const field of [draft.title.endsWith('…') ? '' : draft.title, draft.question ?? '', ...draft.techNames]) addWords(output, field);
		drafts.push({
			path: `${id}.mdx`,
			text: emitted.text,
			report: {
				title: draft.title,
				lines: linesOf(draft),
				kind: draft.kind,
				...(number !== undefined && { number }),
				repeats: known.map(({ page, similarity, heading }) => ({ page, similarity, ...(heading && { heading: heading.text }) })),
			},
		});
		draft.blocks = [];
		around.onProgress?.((i + 1) / cut.drafts.length);
	}
	const scenarios = drafts.filter(({ report }) => report.kind === 'scenario').length;
	return {
		drafts,
		report: {
			document: document.name,
			encoding: decoded.encoding,
			lines: decoded.text.split('\n').length,
			words: [...input.values()].reduce((sum, times) => sum + times, 0),
			counts: { ...counts, scenarios, topics: drafts.length - scenarios },
			repaired: countRepairs([...decoded.notes, ...all.notes]),
			uncertain: uncertainties([...decoded.notes, ...all.notes]),
			furniture: byLine([...decoded.furniture, ...all.furniture]),
			// What decoding took out is not among the words counted here.
			losses: losses(input, output, all.furniture, all.notes),
		},
	};
}

function addCounts(sum: Counts, { code, tables, drawings }: Counts): void {
	sum.code.total += code.total;
	sum.code.parses += code.parses;
	sum.code.fails += code.fails;
	sum.code.notParsed += code.notParsed;
	sum.tables.total += tables.total;
	sum.tables.recovered += tables.recovered;
	sum.drawings.total += drawings.total;
	sum.drawings.drawn += drawings.drawn;
}
