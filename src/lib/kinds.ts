/** How scenarios are classified. Apart from the schema, so that a page's script can use it without the validator. */
export const DIFFICULTIES = ['easy', 'medium', 'hard'] as const;
export const KINDS = [
	'incident',
	'debugging',
	'optimization',
	'internals',
	'design',
	'modeling',
	'quality',
	'trade-off',
	'coding',
	'behavioural',
] as const;

export type Difficulty = (typeof DIFFICULTIES)[number];
export type Kind = (typeof KINDS)[number];
