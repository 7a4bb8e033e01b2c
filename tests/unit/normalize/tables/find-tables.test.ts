import { expect, test } from 'vitest';
import { findTables } from '../../../../scripts/normalize/tables/find-tables.ts';
import type { Piece } from '../../../../scripts/normalize/model.ts';

const linesOf = (text: string) => text.split('\n').map((line, index) => ({ number: index + 1, text: line }));
const find = (text: string) => findTables(linesOf(text));

/** Kind and line numbers of each piece: `table 2-5`. */
const shape = (pieces: Piece[]): string[] => pieces.map(({ kind, lines }) => `${kind} ${lines[0]!.number}-${lines.at(-1)!.number}`);
const shapeOf = (text: string): string[] => shape(find(text).pieces);
const isProse = (text: string): void => {
	expect(shapeOf(text)).toEqual([`prose 1-${text.split('\n').length}`]);
	expect(find(text).notes).toEqual([]);
};

test('a table with a separator row is found between prose, with its indentation', () => {
	const { pieces, notes } = find('Stores:\n  | Store | Use |\n  |---|---|\n  | Redis | cache |\n  | Kafka | log |\nThat is all.');
	expect(shape(pieces)).toEqual(['prose 1-1', 'table 2-5', 'prose 6-6']);
	expect(pieces[1]).toMatchObject({ kind: 'table', indent: 2 });
	expect(notes).toEqual([]);
});

test('a table without outer pipes and with alignment is found', () => {
	expect(shapeOf('Queue | Order\n:--- | ---:\nKinesis | per shard\nSQS | none\n\nDone.')).toEqual(['table 1-4', 'prose 5-6']);
});

test('typographic dashes in the separator are read', () => {
	expect(shapeOf('| Queue | Order |\n|——|——|\n| SQS | none |')).toEqual(['table 1-3']);
});

test('rows broken over lines belong to the table, with and without their first pipe', () => {
	expect(shapeOf('| # | File | Content |\n|---|---|---|\n| 1 | loads.md |\nLoads, retries and late files |\n| 2 | stores.md |\nStores and their costs |\nRead on below.'))
		.toEqual(['table 1-6', 'prose 7-7']);
	expect(shapeOf('| Key | Default | Effect |\n|---|---|---|\n'
		+ 'sink.buffer.rows |\n500 | Rows kept before a flush. |\nsink.retries |\n3 | Tries. |\nNext chapter\nA sentence.'))
		.toEqual(['table 1-6', 'prose 7-8']);
});

test('a header broken over lines is part of the table', () => {
	expect(shapeOf('Intro.\n| Name |\nOwner | Cost |\n|---|---|---|\n| a | b | c |')).toEqual(['prose 1-1', 'table 2-5']);
});

test('a cell that wraps onto lines without pipes is part of its row', () => {
	expect(shapeOf('| Name | Use |\n|---|---|\n| lake | keeps raw files\nfor a long time |\n| mart | serves |\nEnd.')).toEqual(['table 1-5', 'prose 6-6']);
});

test('two tables with a heading or nothing between them are two', () => {
	const text = '| A | B |\n|---|---|\n| 1 | 2 |\n2.1 Joins\n| C | D |\n|---|---|\n| 3 | 4 |\n| E | F | G |\n|---|---|---|\n| 5 | 6 | 7 |';
	expect(shapeOf(text)).toEqual(['table 1-3', 'prose 4-4', 'table 5-7', 'table 8-10']);
});

test('a header repeated on the next page goes on with the table, over blank lines too', () => {
	expect(shapeOf('| A | B |\n|---|---|\n| 1 | 2 |\n\n| A | B |\n|---|---|\n| 3 | 4 |\n\n| 5 |')).toEqual(['table 1-7', 'prose 8-9']);
});

test('a table on one line is parted into its rows', () => {
	const { pieces, notes } = find('See:\n| Tier | Cost | |---|---| | hot | high | | cold | low |');
	expect(pieces[1]!.lines).toEqual(['| Tier | Cost |', '| --- | --- |', '| hot | high |', '| cold | low |'].map((text) => ({ number: 2, text })));
	expect(notes).toEqual([{ stage: 'tables', line: 2, kind: 'repaired', what: 'table parted from its line', reason: 'all rows stood on one line' }]);
});

test('prose glued to the header or to the last row is parted from it', () => {
	const { pieces } = find('Compare these:| Tier | Cost |\n|---|---|\n| hot | high |\n| cold | low |Keep cold data cheap.');
	expect(shape(pieces)).toEqual(['prose 1-1', 'table 1-4', 'prose 4-4']);
	expect(pieces[0]!.lines[0]!.text).toBe('Compare these:');
	expect(pieces[2]!.lines[0]!.text).toBe('Keep cold data cheap.');
});

test('rows without a separator row are a guess', () => {
	const { pieces, notes } = find('| Tier | Cost |\n| hot | high |\n| cold | low |');
	expect(shape(pieces)).toEqual(['table 1-3']);
	expect(notes).toEqual([
		{ stage: 'tables', line: 1, kind: 'uncertain', what: 'table found without clear borders', reason: 'rows without a separator row', confidence: 0.75 },
	]);
	expect(shapeOf('Tier | Cost\nhot | high\ncold | low')).toEqual(['table 1-3']);
});

test('columns parted by tabs are a table; words below numbers begin a second one', () => {
	expect(shapeOf('Run\tFiles\tTime\n# of parts\t12\t3s\nafter compaction\t2\t1s')).toEqual(['table 1-3']);
	const { pieces, notes } = find('Run\tBefore\tAfter\nfiles\t90\t4\ntime\t12s\t2.5s\nProblem\tMerge Helps\tCompaction Helps\nsmall files\tno\tyes\nlate rows\tyes\tno');
	expect(shape(pieces)).toEqual(['table 1-3', 'table 4-6']);
	expect(notes).toEqual([
		{
			stage: 'tables', line: 4, kind: 'uncertain', what: 'table found without clear borders',
			reason: 'a header follows the row above without a gap', confidence: 0.6,
		},
	]);
});

test('columns parted by spaces below a header are a table', () => {
	expect(shapeOf('Tier      Cost    Owner\nhot       high    platform\ncold      low     archive team\nwarm      mid     platform\n\nText.'))
		.toEqual(['table 1-4', 'prose 5-6']);
	expect(shapeOf('Tier    Cost\n------  ----\nhot     high\ncold    low')).toEqual(['table 1-4']);
});

test('a grid of documentation is a table', () => {
	expect(shapeOf('The tiers:\n+------+------+\n| Tier | Cost |\n+======+======+\n| hot  | high |\n+------+------+\n| cold | low  |\n+------+------+\nText.'))
		.toEqual(['prose 1-1', 'table 2-8', 'prose 9-9']);
});

test('a client’s rows below a statement are output, below prose they may be a table', () => {
	isProse('SELECT id, name FROM t;\nid | name\n---+-----\n1 | a\n2 | b\n(2 rows)');
	const { pieces, notes } = find('The delete file holds:\npath | row\n-----+----\na.parquet | 4\nb.parquet | 7\n\nText.');
	expect(shape(pieces)).toEqual(['prose 1-1', 'table 2-5', 'prose 6-7']);
	expect(notes).toMatchObject([{ line: 2, kind: 'uncertain', confidence: 0.6 }]);
});

test.each([
	['SQL', "SELECT first || ' ' || last AS name\nFROM people\nWHERE a || b = c"],
	['shell pipes', 'cat events.log | grep ERROR | wc -l\ncat events.log | grep WARN | wc -l\ncat events.log | grep INFO | wc -l'],
	['maths', 'Cost: O(|L| + |R|).\nMemory: |small| per node.\n|small| × nodes.'],
	['a union of types', "type Op =\n  | 'insert'\n  | 'delete'\n  | 'update'"],
	['a vertical flow', '[Source]\n   |\n   v\n[Sink]\n   |\n   v\n[Report]'],
	['a box', '+--------+      +-------+\n| Reader | ---> | Queue |\n+--------+      +-------+'],
	['a layout of bytes', '+--------+--------+\n| header | body   |\n+--------+--------+'],
	['a timeline', '|----W1----|----W2----|----W3----|\n|---| |---|'],
	['output of Spark', '+---+-----+\n| id|value|\n+---+-----+\n|  1|    a|\n+---+-----+\nonly showing top 1 row'],
	['comma-separated values', 'id,name,city\n1,Ana,Porto\n2,Bo,Oslo'],
	['a navigation line', '**Previous:** [Loads](./loads.md) | **Next:** [Stores](./stores.md)'],
	['bullets and numbers with tabs', '•\tfirst\n•\tsecond\n1.\tone\n2.\ttwo'],
	['code with tabs', 'x := 1\t// count\ny := 2\t// size\nfor {\n\tx\ty\n}'],
	['aligned code and comments', "a = 1     # first\nbb = 2    # second\nccc = 3   # third"],
	['program columns', 'NAME    READY   STATUS\napi-1   1/1     Running\napi-2   1/1     Running'],
	['numbered sentences', '1.  Read the file.\n2.  Parse the rows.\n3.  Write the table.'],
	['a rule', 'Text\n---\nText | with a pipe'],
])('%s is no table', (_, text) => isProse(text));

test('no word is lost and no line out of order', () => {
	const text = 'Intro:| A | B |\n|---|---|\n| x |\ny |\n| z | w |Tail\n\nC\tD\ne\tf\n+--+--+\n|a|b|\n+--+--+\n| A | B | |---|---| | 1 | 2 |';
	const words = (value: string) => value.match(/[\p{L}\p{N}]+/gu);
	expect(words(find(text).pieces.flatMap(({ lines }) => lines.map((line) => line.text)).join('\n'))).toEqual(words(text));
});

test.each([
	['pipes', ['|'.repeat(200_000)]],
	['open code', ['` '.repeat(100_000) + '|']],
	['separators', Array.from({ length: 20_000 }, () => '|---|---|')],
	['short rows', ['| a | b | c |', '|---|---|---|', ...Array.from({ length: 20_000 }, () => '| x |')]],
	['columns by blanks', Array.from({ length: 20_000 }, () => 'Name   Other   Third')],
	['tabs', ['x\t'.repeat(100_000)]],
	['NUL', ['\0|\0', '-|-|-', '']],
	['nothing', []],
])('hostile and long input is answered, no line lost: %s', (_, texts) => {
	const lines = texts.map((text, index) => ({ number: index + 1, text }));
	const { pieces } = findTables(lines);
	expect(pieces.flatMap((piece) => piece.lines.map(({ number }) => number)).join()).toBe(lines.map(({ number }) => number).join());
});
