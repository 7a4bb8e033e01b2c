import { advance, balanced } from './balance.ts';
import { opensBranches } from './belongs.ts';
import { findBorder } from './glue.ts';
import { classify } from './lines.ts';
import type { Lines } from './source.ts';

/** How far to look for code below a comment. */
const AHEAD = 8;

const NAME_OR_CALL = /^\(*[\p{L}_][\p{L}\p{N}_.]*(?:\(.*|\[.*)?$/u;
const KEY = /^(?:- )?[a-z_"][\w."/-]*:(?: \S.*)?$/u;

/** Index of the next line that is neither blank nor a comment, within reach. */
const nextOf = (source: Lines, from: number, skip: readonly string[]): number | undefined => {
	for (let index = from; index < from + AHEAD && index < source.lines.length; index++) if (!skip.includes(source.class(index).kind)) return index;
	return undefined;
};

/** A list item that inline code broke off. */
const CUT_ITEM = /^(?:[-*•+]|\d+[.)]) .{0,160}[\p{Ll}(:,]$/u;
const STATEMENT = /^(?:SELECT|WITH|CREATE|ALTER|INSERT|MERGE|CALL|OPTIMIZE|DELETE|UPDATE|DROP|EXPLAIN|ANALYZE|[a-z_][\w.]*(?: = |\())/u;

/** A line that reads as prose as a whole and is a statement with a sentence glued to it: `SELECT … 'x';The engine prunes …`. */
const gluedStarts = (source: Lines, index: number): boolean => {
	const text = source.text(index);
	if (!STATEMENT.test(text) || CUT_ITEM.test(source.text(index - 1).trim())) return false;
	const border = findBorder(text, balanced(), ['-- ', '# '], source.words);
	if (border === undefined || border.confidence < 0.85) return false;
	const own = text.slice(0, border.at);
	const seen = classify(own);
	return seen.kind === 'code' && (seen.sure || /[);]$/u.test(own));
};

/** A comment begins code when code follows; `# Title` above prose is a heading, `## Title` always is one unless code stands right below. */
const commentStarts = (source: Lines, index: number): boolean => {
	const text = source.text(index).trim();
	const next = nextOf(source, index + 1, ['comment']);
	if (next === undefined) return false;
	const below = source.class(next);
	if (text.startsWith('--')) return below.kind === 'code' || below.kind === 'maybe' || gluedStarts(source, next);
	if (/^#{2,6} /u.test(text)) return false;
	if (below.kind === 'code') return true;
	if (below.kind === 'prose') return gluedStarts(source, next);
	if (below.kind !== 'maybe') return false;
	if (gluedStarts(source, next)) return true;
	return KEY.test(source.text(next).trim()) || maybeStarts(source, next);
};

/** A name alone, an open bracket or a key begins code when what is below can only go on with it. */
const maybeStarts = (source: Lines, index: number): boolean => {
	const text = source.text(index).trim();
	const next = source.text(index + 1).trim();
	const below = source.class(index + 1);
	if (below.kind !== 'code' && below.kind !== 'maybe') return false;
	if (/^\.\w+\(?/u.test(next) && NAME_OR_CALL.test(text)) return true;
	if (!/[\p{L}([{]/u.test(text) || /^\d+(?:\.\d+)*\.? /u.test(text)) return false;
	if (/(?:[\w>]|(?:^|\s)(?:=|[A-Z]{2,}) ?)[([{]$|^[([{]$|[)\w>] \{$/u.test(text)) return true;
	if (/^(?:SELECT|INSERT|BEGIN|WITH|VALUES)$/u.test(text)) return true;
	if (/\\$/u.test(text)) return true;
	if (/^\[\[?[\w."-]+\]?\]$/u.test(text)) return /^[\w.-]+ ?= ?\S/u.test(next);
	if (KEY.test(text) && KEY.test(next)) return KEY.test(source.text(index + 2).trim()) || /^\w+:$/u.test(text);
	if (/,$/u.test(text)) return below.kind === 'code' && source.class(index + 2).kind !== 'prose';
	return below.kind === 'code' && below.lang !== undefined && source.class(index).words.plain <= 1;
};

/** A fragment of a sentence that inline code broke off: the line above has no end, or this one ends like a sentence with words in it. */
const isFragment = (source: Lines, index: number): boolean => {
	const text = source.text(index).trim();
	const { sure } = source.class(index);
	const above = source.class(index - 1);
	const below = source.class(index + 1);
	if (below.kind === 'code' || above.kind === 'code') return false;
	if (/[^.]\.$/u.test(text) || / - \p{Lu}[\p{L} ]*:?$/u.test(text)) return true;
	if (advance(balanced(), text, ['# ', '-- ']).broken && !/^[)\]}]/u.test(text)) return true;
	const aboveText = source.text(index - 1).trim();
	const cut = above.kind === 'prose' && /^(?:[-*•+]|\d+[.)]) .*[\p{Ll}(,]$/u.test(aboveText) && aboveText.length < 160;
	return cut && !sure && below.kind === 'prose' && !/[;{})\]]$/u.test(text);
};

/**
 * Whether code begins with a line: the line is code by itself, or a comment or name above such a line.
 * @param langs languages that captions named, by the number of the line after them
 */
export const startsCode = (source: Lines, index: number, langs: ReadonlyMap<number, string>): boolean => {
	const seen = source.class(index);
	if (seen.kind === 'blank') return false;
	if (opensBranches(source, index)) return true;
	if (seen.kind === 'prose') return gluedStarts(source, index);
	if (langs.has(source.lines[index]!.number)) return true;
	if (seen.kind === 'comment') return commentStarts(source, index);
	if (seen.kind === 'maybe') return maybeStarts(source, index) || gluedStarts(source, index);
	return !isFragment(source, index);
};
