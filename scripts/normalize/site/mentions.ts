/** Finds where a text speaks of another part of its document: "see chapter 3, §2", "Part 09 Q4", "03-stream-joins.md". */

interface Mention {
	/** Character offsets in the text. */
	start: number;
	end: number;
	target: MentionTarget;
}

/** What is spoken of: the words of the mention and at least one of the other fields. */
export interface MentionTarget {
	text: string;
	/** Number of a chapter, part or file. */
	chapter?: number;
	/** Number of a section as written: `7`, `11.3`, `F3`. */
	section?: string;
	/** Number of a question. */
	question?: number;
	/** Name of a file without its number and ending. */
	name?: string;
}

type Found = Omit<Mention, 'target'> & { target: Omit<MentionTarget, 'text'> };

const NUMBER = '[A-Z]?\\d{1,3}(?:\\.\\d{1,3}){0,3}';
const LIST = new RegExp(`^(?:\\s*(?:,|and|&|or|–|-|,\\s*and)\\s*(?:§\\s*)?)(${NUMBER})(?![\\p{L}\\p{N}]|\\.\\d|\\s*(?:%|GB|MB|KB|ms|s\\b|x\\b|×))`, 'u');
const CHAPTER = /(?<![\p{L}\p{N}_/-])(?:chapters?|parts?|file)\s+(\d{1,3})(?![\p{L}\p{N}%]|\.\d)/giu;
const SECTION_AFTER = new RegExp(`^(?:['’]s)?(?:\\s*,)?\\s*(?:§{1,2}\\s*|sections?\\s+)(${NUMBER})`, 'iu');
const QUESTION_AFTER = /^(?:['’]s)?(?:\s*,)?\s*(?:Q|question\s+)(\d{1,4})(?![\p{L}\p{N}])/iu;
const SECTION = new RegExp(`(?:§{1,2}\\s*|(?<![\\p{L}\\p{N}])sections?\\s+)(${NUMBER})(?![\\p{L}\\p{N}])`, 'giu');
const QUESTION = /(?<![\p{L}\p{N}])(Q(\d{1,3})(?:\s+in\s+(?:[Cc]hapter|[Pp]art)\s+(\d{1,3}))?)(?![\p{L}\p{N}])/gu;
const FILE = /(?<![\p{L}\p{N}/._-])(?:(\d{1,3})[-_])?([a-z][a-z0-9_-]{2,60})\.mdx?(?![\p{L}\p{N}])/giu;
const SEE = /\bsee\s+(?:also\s+)?$/i;

/** Longest text between two offsets that a look ahead needs. */
const AHEAD = 24;

function addList(text: string, from: number, target: Omit<MentionTarget, 'text'>, add: (mention: Found) => void): void {
	let at = from;
	for (let match = LIST.exec(text.slice(at, at + AHEAD)); match; match = LIST.exec(text.slice(at, at + AHEAD))) {
		const [all, number = ''] = match;
		add({ start: at + all.length - number.length, end: at + all.length, target: { ...target, section: number } });
		at += all.length;
	}
}

/**
 * The places of a plain text that mention another part of the document, in order, none overlapping. A number alone is no mention; neither is a
 * "Q4" that no "see" stands before, which is more often a quarter.
 */
export function findMentions(text: string): Mention[] {
	const found: Found[] = [];
	const add = (mention: Found) => found.push(mention);
	for (const match of text.matchAll(CHAPTER)) {
		const chapter = Number(match[1]);
		const end = match.index + match[0].length;
		const ahead = text.slice(end, end + AHEAD);
		const section = SECTION_AFTER.exec(ahead);
		const question = section ? undefined : QUESTION_AFTER.exec(ahead);
		const target = { chapter, ...(section?.[1] && { section: section[1] }), ...(question?.[1] && { question: Number(question[1]) }) };
		const to = end + (section ?? question ?? [''])[0].length;
		add({ start: match.index, end: to, target });
		if (section) addList(text, to, { chapter }, add);
	}
	for (const match of text.matchAll(SECTION)) {
		const to = match.index + match[0].length;
		add({ start: match.index, end: to, target: { section: match[1] ?? '' } });
		addList(text, to, {}, add);
	}
	for (const match of text.matchAll(QUESTION))
		if (match[3] || SEE.test(text.slice(Math.max(0, match.index - 12), match.index)))
			add({ start: match.index, end: match.index + match[0].length, target: { question: Number(match[2]), ...(match[3] && { chapter: Number(match[3]) }) } });
	for (const match of text.matchAll(FILE))
		if (match[1] || /[-_]/.test(match[2] ?? ''))
			add({ start: match.index, end: match.index + match[0].length, target: { name: match[2] ?? '', ...(match[1] && { chapter: Number(match[1]) }) } });
	found.sort((a, b) => a.start - b.start || b.end - a.end);
	let last = 0;
	return found
		.filter(({ start, end }) => start >= last && (last = end) > 0)
		.map(({ start, end, target }) => ({ start, end, target: { text: text.slice(start, end), ...target } }));
}
