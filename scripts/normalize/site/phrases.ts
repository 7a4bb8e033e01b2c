/** Finds the names of many things in a text in one pass, however many names there are. */

export interface PhraseMatch<T> {
	value: T;
	/** Character offsets in the text. */
	start: number;
	end: number;
}

interface Phrase<T> {
	words: string[];
	/** As written, where the case of the letters is part of the name. */
	exact?: string;
	value: T;
}

const WORD = /[\p{L}\p{N}]+(?:[+#](?![\p{L}\p{N}]))*/gu;

/** Plural and singular of a word compare equal. */
const singular = (word: string): string => (word.length > 3 && !/(ss|us|is)$/.test(word) ? word.replace(/s$/, '') : word);

/** Abbreviations and short names are matched as written, ordinary words in any case. */
const caseMatters = (name: string): boolean => /\p{Lu}.*\p{Lu}|^\S{1,4}$/u.test(name) && /\p{Lu}/u.test(name);

const wordsOf = (name: string): string[] => [...name.matchAll(WORD)].map(([word]) => singular(word.toLowerCase()));

/** The same letters up to a plural ending. */
const writtenAs = (found: string, name: string): boolean => found === name || found === `${name}s` || `${found}s` === name;

/**
 * Builds a finder for named things. Of names that begin at the same place the longest wins and none overlap; a text is read once.
 * Between the words of a name anything but letters, digits and ends of sentences may stand (`copy-on-write`, `copy on write`).
 */
export function phraseFinder<T>(names: Iterable<readonly [string, T]>): (text: string) => PhraseMatch<T>[] {
	const byFirst = new Map<string, Phrase<T>[]>();
	for (const [name, value] of names) {
		const words = wordsOf(name);
		const [first] = words;
		if (first === undefined) continue;
		const phrase: Phrase<T> = { words, value, ...(caseMatters(name) && { exact: name }) };
		byFirst.set(first, [...(byFirst.get(first) ?? []), phrase].sort((a, b) => b.words.length - a.words.length));
	}
	return (text) => {
		const tokens = [...text.matchAll(WORD)].map((match) => ({ word: singular(match[0].toLowerCase()), start: match.index, end: match.index + match[0].length }));
		const found: PhraseMatch<T>[] = [];
		const gapFits = (at: number) => {
			const gap = text.slice(tokens[at - 1]?.end, tokens[at]?.start);
			return gap.length <= 3 && !/[.;:?!\n]\s|[,()|]/.test(gap);
		};
		for (let at = 0; at < tokens.length; at++) {
			const here = tokens[at];
			const phrase = here && byFirst.get(here.word)?.find(({ words, exact }) => {
				if (words.some((word, i) => tokens[at + i]?.word !== word || (i > 0 && !gapFits(at + i)))) return false;
				const whole = text.slice(here.start, tokens[at + words.length - 1]?.end);
				return exact === undefined || writtenAs(whole, exact) || (words.length > 1 && writtenAs(whole.toLowerCase(), exact.toLowerCase()));
			});
			if (!here || !phrase) continue;
			at += phrase.words.length - 1;
			found.push({ value: phrase.value, start: here.start, end: tokens[at]?.end ?? here.end });
		}
		return found;
	};
}
