/** Queries that show what the search understands; a test runs every one. */
export const SEARCH_EXAMPLES: readonly { what: string; queries: readonly string[] }[] = [
	{ what: 'an abbreviation', queries: ['SMJ', 'EOS', 'SCD2'] },
	{ what: 'a configuration key or a sign, whole or in part', queries: ['spark.sql.adaptive', '<=>'] },
	{ what: 'a symptom', queries: ['why is one task stuck at 99%'] },
	{ what: 'a word with a slip in it', queries: ['watermrk'] },
	{ what: 'the number of a scenario', queries: ['23'] },
];
