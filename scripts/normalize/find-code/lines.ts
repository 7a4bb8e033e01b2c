import { EXTENSIONS, SQL_LINE_WORDS } from './words.ts';
import { mask, type Masked } from './mask.ts';
import { readsAsProse, wording, type Wording } from './prose.ts';
import { RULES } from './rules.ts';

/** What a line is when seen alone. */
export interface LineClass {
	/**
	 * `code`: reads as code by itself. `comment`: a comment or, in Markdown, a heading. `maybe`: names, numbers, brackets: its neighbours decide.
	 * `prose`: words of a sentence, a list item, a table row.
	 */
	kind: 'blank' | 'code' | 'comment' | 'maybe' | 'prose';
	/** The language the line can only be, or most likely is. */
	lang?: string;
	/** Whether `lang` is sure enough to begin a new sample. */
	sure: boolean;
	/** How strongly the line speaks for prose, for doubtful places inside code. */
	words: Wording;
}

const NO_WORDS: Wording = { functional: 0, plain: 0, row: 0, code: 0, capitals: 0, signs: 0 };
/** A line of prose is judged by its beginning. */
const LIMIT = 1200;

const BULLET = /^(?:[-*+•▪◦‣●○–✓✔✅☑❌✗]|\(?\d{1,3}[.)]|\(?[a-z]\))\s+(?=\S)/u;
const TABLE_ROW = /^\|.*\|$|\|$/u;
const CLOSING = /^[)\]}]+[;,.:]*(?:\s*(?:--|\/\/|#).*)?$/u;
/** Brackets that close and what follows them in code: `) AS s`, `}).start()`, `), 256)`. */
const AFTER_CLOSING = /^[)\]}]+(?:[;,.)\]}:]|\s*(?:AS|WITH|ON|USING|PARTITIONED|PARTITION|ORDER|GROUP|WHERE|ENGINE|OPTIONS|CLUSTER|SELECT|FROM|COMMENT|TBLPROPERTIES|else|catch|finally|as|->|=|%|\*|\/|\+|-|==|!=|<|>|&|\||and|or|if|for|in)\b|\s*(?:->|[=%*/+<>&|-])|\s+[a-z_]\w*;?$)/u;
const FILE_COMMENT = /^(?:#|--|\/\/)\s*(?:[\w.-]+\/)*[\w.-]+\.([a-z]{2,10})(?:\s|$)/u;
/** A drawing, not code. */
const ARROW = /(?:^|\s|\])(?:<?-{2,}>|<-{2,})(?:\s|\[|$)|[─│┌└├┐┘▶▼]/u;
const NAMES = /^[\p{L}_][\p{L}\p{N}_.$]*(?:\s*,\s*[\p{L}_*.][\p{L}\p{N}_.$]*)*,?$/u;
/** A key of YAML and its value. */
const KEY = /^[a-z_"'][\w."'/-]*:(?:\s+\S.*)?$/u;

const languageOfComment = (text: string, mark: string): string | undefined => {
	const extension = FILE_COMMENT.exec(text)?.[1];
	if (extension !== undefined && Object.hasOwn(EXTENSIONS, extension)) return EXTENSIONS[extension];
	if (mark === '--') return 'sql';
	return mark === '//' || mark === '/*' ? 'c-like' : undefined;
};

const of = (kind: LineClass['kind'], words: Wording, lang?: string, sure = false): LineClass =>
	(lang === undefined ? { kind, words, sure } : { kind, words, sure, lang });

/** `Compaction = merging small files. It runs at night.`: sentences that begin like a declaration. */
const SENTENCES = /^[^(){}[\];]*\p{Ll}{2}\. \p{Lu}\p{Ll}*\s[^;]*\p{Ll}\.$/u;
/** Signs of a formula, which no common language has outside of strings and comments. */
const MATHEMATICS = /[×÷∑∏√]/u;

const ruleFor = (code: string, words: Wording): { lang?: string; sure: boolean } | undefined => {
	for (const rule of RULES) {
		if (!rule.pattern.test(code)) continue;
		const despite = rule.despite ?? -1;
		if (readsAsProse(words) && words.functional > despite) continue;
		if (despite < 99 && (SENTENCES.test(code) || (rule.sure !== true && MATHEMATICS.test(code)))) continue;
		return rule.lang === undefined ? { sure: false } : { lang: rule.lang, sure: rule.sure === true };
	}
	return undefined;
};

/** Keywords that a single name in small letters follows: `FROM orders o`. Other keywords with plain words make a heading: `MERGE semantics`. */
const NAMED_AFTER = new Set(['FROM', 'SET', 'JOIN', 'UPDATE', 'AS', 'USING', 'INTO', 'FORMAT', 'LANGUAGE']);

/** Words in capitals at the start of a line that SQL begins lines with, followed by what SQL has there. */
const readsAsSql = (code: string, words: Wording): boolean => {
	const first = /^[A-Z_]+(?=[\s(;,]|$)/u.exec(code)?.[0];
	if (first === undefined || !SQL_LINE_WORDS.has(first)) return false;
	const rest = code.slice(first.length).trim();
	if (readsAsProse(words)) return false;
	if (words.code === 0 && words.plain > 0 && !/[;,()=<>.]/u.test(rest)) return NAMED_AFTER.has(first) && /^[a-z]+(?: [a-z]{1,3})?$/u.test(rest);
	return !/[.:?!]$/u.test(code) || /\.\.\.$/u.test(code);
};

/**
 * Says what a line is by itself: certain for unmistakable code and sentences, `maybe` for all between.
 * @param text a line without a line end; judged by its first 1,200 characters
 */
export const classify = (text: string): LineClass => {
	const line = text.trim();
	if (line === '') return of('blank', NO_WORDS);
	if (/^[-=_*+|:.\s]+$/u.test(line) && line.length > 3 && !/^-- -{3,}$/u.test(line)) return of('maybe', NO_WORDS);
	const masked: Masked = mask(line, LIMIT);
	const code = masked.code.trim();
	if (masked.mark !== undefined && code === '') return of('comment', wording(line), languageOfComment(line, masked.mark));
	const words = wording(code);
	if (TABLE_ROW.test(line) && !line.startsWith('||')) return of('prose', words);
	if (/^[rbfu]{0,2}(?:"""|''')/u.test(line)) return of('code', words, 'python', true);
	// A sentence in quotes has no words left when its strings are set aside.
	if (/^["“]/u.test(line) && !/[,:)\]}\\]$/u.test(line)) {
		const quoted = wording(line.replaceAll('"', ''));
		if (readsAsProse(quoted)) return of('prose', quoted);
	}
	if (ARROW.test(line) || /^`[^`]*`[.,:]?$/u.test(line)) return of('prose', words);
	if (/^\[\[?[\w."-]+\]?\]$|^[A-Z]{2,}$/u.test(line)) return of('maybe', words, line.startsWith('[') ? 'toml' : 'sql');
	const bullet = BULLET.exec(line);
	if (bullet !== null) {
		const rest = code.slice(Math.min(bullet[0].length, code.length));
		const yaml = bullet[0].startsWith('-') && /^(?:[a-z_][\w.-]*:(?:\s|$)|[a-z_][\w./-]*$|[\w-]*_\w*$|"")/u.test(rest) && !readsAsProse(words);
		return yaml ? of('maybe', words, 'yaml') : of('prose', words);
	}
	if (CLOSING.test(line) || (AFTER_CLOSING.test(code) && !readsAsProse(words))) return of('code', words);
	// A rule of a curly language would take `WHERE active = TRUE` for a declaration.
	const sqlWord = /^[A-Z_]{2,}(?=[\s(;,]|$)/u.exec(code)?.[0];
	const sql = sqlWord !== undefined && SQL_LINE_WORDS.has(sqlWord);
	const rule = ruleFor(code, words);
	if (rule !== undefined && !(sql && rule.lang !== 'sql' && rule.lang !== 'dockerfile')) return of('code', words, rule.lang, rule.sure);
	if (sql && readsAsSql(code, words)) return of('code', words, 'sql', words.code > 0 || /[;,()=]/u.test(code));
	if (sql && words.functional === 0 && words.row <= 2 && !/[.:?!]$/u.test(code)) return of('maybe', words, 'sql');
	if (KEY.test(line) && /^[^\s:]+: ?[[{].*[\]}]$/u.test(code)) return of('maybe', words, 'yaml');
	if (KEY.test(line) && words.functional === 0 && words.row <= 3 && !/[^.]\.$/u.test(code)) return of('maybe', words, 'yaml');
	if (readsAsProse(words) || SENTENCES.test(code) || MATHEMATICS.test(code)) return of('prose', words);
	if (NAMES.test(code) && (words.code > 0 || /,$/u.test(code))) return of('maybe', words);
	const heavy = words.code >= 1 && words.code >= words.plain;
	if (heavy || (words.plain + words.capitals + words.code === 0) || /^[a-z]\S*$/u.test(code) || /[,;{(\\]$/u.test(code)) return of('maybe', words);
	return words.plain <= 2 && words.functional === 0 && /^[a-z(]/u.test(code) ? of('maybe', words) : of('prose', words);
};
