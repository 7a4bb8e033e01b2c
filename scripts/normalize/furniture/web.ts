/** Furniture of web pages and chats that plain text exports leave: buttons, banners, names of speakers, tables of contents. */
import type { Note } from '../model.ts';
import { neighbour, type Context } from './lines.ts';
import type { Marks } from './pages.ts';

const LONGEST = 160;

/** Nothing but such a button or banner reads so. */
const CERTAIN = new RegExp(`^(?:${[
	'(?:skip|jump) to (?:main |the )?(?:content|navigation|footer)',
	'was this (?:page|article|answer|section|guide|information) (?:helpful|useful)\\??(?: yes(?: ?/)? no)?',
	'edit (?:this page|on github)(?: on github)?',
	'(?:back|scroll|return) to (?:the )?top',
	'(?:we|this (?:web ?)?site|our (?:web ?)?site)(?: and our partners)? uses? cookies(?: (?:to|for|and|on)\\b.*)?[.!]?',
	'(?:accept|reject|manage|allow)(?: all)? cookies',
	'cookie (?:settings|preferences|policy)',
	'last (?:updated|modified|reviewed|edited)(?: on| at|:)?:? .{0,40}(?:\\d{4}|ago|\\d{1,2}[./]\\d{1,2}).{0,10}',
	'(?:about )?\\d{1,3} ?min(?:ute)?s?\\.? read',
	'\\d[\\d.,]*k? (?:likes?|shares?|repl(?:y|ies)|comments?|claps?|reactions?|reposts?)',
	'(?:you|chatgpt|claude|gemini|copilot|assistant) said:?',
	'chatgpt can make mistakes\\..*',
	'thought for (?:\\d+|a few|a couple of) (?:seconds?|minutes?)',
	'(?:sign|log) in (?:to|or sign up).{0,60}',
	'subscribe to (?:our|the) newsletter',
	'share (?:this (?:page|article|post)|on (?:twitter|x|facebook|linkedin))',
	'toggle (?:navigation|menu|theme|dark mode|sidebar)',
	'report (?:this ad|an issue with this page)',
].join('|')})$`, 'i');

const BUTTON_WORDS = new Set([
	'like', 'likes', 'reply', 'replies', 'share', 'shares', 'repost', 'comment', 'comments', 'follow', 'send', 'tweet', '·', '•', '|',
]);

/** Buttons and their counts in one line: `Like 12 Reply`. */
const isButtonRow = (text: string): boolean => {
	const words = text.toLowerCase().split(/\s+/);
	return words.length > 1 && BUTTON_WORDS.has(words[0]!) && words.every((word) => BUTTON_WORDS.has(word) || /^\d[\d.,]*k?$/.test(word));
};

/** A heading or an item of a list can read so as well. */
const DOUBTFUL = new RegExp(`^(?:${[
	'share|tweet|like|reply|follow|print|search|menu|home|login|log in|log out|sign in|sign up|subscribe|previous|next|prev|next page',
	'previous page|save|bookmark|accept|loading|advertisement|read more|show more|show less|see more|open in app|yes no|yes|no',
	'copy link|regenerate|listen|related articles|you might also like',
].join('|')})$`, 'i');

const CONTENTS = /^(?:table of contents|contents|on this page|in this (?:article|page|section|guide))$/i;

/** A button's text without the arrows and marks around it. */
const caption = (text: string): string =>
	(text.length > LONGEST ? '' : text.trim().replace(/^[#*_←‹«<↑\s]+|[*_→›»>↗↑…\s]+$/g, '').replace(/\.{3}$/, ''));

const uncertain = (line: number, what: string, reason: string, confidence: number): Note =>
	({ stage: 'furniture', line, kind: 'uncertain', what, reason, confidence });

/** Buttons stand together: a doubtful one is certain with another one so near. */
const NEAR = 3;

const markButtons = (context: Context): { marks: Marks; notes: Note[] } => {
	const marks: Marks = new Map();
	const notes: Note[] = [];
	const open = context.filled.filter((index) => !context.fenced[index]);
	const captions = new Map(open.map((index) => [index, caption(context.lines[index]!.text)]));
	for (const [index, text] of captions) if (CERTAIN.test(text) || isButtonRow(text)) marks.set(index, 'leftover of a web page');
	const doubtful = open.filter((index) => !marks.has(index) && DOUBTFUL.test(captions.get(index)!));
	const all = new Set([...marks.keys(), ...doubtful].map((index) => context.rank[index]!));
	const titles = new Map<number, string>(doubtful.map((index) => [context.rank[index]!, captions.get(index)!.toLowerCase()]));
	const alone = new Map<string, number[]>();
	for (const index of doubtful) {
		const at = context.rank[index]!;
		const company = Array.from({ length: 2 * NEAR + 1 }, (_, step) => at + step - NEAR)
			.some((near) => near !== at && all.has(near) && titles.get(near) !== titles.get(at));
		if (company) marks.set(index, 'leftover of a web page');
		else {
			const same = alone.get(titles.get(at)!);
			if (same) same.push(index);
			else alone.set(titles.get(at)!, [index]);
		}
	}
	for (const indexes of alone.values()) {
		const [first] = indexes;
		const times = indexes.length > 1 ? `, ${indexes.length} times` : '';
		notes.push(uncertain(context.lines[first!]!.number, 'may be a button of a web page, kept', `${captions.get(first!)}${times}`, 0.5));
	}
	return { marks, notes };
};

/** What an entry of a table of contents shares with its heading: no mark, number, link, dots or page. */
const entryKey = (text: string): string =>
	text.slice(0, 300).trim()
		.replace(/^[#>*+•\-–\s]+/, '').replace(/\[([^\]]{1,200})\]\([^)]*\)/, '$1')
		.replace(/^(?:chapter |part |section )?[\dA-Z]{0,2}(?:\.?\d+)*[.):]?\s+/i, '')
		.replace(/(?:[ .…·]{3,}|\s{2,}|\t)\d{1,4}$/, '')
		.replace(/[^\p{L}\p{N}]+/gu, ' ').trim().toLowerCase();

/** The keys a line can be a heading by; a numbered heading may stand glued to the end of code (`.build()3. Storage`). */
const headingKeys = (text: string): string[] => {
	if (text.length > 400) return [];
	const glued = /[^\s\d.,-](\d{1,2}\. \p{Lu}.*)$/u.exec(text)?.[1];
	return [entryKey(text), ...(glued ? [entryKey(glued)] : [])];
};

const MOST_ENTRIES = 300;
const MOST_CONTENTS = 200;

/** The lines below a title `Contents` as far as they are short and no heading comes again. */
const entriesBelow = ({ lines, filled, rank }: Context, title: number): number[] => {
	const entries: number[] = [];
	const seen = new Set<string>();
	for (const index of filled.slice(rank[title]! + 1, rank[title]! + 1 + MOST_ENTRIES)) {
		const { text } = lines[index]!;
		const key = entryKey(text);
		if (text.length > 140 || key === '' || seen.has(key)) break;
		seen.add(key);
		entries.push(index);
	}
	return entries;
};

/** A heading may be worded otherwise than its entry: this share of the entries has to come again. */
const MOSTLY = 0.8;

/** `On this page` without a list of entries below it. */
const isLeftoverTitle = (context: Context, title: number): boolean =>
	/^(?:table of contents|on this page)/i.test(caption(context.lines[title]!.text)) &&
	!/^\s*(?:[-*•]|\d+[.)])\s/.test(neighbour(context, title, 1) ?? '');

/** The title and all entries, where nearly all of them are lines further below. */
const markContents = (context: Context): { marks: Marks; notes: Note[] } => {
	const marks: Marks = new Map();
	const notes: Note[] = [];
	const titles = context.filled.filter((index) => !context.fenced[index] && CONTENTS.test(caption(context.lines[index]!.text).replace(/:$/, '')));
	if (titles.length === 0) return { marks, notes };
	const lastOf = new Map<string, number>();
	for (const index of context.filled) for (const key of headingKeys(context.lines[index]!.text)) lastOf.set(key, index);
	for (const title of titles.slice(0, MOST_CONTENTS)) {
		const entries = entriesBelow(context, title);
		const end = entries.at(-1) ?? title;
		const again = (index: number): boolean => (lastOf.get(entryKey(context.lines[index]!.text)) ?? -1) > end;
		const known = entries.filter(again).length;
		const line = context.lines[title]!.number;
		if (known > 2 && known >= entries.length * MOSTLY) {
			for (const index of [title, ...entries]) marks.set(index, 'table of contents');
			const missing = entries.filter((index) => !again(index)).map((index) => context.lines[index]!.text.trim());
			if (missing.length > 0) notes.push(uncertain(line, 'table of contents removed', `no heading below: ${missing.join('; ').slice(0, 300)}`, 0.8));
		} else if (known > 2) notes.push(uncertain(line, 'table of contents, kept', `${known} of ${entries.length} entries are headings below`, 0.5));
		else if (isLeftoverTitle(context, title)) marks.set(title, 'leftover of a web page');
		else notes.push(uncertain(line, 'table of contents, kept', 'its entries are no headings below', 0.4));
	}
	return { marks, notes };
};

/**
 * Marks leftovers of web pages: what only a button or a banner says, single words (`Share`, `Next`) where another such line is near, and
 * tables of contents of which (nearly) every entry is a line further below. A single word on its own and other tables of contents get a note and stay.
 */
export const markWebLeftovers = (context: Context): { marks: Marks; notes: Note[] } => {
	const buttons = markButtons(context);
	const contents = markContents(context);
	return { marks: new Map([...buttons.marks, ...contents.marks]), notes: [...buttons.notes, ...contents.notes] };
};
