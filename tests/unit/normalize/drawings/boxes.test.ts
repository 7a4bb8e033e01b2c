import { describe, expect, test } from 'vitest';
import { drawingToMermaid } from '../../../../scripts/normalize/drawings/to-mermaid.ts';
import { doubts, drawn, linesOf } from './drawn.ts';

describe('boxes', () => {
	test('beside each other, with an arrow and its label between', () => {
		expect(drawn('+--------+          +---------+\n| Orders |          | Ledger  |\n| (raw)  |--copy--> | of days |\n+--------+          +---------+')).toEqual([
			'flowchart LR',
			'n1["Orders<br/>(raw)"]',
			'n2["Ledger<br/>of days"]',
			'n1 -->|"copy"| n2',
		]);
	});

	test('bars are counted where white space is lost', () => {
		const text = '+--------+ +---------+\n| Orders | pipe | Ledger |\n| |<====> | |\n+--------+ +---------+';
		expect(drawn(text)).toEqual(['flowchart LR', 'n1["Orders"]', 'n2["Ledger"]', 'n1 <-->|"pipe"| n2']);
		expect(doubts(text)).toEqual([[4, 'label between two arrows']]);
	});

	test('below each other', () => {
		expect(drawn('┌────────┐\n│ Orders │\n└────────┘\n    │ at night\n    ▼\n┌────────┐\n│ Ledger │\n└────────┘'.replace('    │ at', '    │\n    │ at'))).toEqual([
			'flowchart TD',
			'n1["Orders"]',
			'n2["Ledger"]',
			'n1 -->|"at night"| n2',
		]);
	});

	test('one above two', () => {
		expect(drawn('    +--------+\n    | Router |\n    +--------+\n     |      |\n     v      v\n+------+ +-------+\n| Days | | Years |\n+------+ +-------+')).toEqual([
			'flowchart TD',
			'n1["Router"]',
			'n2["Days"]',
			'n3["Years"]',
			'n1 --> n2',
			'n1 --> n3',
		]);
	});

	test('layers of one box lie below each other, remarks beside them', () => {
		const text = '┌──────────┐\n│ Reports  │ (few)\n│ by hand  │\n├──────────┤\n│ Ledger   │ (many)\n└──────────┘';
		expect(drawn(text)).toEqual(['flowchart TD', 'n1["Reports<br/>by hand<br/>(few)"]', 'n2["Ledger<br/>(many)"]', 'n1 --- n2']);
		expect(doubts(text)).toEqual([[1, 'layers of a box']]);
	});

	test.each([
		['boxes inside boxes', '┌──────────┐\n│ ┌──────┐ │\n│ │ Rows │ │\n│ └──────┘ │\n└──────────┘', 'text: 2 boxes inside boxes, or a bar within a text'],
		['a table', '+---+---+\n| a | b |\n+---+---+', 'text: 1 columns of a table or of a layout'],
		['a box alone', '+-----+\n| Row |\n+-----+', 'text: 1 a box alone'],
		['a box that is not closed', '+-----+\n| Row |', 'text: 2 a box or a line is not closed'],
		['boxes without a link', '+-----+ +-----+\n| Row | | Day |\n+-----+ +-----+', 'text: 1 A text is linked with nothing.'],
		['words outside', '+-----+ --> +-----+\nnote | Row | | Day |\n+-----+ +-----+', 'text: 2 words beside the boxes'],
	])('%s stays text', (_, text, expected) => {
		expect(drawn(text)).toEqual([expected]);
	});
});

describe('trees', () => {
	test('levels follow from columns', () => {
		expect(drawn('shop/\n├── jobs/\n│   ├── copy.py\n│   └── mask.py   # hides names\n└── README.md')).toEqual([
			'flowchart TD',
			'n1["shop/"]',
			'n2["jobs/"]',
			'n3["copy.py"]',
			'n4["mask.py #35; hides names"]',
			'n5["README.md"]',
			'n1 --- n2',
			'n2 --- n3',
			'n2 --- n4',
			'n1 --- n5',
		]);
	});

	test('of ASCII characters', () => {
		expect(drawn('Plan\n|-- Read\n|   `-- Shop\n+-- Write\n|\n\\-- Check')).toEqual([
			'flowchart TD',
			'n1["Plan"]',
			'n2["Read"]',
			'n3["Shop"]',
			'n4["Write"]',
			'n5["Check"]',
			'n1 --- n2',
			'n2 --- n3',
			'n1 --- n4',
			'n1 --- n5',
		]);
	});

	test('what follows a last entry stands below it where indentation is lost', () => {
		const text = 'shop/\n├── jobs/\n│ └── copy.py\n└── lake/\n├── raw/\n│ └── day.parquet\n└── clean/';
		expect(drawn(text).slice(8)).toEqual(['n1 --- n2', 'n2 --- n3', 'n1 --- n4', 'n4 --- n5', 'n5 --- n6', 'n4 --- n7']);
		expect(doubts(text)).toEqual([[5, 'levels of a tree guessed']]);
	});

	test('says what it holds', () => {
		const result = drawingToMermaid(linesOf('shop/\n├── jobs/\n└── lake/'));
		expect(result.kind === 'mermaid' && result.diagram.split('\n').slice(1, 3)).toEqual([
			'accTitle: Hierarchy below shop/: 2 entries',
			'accDescr: shop/ contains jobs/, lake/.',
		]);
	});

	test.each([
		['a tree without a root', '├── jobs/\n└── lake/', 'text: 1 the tree has no root'],
		['a line without a branch', 'shop/\n├── jobs/\nnot a branch\n└── lake/', 'text: 3 a line of the tree has no branch'],
		['more than twenty', `shop/\n${Array.from({ length: 20 }, (_, at) => `├── day${at}`).join('\n')}`, 'text: 1 A tree of 21 entries reads better as text.'],
	])('%s stays text', (_, text, expected) => {
		expect(drawn(text)).toEqual([expected]);
	});
});
