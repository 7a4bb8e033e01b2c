/** The pieces every kind of diagram is drawn with. Colors are classes: src/styles/diagrams.css gives them per theme. */
import type { Element } from 'hast';
import { s } from 'hastscript';
import type { Point, Rect } from './layout.ts';
import { FONTS, LINE_HEIGHT, textSize, type Font, type Size } from './text.ts';

/** What a kind draws; `element` in `diagram.ts` makes the `svg` of it. */
export interface Drawing extends Size {
	parts: Element[];
	/** True where parts of it are links, which an image must not hide. */
	linked?: boolean;
}

/** A tenth of a px is finer than any screen. */
export const px = (value: number): number => Math.round(value * 10) / 10;

const list = (points: Point[]) => points.map(({ x, y }) => `${px(x)} ${px(y)}`);

export function rect({ x, y, width, height }: Rect, className: string, radius = 0): Element {
	return s('rect', { x: px(x), y: px(y), width: px(width), height: px(height), ...(radius && { rx: px(radius) }), class: className });
}

export const circle = ({ x, y }: Point, radius: number, className: string): Element =>
	s('circle', { cx: px(x), cy: px(y), r: px(radius), class: className });

export const polygon = (points: Point[], className: string): Element => s('path', { d: `M${list(points).join('L')}Z`, class: className });

export const line = (from: Point, to: Point, className: string): Element => s('path', { d: `M${list([from, to]).join('L')}`, class: className });

export const path = (d: string, className: string): Element => s('path', { d, class: className });

/** A polyline as path data, its corners rounded. */
export function rounded(points: Point[], radius: number): string {
	const [first, ...rest] = points;
	if (!first) return '';
	const parts = [`M${list([first])[0]}`];
	rest.forEach((corner, i) => {
		const next = rest[i + 1];
		const before = points[i]!;
		if (!next) return void parts.push(`L${list([corner])[0]}`);
		const room = Math.min(radius, distance(before, corner) / 2, distance(corner, next) / 2);
		const [enter, leave] = [toward(corner, before, room), toward(corner, next, room)];
		parts.push(`L${list([enter])[0]}`, `Q${list([corner, leave]).join(' ')}`);
	});
	return parts.join('');
}

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);

/** The point `length` px from `from` on the way to `to`. */
export function toward(from: Point, to: Point, length: number): Point {
	const whole = distance(from, to) || 1;
	return { x: from.x + ((to.x - from.x) * length) / whole, y: from.y + ((to.y - from.y) * length) / whole };
}

interface TextOptions {
	anchor?: 'start' | 'middle' | 'end';
	className?: string;
	italic?: boolean;
}

/** Lines of text, vertically centered on `at.y`. */
export function text(lines: string[], at: Point, font: Font, { anchor = 'middle', className = 'dg-text', italic = false }: TextOptions = {}): Element {
	const step = font.size * LINE_HEIGHT;
	// The baseline stands a third of the size below the middle of the letters.
	const baseline = at.y - ((lines.length - 1) / 2) * step + font.size * 0.35;
	const place = (i: number) => ({ x: px(at.x), y: px(baseline + i * step) });
	return s(
		'text',
		{
			...(lines.length === 1 && place(0)),
			'font-size': font.size,
			...(font.weight === 'bold' && { 'font-weight': 600 }),
			...(italic && { 'font-style': 'italic' }),
			...(anchor !== 'start' && { 'text-anchor': anchor }),
			class: font.family === 'mono' ? `${className} dg-mono` : className,
		},
		lines.length === 1 ? lines[0]! : lines.map((part, i) => s('tspan', place(i), part)),
	);
}

/** Text with a backing that keeps the line behind it from running through the letters. */
export function label(lines: string[], center: Point, font: Font = FONTS.label, backing = 'dg-backing'): Element {
	const { width, height } = textSize(lines, font);
	const area = { x: center.x - width / 2 - 3, y: center.y - height / 2, width: width + 6, height };
	return s('g', rect(area, backing, 3), text(lines, center, font, { className: 'dg-quiet' }));
}

/** Room a `label` takes, with some air around it. */
export function labelSize(lines: string[]): Size {
	const { width, height } = textSize(lines, FONTS.label);
	return { width: width + 8, height: height + 2 };
}

export const middle = ({ x, y, width, height }: Rect): Point => ({ x: x + width / 2, y: y + height / 2 });

type MarkerName = keyof typeof MARKERS;

/** Ends of lines, drawn pointing right with the tip at `tip`; `start` turns them around. */
const MARKERS = {
	arrow: { tip: 9, draw: () => path('M0 0L10 5L0 10Z', 'dg-head') },
	open: { tip: 9, draw: () => path('M1 1L9 5L1 9', 'dg-line') },
	cross: { tip: 5, draw: () => path('M1 1L9 9M9 1L1 9', 'dg-line') },
	circle: { tip: 10, draw: () => circle({ x: 6, y: 5 }, 4, 'dg-hollow') },
	triangle: { tip: 13, draw: () => path('M1 -1L13 5L1 11Z', 'dg-hollow') },
	diamond: { tip: 17, draw: () => path('M1 5L9 0L17 5L9 10Z', 'dg-head') },
	'hollow-diamond': { tip: 17, draw: () => path('M1 5L9 0L17 5L9 10Z', 'dg-hollow') },
	one: { tip: 18, draw: () => path('M8 0V10M13 0V10', 'dg-line') },
	'zero-one': { tip: 18, draw: () => s('g', circle({ x: 5, y: 5 }, 4, 'dg-hollow'), path('M13 0V10', 'dg-line')) },
	many: { tip: 18, draw: () => path('M4 0V10M8 5L18 -1M8 5L18 11', 'dg-line') },
	'zero-many': { tip: 18, draw: () => s('g', circle({ x: 3, y: 5 }, 4, 'dg-hollow'), path('M8 5L18 -1M8 5L18 11', 'dg-line')) },
} as const satisfies Record<string, { tip: number; draw: () => Element }>;

/** The line ends a drawing uses. Their ids carry the diagram's, so that several diagrams of a page keep apart. */
export class Markers {
	readonly #id: string;
	readonly #used = new Set<MarkerName>();

	constructor(id: string) {
		this.#id = id;
	}

	/** Attributes for a line that ends (and starts) so. */
	ends({ start, end }: { start?: MarkerName | undefined; end?: MarkerName | undefined }): Record<string, string> {
		const url = (name: MarkerName) => {
			this.#used.add(name);
			return `url(#${this.#id}-${name})`;
		};
		return { ...(start && { 'marker-start': url(start) }), ...(end && { 'marker-end': url(end) }) };
	}

	defs(): Element[] {
		if (this.#used.size === 0) return [];
		const markers = [...this.#used].map((name) => {
			const { tip, draw } = MARKERS[name];
			return s(
				'marker',
				{ id: `${this.#id}-${name}`, markerWidth: 20, markerHeight: 14, refX: tip, refY: 5, markerUnits: 'userSpaceOnUse', orient: 'auto-start-reverse', overflow: 'visible' },
				draw(),
			);
		});
		return [s('defs', markers)];
	}
}

export type { MarkerName };
