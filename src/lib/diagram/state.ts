/** Reads a Mermaid state diagram. */
import { DiagramError } from './error.ts';
import { checkGraph, type Graph, type Group, type Node, type Shape } from './graph.ts';
import { readDirection } from './layout.ts';
import { notUnderstood, type DiagramSource } from './source.ts';
import { readText } from './text.ts';

const ID = '[\\p{L}\\p{N}_]+(?:-[\\p{L}\\p{N}_]+)*';
const TRANSITION = new RegExp(`^(\\[\\*\\]|${ID})\\s*-->\\s*(\\[\\*\\]|${ID})(?:\\s*:\\s*(.+))?$`, 'u');
const DESCRIPTION = new RegExp(`^(${ID})\\s*:\\s*(.+)$`, 'u');
const STATE = new RegExp(`^state\\s+(?:"([^"]+)"\\s+as\\s+)?(${ID})\\s*(\\{|<<(?:choice|fork|join)>>)?$`, 'u');
const PLAIN = new RegExp(`^${ID}$`, 'u');
const PSEUDO: Record<string, Shape> = { '<<choice>>': 'choice', '<<fork>>': 'bar', '<<join>>': 'bar' };
const EXPECTED = '"A --> B : label", "[*] --> A", "A : description", "state "Long name" as A" or "state A {" … "}"';

export function readState({ header, body }: DiagramSource): Graph {
	const graph: Graph = { direction: 'TB', nodes: new Map(), groups: new Map(), edges: [] };
	const described = new Set<string>();
	const open: Group[] = [];

	let line = header.line;
	const state = (id: string, shape: Shape = 'rounded'): Node => {
		const node = graph.nodes.get(id) ?? { id, label: [id], shape, group: open.at(-1)?.id, line };
		graph.nodes.set(id, node);
		return node;
	};
	/** One start and one end a scope, as Mermaid draws them. */
	const terminal = (shape: 'start' | 'end'): Node => Object.assign(state(`[*] ${shape} ${open.at(-1)?.id ?? ''}`, shape), { label: [] });

	for (const statement of body) {
		const { text } = statement;
		line = statement.line;
		const transition = TRANSITION.exec(text);
		const declared = STATE.exec(text);
		const description = DESCRIPTION.exec(text);
		if (transition) {
			const [, from = '', to = '', label] = transition;
			graph.edges.push({
				from: from === '[*]' ? terminal('start').id : state(from).id,
				to: to === '[*]' ? terminal('end').id : state(to).id,
				label: label === undefined ? undefined : readText(label, line),
				stroke: 'solid',
				end: 'arrow',
				line,
			});
		} else if (declared) {
			const [, name, id = '', kind] = declared;
			if (kind === '{') {
				if (graph.groups.has(id)) throw new DiagramError(`The state "${id}" is opened twice. Expected one block for it.`, line);
				const group: Group = { id, label: name === undefined ? (graph.nodes.get(id)?.label ?? [id]) : readText(name, line), parent: open.at(-1)?.id, line };
				graph.groups.set(id, group);
				open.push(group);
				continue;
			}
			const node = state(id);
			if (name !== undefined) node.label = readText(name, line);
			if (kind) Object.assign(node, { shape: PSEUDO[kind], label: [] });
		} else if (description) {
			const [, id = '', words = ''] = description;
			const lines = readText(words, line);
			const node = state(id);
			node.label = described.has(id) ? [...node.label, ...lines] : lines;
			described.add(id);
		} else if (text === '}') {
			if (!open.pop()) throw new DiagramError('"}" closes nothing. Expected a "state A {" above it.', line);
		} else if (/^direction\b/.test(text)) {
			const direction = readDirection(/^direction\s+(\w+)$/.exec(text)?.[1]);
			if (!direction) throw notUnderstood(statement, '"direction TB", LR, BT or RL');
			const group = open.at(-1);
			if (group) group.direction = direction;
			else graph.direction = direction;
		} else if (/^note\b/i.test(text)) {
			throw new DiagramError('Notes in a state diagram are not drawn. Expected the words in the text around the diagram.', line);
		} else if (text === '--') {
			throw new DiagramError('Concurrent regions are not drawn. Expected two diagrams, or two states side by side.', line);
		} else if (PLAIN.test(text)) {
			state(text);
		} else {
			throw notUnderstood(statement, EXPECTED);
		}
	}
	const unclosed = open.at(-1);
	if (unclosed) throw new DiagramError(`The state "${unclosed.id}" is not closed. Expected "}".`, unclosed.line);
	// A state can be the end of a transition that is written above its block.
	for (const id of graph.groups.keys()) graph.nodes.delete(id);
	checkGraph(graph, header.line);
	return graph;
}
