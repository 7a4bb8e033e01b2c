import { describe, expect, test } from 'vitest';
import { emptyProgress, formatProgress, MAX_FILE, MAX_NOTE, MAX_SET, mergeProgress, parseProgress, schedule, withScenario, type Progress } from '../../src/lib/practice/progress.ts';
import { review } from '../../src/lib/practice/review.ts';

const NOW = new Date('2026-11-21T10:00:00.000Z');
const card = review(undefined, 'known', NOW);
const whole: Progress = {
	version: 1,
	scenarios: { 22: { rating: 'known', ratedAt: NOW.toISOString(), card, note: 'Ask for the key’s distribution.\n"Quoted" <b>text</b>' }, 31: { note: 'only a note' } },
	ticks: ['interview/week-1#1.3'],
	session: { set: [31, 22], at: 1, timer: false, startedAt: NOW.toISOString(), seconds: { 31: 75 }, ratings: { 31: 'shaky' } },
};
const file = (change: object) => JSON.stringify({ ...whole, ...change });

describe('a file of progress', () => {
	test('comes back as it was written', () => {
		expect(parseProgress(formatProgress(whole))).toEqual({ progress: whole, problems: [] });
		expect(parseProgress(formatProgress(emptyProgress()))).toEqual({ progress: emptyProgress(), problems: [] });
	});

	test('of an older site, without version, ticks and session, is read', () => {
		const old = { scenarios: { 22: { rating: 'shaky', ratedAt: NOW.toISOString() } } };
		expect(parseProgress(JSON.stringify(old))).toEqual({ progress: { version: 1, scenarios: old.scenarios, ticks: [] }, problems: [] });
	});

	test.each([
		['no JSON', '{"version":1,"scenarios":{"2', 'it is not JSON'],
		['empty', '', 'it is not JSON'],
		['another file', '{"name":"watermark"}', 'holds no progress'],
		['a list', '[]', 'holds no progress'],
		['null', 'null', 'holds no progress'],
		['of a newer version', file({ version: 2 }), 'newer version'],
		['too large', ' '.repeat(MAX_FILE + 1), 'too large'],
	])('%s is refused with a reason', (_, text, reason) => {
		expect(() => parseProgress(text)).toThrow(SyntaxError);
		expect(() => parseProgress(text)).toThrow(reason);
	});

	test.each<[string, object, (progress: Progress) => unknown, unknown, string]>([
		['an unknown rating', { scenarios: { 22: { rating: 'perfect', note: 'n' } } }, ({ scenarios }) => scenarios, { 22: { note: 'n' } }, 'scenario 22: unknown rating'],
		['a damaged schedule', { scenarios: { 22: { ...whole.scenarios[22], card: { ...card, stability: 'x' } } } }, ({ scenarios }) => scenarios[22]?.card, undefined, 'scenario 22: damaged schedule, due now'],
		['a schedule without end', { scenarios: { 22: { ...whole.scenarios[22], card: { ...card, due: 'soon' } } } }, ({ scenarios }) => scenarios[22]?.rating, 'known', 'scenario 22: damaged schedule, due now'],
		['a name for a number', { scenarios: { constructor: { rating: 'known' } } }, ({ scenarios }) => Object.keys(scenarios), [], 'scenario "constructor": not readable'],
		['a text for a scenario', { scenarios: { 22: 'known' } }, ({ scenarios }) => scenarios, {}, 'scenario "22": not readable'],
		['a tick that is none', { ticks: ['interview/week-1#1.3', '<img>', 7] }, ({ ticks }) => ticks, ['interview/week-1#1.3'], 'some ticked tasks: not readable'],
		['a set beyond its end', { session: { ...whole.session, at: 3 } }, ({ session }) => session, undefined, 'the set on its way: not readable'],
		['a set twice the same', { session: { ...whole.session, set: [22, 22] } }, ({ session }) => session, undefined, 'the set on its way: not readable'],
		['an endless set', { session: { ...whole.session, set: Array.from({ length: MAX_SET + 1 }, (_, i) => i + 1) } }, ({ session }) => session, undefined, 'the set on its way: not readable'],
	])('%s is left out, named, and takes nothing else with it', (_, change, part, expected, problem) => {
		const { progress, problems } = parseProgress(file(change));
		expect(part(progress)).toEqual(expected);
		expect(problems).toEqual([problem]);
		expect(progress.ticks).toEqual(['interview/week-1#1.3']);
	});

	test('does not reach the prototype', () => {
		parseProgress('{"scenarios":{"__proto__":{"rating":"known"},"7":{"rating":"known"}}}');
		expect(({} as { rating?: string }).rating).toBeUndefined();
	});

	test('a note has an end', () => {
		expect(parseProgress(file({ scenarios: { 22: { note: 'x'.repeat(MAX_NOTE + 5) } } })).progress.scenarios[22]?.note).toHaveLength(MAX_NOTE);
	});
});

describe('progress of two devices', () => {
	const at = (day: number) => `2026-11-${day}T10:00:00.000Z`;
	test('the later rating counts, on whichever device it was given', () => {
		const one: Progress = { ...emptyProgress(), scenarios: { 22: { rating: 'known', ratedAt: at(20), card } } };
		const two: Progress = { ...emptyProgress(), scenarios: { 22: { rating: 'unknown', ratedAt: at(21) }, 23: { rating: 'shaky', ratedAt: at(19) } } };
		expect(mergeProgress(one, two).scenarios).toEqual({ 22: { rating: 'unknown', ratedAt: at(21), card }, 23: { rating: 'shaky', ratedAt: at(19) } });
		expect(mergeProgress(two, one).scenarios[22]?.rating).toBe('unknown');
	});
	test('no note and no tick is lost', () => {
		const one: Progress = { ...emptyProgress(), scenarios: { 22: { note: 'mine' } }, ticks: ['a#1'] };
		const two: Progress = { ...emptyProgress(), scenarios: { 22: { note: 'theirs' } }, ticks: ['a#2', 'a#1'] };
		expect(mergeProgress(one, two)).toEqual({ version: 1, scenarios: { 22: { note: 'mine\n\ntheirs' } }, ticks: ['a#1', 'a#2'] });
	});
	test('reading the same file twice changes nothing', () => {
		expect(mergeProgress(whole, whole)).toEqual(whole);
	});
});

test('a change of one scenario leaves the others; with nothing left it goes', () => {
	const changed = withScenario(whole, 31, { note: '' });
	expect(Object.keys(changed.scenarios)).toEqual(['22']);
	expect(withScenario(changed, 22, { note: '' }).scenarios[22]).not.toHaveProperty('note');
	expect(withScenario(changed, 5, { rating: 'shaky' }).scenarios).toMatchObject({ 5: { rating: 'shaky' }, 22: { rating: 'known' } });
});

describe('spaced repetition', () => {
	const days = (from: Date, due: string) => Math.round((Date.parse(due) - from.getTime()) / 86_400_000);
	test('intervals grow with what is known, and start again with what is not', () => {
		let state = review(undefined, 'known', NOW);
		const intervals = [days(NOW, state.due)];
		for (let i = 0; i < 4; i++) {
			const now = new Date(state.due);
			state = review(state, 'known', now);
			intervals.push(days(now, state.due));
		}
		for (const [i, interval] of intervals.entries()) expect(interval).toBeGreaterThan(intervals[i - 1] ?? 0);
		const now = new Date(state.due);
		const forgotten = review(state, 'unknown', now);
		expect(days(now, forgotten.due)).toBeLessThan(intervals.at(-1) ?? 0);
		expect(days(now, forgotten.due)).toBeGreaterThanOrEqual(1);
	});
	test('shaky comes back before known, unknown before shaky', () => {
		const [known, shaky, unknown] = (['known', 'shaky', 'unknown'] as const).map((rating) => days(NOW, review(undefined, rating, NOW).due));
		expect(known).toBeGreaterThan(shaky as number);
		expect(shaky).toBeGreaterThanOrEqual(unknown as number);
		expect(unknown).toBeGreaterThanOrEqual(1);
	});
	test('survives the way through a file', () => {
		const stored = parseProgress(formatProgress(whole)).progress.scenarios[22]?.card;
		const later = new Date('2026-12-21T10:00:00.000Z');
		expect(review(stored, 'shaky', later)).toEqual(review(card, 'shaky', later));
	});
	test('the schedule has every rated scenario, the longest due first, a damaged one since it was rated', () => {
		const progress: Progress = { ...whole, scenarios: { ...whole.scenarios, 40: { rating: 'shaky', ratedAt: '2026-11-01T00:00:00.000Z' } } };
		expect(schedule(progress)).toEqual([
			{ number: 40, due: new Date('2026-11-01T00:00:00.000Z') },
			{ number: 22, due: new Date(card.due) },
		]);
	});
});
