/** Indentation of the languages that mark blocks with brackets. */
import { indentByBrackets, type Lexis } from './hanging.ts';

const DOUBLE = { mark: '"', multiline: false, escape: true };
const SINGLE = { mark: "'", multiline: false, escape: true };
const TRIPLE = { mark: '"""', multiline: true, escape: false };
const C: Lexis = { line: ['//'], block: [['/*', '*/']], quotes: [DOUBLE, SINGLE] };
const CASE = /^(?:case\b.*(?:->|=>|:)|default\s*(?:->|:))/;

interface Style {
	lexis: Lexis;
	step: number;
	labels?: RegExp;
}

/** Languages whose layout this knows. In Scala `'` begins no string: symbols and characters are one or two characters long. */
const STYLES: Readonly<Record<string, Style>> = {
	java: { lexis: { ...C, quotes: [TRIPLE, DOUBLE, SINGLE] }, step: 4, labels: CASE },
	scala: { lexis: { ...C, quotes: [TRIPLE, DOUBLE] }, step: 2, labels: /^case\b.*=>/ },
	go: { lexis: { ...C, quotes: [{ mark: '`', multiline: true, escape: false }, DOUBLE, SINGLE] }, step: 4 },
	javascript: { lexis: { ...C, quotes: [{ mark: '`', multiline: true, escape: true }, DOUBLE, SINGLE] }, step: 2, labels: CASE },
	rust: { lexis: { ...C, quotes: [{ ...DOUBLE, multiline: true }] }, step: 4 },
	c: { lexis: C, step: 4, labels: CASE },
	protobuf: { lexis: C, step: 2 },
	hcl: { lexis: { line: ['#', '//'], block: [['/*', '*/']], quotes: [DOUBLE] }, step: 2 },
	toml: { lexis: { line: ['#'], block: [], quotes: [TRIPLE, { ...TRIPLE, mark: "'''" }, DOUBLE, { ...SINGLE, escape: false }] }, step: 4 },
	json: { lexis: { line: [], block: [], quotes: [DOUBLE] }, step: 2 },
	jsonc: { lexis: { ...C, quotes: [DOUBLE] }, step: 2 },
};
const ALIKE: Readonly<Record<string, string>> = {
	typescript: 'javascript', ts: 'javascript', js: 'javascript', kotlin: 'scala', cpp: 'c', csharp: 'c', avro: 'json',
};

export const hasBraceStyle = (lang: string): boolean => lang in STYLES || lang in ALIKE;

/** A text of one of these languages indented by its brackets; as it is for others. Only blanks at the start of lines change. */
export function indentBraces(text: string, lang: string): string {
	const style = STYLES[lang] ?? STYLES[ALIKE[lang] ?? ''];
	return style ? indentByBrackets(text, style.lexis, style.step, style.labels) : text;
}

/**
 * JSON on one line or with its layout lost, laid out anew: numbers and strings keep every character. An array or object that fits
 * in 80 columns and stood on one line stays there.
 */
export function layoutJson(text: string): string {
	if (text.includes('\n')) return indentBraces(text, 'json');
	let result = '';
	let depth = 0;
	let quoted = false;
	const newline = () => `\n${'  '.repeat(depth)}`;
	for (let i = 0; i < text.length; i++) {
		const char = text[i] ?? '';
		const next = text.slice(i + 1, i + 200).trimStart()[0] ?? '';
		if (quoted) {
			result += char;
			if (char === '\\') result += text[++i] ?? '';
			else if (char === '"') quoted = false;
		} else if (char === '"') {
			quoted = true;
			result += char;
		} else if (char === '{' || char === '[') {
			depth++;
			result += next === '}' || next === ']' ? char : char + newline();
		} else if (char === '}' || char === ']') {
			depth = Math.max(0, depth - 1);
			result += /[{[]$/.test(result) ? char : newline() + char;
		} else if (char === ',') result += char + newline();
		else if (char === ':') result += ': ';
		else if (char.trim()) result += char;
	}
	return result;
}
