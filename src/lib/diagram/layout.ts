/** Places boxes and routes edges between them, with the layered algorithm of the Eclipse Layout Kernel. */
import { createRequire } from 'node:module';
import type { ElkEdgeSection, ElkExtendedEdge, ElkLabel, ElkNode, LayoutOptions } from 'elkjs/lib/elk-api.js';
import type { Size } from './text.ts';

export type Direction = 'TB' | 'BT' | 'LR' | 'RL';

export interface Point {
	x: number;
	y: number;
}

export interface Rect extends Point, Size {}

export interface Box {
	id: string;
	/** Size of a leaf; that of a group follows from its children. */
	size?: Size;
	children?: Box[];
	/** Room above the children of a group, for its heading; and the least width the heading needs. */
	heading?: Size;
	/** A direction of its own. It holds where no edge leads into the group or out of it. */
	direction?: Direction;
}

export interface Link {
	from: string;
	to: string;
	/** Size of the text in the middle, and at each end. */
	label?: Size | undefined;
	tail?: Size | undefined;
	head?: Size | undefined;
}

export interface Route {
	points: Point[];
	label: Rect | undefined;
	tail: Rect | undefined;
	head: Rect | undefined;
}

/** A direction as Mermaid writes it; `TD` is its other word for `TB`. */
export function readDirection(word: string | undefined): Direction | undefined {
	if (word === 'TD') return 'TB';
	return word !== undefined && word in ELK_DIRECTION ? (word as Direction) : undefined;
}

export interface Layout extends Size {
	boxes: Map<string, Rect>;
	/** In the order of the links. */
	routes: Route[];
}

export interface Spacing {
	/** Between neighbors, between layers, and between a box and the next bend of an edge, in px. */
	node: number;
	layer: number;
	bend: number;
}

const ELK_DIRECTION = { TB: 'DOWN', BT: 'UP', LR: 'RIGHT', RL: 'LEFT' } as const;
const TURNED = { LR: 'TB', RL: 'TB', TB: 'LR', BT: 'LR' } as const;
/** Room inside the box of a diagram on a laptop, px. */
const COLUMN = 620;
const MARGIN = 8;
const GROUP_PADDING = 14;

interface ElkAnswer {
	data: { error?: unknown; data?: ElkNode };
}
interface ElkWorker {
	onmessage(answer: ElkAnswer): void;
	dispatcher: { saveDispatch(message: { data: object }): void };
}

/** ELK's public interface answers later; its worker can be asked directly, and a diagram is then an ordinary function of its source. */
let worker: ElkWorker | undefined;

function ask(message: object): ElkNode {
	let answer: ElkAnswer['data'] | undefined;
	worker!.onmessage = ({ data }) => void (answer = data);
	worker!.dispatcher.saveDispatch({ data: { id: 0, ...message } });
	if (!answer || answer.error) throw new Error('The layout of a diagram failed', { cause: answer?.error });
	return answer.data!;
}

function elk(graph: ElkNode): ElkNode {
	if (!worker) {
		const { Worker } = createRequire(import.meta.url)('elkjs/lib/elk-worker.min.js') as { Worker: new () => ElkWorker };
		worker = new Worker();
		ask({ cmd: 'register', algorithms: ['layered'] });
	}
	return ask({ cmd: 'layout', graph, layoutOptions: {}, options: {} });
}

function options(direction: Direction, spacing: Spacing): LayoutOptions {
	return {
		'elk.algorithm': 'layered',
		'elk.direction': ELK_DIRECTION[direction],
		'elk.edgeRouting': 'ORTHOGONAL',
		// What is written first stands first, and an edge back to it is the one that runs upwards.
		'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
		'elk.layered.cycleBreaking.strategy': 'DEPTH_FIRST',
		'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
		'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
		'elk.spacing.nodeNode': String(spacing.node),
		'elk.layered.spacing.nodeNodeBetweenLayers': String(spacing.layer),
		'elk.spacing.componentComponent': String(spacing.node),
		'elk.spacing.edgeNode': '16',
		'elk.layered.spacing.edgeNodeBetweenLayers': String(spacing.bend),
		'elk.spacing.edgeEdge': '12',
		'elk.layered.spacing.edgeEdgeBetweenLayers': '12',
		'elk.spacing.edgeLabel': '4',
	};
}

function toElk(box: Box, outer: Direction, edges: ElkExtendedEdge[], spacing: Spacing): ElkNode {
	if (!box.children) return { id: box.id, width: box.size!.width, height: box.size!.height };
	const heading = box.heading ?? { width: 0, height: 0 };
	const direction = box.direction ?? outer;
	const apart = isClosed(box, edges);
	const [wide, low] = [heading.width * 1.1 + 2 * GROUP_PADDING, heading.height + 2 * GROUP_PADDING];
	// ELK lays out everything from left to right and turns it afterwards, but forgets to turn this size in inner groups.
	const turned = !apart && (direction === 'TB' || direction === 'BT');
	const inside = new Set(idsBelow(box));
	const own = apart ? edges.filter((edge) => inside.has(edge.sources[0]!)) : [];
	for (const edge of own) edges.splice(edges.indexOf(edge), 1);
	return {
		id: box.id,
		edges: own,
		children: box.children.map((child) => toElk(child, direction, apart ? own : edges, spacing)),
		layoutOptions: {
			...options(direction, spacing),
			// ELK fails where a group that is laid out together with its surroundings asks for the order of the source.
			...(apart ? { 'elk.hierarchyHandling': 'SEPARATE_CHILDREN' } : { 'elk.layered.considerModelOrder.strategy': 'NONE' }),
			'elk.padding': `[top=${heading.height + GROUP_PADDING},left=${GROUP_PADDING},bottom=${GROUP_PADDING},right=${GROUP_PADDING}]`,
			'elk.nodeSize.constraints': 'MINIMUM_SIZE',
			'elk.nodeSize.minimum': `(${(turned ? [low, wide] : [wide, low]).join()})`,
		},
	};
}

const idsBelow = (box: Box): string[] => (box.children ?? []).flatMap((child) => [child.id, ...idsBelow(child)]);

/** True where no edge leads into or out of the group or of a group within: it can be laid out on its own. */
function isClosed(box: Box, edges: ElkExtendedEdge[]): boolean {
	const inside = new Set(idsBelow(box));
	const crossed = edges.some((edge) => inside.has(edge.sources[0]!) !== inside.has(edge.targets[0]!));
	return !crossed && (box.children ?? []).every((child) => !child.children || isClosed(child, edges));
}

/**
 * Lays out boxes and links in a direction. Where that is wider than the column and the other way is narrower, the
 * drawing is turned: a page scrolls down more easily than a box scrolls sideways. Coordinates are px from the top left
 * corner of the drawing.
 */
export function layout(direction: Direction, boxes: Box[], links: Link[], spacing: Spacing): Layout {
	const asked = place(direction, boxes, links, spacing);
	if (asked.width <= COLUMN) return asked;
	const turned = place(TURNED[direction], boxes, links, spacing);
	return turned.width < asked.width * 0.9 ? turned : asked;
}

function place(direction: Direction, boxes: Box[], links: Link[], spacing: Spacing): Layout {
	const label = (size: Size | undefined, placement: 'CENTER' | 'TAIL' | 'HEAD'): ElkLabel[] =>
		size
			? [{ ...size, text: placement, layoutOptions: { 'elk.edgeLabels.placement': placement, 'elk.edgeLabels.inline': String(placement === 'CENTER') } }]
			: [];
	const edges = links.map(
		({ from, to, ...size }, i): ElkExtendedEdge => ({
			id: String(i),
			sources: [from],
			targets: [to],
			labels: [...label(size.label, 'CENTER'), ...label(size.tail, 'TAIL'), ...label(size.head, 'HEAD')],
		}),
	);
	const children = boxes.map((box) => toElk(box, direction, edges, spacing));
	const graph = elk({
		id: 'root',
		layoutOptions: {
			...options(direction, spacing),
			'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
			'elk.padding': `[top=${MARGIN},left=${MARGIN},bottom=${MARGIN},right=${MARGIN}]`,
			'elk.json.shapeCoords': 'ROOT',
			'elk.json.edgeCoords': 'ROOT',
		},
		children,
		edges,
	});

	const placed = new Map<string, Rect>();
	const routes: Route[] = [];
	const collect = (node: ElkNode) => {
		for (const edge of node.edges ?? []) routes[Number(edge.id)] = route(edge);
		for (const child of node.children ?? []) {
			placed.set(child.id, rect(child));
			collect(child);
		}
	};
	collect(graph);
	return { width: graph.width ?? 0, height: graph.height ?? 0, boxes: placed, routes };
}

function route(edge: ElkExtendedEdge): Route {
	const labels = new Map((edge.labels ?? []).map((part) => [part.text, rect(part)]));
	return {
		points: (edge.sections ?? []).flatMap((section: ElkEdgeSection) => [section.startPoint, ...(section.bendPoints ?? []), section.endPoint]),
		label: labels.get('CENTER'),
		tail: labels.get('TAIL'),
		head: labels.get('HEAD'),
	};
}

const rect = ({ x = 0, y = 0, width = 0, height = 0 }: ElkNode | ElkLabel): Rect => ({ x, y, width, height });
