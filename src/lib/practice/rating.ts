/** How well a reader knew an answer, by their own judgment. */
export const RATINGS = ['known', 'shaky', 'unknown'] as const;
export type Rating = (typeof RATINGS)[number];
export const isRating = (value: unknown): value is Rating => (RATINGS as readonly unknown[]).includes(value);
