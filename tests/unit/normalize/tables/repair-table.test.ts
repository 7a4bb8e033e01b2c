import { expect, test } from 'vitest';
import { repairTable } from '../../../../scripts/normalize/tables/repair-table.ts';

const repair = (text: string) => repairTable(text.split('\n').map((line, index) => ({ number: index + 1, text: line })));
const cells = (text: string) => {
	const table = repair(text);
	return table.kind === 'table' ? [table.header, ...table.rows] : table.kind;
};
const whats = (text: string) => repair(text).notes.map(({ kind, what }) => `${kind}: ${what}`);

test('a whole table keeps cells and alignment without notes', () => {
	expect(repair('| Tier | Cost | Notes |\n|:--|:-:|--:|\n| hot | **high** | [see](x) |')).toEqual({
		kind: 'table', header: ['Tier', 'Cost', 'Notes'], rows: [['hot', '**high**', '[see](x)']], align: ['left', 'center', 'right'], notes: [], furniture: [],
	});
});

test('rows broken over lines are joined', () => {
	const text = '| # | File | Content |\n|---|---|---|\n| 1 | loads.md |\nLoads and retries |\nstores.md |\nx | Stores |\n| 3 | keys.md | Keys\nand hashes |';
	expect(cells(text)).toEqual([
		['#', 'File', 'Content'], ['1', 'loads.md', 'Loads and retries'], ['stores.md', 'x', 'Stores'], ['3', 'keys.md', 'Keys and hashes'],
	]);
	expect(repair(text).notes).toEqual([
		{ stage: 'tables', line: 3, kind: 'repaired', what: 'table row joined from several lines', reason: '3 rows: line 3, 5, 7' },
	]);
});

test('rows broken at a border, each part with its pipe, are joined by a guess', () => {
	const text = '| A | B | C | D |\n|---|---|---|---|\n| 1 | 2 |\n| 3 | 4 |\n| 5 | 6 |\n| 7 | 8 |';
	expect(cells(text)).toEqual([['A', 'B', 'C', 'D'], ['1', '2', '3', '4'], ['5', '6', '7', '8']]);
	expect(whats(text)).toEqual(['uncertain: table row joined from several lines']);
});

test('group rows with empty cells stay rows', () => {
	const text = '| Key | Type |\n|---|---|\n| Orders ||\norder_id | 0 |\n| Users | |\nuser_id | 2 |';
	expect(cells(text)).toEqual([['Key', 'Type'], ['Orders', ''], ['order_id', '0'], ['Users', ''], ['user_id', '2']]);
	expect(whats(text)).toEqual([]);
});

test('a short row is filled, with a note', () => {
	expect(cells('| A | B | C |\n|---|---|---|\n| 1 | 2 | 3 |\n| 4 |')).toEqual([['A', 'B', 'C'], ['1', '2', '3'], ['4', '', '']]);
	expect(whats('| A | B | C |\n|---|---|---|\n| 1 | 2 | 3 |\n| 4 |')).toEqual(['uncertain: table row with too few cells']);
});

test('escaped pipes and pipes in backticks are content', () => {
	expect(cells('| Sign | Use |\n|---|---|\n| a \\| b | either |\n| `x | y` | both |')).toEqual([['Sign', 'Use'], ['a | b', 'either'], ['`x | y`', 'both']]);
	expect(whats('| Sign | Use |\n|---|---|\n| a \\| b | either |\n| `x | y` | both |')).toEqual([]);
});

test('pipes of code and maths are put back into their cell', () => {
	const text = '| Sign | Use |\n|---|---|\n| a || b | joins text |\n| cost O(|small|) | memory |\n| f(x | y) | either |\n| plain | row |';
	expect(cells(text)).toEqual([['Sign', 'Use'], ['a || b', 'joins text'], ['cost O(|small|)', 'memory'], ['f(x | y)', 'either'], ['plain', 'row']]);
	expect(repair(text).notes).toEqual([{ stage: 'tables', line: 3, kind: 'repaired', what: 'pipe put back into a table cell', reason: '3 rows: line 3, 4, 5' }]);
});

test('empty cells behind the last column go', () => {
	expect(cells('| A | B |\n|---|---|\n| 1 | 2 | |')).toEqual([['A', 'B'], ['1', '2']]);
});

test('two rows on one line are parted', () => {
	expect(cells('| A | B |\n|---|---|\n| 1 | 2 | | 3 | 4 |')).toEqual([['A', 'B'], ['1', '2'], ['3', '4']]);
	expect(whats('| A | B |\n|---|---|\n| 1 | 2 | | 3 | 4 |')).toEqual(['repaired: table rows parted from one line']);
});

test('a row with more cells than can be explained leaves the table as it stood', () => {
	expect(repair('| A | B |\n|---|---|\n| 1 | 2 |\n| 3 | 4 | 5 |')).toEqual({
		kind: 'preformatted',
		notes: [{ stage: 'tables', line: 4, kind: 'uncertain', what: 'table kept as it stood', reason: 'the cells of a row do not come out even', confidence: 0.3 }],
	});
});

test('repeated headers are furniture, a misread one too, and a row that is alike is not', () => {
	const table = repair('| Tier | Cost |\n|---|---|\n| hot | high |\n| Tier | Cost |\n|---|---|\n| cold | low |');
	expect(table).toMatchObject({ rows: [['hot', 'high'], ['cold', 'low']], furniture: [{ line: 4, text: 'Tier Cost', reason: 'repeated header of a table' }] });
	const misread = repair('Problem\tMerge helps\tCompaction helps\n\tMerge - helps\tCompaction belps\nsmall files\tno\tyes');
	expect(misread).toMatchObject({ rows: [['small files', 'no', 'yes']], furniture: [{ line: 2, text: ' Merge - helps Compaction belps' }] });
	expect(misread.notes).toContainEqual(expect.objectContaining({ kind: 'uncertain', what: 'repeated table header removed' }));
	expect(cells('| Tier | Cost |\n|---|---|\n| Tiers | Costs |')).toEqual([['Tier', 'Cost'], ['Tiers', 'Costs']]);
});

test('a header of several lines is joined column by column', () => {
	expect(cells('| Rows | Cost |\n| per day | in cents |\n|---|---|\n| 5 | 1 |')).toEqual([['Rows per day', 'Cost in cents'], ['5', '1']]);
});

test('without a separator the first row is the header where it reads as one', () => {
	expect(cells('run\tfiles\nMonday\t12\nTuesday\t9')).toEqual([['run', 'files'], ['Monday', '12'], ['Tuesday', '9']]);
	expect(whats('run\tfiles\nMonday\t12\nTuesday\t9')).toEqual([]);
	expect(whats('Use\tGain\nUndo a load\tfast\nAudit\tcomplete')).toEqual(['uncertain: table header guessed']);
	const none = '| 1 | hot |\n| 2 | cold |\n| 3 | warm |';
	expect(cells(none)).toEqual([['', ''], ['1', 'hot'], ['2', 'cold'], ['3', 'warm']]);
	expect(whats(none)).toEqual(['uncertain: table without a header']);
});

test('cells that continue the row above are joined where the whole table does so', () => {
	const all = '| Tier | Use |\n|---|---|\n| hot | serves dashboards and |\n| | alerts |\n| cold | keeps |';
	expect(cells(all)).toEqual([['Tier', 'Use'], ['hot', 'serves dashboards and alerts'], ['cold', 'keeps']]);
	expect(whats(all)).toEqual(['repaired: table cells joined to the row above']);
	const some = `${all}\n| | Archive |`;
	expect(cells(some)).toEqual([['Tier', 'Use'], ['hot', 'serves dashboards and'], ['', 'alerts'], ['cold', 'keeps'], ['', 'Archive']]);
	expect(whats(some)).toEqual(['uncertain: table cells may continue the row above']);
});

test('an empty first cell with full cells beside it is a row of its own', () => {
	const text = '| Engine | Setting | Value |\n|---|---|---|\n| Spark | memory | 4g |\n| | cores | 2 |';
	expect(cells(text)).toEqual([['Engine', 'Setting', 'Value'], ['Spark', 'memory', '4g'], ['', 'cores', '2']]);
	expect(whats(text)).toEqual([]);
});

test('doubtful rows are named and stay', () => {
	const text = 'Case\tMerge\nreplay\tyes\nreplay\tyes\nreplay late rows\tyes yes';
	expect(cells(text)).toEqual([['Case', 'Merge'], ['replay', 'yes'], ['replay', 'yes'], ['replay late rows', 'yes yes']]);
	expect(whats(text).slice(1)).toEqual(['uncertain: table row is there twice', 'uncertain: table row holds the row above']);
});

test('grids: a row per line, or all lines between two borders', () => {
	expect(cells('+---+---+\n| A | B |\n+---+---+\n| 1 | 2 |\n| 3 | 4 |\n+---+---+')).toEqual([['A', 'B'], ['1', '2'], ['3', '4']]);
	expect(cells('+----+----+\n| A  | B  |\n+====+====+\n| 1  | x  |\n|    | y  |\n+----+----+\n| 2  | z  |\n+----+----+')).toEqual([
		['A', 'B'], ['1', 'x y'], ['2', 'z'],
	]);
	expect(repair('+---+\n| A | B |\n| 1 |\n+---+\n| 2 |\n+---+').kind).toBe('preformatted');
});

test('columns parted by spaces, an empty cell among them', () => {
	expect(cells('Tier    Cost   Owner\n------  -----  -----\nhot     high   data team\ncold           archive')).toEqual([
		['Tier', 'Cost', 'Owner'], ['hot', 'high', 'data team'], ['cold', '', 'archive'],
	]);
});

test('hostile cells stay text', () => {
	expect(cells('| <script>x</script> | {a} |\n|---|---|\n| import x from "y" | export const z = 1 |')).toEqual([
		['<script>x</script>', '{a}'], ['import x from "y"', 'export const z = 1'],
	]);
});

test.each(['', '\0', '|', '||', '|---|', '\t\t', '+-+', '---|---\n|', '`'.repeat(999) + '|'])('any text is answered: %j', (text) => {
	expect(['table', 'preformatted']).toContain(repair(text).kind);
});

test('a table of many rows keeps them all', () => {
	expect(cells(['| a | b |', '|---|---|', ...Array.from({ length: 20_000 }, (_, row) => `| ${row} | x |`)].join('\n'))).toHaveLength(20_001);
});

test('a table of many columns keeps them all', () => {
	expect(cells([`|${' a |'.repeat(5000)}`, `|${'---|'.repeat(5000)}`, `|${' b |'.repeat(5000)}`].join('\n'))[1]).toHaveLength(5000);
});

test('a grid that is never closed is a table', () => {
	expect(repair(['+---+', ...Array.from({ length: 20_000 }, () => '| x |')].join('\n')).kind).toBe('table');
});

test('a row of far more cells than its header is left as it is', () => {
	expect(repair(`| a | b |\n|---|---|\n${'| ['.repeat(70_000)}`).kind).toBe('preformatted');
});
