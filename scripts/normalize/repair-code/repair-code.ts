/** Code samples of a document as the fences of a page: their language, what the site's checks want to know, and a layout that parses. */
import { UNPARSED } from '../../../src/lib/samples/registry.ts';
import type { CodePiece, Note } from '../model.ts';
import { attemptAs, type Attempt } from './attempt.ts';
import { dialectOfSql, type KnownDialect } from './dialect.ts';
import { likelyLanguages, namedLanguage } from './language.ts';
import { sameSigns, trimmedLines } from './same-signs.ts';
import { hasGap, withoutGaps, withSemicolons } from './stand-ins.ts';
import { hasParser, verdictOf } from './verdict.ts';

interface RepairedCode {
	lang: string;
	/** What stands behind the language: `dialect=spark fragment`. */
	meta: string;
	value: string;
	/** `not parsed`: nobody here reads this language, or the sample is too long. `but for gaps`: with something in place of what was left out. */
	parses: boolean | 'not parsed' | 'but for gaps';
	/** `guessed`: rebuilt, but a line could stand elsewhere, or the result does not parse. */
	layout: 'kept' | 'rebuilt' | 'guessed';
	notes: Note[];
}

/** Longer samples are kept as they are. */
const MOST_LINES = 2000;
const LARGEST = 200_000;

/** Their parsers accept nearly every text: that one of them parses says little. */
const LENIENT = new Set(['bash', 'ini', 'properties', 'yaml']);
/** A language without a name in the document that fails its parser is believed only where so much of the sample looks like it. */
const CONVINCING: Readonly<Record<string, number>> = { python: 1.05, sql: 1.05, java: 1.5, scala: 1.5 };

interface Chosen {
	attempt: Attempt;
	/** The document named another language. */
	mislabelled: boolean;
	/** Nothing it looks like parses, and it looks like nothing clearly. */
	unknown: boolean;
	/** It parses with something in the place of what the author left out. */
	gaps?: boolean;
}

const plainText = (text: string, lang = 'text'): Attempt => ({ lang, meta: '', value: text, layout: 'kept', finding: undefined, doubts: [], remarks: [] });

/** The reading that parses, of those the document's name and the look of the sample suggest; else the likeliest one. */
async function choose(text: string, name: string | undefined, usual: string | undefined): Promise<Chosen> {
	const named = namedLanguage(name);
	if (named && !hasParser(named.lang)) {
		const attempt = UNPARSED.has(named.lang) ? plainText(text, named.lang) : await attemptAs(named.lang, text, { usual });
		return { attempt, mislabelled: false, unknown: false };
	}
	const likely = likelyLanguages(text).filter(({ lang }) => lang !== named?.lang);
	let first: Attempt | undefined;
	if (named) {
		first = await attemptAs(named.lang, text, { named: named.dialect, usual });
		if (!first.finding) return { attempt: first, mislabelled: false, unknown: false };
	}
	const top = likely[0]?.score ?? 0;
	for (const { lang, score } of likely) {
		if (!hasParser(lang)) {
			if (!named && score === top) return { attempt: await attemptAs(lang, text, { usual }), mislabelled: false, unknown: false };
			continue;
		}
		if (LENIENT.has(lang) && (named || score < top * 0.7)) continue;
		const attempt = await attemptAs(lang, text, { usual });
		if (!attempt.finding) return { attempt, mislabelled: named !== undefined, unknown: false };
		first ??= attempt;
	}
	if (!first) return { attempt: plainText(text), mislabelled: false, unknown: false };
	if (!named && top < (CONVINCING[first.lang] ?? Infinity)) return { attempt: plainText(text), mislabelled: false, unknown: true };
	return { attempt: first, mislabelled: false, unknown: false };
}

/** Reads a text that stands for the sample; the dialect may be another one, now that a parser gets to its end. */
const verdictInstead = async (lang: string, text: string, known: KnownDialect) =>
	lang === 'sql' ? dialectOfSql(text, known) : { ...(await verdictOf(lang, text)), guessed: false };

/** A sample that does not parse as it stands, read with its gaps filled and with semicolons between its statements. */
async function readInstead(chosen: Chosen, known: KnownDialect): Promise<Chosen> {
	const { attempt } = chosen;
	const { lang, value, finding, remarks } = attempt;
	if (!finding || !hasParser(lang)) return chosen;
	for (const { text, why } of withoutGaps(lang, value)) {
		const { meta, finding: wrong } = await verdictInstead(lang, text, known);
		if (wrong) continue;
		const layout = attempt.layout === 'guessed' && attempt.doubts.length === 0 ? 'rebuilt' : attempt.layout;
		return { ...chosen, gaps: true, attempt: { ...attempt, layout, finding: undefined, meta: `${meta} check="none: ${why}"`.trim() } };
	}
	const parted = lang === 'sql' ? withSemicolons(value) : value;
	if (parted === value) return chosen;
	const { meta, finding: wrong } = await verdictInstead(lang, parted, known);
	if (wrong) return chosen;
	return { ...chosen, attempt: { ...attempt, meta, remarks: [...remarks, { what: 'SQL statements without semicolons', confidence: 0.8 }] } };
}

function notesOf({ attempt, mislabelled, unknown, gaps }: Chosen, piece: CodePiece, lineOf: (index: number) => number): Note[] {
	const notes: Note[] = [];
	const first = lineOf(0);
	const uncertain = (line: number, what: string, confidence: number, reason?: string) =>
		notes.push({ stage: 'code', line, kind: 'uncertain', what, confidence, ...(reason !== undefined && { reason }) });
	if (attempt.layout !== 'kept') notes.push({ stage: 'code', line: first, kind: 'repaired', what: 'layout of code rebuilt', reason: attempt.lang });
	if (gaps) notes.push({ stage: 'code', line: first, kind: 'repaired', what: 'gap in code marked', reason: [attempt.lang, attempt.meta].join(' ') });
	if (mislabelled) uncertain(first, 'code is in another language than its label says', 0.8, `${piece.lang ?? ''}: parses as ${attempt.lang}`);
	if (unknown) uncertain(first, 'language of code is unknown', 0.3);
	for (const { line, confidence } of attempt.doubts) uncertain(lineOf(line), 'depth of a line is a guess', confidence, attempt.lang);
	for (const { what, reason, confidence } of attempt.remarks) uncertain(first, what, confidence, reason);
	const explained = attempt.remarks.some(({ what }) => what === 'SQL statements without semicolons');
	if (attempt.finding && !explained) {
		const curly = /[“”‘’]/.test(attempt.value) ? '; it has typographic quotes' : '';
		const { line, message } = attempt.finding;
		// Lines of a layout with lines added or joined are not those of the document.
		const sameLines = attempt.value.split('\n').length === piece.lines.length;
		// `...` and `<name>` stand for what the author left out: no parser will accept that.
		const gap = hasGap(attempt.lang, attempt.value);
		const what = gap ? 'code with something left out does not parse' : 'code does not parse';
		const reason = `${[attempt.lang, attempt.meta].filter(Boolean).join(' ')}: ${message.slice(0, 200)}${curly}`;
		uncertain(sameLines ? lineOf(Math.max(0, line - 1)) : first, what, 0.3, reason);
	}
	return notes;
}

/**
 * A code sample repaired: a language that its parser accepts, the dialect of SQL, `fragment` where it parses only so, and the indentation
 * rebuilt where it was lost. What parses only with something in place of its gaps is marked as unchecked: the text keeps them. The characters
 * that are no blanks stay the same in the same order; whatever would change them is not done. Nothing is run. What a person has to look at is in
 * the notes.
 * @param usual dialect of SQL in which nothing points to one, where the document has such (`defaultDialect`)
 */
export async function repairCode(piece: CodePiece, usual?: string): Promise<RepairedCode> {
	const texts = piece.lines.map(({ text }) => text.replace(/[\r\n]+/g, ' '));
	const whole = texts.join('\n');
	const text = trimmedLines(whole);
	const skipped = Math.max(0, texts.findIndex((line) => line.trim()));
	const lineOf = (index: number): number => piece.lines[Math.min(index + skipped, piece.lines.length - 1)]?.number ?? 1;
	if (!text) return { lang: 'text', meta: '', value: '', parses: 'not parsed', layout: 'kept', notes: [] };
	if (texts.length > MOST_LINES || text.length > LARGEST) {
		const reason = `${texts.length} lines`;
		const note: Note = { stage: 'code', line: lineOf(0), kind: 'uncertain', what: 'code is too long to be checked', reason, confidence: 0.5 };
		return { lang: namedLanguage(piece.lang)?.lang ?? 'text', meta: '', value: text, parses: 'not parsed', layout: 'kept', notes: [note] };
	}
	const chosen = await readInstead(await choose(text, piece.lang, usual), { named: namedLanguage(piece.lang)?.dialect, usual });
	const { attempt } = chosen;
	const kept = sameSigns(text, attempt.value) ? attempt : { ...attempt, value: text, layout: 'kept' as const };
	return {
		lang: kept.lang,
		meta: kept.meta,
		value: kept.value,
		parses: !hasParser(kept.lang) ? 'not parsed' : chosen.gaps ? 'but for gaps' : !kept.finding,
		layout: kept.layout,
		notes: notesOf({ ...chosen, attempt: kept }, piece, lineOf),
	};
}
