import type { SourceLine } from '../model.ts';

/** Columns of white space at the start of a text; a tab reaches to the next multiple of four. */
export const columnsOf = (text: string): number => {
	let columns = 0;
	for (const character of text) {
		if (character === ' ') columns++;
		else if (character === '\t') columns += 4 - (columns % 4);
		else break;
	}
	return columns;
};

/** A text without its first so many columns of white space. A tab that reaches over the border leaves spaces. */
const withoutColumns = (text: string, columns: number): string => {
	let done = 0;
	let at = 0;
	while (done < columns && (text[at] === ' ' || text[at] === '\t')) {
		done += text[at] === ' ' ? 1 : 4 - (done % 4);
		at++;
	}
	return ' '.repeat(Math.max(0, done - columns)) + text.slice(at);
};

/** Takes the indentation that all lines share away, and says how many columns it was. Blank lines do not count. */
export const dedent = (lines: readonly SourceLine[]): { lines: SourceLine[]; indent: number } => {
	let indent = Number.POSITIVE_INFINITY;
	for (const { text } of lines) if (text.trim() !== '') indent = Math.min(indent, columnsOf(text));
	if (!Number.isFinite(indent) || indent === 0) return { lines: [...lines], indent: 0 };
	return { lines: lines.map(({ number, text }) => ({ number, text: text.trim() === '' ? '' : withoutColumns(text, indent) })), indent };
};
