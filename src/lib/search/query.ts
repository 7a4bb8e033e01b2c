/** What a reader typed, taken apart. */
import { partsOf, STOP_WORDS, trimToken } from './words.ts';

export type UnitKind = 'word' | 'compound' | 'symbol' | 'phrase';

/** One thing to look for. */
export interface Unit {
	kind: UnitKind;
	/** As typed, without punctuation around it. */
	text: string;
	/** Its words in lower case. */
	parts: string[];
}

export interface Query {
	/** As typed, white space tidied. */
	text: string;
	/** Without stop words, unless there is nothing else. Each once. */
	units: Unit[];
	/** Number of a scenario, where the query asks for one. */
	number?: number;
}

const NUMBER = /^(?:scenario|question|number|no\.?|nr\.?|s)?[\s#/]*(\d{1,3})\/?$/i;

function unitOf(token: string): Unit | undefined {
	const text = trimToken(token);
	if (!text) return undefined;
	const parts = partsOf(text);
	if (!parts.length) return { kind: 'symbol', text, parts: [text] };
	const plain = /^[\p{L}\p{N}]+%?$/u.test(text);
	// `SELECT` and `Spark` are words, `eqNullSafe` is not.
	return { kind: plain && parts.length === 1 ? 'word' : 'compound', text, parts };
}

/** Takes a query apart. Never fails; an empty query has no units. */
export function parseQuery(input: string): Query {
	const text = input
		.normalize('NFKC')
		.replace(/[“”„]/g, '"')
		.replace(/[‘’]/g, "'")
		.replace(/\s+/g, ' ')
		.trim();
	const units: Unit[] = [];
	const add = (unit: Unit | undefined) => {
		if (unit && !units.some((other) => other.kind === unit.kind && other.text.toLowerCase() === unit.text.toLowerCase())) units.push(unit);
	};
	for (const [, phrase, token = ''] of text.matchAll(/"([^"]+)"|(\S+)/g)) {
		const words = phrase?.trim().split(' ') ?? [];
		if (phrase !== undefined && words.length > 1)
			add({ kind: 'phrase', text: phrase.trim(), parts: words.flatMap(partsOf) });
		else add(unitOf((phrase ?? token).replace(/'s$/, '')));
	}
	const telling = units.filter((unit) => unit.kind !== 'word' || !STOP_WORDS.has(unit.text.toLowerCase()));
	const number = NUMBER.exec(text)?.[1];
	return { text, units: telling.length ? telling : units, ...(number && { number: Number(number) }) };
}
