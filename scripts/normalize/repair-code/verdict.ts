/** What the parser of a language says about a sample: the same checkers that read the site's own samples. */
import { CHECKERS, UNPARSED } from '../../../src/lib/samples/registry.ts';
import { fenceAttributes, type Finding } from '../../../src/lib/samples/sample.ts';

/** A sample of more than this is not parsed. */
const LARGEST = 200_000;
/** Brackets within brackets: parsers that call themselves for each of them need a bound. */
const DEEPEST = 100;

/** Whether a text is fit for parsers: not too long, not nested too deeply, without control characters. */
export function isParseable(code: string): boolean {
	if (code.length > LARGEST || /[\0\x01-\x08\x0e-\x1f]/.test(code)) return false;
	let depth = 0;
	for (let i = 0; i < code.length; i++) {
		const char = code[i] ?? '';
		if (char === '(' || char === '[' || char === '{') {
			if (++depth > DEEPEST) return false;
		} else if (char === ')' || char === ']' || char === '}') depth = Math.max(0, depth - 1);
	}
	return true;
}

export const hasParser = (lang: string): boolean => CHECKERS.has(lang) && !UNPARSED.has(lang);

/** A sample is asked about several times while its dialect and layout are sought; the last answers are remembered. */
const REMEMBERED = 256;
const remembered = new Map<string, Promise<Finding | undefined>>();

/**
 * The first thing wrong with a sample, `undefined` where it parses. Never runs it. What a parser throws counts as wrong.
 * @param meta as it would stand behind the language: `dialect=spark fragment`
 */
export function firstFinding(lang: string, code: string, meta: string): Promise<Finding | undefined> {
	const key = `${lang}\0${meta}\0${code}`;
	const known = remembered.get(key);
	if (known) return known;
	const answer = parse(lang, code, meta);
	if (remembered.size >= REMEMBERED) remembered.delete(remembered.keys().next().value ?? '');
	remembered.set(key, answer);
	return answer;
}

async function parse(lang: string, code: string, meta: string): Promise<Finding | undefined> {
	const check = CHECKERS.get(lang);
	if (!check) return undefined;
	if (!code.trim()) return { line: 1, message: 'nothing to parse' };
	if (!isParseable(code)) return { line: 1, message: 'too long or nested too deeply to be parsed' };
	// `run` would run it.
	const { run: _, ...attributes } = fenceAttributes(meta);
	try {
		return (await check({ lang, attributes, code, line: 0 }))[0];
	} catch (error) {
		return { line: 1, message: error instanceof Error ? (error.message.split('\n')[0] ?? 'parser failed') : 'parser failed' };
	}
}

export interface Verdict {
	/** `fragment` where the sample parses as a fragment only. */
	meta: string;
	finding: Finding | undefined;
}

/** A sample as a whole, else as a fragment. */
export async function verdictOf(lang: string, code: string, meta = ''): Promise<Verdict> {
	const finding = await firstFinding(lang, code, meta);
	if (!finding) return { meta, finding };
	const asFragment = `${meta} fragment`.trim();
	return (await firstFinding(lang, code, asFragment)) ? { meta, finding } : { meta: asFragment, finding: undefined };
}
