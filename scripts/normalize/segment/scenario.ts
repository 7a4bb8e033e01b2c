/** Makes a page's body from the section of a scenario: the question out of it, the answer under its heading. */
import type { Block, Findings, HeadingBlock } from '../model.ts';
import { findings, NO_ANSWER } from '../model.ts';
import type { Difficulty } from '../../../src/lib/kinds.ts';
import { fieldOf } from './fields.ts';
import { asks, isNavigation, roleAndRest, type Role } from './labels.ts';
import { bareQuestion, cutAtLabels } from './paragraph-labels.ts';
import { append, plainTitle, textOfBlock } from './text.ts';
import { relevel, trimRules } from './tree.ts';

type Paragraph = Extract<Block, { kind: 'paragraph' }>;

interface Part {
	/** `head`: before the first label or heading; `rest`: what a question left. */
	role: Role | 'head' | 'rest';
	/** The heading that opened it, or the place of a label inside a paragraph. */
	heading?: HeadingBlock;
	line: number;
	blocks: Block[];
}

interface ScenarioBody extends Findings {
	blocks: Block[];
	question: string;
	techNames: string[];
	difficulty?: Difficulty;
}

/** Takes the lines of a paragraph that are fields of the page. */
function takeFields(paragraph: Paragraph, body: Pick<ScenarioBody, 'techNames' | 'furniture'> & { difficulty?: Difficulty }): Paragraph | undefined {
	if (paragraph.text.length > 2000) return paragraph;
	const kept = paragraph.text.split('\n').filter((line, i) => {
		const field = fieldOf(line);
		if (!field) return true;
		append(body.techNames, field.tech ?? []);
		if (field.difficulty) body.difficulty ??= field.difficulty;
		body.furniture.push({ line: Math.min(paragraph.line + i, paragraph.end), text: line.trim(), reason: 'field of the frontmatter' });
		return false;
	});
	return kept.length ? { ...paragraph, text: kept.join('\n') } : undefined;
}

/** The parts of a scenario by its headings and labels, in the order of the document. */
function partsOf(blocks: readonly Block[], line: number, body: ScenarioBody): Part[] {
	let part: Part = { role: 'head', line, blocks: [] };
	const parts = [part];
	const begin = (next: Part) => parts.push((part = next));
	const top = blocks.reduce((least, block) => (block.kind === 'heading' ? Math.min(least, block.depth) : least), 7);
	const hasRole = blocks.some((block) => block.kind === 'heading' && roleAndRest(block.text).role !== 'other');
	for (const block of blocks) {
		if (block.kind === 'heading') {
			const { role, rest, label } = roleAndRest(block.text);
			// Inside an answer given by a label, and in a text without any, headings are parts of the answer.
			const opens = role !== 'other' || (block.depth <= (part.heading?.depth ?? top) && (part.heading !== undefined || hasRole));
			if (!opens) part.blocks.push(block);
			else {
				const named = role !== 'other' && rest !== '';
				begin({ role, heading: named ? { ...block, text: label } : block, line: block.line, blocks: [] });
				if (named) part.blocks.push({ ...block, text: rest, depth: block.depth + 1 });
			}
		} else if (block.kind === 'paragraph') {
			const paragraph = takeFields(block, body);
			for (const cut of paragraph ? cutAtLabels(paragraph, part.role === 'answer' || part.role === 'approach') : []) {
				if (cut.role && !(part.role === 'question' && part.heading)) {
					begin({ role: cut.role, line: cut.line, blocks: [] });
					// The word "Answer" comes back as the heading.
					const reason = cut.role === 'question' ? 'label of the question' : 'label of the answer';
					if (cut.label !== 'Answer' || cut.role !== 'answer') body.furniture.push({ line: cut.line, text: cut.label, reason });
				}
				const inQuestion = cut.role && part.role === 'question' && part.heading;
				const text = inQuestion ? `**${cut.label}:** ${cut.text}` : cut.text;
				if (text) part.blocks.push({ ...block, line: cut.line, text });
			}
		} else part.blocks.push(block);
	}
	return parts;
}

/** Takes the leading paragraphs and quotes of a part as running text. */
function takeText(part: Part): string {
	const texts: string[] = [];
	for (let [block] = part.blocks; block; [block] = part.blocks) {
		if (block.kind === 'paragraph' && !(texts.length && block.text.endsWith(':'))) texts.push(block.text);
		else if (block.kind === 'quote' && block.blocks.every(({ kind }) => kind === 'paragraph')) append(texts, block.blocks.map(textOfBlock));
		else break;
		part.blocks.shift();
		if (texts.length >= 4) break;
	}
	return bareQuestion(texts.join(' '));
}

/** The question: from its own part, from a heading that asks, from the situation described, else the heading. */
function questionFrom(parts: Part[], title: string, body: ScenarioBody, line: number): string {
	const own = parts.find(({ role, blocks }) => role === 'question' && blocks.length);
	const text = own ? takeText(own) : '';
	if (text) {
		// What is left (a schema, a sample) stands before the answer and belongs to the question.
		if (own?.heading) body.furniture.push({ line: own.line, text: own.heading.text, reason: 'label of the question' });
		if (own) own.role = 'rest';
		return text;
	}
	if (asks(title)) return bareQuestion(title);
	const situation = parts.find(({ role, blocks }) => role === 'situation' && blocks[0]?.kind === 'paragraph');
	const told = situation ? takeText(situation) : '';
	if (told && situation) {
		if (!situation.blocks.length) {
			body.furniture.push({ line: situation.line, text: situation.heading?.text ?? '', reason: 'label of the question' });
			situation.role = 'rest';
		}
		body.notes.push({ stage: 'segment', line: situation.line, kind: 'uncertain', what: 'question taken from the situation', confidence: 0.7 });
		return told;
	}
	body.notes.push({ stage: 'segment', line, kind: 'uncertain', what: 'no question in the document', reason: 'the heading stands for it', confidence: 0.4 });
	return bareQuestion(title);
}

const headingAt = (line: number, depth: number, text: string): HeadingBlock => ({ kind: 'heading', line, end: line, depth, text, confidence: 1 });

/** Headings one level down, below the heading of their part. */
const deeper = (blocks: readonly Block[]): Block[] => blocks.map((block) => (block.kind === 'heading' ? { ...block, depth: block.depth + 1 } : block));

/** Puts all sections that have no role into one, at the place of the first, their headings below it. */
function gather(parts: readonly Part[], first: Part): { parts: Part[]; all: Part } {
	const all: Part = { role: 'answer', line: first.line, blocks: [] };
	for (const { role, heading, blocks } of parts) {
		if (role !== 'other') continue;
		if (heading) all.blocks.push({ ...heading, depth: 1 });
		append(all.blocks, deeper(blocks));
	}
	return { parts: parts.flatMap((part) => (part === first ? [all] : part.role === 'other' ? [] : [part])), all };
}

/**
 * The body of a scenario: `## Answer` with what the document answers, other parts under their own headings, the question, technologies and
 * difficulty apart. What is taken out of the body and is in none of these is in `furniture`.
 */
export function scenarioBody(title: string, blocks: readonly Block[], line: number): ScenarioBody {
	const body: ScenarioBody = { blocks: [], question: '', techNames: [], ...findings() };
	const isLeading = (block: Block) => block.kind === 'paragraph' && isNavigation(block.text);
	let parts = partsOf(blocks.filter((block) => !isLeading(block)), line, body);
	body.question = questionFrom(parts, title, body, line);
	const filled = ({ blocks: inside }: Part) => inside.some(({ kind }) => kind !== 'rule');
	const answers = (role: Part['role']) => parts.find((part) => part.role === role && filled(part));
	let answer = answers('answer') ?? answers('approach');
	if (!answer) {
		const told = answers('head') ?? answers('other');
		if (told) {
			answer = told;
			if (told.role === 'other') ({ parts, all: answer } = gather(parts, told));
			const reason = 'what follows the question stands as its answer';
			body.notes.push({ stage: 'segment', line: told.blocks[0]?.line ?? line, kind: 'uncertain', what: 'answer without a label', reason, confidence: 0.7 });
		}
	}
	for (const part of parts) {
		const inside = trimRules(part.blocks);
		if (part === answer) {
			const label = part.heading ? plainTitle(part.heading.text) : '';
			if (label && label !== 'Answer') body.furniture.push({ line: part.line, text: part.heading?.text ?? '', reason: 'heading renamed' });
			body.blocks.push(headingAt(part.line, 1, 'Answer'));
		} else if (part.role === 'happening' && part.heading) {
			body.furniture.push({ line: part.line, text: part.heading.text, reason: 'heading renamed' });
			body.blocks.push(headingAt(part.line, 1, 'What is happening'));
		} else if (part.heading && part.role !== 'rest') body.blocks.push({ ...part.heading, depth: 1 });
		// Headings inside stay below the part's, whatever their depth was.
		append(body.blocks, deeper(inside));
	}
	if (!answer) {
		body.blocks.push(headingAt(line, 1, 'Answer'), { kind: 'paragraph', line, end: line, text: NO_ANSWER });
		body.notes.push({ stage: 'segment', line, kind: 'uncertain', what: 'scenario without an answer', reason: title, confidence: 1 });
	}
	body.blocks = [...relevel(trimRules(body.blocks)), ...blocks.filter(isLeading)];
	body.techNames = [...new Set(body.techNames)];
	return body;
}
