/** Words glued to the inline code before them: `trueto`, `MAX_RETRIESis`. */
import type { Context } from './source.ts';

const NEXT = 'to|and|is|for|never|then|or|in|on|with|when|are|at|by|from|if|vs|before|after|where|gives|via|has|was|will|which|that|directly';
const LITERAL = new RegExp(`^(true|false|null|None|True|False)(${NEXT})$`);
const NUMBER = /^(\d+)(to|and|is|for|never|then|or|with|when|are|before|after)$/;
const CAPITALS = new RegExp(`^([A-Z][A-Z_0-9]{2,})(${NEXT})([A-Z][A-Z_0-9]{2,})?$`);
const KEYWORD = /^([A-Z][A-Z_0-9]+)([a-z]{2,})$/;
const NEXT_WORDS = NEXT.split('|');
const SNAKE_ANY = /^[a-z0-9]+(?:_[a-z0-9]+)+$/;
const TOKEN = /[A-Za-z0-9_]{4,40}/g;

/** How a token parts into words, when each part is one for certain: a literal, a number, capitals or a name known elsewhere, and a common word. */
const partsOf = (token: string, context: Context): string[] | undefined => {
	const plain = LITERAL.exec(token) ?? NUMBER.exec(token) ?? CAPITALS.exec(token);
	if (plain) return plain.slice(1).filter((part) => part !== undefined);
	const [, keyword = '', word = ''] = KEYWORD.exec(token) ?? [];
	const times = (part: string) => context.words().get(part.toLowerCase()) ?? 0;
	if (keyword && times(token) === 1 && times(keyword) > 1 && times(word) > 2) return [keyword, word];
	if (!SNAKE_ANY.test(token) || (context.words().get(token) ?? 0) > 1) return undefined;
	const ends = NEXT_WORDS.filter(
		(word) => token.endsWith(word) && context.words().has(token.slice(0, -word.length)) && token.slice(0, -word.length).includes('_'),
	);
	return ends[0] && ends.length === 1 ? [token.slice(0, -ends[0].length), ends[0]] : undefined;
};

/** Whether a name seen nowhere else begins with one that is known and ends in a word of the document: `order_statusvalues`. */
const looksGlued = (token: string, context: Context): boolean => {
	if (!SNAKE_ANY.test(token) || (context.words().get(token) ?? 0) > 1) return false;
	for (let at = token.length - 3; at > token.lastIndexOf('_') + 1; at -= 1) {
		if ((context.words().get(token.slice(0, at)) ?? 0) > 1 && (context.words().get(token.slice(at)) ?? 0) > 4) return true;
	}
	return false;
};

const CALL = /(?<=[\p{L}\p{N}_]\([^()\n]{0,60}\))[a-z]{2,20}(?![\p{L}\p{N}_(.])/gu;

/** `COUNT(*)counts` as `COUNT(*) counts`: a common word of the document behind a closing bracket. No word changes. */
const spaceAfterCalls = (text: string, context: Context): string =>
	text.includes(')') ? text.replace(CALL, (word) => ((context.words().get(word) ?? 0) > 2 ? ` ${word}` : word)) : text;

/** Parts glued words where that is certain (with `reword` and a note to look); names those it left. For texts of flattened documents. */
export const partGluedWords = (text: string, line: number, context: Context): string =>
	spaceAfterCalls(text, context).replace(TOKEN, (token) => {
		const parts = partsOf(token, context);
		if (parts) {
			const after = parts.join(' ');
			const reword = { before: token, after };
			context.notes.push({
				stage: 'blocks',
				line,
				kind: 'uncertain',
				what: 'word parted from inline code',
				confidence: 0.75,
				reason: `${token} → ${after}`,
				reword,
			});
			return after;
		}
		if (token.includes('_') && looksGlued(token, context)) {
			context.notes.push({ stage: 'blocks', line, kind: 'uncertain', what: 'words that may be glued', confidence: 0.4, reason: token });
		}
		return token;
	});
