/** A sample read as one language: its layout rebuilt where it is lost, and what the parser says then. */
import { parser as pythonGrammar } from '@lezer/python';
import type { Finding } from '../../../src/lib/samples/sample.ts';
import { hasBraceStyle, indentBraces, layoutJson } from './braces-indent.ts';
import { dialectOfSql, type KnownDialect } from './dialect.ts';
import { indentPython } from './python-indent.ts';
import { sameSigns, trimmedLines } from './same-signs.ts';
import { indentShell } from './shell-indent.ts';
import { formatSql, indentSql, lostBreaks, sameSql } from './sql-layout.ts';
import { firstFinding, hasParser, isParseable, verdictOf } from './verdict.ts';
import { indentYaml, isFlatYaml, parsesAsYaml } from './yaml-indent.ts';

export interface Attempt {
	lang: string;
	meta: string;
	value: string;
	layout: 'kept' | 'rebuilt' | 'guessed';
	/** What the parser finds wrong; undefined where it accepts the value, or where there is no parser. */
	finding: Finding | undefined;
	/** Lines (indexes of the text given) whose place is a guess, with how sure it is. */
	doubts: { line: number; confidence: number }[];
	/** Other things a person has to look at. */
	remarks: { what: string; reason?: string; confidence: number }[];
}

/** JSON on one line that is longer gets several. */
const LONG_JSON = 100;

/** No line is indented, so whatever indentation there was is lost. */
const isFlat = (text: string): boolean => text.includes('\n') && !/^[^\S\n]/m.test(text);

/** A new layout if it differs in blanks alone, else the text as it was. */
const safe = (text: string, value: string): string => (sameSigns(text, value) ? trimmedLines(value) : text);

const grammarErrors = (code: string): number => {
	let errors = 0;
	if (!isParseable(code)) return Infinity;
	pythonGrammar.parse(code).iterate({ enter: ({ type }) => void (errors += type.isError ? 1 : 0) });
	return errors;
};

const expandTabs = (text: string): string => text.replace(/^[\t ]+/gm, (blanks) => blanks.replaceAll('\t', '    '));

async function python(text: string): Promise<Attempt> {
	const kept: Attempt = { lang: 'python', value: text, layout: 'kept', doubts: [], remarks: [], ...(await verdictOf('python', text)) };
	const flat = isFlat(text);
	if (!flat && !kept.finding) return kept;
	if (!flat && text.includes('\t')) {
		const value = expandTabs(text);
		const verdict = await verdictOf('python', value);
		if (!verdict.finding) return { ...kept, value, layout: 'rebuilt', ...verdict };
	}
	const rebuilt = text.includes('\n') && isParseable(text) ? indentPython(text) : undefined;
	const value = rebuilt && safe(text, rebuilt.value);
	if (!rebuilt || value === undefined || value === text) return kept;
	const verdict = await verdictOf('python', value);
	// What does not parse in either layout reads better in the one with fewer errors: a line of its own is wrong, not the layout.
	if (verdict.finding && (!flat || /Indentation/.test(verdict.finding.message) || grammarErrors(value) > grammarErrors(text))) return kept;
	return { ...kept, value, layout: rebuilt.doubts.length > 0 || verdict.finding ? 'guessed' : 'rebuilt', doubts: rebuilt.doubts, ...verdict };
}

async function sql(text: string, known: KnownDialect): Promise<Attempt> {
	const found = await dialectOfSql(text, known);
	const attempt: Attempt = { lang: 'sql', meta: found.meta, value: text, layout: 'kept', finding: found.finding, doubts: [], remarks: [] };
	if (found.finding && found.several.length > 1)
		attempt.remarks.push({ what: 'statements of several SQL engines', reason: found.several.join(', '), confidence: 0.5 });
	else if (found.guessed) attempt.remarks.push({ what: 'SQL dialect is a guess', reason: found.dialect, confidence: 0.6 });
	const formatted = !found.finding && lostBreaks(text) ? formatSql(text, found.dialect) : undefined;
	const value = formatted ?? (isFlat(text) ? indentSql(text) : text);
	if (value === text || !sameSql(text, value) || !sameSigns(text, value)) return attempt;
	const tidy = trimmedLines(value);
	if (!found.finding && (await firstFinding('sql', tidy, found.meta))) return attempt;
	return { ...attempt, value: tidy, layout: tidy === text ? 'kept' : found.finding ? 'guessed' : 'rebuilt' };
}

async function yaml(text: string): Promise<Attempt> {
	const kept: Attempt = { lang: 'yaml', value: text, layout: 'kept', doubts: [], remarks: [], ...(await verdictOf('yaml', text)) };
	if (!isFlatYaml(text)) return kept;
	const rebuilt = isParseable(text) ? indentYaml(text) : undefined;
	const value = rebuilt && safe(text, rebuilt.value);
	if (!rebuilt || value === undefined || value === text || !parsesAsYaml(value))
		return { ...kept, remarks: [{ what: 'nesting of YAML is lost', confidence: 0.3 }] };
	return { ...kept, value, layout: rebuilt.doubts.length > 0 ? 'guessed' : 'rebuilt', doubts: rebuilt.doubts, ...(await verdictOf('yaml', value)) };
}

function laidOut(text: string, lang: string): string {
	if (lang === 'json' && !text.includes('\n') && text.length > LONG_JSON) return layoutJson(text);
	if (!isFlat(text)) return text;
	if (lang === 'bash') return indentShell(text);
	return hasBraceStyle(lang) ? indentBraces(text, lang) : text;
}

/** Languages in which blanks at the start of lines mean nothing. */
async function other(text: string, lang: string): Promise<Attempt> {
	const tidy = safe(text, laidOut(text, lang));
	const before = hasParser(lang) ? await verdictOf(lang, text) : { meta: '', finding: undefined };
	const after = tidy === text || !hasParser(lang) ? before : await verdictOf(lang, tidy);
	const kept = { lang, doubts: [], remarks: [] };
	if (tidy === text || (after.finding && !before.finding)) return { ...kept, value: text, layout: 'kept', ...before };
	return { ...kept, value: tidy, layout: after.finding ? 'guessed' : 'rebuilt', ...after };
}

/** Reads a text as `lang`; `known` is what the document says of its SQL. */
export function attemptAs(lang: string, text: string, known: KnownDialect = {}): Promise<Attempt> {
	if (lang === 'python') return python(text);
	if (lang === 'sql') return sql(text, known);
	if (lang === 'yaml') return yaml(text);
	return other(text, lang);
}
