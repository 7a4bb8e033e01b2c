/** Which sections of a document are scenarios to practice. */
import { asks, isPractice, isRange, isScenarioLabel, roleAndRest } from './labels.ts';
import { plainTitle, textOfBlock } from './text.ts';
import type { Section } from './tree.ts';

/** So many make a series; fewer are sections like others. */
const SERIES = 3;

const ANSWER_LINE = /^[*_\s]{0,4}(?:(?:[A-Z][a-z]+ )?answer(?: skeleton| structure)?|solution|A)\s?[*_]{0,2}:/i;

/** Whether a section says where its answer begins. */
function hasAnswer(section: Section): boolean {
	return (
		section.own.some((block) => block.kind === 'paragraph' && ANSWER_LINE.test(textOfBlock(block).slice(0, 60))) ||
		section.children.some(({ heading }) => heading && roleAndRest(heading.text).role === 'answer')
	);
}

/** What stands before a colon: "Incident: the load is late" and "Incident: …" are of one kind. */
const prefixOf = (heading: string): string | undefined => /^(\p{Lu}[\p{L} -]{2,24}): \S/u.exec(plainTitle(heading.slice(0, 200)))?.[1]?.toLowerCase();

const isLabelled = ({ heading }: Section): boolean => isScenarioLabel(heading?.label) && !isRange(heading?.number);

/** A line above scenarios with nothing of its own. */
export const isGroupHeading = ({ heading, own, children }: Section): boolean =>
	heading !== undefined && children.length === 0 && own.every(({ kind }) => kind === 'rule');

/** Scenarios without a number among the sections of one parent. */
function unlabelledIn(parent: Section): Section[] {
	const answered = new Set(parent.children.filter((child) => child.heading && !isLabelled(child) && hasAnswer(child)));
	const counts = new Map<string, { count: number; answered: boolean }>();
	for (const child of parent.children) {
		const prefix = child.heading && prefixOf(child.heading.text);
		if (!prefix) continue;
		const seen = counts.get(prefix) ?? { count: 0, answered: false };
		counts.set(prefix, { count: seen.count + 1, answered: seen.answered || answered.has(child) || asks(child.heading?.text ?? '') });
	}
	let practice = parent.heading !== undefined && isPractice(parent.heading.text);
	const found = new Set<Section>();
	/** Whether a heading within a chapter, or a line of its own, stands above the sections now read. */
	let grouped = practice && (parent.heading?.depth ?? 1) > 1 && counts.size === 0;
	let group: Section[] = [];
	/** Most sections below a line such as "Questions on cost" ask; the others tell a situation and ask by that. */
	const closeGroup = () => {
		const asking = group.filter((one) => found.has(one)).length;
		if (asking * 2 >= group.length) for (const one of group) if (one.heading?.number === undefined) found.add(one);
		group = [];
	};
	for (const child of parent.children) {
		const { heading } = child;
		if (!heading || isLabelled(child)) continue;
		if (isGroupHeading(child)) {
			closeGroup();
			practice = isPractice(heading.text) || (practice && !heading.number);
			grouped = isPractice(heading.text);
			continue;
		}
		if (child.words < 5 && !child.sample) continue;
		// A line above other questions that swallowed the first of them.
		if (isPractice(heading.text) && !asks(heading.text) && !prefixOf(heading.text)) continue;
		const prefix = prefixOf(heading.text);
		const ofKind = prefix !== undefined ? counts.get(prefix) : undefined;
		const likeOthers = ofKind !== undefined && ofKind.count >= 2 && ofKind.answered && (practice || answered.size >= SERIES);
		if (answered.has(child) || (practice && asks(heading.text)) || likeOthers) found.add(child);
		if (grouped) group.push(child);
	}
	closeGroup();
	return found.size >= SERIES ? [...found] : [];
}

/**
 * The sections that are scenarios: those labelled so ("Scenario 7", "Q3"), and sections of one parent that ask or name their answer. Each
 * kind counts from three on in the document, the second among its siblings; a single one is a section like others unless it is labelled and
 * names its answer.
 * A section inside a scenario is none. Labels and answers are certain signs, a heading that asks is a guess.
 */
export function scenariosIn(root: Section): Set<Section> {
	const labelled: Section[] = [];
	const found = new Set<Section>();
	const visit = (section: Section) => {
		if (isLabelled(section)) labelled.push(section);
		for (const child of section.children) visit(child);
	};
	visit(root);
	for (const section of labelled) if (labelled.length >= SERIES || hasAnswer(section)) found.add(section);
	const look = (section: Section) => {
		if (found.has(section)) return;
		for (const one of unlabelledIn(section)) found.add(one);
		for (const child of section.children) look(child);
	};
	look(root);
	const drop = (section: Section, inside: boolean) => {
		if (inside) found.delete(section);
		for (const child of section.children) drop(child, inside || found.has(section));
	};
	drop(root, false);
	return found;
}

/** Whether a section or one below it is a scenario. */
export const holdsScenario = (section: Section, scenarios: ReadonlySet<Section>): boolean =>
	scenarios.has(section) || section.children.some((child) => holdsScenario(child, scenarios));
