/** Reads and draws a Mermaid entity relationship diagram. */
import type { Element } from 'hast';
import { s } from 'hastscript';
import { DiagramError } from './error.ts';
import { layout, readDirection, type Direction, type Rect, type Route } from './layout.ts';
import { notUnderstood, type DiagramSource, type Statement } from './source.ts';
import { label, labelSize, line, Markers, middle, rect, rounded, text, type Drawing, type MarkerName } from './svg.ts';
import { FONTS, readText, textWidth, wrap, type Font, type Size } from './text.ts';

interface Attribute {
	name: string;
	type: string;
	/** `PK`, `FK`, `UK` or several of them. */
	keys: string;
	comment: string;
}

interface Entity {
	id: string;
	label: string;
	attributes: Attribute[];
}

interface Relation {
	from: string;
	to: string;
	start: MarkerName;
	end: MarkerName;
	identifying: boolean;
	label: string[];
}

interface ErDiagram {
	direction: Direction;
	entities: Map<string, Entity>;
	relations: Relation[];
}

const NAME = '(?:([\\p{L}\\p{N}_-]+)|"([^"]+)")';
const ENTITY = new RegExp(`^${NAME}\\s*(?:\\[\\s*"?([^"\\]]+)"?\\s*\\])?\\s*(\\{)?$`, 'u');
/** Mermaid reads each sign on either side. */
const END = '\\|o|o\\||\\|\\||\\}o|o\\{|\\}\\||\\|\\{';
const RELATION = new RegExp(`^${NAME}\\s+(${END})(--|\\.\\.)(${END})\\s+${NAME}\\s*(?::\\s*(.+))?$`, 'u');
const ATTRIBUTE = /^(\S+)\s+(\S+?)(?:\s+((?:PK|FK|UK)(?:\s*,\s*(?:PK|FK|UK))*))?(?:\s+"([^"]*)")?$/;
const ENDS: Record<string, MarkerName> = { '|o': 'zero-one', 'o|': 'zero-one', '||': 'one', '}o': 'zero-many', 'o{': 'zero-many', '}|': 'many', '|{': 'many' };

export function drawEntities(source: DiagramSource, id: string): Drawing {
	return draw(read(source), id);
}

function read({ header, body }: DiagramSource): ErDiagram {
	const diagram: ErDiagram = { direction: 'TB', entities: new Map(), relations: [] };
	const entity = (id: string): Entity => {
		const known = diagram.entities.get(id) ?? { id, label: id, attributes: [] };
		diagram.entities.set(id, known);
		return known;
	};
	let open: { of: Entity; line: number } | undefined;
	for (const statement of body) {
		const { text: words, line: at } = statement;
		const declared = ENTITY.exec(words);
		const relation = RELATION.exec(words);
		const direction = readDirection(/^direction\s+(\w+)$/.exec(words)?.[1]);
		if (open) {
			if (words === '}') open = undefined;
			else open.of.attributes.push(readAttribute(statement));
		} else if (direction) {
			diagram.direction = direction;
		} else if (relation) {
			const [, from, fromQuoted, start = '', stroke, end = '', to, toQuoted, name] = relation;
			if (name === undefined) throw notUnderstood(statement, 'a label for the relation: A ||--o{ B : "places"');
			diagram.relations.push({
				from: entity(from ?? fromQuoted ?? '').id,
				to: entity(to ?? toQuoted ?? '').id,
				start: ENDS[start]!,
				end: ENDS[end]!,
				identifying: stroke === '--',
				label: readText(name, at),
			});
		} else if (declared) {
			const [, id, quoted, alias, brace] = declared;
			const of = entity(id ?? quoted ?? '');
			if (alias) of.label = readText(alias, at).join(' ');
			if (brace) open = { of, line: at };
		} else {
			throw notUnderstood(statement, '"NAME {" … "}" or a relation: A ||--o{ B : label (ends: || one, o| zero or one, }| one or more, }o zero or more)');
		}
	}
	if (open) throw new DiagramError(`The entity "${open.of.id}" is not closed. Expected "}".`, open.line);
	if (diagram.entities.size === 0) throw new DiagramError('The diagram has no entities. Expected at least one.', header.line);
	return diagram;
}

function readAttribute(statement: Statement): Attribute {
	const match = ATTRIBUTE.exec(statement.text);
	if (!match) throw notUnderstood(statement, 'an attribute: type name, then PK, FK or UK, then "a comment"; or "}"');
	const [, type = '', name = '', keys = '', comment = ''] = match;
	return { type, name, keys: keys.replace(/\s*,\s*/g, ', '), comment: comment && readText(comment, statement.line).join(' ') };
}

const ROW = 20;
const PAD = 10;
const TITLE = 30;
const LABEL_WIDTH = 150;
const COLUMNS = [
	{ key: 'name', font: FONTS.member, className: 'dg-text' },
	{ key: 'type', font: FONTS.member, className: 'dg-quiet' },
	{ key: 'keys', font: FONTS.heading, className: 'dg-quiet' },
	{ key: 'comment', font: FONTS.label, className: 'dg-quiet' },
] as const satisfies { key: keyof Attribute; font: Font; className: string }[];

/** Columns that hold anything, with the offset of each from the left side of the box. */
function columns(of: Entity) {
	let offset = PAD;
	return COLUMNS.flatMap((column) => {
		const width = Math.max(0, ...of.attributes.map((attribute) => (attribute[column.key] ? textWidth(attribute[column.key], column.font) : 0)));
		if (width === 0) return [];
		const placed = { ...column, offset };
		offset += width + 14;
		return [{ ...placed, right: offset - 14 }];
	});
}

function size(of: Entity): Size {
	const right = columns(of).at(-1)?.right ?? 0;
	return {
		width: Math.max(100, right + PAD, textWidth(of.label, FONTS.name) + 2 * PAD),
		height: TITLE + (of.attributes.length > 0 ? of.attributes.length * ROW + 6 : 0),
	};
}

function draw({ direction, entities, relations }: ErDiagram, id: string): Drawing {
	const all = [...entities.values()];
	const labels = relations.map((relation) => wrap(relation.label, FONTS.label, LABEL_WIDTH));
	const placed = layout(
		direction,
		all.map((of) => ({ id: of.id, size: size(of) })),
		relations.map(({ from, to }, i) => ({ from, to, label: labelSize(labels[i]!) })),
		{ node: 36, layer: 40, bend: 30 },
	);
	const markers = new Markers(id);
	const parts = [
		...relations.map((relation, i) => drawRelation({ ...relation, label: labels[i]! }, placed.routes[i]!, markers)),
		...all.map((of) => drawEntity(of, placed.boxes.get(of.id)!)),
	];
	return { width: placed.width, height: placed.height, parts: [...markers.defs(), ...parts] };
}

function drawRelation(relation: Relation, route: Route, markers: Markers): Element {
	const stroke = s('path', { d: rounded(route.points, 6), class: relation.identifying ? 'dg-line' : 'dg-line dg-dashed', ...markers.ends(relation) });
	return s('g', stroke, ...(route.label ? [label(relation.label, middle(route.label))] : []));
}

function drawEntity(of: Entity, area: Rect): Element {
	const row = (i: number) => area.y + TITLE + 3 + (i + 0.5) * ROW;
	return s(
		'g',
		rect(area, 'dg-node', 3),
		rect({ ...area, height: TITLE }, 'dg-title', 3),
		text([of.label], { x: area.x + area.width / 2, y: area.y + TITLE / 2 }, FONTS.name),
		...of.attributes.slice(1).map((_, i) => line({ x: area.x + 1, y: row(i + 0.5) }, { x: area.x + area.width - 1, y: row(i + 0.5) }, 'dg-rule')),
		...columns(of).flatMap(({ key, font, className, offset }) =>
			of.attributes.flatMap((attribute, i) =>
				attribute[key] ? [text([attribute[key]], { x: area.x + offset, y: row(i) }, font, { anchor: 'start', className })] : [],
			),
		),
	);
}
