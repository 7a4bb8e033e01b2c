/** Cuts a document into drafts: scenarios, questions, topics of chapters. */
import { findings, type Block, type Findings, type HeadingBlock } from '../model.ts';
import { chapterNumbers } from './chapters.ts';
import { takeContents } from './contents.ts';
import { addScenario, addTopic, LONG, placeRest, type Cutter, type DraftPage, type Place } from './drafts.ts';
import { difficultyOf } from './fields.ts';
import { wholeNumber } from './labels.ts';
import { shapeQuestions } from './questions.ts';
import { holdsScenario, isGroupHeading, scenariosIn } from './series.ts';
import { append, hasSample, plainTitle, proseWords, textOf } from './text.ts';
import { blocksBelow, blocksWith, endOf, sectionTree, trimRules, type Section } from './tree.ts';

export type { DraftPage } from './drafts.ts';

/** Words of prose from which a section may stand alone. */
const SMALL = 80;
/** Words of prose from which a section with numbered sections is a chapter. */
const CHAPTER = 1500;
/** Words that a group's introduction may have without being a page. */
const INTRODUCTION = 30;

const numbered = (sections: readonly Section[]): number => sections.filter(({ heading }) => heading?.number !== undefined).length;

/** Whether a section is a chapter or too long, so that each section in it becomes a page. */
function isCut(section: Section, document: boolean): boolean {
	if (section.children.length < 2) return false;
	if (section.words > LONG) return true;
	return section.words > CHAPTER && (document || numbered(section.children) >= 3);
}

const isSmall = (blocks: readonly Block[]): boolean => proseWords(blocks) < SMALL && !hasSample(blocks);

/** What stands before the first section of a group of scenarios: a page where there is enough, else the beginning of the first page. */
function addGroupIntroduction(cutter: Cutter, heading: HeadingBlock | undefined, own: readonly Block[], place: Place): void {
	const text = textOf(own).trim();
	if (proseWords(own) >= INTRODUCTION || hasSample(own)) return addTopic(cutter, heading, own, place, own.at(-1)?.end ?? 0);
	if (heading) cutter.furniture.push({ line: heading.line, text: heading.text, reason: 'heading of a group' });
	// A line in bold under the heading is its second line.
	const [only] = own.filter(({ kind }) => kind !== 'rule');
	if (only && own.length <= 2 && only.kind === 'paragraph' && /^\*\*[^*]{1,120}\*\*$/.test(only.text)) {
		cutter.furniture.push({ line: only.line, text: only.text, reason: 'heading of a group' });
		return;
	}
	if (!text) return;
	const line = own[0]?.line ?? 1;
	append(cutter.waiting, trimRules(own));
	const what = 'introduction of a group put before its first page';
	cutter.notes.push({ stage: 'segment', line, kind: 'uncertain', what, reason: text.slice(0, 400), confidence: 0.6 });
}

/** Cuts the sections below one; those too small to stand alone go with the one before, the first ones with the one after. */
function cutChildren(cutter: Cutter, children: readonly Section[], place: Place, before: Block[]): void {
	let held: Block[] = before;
	let last: { from: Section; blocks: Block[]; heading: HeadingBlock | undefined } | undefined;
	const flush = () => {
		if (last) addTopic(cutter, last.heading, last.blocks, place, endOf(last.from));
		last = undefined;
	};
	const addHeld = (blocks: Block[]) => {
		const [first, ...rest] = blocks;
		if (first) addGroupIntroduction(cutter, first.kind === 'heading' ? first : undefined, first.kind === 'heading' ? rest : blocks, place);
	};
	for (const [i, child] of children.entries()) {
		const next = children[i + 1];
		if (child.heading && isGroupHeading(child) && !cutter.scenarios.has(child) && next && cutter.scenarios.has(next)) {
			cutter.furniture.push({ line: child.heading.line, text: child.heading.text, reason: 'heading of a group' });
		} else if (holdsScenario(child, cutter.scenarios) || isCut(child, false)) {
			flush();
			addHeld(held);
			held = [];
			cut(cutter, child, place, false);
		} else if (last && isSmall(blocksBelow(child))) {
			append(last.blocks, blocksWith(child));
			last.from = child;
		} else if (!last && isSmall(blocksBelow(child)) && child !== children.at(-1)) append(held, blocksWith(child));
		else {
			flush();
			// What was held has its own headings: those of this section stay at their depth beside them.
			last = { from: child, heading: child.heading, blocks: [...held, ...blocksBelow(child)] };
			held = [];
		}
	}
	flush();
	addHeld(held);
}

function cut(cutter: Cutter, section: Section, above: Place, document: boolean): void {
	const { heading, own, children } = section;
	if (cutter.scenarios.has(section)) return addScenario(cutter, section, above);
	const difficulty = (heading && difficultyOf(heading.text)) ?? above.difficulty;
	const chapter = heading ? plainTitle(heading.text) : undefined;
	const chapterNumber = heading && (cutter.numbers.get(heading.line) ?? wholeNumber(heading.number));
	const place: Place = {
		...above,
		...(difficulty && { difficulty }),
		...(above.chapter === undefined && chapter !== undefined && { chapter, ...(chapterNumber !== undefined && { chapterNumber }) }),
	};
	// A title alone above everything is the document's; its sections are cut as the document's.
	const [only] = children;
	const empty = own.every(({ kind }) => kind === 'rule');
	if (!heading && empty && only && children.length === 1 && !cutter.scenarios.has(only)) return cut(cutter, only, above, true);
	const holds = children.some((child) => holdsScenario(child, cutter.scenarios));
	if (!holds && !isCut(section, document)) {
		if (heading || own.length || children.length) addTopic(cutter, heading, blocksBelow(section), above, endOf(section));
		return;
	}
	if (heading?.number !== undefined && above.chapter !== undefined) cutter.opened.push(heading.number);
	if (holds) {
		addGroupIntroduction(cutter, heading, own, place);
		return cutChildren(cutter, children, place, []);
	}
	if (!isSmall(own)) {
		addTopic(cutter, heading, own, place, own.at(-1)?.end ?? 0);
		return cutChildren(cutter, children, place, []);
	}
	if (heading) cutter.furniture.push({ line: heading.line, text: heading.text, reason: 'heading of a group' });
	cutChildren(cutter, children, place, own.filter(({ kind }) => kind !== 'rule'));
}

/** Numbers the drafts of each chapter in the document's order. */
function order(drafts: DraftPage[]): void {
	const counts = new Map<string, number>();
	for (const draft of drafts) {
		const key = draft.chapter ?? '';
		const place = (counts.get(key) ?? 0) + 10;
		counts.set(key, place);
		draft.order = place;
	}
}

/**
 * Cuts a document into drafts. Scenarios and questions that form a series become a page each, with a question and an `## Answer`; a chapter
 * of numbered sections or a long text becomes a page a section; a short document is one page. Labels and marked headings are certain; what was
 * taken for a scenario, its question or its answer by its wording alone is noted as uncertain. Words that are in no draft are in `furniture`.
 */
export function segment(document: { name: string; blocks: Block[] }): { drafts: DraftPage[] } & Findings {
	const shaped = shapeQuestions(document.blocks);
	const root = sectionTree(shaped.blocks);
	const contents = takeContents(root);
	const cutter: Cutter = {
		...findings(), scenarios: scenariosIn(root), drafts: [], numbers: chapterNumbers(root), name: document.name, opened: [], waiting: [],
	};
	append(cutter.furniture, [...shaped.furniture, ...contents]);
	append(cutter.notes, shaped.notes);
	const difficulty = difficultyOf(document.name.replace(/[_-]+/g, ' '));
	cut(cutter, root, difficulty ? { difficulty } : {}, true);
	placeRest(cutter);
	order(cutter.drafts);
	return { drafts: cutter.drafts, notes: cutter.notes, furniture: cutter.furniture };
}
