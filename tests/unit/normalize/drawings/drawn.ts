/** Drawings of tests and what becomes of them. */
import { drawingToMermaid } from '../../../../scripts/normalize/drawings/to-mermaid.ts';
import type { SourceLine } from '../../../../scripts/normalize/model.ts';

export const linesOf = (text: string, first = 1): SourceLine[] => text.split('\n').map((line, at) => ({ number: first + at, text: line }));

/** The statements of a diagram without its title and description; of a drawing that stays text, why. */
export function drawn(text: string): string[] {
	const result = drawingToMermaid(linesOf(text));
	if (result.kind === 'preformatted') return [`text: ${result.notes.map(({ line, reason }) => `${line} ${reason}`).join()}`];
	return result.diagram.split('\n').filter((line) => !line.startsWith('acc'));
}

/** Line and kind of what was uncertain. */
export const doubts = (text: string): [number, string][] =>
	drawingToMermaid(linesOf(text)).notes.flatMap(({ kind, line, what }) => (kind === 'uncertain' ? [[line, what]] : []));
