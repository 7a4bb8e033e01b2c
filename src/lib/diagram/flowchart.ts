/** Reads a Mermaid flowchart. */
import { DiagramError } from './error.ts';
import { checkGraph, type Edge, type Graph, type Group, type Shape } from './graph.ts';
import { readDirection } from './layout.ts';
import { notUnderstood, type DiagramSource, type Statement } from './source.ts';
import type { MarkerName } from './svg.ts';
import { readLabel, readText } from './text.ts';

/** Brackets around a label, longest first, and the shape they stand for. */
const SHAPES: [open: string, close: string, shape: Shape][] = [
	['(((', ')))', 'double-circle'],
	['((', '))', 'circle'],
	['([', '])', 'stadium'],
	['[[', ']]', 'subroutine'],
	['[(', ')]', 'cylinder'],
	['{{', '}}', 'hexagon'],
	['[/', '\\]', 'trapezoid'],
	['[/', '/]', 'lean-right'],
	['[\\', '/]', 'trapezoid-alt'],
	['[\\', '\\]', 'lean-left'],
	['[', ']', 'box'],
	['(', ')', 'rounded'],
	['{', '}', 'diamond'],
	['>', ']', 'flag'],
];

const ID = /^[\p{L}\p{N}_]+(?:-[\p{L}\p{N}_]+)*/u;
const LINK = /^(?<start>[<ox])?(?:(?<solid>--+)(?<solidEnd>[->ox])|(?<dotted>-\.+-)(?<dottedEnd>[>ox])?|(?<thick>==+)(?<thickEnd>[=>ox]))/;
/** `-- text -->`: the text stands inside the link. */
const LINK_WITH_TEXT = /^(?<start>[<ox])?(?:(?<solid>--)\s+(?<solidText>.+?)\s+--+(?<solidEnd>[->ox])|(?<dotted>-\.)\s+(?<dottedText>.+?)\s+\.+-(?<dottedEnd>[>ox])?|(?<thick>==)\s+(?<thickText>.+?)\s+==+(?<thickEnd>[=>ox]))/;
const HEADS: Record<string, MarkerName> = { '<': 'arrow', '>': 'arrow', o: 'circle', x: 'cross' };
const LINKS = 'a link: -->, ---, -.->, ==>, <-->, --o or --x, with its label as -->|text|';

/** Other schemes and hosts would leave the site, or run something. */
const CLICK = /^click\s+(?<id>[\p{L}\p{N}_-]+)\s+(?:href\s+)?"(?<url>\/(?!\/)[^"\s]*)"$/u;

/** Walks along one statement. */
class Cursor {
	readonly statement: Statement;
	rest: string;

	constructor(statement: Statement) {
		this.statement = statement;
		this.rest = statement.text;
	}

	take(pattern: RegExp): RegExpExecArray | undefined {
		const match = pattern.exec(this.rest);
		if (!match) return undefined;
		this.rest = this.rest.slice(match[0].length).trimStart();
		return match;
	}

	fail(expected: string): DiagramError {
		const found = this.rest === '' ? 'the line ends' : `"${this.rest}" stands`;
		return new DiagramError(`Cannot read "${this.statement.text}": ${found} where ${expected} is expected.`, this.statement.line);
	}
}

export function readFlowchart({ header, body }: DiagramSource): Graph {
	const direction = readDirection(/^(?:flowchart|graph)\s+(\w+)$/.exec(header.text)?.[1]);
	if (!direction) throw notUnderstood(header, 'a direction after the kind: "flowchart LR" or "flowchart TD"');

	const graph: Graph = { direction, nodes: new Map(), groups: new Map(), edges: [] };
	const open: Group[] = [];
	const clicks: Statement[] = [];
	for (const statement of body) {
		const { text, line } = statement;
		if (text === 'end') {
			if (!open.pop()) throw new DiagramError('"end" closes nothing. Expected a "subgraph" above it.', line);
		} else if (/^subgraph\b/.test(text)) {
			open.push(readGroup(graph, statement, open.at(-1)));
		} else if (/^direction\b/.test(text)) {
			const own = readDirection(/^direction\s+(\w+)$/.exec(text)?.[1]);
			const group = open.at(-1);
			if (!own || !group) throw notUnderstood(statement, '"direction TB" (or LR, BT, RL) inside a subgraph');
			group.direction = own;
		} else if (/^click\s/.test(text)) {
			clicks.push(statement);
		} else {
			readChain(graph, statement, open.at(-1)?.id);
		}
	}
	const unclosed = open.at(-1);
	if (unclosed) throw new DiagramError(`The subgraph "${unclosed.id}" is not closed. Expected "end".`, unclosed.line);
	for (const click of clicks) readClick(graph, click);
	// A subgraph can be the end of an edge that is written above it.
	for (const id of graph.groups.keys()) graph.nodes.delete(id);
	checkGraph(graph, header.line);
	return graph;
}

/** `click id "/path/"` or `click id href "/path/"`: the node leads to a page of the site. */
function readClick(graph: Graph, statement: Statement): void {
	const { id, url } = CLICK.exec(statement.text)?.groups ?? {};
	if (!id || !url) throw notUnderstood(statement, '"click id "/path/"", with the address of a page of this site');
	const node = graph.nodes.get(id);
	if (!node) throw new DiagramError(`"${id}" is no node. Expected one of: ${[...graph.nodes.keys()].join(', ')}.`, statement.line);
	node.href = url;
}

function readGroup(graph: Graph, statement: Statement, parent: Group | undefined): Group {
	const rest = statement.text.replace(/^subgraph\s*/, '');
	const named = /^([\p{L}\p{N}_-]+)\s*\[(.+)\]$/u.exec(rest);
	if (!rest) throw notUnderstood(statement, '"subgraph id["Label"]"');
	const label = readLabel(named?.[2] ?? rest, statement.line);
	const group: Group = { id: named?.[1] ?? label.join(' '), label, parent: parent?.id, line: statement.line };
	if (graph.groups.has(group.id)) throw new DiagramError(`There are two subgraphs "${group.id}". Expected ids of their own.`, statement.line);
	graph.groups.set(group.id, group);
	return group;
}

/** `a --> b & c --> d`: nodes, and links between all of one step and all of the next. */
function readChain(graph: Graph, statement: Statement, group: string | undefined): void {
	const cursor = new Cursor(statement);
	let from = readNodes(graph, cursor, group);
	while (cursor.rest !== '') {
		const link = readLink(cursor);
		const to = readNodes(graph, cursor, group);
		for (const a of from) for (const b of to) graph.edges.push({ ...link, from: a, to: b, line: statement.line });
		from = to;
	}
}

function readNodes(graph: Graph, cursor: Cursor, group: string | undefined): string[] {
	const ids = [readNode(graph, cursor, group)];
	while (cursor.take(/^&/)) ids.push(readNode(graph, cursor, group));
	return ids;
}

function readNode(graph: Graph, cursor: Cursor, group: string | undefined): string {
	const { line } = cursor.statement;
	const id = cursor.take(ID)?.[0];
	if (id === undefined) throw cursor.fail('a node');
	if (id === 'end') throw new DiagramError('"end" is a word of the language. Expected another id, for instance "End".', line);
	const node = graph.nodes.get(id) ?? { id, label: [id], shape: 'box' as const, group, line };
	node.group ??= group;
	graph.nodes.set(id, node);

	const shape = readShape(cursor);
	if (shape) {
		node.label = readLabel(shape.label, line);
		node.shape = shape.shape;
	}
	if (/^(:::|@\{)/.test(cursor.rest)) throw cursor.fail('a link: classes and attributes of a node are not drawn, nothing of the kind');
	return id;
}

function readShape(cursor: Cursor): { label: string; shape: Shape } | undefined {
	const opening = SHAPES.filter(([open]) => cursor.rest.startsWith(open));
	const longest = Math.max(...opening.map(([open]) => open.length));
	// Two shapes can open alike, [/…/] and [/…\]: the closing bracket that comes first tells them apart.
	const inner = cursor.rest.slice(longest);
	const quoted = /^\s*"[^"]*"\s*/.exec(inner)?.[0].length;
	const closed = opening
		.filter(([open]) => open.length === longest)
		.map(([, close, shape]) => ({ close, shape, end: quoted === undefined ? inner.indexOf(close) : inner.startsWith(close, quoted) ? quoted : -1 }))
		.filter(({ end }) => end >= 0)
		.sort((a, b) => a.end - b.end)[0];
	if (closed) {
		cursor.rest = inner.slice(closed.end + closed.close.length).trimStart();
		return { label: inner.slice(0, closed.end), shape: closed.shape };
	}
	if (opening.length > 0) throw cursor.fail(`a label closed by ${opening.filter(([bracket]) => bracket.length === longest).map(([, close]) => `"${close}"`).join(' or ')}`);
	return undefined;
}

function readLink(cursor: Cursor): Omit<Edge, 'from' | 'to' | 'line'> {
	const { line } = cursor.statement;
	const match = cursor.take(LINK) ?? cursor.take(LINK_WITH_TEXT);
	if (!match) throw cursor.fail(LINKS);
	const part = match.groups ?? {};
	const stroke = part['solid'] ? 'solid' : part['dotted'] ? 'dotted' : 'thick';
	const end = HEADS[part[`${stroke}End`] ?? ''];
	const start = HEADS[part['start'] ?? ''];
	const inside = part[`${stroke}Text`];
	const after = cursor.take(/^\|([^|]*)\|/)?.[1];
	if (inside !== undefined && after !== undefined) throw new DiagramError('The link has two labels. Expected one.', line);
	const label = inside ?? after;
	return { stroke, start, end, label: label === undefined ? undefined : readEdgeLabel(label, line) };
}

function readEdgeLabel(raw: string, line: number): string[] {
	return /^\s*"/.test(raw) ? readText(raw, line) : readLabel(raw, line);
}
