import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { glossaryFields, pageFields, redirectsFields, scenarioFields, sourcesFields, vocabularyFields } from '../../src/lib/content-model.ts';
import { DIFFICULTIES, KINDS } from '../../src/lib/kinds.ts';

const link = { title: 'Documentation', url: 'https://spark.apache.org/' };
const page = { title: 'T', description: 'D' };
const misbelief = { id: 'a-b', said: 'S', truth: 'T', since: 'Spark 4', source: link };
const scenario = {
	...page,
	number: 22,
	question: 'Why is this join so slow?',
	difficulty: 'easy',
	kind: 'design',
	minutes: 10,
	topics: ['shuffle'],
	tech: ['spark'],
	checked: { date: '2026-11-21', versions: ['Spark 4.1'] },
	references: [link],
};
const x = (length: number) => 'x'.repeat(length);

/** `path message` of each problem, or nothing where the value holds. */
const issues = (schema: z.ZodType, value: unknown) =>
	(schema.safeParse(value).error?.issues ?? []).map(({ path, message }) => `${path.join('.')} ${message}`);

describe('fields of a page', () => {
	test('title and description are enough, the lists are then empty', () => {
		expect(pageFields.parse(page)).toEqual({ ...page, topics: [], tech: [], requires: [], related: [], sources: [], references: [], misbeliefs: [] });
	});

	test.each<[string, object]>([
		['a title of 70 characters', { title: x(70) }],
		['a description of 160', { description: x(160) }],
		['ids', { topics: ['shuffle', 'z-order', 'scd2'] }],
		['page ids', { requires: ['spark', 'spark/data-skew'], related: ['scenarios/petabyte-join'] }],
		['units', { sources: ['m-001', 'dm-014'] }],
		['a date as text', { checked: { date: '2026-11-21', versions: [] } }],
		['a misbelief with topics', { misbeliefs: [{ ...misbelief, topics: ['shuffle'] }] }],
		['the sidebar', { sidebar: { order: 20, label: 'L', hidden: true } }],
		['the template', { template: 'splash', tableOfContents: false }],
	])('%s: holds', (_, fields) => {
		expect(issues(pageFields, { ...page, ...fields })).toEqual([]);
	});

	test('a date that YAML has read as one becomes text', () => {
		expect(pageFields.parse({ ...page, checked: { date: new Date('2026-11-21'), versions: [] } }).checked?.date).toBe('2026-11-21');
	});

	test.each<[string, object, string]>([
		['no title', { title: '' }, 'title '],
		['a title of 71 characters', { title: x(71) }, 'title expected at most 70 characters'],
		['no description', { description: '' }, 'description '],
		['a description of 161', { description: x(161) }, 'description expected at most 160 characters'],
		['capitals in an id', { topics: ['Shuffle'] }, 'topics.0 expected lower-case words joined by hyphens'],
		['a hyphen at the end of an id', { tech: ['spark-'] }, 'tech.0 expected lower-case words joined by hyphens'],
		['a topic twice', { topics: ['a', 'a'] }, 'topics expected each entry once'],
		['an address for a page id', { requires: ['/spark/'] }, 'requires.0 expected a page id such as spark/data-skew'],
		['a page id out of the tree', { related: ['../x'] }, 'related.0 expected a page id such as spark/data-skew'],
		['a unit without three digits', { sources: ['m-1'] }, 'sources.0 expected a unit id such as dm-014'],
		['a date the other way round', { checked: { date: '21.11.2026', versions: [] } }, 'checked.date expected a date such as 2026-11-21'],
		['a reference without scheme', { references: [{ ...link, url: 'spark.apache.org' }] }, 'references.0.url expected a full http or https address'],
		['a reference that would run', { references: [{ ...link, url: 'javascript:alert(1)' }] }, 'references.0.url expected a full http or https address'],
		['a misbelief’s source that would run', { misbeliefs: [{ ...misbelief, source: { ...link, url: 'data:text/html,x' } }] }, 'misbeliefs.0.source.url expected a full http or https address'],
		['a misbelief without truth', { misbeliefs: [{ ...misbelief, truth: '' }] }, 'misbeliefs.0.truth '],
		['a misbelief without source', { misbeliefs: [{ ...misbelief, source: undefined }] }, 'misbeliefs.0.source '],
		['an unknown key of a reference', { references: [{ ...link, note: 'x' }] }, 'references.0 Unrecognized key: "note"'],
		['an unknown key', { titel: 'x' }, ' Unrecognized key: "titel"'],
		['a field of scenarios', { number: 22 }, ' Unrecognized key: "number"'],
		['an unknown template', { template: 'wide' }, 'template '],
	])('%s: does not', (_, fields, problem) => {
		const found = issues(pageFields, { ...page, ...fields });
		expect(found).toHaveLength(1);
		expect(found[0]).toContain(problem);
	});
});

describe('fields of a scenario', () => {
	test('all together hold', () => {
		expect(issues(scenarioFields, scenario)).toEqual([]);
	});

	test.each(['number', 'question', 'difficulty', 'kind', 'minutes', 'topics', 'tech', 'checked', 'references'])('%s is required', (key) => {
		const found = issues(scenarioFields, { ...scenario, [key]: undefined });
		expect(found).toHaveLength(1);
		expect(found[0]).toMatch(new RegExp(`^${key} `));
	});

	test.each<[string, object, string]>([
		['0 as number', { number: 0 }, 'number '],
		['half a number', { number: 22.5 }, 'number '],
		['a number in quotes', { number: '22' }, 'number '],
		['a question of 19 characters', { question: x(19) }, 'question expected a whole question'],
		['another difficulty', { difficulty: 'insane' }, 'difficulty '],
		['another kind', { kind: 'trivia' }, 'kind '],
		['no minutes', { minutes: 0 }, 'minutes '],
		['more than two hours', { minutes: 121 }, 'minutes '],
		['no topics', { topics: [] }, 'topics expected at least one topic'],
		['no technology', { tech: [] }, 'tech expected at least one technology'],
		['no reference', { references: [] }, 'references expected at least one primary reference'],
		['no version', { checked: { date: '2026-11-21' } }, 'checked.versions '],
	])('%s: does not', (_, fields, problem) => {
		const found = issues(scenarioFields, { ...scenario, ...fields });
		expect(found).toHaveLength(1);
		expect(found[0]).toContain(problem);
	});

	test('a story about people needs no technology', () => {
		expect(issues(scenarioFields, { ...scenario, kind: 'behavioural', tech: [] })).toEqual([]);
	});

	test('every difficulty and every kind holds', () => {
		for (const difficulty of DIFFICULTIES) expect(issues(scenarioFields, { ...scenario, difficulty })).toEqual([]);
		for (const kind of KINDS) expect(issues(scenarioFields, { ...scenario, kind })).toEqual([]);
	});

	test('the limits themselves hold', () => {
		expect(issues(scenarioFields, { ...scenario, number: 1, minutes: 1, question: x(20) })).toEqual([]);
		expect(issues(scenarioFields, { ...scenario, minutes: 120 })).toEqual([]);
	});
});

describe('data files', () => {
	const entry = { id: 'shuffle', label: 'Shuffle', gloss: 'G' };
	const topic = { ...entry, area: 'spark' };
	const term = { id: 'executor', term: 'executor', definition: 'D' };

	test.each<[string, z.ZodType, unknown]>([
		['vocabulary', vocabularyFields, { topics: [{ ...topic, gloss: x(160), aliases: ['exchange'], page: 'spark/shuffle', linked: false }], tech: [] }],
		['glossary', glossaryFields, [{ ...term, definition: x(240), aliases: ['executors'], see: ['shuffle'], linked: false }]],
		['sources', sourcesFields, [{ id: 'm-001', document: 'medium', lines: '1-9', title: 'T' }]],
		['redirects', redirectsFields, [{ from: '/spark/old/', to: '/' }]],
	])('%s: holds', (_, schema, value) => {
		expect(issues(schema, value)).toEqual([]);
	});

	test.each<[string, z.ZodType, unknown, string]>([
		['no technologies', vocabularyFields, { topics: [] }, 'tech '],
		['a gloss of 161 characters', vocabularyFields, { topics: [{ ...topic, gloss: x(161) }], tech: [] }, 'topics.0.gloss expected at most 160 characters'],
		['a topic of no area', vocabularyFields, { topics: [entry], tech: [] }, 'topics.0.area '],
		['an alias twice', vocabularyFields, { topics: [{ ...topic, aliases: ['a', 'a'] }], tech: [] }, 'topics.0.aliases expected each entry once'],
		['a definition of 241 characters', glossaryFields, [{ ...term, definition: x(241) }], '0.definition expected at most 240 characters'],
		['a page for a glossary term', glossaryFields, [{ ...term, page: 'spark' }], '0 Unrecognized key: "page"'],
		['a unit without title', sourcesFields, [{ id: 'm-001', document: 'medium', lines: '1-9', title: '' }], '0.title '],
		['lines as a number', sourcesFields, [{ id: 'm-001', document: 'medium', lines: 5, title: 'T' }], '0.lines '],
		['a redirect without a slash at the end', redirectsFields, [{ from: '/spark/old', to: '/' }], '0.from expected a path such as /spark/old-name/'],
		['a redirect to another host', redirectsFields, [{ from: '/spark/old/', to: '//evil.example/' }], '0.to expected a path such as /spark/old-name/'],
	])('%s: does not', (_, schema, value, problem) => {
		const found = issues(schema, value);
		expect(found).toHaveLength(1);
		expect(found[0]).toContain(problem);
	});
});
