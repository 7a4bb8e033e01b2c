import { describe, expect, it } from 'vitest';
import { dialectMarks } from '../../../../scripts/normalize/repair-code/dialect.ts';
import { likelyLanguages, namedLanguage } from '../../../../scripts/normalize/repair-code/language.ts';

describe('namedLanguage', () => {
	it.each([
		['Python', { lang: 'python' }],
		['py', { lang: 'python' }],
		['pyspark', { lang: 'python' }],
		['yml', { lang: 'yaml' }],
		['postgresql', { lang: 'sql', dialect: 'postgres' }],
		['snowflake', { lang: 'sql', dialect: 'snowflake' }],
		['plaintext', { lang: 'text' }],
		['rust', { lang: 'rust' }],
	])('%s', (name, expected) => {
		expect(namedLanguage(name)).toEqual(expected);
	});

	it.each([undefined, '', '../x', 'a b', '<b>', '`'])('gives nothing for %j', (name) => {
		expect(namedLanguage(name)).toBeUndefined();
	});
});

describe('likelyLanguages', () => {
	it.each([
		['from ferry import rides\nfor ride in rides:\nsend(ride)', 'python'],
		['SELECT fare\nFROM rides\nWHERE fare > 3', 'sql'],
		['val rides = spark.table("rides")\nobject Ferry extends App', 'scala'],
		['private final int seats;\npublic void board(Ride ride) {\nseats--;\n}', 'java'],
		['- name: ferry\n  image: ferry:3', 'yaml'],
		['docker compose up -d\ncurl localhost:8080', 'bash'],
		['spark.sql.adaptive.enabled=true', 'properties'],
		['== Parsed Logical Plan ==\n+- Project [a#1]', 'text'],
	])('%j', (code, lang) => {
		expect(likelyLanguages(code)[0]?.lang).toBe(lang);
	});

	it.each(['', 'Nothing but words here', '1 2 3'])('names none for %j', (code) => {
		expect(likelyLanguages(code)).toEqual([]);
	});
});

describe('dialectMarks', () => {
	it('counts a comment that names the engine of what follows more than a mention', () => {
		expect(dialectMarks('-- BigQuery: partitions\nSELECT 1').scores.get('bigquery')).toBe(3);
		expect(dialectMarks('-- unlike in BigQuery\nSELECT 1').scores.get('bigquery')).toBe(1.5);
	});

	it('does not count marks in comments', () => {
		expect([...dialectMarks('-- AUTO_INCREMENT\nSELECT 1').scores]).toEqual([]);
	});
});
