/** Turns a drawing made of characters into a Mermaid diagram, or says why it stays as it is. */
import { renderDiagram } from '../../../src/lib/diagram.ts';
import type { Note, SourceLine } from '../model.ts';
import { isBorder, readBoxes } from './boxes.ts';
import { describe } from './describe.ts';
import { readFlow } from './flow.ts';
import { quoted, wordsOf } from './label.ts';
import { mergeNames } from './merge-names.ts';
import { readRails } from './rails.ts';
import { type Heads, type Sketch, uncertain } from './sketch.ts';
import { readEntry, readTree } from './tree.ts';

/** A drawing as a diagram, or kept as text. */
type Drawn = { kind: 'mermaid'; diagram: string; nodes: number; notes: Note[] } | { kind: 'preformatted'; notes: Note[] };

const MOST_LINES = 200;
const MOST_NODES = 60;
const MOST_TREE_NODES = 20;
const COMFORTABLE_NODES = 12;

const ARROWS: Record<Heads, string> = { end: '-->', start: '-->', both: '<-->', none: '---' };

/** Whether the site draws a diagram. */
export function renders(diagram: string): boolean {
	try {
		return renderDiagram(diagram, { id: 'drawing' }).svg.startsWith('<svg');
	} catch {
		return false;
	}
}

/** Chooses the reader by the first sign that only one kind of drawing has. */
function readDrawing(lines: SourceLine[]): Sketch {
	if (lines.filter(({ text }) => readEntry(text)).length >= 2) return readTree(lines);
	return lines.some(({ text }) => isBorder(text)) ? readBoxes(lines) : mergeNames(readFlow(lines));
}

/** A sketch as Mermaid: identifiers of its own, every text in quotes. */
function writeMermaid(sketch: Sketch): string {
	const { title, description } = describe(sketch);
	const node = (at: number): string => `n${at + 1}[${quoted(sketch.nodes[at]!.label)}]`;
	const standing = (group?: number): string[] => sketch.nodes.flatMap((one, at) => (one.group === group ? [node(at)] : []));
	const links = sketch.links.map(({ from, to, heads, label }) => {
		const [a, b] = heads === 'start' ? [to, from] : [from, to];
		return `n${a + 1} ${ARROWS[heads]}${label ? `|${quoted([label])}|` : ''} n${b + 1}`;
	});
	return [
		`flowchart ${sketch.direction}`,
		`accTitle: ${title}`,
		`accDescr: ${description}`,
		...standing(),
		...sketch.groups.flatMap((name, at) => [`subgraph g${at + 1}[${quoted([name])}]`, ...standing(at), 'end']),
		...links,
	].join('\n');
}

/** Why a sketch is not to be drawn. */
function objection(sketch: Sketch, lines: SourceLine[]): { line: number; reason: string } | undefined {
	const line = lines[0]!.number;
	if (sketch.doubt) return sketch.doubt;
	const count = sketch.nodes.length;
	if (count > MOST_NODES) return { line, reason: `It has ${count} nodes.` };
	if (sketch.kind === 'tree' && count > MOST_TREE_NODES) return { line, reason: `A tree of ${count} entries reads better as text.` };
	const linked = new Set(sketch.links.flatMap(({ from, to }) => [from, to]));
	const alone = sketch.nodes.findIndex((_, at) => !linked.has(at));
	if (count === 0 || alone >= 0) return { line: sketch.nodes[alone]?.line ?? line, reason: 'A text is linked with nothing.' };
	if (sketch.groups.some((_, at) => !sketch.nodes.some(({ group }) => group === at))) return { line, reason: 'A title stands above nothing.' };
	const shown = new Set([...sketch.nodes.flatMap(({ label }) => label), ...sketch.links.map(({ label }) => label), ...sketch.groups].flatMap(wordsOf));
	// The head of a line that goes down is written as a letter, but no word.
	const written = new Set(lines.flatMap(({ text }) => (readRails(text) ? [] : wordsOf(text))));
	for (const { text } of lines) for (const { label } of readRails(text)?.marks ?? []) for (const word of wordsOf(label)) written.add(word);
	const lost = [...written].find((word) => !shown.has(word)) ?? [...shown].find((word) => !written.has(word));
	return lost === undefined ? undefined : { line, reason: `The word "${lost.slice(0, 40)}" would not be the same.` };
}

/**
 * Draws a drawing. What is certain: a diagram shows every word of the lines and is accepted by the site. What is a guess is noted;
 * where the structure is doubtful as a whole the lines stay as they are, with a note that says why.
 */
export function drawingToMermaid(lines: SourceLine[]): Drawn {
	const first = lines[0]?.number ?? 0;
	const keep = (line: number, reason: string): Drawn => ({ kind: 'preformatted', notes: [uncertain(line, 'drawing kept as text', reason, 0.5)] });
	if (lines.length === 0) return keep(first, 'It is empty.');
	if (lines.length > MOST_LINES) return keep(first, `It has ${lines.length} lines.`);
	if (lines.some(({ text }) => text.length > 1000)) return keep(first, 'It has a very long line.');
	const sketch = readDrawing(lines);
	const no = objection(sketch, lines);
	if (no) return keep(no.line, no.reason);
	const diagram = writeMermaid(sketch);
	if (!renders(diagram)) return keep(first, 'The site cannot draw it.');
	const nodes = sketch.nodes.length;
	const notes: Note[] = [{ stage: 'diagrams', line: first, kind: 'repaired', what: 'drawing became a diagram', reason: `${nodes} nodes` }, ...sketch.notes];
	if (nodes > COMFORTABLE_NODES) notes.push(uncertain(first, 'wide diagram', `It has ${nodes} nodes; a dozen is comfortable.`, 0.8));
	return { kind: 'mermaid', diagram, nodes, notes };
}
