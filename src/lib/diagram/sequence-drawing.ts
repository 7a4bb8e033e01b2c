/** Draws a sequence diagram: participants side by side, what they say one below the other. */
import type { Element } from 'hast';
import { s } from 'hastscript';
import { DiagramError } from './error.ts';
import type { Activation, Block, Item, Message, Note, Sequence } from './sequence.ts';
import { label, line, Markers, rect, text, type Drawing } from './svg.ts';
import { FONTS, textSize, textWidth, wrap } from './text.ts';

const MARGIN = 8;
const PARTICIPANT_WIDTH = 140;
const TEXT_WIDTH = 200;
const BAR = 10;
const LOOP = { width: 26, height: 22 };
/** From this height on, px, the participants stand at the foot again. */
const TALL = 460;

interface Span {
	left: number;
	right: number;
}

const join = (spans: Span[]): Span => ({ left: Math.min(...spans.map(({ left }) => left)), right: Math.max(...spans.map(({ right }) => right)) });

export function drawSequence(sequence: Sequence, id: string): Drawing {
	return new SequenceDrawing(sequence, id).draw();
}

/** One drawing in the making: walks down the items, `#y` is where the next one begins. */
class SequenceDrawing {
	readonly #items: Item[];
	readonly #names: string[];
	readonly #labels: string[][];
	readonly #centers: number[];
	readonly #markers: Markers;
	readonly #bars = new Map<string, number[]>();
	readonly #layers = { frames: [] as Element[], bars: [] as Element[], messages: [] as Element[] };
	#y = 0;

	constructor(sequence: Sequence, id: string) {
		this.#names = [...sequence.participants.keys()];
		this.#labels = [...sequence.participants.values()].map((lines) => wrap(lines, FONTS.node, PARTICIPANT_WIDTH));
		this.#items = sequence.items.map(wrapTexts);
		this.#centers = this.#placeParticipants();
		this.#markers = new Markers(id);
	}

	draw(): Drawing {
		const head = Math.max(...this.#labels.map((lines) => textSize(lines, FONTS.node).height)) + 20;
		const boxes = this.#labels.map((lines, i) => ({ lines, x: this.#centers[i]! - this.#boxWidth(i) / 2, width: this.#boxWidth(i), height: head }));
		this.#y = head + 6;
		for (const item of this.#items) this.#draw(item);
		for (const [name, starts] of this.#bars) for (const start of starts.splice(0).reverse()) this.#bar(name, start, starts.length);
		const foot = this.#y + 16;
		const tall = foot > TALL;

		const { left, right } = join([...boxes.map(({ x, width }) => ({ left: x, right: x + width })), ...this.#items.flatMap((item) => this.#span(item) ?? [])]);
		const participants = (y: number) =>
			boxes.map(({ lines, x, width }) => s('g', rect({ x, y, width, height: head }, 'dg-node', 4), text(lines, { x: x + width / 2, y: y + head / 2 }, FONTS.node)));
		const parts = [
			...this.#layers.frames,
			...this.#centers.map((x) => line({ x, y: head }, { x, y: foot }, 'dg-lifeline')),
			...this.#layers.bars,
			...this.#layers.messages,
			...participants(0),
			...(tall ? participants(foot) : []),
		];
		return {
			width: right - left + 2 * MARGIN,
			height: foot + (tall ? head : 0) + 2 * MARGIN,
			parts: [...this.#markers.defs(), s('g', { transform: `translate(${Math.round(MARGIN - left)} ${MARGIN})` }, parts)],
		};
	}

	#index(name: string): number {
		return this.#names.indexOf(name);
	}

	#boxWidth(i: number): number {
		return Math.max(72, textSize(this.#labels[i]!, FONTS.node).width + 28);
	}

	/** Middle of every participant: as near to each other as their names and what is said between them allow. */
	#placeParticipants(): number[] {
		const needs = this.#names.slice(1).map((_, i) => ({ from: i, to: i + 1, room: (this.#boxWidth(i) + this.#boxWidth(i + 1)) / 2 + 24 }));
		for (const item of flatten(this.#items)) needs.push(...this.#room(item));
		const centers = [0];
		for (let to = 1; to < this.#names.length; to++) {
			centers.push(Math.max(...needs.filter((need) => need.to === to).map((need) => centers[need.from]! + need.room)));
		}
		return centers;
	}

	/** Room an item needs between two participants, in px. */
	#room(item: Item): { from: number; to: number; room: number }[] {
		const last = this.#names.length - 1;
		const between = (from: number, to: number, room: number) => (from >= 0 && to <= last ? [{ from, to, room }] : []);
		if (item.type === 'message') {
			const [a, b] = [this.#index(item.from), this.#index(item.to)];
			const { width } = textSize(item.label, FONTS.label);
			return a === b ? between(a, a + 1, width + LOOP.width + BAR + 24) : between(Math.min(a, b), Math.max(a, b), width + 2 * BAR + 16);
		}
		if (item.type === 'note') {
			const [a, b] = this.#ends(item);
			const width = noteSize(item).width;
			if (item.side === 'left') return between(a - 1, a, width + 24);
			if (item.side === 'right') return between(b, b + 1, width + 24);
			return a === b ? [...between(a - 1, a, width / 2 + 16), ...between(a, a + 1, width / 2 + 16)] : between(a, b, width - 40);
		}
		return [];
	}

	#ends(note: Note): [number, number] {
		const [a, b] = note.of.map((name) => this.#index(name)) as [number, number];
		return [Math.min(a, b), Math.max(a, b)];
	}

	/** From where to where an item reaches, frames with their padding. */
	#span(item: Item): Span | undefined {
		if (item.type === 'message') {
			const [a, b] = [this.#centers[this.#index(item.from)]!, this.#centers[this.#index(item.to)]!];
			if (a === b) return { left: a - BAR, right: a + BAR + LOOP.width + 6 + textSize(item.label, FONTS.label).width };
			return { left: Math.min(a, b) - BAR, right: Math.max(a, b) + BAR };
		}
		if (item.type === 'note') {
			const { x, width } = this.#noteArea(item);
			return { left: x, right: x + width };
		}
		if (item.type === 'block') {
			const inner = item.sections.flatMap((section) => section.items.flatMap((each) => this.#span(each) ?? []));
			const { left, right } = inner.length > 0 ? join(inner) : { left: this.#centers[0]!, right: this.#centers.at(-1)! };
			const heading = Math.max(...item.sections.map((section, i) => textSize(section.label, FONTS.label).width + (i === 0 ? tabWidth(item) : 0)));
			return { left: left - 12, right: Math.max(right + 12, left + heading + 16) };
		}
		return undefined;
	}

	#noteArea(note: Note): { x: number; width: number; height: number } {
		const [a, b] = this.#ends(note).map((i) => this.#centers[i]!) as [number, number];
		const { width, height } = noteSize(note);
		if (note.side === 'left') return { x: a - BAR - 2 - width, width, height };
		if (note.side === 'right') return { x: b + BAR + 2, width, height };
		const wide = a === b ? width : Math.max(width, b - a + 40);
		return { x: (a + b - wide) / 2, width: wide, height };
	}

	#draw(item: Item): void {
		if (item.type === 'message') this.#message(item);
		else if (item.type === 'note') this.#note(item);
		else if (item.type === 'activation') this.#activation(item);
		else this.#block(item);
	}

	#message(message: Message): void {
		const { height } = textSize(message.label, FONTS.label);
		const [from, to] = [this.#index(message.from), this.#index(message.to)];
		const attributes = { class: message.dashed ? 'dg-line dg-dashed' : 'dg-line', ...this.#markers.ends({ end: message.end }) };
		if (from === to) {
			this.#y += 12;
			if (message.activates) this.#start(message.to, this.#y + LOOP.height);
			const x = this.#edge(message.from, 1);
			const drop = Math.max(LOOP.height, height - 8);
			const center = this.#y + drop / 2;
			this.#layers.messages.push(
				s('path', { d: `M${x} ${this.#y}h${LOOP.width - 6}q6 0 6 6v${drop - 12}q0 6 -6 6h${6 - LOOP.width}`, ...attributes }),
				label(message.label, { x: x + LOOP.width + 6 + textSize(message.label, FONTS.label).width / 2, y: center }),
			);
			this.#y += drop + 8;
		} else {
			this.#y += 8 + height + 6;
			if (message.activates) this.#start(message.to, this.#y);
			const side = to > from ? 1 : -1;
			const [x1, x2] = [this.#edge(message.from, side), this.#edge(message.to, -side as 1 | -1)];
			this.#layers.messages.push(
				label(message.label, { x: (x1 + x2) / 2, y: this.#y - 6 - height / 2 }),
				s('path', { d: `M${x1} ${this.#y}H${x2}`, ...attributes }),
			);
			this.#y += 6;
		}
		if (message.deactivates) this.#stop(message.from, this.#y - 6, message.line);
	}

	/** Where a message touches a participant: its line, or the outermost bar on it. */
	#edge(name: string, side: 1 | -1): number {
		const depth = this.#bars.get(name)?.length ?? 0;
		const center = this.#centers[this.#index(name)]!;
		if (depth === 0) return center;
		return side === 1 ? center + BAR / 2 + (depth - 1) * 4 : center - BAR / 2;
	}

	#start(name: string, y: number): void {
		this.#bars.set(name, [...(this.#bars.get(name) ?? []), y]);
	}

	#stop(name: string, y: number, sourceLine: number): void {
		const start = this.#bars.get(name)?.pop();
		if (start === undefined) throw new DiagramError(`"${name}" is deactivated without being active. Expected an activation above (->>+ or activate).`, sourceLine);
		this.#bar(name, start, this.#bars.get(name)!.length, y);
	}

	#bar(name: string, start: number, depth: number, end = this.#y): void {
		// Inner bars end first, and stand in front of the outer ones.
		this.#layers.bars.unshift(rect({ x: this.#centers[this.#index(name)]! - BAR / 2 + depth * 4, y: start, width: BAR, height: Math.max(end - start, 6) }, 'dg-bar'));
	}

	#activation({ of, on, line: sourceLine }: Activation): void {
		if (on) this.#start(of, this.#y - 6);
		else this.#stop(of, this.#y, sourceLine);
	}

	#note(note: Note): void {
		this.#y += 8;
		const area = { ...this.#noteArea(note), y: this.#y };
		this.#layers.messages.push(s('g', rect(area, 'dg-note', 2), text(note.text, { x: area.x + area.width / 2, y: area.y + area.height / 2 }, FONTS.label)));
		this.#y += area.height + 4;
	}

	#block(block: Block): void {
		const { left, right } = this.#span(block)!;
		this.#y += 12;
		const top = this.#y;
		const tab = tabWidth(block);
		const dividers: Element[] = [];
		this.#layers.messages.push(
			rect({ x: left, y: top, width: tab, height: 22 }, 'dg-title', 3),
			text([block.kind], { x: left + tab / 2, y: top + 11 }, FONTS.heading),
		);
		block.sections.forEach((section, i) => {
			if (i > 0) {
				this.#y += 10;
				dividers.push(line({ x: left, y: this.#y }, { x: right, y: this.#y }, 'dg-border dg-dashed'));
			}
			const { width, height } = textSize(section.label, FONTS.label);
			const indent = i === 0 ? tab + 6 : 8;
			if (section.label.length > 0) this.#layers.messages.push(label(section.label, { x: left + indent + width / 2, y: this.#y + 3 + height / 2 }));
			this.#y += Math.max(i === 0 ? 22 : 4, height + 4);
			for (const item of section.items) this.#draw(item);
		});
		this.#y += 10;
		// Outer frames are drawn first.
		this.#layers.frames.unshift(s('g', rect({ x: left, y: top, width: right - left, height: this.#y - top }, 'dg-border', 3), ...dividers));
		this.#y += 2;
	}
}

const tabWidth = (block: Block): number => textWidth(block.kind, FONTS.heading) + 16;

function noteSize({ text: lines }: Note): { width: number; height: number } {
	const { width, height } = textSize(lines, FONTS.label);
	return { width: width + 20, height: height + 12 };
}

function wrapTexts(item: Item): Item {
	const fit = (lines: string[]) => wrap(lines, FONTS.label, TEXT_WIDTH);
	if (item.type === 'message') return { ...item, label: fit(item.label) };
	if (item.type === 'note') return { ...item, text: fit(item.text) };
	if (item.type === 'block') return { ...item, sections: item.sections.map((section) => ({ label: section.label.length > 0 ? fit(section.label) : [], items: section.items.map(wrapTexts) })) };
	return item;
}

const flatten = (items: Item[]): Item[] => items.flatMap((item) => (item.type === 'block' ? item.sections.flatMap((section) => flatten(section.items)) : [item]));
