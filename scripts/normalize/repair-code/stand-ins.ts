/**
 * Stand-ins for what an author left out of a sample (`...`, `<name>`): a text for the parser's verdict alone, which never becomes the sample.
 * A parser that accepts it says that the rest of the sample is right.
 */

/** Three dots or the sign for them; more of them are something else. */
const DOTS = /(?<!\.)\.\.\.(?!\.)|…/g;
/** A name in angle brackets that stands for a value; `List<Ride>` has none. */
const NAMED = /(?<![\w>\])])<([A-Za-z_][\w-]*)>/g;
const NAME = 'left_out';

type Choose = (gap: { before: string; after: string; bracket: string; head: string }) => string;

/** Signs before and after a gap, the bracket around it and the text in front of that bracket. Reads the text once. */
function replaceDots(text: string, choose: Choose): string {
	const open: { sign: string; head: string }[] = [];
	let result = '';
	let from = 0;
	let scanned = 0;
	for (const match of text.matchAll(DOTS)) {
		for (; scanned < match.index; scanned++) {
			const char = text[scanned] ?? '';
			if ('([{'.includes(char)) open.push({ sign: char, head: text.slice(Math.max(0, scanned - 120), scanned) });
			else if (')]}'.includes(char)) open.pop();
		}
		const end = match.index + match[0].length;
		const { sign = '', head = '' } = open.at(-1) ?? {};
		const gap = { before: text.slice(Math.max(0, match.index - 200), match.index), after: text.slice(end, end + 200), bracket: sign, head };
		result += text.slice(from, match.index) + choose(gap);
		from = end;
	}
	return result + text.slice(from);
}

/** Neither a comment nor the end of a statement stands between a gap and what it belongs to. */
const isAlone = (before: string, after: string): boolean => /(?:^|\n)[^\S\n]*$/.test(before) && /^[^\S\n]*(?:\n|$)/.test(after);

const sql: Choose = ({ before, after, bracket, head }) => {
	if (/\bSET\s*$/i.test(before)) return `${NAME} = ${NAME}`;
	if (/\bINSERT\s*$/i.test(before)) return `(${NAME}) VALUES (${NAME})`;
	if (bracket && /\bTABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?[\w."`{}$]+\s*$/i.test(head)) return `${NAME} INT`;
	// More clauses: those of a MERGE, without which it is none, or any.
	if (!bracket && isAlone(before, after) && !/(?:,|\b(?:SELECT|FROM|WHERE|AND|OR|ON|BY|SET|JOIN|VALUES|AS))\s*$/i.test(before)) return '';
	return NAME;
};

const merge: Choose = (gap) => sql(gap) || 'WHEN MATCHED THEN DELETE';

const ITEM_BEFORE = /[,({]\s*$/;
const COMMENTS = /#[^\n]*/g;

const python: Choose = ({ before, after, bracket }) => {
	// A chain of calls goes on.
	if (isAlone(before, after) && /^\s*\.[A-Za-z]/.test(after)) return '';
	const item = ITEM_BEFORE.test(before.replace(COMMENTS, '')) && (bracket === '(' || bracket === '{');
	if (!item) return '...';
	if (/^\s*(?:#[^\n]*\n\s*)*[,)}]/.test(after)) return `**${NAME}`;
	return isAlone(before, after) ? `**${NAME},` : '...';
};

const java: Choose = ({ before, after, bracket }) => {
	if (/[\w>\]]\s*$/.test(before) && /^\s*\w/.test(after)) return '...';
	if (bracket === '(' || /(?:=|\breturn)\s*$/.test(before)) return NAME;
	return /[;{}]\s*$/.test(before) || isAlone(before, after) ? '' : NAME;
};

const json: Choose = ({ before, after }) => {
	if (/:\s*$/.test(before)) return 'null';
	if (/[[{]\s*$/.test(before) && /^\s*[\]}]/.test(after)) return '';
	return '...';
};
/** `"a": 1, ...}`: the comma goes with what it parts. */
const withoutLast = (text: string): string => text.replace(/,\s{0,100}(?:\.\.\.|…)(?=\s{0,100}[\]}])/g, '');

const named = (text: string): string => text.replace(NAMED, (_, name: string) => name.replaceAll('-', '_'));

/** What a program puts in: not every dialect's grammar has it. */
const PARAMETER = /(?<=[\s(,=<>])\?(?=[\s),;]|$)/g;
/** Right Java, which the parser does not know as an argument. */
const CLASS_LITERAL = /\b([A-Z]\w*(?:\[\])?)\.class\b/g;

/** dbt: what it takes out of a query, or puts into it. */
const TEMPLATE = /\{[%{][^]{0,2000}?[%}]\}/g;
const withoutTemplate = (text: string): string =>
	text.search(TEMPLATE) < 0
		? text
		: text.replace(/^#[^\n]*/, '').replace(TEMPLATE, (template) => (/^\{%|^\{\{-?\s*config\b/.test(template) ? '' : NAME));

const FILL: Readonly<Record<string, (text: string) => string[]>> = {
	sql: (text) => [sql, merge].map((choose) => withoutTemplate(named(replaceDots(text, choose)).replace(PARAMETER, 'NULL'))),
	python: (text) => [named(replaceDots(text, python)), named(replaceDots(text, () => '...'))],
	java: (text) => [replaceDots(text, java).replace(CLASS_LITERAL, '$1.itsClass')],
	scala: (text) => [replaceDots(text, java)],
	bash: (text) => [named(text)],
	json: (text) => [replaceDots(withoutLast(text), json)],
	jsonl: (text) => [replaceDots(withoutLast(text), json)],
};

function reasonOf(lang: string, text: string): string {
	if (hasGap(lang, text)) return 'parts are left out';
	if (lang === 'java') return 'the parser does not know class literals';
	return text.search(TEMPLATE) < 0 ? 'parameters stand for values' : 'a template fills in parts';
}

/**
 * Texts in which something stands for each gap, the likeliest first, with what the gaps are; none where the language is unknown here or the
 * text has no gap.
 */
export function withoutGaps(lang: string, text: string): { text: string; why: string }[] {
	const why = reasonOf(lang, text);
	return [...new Set(FILL[lang]?.(text) ?? [])].filter((filled) => filled !== text).map((filled) => ({ text: filled, why }));
}

/** Whether an author left something out, as far as signs show it: the parameters of types look like it in some languages. */
export function hasGap(lang: string, text: string): boolean {
	const generics = lang === 'java' || lang === 'scala' || lang === 'c';
	return text.search(DOTS) >= 0 || (!generics && text.search(NAMED) >= 0);
}

const VERB = String.raw`(?:ALTER|CALL|CREATE|DELETE|DROP|GRANT|INSERT|MERGE|OPTIMIZE|REFRESH|SELECT|SET|SHOW|TRUNCATE|UPDATE|VACUUM|WITH)`;
const NEXT_STATEMENT = new RegExp(String.raw`([^\s;,(])([^\S\n]*\n(?:[^\S\n]*\n)+(?:[^\S\n]*--[^\n]*\n)*)(?=[^\S\n]*${VERB}\b)`, 'gi');

/** SQL statements that blank lines part, with semicolons between them; as it is where there are no such ones. */
export const withSemicolons = (text: string): string => text.replace(NEXT_STATEMENT, '$1;$2');
