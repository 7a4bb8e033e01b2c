/** What a reader has done, kept on their device: ratings, notes, what is due, ticked tasks and the set being practiced. */
import { isRating, type Rating } from './rating.ts';
import { readCard, type StoredCard } from './schedule.ts';

export interface ScenarioProgress {
	rating?: Rating;
	/** ISO 8601, UTC. */
	ratedAt?: string;
	/** State of the spaced repetition; `due` in it says when to come back. */
	card?: StoredCard;
	note?: string;
}

/** A set of questions on its way, one after the other. */
export interface Session {
	/** Scenario numbers in order. */
	set: number[];
	/** Index of the question that is open; the length of the set once all are done. */
	at: number;
	timer: boolean;
	/** ISO 8601, UTC. */
	startedAt: string;
	/** Seconds spent on a question, by scenario number. */
	seconds: Record<string, number>;
	/** Ratings given in this session, by scenario number. */
	ratings: Record<string, Rating>;
}

export interface Progress {
	version: typeof VERSION;
	/** By scenario number. */
	scenarios: Record<string, ScenarioProgress>;
	/** Ticked tasks: `page id#key`. */
	ticks: string[];
	session?: Session;
}

export const VERSION = 1;
export const MAX_NOTE = 20_000;
/** Characters of a file that is read; a device full of notes needs less. */
export const MAX_FILE = 10_000_000;
export const MAX_SET = 50;

export const emptyProgress = (): Progress => ({ version: VERSION, scenarios: {}, ticks: [] });

export interface ReadResult {
	progress: Progress;
	/** What could not be read and was left out, for the reader. */
	problems: string[];
}

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const isNumber = (key: string): boolean => /^[1-9]\d{0,4}$/.test(key);
const isInstant = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) && !Number.isNaN(Date.parse(value));
const isTick = (value: unknown): value is string => typeof value === 'string' && /^[a-z0-9/-]{1,100}#[\w.-]{1,40}$/.test(value);

/**
 * Reads what was stored or exported. Whatever is damaged is left out and named; the rest is kept.
 * @throws SyntaxError where the text is no progress at all, or was written by a newer version of the site.
 */
export function parseProgress(text: string): ReadResult {
	if (text.length > MAX_FILE) throw new SyntaxError('The file is too large to be progress of this site.');
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		throw new SyntaxError('The file is damaged: it is not JSON.');
	}
	if (!isFields(value) || !isFields(value['scenarios'])) throw new SyntaxError('The file holds no progress of this site.');
	if (typeof value['version'] === 'number' && value['version'] > VERSION) throw new SyntaxError('The file was written by a newer version of this site. Reload the page, then try again.');

	const problems: string[] = [];
	const progress = emptyProgress();
	for (const [number, entry] of Object.entries(value['scenarios'])) {
		const read = isNumber(number) && isFields(entry) ? readScenario(entry, (what) => problems.push(`scenario ${number}: ${what}`)) : undefined;
		if (read) progress.scenarios[number] = read;
		else problems.push(`scenario ${JSON.stringify(number).slice(0, 40)}: not readable`);
	}
	const ticks = Array.isArray(value['ticks']) ? value['ticks'] : [];
	progress.ticks = [...new Set(ticks.filter(isTick))];
	if (progress.ticks.length < new Set(ticks).size) problems.push('some ticked tasks: not readable');
	if (value['session'] !== undefined) {
		const session = readSession(value['session']);
		if (session) progress.session = session;
		else problems.push('the set on its way: not readable');
	}
	return { progress, problems };
}

function readScenario(entry: Fields, problem: (what: string) => void): ScenarioProgress {
	const read: ScenarioProgress = {};
	if (isRating(entry['rating'])) read.rating = entry['rating'];
	else if (entry['rating'] !== undefined) problem('unknown rating');
	if (isInstant(entry['ratedAt'])) read.ratedAt = entry['ratedAt'];
	if (typeof entry['note'] === 'string' && entry['note']) read.note = entry['note'].slice(0, MAX_NOTE);
	if (entry['card'] !== undefined) {
		const card = readCard(entry['card']);
		if (card) read.card = card;
		else problem('damaged schedule, due now');
	}
	return read;
}

function readSession(value: unknown): Session | undefined {
	if (!isFields(value)) return undefined;
	const { set, at, timer, startedAt, seconds, ratings } = value;
	if (!Array.isArray(set) || !set.length || set.length > MAX_SET || !set.every((number) => isNumber(String(number))) || new Set(set).size !== set.length) return undefined;
	if (typeof at !== 'number' || !Number.isInteger(at) || at < 0 || at > set.length || !isInstant(startedAt)) return undefined;
	const only = <T>(fields: unknown, fits: (value: unknown) => value is T): Record<string, T> =>
		Object.fromEntries(Object.entries(isFields(fields) ? fields : {}).filter((pair): pair is [string, T] => isNumber(pair[0]) && fits(pair[1])));
	return {
		set: set.map(Number),
		at,
		timer: timer !== false,
		startedAt,
		seconds: only(seconds, (value): value is number => typeof value === 'number' && value >= 0 && value < 1e7),
		ratings: only(ratings, isRating),
	};
}

/** One line a field, so that a reader can look into the file. */
export const formatProgress = (progress: Progress): string => `${JSON.stringify(progress, undefined, '\t')}\n`;

/** Two states of one reader, from two devices: the later rating of a scenario counts, no note and no tick is lost. */
export function mergeProgress(mine: Progress, other: Progress): Progress {
	const scenarios: Progress['scenarios'] = { ...mine.scenarios };
	for (const [number, theirs] of Object.entries(other.scenarios)) {
		const ours = scenarios[number] ?? {};
		const [later, earlier] = (theirs.ratedAt ?? '') > (ours.ratedAt ?? '') ? [theirs, ours] : [ours, theirs];
		const note = mergeNotes(ours.note, theirs.note);
		scenarios[number] = { ...earlier, ...later, ...(note ? { note } : {}) };
	}
	const session = mine.session ?? other.session;
	return { version: VERSION, scenarios, ticks: [...new Set([...mine.ticks, ...other.ticks])], ...(session ? { session } : {}) };
}

function mergeNotes(ours = '', theirs = ''): string {
	if (!theirs || ours.includes(theirs)) return ours;
	if (!ours || theirs.includes(ours)) return theirs;
	return `${ours}\n\n${theirs}`.slice(0, MAX_NOTE);
}

/** The progress with one scenario's changed; a scenario about which nothing is known is dropped. */
export function withScenario(progress: Progress, number: number, change: Partial<ScenarioProgress>): Progress {
	const changed = Object.fromEntries(Object.entries({ ...progress.scenarios[number], ...change }).filter(([, value]) => value !== undefined && value !== '')) as ScenarioProgress;
	const { [String(number)]: _, ...others } = progress.scenarios;
	return { ...progress, scenarios: Object.keys(changed).length ? { ...others, [number]: changed } : others };
}

export interface Due {
	number: number;
	due: Date;
}

/** Rated scenarios, the longest due first. One whose schedule was damaged is due since it was rated. */
export function schedule(progress: Progress): Due[] {
	return Object.entries(progress.scenarios)
		.filter(([, { rating }]) => rating)
		.map(([number, { card, ratedAt }]) => ({ number: Number(number), due: new Date(card?.due ?? ratedAt ?? 0) }))
		.toSorted((a, b) => a.due.getTime() - b.due.getTime() || a.number - b.number);
}
