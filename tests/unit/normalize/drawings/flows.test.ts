import { describe, expect, test } from 'vitest';
import { drawingToMermaid } from '../../../../scripts/normalize/drawings/to-mermaid.ts';
import { doubts, drawn, linesOf } from './drawn.ts';

describe('chains', () => {
	test('title, description and notes say what is sure', () => {
		expect(drawingToMermaid(linesOf('Orders ---> Copy job ----> Ledger', 12))).toEqual({
			kind: 'mermaid',
			nodes: 3,
			diagram: [
				'flowchart LR',
				'accTitle: Flow from Orders to Ledger: 3 steps',
				'accDescr: 1. Orders. 2. Copy job. 3. Ledger.',
				'n1["Orders"]',
				'n2["Copy job"]',
				'n3["Ledger"]',
				'n1 --> n2',
				'n2 --> n3',
			].join('\n'),
			notes: [{ stage: 'diagrams', line: 12, kind: 'repaired', what: 'drawing became a diagram', reason: '3 nodes' }],
		});
	});

	test.each([
		['arrows of all kinds', 'A1 -> B1 --> C1 ==> D1 → E1 ─► F1 ──▶ G1', ['n1["A1"]', 'n2["B1"]', 'n3["C1"]', 'n4["D1"]', 'n5["E1"]', 'n6["F1"]', 'n7["G1"]', 'n1 --> n2', 'n2 --> n3', 'n3 --> n4', 'n4 --> n5', 'n5 --> n6', 'n6 --> n7']],
		['labels in arrows', '[Desk] --asks--> [Clerk] <--pre-read rows--> [Vault] ──Ledger file (flat)──> [Out]', ['n1["Desk"]', 'n2["Clerk"]', 'n3["Vault"]', 'n4["Out"]', 'n1 -->|"asks"| n2', 'n2 <-->|"pre-read rows"| n3', 'n3 -->|"Ledger file (flat)"| n4']],
		['an arrow to the left', 'Portal <--- Ledger', ['n1["Portal"]', 'n2["Ledger"]', 'n2 --> n1']],
		['an arrow within brackets is text', '[Copy (raw -> clean)] -> [Ledger]', ['n1["Copy (raw -> clean)"]'.replace('>', '#62;'), 'n2["Ledger"]', 'n1 --> n2']],
		['one name twice in a line is two steps', 'Copy --> Ledger --> Copy', ['n1["Copy"]', 'n2["Ledger"]', 'n3["Copy"]', 'n1 --> n2', 'n2 --> n3']],
		['two chains beside each other', 'Orders --> Ledger        Clock --> Job', ['n1["Orders"]', 'n2["Ledger"]', 'n3["Clock"]', 'n4["Job"]', 'n1 --> n2', 'n3 --> n4']],
		['tabs are columns', 'Orders\t--> Copy job\n\t    of the night', ['n1["Orders"]', 'n2["Copy job of the night"]', 'n1 --> n2']],
	])('%s', (_, text, expected) => {
		expect(drawn(text)).toEqual(['flowchart LR', ...expected]);
	});

	test('words below belong to the node they stand under', () => {
		expect(drawn('Orders of all --->   Copy job to            ------>  Vault of Records\nregions              hide the names\n                     of people')).toEqual([
			'flowchart LR',
			'n1["Orders of all regions"]',
			'n2["Copy job to hide the names of people"]',
			'n3["Vault of Records"]',
			'n1 --> n2',
			'n2 --> n3',
		]);
	});

	test('a branch begins where an arrow above begins', () => {
		expect(drawn('Orders --> Router ---> Ledger ---> Vault\n                                   of years\n                  ---> Alerts\n                      by phone')).toEqual([
			'flowchart LR',
			'n1["Orders"]',
			'n2["Router"]',
			'n3["Ledger"]',
			'n4["Vault of years"]',
			'n5["Alerts by phone"]',
			'n1 --> n2',
			'n2 --> n3',
			'n3 --> n4',
			'n2 --> n5',
		]);
	});

	test('one name on several lines is taken for one node, and said', () => {
		const text = 'Orders --> Ledger\nRefunds --> Ledger';
		expect(drawn(text)).toEqual(['flowchart LR', 'n1["Orders"]', 'n2["Ledger"]', 'n3["Refunds"]', 'n1 --> n2', 'n3 --> n2']);
		expect(doubts(text)).toEqual([[2, 'one name taken for one node']]);
	});

	test.each([
		['an arrow that ends nowhere', 'Orders --> Ledger -->', 'text: 1 an arrow ends nowhere'],
		['an arrow that begins nowhere', '---> Ledger', 'text: 1 an arrow begins nowhere'],
		['words below no node', 'Orders --> Ledger\n                                   lost words', 'text: 2 words stand below no node'],
		['a text beside the flow', 'Orders --> Ledger\n\nremember the milk', 'text: 3 A text is linked with nothing.'],
		['lost columns', 'Orders → Router → Ledger\n↓\nAlerts', 'text: 2 columns are lost: what the line goes down from cannot be seen'],
		['lost columns of branches', 'Orders ─► Router ─► Ledger\n├─► Alerts\n└─► Vault', 'text: 2 columns are lost: where the arrow begins cannot be seen'],
		['two chains pushed together', 'Node 1 ──► writes rows Node 2 ──► reads rows', 'text: 1 columns are lost: two chains may stand beside each other'],
	])('%s leaves the text', (_, text, expected) => {
		expect(drawn(text)).toEqual([expected]);
	});
});

describe('flows that go down', () => {
	test('boxes, bars and heads', () => {
		expect(drawn('[Orders]\n   |\n   v\n[Copy job: nightly]\n   ↓\nLedger\n   |\nVault')).toEqual([
			'flowchart TD',
			'n1["Orders"]',
			'n2["Copy job: nightly"]',
			'n3["Ledger"]',
			'n4["Vault"]',
			'n1 --> n2',
			'n2 --> n3',
			'n3 --- n4',
		]);
	});

	test('a label beside the line, and a line up', () => {
		expect(drawn('[Orders]\n   |\n   | every hour\n   v\n[Ledger]\n   ^\n   |\n[Audit]')).toEqual([
			'flowchart TD',
			'n1["Orders"]',
			'n2["Ledger"]',
			'n3["Audit"]',
			'n1 -->|"every hour"| n2',
			'n3 --> n2',
		]);
	});

	test('down from the node above its column; boxes below each other are one node', () => {
		const text = '[Clock] --starts--> [Job]\n                      |\n                      v\n                  [1. Reads]\n                  [2. Writes]';
		expect(drawn(text)).toEqual(['flowchart LR', 'n1["Clock"]', 'n2["Job"]', 'n3["1. Reads<br/>2. Writes"]', 'n1 -->|"starts"| n2', 'n2 --> n3']);
		expect(doubts(text)).toEqual([[5, 'boxes below each other taken for one node']]);
	});

	test('as many lines as nodes are in their order though columns are lost', () => {
		const text = '[Reader] ──mark──▶ [Mapper] ──mark──▶ [Writer]\n↓ ↓ ↓\nsaves saves commits';
		expect(drawn(text)).toEqual([
			'flowchart LR',
			'n1["Reader"]',
			'n2["Mapper"]',
			'n3["Writer"]',
			'n4["saves"]',
			'n5["saves"]',
			'n6["commits"]',
			'n1 -->|"mark"| n2',
			'n2 -->|"mark"| n3',
			'n1 --> n4',
			'n2 --> n5',
			'n3 --> n6',
		]);
		expect(doubts(text)).toEqual([[2, 'columns of a drawing guessed']]);
	});

	test('titles are the names of parts', () => {
		expect(drawn('NIGHT RUN\n---------\n[Orders]\n   |\n   v\n[Ledger]\n\nDAY RUN\n=======\n[Orders]\n   |\n   v\n[Screen]')).toEqual([
			'flowchart TD',
			'subgraph g1["NIGHT RUN"]',
			'n1["Orders"]',
			'n2["Ledger"]',
			'end',
			'subgraph g2["DAY RUN"]',
			'n3["Orders"]',
			'n4["Screen"]',
			'end',
			'n1 --> n2',
			'n3 --> n4',
		]);
	});

	test('a line that ends nowhere leaves the text', () => {
		expect(drawn('[Orders]\n   |\n   v')).toEqual(['text: 3 a line that goes down ends nowhere']);
	});
});
