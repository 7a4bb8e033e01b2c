/**
 * What the stages hand to one another. A document is decoded to lines; lines become pieces (prose, code, table, drawing); pieces become
 * blocks; blocks are cut into drafts. Every line keeps its number in the document, so that a report can name it.
 */

/** One line of a document, or a part of one where two things stood on it: both parts carry its number. */
export interface SourceLine {
	/** 1-based, in the decoded document. */
	number: number;
	text: string;
}

type StageName = 'decode' | 'furniture' | 'code' | 'tables' | 'diagrams' | 'blocks' | 'segment' | 'links' | 'emit';

/** Something a stage did or was unsure of. */
export interface Note {
	stage: StageName;
	/** Line of the document. */
	line: number;
	/** `repaired`: done and certain. `uncertain`: a person has to look. */
	kind: 'repaired' | 'uncertain';
	/** What kind of thing, in few words and always the same ones: reports count by it. */
	what: string;
	/** What was seen and done here. */
	reason?: string;
	/** From 0 to 1; of what is uncertain only. */
	confidence?: number;
	/** Words that changed by joining or parting: the letters are the same before and after. */
	reword?: { before: string; after: string };
}

/** Text that was taken out because it is no content: a page number, a button's caption, the number of a heading. */
export interface Furniture {
	line: number;
	text: string;
	reason: string;
}

/** What a stage gives besides its result. */
export interface Findings {
	notes: Note[];
	furniture: Furniture[];
}

/** Lines that belong together, before their inner structure is known. */
export type Piece =
	| { kind: 'prose'; lines: SourceLine[] }
	| CodePiece
	/** The rows as they stand, a separator row included where there is one. */
	| { kind: 'table'; lines: SourceLine[]; indent: number }
	/** Boxes, arrows or a tree drawn with characters. */
	| { kind: 'drawing'; lines: SourceLine[]; indent: number };

export interface CodePiece {
	kind: 'code';
	/** Without the fence's own lines and without the indentation of the whole. */
	lines: SourceLine[];
	/** Columns by which the whole was indented: inside a list item it belongs to the item. */
	indent: number;
	/** Whether the document marked it as code. */
	fenced: boolean;
	/** The language as the document names it (fence, caption above). */
	lang?: string;
}

/** The structure of a document or a part of it. Texts are inline Markdown as it stood; nothing in them is trusted. */
export type Block =
	| HeadingBlock
	| { kind: 'paragraph'; line: number; end: number; text: string }
	| ListBlock
	| { kind: 'quote'; line: number; end: number; blocks: Block[] }
	| { kind: 'rule'; line: number; end: number }
	| (CodePiece & { line: number; end: number })
	| { kind: 'table'; lines: SourceLine[]; line: number; end: number }
	| { kind: 'drawing'; lines: SourceLine[]; line: number; end: number };

export interface HeadingBlock {
	kind: 'heading';
	line: number;
	end: number;
	/** 1 is the title of a document or chapter. */
	depth: number;
	/** Without marks and without its number. */
	text: string;
	/** The number that stood before it, as written: `7`, `11.3`, `A1`. */
	number?: string;
	/** The word before the number: `scenario`, `question`, `chapter`, `part`, `step`; lower case. */
	label?: string;
	/** 0 to 1: how sure it is that this is a heading of this depth. Marked ones have 1. */
	confidence: number;
}

export interface ListBlock {
	kind: 'list';
	line: number;
	end: number;
	ordered: boolean;
	/** Number of the first item, of ordered ones. */
	start?: number;
	items: { line: number; blocks: Block[] }[];
}

/** What stands where a page must have an answer and the document has none. */
export const NO_ANSWER = 'No answer in the document.';

/** No findings yet, to add to. */
export const findings = (): Findings => ({ notes: [], furniture: [] });

/** Adds items to a list, however many: a spread of a hundred thousand would overflow the stack. */
export function addAll<T>(list: T[], items: Iterable<T>): void {
	for (const item of items) list.push(item);
}

/** Applies a stage to the prose among the pieces and leaves the rest. */
export const splitProse = (pieces: Piece[], split: (lines: SourceLine[]) => Piece[]): Piece[] =>
	pieces.flatMap((piece) => (piece.kind === 'prose' ? split(piece.lines) : [piece]));

/** Letters and digits alone: what must be the same before and after a repair that joins or parts words. */
export const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
