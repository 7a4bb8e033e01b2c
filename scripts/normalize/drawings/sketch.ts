/** What the readers of drawings make of one: nodes and links, before it is written as Mermaid. */
import type { Note } from '../model.ts';

interface SketchNode {
	/** Lines of the label: words joined by single spaces. */
	label: string[];
	/** Line of the document where it begins. */
	line: number;
	/** The titled part of the drawing it stands in. */
	group?: number;
}

export type Heads = 'end' | 'start' | 'both' | 'none';

interface SketchLink {
	from: number;
	to: number;
	heads: Heads;
	label: string;
}

export interface Sketch {
	kind: 'flow' | 'tree' | 'layers';
	direction: 'LR' | 'TD';
	nodes: SketchNode[];
	links: SketchLink[];
	groups: string[];
	/** What a person should look at, though the whole holds. */
	notes: Note[];
	/** Why the whole is not to be trusted: it stays text then. */
	doubt?: { line: number; reason: string };
}

/** A sketch with nothing in it. */
export const emptySketch = (kind: Sketch['kind'], direction: Sketch['direction']): Sketch => ({ kind, direction, nodes: [], links: [], groups: [], notes: [] });

/** An `uncertain` note of this stage. */
export const uncertain = (line: number, what: string, reason: string, confidence: number): Note => ({
	stage: 'diagrams',
	line,
	kind: 'uncertain',
	what,
	reason,
	confidence,
});

/** Keeps the first doubt: what follows from it says less. */
export function doubt(sketch: Sketch, line: number, reason: string): void {
	sketch.doubt ??= { line, reason };
}

/** The text of a node as a reader sees it: one pair of brackets, backticks or asterisks around the whole is its frame. */
export function labelOf(text: string): string {
	const plain = text.replace(/\s+/g, ' ').trim();
	const framed = /^\[([^[\]]+)\]$/.exec(plain) ?? /^`([^`]+)`$/.exec(plain) ?? /^\*\*([^*]+)\*\*$/.exec(plain);
	const inner = framed?.[1]?.trim();
	return inner ? inner : plain;
}
