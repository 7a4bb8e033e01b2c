/** Soft hyphens mark where a word may be parted; in a text that has been set they stand where it was. */
import type { Tally } from './tally.ts';

const SOFT = '\u00ad';
/** The rest of a word with the marks behind it; soft hyphens may stand within. */
const WORD_START = /^\s*([\p{L}\p{N}](?:[\p{L}\p{N}\u00ad]{0,60}[\p{L}\p{N}])?[^\s\p{L}\p{N}\u00ad]{0,5})(?=\s|$|\u00ad)/u;
const JOINED = 'word joined at a soft hyphen';

function withinLine(line: string, number: number, found: Tally): string {
	if (!line.includes(SOFT)) return line;
	for (const [word] of line.matchAll(/(?<![\p{L}\p{N}\u00ad])[\p{L}\p{N}]{1,60}(?:\u00ad+[\p{L}\p{N}]{1,60}){1,10}/gu)) {
		found.add({ line: number, kind: 'repaired', what: JOINED, seen: `${word.replace(/\u00ad+/g, ' ')} → ${word.replace(/\u00ad+/g, '')}` });
	}
	found.add({ line: number, kind: 'repaired', what: 'soft hyphen removed' });
	return line.replaceAll(SOFT, '');
}

/**
 * Removes soft hyphens and joins the word they part, over a line end too. The number of lines stays: the rest of the word moves up, or its
 * beginning down where the rest is all that the next line holds. Where both stand alone in their lines, they stay parted and are noted.
 */
export function joinSoftHyphens(lines: readonly string[], found: Tally): string[] {
	if (!lines.some((line) => line.includes(SOFT))) return [...lines];
	const result = [...lines];
	for (let at = 0; at < result.length; at++) {
		const line = (result[at] ?? '').trimEnd();
		const next = result[at + 1] ?? '';
		const head = line.endsWith(SOFT) ? /(?:^|\s)(\S{0,80}[\p{L}\p{N}])\u00ad+$/u.exec(line.slice(-90))?.[1] : undefined;
		const tail = head && WORD_START.exec(next)?.[1];
		if (head && tail) {
			const above = line.replace(/\u00ad+$/, '');
			const rest = next.trimStart().slice(tail.length);
			const seen = `${lastWord(head)} ${firstWord(tail)} → ${lastWord(head)}${firstWord(tail)}`;
			if (rest.replaceAll(SOFT, '').trim()) {
				result[at] = above + tail;
				result[at + 1] = (/^\s*/.exec(next)?.[0] ?? '') + rest.replace(/^[\s\u00ad]+/, '');
			} else if (above.trim() !== head) {
				result[at] = above.slice(0, -head.length).trimEnd();
				result[at + 1] = (/^\s*/.exec(next)?.[0] ?? '') + head + next.trimStart();
			} else {
				found.add({ line: at + 1, kind: 'uncertain', what: 'word parted over two lines', seen: `${head} ${tail}`, confidence: 0.5 });
				result[at] = above;
				continue;
			}
			found.add({ line: at + 1, kind: 'repaired', what: JOINED, seen });
		} else if (line.endsWith(SOFT)) {
			found.add({ line: at + 1, kind: 'uncertain', what: 'soft hyphen at a line end without the rest of the word', confidence: 0.5 });
		}
		result[at] = withinLine(result[at] ?? '', at + 1, found);
	}
	return result;
}

const lastWord = (text: string): string => /[\p{L}\p{N}]+$/u.exec(text.replaceAll(SOFT, ''))?.[0] ?? text;
const firstWord = (text: string): string => /^[\p{L}\p{N}]+/u.exec(text.replaceAll(SOFT, ''))?.[0] ?? text;
