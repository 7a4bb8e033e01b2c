/** Reads and draws a Mermaid class diagram. */
import type { Element } from 'hast';
import { s } from 'hastscript';
import { DiagramError } from './error.ts';
import { layout, readDirection, type Direction, type Rect, type Route } from './layout.ts';
import { notUnderstood, type DiagramSource, type Statement } from './source.ts';
import { label, labelSize, line, Markers, middle, rect, rounded, text, type Drawing, type MarkerName } from './svg.ts';
import { FONTS, readLabel, readText, textWidth, type Size } from './text.ts';

interface Class {
	id: string;
	label: string;
	annotation?: string;
	attributes: string[];
	methods: string[];
}

interface Relation {
	from: string;
	to: string;
	start: MarkerName | undefined;
	end: MarkerName | undefined;
	dashed: boolean;
	label: string[] | undefined;
	/** Cardinalities. */
	tail: string[] | undefined;
	head: string[] | undefined;
}

interface ClassDiagram {
	direction: Direction;
	classes: Map<string, Class>;
	relations: Relation[];
}

const NAME = '([\\p{L}\\p{N}_-]+)(~[^"]+~)?';
const DECLARATION = new RegExp(`^class\\s+${NAME}\\s*(?:\\[("[^"]*")\\])?\\s*(\\{)?$`, 'u');
const MEMBER = new RegExp(`^${NAME}\\s*:\\s*(.+)$`, 'u');
const ANNOTATION = /^<<([\w -]+)>>(?:\s+([\p{L}\p{N}_-]+))?$/u;
const RELATION = new RegExp(`^${NAME}\\s*("[^"]*")?\\s*(<\\||[*o<])?(--|\\.\\.)(\\|>|[*o>])?\\s*("[^"]*")?\\s*${NAME}\\s*(?::\\s*(.+))?$`, 'u');
const ENDS: Record<string, MarkerName> = { '<|': 'triangle', '|>': 'triangle', '*': 'diamond', o: 'hollow-diamond', '<': 'open', '>': 'open' };
const EXPECTED = '"class A {" … "}", "A : +member" or a relation: A <|-- B, A *-- B, A o-- B, A --> B, A ..> B, A ..|> B, A "1" --> "*" B : label';

const generics = (name: string): string => name.replace(/~([^~]*)~/g, '<$1>');

export function drawClasses(source: DiagramSource, id: string): Drawing {
	return draw(read(source), id);
}

function read({ header, body }: DiagramSource): ClassDiagram {
	const diagram: ClassDiagram = { direction: 'TB', classes: new Map(), relations: [] };
	const named = (id: string, generic = ''): Class => {
		const known = diagram.classes.get(id) ?? { id, label: id, attributes: [], methods: [] };
		if (generic) known.label = generics(id + generic);
		diagram.classes.set(id, known);
		return known;
	};
	let open: { of: Class; line: number } | undefined;
	for (const statement of body) {
		const { text: words, line: at } = statement;
		const annotation = ANNOTATION.exec(words);
		const declaration = DECLARATION.exec(words);
		const relation = RELATION.exec(words);
		const member = MEMBER.exec(words);
		const direction = readDirection(/^direction\s+(\w+)$/.exec(words)?.[1]);
		if (open) {
			if (words === '}') open = undefined;
			else if (annotation && !annotation[2]) open.of.annotation = annotation[1]!;
			else addMember(open.of, statement);
		} else if (direction) {
			diagram.direction = direction;
		} else if (annotation?.[2]) {
			named(annotation[2]).annotation = annotation[1]!;
		} else if (declaration) {
			const [, name = '', generic, quoted, brace] = declaration;
			const of = named(name, generic);
			if (quoted) of.label = readLabel(quoted, at).join(' ');
			if (brace) open = { of, line: at };
		} else if (relation) {
			const [, from = '', fromGeneric, tail, start = '', stroke, end = '', head, to = '', toGeneric, name] = relation;
			diagram.relations.push({
				from: named(from, fromGeneric).id,
				to: named(to, toGeneric).id,
				start: ENDS[start],
				end: ENDS[end],
				dashed: stroke === '..',
				label: name === undefined ? undefined : readText(name, at),
				tail: tail && readText(tail, at),
				head: head && readText(head, at),
			} as Relation);
		} else if (member) {
			addMember(named(member[1]!, member[2]), { line: at, text: member[3]! });
		} else {
			throw notUnderstood(statement, EXPECTED);
		}
	}
	if (open) throw new DiagramError(`The class "${open.of.id}" is not closed. Expected "}".`, open.line);
	if (diagram.classes.size === 0) throw new DiagramError('The diagram has no classes. Expected at least one.', header.line);
	return diagram;
}

/** `+String name` stands as it is written, `+scan(filter) Plan` as `+scan(filter): Plan`. */
function addMember(of: Class, { text: words, line: at }: Statement): void {
	if (/[{}]/.test(words)) throw notUnderstood({ text: words, line: at }, 'one member a line: "+String name" or "+method(parameter) Type"');
	if (/[$*]$|\)[$*]/.test(words)) throw new DiagramError('The marks $ and * of a member are not drawn. Remove them.', at);
	const visibility = /^[+\-#~]/.exec(words)?.[0] ?? '';
	const plain = generics(words.slice(visibility.length).trim());
	const method = /^([^()]+\(.*\))\s*:?\s*(.*)$/.exec(plain);
	if (method) of.methods.push(visibility + method[1]! + (method[2] ? `: ${method[2]}` : ''));
	else of.attributes.push(visibility + plain);
}

const ROW = 19;
const PAD = 8;

function size(of: Class): Size & { title: number } {
	const members = [...of.attributes, ...of.methods];
	const widths = [textWidth(of.label, FONTS.name), ...(of.annotation ? [textWidth(`«${of.annotation}»`, FONTS.label)] : []), ...members.map((member) => textWidth(member, FONTS.member))];
	const title = (of.annotation ? 46 : 30) + 2;
	const rows = [of.attributes, of.methods].filter((part) => part.length > 0).map((part) => part.length * ROW + PAD);
	return { width: Math.max(90, Math.max(...widths) + 2 * PAD + 4), height: title + rows.reduce((sum, height) => sum + height, 0), title };
}

function draw({ direction, classes, relations }: ClassDiagram, id: string): Drawing {
	const all = [...classes.values()];
	const room = (lines: string[] | undefined) => lines && labelSize(lines);
	const placed = layout(
		direction,
		all.map((of) => ({ id: of.id, size: size(of) })),
		relations.map(({ from, to, ...ends }) => ({ from, to, label: room(ends.label), tail: room(ends.tail), head: room(ends.head) })),
		{ node: 32, layer: 44, bend: 22 },
	);
	const markers = new Markers(id);
	const parts = [
		...relations.map((relation, i) => drawRelation(relation, placed.routes[i]!, markers)),
		...all.map((of) => drawClass(of, placed.boxes.get(of.id)!)),
	];
	return { width: placed.width, height: placed.height, parts: [...markers.defs(), ...parts] };
}

function drawRelation(relation: Relation, route: Route, markers: Markers): Element {
	const words = ([['label', route.label], ['tail', route.tail], ['head', route.head]] as const).flatMap(([key, area]) => {
		const lines = relation[key];
		return lines && area ? [label(lines, middle(area))] : [];
	});
	return s('g', s('path', { d: rounded(route.points, 6), class: relation.dashed ? 'dg-line dg-dashed' : 'dg-line', ...markers.ends(relation) }), ...words);
}

function drawClass(of: Class, area: Rect): Element {
	const { title } = size(of);
	const center = area.x + area.width / 2;
	const parts = [
		rect(area, 'dg-node', 3),
		rect({ ...area, height: title }, 'dg-title', 3),
		...(of.annotation ? [text([`«${of.annotation}»`], { x: center, y: area.y + 14 }, FONTS.label, { className: 'dg-quiet', italic: true })] : []),
		text([of.label], { x: center, y: area.y + (of.annotation ? 33 : title / 2) }, FONTS.name),
	];
	let top = area.y + title;
	for (const members of [of.attributes, of.methods]) {
		if (members.length === 0) continue;
		if (top > area.y + title) parts.push(line({ x: area.x, y: top }, { x: area.x + area.width, y: top }, 'dg-border'));
		members.forEach((member, i) => parts.push(text([member], { x: area.x + PAD + 2, y: top + PAD / 2 + (i + 0.5) * ROW }, FONTS.member, { anchor: 'start' })));
		top += members.length * ROW + PAD;
	}
	return s('g', parts);
}
