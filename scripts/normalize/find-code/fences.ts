import { removeCaptions } from './captions.ts';
import { columnsOf, dedent } from './indent.ts';
import { codeEnd, looksLikeCode, looksLikeProse, startOfCodeAbove } from './fence-content.ts';
import { findings, type CodePiece, type Findings, type Piece, type SourceLine } from '../model.ts';

/** A line of a fence: its column, character, length and what stands behind it. */
interface Fence {
	indent: number;
	mark: string;
	length: number;
	info: string;
	/** Text before the fence on its line: the marker of a list item. */
	before: string;
}

/** Pieces so far and what was noticed. */
interface Splitting {
	lines: readonly SourceLine[];
	langs: ReadonlyMap<number, string>;
	pieces: Piece[];
	prose: SourceLine[];
	found: Findings;
}

const LINE = /^([ \t]*)((?:[-*+•]|\d{1,9}[.)])[ \t]+)?(`{3,}|~{3,})[ \t]*(.*)$/u;
/** Longest info string; a longer line is text that begins with marks. */
const LONGEST = 200;

/** Reads a line as a fence, or not: behind backticks no backtick may follow, else it is inline code. */
const fenceOf = (text: string): Fence | undefined => {
	if (text.length > LONGEST || !/[`~]{3}/u.test(text)) return undefined;
	const match = LINE.exec(text.replace(/\s+$/u, ''));
	if (match === null) return undefined;
	const [, space = '', marker = '', marks = '', info = ''] = match;
	if (marks.startsWith('`') && info.includes('`')) return undefined;
	return { indent: columnsOf(space) + marker.length, mark: marks[0]!, length: marks.length, info, before: marker === '' ? '' : space + marker };
};

const closes = (fence: Fence, opener: Fence): boolean =>
	fence.mark === opener.mark && fence.length >= opener.length && fence.info === '' && fence.before === '';

const note = (split: Splitting, line: number, what: string, reason: string, confidence: number): void => {
	split.found.notes.push({ stage: 'code', line, kind: 'uncertain', what, reason, confidence });
};

/** The first word of an info string is the language; the rest is furniture. `{.python}` and `python:file.py` name python. */
const languageOf = (split: Splitting, line: SourceLine, fence: Fence, first: number | undefined): string | undefined => {
	const caption = split.langs.get(line.number) ?? (first === undefined ? undefined : split.langs.get(first));
	if (fence.info === '') return caption;
	const match = /^\{?\.?([\p{L}\p{N}_+#-]+)(.*)$/u.exec(fence.info);
	if (match === null) {
		split.found.furniture.push({ line: line.number, text: fence.info, reason: 'info string of a fence' });
		return caption;
	}
	const rest = match[2]!.replace(/^[:,{}\s]+|[\s}]+$/gu, '');
	if (rest !== '') split.found.furniture.push({ line: line.number, text: rest, reason: 'info string of a fence' });
	return match[1]!.toLowerCase();
};

const flush = (split: Splitting): void => {
	if (split.prose.length > 0) split.pieces.push({ kind: 'prose', lines: split.prose });
	split.prose = [];
};

/** A number alone on the last line (`2.`) is no code: it stood before the text below and was pressed into the fence. */
const takeLoneNumber = (split: Splitting, content: SourceLine[]): void => {
	const last = content.at(-1);
	if (last === undefined || content.length < 2 || !/^\s*\d{1,2}\.\s*$/u.test(last.text)) return;
	content.pop();
	split.found.furniture.push({ line: last.number, text: last.text.trim(), reason: 'number or bullet without its text' });
	note(split, last.number, 'number of a list inside code taken out', last.text.trim(), 0.7);
	while (content.length > 0 && content.at(-1)!.text.trim() === '') content.pop();
};

const pushCode = (split: Splitting, opener: SourceLine, fence: Fence, from: number, to: number): void => {
	if (fence.before !== '') split.prose.push({ number: opener.number, text: fence.before });
	const content = split.lines.slice(from, to).map((line) => ({ ...line }));
	while (content.length > 0 && content.at(-1)!.text.trim() === '') content.pop();
	while (content.length > 0 && content[0]!.text.trim() === '') content.shift();
	takeLoneNumber(split, content);
	const lang = languageOf(split, opener, fence, content[0]?.number);
	const piece: CodePiece = { kind: 'code', lines: dedent(content).lines, indent: fence.indent, fenced: true, ...(lang !== undefined && { lang }) };
	if (content.length > 0) {
		flush(split);
		split.pieces.push(piece);
	} else if (lang !== undefined) split.found.furniture.push({ line: opener.number, text: lang, reason: 'fence without content' });
};

/** A fence that closes nothing: the code right above it becomes its content. */
const takeAbove = (split: Splitting, line: SourceLine): void => {
	const start = startOfCodeAbove(split.prose);
	if (start === split.prose.length) return note(split, line.number, 'stray fence', 'neither opens nor closes code', 0.6);
	const code = split.prose.splice(start);
	flush(split);
	const { lines, indent } = dedent(code);
	const lang = split.langs.get(lines[0]!.number);
	split.pieces.push({ kind: 'code', lines, indent, fenced: true, ...(lang !== undefined && { lang }) });
	note(split, line.number, 'fence closes code that was not opened', `the code is taken to begin at line ${lines[0]!.number}`, 0.6);
};

/** Languages whose content may be prose. */
const PROSE_LANGUAGES = /^(?:text|txt|plaintext|plain|markdown|md|mdx|mermaid|log|console|output|prompt|html)\b/iu;

interface Close {
	/** Index after the last line of the content. */
	end: number;
	/** Index to go on from. */
	next: number;
	uncertain?: string;
}

/** Where an open fence ends: at its closing fence, or before where the content stops being code. */
const closeOf = (lines: readonly SourceLine[], from: number, opener: Fence, fences: ReadonlyMap<number, Fence>, ahead: (index: number) => number): Close => {
	let index = ahead(from - 1);
	while (index < lines.length) {
		const fence = fences.get(index)!;
		if (closes(fence, opener)) break;
		// Another opening fence of the same kind: this one was never closed.
		if (fence.mark === opener.mark && fence.length >= opener.length && fence.info !== '') break;
		index = ahead(index);
	}
	const fence = fences.get(index);
	const closed = fence !== undefined && closes(fence, opener);
	if (PROSE_LANGUAGES.test(opener.info)) {
		if (closed) return { end: index, next: index + 1 };
		return { end: index, next: index, uncertain: 'unclosed fence' };
	}
	const end = codeEnd(lines, from, index, opener.info !== '');
	if (end === index) return closed ? { end, next: index + 1 } : { end, next: index, uncertain: 'unclosed fence' };
	// The prose inside goes on to a fence: that fence opens the next code, or is stray.
	return { end, next: end, uncertain: 'unclosed fence' };
};

/**
 * Parts lines into prose and fenced code. Backtick and tilde fences, also indented or behind the marker of a list item; fences in quotes stay
 * with the quote. Pairs are certain where they are clean; an unclosed fence, a stray one and content that is prose are noted as uncertain.
 * @param langs languages that captions named, by the number of the line after them
 */
export const splitFences = (lines: SourceLine[], langs: ReadonlyMap<number, string> = new Map()): { pieces: Piece[] } & Findings => {
	const split: Splitting = { lines, langs, pieces: [], prose: [], found: findings() };
	const fences = new Map<number, Fence>();
	for (const [index, { text }] of lines.entries()) {
		const fence = fenceOf(text);
		if (fence !== undefined) fences.set(index, fence);
	}
	const order = [...fences.keys()];
	const nextAfter = new Map<number, number>(order.map((at, position) => [at, order[position + 1] ?? lines.length]));
	const ahead = (at: number): number => nextAfter.get(at) ?? lines.length;
	let index = 0;
	while (index < lines.length) {
		const fence = fences.get(index);
		const line = lines[index]!;
		if (fence === undefined) {
			split.prose.push(line);
			index++;
			continue;
		}
		const close = closeOf(lines, index + 1, fence, fences, (at) => (fences.has(at) ? ahead(at) : lines.length));
		const clean = close.uncertain === undefined;
		const inside = lines.slice(index + 1, close.end);
		const bare = fence.info === '' && fence.before === '' && !langs.has(line.number);
		// Turned inside out: prose between the marks and code above the first of them.
		if (bare && (inside.length === 0 ? !clean : looksLikeProse(inside) && (looksLikeCode(split.prose.slice(-3)) || !clean))) {
			takeAbove(split, line);
			index++;
			continue;
		}
		if (!clean) note(split, line.number, close.uncertain!, `taken to end at line ${lines[close.end - 1]?.number ?? line.number}`, 0.6);
		else if (bare && inside.length > 2 && looksLikeProse(inside) && !inside.some(({ text }) => /[-=]>|[─│┌└├]/u.test(text)))
			note(split, line.number, 'fence around prose', 'kept as preformatted text', 0.5);
		pushCode(split, line, fence, index + 1, close.end);
		index = close.next;
	}
	flush(split);
	return { pieces: split.pieces, ...split.found };
};

/**
 * Captions out, then fences: the first step for code. `langs` goes on to findCode for captions above code without a fence.
 */
export const splitCode = (lines: SourceLine[]): { pieces: Piece[]; langs: Map<number, string> } & Findings => {
	const captions = removeCaptions(lines);
	const split = splitFences(captions.lines, captions.langs);
	return { pieces: split.pieces, langs: captions.langs, notes: [...captions.notes, ...split.notes], furniture: [...captions.furniture, ...split.furniture] };
};
