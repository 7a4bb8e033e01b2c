/** Spaced repetition: FSRS (Free Spaced Repetition Scheduler) by `ts-fsrs`, in whole days. */
import { createEmptyCard, fsrs, Rating as Grade, type Card, type Grade as GradeValue } from 'ts-fsrs';
import type { Rating } from './rating.ts';
import type { StoredCard } from './schedule.ts';

// No steps of minutes: who rates a question unknown reads its answer, and is asked again tomorrow at the earliest.
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false });
const GRADES: Record<Rating, GradeValue> = { known: Grade.Good, shaky: Grade.Hard, unknown: Grade.Again };

const toCard = ({ due, last_review, ...rest }: StoredCard): Card => ({ ...rest, due: new Date(due), ...(last_review ? { last_review: new Date(last_review) } : {}) });

/** State of a scenario after a rating. */
export function review(card: StoredCard | undefined, rating: Rating, now: Date): StoredCard {
	const { card: next } = scheduler.next(card ? toCard(card) : createEmptyCard(now), now, GRADES[rating]);
	const { due, last_review, ...rest } = next;
	return { ...rest, due: due.toISOString(), ...(last_review ? { last_review: last_review.toISOString() } : {}) };
}
