/** The shapes of nodes: how large around a label, their outline, where an edge meets it. */
import type { Element } from 'hast';
import { s } from 'hastscript';
import type { Shape } from './graph.ts';
import type { Point, Rect } from './layout.ts';
import { circle, line, middle, path, polygon, rect } from './svg.ts';
import { FONTS, textSize, wrap, type Size } from './text.ts';

const PAD_X = 13;
const PAD_Y = 9;
const CAP = 7;
const SLANT = 14;

/** Breaks long labels. A diamond holds less in a line, unless its author chose the breaks. */
export const wrapLabel = (label: string[], shape: Shape): string[] => wrap(label, FONTS.node, shape === 'diamond' && label.length === 1 ? 130 : 190);

/** Size of a node around its label. */
export function shapeSize(shape: Shape, label: string[]): Size {
	const { width, height } = textSize(label, FONTS.node);
	const box = { width: Math.max(width + 2 * PAD_X, 48), height: height + 2 * PAD_Y };
	switch (shape) {
		case 'start':
		case 'end':
			return { width: 18, height: 18 };
		case 'choice':
			return { width: 32, height: 32 };
		case 'bar':
			return { width: 72, height: 8 };
		case 'circle':
		case 'double-circle': {
			const size = Math.max(44, Math.hypot(width, height) + 12) + (shape === 'double-circle' ? 8 : 0);
			return { width: size, height: size };
		}
		case 'diamond':
			// A label fits a diamond where label width / width + label height / height is at most 1.
			return { width: Math.max(80, width / 0.62 + 12), height: Math.max(56, height / 0.38 + 8) };
		case 'cylinder':
			return { width: box.width, height: box.height + 2 * CAP };
		case 'stadium':
			return { width: box.width + 8, height: box.height };
		case 'subroutine':
			return { width: box.width + 12, height: box.height };
		case 'flag':
		case 'hexagon':
		case 'lean-left':
		case 'lean-right':
		case 'trapezoid':
		case 'trapezoid-alt':
			return { width: box.width + 2 * SLANT, height: box.height };
		default:
			return box;
	}
}

/** Corners of the shapes that are neither round nor upright, clockwise from the top left. */
function corners(shape: Shape, { x, y, width, height }: Rect): Point[] | undefined {
	const [right, bottom, centerX, centerY] = [x + width, y + height, x + width / 2, y + height / 2];
	const quad = (topLeft: number, topRight: number, bottomRight: number, bottomLeft: number): Point[] => [
		{ x: x + topLeft, y },
		{ x: right - topRight, y },
		{ x: right - bottomRight, y: bottom },
		{ x: x + bottomLeft, y: bottom },
	];
	switch (shape) {
		case 'diamond':
		case 'choice':
			return [{ x: centerX, y }, { x: right, y: centerY }, { x: centerX, y: bottom }, { x, y: centerY }];
		case 'hexagon': {
			const [a, b, c, d] = quad(SLANT, SLANT, SLANT, SLANT) as [Point, Point, Point, Point];
			return [a, b, { x: right, y: centerY }, c, d, { x, y: centerY }];
		}
		case 'flag':
			return [...quad(0, 0, 0, 0), { x: x + SLANT, y: centerY }];
		case 'lean-right':
			return quad(SLANT, 0, SLANT, 0);
		case 'lean-left':
			return quad(0, SLANT, 0, SLANT);
		case 'trapezoid':
			return quad(SLANT, SLANT, 0, 0);
		case 'trapezoid-alt':
			return quad(0, 0, SLANT, SLANT);
		default:
			return undefined;
	}
}

export function drawShape(shape: Shape, area: Rect): Element {
	const { x, y, width, height } = area;
	const points = corners(shape, area);
	if (points) return polygon(points, 'dg-node');
	switch (shape) {
		case 'start':
			return circle(middle(area), width / 2 - 1, 'dg-spot');
		case 'end':
			return s('g', circle(middle(area), width / 2 - 1, 'dg-ring'), circle(middle(area), width / 2 - 5, 'dg-spot'));
		case 'bar':
			return rect(area, 'dg-spot', 2);
		case 'circle':
			return circle(middle(area), width / 2, 'dg-node');
		case 'double-circle':
			return s('g', circle(middle(area), width / 2, 'dg-node'), circle(middle(area), width / 2 - 4, 'dg-node'));
		case 'stadium':
			return rect(area, 'dg-node', height / 2);
		case 'rounded':
			return rect(area, 'dg-node', 12);
		case 'subroutine':
			return s(
				'g',
				rect(area, 'dg-node', 3),
				line({ x: x + 7, y }, { x: x + 7, y: y + height }, 'dg-border'),
				line({ x: x + width - 7, y }, { x: x + width - 7, y: y + height }, 'dg-border'),
			);
		case 'cylinder': {
			const arc = (sweep: 0 | 1, sign: 1 | -1) => `a${width / 2} ${CAP} 0 0 ${sweep} ${sign * width} 0`;
			const top = y + CAP;
			return s(
				'g',
				path(`M${x} ${top}${arc(1, 1)}v${height - 2 * CAP}${arc(1, -1)}Z`, 'dg-node'),
				path(`M${x} ${top}${arc(0, 1)}`, 'dg-border'),
			);
		}
		default:
			return rect(area, 'dg-node', 3);
	}
}

/** Middle of the label: below the lid of a cylinder, else the middle. */
export function labelCenter(shape: Shape, area: Rect): Point {
	const center = middle(area);
	return shape === 'cylinder' ? { x: center.x, y: center.y + CAP / 2 } : center;
}

/** The layout ends edges at the rectangle around a shape. This is the point further on, along the edge, where the shape itself begins. */
export function meet(shape: Shape, area: Rect, end: Point): Point {
	const center = middle(area);
	const sideways = Math.abs(Math.abs(end.x - center.x) - area.width / 2) < 0.5;
	const outline = corners(shape, area);
	if (outline) return crossing(outline, end, sideways);
	const [along, across] = sideways ? (['x', 'y'] as const) : (['y', 'x'] as const);
	const [reach, breadth] = sideways ? [area.width / 2, area.height / 2] : [area.height / 2, area.width / 2];
	const offset = (end[across] - center[across]) / breadth;
	const curve = 1 - Math.sqrt(Math.max(0, 1 - offset ** 2));
	const depth = roundDepth(shape, sideways, reach, area);
	return { ...end, [along]: end[along] - Math.sign(end[along] - center[along]) * depth * curve };
}

/** How deep a round end of a shape curves in, in px. */
function roundDepth(shape: Shape, sideways: boolean, reach: number, area: Rect): number {
	if (shape === 'circle' || shape === 'double-circle' || shape === 'start' || shape === 'end') return reach;
	if (shape === 'stadium' && sideways) return area.height / 2;
	if (shape === 'cylinder' && !sideways) return CAP;
	return 0;
}

/** Where the horizontal (or vertical) line through `end` crosses the outline, next to `end`. */
function crossing(outline: Point[], end: Point, horizontal: boolean): Point {
	const [along, across] = horizontal ? (['x', 'y'] as const) : (['y', 'x'] as const);
	const found = outline.flatMap((a, i) => {
		const b = outline[(i + 1) % outline.length]!;
		const share = (end[across] - a[across]) / (b[across] - a[across]);
		return share >= 0 && share <= 1 ? [a[along] + share * (b[along] - a[along])] : [];
	});
	const nearest = found.sort((a, b) => Math.abs(a - end[along]) - Math.abs(b - end[along]))[0];
	return nearest === undefined ? end : { ...end, [along]: nearest };
}
