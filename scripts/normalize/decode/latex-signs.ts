/** Names of LaTeX signs that tools leave in plain text when they read a formula or an arrow in a PDF. */
import { fencedLines } from './fenced.ts';
import type { Tally } from './tally.ts';

const SIGNS: ReadonlyMap<string, string> = new Map(Object.entries({
	rightarrow: '→', longrightarrow: '→', leftarrow: '←', longleftarrow: '←', leftrightarrow: '↔', uparrow: '↑', downarrow: '↓', mapsto: '↦',
	Rightarrow: '⇒', Longrightarrow: '⇒', implies: '⇒', Leftarrow: '⇐', Leftrightarrow: '⇔', iff: '⇔', to: '→', gets: '←',
	leq: '≤', geq: '≥', neq: '≠', le: '≤', ge: '≥', ne: '≠', leqslant: '≤', geqslant: '≥', ll: '≪', gg: '≫',
	approx: '≈', equiv: '≡', sim: '∼', times: '×', cdot: '·', div: '÷', pm: '±', mp: '∓', infty: '∞', ldots: '…', cdots: '⋯', dots: '…',
	bullet: '•', checkmark: '✓', cup: '∪', cap: '∩', subseteq: '⊆', notin: '∉', emptyset: '∅',
}));
/** Also names of folders, escapes and options: only where a longer name is a leftover too. */
const SHORT = new Set(['to', 'le', 'ge', 'ne', 'pm', 'mp', 'll', 'gg', 'iff', 'sim', 'div', 'cup', 'cap', 'gets', 'dots']);
/** Names whose backslash and first letter were read as an escape and lost (`\r`, `\a`) or became a tab (`\t`). */
const EATEN: ReadonlyMap<string, string> = new Map([['ightarrow', '→'], ['\times', '×'], ['pprox', '≈']]);

const REASON = 'LaTeX name of a sign';
const REPAIRED = 'LaTeX name made a sign';
const DOUBTFUL = 'may be a leftover of LaTeX';

/** Marks that quote what follows, and the names themselves. */
const TOKEN =
	/(`+)|(")|((?<![\p{L}\p{N}])'|'(?!\p{L}))|\$?\\([A-Za-z]{2,20})\$?|(\$)|(?<![\p{L}\p{N}\\])(ightarrow|pprox)(?![\p{L}\p{N}])|(\times)(?![\p{L}\p{N}])/gu;
const CODE_OR_PATH = /\\[bdswDSW](?![A-Za-z])|[A-Za-z]:\\|\\\\|\\[A-Za-z]+\\|\\\[|\\\(|[A-Za-z]\\[A-Za-z]/;
const FITS_BEFORE = /[\s\d)(*_|}]/;
const FITS_AFTER = /[\s\d)(*_|{,;:.]/;

interface Quoting {
	tick: string;
	double: boolean;
	single: boolean;
	dollar: boolean;
}

/** Whether a name is a word of prose here. */
function inProse(line: string, start: number, end: number, { tick, double, single, dollar }: Quoting): boolean {
	const before = line[start - 1] ?? ' ';
	const after = line[end] ?? ' ';
	const fits = FITS_BEFORE.test(before) && FITS_AFTER.test(after) && !(after === '.' && /\w/.test(line[end + 1] ?? ''));
	return fits && !tick && !double && !single && !dollar;
}

function repairLine(line: string, number: number, proved: boolean, found: Tally): string {
	const doubtfulLine = CODE_OR_PATH.test(line);
	const last = { '`': line.lastIndexOf('`'), '"': line.lastIndexOf('"'), "'": line.lastIndexOf("'"), $: line.lastIndexOf('$') };
	const state: Quoting = { tick: '', double: false, single: false, dollar: false };
	return line.replace(TOKEN, (token: string, ...matched: (string | number | undefined)[]) => {
		const [tick, double, single, name, dollar, eaten, tab] = matched.slice(0, 7) as (string | undefined)[];
		const at = Number(matched[7]);
		if (tick) state.tick = state.tick === tick ? '' : state.tick || (last['`'] > at + tick.length - 1 ? tick : '');
		else if (double) state.double = !state.double && last['"'] > at;
		else if (single) state.single = !state.single && last["'"] > at;
		else if (dollar) state.dollar = !state.dollar && last.$ > at;
		else {
			const wrapped = token.startsWith('$') && token.endsWith('$') && !state.dollar;
			if (!wrapped && name && token.includes('$')) {
				state.dollar = token.startsWith('$') ? last.$ > at : false;
				return token;
			}
			const key = name ?? eaten ?? tab ?? '';
			const sign = name ? SIGNS.get(name) : EATEN.get(key);
			const certain = sign && (!SHORT.has(key) || proved || wrapped) && (name || key === 'ightarrow' || proved);
			const end = at + token.length;
			if (!inProse(line, at + (tab ? 1 : 0), end, state)) {
				// An apostrophe can look like the beginning of a string.
				const apostrophe = certain && state.single && inProse(line, at, end, { ...state, single: false });
				if (apostrophe) found.add({ line: number, kind: 'uncertain', what: DOUBTFUL, seen: token, confidence: 0.5 });
				return token;
			}
			if (certain && !doubtfulLine) {
				found.takeOut(number, key.trim(), REASON);
				found.add({ line: number, kind: 'repaired', what: REPAIRED, seen: `${token} → ${sign}` });
				return tab ? ` ${sign}` : sign;
			}
			if (sign || proved) found.add({ line: number, kind: 'uncertain', what: DOUBTFUL, seen: token, confidence: sign ? 0.5 : 0.3 });
		}
		return token;
	});
}

/** A name that no path or escape has, as a word of its own or between dollars. */
const PROVES =
	/(?:^|[\s\d)])\\(?:(?:left|right){1,2}arrow|Rightarrow|implies|times|approx|infty|leq|geq|neq|checkmark)(?=[\s\d,;:]|$)|\$\\(?:rightarrow|times|leq|to)\$/;
const SOURCE_OF_LATEX = /\\(?:documentclass|usepackage|begin\{)/;

/**
 * Puts the sign for a LaTeX name that stands in prose as a word (`a \rightarrow b`, `$\times$`); the name goes to the furniture. Code, quotes,
 * paths, regular expressions and formulas stay, and so does a document that is LaTeX itself.
 */
export function repairLatexSigns(lines: readonly string[], found: Tally): string[] {
	if (!lines.some((line) => line.includes('\\') || line.includes('ightarrow'))) return [...lines];
	const fenced = fencedLines(lines);
	const prose = (at: number): boolean => fenced[at] === undefined;
	const source = lines.findIndex((line, at) => prose(at) && SOURCE_OF_LATEX.test(line));
	if (source !== -1) {
		found.add({ line: source + 1, kind: 'uncertain', what: DOUBTFUL, seen: 'the document seems to be LaTeX itself: nothing changed', confidence: 0.8 });
		return [...lines];
	}
	const proved = lines.some((line, at) => prose(at) && line.includes('\\') && PROVES.test(line) && !CODE_OR_PATH.test(line));
	const candidate = (line: string): boolean => line.includes('\\') || /ightarrow|\times|pprox/.test(line);
	return lines.map((line, at) => (prose(at) && candidate(line) ? repairLine(line, at + 1, proved, found) : line));
}
