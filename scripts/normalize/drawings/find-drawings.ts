/** Finds drawings made of characters among lines of prose: arrows, flows that go down, boxes, trees. */
import { hasManyArrows } from './arrow-chain.ts';
import { UNDERLINE } from './rails.ts';
import { boxRun, flowRun, gridRun, layoutRun, type Run, type Signed, treeRun } from './runs.ts';
import { isLayoutRow, isPlanRow, signOf } from './signs.ts';
import { uncertain } from './sketch.ts';
import { isSpacer } from './tree.ts';
import { type Findings, findings, type Piece, type SourceLine } from '../model.ts';

/** Nothing longer is looked at as a drawing in a fence. */
const MOST_LINES = 200;
const CODE_ROW = /[;{}]\s*$|^\s*(?:def|class|import|from|select|insert|create|if|elif|else|for|while|return|val|var|let|const|public|private)\b|\w\s?=\s?\w|^\s*(?:\/\/|#|--\s)/i;
const LOG_ROW = /^\s*(?:\[?\d{2,4}[-/:.]\d{2}[-/:.]\d{2}|\[?(?:INFO|WARN|ERROR|DEBUG)\b)/;

function runAt(doc: Signed, at: number, from: number): Run | undefined {
	switch (doc.signs[at]) {
		case 'grid':
			return gridRun(doc, at);
		case 'border':
			return boxRun(doc, at);
		case 'entry':
			return treeRun(doc, at, from);
		case 'chain':
		case 'branch':
		case 'rail':
			return flowRun(doc, at, from);
		case 'text':
			return isLayoutRow(doc.lines[at]!.text) ? layoutRun(doc, at, from) : undefined;
		default:
			return undefined;
	}
}

/** The lines without the white space that all of them begin with. */
function dedent(lines: SourceLine[]): { lines: SourceLine[]; indent: number } {
	const leading = (text: string): string => /^[ \t]*/.exec(text)![0];
	let common: string | undefined;
	for (const { text } of lines) {
		if (text.trim() === '') continue;
		const own = leading(text);
		let shared = 0;
		while (common !== undefined && shared < common.length && common[shared] === own[shared]) shared++;
		common = common === undefined ? own : common.slice(0, shared);
	}
	const indent = common?.length ?? 0;
	return { indent, lines: indent === 0 ? lines : lines.map(({ number, text }) => ({ number, text: text.slice(indent) })) };
}

function pieceOf(run: Run, lines: SourceLine[]): Piece {
	const own = dedent(lines.slice(run.start, run.end));
	return run.kind === 'drawing' ? { kind: 'drawing', ...own } : { kind: 'code', fenced: false, lang: 'text', ...own };
}

/**
 * Parts prose into prose and drawings; layouts of bytes and lines of time become code of language `text`, since their columns say what
 * they mean. Takes prose of which tables are gone and code is not. A line with arrows in a sentence, a list item, a type, a dependency or
 * code stays prose; where one has several arrows, a note says so. No line is changed but for the white space all lines of a drawing share.
 */
export function findDrawings(lines: SourceLine[]): { pieces: Piece[] } & Findings {
	const { notes, furniture } = findings();
	const pieces: Piece[] = [];
	const doc: Signed = { lines, signs: lines.map(({ text }) => signOf(text)) };
	let from = 0;
	const flush = (end: number): void => {
		if (end > from) pieces.push({ kind: 'prose', lines: lines.slice(from, end) });
	};
	for (let at = 0; at < lines.length; ) {
		const run = runAt(doc, at, from);
		const { number, text } = lines[at]!;
		if (run && run.kind !== 'none') {
			flush(run.start);
			pieces.push(pieceOf(run, lines));
			if (run.kind === 'layout') notes.push({ stage: 'diagrams', line: number, kind: 'repaired', what: 'layout kept as text' });
			const guessed = run.guessed === undefined ? undefined : lines[run.guessed];
			if (guessed) notes.push(uncertain(guessed.number, 'words below an arrow taken into the drawing', guessed.text.trim().slice(0, 80), 0.7));
			from = run.end;
		} else if (doc.signs[at] !== 'blank' && hasManyArrows(text)) {
			notes.push(uncertain(number, 'arrows kept as text', text.trim().slice(0, 80), 0.6));
		}
		at = Math.max(run?.end ?? 0, at + 1);
	}
	flush(lines.length);
	return { pieces, notes, furniture };
}

/**
 * Whether the content of a fence without a language is a drawing: at least one sure sign and hardly a line that is none of it. Plans of
 * queries, tables, code, logs, layouts of bytes and lines of time are no drawings.
 */
export function isDrawing(lines: SourceLine[]): boolean {
	const rows = lines.filter(({ text }) => text.trim() !== '');
	if (rows.length === 0 || rows.length > MOST_LINES) return false;
	if (rows.some(({ text }) => text.length > 1000 || isPlanRow(text) || isLayoutRow(text) || LOG_ROW.test(text))) return false;
	const signs = rows.map(({ text }) => signOf(text, true));
	if (signs.includes('grid')) return false;
	const count = (...wanted: string[]): number => signs.filter((sign) => wanted.includes(sign)).length;
	const boxes = count('border') >= 2;
	const tree = count('entry') >= 2;
	const rails = signs.some((sign, at) => sign === 'rail' && at > 0 && at < rows.length - 1);
	if (!boxes && !tree && !rails && count('chain', 'branch') === 0) return false;
	const loose = rows.filter(({ text }, at) => {
		if (signs[at] !== 'text' || isSpacer(text) || UNDERLINE.test(text)) return false;
		if (boxes && /^\s*[|│┃║]/.test(text)) return false;
		return signs[at - 1] !== 'rail' && signs[at + 1] !== 'rail' && !/^\s{2,}/.test(text);
	});
	const code = rows.filter(({ text }, at) => signs[at] === 'text' && !boxes && CODE_ROW.test(text) && !UNDERLINE.test(text));
	return code.length === 0 && loose.length * 3 <= rows.length;
}
