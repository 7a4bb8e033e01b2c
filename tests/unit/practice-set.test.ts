import { describe, expect, test } from 'vitest';
import { addSeconds, drawSet, formatSet, formatTime, isFinished, openQuestion, parseSet, rateQuestion, startSession, type PracticeItem } from '../../src/lib/practice/practice-set.ts';
import { emptyProgress, MAX_SET, type Progress } from '../../src/lib/practice/progress.ts';
import { review } from '../../src/lib/practice/review.ts';

const NOW = new Date('2026-11-21T10:00:00.000Z');
const item = (number: number, minutes = 10): PracticeItem => ({ number, path: `/scenarios/${number}/`, title: `Scenario ${number}`, difficulty: 'medium', kind: 'design', tech: [], topics: [], minutes });
const items = Array.from({ length: 20 }, (_, i) => item(i + 1));
const numbers = (set: PracticeItem[]) => set.map(({ number }) => number);

/** A generator with a period long enough here, so that a failing draw can be drawn again. */
function seeded(seed: number) {
	let state = seed;
	return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

describe('drawing a set', () => {
	test('holds as many as wished, none twice', () => {
		for (let seed = 1; seed < 50; seed++) {
			const set = numbers(drawSet(items, { count: 5, minutes: 0 }, emptyProgress(), NOW, seeded(seed)));
			expect(new Set(set).size).toBe(5);
		}
	});
	test('differs from draw to draw', () => {
		const draws = Array.from({ length: 20 }, (_, seed) => numbers(drawSet(items, { count: 5, minutes: 0 }, emptyProgress(), NOW, seeded(seed + 1))).join());
		expect(new Set(draws).size).toBeGreaterThan(15);
	});
	test('stays within the minutes and passes over what is too long', () => {
		const mixed = [item(1, 40), item(2, 20), item(3, 20), item(4, 5)];
		for (let seed = 1; seed < 50; seed++) {
			const set = drawSet(mixed, { count: 4, minutes: 45 }, emptyProgress(), NOW, seeded(seed));
			expect(set.reduce((sum, { minutes }) => sum + minutes, 0)).toBeLessThanOrEqual(45);
			expect(set.length).toBeGreaterThan(1);
		}
	});
	test('takes what is due first, then what is new, then the rest', () => {
		const rated = (at: string) => ({ rating: 'known' as const, ratedAt: at, card: review(undefined, 'known', new Date(at)) });
		const progress: Progress = { ...emptyProgress(), scenarios: { 7: rated('2026-01-01T00:00:00.000Z'), 8: rated('2026-11-21T09:00:00.000Z') } };
		const some = items.slice(5, 8);
		expect(numbers(drawSet(some, { count: 1, minutes: 0 }, progress, NOW, seeded(3)))).toEqual([7]);
		expect(numbers(drawSet(some, { count: 2, minutes: 0 }, progress, NOW, seeded(3))).sort()).toEqual([6, 7]);
		expect(numbers(drawSet(some, { count: 9, minutes: 0 }, progress, NOW, seeded(3))).sort()).toEqual([6, 7, 8]);
	});
	test('of nothing is empty, and no set is endless', () => {
		expect(drawSet([], { count: 5, minutes: 0 }, emptyProgress(), NOW)).toEqual([]);
		const many = Array.from({ length: MAX_SET + 20 }, (_, i) => item(i + 1));
		expect(drawSet(many, { count: 1000, minutes: 0 }, emptyProgress(), NOW)).toHaveLength(MAX_SET);
	});
});

describe('the link of a set', () => {
	test('names the same questions in the same order', () => {
		expect(formatSet([31, 22, 5], true)).toBe('#set=31.22.5');
		expect(parseSet('#set=31.22.5')).toEqual({ set: [31, 22, 5], timer: true });
		expect(parseSet(formatSet([31, 22], false))).toEqual({ set: [31, 22], timer: false });
	});
	test('a question named twice is asked once', () => {
		expect(parseSet('#set=5.5.6')?.set).toEqual([5, 6]);
	});
	test.each(['', '#', '#set=', '#set=0', '#set=1,2', '#set=a', '#set=1.', '#set=<script>', '#set=1e3', '#set=-1', `#set=${Array.from({ length: MAX_SET + 1 }, (_, i) => i + 1).join('.')}`, '#%E0%A4%A'])('%j names none', (fragment) => {
		expect(parseSet(fragment)).toBeUndefined();
	});
});

test('a session goes from question to question and knows what was said', () => {
	let session = startSession([31, 22], true, NOW);
	session = addSeconds(addSeconds(rateQuestion(session, 31, 'shaky'), 31, 60), 31, 15);
	expect(session).toMatchObject({ at: 0, ratings: { 31: 'shaky' }, seconds: { 31: 75 } });
	expect(openQuestion(session, 22).at).toBe(1);
	expect(openQuestion(session, 99)).toBe(session);
	expect(rateQuestion(session, 99, 'known')).toBe(session);
	expect(addSeconds(session, 99, 5)).toBe(session);
	expect(isFinished(session)).toBe(false);
	expect(isFinished({ ...session, at: 2 })).toBe(true);
});

test.each([
	[0, '0:00'],
	[65.9, '1:05'],
	[3600, '1:00:00'],
	[3729, '1:02:09'],
	[-5, '0:00'],
])('%d seconds read %s', (seconds, text) => {
	expect(formatTime(seconds)).toBe(text);
});
