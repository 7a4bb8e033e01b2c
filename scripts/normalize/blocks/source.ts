/** Pieces as one row of lines and inserts, and what the document as a whole says about how it was written. */
import { type CodePiece, type Findings, type HeadingBlock, type Piece, type SourceLine, findings } from '../model.ts';
import { isRule, underlineOf } from './marks.ts';
import { type Words, wordsOf } from './words.ts';

export type Insert = CodePiece | { kind: 'table' | 'drawing'; lines: SourceLine[]; indent: number };

/** A line with something on it. `indent` is relative to the container (list item, quote) the line stands in. */
export interface TextLine {
	kind: 'text';
	line: number;
	/** Last line of the document that was joined to it. */
	end: number;
	indent: number;
	/** Without white space around it. */
	text: string;
	/** Whether lines of the document were taken out just before this one. */
	afterCut: boolean;
}

export type Row = TextLine | { kind: 'blank'; line: number } | { kind: 'insert'; piece: Insert; indent: number; line: number; end: number };

export type HeadingStyle = 'atx' | 'setext' | 'bold' | 'plain';

/** A heading and what decides its depth once all are known. */
export interface FoundHeading {
	block: HeadingBlock;
	style: HeadingStyle;
	/** Depth as marked, of marked ones. */
	marked?: number;
	/** `Problem:`, `Solution:`: a part of what the heading above it opens. */
	role: boolean;
	/** How many blocks stand before it at the top of the document. */
	position: number;
}

/** What every part of the stage needs to know and may add to. */
export interface Context extends Findings {
	/** Every line is a block of its own and blank lines are rare: the layout of HTML whose tags were dropped. */
	flattened: boolean;
	/** Headings are marked with `#` or underlined: a numbered line is a list item then. */
	marked: boolean;
	headings: FoundHeading[];
	/** Words of the document, counted when first asked for. */
	words: () => Words;
	/** Whether a word is known from elsewhere. */
	isWord: (word: string) => boolean;
}

/** Deepest nesting of lists and quotes; what is deeper becomes text. */
export const MAX_NESTING = 8;

const columnsOf = (text: string): { indent: number; skip: number } => {
	let indent = 0;
	let skip = 0;
	for (; skip < text.length; skip += 1) {
		const char = text[skip];
		if (char === '\t') indent += 4 - (indent % 4);
		else if (char === ' ' || char === '\u00a0') indent += 1;
		else break;
	}
	return { indent, skip };
};

/** A line of prose as a row. */
export const rowOf = (line: SourceLine, afterCut = false): Row => {
	const { indent, skip } = columnsOf(line.text);
	const text = line.text.slice(skip).trim();
	return text === '' ? { kind: 'blank', line: line.number } : { kind: 'text', line: line.number, end: line.number, indent, text, afterCut };
};

/** All pieces as rows, in document order; nothing is dropped. Certain. */
export const rowsOf = (pieces: Piece[]): Row[] => {
	const rows: Row[] = [];
	let last = 0;
	for (const piece of pieces) {
		if (piece.kind !== 'prose') {
			const first = piece.lines[0]?.number ?? last;
			const end = piece.lines.at(-1)?.number ?? first;
			rows.push({ kind: 'insert', piece, indent: piece.indent, line: first, end });
			last = end;
			continue;
		}
		let after = last;
		for (const line of piece.lines) {
			// The lines of fences stand in no piece, so a cut counts between lines of prose only.
			rows.push(rowOf(line, after === last && line.number > last + 1 && rows.at(-1)?.kind !== 'insert'));
			last = line.number;
			after = last;
		}
	}
	return rows;
};

const FLAT_BLANKS = 0.05;
const FLAT_LONG_LINE = 160;

/** Whether each line is a block of its own: next to no blank lines, and lines too long to have been wrapped. A guess for short documents. */
const isFlattened = (rows: Row[]): boolean => {
	let text = 0;
	let blank = 0;
	let long = 0;
	for (const [index, row] of rows.entries()) {
		// What follows the last line end of a file is no blank line.
		if (row.kind === 'blank' && index < rows.length - 1) blank += 1;
		if (row.kind !== 'text') continue;
		text += 1;
		if (row.text.length > FLAT_LONG_LINE) long += 1;
	}
	return text >= 6 && blank <= text * FLAT_BLANKS && long > 0 && long >= text * 0.02;
};

/** The context of a document, with nothing found yet. */
export const contextOf = (rows: Row[], isWord: Context['isWord'] = () => false): Context => {
	let atx = 0;
	for (const [index, row] of rows.entries()) {
		if (row.kind !== 'text') continue;
		const above = rows[index - 1];
		if (/^#{1,6}\s/.test(row.text) || (underlineOf(row.text) > 0 && above?.kind === 'text' && !isRule(above.text))) atx += 1;
	}
	let words: Words | undefined;
	return {
		...findings(),
		flattened: isFlattened(rows),
		marked: atx >= 3,
		headings: [],
		words: () => (words ??= wordsOf(rows)),
		isWord: (word) => isWord(word.toLowerCase()),
	};
};

/** Index of the nearest row with something on it, in one direction. */
export const nearest = (rows: Row[], from: number, step: 1 | -1): number => {
	let index = from + step;
	while (rows[index]?.kind === 'blank') index += step;
	return index;
};
