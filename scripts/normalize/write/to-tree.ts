/** Blocks as the syntax tree of a page: code, tables and drawings are repaired here, one draft at a time. */
import type { BlockContent, Heading, List, PhrasingContent, Root, RootContent, TableContent } from 'mdast';
import { drawingToMermaid } from '../drawings/to-mermaid.ts';
import { isDrawing } from '../drawings/find-drawings.ts';
import { inline, type Linker } from './inline.ts';
import { addAll, findings, type Block, type CodePiece, type Findings, type HeadingBlock, type ListBlock, type SourceLine } from '../model.ts';
import { plainCode } from '../repair-code/plain-code.ts';
import { repairCode } from '../repair-code/repair-code.ts';
import { repairTable } from '../tables/repair-table.ts';

/** What was found in a draft, and what became of it. */
export interface Counts {
	code: { total: number; parses: number; gaps: number; fails: number; notParsed: number };
	tables: { total: number; recovered: number };
	drawings: { total: number; drawn: number };
}

export const noCounts = (): Counts => ({
	code: { total: 0, parses: 0, gaps: 0, fails: 0, notParsed: 0 },
	tables: { total: 0, recovered: 0 },
	drawings: { total: 0, drawn: 0 },
});

interface Work extends Findings {
	counts: Counts;
	/** Where the links of a line lead. */
	linker: (line: number) => Linker;
	/** Dialect of SQL samples in which nothing points to one. */
	dialect: string | undefined;
}

const textOf = (lines: SourceLine[]): string => lines.map(({ text }) => text).join('\n');
const paragraph = (children: PhrasingContent[]): BlockContent[] => (children.length ? [{ type: 'paragraph', children }] : []);
const preformatted = (lines: SourceLine[]): BlockContent => ({ type: 'code', lang: 'text', value: textOf(lines) });

async function codeNode(piece: CodePiece & { line: number }, work: Work): Promise<BlockContent> {
	const plain = plainCode(textOf(piece.lines));
	for (const note of plain.notes) work.notes.push({ stage: 'code', line: piece.line, kind: 'repaired', ...note });
	const texts = plain.text.split('\n');
	const lines = texts.map((text, i) => ({ text, number: piece.lines[i]?.number ?? piece.line }));
	const repaired = await repairCode({ ...piece, lines }, work.dialect);
	addAll(work.notes, repaired.notes);
	work.counts.code.total++;
	if (repaired.parses === 'not parsed') work.counts.code.notParsed++;
	else if (repaired.parses === 'but for gaps') work.counts.code.gaps++;
	else if (repaired.parses) work.counts.code.parses++;
	else work.counts.code.fails++;
	if (piece.fenced && piece.lang && piece.lang !== repaired.lang) work.furniture.push({ line: piece.line, text: piece.lang, reason: 'name of a language' });
	return { type: 'code', lang: repaired.lang, ...(repaired.meta && { meta: repaired.meta }), value: repaired.value };
}

/** A drawing as a diagram, with its original in a comment below; as it stood where it cannot be drawn. */
function drawingNodes(lines: SourceLine[], line: number, work: Work): RootContent[] {
	const drawn = drawingToMermaid(lines);
	addAll(work.notes, drawn.notes);
	work.counts.drawings.total++;
	if (drawn.kind === 'preformatted') return [preformatted(lines)];
	work.counts.drawings.drawn++;
	// The end of a comment would end this one.
	const original = textOf(lines).replaceAll('*/', '* /');
	return [
		{ type: 'code', lang: 'mermaid', value: drawn.diagram },
		{ type: 'mdxFlowExpression', value: `/* Line ${line} of the document:\n${original}\n*/` },
	];
}

function tableNode(lines: SourceLine[], line: number, work: Work): BlockContent {
	const table = repairTable(lines);
	addAll(work.notes, table.notes);
	work.counts.tables.total++;
	if (table.kind === 'preformatted') return preformatted(lines);
	work.counts.tables.recovered++;
	addAll(work.furniture, table.furniture);
	const width = Math.max(table.header.length, ...table.rows.map((row) => row.length));
	const row = (cells: string[]): TableContent => ({
		type: 'tableRow',
		children: Array.from({ length: width }, (_, i) => ({ type: 'tableCell', children: inline((cells[i] ?? '').replace(/\s+/g, ' '), work.linker(line)) })),
	});
	return { type: 'table', align: Array.from({ length: width }, (_, i) => table.align[i] ?? null), children: [row(table.header), ...table.rows.map(row)] };
}

async function listNode(list: ListBlock, work: Work): Promise<List> {
	const items = [];
	for (const { blocks } of list.items) {
		const children = (await nodesOf(blocks, work, false)) as BlockContent[];
		items.push({ type: 'listItem' as const, spread: children.filter(({ type }) => type !== 'list').length > 1, children });
	}
	return { type: 'list', ordered: list.ordered, ...(list.ordered && { start: list.start ?? 1 }), spread: items.some(({ spread }) => spread), children: items };
}

function headingNodes(block: HeadingBlock, work: Work, isTop: boolean): RootContent[] {
	const children = inline(block.text, work.linker(block.line));
	if (!children.length) return [];
	// Below a list or quote a heading would tear the outline of the page.
	if (!isTop) return paragraph([{ type: 'strong', children }]);
	return [{ type: 'heading', depth: Math.min(6, Math.max(2, block.depth)) as Heading['depth'], children }];
}

async function nodesOf(blocks: Block[], work: Work, isTop: boolean): Promise<RootContent[]> {
	const nodes: RootContent[] = [];
	for (const block of blocks) {
		switch (block.kind) {
			case 'heading':
				nodes.push(...headingNodes(block, work, isTop));
				break;
			case 'paragraph':
				nodes.push(...paragraph(inline(block.text, work.linker(block.line))));
				break;
			case 'list':
				nodes.push(await listNode(block, work));
				break;
			case 'quote': {
				const children = (await nodesOf(block.blocks, work, false)) as BlockContent[];
				if (children.length) nodes.push({ type: 'blockquote', children });
				break;
			}
			case 'rule':
				nodes.push({ type: 'thematicBreak' });
				break;
			case 'code':
				if (!block.lines.some(({ text }) => text.trim())) break;
				if ((!block.lang || block.lang === 'text') && isDrawing(block.lines)) nodes.push(...drawingNodes(block.lines, block.line, work));
				else nodes.push(await codeNode(block, work));
				break;
			case 'table':
				nodes.push(tableNode(block.lines, block.line, work));
				break;
			case 'drawing':
				nodes.push(...drawingNodes(block.lines, block.line, work));
				break;
		}
	}
	return nodes;
}

/** The tree of a draft's body, with what was repaired, removed and counted on the way; `dialect` is the usual one of the document's SQL. */
export async function toTree(blocks: Block[], linker: Work['linker'], dialect?: string): Promise<{ root: Root; counts: Counts } & Findings> {
	const work: Work = { ...findings(), counts: noCounts(), linker, dialect };
	const children = await nodesOf(blocks, work, true);
	// A rule at either end parts nothing.
	while (children[0]?.type === 'thematicBreak') children.shift();
	while (children.at(-1)?.type === 'thematicBreak') children.pop();
	return { root: { type: 'root', children }, counts: work.counts, notes: work.notes, furniture: work.furniture };
}
