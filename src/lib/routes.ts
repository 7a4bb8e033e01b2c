import { AREA_IDS, type Area } from './areas.ts';

/** The list of all misbeliefs. */
export const MISBELIEFS_PATH = '/reference/misbeliefs/';

/** The misbeliefs of one area, with what is true. */
export const misbeliefsPath = (area: Area): string => `${MISBELIEFS_PATH}${area}/`;

/** Addresses that no content file stands behind. */
export const GENERATED_PATHS: readonly string[] = [
	'/scenarios/',
	'/search/',
	'/lab/',
	'/reference/glossary/',
	MISBELIEFS_PATH,
	...AREA_IDS.map(misbeliefsPath),
	'/reference/sources/',
];

/** The short link of a scenario: question first. */
export const shortPath = (number: number): string => `/s/${number}/`;
