/** Undoes what word processors do to code: curly quotes, long dashes, odd spaces. */

interface PlainCode {
	text: string;
	/** One note for each kind of change, with how often. */
	notes: { what: string; reason: string }[];
}

const DOUBLE = /[“”„‟]/;
const SINGLE = /[‘’‚‛]/;
const ODD_SPACE = /[\u00a0\u2000-\u200a\u202f\u205f]/g;
/** Commands whose long options have two hyphens. */
const TWO_HYPHENS =
	/\b(?:spark-submit|spark-shell|pyspark|pip3?|docker|kubectl|helm|git|npm|npx|dbt|airflow|aws|gcloud|az|curl|databricks|kafka-[a-z-]+)\b|(?:^|\s)--[a-z]/m;
const LOOKS_LIKE_CODE = /[=()[\]{};<>+*/|$]/;
const CURLY_QUOTES = 'curly quotes made straight';
const DASH = 'dash made a hyphen';
const GUESSED_DASH = 'dash of an option: one hyphen or two is a guess';

/** Finds the next place of a character in a line; asked from left to right it reads the line once. */
function finder(line: string): (character: string, from: number) => number {
	const known = new Map<string, number>();
	return (character, from) => {
		const last = known.get(character);
		if (last !== undefined && (last === -1 || last >= from)) return last;
		const place = line.indexOf(character, from);
		known.set(character, place);
		return place;
	};
}

/** The nearest of several characters that is not escaped, or -1. */
function nearest(line: string, characters: string, from: number, next: (character: string, from: number) => number): number {
	let best = -1;
	for (const character of characters) {
		let place = next(character, from);
		while (place > 0 && line[place - 1] === '\\' && line[place - 2] !== '\\') place = next(character, place + 1);
		if (place !== -1 && (best === -1 || place < best)) best = place;
	}
	return best;
}

/** Whether a comment begins here: `#`, `//` and `-- ` after a space or at the beginning. A `//` of an address is none. */
function beginsComment(line: string, at: number): boolean {
	if (at > 0 && !/[\s;{(]/.test(line[at - 1] ?? '')) return false;
	const [first, second = '', third = ''] = line.slice(at, at + 3);
	return first === '#' || (first === '/' && /[/*]/.test(second)) || (first === '-' && second === '-' && /^\s?$/.test(third));
}

/** What a line and its sample say about dashes. */
interface Sample {
	twoHyphens: boolean;
	/** Whether the line has signs that prose has not. */
	code: boolean;
}

/** What a dash in the open code stands for, or nothing where it may be prose. */
function dashOf(line: string, at: number, { twoHyphens, code }: Sample): { text: string; guess: boolean } | undefined {
	const dash = line[at] ?? '';
	if (/[−‐‑]/.test(dash)) return { text: '-', guess: false };
	const before = line[at - 1] ?? ' ';
	const after = line[at + 1] ?? ' ';
	const name = /^[A-Za-z][\w.-]*/.exec(line.slice(at + 1, at + 40))?.[0] ?? '';
	if (/[\s([,]/.test(before) && (name || (/[-–]/.test(after) && /[A-Za-z]/.test(line[at + 2] ?? '')))) {
		if (!name) return { text: '-', guess: false };
		if (dash === '—') return { text: '--', guess: false };
		return { text: name.length > 1 && twoHyphens ? '--' : '-', guess: name.length > 1 };
	}
	if (/[–-]/.test(before) && name) return { text: '-', guess: false };
	if (dash !== '–' || !code) return undefined;
	const left = /[\w)\]"'”’]\s?$/.test(line.slice(Math.max(0, at - 2), at));
	const right = /^\s?[\w(["'“‘]/.test(line.slice(at + 1, at + 3));
	const unary = /[=(,[]\s?$/.test(line.slice(Math.max(0, at - 2), at)) && /\d/.test(after);
	// Between two digits without spaces it is a range.
	const range = /\d/.test(before) && /\d/.test(after);
	return (left && right && !range && /\s/.test(before) === /\s/.test(after)) || unary ? { text: '-', guess: false } : undefined;
}

interface Open {
	/** Ends the string or comment that goes over line ends. */
	until: string;
}

class Changes {
	readonly counts = new Map<string, number>();
	count(what: string): void {
		this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
	}
}

/** Where a string that begins at `at` ends, and how it reads; nothing where no string begins. */
function stringAt(line: string, at: number, next: (character: string, from: number) => number, changes: Changes): { text: string; end: number } | undefined {
	const quote = line[at] ?? '';
	const double = DOUBLE.test(quote) || quote === '"';
	const straight = quote === '"' || quote === "'" || quote === '`';
	if (!double && !straight && !SINGLE.test(quote)) return undefined;
	const before = line[at - 1] ?? '';
	if (!double && quote !== '`' && /[\p{L}\p{N}]/u.test(before) && !/(?:^|[^\p{L}\p{N}])[rbfuRBFU]{1,2}$/u.test(line.slice(Math.max(0, at - 3), at))) {
		return { text: quote, end: at + 1 };
	}
	// A string that opens straight closes straight where it can: what is curly in it is its text.
	const same = straight ? nearest(line, quote, at + 1, next) : -1;
	const close = same !== -1 || quote === '`' ? same : nearest(line, double ? '"“”„‟' : "'‘’‛", at + 1, next);
	const plain = (mark: string): string => {
		if (mark === '`' || mark === '"' || mark === "'") return mark;
		changes.count(CURLY_QUOTES);
		return double ? '"' : "'";
	};
	if (close === -1) return { text: plain(quote), end: at + 1 };
	return { text: plain(quote) + line.slice(at + 1, close) + plain(line[close] ?? ''), end: close + 1 };
}

function plainLine(line: string, open: Open | undefined, sample: Sample, changes: Changes): { text: string; open: Open | undefined } {
	const parts: string[] = [];
	const next = finder(line);
	let at = 0;
	let inside = open;
	while (at < line.length) {
		if (inside) {
			const end = line.indexOf(inside.until, at);
			if (end === -1) return { text: parts.join('') + line.slice(at), open: inside };
			parts.push(line.slice(at, end + inside.until.length));
			at = end + inside.until.length;
			inside = undefined;
			continue;
		}
		const triple = line.slice(at, at + 3);
		if (/^(?:"""|'''|[“”]{3}|[‘’]{3})$/.test(triple)) {
			const straight = /["“”]/.test(triple) ? '"""' : "'''";
			if (triple !== straight) changes.count(CURLY_QUOTES);
			parts.push(straight);
			at += 3;
			if (triple === straight) inside = { until: straight };
			continue;
		}
		if (beginsComment(line, at)) {
			if (line[at + 1] !== '*') return { text: parts.join('') + line.slice(at), open: undefined };
			inside = { until: '*/' };
			continue;
		}
		const string = stringAt(line, at, next, changes);
		if (string) {
			parts.push(string.text);
			at = string.end;
			continue;
		}
		const dash = /[–—−‐‑]/.test(line[at] ?? '') ? dashOf(line, at, sample) : undefined;
		if (dash) changes.count(dash.guess ? GUESSED_DASH : DASH);
		parts.push(dash?.text ?? line[at] ?? '');
		at++;
	}
	return { text: parts.join(''), open: inside };
}

/**
 * Gives one code sample with straight quotes, plain hyphens and plain spaces. Strings between straight quotes and comments keep their signs, and
 * so do `…`, `→` and `×` everywhere. Certain: quotes and dashes that no language has; a guess, and noted as one: whether an option had one
 * hyphen or two.
 */
export function plainCode(text: string): PlainCode {
	if (!/[“”„‟‘’‚‛–—−‐‑\u00a0\u2000-\u200a\u202f\u205f]/.test(text)) return { text, notes: [] };
	const changes = new Changes();
	const spaced = text.replace(ODD_SPACE, () => {
		changes.count('unusual space made an ordinary one');
		return ' ';
	});
	const twoHyphens = TWO_HYPHENS.test(spaced);
	let open: Open | undefined;
	const lines = spaced.split('\n').map((line) => {
		if (!open && !/[“”„‟‘’‚‛–—−‐‑]|"""|'''|\/\*/.test(line)) return line;
		const plain = plainLine(line, open, { twoHyphens, code: LOOKS_LIKE_CODE.test(line) }, changes);
		open = plain.open;
		return plain.text;
	});
	return { text: lines.join('\n'), notes: [...changes.counts].map(([what, count]) => ({ what, reason: count === 1 ? 'once' : `${count} times` })) };
}
