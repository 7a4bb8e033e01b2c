/** A set of questions: drawn by filter and length, sent as a link, practiced one by one. */
import type { CatalogueItem } from '../catalogue.ts';
import { MAX_SET, type Progress, type Session } from './progress.ts';
import type { Rating } from './rating.ts';

/** What the pages of practice know of a scenario. */
export interface PracticeItem extends CatalogueItem {
	/** To answer aloud, follow-ups included. */
	minutes: number;
}

export interface Wish {
	/** Questions at most. */
	count: number;
	/** Minutes that all answers together may take; 0 for any. */
	minutes: number;
}

/** Least known first: what was never tried or is due before what sits. */
function rank({ number }: PracticeItem, { scenarios }: Progress, now: Date): number {
	const { rating, card } = scenarios[number] ?? {};
	if (!rating) return 1;
	return new Date(card?.due ?? 0) <= now ? 0 : 2;
}

/**
 * Draws a set: due questions first, then new ones, then the others, each group in random order; a question that no longer fits into the
 * minutes is passed over. The set is then mixed.
 * @param random a number from 0 (inclusive) to 1 (exclusive), as `Math.random`.
 */
export function drawSet(items: PracticeItem[], wish: Wish, progress: Progress, now: Date, random: () => number = Math.random): PracticeItem[] {
	const drawn: PracticeItem[] = [];
	let minutes = 0;
	const shuffled = shuffle(items, random);
	for (const wanted of [0, 1, 2])
		for (const item of shuffled) {
			if (rank(item, progress, now) !== wanted) continue;
			if (drawn.length >= Math.min(wish.count, MAX_SET)) return shuffle(drawn, random);
			if (wish.minutes && minutes + item.minutes > wish.minutes) continue;
			drawn.push(item);
			minutes += item.minutes;
		}
	return shuffle(drawn, random);
}

function shuffle<T>(items: T[], random: () => number): T[] {
	const mixed = [...items];
	for (let i = mixed.length - 1; i > 0; i--) {
		const j = Math.floor(random() * (i + 1));
		[mixed[i], mixed[j]] = [mixed[j] as T, mixed[i] as T];
	}
	return mixed;
}

/** The part of an address that names a set: `#set=22.31.45`, with `&timer=off` where the clock is off. */
export const formatSet = (set: number[], timer: boolean): string => `#set=${set.join('.')}${timer ? '' : '&timer=off'}`;

/** Reads the fragment of an address; undefined where it names no set. */
export function parseSet(fragment: string): { set: number[]; timer: boolean } | undefined {
	const params = new URLSearchParams(fragment.replace(/^#/, ''));
	const text = params.get('set') ?? '';
	if (!/^[1-9]\d{0,4}(\.[1-9]\d{0,4})*$/.test(text)) return undefined;
	const set = [...new Set(text.split('.').map(Number))];
	return set.length <= MAX_SET ? { set, timer: params.get('timer') !== 'off' } : undefined;
}

export const startSession = (set: number[], timer: boolean, now: Date): Session => ({ set, at: 0, timer, startedAt: now.toISOString(), seconds: {}, ratings: {} });

export const isFinished = ({ set, at }: Session): boolean => at >= set.length;

/** The session with a question open that belongs to it; unchanged for any other. */
export function openQuestion(session: Session, number: number): Session {
	const at = session.set.indexOf(number);
	return at < 0 ? session : { ...session, at };
}

export const rateQuestion = (session: Session, number: number, rating: Rating): Session =>
	session.set.includes(number) ? { ...session, ratings: { ...session.ratings, [number]: rating } } : session;

export const addSeconds = (session: Session, number: number, seconds: number): Session =>
	session.set.includes(number) ? { ...session, seconds: { ...session.seconds, [number]: (session.seconds[number] ?? 0) + seconds } } : session;

/** `7:05`, `1:02:09`. */
export function formatTime(seconds: number): string {
	const whole = Math.max(0, Math.floor(seconds));
	const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
	const pad = (value: number) => String(value).padStart(2, '0');
	return hours ? `${hours}:${pad(minutes)}:${pad(rest)}` : `${minutes}:${pad(rest)}`;
}
