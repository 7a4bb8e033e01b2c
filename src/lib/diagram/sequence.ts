/** Reads a Mermaid sequence diagram. */
import { DiagramError } from './error.ts';
import { notUnderstood, type DiagramSource, type Statement } from './source.ts';
import type { MarkerName } from './svg.ts';
import { readText } from './text.ts';

export interface Message {
	type: 'message';
	from: string;
	to: string;
	label: string[];
	dashed: boolean;
	end: MarkerName | undefined;
	/** The target begins, the source ends its work with this message. */
	activates: boolean;
	deactivates: boolean;
	line: number;
}

export interface Note {
	type: 'note';
	side: 'left' | 'right' | 'over';
	of: [string, string];
	text: string[];
}

export interface Activation {
	type: 'activation';
	of: string;
	on: boolean;
	line: number;
}

export interface Block {
	type: 'block';
	kind: string;
	sections: { label: string[]; items: Item[] }[];
	line: number;
}

export type Item = Message | Note | Activation | Block;

export interface Sequence {
	/** Labels by id, from left to right. */
	participants: Map<string, string[]>;
	items: Item[];
}

const ID = '([\\p{L}\\p{N}_]+(?:-[\\p{L}\\p{N}_]+)*)';
const PARTICIPANT = new RegExp(`^(?:participant|actor)\\s+${ID}(?:\\s+as\\s+(.+))?$`, 'u');
const MESSAGE = new RegExp(`^${ID}\\s*(--?)(>>|>|x|\\))\\s*([+-])?\\s*${ID}\\s*:\\s*(.+)$`, 'u');
const NOTE = new RegExp(`^note\\s+(left of|right of|over)\\s+${ID}(?:\\s*,\\s*${ID})?\\s*:\\s*(.+)$`, 'iu');
const ACTIVATION = new RegExp(`^(activate|deactivate)\\s+${ID}$`, 'u');
const BLOCK = /^(loop|alt|opt|par|critical|break)\b\s*(.*)$/;
const SECTION = /^(else|and|option)\b\s*(.*)$/;
/** The word that begins a further section of a block. */
const SECTION_OF: Record<string, string> = { alt: 'else', par: 'and', critical: 'option' };
const ENDS: Record<string, MarkerName | undefined> = { '>>': 'arrow', '>': undefined, x: 'cross', ')': 'open' };
const EXPECTED = '"participant A as Name", a message (A->>B: text, A-->>B: text, A-)B: text, A-xB: text), "Note over A,B: text", "activate A" or a block (loop, alt, opt, par, critical, break … end)';

export function readSequence({ header, body }: DiagramSource): Sequence {
	const sequence: Sequence = { participants: new Map(), items: [] };
	const blocks: Block[] = [];
	let number: number | undefined;

	const mention = (id: string): string => {
		if (!sequence.participants.has(id)) sequence.participants.set(id, [id]);
		return id;
	};
	const add = (item: Item) => void (blocks.at(-1)?.sections.at(-1)?.items ?? sequence.items).push(item);

	for (const statement of body) {
		const { text, line } = statement;
		const participant = PARTICIPANT.exec(text);
		const message = MESSAGE.exec(text);
		const note = NOTE.exec(text);
		const activation = ACTIVATION.exec(text);
		const block = BLOCK.exec(text);
		const section = SECTION.exec(text);
		if (participant) {
			sequence.participants.set(participant[1]!, words(participant[2] ?? participant[1]!, statement));
		} else if (message) {
			const [, from = '', stroke, head = '', mark, to = '', label = ''] = message;
			const lines = words(label, statement);
			if (number !== undefined) lines[0] = `${number++}. ${lines[0]}`;
			add({ type: 'message', from: mention(from), to: mention(to), label: lines, dashed: stroke === '--', end: ENDS[head], activates: mark === '+', deactivates: mark === '-', line });
		} else if (note) {
			const [, side = '', first = '', last = first, label = ''] = note;
			add({ type: 'note', side: side.toLowerCase().split(' ')[0] as Note['side'], of: [mention(first), mention(last)], text: words(label, statement) });
		} else if (activation) {
			add({ type: 'activation', of: mention(activation[2]!), on: activation[1] === 'activate', line });
		} else if (text === 'autonumber') {
			number = 1;
		} else if (text === 'end') {
			if (!blocks.pop()) throw new DiagramError('"end" closes nothing. Expected a block (loop, alt, opt, par, critical, break) above it.', line);
		} else if (block) {
			const item: Block = { type: 'block', kind: block[1]!, sections: [{ label: block[2] ? words(block[2], statement) : [], items: [] }], line };
			add(item);
			blocks.push(item);
		} else if (section) {
			const open = blocks.at(-1);
			if (!open || SECTION_OF[open.kind] !== section[1]) throw new DiagramError(`"${section[1]}" stands in no block that it divides. Expected alt … else, par … and, critical … option.`, line);
			open.sections.push({ label: section[2] ? words(section[2], statement) : [], items: [] });
		} else {
			throw notUnderstood(statement, EXPECTED);
		}
	}
	const unclosed = blocks.at(-1);
	if (unclosed) throw new DiagramError(`The block "${unclosed.kind}" is not closed. Expected "end".`, unclosed.line);
	if (sequence.items.length === 0) throw new DiagramError('The diagram has no messages. Expected at least one.', header.line);
	return sequence;
}

/** Text of a sequence diagram ends, for Mermaid, at a semicolon. */
function words(raw: string, { line }: Statement): string[] {
	if (raw.replace(/[#&]#?\w+;/g, '').includes(';')) throw new DiagramError(`Mermaid ends the line at the ";" in "${raw}". Expected a comma, or #59; for the semicolon.`, line);
	return readText(raw, line);
}
