/** Small content trees on disk, for tests of what reads a folder. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

const DATA = {
	'_data/vocabulary.yaml': `topics:
  - id: shuffle
    area: spark
    label: Shuffle
    gloss: Moving rows between executors.
  - id: bucketing
    area: spark
    label: Bucketing
    gloss: Hashing rows into files at write time.
tech:
  - { id: spark, label: Apache Spark, gloss: An engine. }
`,
	'_data/glossary.yaml': `- id: executor
  term: executor
  aliases: [executors]
  definition: A process that runs tasks.
  see: [shuffle]
`,
	'_data/sources.yaml': '- { id: m-001, document: medium, lines: "1-9", title: A unit }\n',
	'_data/redirects.yaml': '[]\n',
};

/** Writes a tree that lasts as long as the test. Files given replace those of the same name; the data files are there anyway. */
export function contentTree(files: Record<string, string | Uint8Array>): string {
	const dir = mkdtempSync(join(tmpdir(), 'content-'));
	onTestFinished(() => rmSync(dir, { recursive: true }));
	for (const [name, text] of Object.entries({ ...DATA, ...files })) {
		mkdirSync(dirname(join(dir, name)), { recursive: true });
		writeFileSync(join(dir, name), text);
	}
	return dir;
}

/** A page that holds. `head` is further YAML, from line 4 of the file; the body begins behind it. */
export const page = (head = '', body = '## Idea\n\nText.\n'): string => `---\ntitle: A page\ndescription: What it says.\n${head}---\n${body}`;

const SCENARIO = {
	title: 'A scenario',
	description: 'What it asks.',
	number: '22',
	question: 'Why is this join so slow every day?',
	difficulty: 'medium',
	kind: 'optimization',
	minutes: '10',
	topics: '[shuffle]',
	tech: '[spark]',
	checked: '{ date: 2026-11-21, versions: [Spark 4.1] }',
	references: '[{ title: Documentation, url: "https://spark.apache.org/" }]',
};

/** Line of the file on which a field of `scenario()` stands. */
export const scenarioLine = (key: keyof typeof SCENARIO): number => Object.keys(SCENARIO).indexOf(key) + 2;

/** Line of the file on which the body of `scenario()` begins. */
export const SCENARIO_BODY = Object.keys(SCENARIO).length + 3;

/** A scenario that holds; fields given replace its own, `undefined` leaves one out (and moves the lines below it up). */
export function scenario(fields: Partial<Record<keyof typeof SCENARIO | 'draft' | 'from', string | undefined>> = {}, body = '## Answer\n\nText.\n'): string {
	const lines = Object.entries({ ...SCENARIO, ...fields }).flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`]));
	return `---\n${lines.join('\n')}\n---\n${body}`;
}
