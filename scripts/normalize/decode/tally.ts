/** Collects what decoding found, few notes for much damage: a book with a ligature in every line must not give a note for every line. */
import type { Findings, Furniture, Note } from '../model.ts';

/** Lines of one kind that get a note of their own. */
const LINES_PER_KIND = 200;
/** Different things named in the note of one line. */
const NAMED_PER_LINE = 6;
/** Place of the furniture of all further lines. */
const REST = 0;
/** A hostile line can be one word. */
const LONGEST_NAMED = 200;

/** One finding; `seen` says what was found there and what became of it. */
interface Finding {
	line: number;
	kind: Note['kind'];
	what: string;
	seen?: string;
	confidence?: number;
}

/** Takes findings and text that was taken out; `result` gives them in the order of the document. */
export interface Tally {
	add(finding: Finding): void;
	takeOut(line: number, text: string, reason: string): void;
	result(): Findings;
}

interface LineOfKind {
	finding: Finding;
	count: number;
	seen: Set<string>;
}

interface Kind {
	lines: Map<number, LineOfKind>;
	more: { first: Finding; count: number } | undefined;
}

const shortened = (text: string): string => (text.length > LONGEST_NAMED ? `${text.slice(0, LONGEST_NAMED)}…` : text);

function noteOf({ finding, count, seen }: LineOfKind): Note {
	const { line, kind, what, confidence } = finding;
	const named = [...seen].join('; ') + (seen.size === NAMED_PER_LINE ? '; …' : '');
	const reason = [named, count > 1 ? `${count} times` : ''].filter(Boolean).join(', ');
	return {
		stage: 'decode',
		line,
		kind,
		what,
		...(reason && { reason }),
		...(confidence !== undefined && { confidence }),
	};
}

function addTo(kind: Kind, finding: Finding): void {
	const known = kind.lines.get(finding.line);
	if (known) {
		known.count++;
		if (finding.seen && known.seen.size < NAMED_PER_LINE) known.seen.add(shortened(finding.seen));
	} else if (kind.lines.size < LINES_PER_KIND) {
		kind.lines.set(finding.line, { finding, count: 1, seen: new Set(finding.seen ? [shortened(finding.seen)] : []) });
	} else if (kind.more) kind.more.count++;
	else kind.more = { first: finding, count: 1 };
}

/**
 * An empty tally. One note stands for a kind and a line; after 200 lines of a kind one more counts the rest. Furniture is complete: after
 * 200 lines of a reason the rest is in one entry.
 */
export function tally(): Tally {
	const kinds = new Map<string, Kind>();
	const furniture = new Map<string, Map<number, string[]>>();
	const restFrom = new Map<string, number>();
	return {
		add(finding) {
			const key = `${finding.kind} ${finding.what}`;
			const kind = kinds.get(key) ?? { lines: new Map(), more: undefined };
			kinds.set(key, kind);
			addTo(kind, finding);
		},
		takeOut(line, text, reason) {
			const lines = furniture.get(reason) ?? new Map<number, string[]>();
			furniture.set(reason, lines);
			// What comes after many lines goes into one entry more, which stands for the rest of the document.
			const place = lines.has(line) || lines.size < LINES_PER_KIND ? line : REST;
			const texts = lines.get(place);
			if (texts) texts.push(text);
			else lines.set(place, [text]);
			if (place === REST && !restFrom.has(reason)) restFrom.set(reason, line);
		},
		result() {
			const notes = [...kinds.values()].flatMap(({ lines, more }): Note[] => [
				...[...lines.values()].map(noteOf),
				...(more ? [noteOf({ finding: { ...more.first, seen: '' }, count: more.count, seen: new Set(['from here on, not listed']) })] : []),
			]);
			const taken = [...furniture].flatMap(([reason, lines]): Furniture[] =>
				[...lines].map(([line, texts]) => ({ line: line === REST ? (restFrom.get(reason) ?? 1) : line, text: texts.join(' '), reason })));
			return { notes: notes.sort((a, b) => a.line - b.line), furniture: taken.sort((a, b) => a.line - b.line) };
		},
	};
}
