import { LANGUAGE_NAMES } from './words.ts';
import { classify } from './lines.ts';
import { findings, type Findings, type SourceLine } from '../model.ts';

/** Captions that are no words of a text, wherever they stand alone on a line. */
const BUTTON = /^(?:copy ?edit|copy code|copied!?|copy to clipboard|copy snippet|copy as markdown|code copied|edit in canvas|open in playground|wrap lines|unwrap lines|toggle word wrap|expand code|collapse code|show more lines)$/iu;
/** Words that are a caption only beside another caption or the name of a language. */
const WORD = /^(?:copy|edit|run|download|wrap|collapse|expand|explain|always show details|view raw|raw|try it|play)$/iu;
/** A name and captions in one line, as flattened pages glue them: `pythonCopy code`, `sql CopyEdit`. */
const GLUED = /^([a-z][\w+#-]{0,14}?) ?((?:copy ?edit|copy code|copy|run)(?: ?(?:edit|copy|run|code|download))*)$/iu;
const FENCE = /^\s{0,12}(?:[-*+]\s+|\d{1,3}[.)]\s+)?(?:`{3,}|~{3,})/u;

/** Longest line that can be a caption. */
const LONGEST = 40;
/** Blank lines that may stand between captions and what they belong to. */
const GAP = 3;

/** The name of a language as the document writes it, in small letters; undefined for anything else. */
const languageName = (text: string): string | undefined => {
	const name = text.trim().toLowerCase();
	return name.length <= LONGEST && LANGUAGE_NAMES.has(name) ? name : undefined;
};

/** Index of the next line that is not blank, within reach. */
const next = (lines: readonly SourceLine[], from: number): number | undefined => {
	for (let index = from; index < lines.length && index <= from + GAP; index++) if (lines[index]!.text.trim() !== '') return index;
	return undefined;
};

const short = (line: SourceLine | undefined): string => (line === undefined || line.text.length > LONGEST + 20 ? '' : line.text.trim());

const isButton = (text: string): boolean => BUTTON.test(text);
const gluedName = (text: string): string | undefined => {
	const match = text.length <= LONGEST ? GLUED.exec(text) : null;
	return match === null ? undefined : languageName(match[1]!);
};

/** Whether a line is code for sure or opens a fence: what a caption stands above. */
const isCode = (line: SourceLine | undefined): boolean => line !== undefined && (FENCE.test(line.text) || classify(line.text).kind === 'code');

/** Whether a small word (`Run`, `Edit`) stands in a group of captions: a button or the name of a language beside it. */
const inGroup = (lines: readonly SourceLine[], index: number, taken: ReadonlySet<number>): boolean => {
	if (taken.has(index - 1) || (taken.has(index - 2) && lines[index - 1]!.text.trim() === '')) return true;
	const below = next(lines, index + 1);
	return below !== undefined && isButton(short(lines[below]));
};

/** Whether the name of a language on a line by itself is a caption: a button comes next, or code does where prose could not stand. */
const namesLanguage = (lines: readonly SourceLine[], index: number, inFence: boolean): boolean => {
	const below = next(lines, index + 1);
	if (below === undefined) return false;
	const text = short(lines[below]);
	if (isButton(text) || gluedName(text) !== undefined) return true;
	if (WORD.test(text)) {
		let after = next(lines, below + 1);
		for (let more = 0; more < 3 && after !== undefined && WORD.test(short(lines[after])); more++) after = next(lines, after + 1);
		return after !== undefined && (isButton(short(lines[after])) || isCode(lines[after]));
	}
	if (inFence) return FENCE.test(lines[index - 1]?.text ?? '') && isCode(lines[below]) && !FENCE.test(lines[below]!.text);
	// `SQL` in capitals above code may be the heading of a section.
	return lines[index]!.text.trim() === lines[index]!.text.trim().toLowerCase() && isCode(lines[below]);
};

/**
 * Takes the captions of code boxes out: names of buttons (`Copy code`, `CopyEdit`) and of languages that stand on lines by themselves beside
 * them or right above code, inside and outside fences. `SQL` above prose, list items and sentences stay.
 * @returns the other lines; by number of the line that follows a caption the language it named; the captions as furniture
 */
export const removeCaptions = (lines: SourceLine[]): { lines: SourceLine[]; langs: Map<number, string> } & Findings => {
	const found = findings();
	const langs = new Map<number, string>();
	const kept: SourceLine[] = [];
	const taken = new Set<number>();
	let inFence = false;
	let lang: { name: string; reach: number } | undefined;
	const takeOut = (index: number, reason: string): void => {
		taken.add(index);
		found.furniture.push({ line: lines[index]!.number, text: lines[index]!.text.trim(), reason });
	};
	for (const [index, line] of lines.entries()) {
		const text = short(line);
		if (text !== '') {
			const glued = gluedName(text);
			const name = languageName(text);
			if (glued !== undefined) {
				takeOut(index, 'name of a language and caption of a button');
				lang = { name: glued, reach: index + GAP + 1 };
				continue;
			}
			if (name !== undefined && namesLanguage(lines, index, inFence)) {
				takeOut(index, 'name of a language');
				lang = { name, reach: index + GAP + 1 };
				continue;
			}
			if (isButton(text) || (WORD.test(text) && inGroup(lines, index, taken))) {
				takeOut(index, 'caption of a button');
				if (lang !== undefined) lang.reach = index + GAP + 1;
				continue;
			}
		}
		if (FENCE.test(line.text)) inFence = !inFence;
		kept.push(line);
		if (lang !== undefined && line.text.trim() !== '') {
			if (index <= lang.reach) langs.set(line.number, lang.name);
			lang = undefined;
		}
	}
	return { lines: kept, langs, ...found };
};
