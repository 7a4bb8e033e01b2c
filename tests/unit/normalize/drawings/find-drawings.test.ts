import { describe, expect, test } from 'vitest';
import { findDrawings, isDrawing } from '../../../../scripts/normalize/drawings/find-drawings.ts';
import { linesOf } from './drawn.ts';

/** `kind first-last` of each piece. */
const outline = (text: string): string[] =>
	findDrawings(linesOf(text)).pieces.map(({ kind, lines }) => `${kind} ${lines[0]!.number}-${lines.at(-1)!.number}`);

describe('drawings among prose', () => {
	test.each([
		['a chain on a line of its own', 'Overview\nOrders → Cleaner → Ledger\nThe ledger is the truth.', ['prose 1-1', 'drawing 2-2', 'prose 3-3']],
		['one long arrow between names', 'Orders DB ----> Ledger', ['drawing 1-1']],
		['boxes of one line', '[Sensor] -> [Queue (3 days)] -> [Store]', ['drawing 1-1']],
		['in backticks as a whole', 'Path:\n`[Sensor] <--MQTT--> [Broker]`\nText.', ['prose 1-1', 'drawing 2-2', 'prose 3-3']],
		['labels that go on below', 'Orders DB --->  Copy job to     ---> Vault\nof shops        hide the names\n\nText.', ['drawing 1-2', 'prose 3-4']],
		['narrow words below the first node', 'Vault of Records ---> Export ---> Portal\nfor audits\n\nText.', ['drawing 1-2', 'prose 3-4']],
		['a branch below', 'Orders --> Router ---> Ledger\n                  ---> Alerts\nText.', ['drawing 1-2', 'prose 3-3']],
		['a flow that goes down, without its title', 'NIGHT RUN\n---------\n[Orders]\n   |\n   v\n[Ledger]\n\nText.', ['prose 1-2', 'drawing 3-6', 'prose 7-8']],
		['a tree with its root', 'Layout:\nproject/\n├── src/\n│   └── job.py\n└── README.md\nText.', ['prose 1-1', 'drawing 2-5', 'prose 6-6']],
		['boxes', 'Setup\n+------+    +------+\n| Left | -> | Right|\n+------+    +------+\nText.', ['prose 1-1', 'drawing 2-4', 'prose 5-5']],
		['a layout of bytes', 'Page:\n+--------+---------+-----+\n| header | records | sum |\n+--------+---------+-----+\nText.', ['prose 1-1', 'code 2-4', 'prose 5-5']],
		['a line of time', 'Windows:\n|---A---|---B---|\n^ ^\ntwo arrivals\nText follows here.', ['prose 1-1', 'code 2-4', 'prose 5-5']],
	])('%s', (_, text, expected) => {
		expect(outline(text)).toEqual(expected);
	});

	test.each([
		['a sentence', 'The reader moves Orders → Ledger → Vault before noon.'],
		['a sentence that goes on below', 'The night job moves\norders → ledger → vault\nbefore anyone is awake.'],
		['a list item', '- orders → ledger → vault'],
		['a numbered item', '3. Orders --> Ledger --> Vault'],
		['a heading', '## Orders → Ledger → Vault'],
		['an underlined heading', 'Orders → Ledger → Vault\n======'],
		['a bold line', '**Orders → Ledger → Vault**'],
		['a mapping', 'Stream → Table (view)'],
		['a dependency', 'shop_id → shop_name, shop_city'],
		['a chain of keys', 'shop_id → city_id → land_id'],
		['a signature', 'Series → Series\nint -> str'],
		['a function', 'def total(shop: str) -> int:'],
		['a lambda', 'rows.map(row -> row.total() + 1)\nx -> x + 1'],
		['named arguments', "CALL drop_old(keep => 3, table => 'shop')"],
		['a plan', '+- *(2) Project [shop#1]\n   :- Filter (n#2 > 0)\n   +- Join Inner'],
		['a table of a client', '+----+------+\n| id | name |\n+----+------+\n| 1  | ada  |\n+----+------+'],
		['links from page to page', '[Back](a.md) → [Up](b.md) → [Next](c.md)'],
		['a comment', '-- orders --> ledger --> vault\n# a -> b -> c\n// a -> b -> c'],
		['markup', '<!-- Orders --> Ledger --> Vault'],
		['dashes in a sentence', 'It is late -- and slow -- but right'],
		['a plan with arrows', 'Nested Loop (rows=1)\n  ->  Seq Scan on shop (rows=1)\n  ->  Hash (rows=3)'],
		['a printed data frame', '┌──────┬──────┐\n│ shop ┆ rows │\n│ ---  ┆ ---  │\n╞══════╪══════╡\n│ DE   ┆ 200  │\n└──────┴──────┘'],
		['grammar', '[ROWS | RANGE | GROUPS frame]'],
		['a variable', 'return [\n    v\n    for v in shops'],
		['assignments', 'a <- b <- 3\nShop <- Load <- Day'],
		['a bar alone', 'first cell\n|\nsecond cell'],
		['a separator row', '|---|---|---|'],
	])('%s stays', (_, text) => {
		expect(outline(text)).toEqual([`prose 1-${text.split('\n').length}`]);
	});

	test('takes the common indentation off and says how much it was', () => {
		expect(findDrawings(linesOf('    Orders --> Router ---> Ledger\n                      ---> Alerts', 7)).pieces).toEqual([
			{ kind: 'drawing', indent: 4, lines: [{ number: 7, text: 'Orders --> Router ---> Ledger' }, { number: 8, text: '                  ---> Alerts' }] },
		]);
	});

	test('a layout is code of language text, with a note', () => {
		const { pieces, notes } = findDrawings(linesOf('[ magic | length | body ]', 4));
		expect(pieces).toEqual([{ kind: 'code', fenced: false, lang: 'text', indent: 0, lines: [{ number: 4, text: '[ magic | length | body ]' }] }]);
		expect(notes).toEqual([{ stage: 'diagrams', line: 4, kind: 'repaired', what: 'layout kept as text' }]);
	});

	test('says where it guessed and what it left', () => {
		const { notes } = findDrawings(linesOf('Vault of Records ---> Export ---> Portal\nfor audits\n\nBudget: orders → ledger → vault'));
		expect(notes.map(({ line, what, kind }) => [line, what, kind])).toEqual([
			[2, 'words below an arrow taken into the drawing', 'uncertain'],
			[4, 'arrows kept as text', 'uncertain'],
		]);
	});

	test('keeps every line, whatever it is', () => {
		const hostile = [
			'v', '|', '+--+', '+--+--+', '├──', '└──', 'A → B → C', '-->', '<--', '[', ']', '', '  |', 'x', '\u0000→',
			'[A]', '| a |', '│ b │', '┌──┐', '`->`', '|--a--|', '^ ^',
		];
		let seed = 7;
		const random = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
		const lines = linesOf(Array.from({ length: 4000 }, () => hostile[random(hostile.length)]!).join('\n'));
		const back = findDrawings(lines).pieces.flatMap((piece) => piece.lines);
		expect(back.map(({ number }) => number)).toEqual(lines.map(({ number }) => number));
		expect(back.every(({ text }, at) => lines[at]!.text.endsWith(text) && lines[at]!.text.trim() === text.trim())).toBe(true);
	});

	test.each([
		['dashes', '-'.repeat(990)],
		['broken strokes', '-- a '.repeat(190)],
		['left heads', '<--a'.repeat(240)],
		['brackets', '['.repeat(999)],
		['corners', '+--'.repeat(330)],
		['dots', '.'.repeat(290)],
		['arrows', '→ '.repeat(490)],
	])('keeps every one of hundreds of long lines: %s', (_, row) => {
		const lines = linesOf(Array.from({ length: 500 }, () => row).join('\n'));
		expect(findDrawings(lines).pieces.flatMap((piece) => piece.lines)).toHaveLength(500);
	});

	test('a line of hundreds of kilobytes is prose', () => {
		expect(outline(`A → ${'['.repeat(400_000)} → B`)).toEqual(['prose 1-1']);
	});
});

describe('a fence without a language', () => {
	test.each([
		['a chain', 'Orders -> Ledger -> Vault'],
		['two flows and a line down', '[Clock] -> [Job]\n\n[Shop] --asks--> [Desk]\n                   |\n                   v\n                [1. Reads]\n                [2. Writes]'],
		['a flow with a title', 'NIGHT RUN\n=========\n[Orders]\n   |\n   v\n[Ledger]'],
		['a tree', 'root\n|-- left\n|-- right'],
		['boxes', '┌──────┐\n│ Left │\n└──────┘\n   │\n   ▼\n┌───────┐\n│ Right │\n└───────┘'],
	])('%s is a drawing', (_, text) => {
		expect(isDrawing(linesOf(text))).toBe(true);
	});

	test.each([
		['nothing', ''],
		['code', 'def total(shop) -> int:\n    return 1'],
		['types', 'str -> int -> bool'],
		['SQL', 'SELECT a -- A --> B --> C\nFROM t;'],
		['a plan', '== Physical Plan ==\n+- *(2) Project\n   +- Scan'],
		['a log', '2031-02-03 04:05:06 INFO Orders --> Ledger --> Vault'],
		['a table', '+----+------+\n| id | name |\n+----+------+'],
		['a line of time', 't0 ---- t1 ---- t2'],
		['a layout of bytes', '[ magic | length | body ]'],
		['prose with one arrow row', 'Some words here\nand more of them\nand more of them\nOrders -> Ledger -> Vault\nthe end of it'],
		['settings', 'retention.hours = 12\nretention.mode = soft'],
	])('%s is none', (_, text) => {
		expect(isDrawing(linesOf(text))).toBe(false);
	});
});
