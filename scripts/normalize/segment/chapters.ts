/** Which number a document means when it says "chapter 3". */
import { contentWords } from '../site/content-words.ts';
import { wholeNumber } from './labels.ts';
import { textOfBlock } from './text.ts';
import { blocksBelow, type Section } from './tree.ts';

const FILE = /(?<![\p{L}\p{N}-])(\d{1,3})[-_]([a-z][a-z0-9_-]{2,60})\.(?:mdx?|txt|html?)\b/giu;

/** Share of the words of a file's name that a title has, or the other way round. */
const alike = (title: string[], name: string[]): number => {
	const shared = name.filter((word) => title.includes(word)).length;
	// "06-python-de.md" is "Python for data engineering": the first word says what it is about.
	if (shared && name[0] === title[0]) return Math.max(0.6, shared / name.length);
	return shared ? Math.max(shared / name.length, title.length > 1 ? shared / title.length : 0) : 0;
};

/**
 * The numbers of a document's chapters by the line of their heading: the number in the heading, else that of a file the document lists
 * for a chapter of this name ("03-stream-joins.md"). A chapter
 * right after a numbered one counts on: a guess. Others have no number.
 */
export function chapterNumbers(root: Section): Map<number, number> {
	const files = new Map<number, string[]>();
	for (const block of blocksBelow(root))
		for (const [, number, name = ''] of textOfBlock(block).matchAll(FILE)) {
			if (!files.has(Number(number))) files.set(Number(number), contentWords(name.replace(/[-_]/g, ' ')));
		}
	const numbers = new Map<number, number>();
	const used = new Set<number>();
	for (const { heading } of root.children.slice(0, 200)) {
		if (!heading) continue;
		const own = /^(?:chapter|part|module|unit)$/i.test(heading.label ?? '') ? wholeNumber(heading.number) : undefined;
		const words = contentWords(heading.text);
		let best: { number: number; score: number } | undefined;
		for (const [number, name] of files) {
			const score = used.has(number) ? 0 : alike(words, name);
			if (score > 0.5 && score > (best?.score ?? 0)) best = { number, score };
		}
		const number = own ?? best?.number;
		if (number === undefined) continue;
		used.add(number);
		numbers.set(heading.line, number);
	}
	// A chapter after the last listed one counts on.
	let before: number | undefined;
	for (const { heading } of root.children.slice(0, 200)) {
		if (!heading) continue;
		const number = numbers.get(heading.line);
		if (number === undefined && before !== undefined && !used.has(before + 1) && !files.has(before + 1)) {
			numbers.set(heading.line, before + 1);
			used.add(before + 1);
		}
		before = numbers.get(heading.line);
	}
	return numbers;
}
