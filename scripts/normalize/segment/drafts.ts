/** What a cut makes: drafts of topics and scenarios, with what was noted on the way. */
import type { Difficulty } from '../../../src/lib/kinds.ts';
import type { Block, Findings, HeadingBlock } from '../model.ts';
import { difficultyOf } from './fields.ts';
import { wholeNumber } from './labels.ts';
import { scenarioBody } from './scenario.ts';
import { append, plainTitle, proseWords, shortTitle } from './text.ts';
import { blocksBelow, endOf, relevel, trimRules, type Section } from './tree.ts';

export interface DraftPage {
	kind: 'scenario' | 'topic';
	/** At most 70 characters. */
	title: string;
	/** First and last line of the document. */
	line: number;
	end: number;
	/** The body; headings from depth 2 on, none skipped. */
	blocks: Block[];
	/** A scenario's number, as the document gives it. */
	number?: number;
	question?: string;
	difficulty?: Difficulty;
	/** Technologies the document names for it, as written. */
	techNames: string[];
	/** Title of the chapter it stands in. */
	chapter?: string;
	/** The chapter's number, given or counted. */
	chapterNumber?: number;
	/** Number of the section, as written: `7`, `11.3`. */
	section?: string;
	/** Numbers of the sections that were cut and begin with this draft. */
	opens?: string[];
	/** Place among the drafts of its chapter, in steps of ten. */
	order: number;
}

/** Words of prose above which a section is cut. */
export const LONG = 4000;

/** What holds for everything below a section. */
export interface Place {
	chapter?: string;
	chapterNumber?: number;
	difficulty?: Difficulty;
}

/** The state of a cut. */
export interface Cutter extends Findings {
	scenarios: ReadonlySet<Section>;
	drafts: DraftPage[];
	/** Number of a chapter by the line of its heading. */
	numbers: ReadonlyMap<number, number>;
	name: string;
	/** Numbers of cut sections that no draft has begun yet. */
	opened: string[];
	/** A short introduction that goes before the next draft's text. */
	waiting: Block[];
}

/** Adds a draft; the first one after a cut section stands for its number. */
function push(cutter: Cutter, draft: DraftPage): void {
	const blocks = cutter.waiting.length > 0 ? [...relevel(cutter.waiting), ...draft.blocks] : draft.blocks;
	cutter.drafts.push({ ...draft, blocks, ...(cutter.opened.length > 0 && { opens: cutter.opened }) });
	cutter.opened = [];
	cutter.waiting = [];
}

/** Puts an introduction that no draft followed at the end of the last one. */
export function placeRest(cutter: Cutter): void {
	const last = cutter.drafts.at(-1);
	if (last) append(last.blocks, relevel(cutter.waiting));
	cutter.waiting = [];
}

/** A title for a document without one: its file's name in words. */
const titleFromName = (name: string): string => {
	const words = name.replace(/^.*[\\/]/, '').slice(0, 200).replace(/\.[a-z0-9]{1,5}$/i, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
	return words ? words.charAt(0).toUpperCase() + words.slice(1) : 'Untitled';
};

/** The title of a section and, where it had to be cut, a note of the whole. */
function titleOf(heading: HeadingBlock | undefined, cutter: Cutter): string {
	if (!heading) return shortTitle(titleFromName(cutter.name));
	const label = heading.label && heading.number ? `${heading.label.charAt(0).toUpperCase()}${heading.label.slice(1)} ${heading.number}` : '';
	const whole = plainTitle(heading.text) || label || titleFromName(cutter.name);
	const title = shortTitle(whole);
	if (title !== whole) {
		cutter.furniture.push({ line: heading.line, text: heading.text, reason: 'title cut to its length' });
		cutter.notes.push({ stage: 'segment', line: heading.line, kind: 'uncertain', what: 'title cut to its length', reason: whole.slice(0, 400), confidence: 0.5 });
	} else if (/\]\(/.test(heading.text)) cutter.furniture.push({ line: heading.line, text: heading.text, reason: 'mark-up of a title' });
	return title;
}

/** Makes a topic of blocks; their headings keep their relations. */
export function addTopic(cutter: Cutter, heading: HeadingBlock | undefined, blocks: readonly Block[], place: Place, end: number): void {
	const body = relevel(trimRules(blocks));
	const title = titleOf(heading, cutter);
	const line = heading?.line ?? body[0]?.line ?? 1;
	const words = proseWords(body);
	if (words > LONG) {
		const what = 'page is long and has no headings to cut it at';
		cutter.notes.push({ stage: 'segment', line, kind: 'uncertain', what, reason: `${words} words`, confidence: 0.5 });
	}
	push(cutter, {
		kind: 'topic',
		title,
		line,
		end: Math.max(end, line),
		blocks: body,
		techNames: [],
		...(place.difficulty && { difficulty: place.difficulty }),
		...(place.chapter !== undefined && { chapter: place.chapter }),
		...(place.chapterNumber !== undefined && { chapterNumber: place.chapterNumber }),
		...(heading?.number !== undefined && { section: heading.number }),
		order: 0,
	});
}

/** Makes a scenario of a section that has a heading. */
export function addScenario(cutter: Cutter, section: Section, place: Place): void {
	const { heading } = section;
	if (!heading) return;
	const body = scenarioBody(heading.text, blocksBelow(section), heading.line);
	const number = wholeNumber(heading.number);
	const difficulty = body.difficulty ?? difficultyOf(heading.text) ?? place.difficulty;
	const title = plainTitle(heading.text).replace(/^["“]([^"“”]+)["”]$/, '$1');
	append(cutter.notes, body.notes);
	append(cutter.furniture, body.furniture);
	// Where the heading is the question, all its words stand there.
	const whole = body.question.length >= title.length && plainTitle(body.question).includes(title.replace(/\?$/, ''));
	push(cutter, {
		kind: 'scenario',
		title: whole ? shortTitle(title.replace(/\?$/, '')) : titleOf({ ...heading, text: title }, cutter),
		line: heading.line,
		end: Math.max(endOf(section), heading.end),
		blocks: body.blocks,
		...(number !== undefined && { number }),
		question: body.question,
		...(difficulty && { difficulty }),
		techNames: body.techNames,
		...(place.chapter !== undefined && { chapter: place.chapter }),
		...(place.chapterNumber !== undefined && { chapterNumber: place.chapterNumber }),
		...(number === undefined && heading.number !== undefined && { section: heading.number }),
		order: 0,
	});
}
