import { AREA_IDS, type Area } from './areas.ts';

/** The list of all misbeliefs. */
export const MISBELIEFS_PATH = '/reference/misbeliefs/';

/** The misbeliefs of one area, with what is true. */
export const misbeliefsPath = (area: Area): string => `${MISBELIEFS_PATH}${area}/`;

/** Draws a set of scenarios and leads through it. */
export const PRACTICE_PATH = '/practice/';

/** Data for the pages of practice: every scenario, and with its answer. */
export const SCENARIO_LIST_PATH = '/practice/scenarios.json';
export const SCENARIO_ANSWERS_PATH = '/practice/answers.json';

/** What is due again, and the reader's own data. */
export const REVIEW_PATH = '/review/';

/** Addresses that no content file stands behind. */
export const GENERATED_PATHS: readonly string[] = [
	'/scenarios/',
	'/search/',
	'/lab/',
	PRACTICE_PATH,
	REVIEW_PATH,
	'/reference/glossary/',
	MISBELIEFS_PATH,
	...AREA_IDS.map(misbeliefsPath),
	'/reference/sources/',
];

/** The short link of a scenario: question first. */
export const shortPath = (number: number): string => `/s/${number}/`;
