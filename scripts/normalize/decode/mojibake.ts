/** Repairs UTF-8 that was read as Windows-1252, Latin-1 or Mac Roman, once or twice, where the document proves it. */
import { CODE_PAGES, type CodePage } from './code-pages.ts';
import { evidenceIn, isExample, oddInPlace, type Evidence } from './mojibake-evidence.ts';
import { fitsPlace } from './plausible.ts';
import { sequencesOf, type Sequence } from './sequences.ts';
import type { Tally } from './tally.ts';

const RUN = /[^\x00-\x7f]+/g;
const ROUNDS = 3;
const REPAIRED = 'misread UTF-8 repaired';
const DOUBTFUL = 'may be misread UTF-8';

/** Signs that prove themselves, then letters, which need the signs' evidence. */
type Level = 'signs' | 'letters';

/** The one completion of a sequence that lost a byte: the document has it whole, it is the only one that fits, or its kin are in the document. */
function completed(sequence: Sequence, next: Sequence | undefined, before: string, after: string, evidence: Evidence): number | undefined {
	const selected = next?.start === sequence.end && next.codes.includes(0xfe0f);
	const fitting = sequence.codes.filter((code) => fitsPlace(code, { before, after, selected }));
	const only = (codes: number[]): number | undefined => (codes.length === 1 ? codes[0] : undefined);
	const code = only(fitting.filter((each) => evidence.whole.has(each))) ?? only(fitting) ?? only(fitting.filter((each) => evidence.blocks.has(each >> 7)));
	// Two characters of three can be ordinary text; three of four, or a selector after its sign, cannot.
	const strong = sequence.bytes > 2 || code === 0xfe0f || evidence.signs > 0;
	return strong ? code : undefined;
}

interface Around {
	line: string;
	/** Where the run begins in the line. */
	offset: number;
	/** What was repaired before it in this run. */
	done: string;
	example: boolean;
}

function repairOf(sequences: readonly Sequence[], at: number, around: Around, level: Level, evidence: Evidence): number | undefined {
	const sequence = sequences[at];
	if (!sequence || (around.example && evidence.signs < 3)) return undefined;
	const after = around.line.slice(around.offset + sequence.end, around.offset + sequence.end + 2);
	if (level === 'signs') {
		if (sequence.proves === 'sign') return sequence.codes[0];
		const before = around.done || around.line.slice(Math.max(0, around.offset - 2), around.offset);
		return sequence.proves === 'lost' ? completed(sequence, sequences[at + 1], before, after, evidence) : undefined;
	}
	const odd = oddInPlace(around.line, around.offset + sequence.start, around.offset + sequence.end);
	const proved = (evidence.signs > 0 || evidence.odd > 1) && (odd || !evidence.correctLetters);
	return sequence.proves === 'letter' && proved ? sequence.codes[0] : undefined;
}

/** U+2028 and U+2029 would part a line here and shift the numbers of all that follow. */
const characterOf = (code: number): string => (code === 0x2028 || code === 0x2029 ? ' ' : String.fromCodePoint(code));

function repairLine(line: string, number: number, page: CodePage, level: Level, evidence: Evidence, found: Tally): string {
	return line.replace(RUN, (run: string, offset: number) => {
		const sequences = sequencesOf(run, page);
		if (!sequences.length) return run;
		const example = isExample(line, offset, offset + run.length);
		const parts: string[] = [];
		let from = 0;
		sequences.forEach((sequence, at) => {
			const done = run.slice(Math.max(from, sequence.start - 2), sequence.start) || (parts.at(-1) ?? '');
			const code = repairOf(sequences, at, { line, offset, done, example }, level, evidence);
			if (code === undefined) return;
			const whole = run.slice(sequence.start, sequence.end);
			found.add({ line: number, kind: 'repaired', what: REPAIRED, seen: `${page.name}: ${whole} → ${characterOf(code)}` });
			if (from < sequence.start) parts.push(run.slice(from, sequence.start));
			parts.push(characterOf(code));
			from = sequence.end;
		});
		return from ? parts.join('') + run.slice(from) : run;
	});
}

/** A no-break space whose second byte was made an ordinary space leaves a capital Â that belongs to no word. */
function dropLonelyA(line: string, number: number, found: Tally): string {
	return line.replace(/(?<=^|[\p{Ll}\p{P}\p{N}\s])Â(?=\s|$)/gu, () => {
		found.add({ line: number, kind: 'repaired', what: REPAIRED, seen: 'Windows-1252: Â before a space → no-break space' });
		return '';
	});
}

function doubts(line: string, number: number, evidence: ReadonlyMap<CodePage, Evidence>, found: Tally): void {
	for (const page of CODE_PAGES) {
		for (const { 0: run, index } of line.matchAll(RUN)) {
			for (const sequence of sequencesOf(run, page)) {
				const known = evidence.get(page);
				const odd = sequence.proves === 'letter' && (!!known?.signs || oddInPlace(line, index + sequence.start, index + sequence.end));
				const lost = sequence.proves === 'lost' && (!!known?.signs || sequence.bytes > 2 || /^(?:â€|ï¸)/.test(run.slice(sequence.start, sequence.end)));
				if (!odd && !lost && sequence.proves !== 'sign') continue;
				const could = sequence.codes.slice(0, 5).map(characterOf).join(' ');
				const confidence = sequence.proves === 'sign' ? 0.6 : Math.min(0.5, 1 / (1 + sequence.codes.length));
				const seen = `${page.name}: ${run.slice(sequence.start, sequence.end)} could be ${could}`;
				found.add({ line: number, kind: 'uncertain', what: DOUBTFUL, seen, confidence });
			}
		}
	}
}

/**
 * Gives the lines with misread UTF-8 repaired. Certain are sequences of three and more bytes that give a sign; accented letters are repaired
 * where the document has such signs or several such letters in places where no writer would put them; a sequence that lost a byte where one
 * completion alone fits. Everything else that looks like it stays and becomes an uncertain note. The number of lines stays.
 */
export function repairMojibake(lines: readonly string[], found: Tally): string[] {
	const result = [...lines];
	const numbers = lines.flatMap((line, at) => (/[^\x00-\x7f]/.test(line) ? [at] : []));
	const evidence = new Map<CodePage, Evidence>();
	for (let round = 0; round < ROUNDS; round++) {
		const text = numbers.map((at) => result[at] ?? '');
		for (const page of CODE_PAGES) evidence.set(page, evidenceIn(text, page, evidence.get(page)));
		let changed = false;
		for (const level of ['signs', 'letters'] as const) {
			for (const page of CODE_PAGES) {
				const known = evidence.get(page);
				if (!known?.any) continue;
				for (const at of numbers) {
					const before = result[at] ?? '';
					const repaired = repairLine(before, at + 1, page, level, known, found);
					const lonely = level === 'letters' && page.name === 'Windows-1252' && (known.signs > 0 || known.odd > 1) && !known.correctLetters;
					result[at] = lonely ? dropLonelyA(repaired, at + 1, found) : repaired;
					changed ||= result[at] !== before;
				}
			}
		}
		if (!changed) break;
	}
	if ([...evidence.values()].some(({ any }) => any)) for (const at of numbers) doubts(result[at] ?? '', at + 1, evidence, found);
	return result;
}
