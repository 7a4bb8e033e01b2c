/**
 * The stage that finds structure: pieces of a document become blocks – headings with their depths, lists, quotes, paragraphs, rules –
 * while code, tables and drawings, found before, take their places among them.
 */
import { unglue } from './glue.ts';
import { setDepths } from './levels.ts';
import { parseRows } from './parse.ts';
import { contextOf, rowsOf } from './source.ts';
import type { Block, Findings, Piece } from '../model.ts';

/**
 * Pieces in document order to blocks in document order. Every word of the prose is in the text of a block or in `furniture`, but for the numbers
 * of ordered lists, which `start` and the order of the items say again. Certain: what is marked (`#`, underlines, bullets, quotes, inserts). A guess
 * with its confidence: headings that are plain lines and their depths, lists without bullets, words put together or parted.
 * @param isWord tells lower-case words known from elsewhere: evidence for a word that was parted at the end of a line
 */
export const toBlocks = (pieces: Piece[], isWord?: (word: string) => boolean): { blocks: Block[] } & Findings => {
	const rows = rowsOf(pieces);
	const context = contextOf(rows, isWord);
	const blocks = parseRows(unglue(rows, context), 0, context);
	setDepths(context);
	const byLine = (first: { line: number }, second: { line: number }) => first.line - second.line;
	return { blocks, notes: context.notes.sort(byLine), furniture: context.furniture.sort(byLine) };
};
