import { expect, test } from 'vitest';
import { cheatSheetGroup, readCheatSheets } from '../../src/lib/cheat-sheets.ts';
import type { Problem } from '../../src/lib/problem.ts';
import { contentTree } from '../support/content-tree.ts';

const SHEET = `version: Spark 4.1
source: { title: Configuration, url: https://spark.apache.org/docs/latest/configuration.html }
groups:
  - id: shuffle
    title: Shuffle
    kind: settings
    entries:
      - { key: spark.sql.shuffle.partitions, default: "200", since: 1.1.0, effect: Partitions after a shuffle., page: spark/shuffle }
`;

function read(yaml: string, name = 'spark') {
	const problems: Problem[] = [];
	const dir = contentTree({ [`_data/cheat-sheets/${name}.yaml`]: yaml });
	const sheets = readCheatSheets(dir, problems, { tech: new Set(['spark']), pages: new Set(['spark/shuffle']) });
	return { sheets, problems: problems.map(({ line, message }) => `${line} ${message}`) };
}

test('a sheet is read whole', () => {
	const { sheets, problems } = read(SHEET);
	expect(problems).toEqual([]);
	expect(sheets).toMatchObject([{ tech: 'spark', version: 'Spark 4.1', groups: [{ id: 'shuffle', entries: [{ key: 'spark.sql.shuffle.partitions', default: '200' }] }] }]);
});

test.each([
	['a key twice', SHEET + '      - { key: spark.sql.shuffle.partitions, effect: Again. }\n', '9 spark.sql.shuffle.partitions stands twice: a key is written once'],
	['a group twice', SHEET + '  - { id: shuffle, title: S, kind: commands, entries: [{ key: a, effect: b }] }\n', '9 group shuffle stands twice'],
	['a page that is not there', SHEET.replace('spark/shuffle', 'spark/nope'), '8 unknown page spark/nope'],
	['a default that is a number', SHEET.replace('"200"', '200'), '8 groups.0.entries.0.default: '],
	['no effect', SHEET.replace('effect: Partitions after a shuffle., ', ''), '8 groups.0.entries.0.effect: '],
])('%s', (_, yaml, problem) => {
	expect(read(yaml).problems).toEqual([expect.stringContaining(problem)]);
});

test('a file of an unknown technology', () => {
	expect(read(SHEET, 'sparc').problems).toEqual([expect.stringContaining('unknown technology sparc')]);
});

test('a page asks for one group; what is not there is named', () => {
	const { sheets } = read(SHEET);
	expect(cheatSheetGroup(sheets, 'spark', 'shuffle').group.title).toBe('Shuffle');
	expect(() => cheatSheetGroup(sheets, 'spark', 'joins')).toThrow('no group "joins", expected one of: shuffle');
	expect(() => cheatSheetGroup(sheets, 'flink', 'a')).toThrow('no cheat sheet of "flink", expected one of: spark');
});
