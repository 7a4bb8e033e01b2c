/** What a heading or the first words of a paragraph say of the text below: a question, its answer, a field of the page. */
import type { HeadingBlock } from '../model.ts';
import { plainTitle } from './text.ts';

export type Role = 'question' | 'situation' | 'happening' | 'answer' | 'approach' | 'other';

/** What may stand before "answer". */
const QUALITIES = 'the|a|an|my|your|model|sample|strong|good|ideal|suggested|reference|example|short|full|expected';

const ROLES: readonly (readonly [Role, RegExp])[] = [
	['question', /^(?:the )?(?:interview |actual |sample )?(?:question|prompt|task|exercise|problem statement)$/],
	['situation', /^(?:the )?(?:problem|scenario|situation|context|background|set-?up|use case)$/],
	['happening', /^what(?:['’]?s| is) (?:happening|going on)(?: here| internally)?$/],
	['answer', new RegExp(`^(?:(?:${QUALITIES}) )*(?:answer|solution|steps|response)s?(?: (?:skeleton|structure|outline|key|sketch))?$`)],
	['approach', /^(?:the |a |your |design |possible |recommended |suggested )*(?:approach|fix|fixes|resolution|remedy|how to answer|walkthrough)$/],
];

/** What a heading of a scenario opens. */
export function roleOf(heading: string): Role {
	if (heading.length > 80) return 'other';
	const name = plainTitle(heading)
		.toLowerCase()
		.replace(/\s*\([^()]{1,40}\)\s*:?$/, '')
		.replace(/[\s:.]+$/, '');
	return ROLES.find(([, pattern]) => pattern.test(name))?.[0] ?? 'other';
}

/** A heading such as "Solution: streaming compaction" parted into label and rest. */
export function roleAndRest(heading: string): { role: Role; label: string; rest: string } {
	const whole = roleOf(heading);
	if (whole !== 'other') return { role: whole, label: heading, rest: '' };
	const colon = heading.slice(0, 80).indexOf(':');
	// A letter before the label is what was left of a picture ("X Solution").
	const label = colon > 0 ? heading.slice(0, colon) : '';
	const role = label ? roleOf(label.replace(/^[A-Za-z] (?=\p{Lu})/u, '')) : 'other';
	return role === 'answer' || role === 'approach' ? { role, label, rest: heading.slice(colon + 1).trim() } : { role: 'other', label: '', rest: heading };
}

/** Whether a word before a number calls what follows a scenario or question. */
export const isScenarioLabel = (label: string | undefined): boolean => /^(?:scenario|question|q|case|exercise|incident)$/i.test(label ?? '');

interface Labelled {
	label?: string;
	number?: string;
	text: string;
	/** What was taken off the text, as written. */
	taken?: string;
}

const IN_TEXT = /^(?:[^\p{L}\p{N}"“]*)(Scenarios?|Question|Q)\s*#?(\d{1,5}(?:\s*[-–—]\s*\d{1,5})?)?\s*[:.)—–-]\s*(?=\S)/iu;

/** Label and number of a heading, also where they still stand in its text. */
export function labelled({ label, number, text }: HeadingBlock): Labelled {
	if (label !== undefined || number !== undefined) return { ...(label !== undefined && { label }), ...(number !== undefined && { number }), text };
	const match = IN_TEXT.exec(text);
	if (!match) return { text };
	const [all, word = '', digits] = match;
	// "Question the numbers - twice" is a sentence, "Q: why" and "Scenario 4 - …" are labels.
	if (digits === undefined && !/[:.)]\s*$/.test(all)) return { text };
	return { label: word.toLowerCase().replace(/s$/, ''), ...(digits !== undefined && { number: digits }), text: text.slice(all.length), taken: all.trim() };
}

/** A heading such as "Scenario 23-30: more of them" that stands above the scenarios it counts. */
export const isRange = (number: string | undefined): boolean => /^\d+\s*[-–—]\s*\d+$/.test(number ?? '');

/** A whole number, where it is one. */
export const wholeNumber = (number: string | undefined): number | undefined => (/^\d{1,6}$/.test(number ?? '') ? Number(number) : undefined);

const ASKING = /^(?:how|why|what|when|where|which|who|can|could|would|should|do|does|is|are|tell me|describe|explain|walk me|design|compare)\b/i;

const ENDS_ASKING = /\?["”’')\]]*$/;
const TASK = /^(?:tell me|walk me|describe a|explain (?:how|why|what|the)|design an? )/i;

/** Whether a text asks: by its question mark, or by the words an interviewer begins with. */
export function asks(text: string): boolean {
	const plain = plainTitle(text)
		.replace(/^\p{Lu}[\p{L} -]{2,24}: /u, '')
		.replace(/^["“”'‘’]+|["“”'‘’]+$/g, '')
		.trim();
	return ENDS_ASKING.test(plain) || TASK.test(plain) || (/\?\s/.test(plain) && ASKING.test(plain));
}

/** Headings above questions to practice with. */
export const isPractice = (heading: string): boolean =>
	/\b(?:scenarios?|interview questions?|questions|q ?& ?a|question bank|model answers)\b/i.test(plainTitle(heading));

/** A line that leads to the documents before and after: its links are what counts, its words "Previous" and "Next" are none of the text. */
export const isNavigation = (text: string): boolean =>
	text.length < 600 && /^\W{0,6}(?:previous|prev|next|back|up)\W{0,6}:/i.test(text.trim()) && /\]\(|\|/.test(text);
