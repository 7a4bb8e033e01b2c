import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DUPLICATE, duplicatesOf } from '../../../../scripts/normalize/site/duplicates.ts';
import type { Block } from '../../../../scripts/normalize/model.ts';
import { siteIndex, type SiteIndex } from '../../../../scripts/normalize/site/site-index.ts';
import { kindOf, minutesOf, partFor, vocabularyOf } from '../../../../scripts/normalize/site/vocabulary.ts';

const BACKFILL = `A backfill computes old days again. Run it in partitions of one day, oldest first, and write each partition over the old one.

## Throttling

Limit how many days run at once, or the backfill takes the cluster from the daily load. A pool of four slots is a start.

\`\`\`text
## no heading
\`\`\`
`;
const page = (title: string, more: string, body: string) => `---\ntitle: ${title}\ndescription: D\n${more}---\n\n${body}\n`;
const FILES: Record<string, string> = {
	'batch/backfills.mdx': page('Backfills', 'topics: [backfill]\ntech: [airflow]\n', BACKFILL),
	'batch/late-files.mdx': page(
		'Late files', 'topics: [late-data]\n',
		'Files that come after the load are picked up by the next one. Keep a list of what was read.\n\n## Cut-off\n\nClose the day after six hours.',
	),
	'streaming/windows.mdx': page(
		'Windows', 'topics: [late-data]\ntech: [flink]\n',
		'A window closes when the watermark passes its end. Events behind it are late and go to a side output.',
	),
	'scenarios/doubled-rows.mdx': page(
		'Doubled rows', 'number: 3\nquestion: Why did the rows double?\n',
		'A retry appended the same batch again.\n\n## Answer\n\nMake the load idempotent.',
	),
	'batch/a-draft.mdx': page('A draft', 'draft: true\nnumber: 9\n', 'Not yet read.'),
	'reference/index.mdx': page('Reference', '', `${BACKFILL}`),
	'broken.mdx': '---\ntitle: [\n---\nText.\n',
	'_data/vocabulary.yaml': `topics:
  - { id: backfill, area: batch, label: Backfill, aliases: [backfills], gloss: G }
  - { id: late-data, area: streaming, label: Late data, aliases: [late events, LD], gloss: G }
  - { id: windows, area: streaming, label: Time windows, gloss: G }
tech:
  - { id: airflow, label: Apache Airflow, aliases: [Airflow], gloss: G }
  - { id: flink, label: Apache Flink, aliases: [Flink], gloss: G }
  - { id: delta-lake, label: Delta Lake, gloss: G }
`,
};

let dir: string;
let index: SiteIndex;
beforeAll(() => {
	dir = mkdtempSync(join(tmpdir(), 'site-index-'));
	for (const [name, text] of Object.entries(FILES)) {
		mkdirSync(dirname(join(dir, name)), { recursive: true });
		writeFileSync(join(dir, name), text);
	}
	index = siteIndex(dir);
});
afterAll(() => rmSync(dir, { recursive: true }));

test('holds every published page, broken ones too', () => {
	expect(index.pages.map(({ id }) => id)).toEqual([
		'batch/backfills', 'batch/late-files', 'broken', 'reference', 'scenarios/doubled-rows', 'streaming/windows',
	]);
});

test('knows headings with their anchors, none from code', () => {
	expect(index.byId.get('batch/backfills')?.headings).toEqual([{ text: 'Throttling', slug: 'throttling' }]);
});

test('has vectors of length one', () => {
	for (const { vector } of index.pages) expect([...vector.values()].reduce((sum, weight) => sum + weight * weight, 0)).toBeCloseTo(1);
});

test('finds terms as whole names, abbreviations as written', () => {
	const found = (text: string) => index.findTerms(text).map(({ value, start, end }) => `${value.id}:${text.slice(start, end)}`);
	expect(found('Backfills, late events and apache airflow.')).toEqual(['backfill:Backfills', 'late-data:late events', 'airflow:apache airflow']);
	expect(found('LD and ld; backfilled; Airflows')).toEqual(['late-data:LD', 'airflow:Airflows']);
	expect(found('of late. Data came')).toEqual([]);
});

describe('near duplicates', () => {
	test('a page in other words is first, with its section', () => {
		const text = 'Limit how many of the old days run at once: a pool with slots keeps the cluster free for the daily load.';
		const [first] = duplicatesOf({ title: 'Running a backfill', headings: [], text }, index);
		expect(first?.page).toBe('batch/backfills');
		expect(first?.heading).toEqual({ text: 'Throttling', slug: 'throttling' });
	});
	test('a copy is a duplicate', () => {
		const [first, second] = duplicatesOf({ title: 'Something else', headings: [], text: BACKFILL }, index);
		expect(first?.page).toBe('batch/backfills');
		expect(first?.similarity).toBeGreaterThan(0.9);
		expect(second?.similarity ?? 0).toBeLessThan(DUPLICATE);
	});
	test('indexes and reference pages are none', () => {
		expect(duplicatesOf({ title: 'Reference', headings: [], text: BACKFILL }, index).map((found) => found.page)).not.toContain('reference');
	});
	test('a text about nothing here has none', () => {
		const found = duplicatesOf({ title: 'Tomatoes', headings: [], text: 'Water the seedlings in the morning.' }, index);
		expect(found.filter(({ similarity }) => similarity >= DUPLICATE)).toEqual([]);
		expect(duplicatesOf({ title: '', headings: [], text: '' }, index)).toEqual([]);
	});
	test('a long text finds the page it repeats a word of', () => {
		const text = 'backfill '.repeat(50_000) + 'x'.repeat(200_000);
		expect(duplicatesOf({ title: '', headings: [], text }, index)[0]?.page).toBe('batch/backfills');
	});
});

describe('vocabulary', () => {
	test('the title weighs more than the text', () => {
		expect(vocabularyOf({ title: 'Late data', headings: ['Backfill'], text: 'Time windows close. Flink and Airflow.' }, index)).toEqual({
			topics: ['late-data', 'backfill', 'windows'],
			tech: ['airflow', 'flink'],
			notes: [],
		});
	});
	test('technologies that the document names come first; unknown ones are noted', () => {
		const { tech, notes } = vocabularyOf({ title: 'T', headings: [], text: 'Airflow runs it.', techNames: ['Delta', 'Flink', 'Frobnicator'], line: 12 }, index);
		expect(tech).toEqual(['delta-lake', 'flink', 'airflow']);
		expect(notes).toEqual([{ stage: 'segment', line: 12, kind: 'uncertain', what: 'technology not in the vocabulary', reason: 'Frobnicator', confidence: 0.5 }]);
	});
	test('a page that says the same votes', () => {
		const similar = [{ page: 'streaming/windows', similarity: 0.9 }];
		expect(vocabularyOf({ title: 'T', headings: [], text: 'Nothing named.' }, index, similar)).toMatchObject({ topics: ['late-data'], tech: ['flink'] });
		expect(vocabularyOf({ title: 'T', headings: [], text: 'Nothing named.' }, index)).toEqual({ topics: [], tech: [], notes: [] });
	});
});

test.each([
	['Incident: the load is late', undefined, 'incident', 0.95],
	['Design: a cache', undefined, 'design', 0.95],
	['A cache for lookups', 'Design a cache in front of the lookup table.', 'design', 0.75],
	['A late project', 'Tell me about a time you missed a date.', 'behavioural', 0.8],
	['Parquet or Avro', 'When would you choose Avro?', 'trade-off', 0.65],
	['Footers', 'Reading is internal.', 'internals', 0.3],
])('kind of "%s" (%s) is %s', (title, question, kind, confidence) => {
	expect(kindOf({ title, ...(question !== undefined && { question }) })).toEqual({ kind, confidence });
});

test('a schema and code make a coding task', () => {
	const line = { line: 1, end: 1 };
	const schema = { kind: 'heading', ...line, depth: 2, text: 'Schema', confidence: 1 } as const;
	const code: Block = { kind: 'code', ...line, lines: [], indent: 0, fenced: true };
	expect(kindOf({ title: 'Repeat buyers', blocks: [schema, code] }).kind).toBe('coding');
	expect(kindOf({ title: 'Repeat buyers', blocks: [schema] }).kind).toBe('internals');
});

test('minutes follow the difficulty', () => expect((['easy', 'medium', 'hard'] as const).map(minutesOf)).toEqual([7, 12, 20]));

describe('folder of a topic', () => {
	test('is the one asked for, where the site has it', () => {
		expect(partFor({ title: 'Windows', chapter: 'Streaming' }, [], 'sql')).toEqual({ part: 'sql', notes: [] });
		expect(partFor({ title: 'Windows', chapter: 'Streaming processing' }, [], '../etc').part).toBe('streaming');
		expect(partFor({ title: 'Windows', chapter: 'Streaming processing' }, [], 'constructor').part).toBe('streaming');
	});
	test('follows the chapter, and similar pages', () => {
		expect(partFor({ title: 'Catalyst', chapter: 'Spark internals' })).toEqual({ part: 'spark', notes: [] });
		expect(partFor({ title: 'Cut-offs' }, [{ page: 'batch/late-files', similarity: 0.95 }])).toEqual({ part: 'batch', notes: [] });
	});
	test('is noted where nothing speaks for it', () => {
		expect(partFor({ title: 'Odds and ends', line: 8 }).notes).toMatchObject([{ line: 8, what: 'folder guessed', confidence: 0.1 }]);
	});
});
