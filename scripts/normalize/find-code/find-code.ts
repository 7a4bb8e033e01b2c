import { dedent } from './indent.ts';
import { countWords } from './glue.ts';
import { startsCode } from './start.ts';
import { takeRun, type Run } from './run.ts';
import { Lines } from './source.ts';
import { findings, type CodePiece, type Findings, type Note, type Piece, type SourceLine } from '../model.ts';

/** Below this a person has to look. */
const SURE = 0.8;

/** Names of languages that are no name of one language. */
const VAGUE = new Set(['c-like', 'plan', 'log']);

const firstWords = (text: string): string => text.trim().slice(0, 40);

const RELATIONS = /^(\p{Lu}\w*\([\w ,]*\))(\p{Lu}\w*\([\w ,]*\))$/u;

/** `Orders(id, day)Lines(id, item)`: two relations that lost the line end between them. */
const partRelations = (line: SourceLine): SourceLine[] => {
	const [, first, second] = RELATIONS.exec(line.text) ?? [];
	return first && second ? [{ ...line, text: first }, { ...line, text: second }] : [line];
};

const pieceOf = (run: Run, langs: ReadonlyMap<number, string>): CodePiece => {
	const { lines, indent } = dedent(run.lines.flatMap(partRelations));
	const named = langs.get(lines[0]!.number);
	const lang = named ?? (run.lang !== undefined && !VAGUE.has(run.lang) && (run.reason === 'border' || run.confidence >= SURE) ? run.lang : undefined);
	return { kind: 'code', lines, indent, fenced: false, ...(lang !== undefined && { lang }) };
};

/** The word that two glued words made, where the border is within one: `yearsThe`. */
const partedWord = (code: string, rest: string): Note['reword'] | undefined => {
	const left = /[\p{L}\p{N}]{1,200}$/u.exec(code.slice(-200))?.[0];
	const right = /^[\p{L}\p{N}]{1,200}/u.exec(rest)?.[0];
	return left === undefined || right === undefined ? undefined : { before: left + right, after: `${left} ${right}` };
};

const noteRun = (run: Run, found: Findings): void => {
	const { line, text } = { line: run.lines[0]!.number, text: run.lines[0]!.text };
	const reword = run.rest && partedWord(run.lines.at(-1)!.text, run.rest.text);
	const doubtful = run.reason === 'border';
	const unfenced = { stage: 'code', line, what: 'unfenced code' } as const;
	if (doubtful || run.confidence >= SURE) found.notes.push({ ...unfenced, kind: 'repaired', reason: `${run.lines.length} lines` });
	else found.notes.push({ ...unfenced, kind: 'uncertain', reason: `read as code: “${firstWords(text)}”`, confidence: run.confidence });
	if (run.rest === undefined) return;
	const parted = { stage: 'code', line: run.rest.number, ...(reword && { reword }) } as const;
	if (!doubtful) found.notes.push({ ...parted, kind: 'repaired', what: 'prose parted from code' });
	else {
		const reason = `the code ends before “${firstWords(run.rest.text)}”`;
		found.notes.push({ ...parted, kind: 'uncertain', what: 'prose glued to code', reason, confidence: run.confidence });
	}
};

/**
 * Finds code that no fence marks, line by line, among lines of prose. A line on which prose is glued to code is parted; both parts carry its
 * number. Certain for unmistakable statements; what rests on one doubtful line is noted as uncertain.
 * @param lines prose, in order
 * @param langs languages that captions named, by the number of the line after them
 */
export const findCode = (lines: SourceLine[], langs: ReadonlyMap<number, string> = new Map()): { pieces: Piece[] } & Findings => {
	const found = findings();
	const pieces: Piece[] = [];
	// The rest of a parted line stands where the line stood and is looked at again.
	const queue = [...lines];
	const source = new Lines(queue, countWords(lines));
	let prose: SourceLine[] = [];
	let index = 0;
	while (index < queue.length) {
		const run = startsCode(source, index, langs) ? takeRun(source, index) : undefined;
		if (run === undefined || run.lines.length === 0) {
			prose.push(queue[index]!);
			index++;
			continue;
		}
		if (prose.length > 0) pieces.push({ kind: 'prose', lines: prose });
		prose = [];
		pieces.push(pieceOf(run, langs));
		noteRun(run, found);
		index = run.next;
		if (run.rest !== undefined) {
			index--;
			queue[index] = run.rest;
			source.forget(index);
		}
	}
	if (prose.length > 0) pieces.push({ kind: 'prose', lines: prose });
	return { pieces, ...found };
};
