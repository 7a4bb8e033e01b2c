/** When a rated scenario is shown again. Apart from `review.ts`, so that reading what is stored does not load the algorithm. */

/** State of one scenario in FSRS, as `ts-fsrs` has it, with instants as ISO 8601. Stability and the two numbers of days are in days. */
export interface StoredCard {
	due: string;
	stability: number;
	difficulty: number;
	elapsed_days: number;
	scheduled_days: number;
	learning_steps: number;
	reps: number;
	lapses: number;
	state: number;
	last_review?: string;
}

const NUMBERS = ['stability', 'difficulty', 'elapsed_days', 'scheduled_days', 'learning_steps', 'reps', 'lapses', 'state'] as const;
const instant = (value: unknown): string | undefined => (typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? new Date(value).toISOString() : undefined);

/** A stored state, or undefined where it is damaged. */
export function readCard(value: unknown): StoredCard | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const fields = value as Record<string, unknown>;
	const due = instant(fields['due']);
	const lastReview = instant(fields['last_review']);
	if (!due || !NUMBERS.every((name) => Number.isFinite(fields[name]) && Number(fields[name]) >= 0) || Number(fields['state']) > 3) return undefined;
	const numbers = Object.fromEntries(NUMBERS.map((name) => [name, Number(fields[name])])) as Record<(typeof NUMBERS)[number], number>;
	return { due, ...numbers, ...(lastReview ? { last_review: lastReview } : {}) };
}
