/** Finds what could be misread UTF-8 in a run of characters. */
import type { CodePage } from './code-pages.ts';
import { plausibility, type Plausibility } from './plausible.ts';
import { codePointOf, isContinuation, sequenceLength } from './utf8.ts';

/** Characters `start` to `end` of a run that stand for the bytes of one character. */
export interface Sequence {
	start: number;
	end: number;
	/** How many bytes are there. */
	bytes: number;
	/** The character they give; several are possible where a byte was lost. */
	codes: readonly number[];
	proves: Plausibility | 'lost';
}

const HOLE = -1;

/** What was found before, because a document has few different runs, however often, and is read several times. */
const KNOWN = new Map<CodePage, Map<string, readonly Sequence[]>>();
const COMPLETED = new Map<CodePage, Map<number, readonly number[]>>();
const MOST_KNOWN = 10_000;
const LONGEST_KNOWN = 1000;

/** All completions of a sequence: at its hole, or with one byte more at any place after the first. */
function completions(bytes: readonly number[], length: number, page: CodePage): readonly number[] {
	const key = bytes.reduce((sum, byte) => sum * 257 + byte + 1, 0);
	const completed = COMPLETED.get(page) ?? new Map<number, readonly number[]>();
	COMPLETED.set(page, completed);
	const known = completed.get(key);
	if (known) return known;
	const hole = bytes.indexOf(HOLE);
	const places = hole === -1 ? Array.from({ length: length - 1 }, (_, at) => at + 1) : [hole];
	const codes = places.flatMap((place) => page.lost.map((byte) => codePointOf(hole === -1 ? bytes.toSpliced(place, 0, byte) : bytes.with(place, byte))));
	const found = [...new Set(codes)].filter((code): code is number => code !== undefined && plausibility(code) === 'sign');
	if (completed.size < MOST_KNOWN) completed.set(key, found);
	return found;
}

/** The sequence that begins at a place of a run, if one does. U+FFFD counts as a byte that was lost. */
function sequenceAt(run: string, start: number, page: CodePage): Sequence | undefined {
	const lead = page.byteOf[run.charCodeAt(start)] ?? 0;
	const length = sequenceLength(lead);
	if (!length) return undefined;
	const bytes = [lead];
	let holes = 0;
	for (let at = start + 1; at < run.length && bytes.length < length; at++) {
		const byte = run[at] === '\ufffd' ? HOLE : page.byteOf[run.charCodeAt(at)];
		if (byte === HOLE) holes++;
		else if (!isContinuation(byte)) break;
		bytes.push(byte);
	}
	const end = start + bytes.length;
	if (bytes.length === length && !holes) {
		const code = codePointOf(bytes);
		const proves = code === undefined ? 'none' : plausibility(code);
		const wanted = proves !== 'none' && (length > 2 || proves !== 'letter' || page.letterLeads.has(lead));
		return code === undefined || !wanted ? undefined : { start, end, bytes: length, codes: [code], proves };
	}
	// One byte may be missing, with U+FFFD in its place or with nothing.
	if (length < 3 || bytes.length - holes !== length - 1 || holes > 1) return undefined;
	const codes = completions(bytes, length, page);
	return codes.length ? { start, end, bytes: length - 1, codes, proves: 'lost' } : undefined;
}

/** An emoji whose first byte was dropped: in Mac Roman that byte is a private character which many tools remove. */
function headless(run: string, start: number, page: CodePage): Sequence | undefined {
	if (page.byteOf[0xf8ff] !== 0xf0 || page.byteOf[run.charCodeAt(start)] !== 0x9f) return undefined;
	const code = codePointOf([0xf0, ...[0, 1, 2].map((at) => page.byteOf[run.charCodeAt(start + at)] ?? 0)]);
	return code !== undefined && plausibility(code) === 'sign' ? { start, end: start + 3, bytes: 3, codes: [code], proves: 'lost' } : undefined;
}

/**
 * The sequences of a run of characters over U+007F, from left to right, as they would be in a code page. A letter of another writing proves
 * nothing alone: six bytes of them in a row count as signs.
 */
export function sequencesOf(run: string, page: CodePage): readonly Sequence[] {
	const known = KNOWN.get(page) ?? new Map<string, readonly Sequence[]>();
	KNOWN.set(page, known);
	const before = known.get(run);
	if (before) return before;
	// Runs are short; a long one is kept until the next one of its kind.
	if (run.length > LONGEST_KNOWN || known.size >= MOST_KNOWN) known.clear();
	const sequences = readSequences(run, page);
	known.set(run, sequences);
	return sequences;
}

function readSequences(run: string, page: CodePage): readonly Sequence[] {
	const found: Sequence[] = [];
	for (let at = 0; at < run.length; ) {
		const sequence = sequenceAt(run, at, page) ?? headless(run, at, page);
		if (sequence) found.push(sequence);
		at = sequence?.end ?? at + 1;
	}
	return found.map((sequence, at) => (sequence.proves === 'script' && rowOfScript(found, at) >= 6 ? { ...sequence, proves: 'sign' } : sequence));
}

/** Bytes of the row of other writing around a sequence; six are enough, so no more are looked at. */
function rowOfScript(sequences: readonly Sequence[], at: number): number {
	const joins = (left: Sequence | undefined, right: Sequence | undefined): boolean =>
		!!left && !!right && left.end === right.start && right.proves === left.proves;
	let first = at;
	while (at - first < 3 && joins(sequences[first - 1], sequences[first])) first--;
	let last = at;
	while (last - at < 3 && joins(sequences[last], sequences[last + 1])) last++;
	return sequences.slice(first, last + 1).reduce((sum, { bytes }) => sum + bytes, 0);
}
