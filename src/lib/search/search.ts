/**
 * The search. One full-text query a word, put together here: pages need not hold every word, abbreviations and synonyms lead to
 * their topic, misspelt words are read as what was meant.
 */
import { countFacets, filterPages, noFilters } from './facets.ts';
import type { Answer, Backend, Filters, Hit, IndexedPage, Match, SiteIndex } from './model.ts';
import { passagesOf } from './passages.ts';
import { parseQuery, type Query, type Unit } from './query.ts';
import { rank, rarity, type Ranked, type UnitMatches } from './rank.ts';
import { dictionary, type Dictionary } from './spelling.ts';
import { plainLabel, termFinder, type TermHit } from './terms.ts';
import { holds, otherWordsFor, partsOf, stem } from './words.ts';

export interface SearchOptions {
	/** Take the query as typed: no other spelling is tried. */
	verbatim?: boolean;
}

export type Search = (query: string, filters?: Filters, options?: SearchOptions) => Promise<Answer>;

/** More words than this say nothing more, and each costs a query. */
const MOST_UNITS = 10;
/** What another word for the same counts, beside the word itself. */
const SYNONYM = 0.6;
const EVERYDAY_WORD = 0.6;

type Matches = Map<string, Match>;

interface Evaluated {
	unit: Unit;
	/** `undefined` where the index has neither the thing nor a form of it. */
	found: UnitMatches | undefined;
}

const byId = (matches: Match[]): Matches => new Map(matches.map((match) => [match.id, match]));

/** Adds matches to others; where both hold a page, the better score counts and all places do. */
function merge(into: Matches, others: Iterable<Match>, factor: number): void {
	for (const match of others) {
		const here = into.get(match.id);
		const score = match.score * factor;
		into.set(match.id, {
			id: match.id,
			score: Math.max(here?.score ?? 0, score),
			locations: here ? [...new Set([...here.locations, ...match.locations])] : match.locations,
		});
	}
}

/** A place where several parts stand one after another. */
interface Row extends Match {
	/** Where each row begins; `locations` are all its words. */
	starts: number[];
}

/** Pages that hold all parts one after another, inside one token or as neighbours; the page with the most first. */
export function inRow(parts: Match[][], total: number): Row[] {
	const [first = [], ...rest] = parts;
	const others = rest.map((matches) => new Map(matches.map(({ id, locations }) => [id, new Set(locations)])));
	const found = first.flatMap(({ id, locations }) => {
		const rows = locations.flatMap((start) => {
			const row = [start];
			for (const pages of others) {
				const places = pages.get(id);
				const at = row.at(-1) ?? start;
				if (places?.has(at)) continue;
				if (!places?.has(at + 1)) return [];
				row.push(at + 1);
			}
			return [row];
		});
		return rows.length ? [{ id, starts: rows.map(([start = 0]) => start), locations: [...new Set(rows.flat())] }] : [];
	});
	const weight = rarity(found.length, total);
	return found
		.map((row) => ({ ...row, score: (weight * row.starts.length * 2.2) / (row.starts.length + 1.2) }))
		.sort((a, b) => b.score - a.score);
}

/** A search over one index. Queries and texts are remembered, so that typing on costs little. */
export function createSearch(backend: Backend): Search {
	const remembered = new Map<string, Promise<Match[]>>();
	const remember = (key: string, ask: () => Promise<Match[]>) => {
		const asked = remembered.get(key) ?? ask();
		remembered.set(key, asked);
		// What failed for want of a network may work on the next key press.
		asked.catch(() => remembered.delete(key));
		return asked;
	};
	const match = (word: string) => remember(word, () => backend.match(word));

	let index: Promise<{ site: SiteIndex; pages: Map<string, IndexedPage>; findTerms: (query: string) => TermHit[] }> | undefined;
	const load = () =>
		(index ??= backend.site().then(
			(site) => ({ site, pages: new Map(site.pages.map((page) => [page.id, page])), findTerms: termFinder(site.terms) }),
			(error: unknown) => {
				index = undefined;
				throw error;
			},
		));
	let words: Promise<Dictionary> | undefined;
	const loadWords = () =>
		(words ??= Promise.all([backend.words(), load()]).then(
			([list, { site }]) => {
				const names = [...site.terms.flatMap(({ label, aliases }) => [plainLabel(label), ...aliases]), ...site.pages.map(({ title }) => title)];
				return dictionary(list, names);
			},
			(error: unknown) => {
				words = undefined;
				throw error;
			},
		));

	/** Whether the index found the things themselves, not a shorter beginning of them: seen on the page that holds them best. */
	async function really([best]: (Match | Row)[], words: string[]): Promise<boolean> {
		if (!best) return false;
		const sample = ('starts' in best ? best.starts : best.locations).slice(0, 8);
		const tokens = (await backend.text(best.id)).content.split(/\s+/);
		const held = sample.filter((at) => words.every((word, i) => tokens.slice(at, at + i + 1).some((token) => holds(token, word))));
		return held.length * 2 >= sample.length;
	}

	async function together(parts: string[]): Promise<Match[]> {
		const { site } = await load();
		const found = inRow(await Promise.all(parts.map(match)), site.pages.length);
		return (await really(found, parts)) ? found : [];
	}

	/** Looks for one thing. `undefined` where nothing like it is there. */
	async function look(unit: Unit): Promise<Matches | undefined> {
		if (unit.kind === 'phrase') {
			const exact = await remember(`"${unit.text}"`, () => backend.phrase(unit.text));
			return byId(exact.length ? exact : await together(unit.parts));
		}
		const matches = await match(unit.text);
		const found: Matches = new Map();
		// The index knows more forms of a word than `really` does; the word list knows all that the site has.
		if ((await really(matches, [unit.text])) || (matches.length && unit.kind === 'word' && (await loadWords()).knows(unit.text.toLowerCase())))
			merge(found, matches, 1);
		if (unit.kind === 'compound' && unit.parts.length > 1) merge(found, await together(unit.parts), 1);
		return found.size ? found : undefined;
	}

	async function evaluate(unit: Unit, terms: TermHit[]): Promise<Evaluated> {
		const { site } = await load();
		const own = await look(unit);
		const found: Matches = new Map(own);
		// An abbreviation or synonym that is a word of its own also finds what the term is called on the site.
		const term = terms.find((hit) => hit.words.join('') === unit.parts.join(''))?.term;
		const label = term ? partsOf(plainLabel(term.label)) : [];
		if (label.length && label.map(stem).join(' ') !== unit.parts.map(stem).join(' ')) {
			const named = label.length > 1 ? await together(label) : await match(label[0] ?? '');
			merge(found, named, SYNONYM);
		}
		if (unit.kind === 'word')
			for (const other of await Promise.all(otherWordsFor(unit.text).map(async (word) => ({ word, matches: await match(word) }))))
				if (await really(other.matches, [other.word])) merge(found, other.matches, EVERYDAY_WORD);
		if (!found.size) return { unit, found: undefined };
		return { unit, found: { stems: unit.parts.map(stem), matches: found, weight: rarity((own ?? found).size, site.pages.length) } };
	}

	/** The query with words that the site does not have replaced by what was likely meant. */
	async function respell(query: Query, unknown: Unit[]): Promise<{ text: string; hopeless: string[] }> {
		const hopeless: string[] = [];
		let { text } = query;
		if (!unknown.length) return { text, hopeless };
		const known = await loadWords();
		for (const unit of unknown) {
			let meant = unit.text;
			for (const part of unit.kind === 'symbol' ? [] : unit.parts) {
				const nearest = known.knows(part) ? undefined : known.nearest(part);
				if (nearest) meant = meant.toLowerCase().replace(part, nearest);
			}
			if (meant === unit.text) hopeless.push(unit.text);
			else text = text.replace(unit.text, meant);
		}
		return { text, hopeless };
	}

	async function run(query: Query) {
		const { site, findTerms } = await load();
		const units = query.units.slice(0, MOST_UNITS);
		const terms = findTerms(query.text);
		const evaluated = await Promise.all(units.map((unit) => evaluate(unit, terms)));
		const found = evaluated.flatMap((item) => item.found ?? []);
		const named = new Set(terms.flatMap((hit) => hit.words));
		const unknown = evaluated.filter((item) => !item.found && !item.unit.parts.every((part) => named.has(part))).map((item) => item.unit);
		return { found, unknown, ranked: rank(site.pages, found, terms, query.number) };
	}

	return async (input, filters = noFilters(), { verbatim = false } = {}) => {
		const { site } = await load();
		const query = parseQuery(input);
		let found: UnitMatches[] = [];
		let ranked: Ranked[];
		const notes: Pick<Answer, 'corrected' | 'suggestion' | 'unknown'> = { unknown: [] };
		if (!query.units.length) ranked = query.text ? [] : site.pages.filter(listed).map((page) => ({ page, score: 0, about: true }));
		else {
			const first = await run(query);
			const { text, hopeless } = await respell(query, first.unknown);
			({ found, ranked } = first);
			notes.unknown = verbatim ? first.unknown.map((unit) => unit.text) : hopeless;
			if (text !== query.text) {
				if (verbatim) notes.suggestion = text;
				else {
					({ found, ranked } = await run(parseQuery(text)));
					notes.corrected = text;
				}
			}
		}
		const pages = ranked.map(({ page }) => page);
		const shown = filterPages(ranked, filters);
		return {
			...notes,
			total: shown.length,
			counts: countFacets(pages, filters),
			hits: (from, to) => Promise.all(shown.slice(from, to).map((item) => hit(item, found))),
		};
	};

	async function hit({ page, score, about }: Ranked, found: UnitMatches[]): Promise<Hit> {
		const places = found.flatMap(({ matches, weight }) => {
			const locations = matches.get(page.id)?.locations ?? [];
			return locations.length ? [{ locations, weight }] : [];
		});
		return { page, score, passages: passagesOf(await backend.text(page.id), page.title, places, about) };
	}
}

/** Without a query the pages stand in the order of the site; definitions only answer questions. */
const listed = (page: IndexedPage): boolean => !page.url.includes('#');
