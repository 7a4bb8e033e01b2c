/** Addresses that no content file stands behind. */
export const GENERATED_PATHS = [
	'/scenarios/',
	'/search/',
	'/lab/',
	'/reference/glossary/',
	'/reference/misbeliefs/',
	'/reference/sources/',
] as const;

/** The short link of a scenario: question first. */
export const shortPath = (number: number): string => `/s/${number}/`;
