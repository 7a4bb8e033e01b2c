/** Draws a flowchart or a state diagram. */
import type { Element } from 'hast';
import { s } from 'hastscript';
import { groupsAround, type Edge, type Graph, type Group, type Node } from './graph.ts';
import { layout, type Box, type Layout, type Link, type Route } from './layout.ts';
import { drawShape, labelCenter, meet, shapeSize, wrapLabel } from './shapes.ts';
import { label, labelSize, Markers, middle, rect, rounded, text, type Drawing } from './svg.ts';
import { FONTS, textSize, wrap } from './text.ts';

const SPACING = { node: 24, layer: 24, bend: 14 };
const LABEL_WIDTH = 150;

export function drawGraph(graph: Graph, id: string): Drawing {
	const nodes = [...graph.nodes.values()].map((node) => ({ ...node, label: wrapLabel(node.label, node.shape) }));
	const edges = graph.edges.map((edge) => ({ ...edge, label: edge.label && wrap(edge.label, FONTS.label, LABEL_WIDTH) }));
	const groups = [...graph.groups.values()];
	const placed = layout(graph.direction, boxes(nodes, groups, undefined), edges.map(link), SPACING);
	const markers = new Markers(id);
	const parts = [
		...groups.map((group) => rect(placed.boxes.get(group.id)!, 'dg-group', 6)),
		...edges.map((edge, i) => drawEdge(edge, placed.routes[i]!, graph, placed, markers)),
		...groups.map((group) => drawHeading(group, placed)),
		...edges.flatMap((edge, i) => drawEdgeLabel(edge, placed.routes[i]!, graph)),
		...nodes.map((node) => drawNode(node, placed)),
	];
	return { width: placed.width, height: placed.height, linked: nodes.some(({ href }) => href !== undefined), parts: [...markers.defs(), ...parts] };
}

/** In the order of the source, which the layout keeps where it can. */
function boxes(nodes: Node[], groups: Group[], parent: string | undefined): Box[] {
	const leaves = nodes.filter((node) => node.group === parent).map(({ id, line, shape, label: lines }) => ({ line, box: { id, size: shapeSize(shape, lines) } }));
	const inner = groups
		.filter((group) => group.parent === parent)
		.map(({ id, line, label: lines, direction }) => ({ line, box: { id, heading: textSize(lines, FONTS.heading), direction, children: boxes(nodes, groups, id) } }));
	return [...leaves, ...inner].sort((a, b) => a.line - b.line).map(({ box }) => box);
}

const link = ({ from, to, label: lines }: Edge): Link => ({ from, to, label: lines && labelSize(lines) });

/** In front of the edges: one that enters the group from above stops at its name. */
function drawHeading(group: Group, placed: Layout): Element {
	const { x, y } = placed.boxes.get(group.id)!;
	const { width, height } = textSize(group.label, FONTS.heading);
	return label(group.label, { x: x + 13 + width / 2, y: y + 9 + height / 2 }, FONTS.heading, 'dg-backing-group');
}

function drawEdge(edge: Edge, route: Route, graph: Graph, placed: Layout, markers: Markers): Element {
	const end = (at: string, point: { x: number; y: number }) => {
		const node = graph.nodes.get(at);
		return node ? meet(node.shape, placed.boxes.get(at)!, point) : point;
	};
	const points = [end(edge.from, route.points[0]!), ...route.points.slice(1, -1), end(edge.to, route.points.at(-1)!)];
	return s('path', { d: rounded(points, 6), class: edge.stroke === 'solid' ? 'dg-line' : `dg-line dg-${edge.stroke}`, ...markers.ends(edge) });
}

function drawEdgeLabel(edge: Edge, route: Route, graph: Graph): Element[] {
	if (!edge.label || !route.label) return [];
	const outer = groupsAround(graph, edge.to);
	const inGroup = groupsAround(graph, edge.from).some((group) => outer.includes(group));
	return [label(edge.label, middle(route.label), FONTS.label, inGroup ? 'dg-backing-group' : 'dg-backing')];
}

function drawNode(node: Node, placed: Layout): Element {
	const area = placed.boxes.get(node.id)!;
	const parts = [drawShape(node.shape, area), ...(node.label.length > 0 ? [text(node.label, labelCenter(node.shape, area), FONTS.node)] : [])];
	return node.href ? s('a', { href: node.href, class: 'dg-link' }, ...parts) : s('g', ...parts);
}
