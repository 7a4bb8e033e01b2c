/** One document through all stages. Nothing is read or written here but the document. */
import { toBlocks } from './blocks/to-blocks.ts';
import { decode } from './decode/decode.ts';
import { DUPLICATE, duplicatesOf } from './site/duplicates.ts';
import { emit } from './write/emit.ts';
import { fillFolds } from './write/fill-folds.ts';
import { splitCode } from './find-code/fences.ts';
import { findCode } from './find-code/find-code.ts';
import { findDrawings } from './drawings/find-drawings.ts';
import { findTables } from './tables/find-tables.ts';
import { removeFurniture } from './furniture/remove-furniture.ts';
import { describe, scenarioFields } from './write/fields.ts';
import { defaultDialect } from './repair-code/default-dialect.ts';
import { addAll, findings, splitProse, type Block, type Findings, type Piece, type SourceLine } from './model.ts';
import { linkerFor } from './site/linker.ts';
import { linesOf, placeDrafts, type Places } from './site/place-drafts.ts';
import { linkTargets } from './site/references.ts';
import { countRepairs, uncertainties, byLine, type DocumentReport, type DraftReport } from './report.ts';
import { segment, type DraftPage } from './segment/segment.ts';
import { textOf } from './segment/text.ts';
import type { SiteIndex, WeightedText } from './site/site-index.ts';
import { noCounts, toTree, type Counts } from './write/to-tree.ts';
import { vocabularyOf } from './site/vocabulary.ts';
import { addTreeWords, addWords, losses, type WordCount } from './word-proof.ts';

interface RawDocument {
	/** The file's name without its folder: drafts and reports name it. */
	name: string;
	bytes: Uint8Array;
}

export interface Surroundings extends Places {
	index: SiteIndex;
	/** Told after each draft, from 0 to 1. */
	onProgress?: (done: number) => void;
}

export interface Draft {
	/** Path under the content folder. */
	path: string;
	text: string;
	report: Omit<DraftReport, 'file' | 'state'>;
}

type Outcome = { drafts: Draft[]; report: Omit<DocumentReport, 'drafts' | 'problems'> } | { unusable: string };

const toLines = (text: string): SourceLine[] => text.split('\n').map((line, i) => ({ number: i + 1, text: line }));

/** From lines to blocks, and the usual dialect of their SQL: everything that needs the whole document in view. */
function readBlocks(
	text: string,
	pageBreaks: number[],
	isWord: (word: string) => boolean,
	into: Findings,
): { blocks: Block[]; dialect: string | undefined } {
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
	return { blocks: keep(toBlocks(code, isWord)).blocks, dialect: defaultDialect(code) };
}

const weighted = ({ title, question, blocks }: DraftPage): WeightedText => ({
	title,
	headings: [...(question ? [question] : []), ...blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))],
	text: textOf(blocks),
});

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
	const { blocks, dialect } = readBlocks(decoded.text, decoded.pageBreaks, (word) => around.index.words.has(word), all);
	const cut = segment({ name: document.name, blocks });
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
		const linker = linkerFor({ targets, from: { id, document: document.name, draft } }, all);
		const made = await toTree(draft.blocks, linker, dialect);
		const asked = number === undefined ? undefined : scenarioFields(draft, number, linker(draft.line), all);
		const fields = {
			title: draft.title,
			description: describe(draft, document.name),
			...(facets.topics.length && { topics: facets.topics }),
			...(facets.tech.length && { tech: facets.tech }),
			...(known.length && { related: known.map(({ page }) => page) }),
			...(asked ?? { sidebar: { order: 1000 + draft.order } }),
			draft: true,
			from: { document: document.name, lines: linesOf(draft) },
		};
		for (const question of fillFolds(made.root))
			all.notes.push({ stage: 'emit', line: draft.line, kind: 'uncertain', what: 'question without an answer', reason: question, confidence: 0.5 });
		const emitted = emit(fields, made.root);
		addAll(all.notes, facets.notes);
		add(made);
		if (emitted.keptAsText) {
			const reason = `${emitted.keptAsText} blocks of "${draft.title}"`;
			all.notes.push({ stage: 'emit', line: draft.line, kind: 'uncertain', what: 'kept as plain text', reason, confidence: 0.2 });
		}
		addCounts(counts, made.counts);
		addTreeWords(output, emitted.tree);
		for (const field of [draft.title.endsWith('…') ? '' : draft.title, asked?.question ?? '']) addWords(output, field);
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
	sum.code.gaps += code.gaps;
	sum.code.fails += code.fails;
	sum.code.notParsed += code.notParsed;
	sum.tables.total += tables.total;
	sum.tables.recovered += tables.recovered;
	sum.drawings.total += drawings.total;
	sum.drawings.drawn += drawings.drawn;
}
