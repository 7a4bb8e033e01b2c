/** Text of a document inside Mermaid: shown as it is written, never read as syntax. */

/**
 * What has a meaning in Mermaid, in its character codes, in HTML, in Markdown: quotes, brackets of tags and braces, comments and
 * directives (`%%`), formulas (`$$`). Decimal codes are known to every reader of Mermaid.
 */
const SYNTAX = /["#&;<>`|\\{}]|%(?=[%{])|(?<=%)%|\$(?=\$)|(?<=\$)\$/g;
/** Control and formatting characters, lone surrogates, line separators: no words. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u2028\u2029]+/gu;

const code = (char: string): string => `#${char.codePointAt(0)!};`;
const visible = (text: string): string => text.replace(INVISIBLE, ' ').replace(/\s+/g, ' ').trim();

/** A label in quotes; its lines are parted by breaks. A label without any text is an ellipsis. */
export function quoted(lines: string[]): string {
	const safe = lines.map((line) => visible(line).replace(SYNTAX, code)).filter(Boolean);
	return `"${safe.join('<br/>') || '…'}"`;
}

/** A label within a sentence of `accTitle` or `accDescr`, where character codes are not read: marks are left out, long texts cut. */
export function spoken(lines: string[], longest = 60): string {
	const plain = visible(lines.join(' ').replace(/["#&;<>`|\\{}%$[\]]/g, ' '));
	if (wordsOf(plain).length === 0) return '…';
	if (plain.length <= longest) return plain;
	return `${plain.slice(0, longest).replace(/[\ud800-\udbff]$/, '').replace(/\s+\S*$/, '')} …`;
}

/** The words of a text: runs of letters and digits. */
export const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
