/** What stands in a heading besides its words: a mark, a label, a number. */
import { type Furniture } from '../model.ts';

interface HeadingParts {
	text: string;
	label?: string;
	number?: string;
	taken: Furniture[];
}

const MARK = /^(?:(?:[☑✓✔✅★☆✪➤▶►◆■❖]|\p{Extended_Pictographic})[\ufe0e\ufe0f\u200d\u{1f3fb}-\u{1f3ff}]*)+\s*(?=\S)/u;
const VALUE = '(\\d{1,4}(?:\\s?[-–—]\\s?\\d{1,4})?|[IVX]{1,6}|[A-Z])';
const LABELS = ['scenario', 'question', 'chapter', 'part', 'step', 'section', 'lesson', 'module', 'exercise']
	.flatMap((word) => [word, `${word[0]?.toUpperCase()}${word.slice(1)}`, word.toUpperCase()])
	.join('|');
const AFTER = '(?:\\s*[:.)|]|\\s+[-–—](?=\\s)|(?=\\s*$)|(?<=\\d)(?=\\s+[\\p{Lu}"“]))\\s*';
const LABELLED = new RegExp(`^(${LABELS})\\s+${VALUE}${AFTER}`, 'u');
const QUESTION = new RegExp(`^(Q)(\\d{1,4})${AFTER}|^(Q)\\s*[:.]\\s+`, 'u');
const NUMBERED = /^(\d{1,3}(?:\.\d{1,3}){1,4})(?:[.):]|\s+[-–—](?=\s)|(?=\s))\s*(?=\S)|^(\d{1,3})[.)]\s+(?=\S)|^(\d{1,3})\s+[-–—]\s+(?=\S)/u;
const LETTERED = /^([A-Z]\d{1,2}(?:\.\d{1,2})?)(?:[.:]|\s+[-–—](?=\s))\s*(?=\S)|^([A-Z])\.\s+(?=\S)|^\(?([a-z])\)\s+(?=\S)/u;
const HEAD = 80;

interface Found {
	length: number;
	label?: string;
	word?: string;
	number?: string;
}

const findLabel = (head: string): Found | undefined => {
	const labelled = LABELLED.exec(head);
	// `part a` and `step i` are words of a sentence.
	if (labelled?.[1] && labelled[2])
		return { length: labelled[0].length, word: labelled[1], label: labelled[1].toLowerCase(), number: labelled[2].replace(/\s/g, '') };
	const question = QUESTION.exec(head);
	if (!question) return undefined;
	return { length: question[0].length, word: 'Q', label: 'question', ...(question[2] ? { number: question[2] } : {}) };
};

const findNumber = (head: string): Found | undefined => {
	const match = NUMBERED.exec(head) ?? LETTERED.exec(head);
	const number = match?.[1] ?? match?.[2] ?? match?.[3];
	return match && number ? { length: match[0].length, number } : undefined;
};

const unBold = (text: string): string => {
	const inner = /^(\*\*|__)([^*_].*?)\1:?$/su.exec(text)?.[2];
	return inner !== undefined && !inner.includes('**') ? inner.trim() : text;
};

/** Takes mark, label and number out of a heading. What it takes is in `taken`; a heading that is nothing else keeps label and number as its text. */
export const headingParts = (raw: string, line: number): HeadingParts => {
	const taken: Furniture[] = [];
	let text = unBold(raw.trim());
	const mark = MARK.exec(text.slice(0, HEAD));
	if (mark && mark[0].length < text.length) {
		taken.push({ line, text: mark[0].trim(), reason: 'mark of a heading' });
		text = text.slice(mark[0].length);
	}
	const head = text.slice(0, HEAD);
	const found = findLabel(head) ?? findNumber(head);
	const rest = trimColon(found ? text.slice(found.length) : text);
	if (!found) return { text: rest, taken };
	const named = { ...(found.label ? { label: found.label } : {}), ...(found.number ? { number: found.number } : {}) };
	if (rest === '') return { text: trimColon(text), ...named, taken };
	// `Q7` is one word.
	if (found.word === 'Q' && found.number) taken.push({ line, text: `Q${found.number}`, reason: 'label of a heading' });
	else if (found.word) taken.push({ line, text: found.word, reason: 'label of a heading' });
	if (found.number && found.word !== 'Q') taken.push({ line, text: found.number, reason: 'number of a heading' });
	return { text: rest, ...named, taken };
};

const trimColon = (text: string): string => text.replace(/\s*:(-)?$/u, '').trim();

/** Whether a heading begins with a label that names questions, scenarios and the like. */
export const isLabelled = (text: string): boolean => findLabel(unBold(text.replace(MARK, '')).slice(0, HEAD)) !== undefined;

/** The number of a heading line, `undefined` for labels and plain words. */
export const numberOf = (text: string): string | undefined => findNumber(text.slice(0, HEAD))?.number;

/** Whether a heading begins with a mark such as ☑ or ★. */
export const isMarked = (text: string): boolean => MARK.test(text.slice(0, HEAD));
