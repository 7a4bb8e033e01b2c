/** Rebuilds the nesting of YAML whose lines lost their indentation, where one nesting fits well. */
import { parseAllDocuments } from 'yaml';
import { belongs, kindBelow, rootKeys } from './yaml-shapes.ts';

const STEP = 2;
/** `- `s, a key, a value; a key may be quoted. */
const LINE = /^((?:- )*)(?:("[^"]*"|'[^']*'|[^\s#:'"[\]{},&*!|>%@`-][^\s:]*(?: [^\s:]+){0,3}|-[^\s:]+):(?:\s+(.*))?|(.+)|-)$/;

interface Line {
	text: string;
	dashes: number;
	key?: string;
	/** Of a key or an item; empty where it opens a block. */
	value: string;
}

interface Place {
	type: 'map' | 'list';
	column: number;
	kind: string;
	keys: Set<string>;
	/** How the entries look: what comes alike belongs together. */
	looks: Set<string>;
}

interface RebuiltYaml {
	value: string;
	/** Lines (indexes) that fit elsewhere, too. */
	doubts: { line: number; confidence: number }[];
}

const lookOf = (value: string): string => (value === '' ? 'block' : /^[[{]/.test(value) ? value.charAt(0) : 'scalar');

function readLine(source: string): Line | undefined {
	const text = source.trim();
	const [, dashes = '', key, value = '', scalar] = LINE.exec(text) ?? [];
	const plain = (key === undefined ? (scalar ?? '') : value).replace(/(?:^|\s)#.*$/, '').trim();
	if (/^[|>][-+\d]*$/.test(plain) || (text === '-' && dashes === '')) return undefined;
	if (key === undefined && !dashes) return undefined;
	return { text, dashes: dashes.length / 2, ...(key !== undefined && { key: key.replace(/^["']|["']$/g, '') }), value: plain };
}

interface Choice {
	/** Places kept, from the outside in. */
	length: number;
	score: number;
	below?: boolean;
}

/** How well an entry fits at each place that is open; below the line before it, where that opens a block. */
function choices(line: Line, next: Line | undefined, places: readonly Place[], opened: string | undefined, root: ReadonlySet<string> | undefined): Choice[] {
	const found: Choice[] = [];
	const wanted = line.dashes > 0 ? 'list' : 'map';
	const parent = places.at(-1);
	if (opened !== undefined) {
		const known = line.key !== undefined ? belongs(line.key, kindBelow(opened, parent?.kind ?? '')) : undefined;
		found.push({ length: places.length, below: true, score: known === true ? 5 : known === false ? 0 : wanted === 'list' ? 4 : 3 });
	}
	places.forEach((place, i) => {
		if (place.type !== wanted) return;
		const deepest = i === places.length - 1 || (wanted === 'list' && places.slice(i + 1).every(({ type }) => type === 'map'));
		if (wanted === 'list') {
			const look = line.key ?? 'scalar';
			const alike = place.looks.has(look) || (line.key !== undefined && belongs(line.key, place.kind) === true);
			const fit = alike ? 4 : place.looks.has('scalar') || line.key === undefined ? 0 : -1;
			found.push({ length: i + 1, score: fit + (deepest ? 0.5 : 0) + i * 0.3 });
			return;
		}
		if (line.key === undefined || place.keys.has(line.key)) return;
		const known = i === 0 && root ? root.has(line.key) : belongs(line.key, place.kind);
		const alike = place.looks.has(lookOf(line.value));
		// `volumes:` at the margin holds names, in a service it holds a list.
		const either = /^(?:volumes|networks|secrets|configs)$/.test(line.key) && known === true && line.value === '';
		const fits = known === true ? 4 : known === false ? -1 : alike ? 2 : 0;
		const bonus = (either && next && next.dashes > 0 === i > 0 ? 1 : 0) + (deepest && lookOf(line.value) === 'scalar' ? 1 : 0);
		found.push({ length: i + 1, score: fits + bonus + i * (known === true ? 0.3 : 0.01) });
	});
	// A key that holds nothing is rare.
	const weighed = opened === undefined ? found : found.map((choice) => (choice.below ? choice : { ...choice, score: choice.score - EMPTY }));
	return weighed.sort((a, b) => b.score - a.score);
}

const EMPTY = 3;

/**
 * YAML with its nesting rebuilt: by the keys of well-known files, by keys that a mapping has once only, and by what looks alike. Undefined where
 * the text has blocks of free lines, or where the result would be no more than a guess.
 */
export function indentYaml(text: string): RebuiltYaml | undefined {
	const sources = text.split('\n');
	const read = sources.map((source) => (/^\s*(?:#.*)?$/.test(source) ? null : readLine(source)));
	if (read.some((line) => line === undefined)) return undefined;
	const root = rootKeys(new Set(read.flatMap((line) => (line?.key && line.dashes === 0 ? [line.key] : []))));
	// The next line that is no comment, of each.
	const following: (Line | undefined)[] = [];
	for (let i = read.length - 1, below: Line | undefined; i >= 0; i--) {
		following[i] = below;
		below = read[i] ?? below;
	}
	const places: Place[] = [];
	const columns: (number | undefined)[] = [];
	const doubts: RebuiltYaml['doubts'] = [];
	let opened: string | undefined;
	for (const [i, line] of read.entries()) {
		if (!line) continue;
		const [best, second] = choices(line, following[i], places, opened, root);
		if (!best && places.length > 0) return undefined;
		const margin = best && second ? best.score - second.score : Infinity;
		if (margin < 0.5) return undefined;
		if (margin < 2 && best && best.score < 4 && !best.below && best.length < places.length) doubts.push({ line: i, confidence: 0.7 });
		const bare = line.dashes > 0 && line.key !== undefined && following[i]?.dashes !== 0;
		const outer = places.slice(0, (best?.length ?? 1) - 1).some(({ type, looks }) => type === 'list' && looks.has(line.key ?? ''));
		if (bare && outer && !best?.below && margin < 2) doubts.push({ line: i, confidence: 0.6 });
		const before = places.at(-1);
		places.length = best?.length ?? 0;
		const parent = best?.below ? before : places.at(-1);
		let column = parent ? parent.column + (best?.below ? STEP : 0) : 0;
		let kind = best?.below && opened !== undefined ? kindBelow(opened, before?.kind ?? '') : (parent?.kind ?? '');
		columns[i] = column;
		const enter = (type: Place['type'], entryLook: string) => {
			let place = places.at(-1);
			if (!place || place.type !== type || place.column !== column) places.push((place = { type, column, kind, keys: new Set(), looks: new Set() }));
			place.looks.add(entryLook);
			kind = place.kind;
			return place;
		};
		for (let n = 0; n < line.dashes; n++) {
			enter('list', n < line.dashes - 1 ? 'list' : (line.key ?? 'scalar'));
			column += STEP;
			// Each item is a place of its own.
			while (places.at(-1)?.type === 'map' && (places.at(-1)?.column ?? 0) >= column) places.pop();
		}
		if (line.key !== undefined) enter('map', lookOf(line.value)).keys.add(line.key);
		opened = line.key !== undefined && line.value === '' ? line.key : undefined;
	}
	return { value: written(sources, columns), doubts };
}

/** A comment stands with the line below it. */
function written(sources: readonly string[], columns: readonly (number | undefined)[]): string {
	let below = 0;
	return [...sources.keys()]
		.reverse()
		.map((i) => {
			below = columns[i] ?? below;
			const body = sources[i]?.trim() ?? '';
			return body && ' '.repeat(below) + body;
		})
		.reverse()
		.join('\n');
}

/** Whether lines without indentation show that some was lost: a key that holds nothing, with another line below it. */
export function isFlatYaml(text: string): boolean {
	const lines = text.split('\n').filter((line) => !/^\s*(?:#.*)?$/.test(line));
	if (lines.some((line) => /^\s/.test(line))) return false;
	return lines.some((line, i) => {
		const next = lines[i + 1];
		if (next === undefined) return false;
		const opens = /^(?:- )*[^\s#][^#]*:\s*(?:#.*)?$/.test(line) && !next.startsWith('---');
		return opens || (/^- [^\s:]+: /.test(line) && /^[^\s-][^:]*: /.test(next));
	});
}

/** Whether a text is YAML. */
export const parsesAsYaml = (text: string): boolean => parseAllDocuments(text).every(({ errors }) => errors.length === 0);
