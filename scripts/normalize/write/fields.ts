/** Fields of the frontmatter that a document does not state itself. */
import { cutAtWord } from '../../../src/lib/cut-at-word.ts';
import type { Findings } from '../model.ts';
import type { DraftPage } from '../segment/segment.ts';
import { kindOf, minutesOf } from '../site/kind.ts';
import { inline, plainInline, toInlineMarkdown, type Linker } from './inline.ts';

const LONGEST_DESCRIPTION = 160;

/** The first sentence of prose, for lists and cards; says that it is a draft. */
export function describe(draft: DraftPage, name: string): string {
	const first = draft.blocks.find((block) => block.kind === 'paragraph');
	const text = `Draft from ${name}, lines ${draft.line}–${draft.end}. ${first ? plainInline(first.text) : ''}`.trim();
	return cutAtWord(text, (part) => part.length <= LONGEST_DESCRIPTION).slice(0, LONGEST_DESCRIPTION);
}

/** Without a difficulty in the document a scenario is taken for one of the middle. */
export function scenarioFields(draft: DraftPage, number: number, linker: Linker, into: Findings): { question: string; [field: string]: unknown } {
	const guess = kindOf(draft);
	const uncertain = (what: string, reason: string, confidence: number) =>
		into.notes.push({ stage: 'segment', line: draft.line, kind: 'uncertain', what, reason, confidence });
	if (guess.confidence < 0.9) uncertain('kind of a scenario guessed', guess.kind, guess.confidence);
	if (!draft.difficulty) uncertain('difficulty of a scenario guessed', 'medium', 0.4);
	const difficulty = draft.difficulty ?? 'medium';
	return { number, question: questionOf(draft, linker), difficulty, kind: guess.kind, minutes: minutesOf(difficulty) };
}

/** The site wants a whole question; a heading of two words is none. */
function questionOf({ question = '', title }: DraftPage, linker: Linker): string {
	const text = toInlineMarkdown(inline(question, linker));
	return text.length >= 20 ? text : `${toInlineMarkdown([{ type: 'text', value: title }])}: ${text || 'what would you answer?'}`.padEnd(20, ' …');
}
