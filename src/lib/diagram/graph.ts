/** Nodes, edges and groups: what a flowchart and a state diagram both are. */
import { DiagramError } from './error.ts';
import type { Direction } from './layout.ts';
import type { MarkerName } from './svg.ts';

export type Shape =
	| 'box'
	| 'rounded'
	| 'stadium'
	| 'subroutine'
	| 'cylinder'
	| 'circle'
	| 'double-circle'
	| 'flag'
	| 'diamond'
	| 'hexagon'
	| 'lean-right'
	| 'lean-left'
	| 'trapezoid'
	| 'trapezoid-alt'
	| 'start'
	| 'end'
	| 'choice'
	| 'bar';

export interface Node {
	id: string;
	label: string[];
	shape: Shape;
	group?: string | undefined;
	/** The page it leads to. */
	href?: string;
	/** 1-based line of the source that mentions it first. */
	line: number;
}

export interface Edge {
	from: string;
	to: string;
	label?: string[] | undefined;
	stroke: 'solid' | 'dotted' | 'thick';
	start?: MarkerName | undefined;
	end?: MarkerName | undefined;
	/** 1-based line of the source. */
	line: number;
}

export interface Group {
	id: string;
	label: string[];
	parent?: string | undefined;
	direction?: Direction | undefined;
	/** 1-based line of the source. */
	line: number;
}

export interface Graph {
	direction: Direction;
	nodes: Map<string, Node>;
	groups: Map<string, Group>;
	edges: Edge[];
}

/** The groups a node or group stands in, innermost first. */
export function groupsAround(graph: Graph, id: string): string[] {
	const around: string[] = [];
	let at = graph.nodes.get(id)?.group ?? graph.groups.get(id)?.parent;
	while (at !== undefined) {
		around.push(at);
		at = graph.groups.get(at)?.parent;
	}
	return around;
}

/** Checks what can only be checked when all lines are read. Throws `DiagramError`. */
export function checkGraph(graph: Graph, headerLine: number): void {
	if (graph.nodes.size === 0) throw new DiagramError('The diagram has no nodes. Expected at least one line below accDescr.', headerLine);
	for (const group of graph.groups.values()) {
		const inside = [...graph.nodes.keys(), ...graph.groups.keys()].some((id) => groupsAround(graph, id).includes(group.id));
		if (!inside) throw new DiagramError(`"${group.id}" holds no nodes. Expected at least one that stands nowhere else.`, group.line);
		if (!group.direction) continue;
		const within = [...graph.groups.keys()].filter((id) => id === group.id || groupsAround(graph, id).includes(group.id));
		const crossing = graph.edges.find(({ from, to }) => within.some((id) => groupsAround(graph, from).includes(id) !== groupsAround(graph, to).includes(id)));
		if (crossing) {
			throw new DiagramError(
				`"direction" in "${group.id}" cannot be kept: this edge leads into or out of a block. Expected edges to "${group.id}" itself, or no direction there.`,
				crossing.line,
			);
		}
	}
	for (const edge of graph.edges) {
		if (groupsAround(graph, edge.from).includes(edge.to) || groupsAround(graph, edge.to).includes(edge.from)) {
			throw new DiagramError(`An edge leads from "${edge.from}" to "${edge.to}", one of which stands inside the other. Expected two that stand apart.`, edge.line);
		}
	}
}
