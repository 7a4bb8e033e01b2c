/** Brings the headings of questions into shape before the document is cut: `Q:` paragraphs become headings, what belongs to an answer goes below it. */
import type { Block, Findings, HeadingBlock } from '../model.ts';
import { findings } from '../model.ts';
import { isRange, isScenarioLabel, labelled, roleOf } from './labels.ts';
import { plainTitle } from './text.ts';

type Paragraph = Extract<Block, { kind: 'paragraph' }>;

const LONGEST_QUESTION = 600;
const Q_LINE = /^(\*\*|__)?(?:[☑✅❓]\s*)?Q(?:uestion(?=\s?\d))?\s?(\d{1,6})?\s*[:.)]\s*(\S.*?)(\*\*|__)?$/u;

/** A paragraph whose first line is a question with its `Q:` before it, as a heading and what follows in the paragraph. */
function questionOf(block: Paragraph, next: Block | undefined): { heading: HeadingBlock; taken: string; rest?: Paragraph } | undefined {
	const end = block.text.indexOf('\n');
	const line = (end < 0 ? block.text : block.text.slice(0, end)).trim();
	if (line.length > LONGEST_QUESTION) return undefined;
	const [, open, number, inner = '', close] = Q_LINE.exec(line) ?? [];
	if (!inner) return undefined;
	const rest = end < 0 ? '' : block.text.slice(end + 1).trim();
	const answered = ANSWER_START.test(rest) || (!rest && next?.kind === 'paragraph' && ANSWER_START.test(next.text));
	if (!answered && !/\?["”’'*]*$/.test(inner)) return undefined;
	// Half a pair of marks is no emphasis: it stays in the text.
	const text = open && close ? inner : `${open ?? ''}${inner}${close ?? ''}`;
	const place = { line: block.line, end: block.line };
	const heading: HeadingBlock = { kind: 'heading', ...place, depth: 0, text, label: 'question', ...(number && { number }), confidence: 0.9 };
	const taken = line.slice(0, line.indexOf(inner)).replace(/[*_]/g, '');
	return { heading, taken, ...(rest && { rest: { ...block, line: Math.min(block.line + 1, block.end), text: rest } }) };
}

const ANSWER_START = /^[*_\s]{0,4}A(?:nswer)?\s?\d{0,6}\s*:/;

/** Headings that occur three times and more are parts of something repeated. */
function repeatedHeadings(blocks: readonly Block[]): Set<string> {
	const counts = new Map<string, number>();
	for (const block of blocks)
		if (block.kind === 'heading' && block.number === undefined) {
			const key = plainTitle(block.text.slice(0, 200)).toLowerCase();
			counts.set(key, (counts.get(key) ?? 0) + 1);
		}
	return new Set([...counts].flatMap(([key, count]) => (count >= 3 ? [key] : [])));
}

/**
 * Gives the blocks back with every labelled question as a heading with label and number apart, one below the section it stands in, and
 * with the headings of its parts (question, solution, what is repeated in every question …) below it.
 * A heading of a lower rank right inside an answer goes with the answer: a guess.
 */
export function shapeQuestions(blocks: readonly Block[]): { blocks: Block[] } & Findings {
	const out: Block[] = [];
	const found = findings();
	const repeated = repeatedHeadings(blocks);
	/** Depth of the nearest heading that is no question, and of the question open now. */
	let section = 0;
	let open: { depth: number; scenario: boolean } | undefined;
	let shift = 0;

	const openQuestion = (heading: HeadingBlock, made: boolean) => {
		const { label, number, text, taken } = labelled(heading);
		const depth = made || (label === 'q' || label === 'question') ? Math.min(heading.depth || section + 1, section + 1) : heading.depth;
		open = { depth, scenario: label !== 'q' && label !== 'question' };
		shift = 0;
		if (taken) found.furniture.push({ line: heading.line, text: taken, reason: 'label of a question' });
		out.push({ ...heading, depth, text, ...(label !== undefined && { label }), ...(number !== undefined && { number }) });
	};

	for (const [i, block] of blocks.entries()) {
		if (block.kind === 'paragraph') {
			// Under a scenario's own heading the label stands before its question.
			const question = open?.scenario ? undefined : questionOf(block, blocks[i + 1]);
			if (question) {
				openQuestion(question.heading, true);
				found.furniture.push({ line: block.line, text: question.taken, reason: 'label of a question' });
				if (question.rest) out.push(question.rest);
				continue;
			}
			out.push(block);
			continue;
		}
		if (block.kind !== 'heading') {
			out.push(block);
			continue;
		}
		const { label, number } = labelled(block);
		if (isScenarioLabel(label) && !isRange(number) && (number !== undefined || label === 'q' || label === 'question') && roleOf(block.text) === 'other') {
			openQuestion(block, false);
			continue;
		}
		if (open && block.depth <= open.depth) {
			const part = block.number === undefined && (roleOf(block.text) !== 'other' || repeated.has(plainTitle(block.text.slice(0, 200)).toLowerCase()));
			const inside = !open.scenario && block.depth >= 3 && block.number === undefined && blocks[i - 1]?.kind !== 'rule';
			if (!part && !inside) {
				open = undefined;
				shift = 0;
			} else if (!part || shift === 0) shift = open.depth + 1 - block.depth;
			if (part && open) shift = open.depth + 1 - block.depth;
		}
		if (!open) section = block.depth;
		out.push(open && shift > 0 ? { ...block, depth: block.depth + shift } : block);
	}
	return { blocks: out, ...found };
}
