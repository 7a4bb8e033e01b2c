import { expect, test } from 'vitest';
import { findTables } from '../../../../scripts/normalize/tables/find-tables.ts';

const find = (text: string) => findTables(text.split('\n').map((line, index) => ({ number: index + 1, text: line })));

const MATRIX = 'dim_van dim_depot dim_day\nloaded_parcels X X -\nlost_parcels - X X\nreturned X - -';

test('names and marks without borders become a table with an empty first cell', () => {
	const { pieces, notes } = find(`Which facts share which dimensions:\n${MATRIX}\nNext part`);
	expect(pieces.map(({ kind, lines }) => [kind, ...lines.map(({ number, text }) => `${number} ${text}`)])).toEqual([
		['prose', '1 Which facts share which dimensions:'],
		[
			'table',
			'2 |  | dim_van | dim_depot | dim_day |',
			'2 |---|---|---|---|',
			'3 | loaded_parcels | X | X | - |',
			'4 | lost_parcels | - | X | X |',
			'5 | returned | X | - | - |',
		],
		['prose', '6 Next part'],
	]);
	expect(notes).toEqual([
		{ stage: 'tables', line: 2, kind: 'uncertain', what: 'table found without clear borders', reason: 'names and marks without borders', confidence: 0.7 },
	]);
});

test.each([
	['a header of plain words', MATRIX.replaceAll('dim_', '')],
	['rows of uneven count', MATRIX.replace('lost_parcels - X X', 'lost_parcels - X')],
	['a single row', 'dim_van dim_depot\nloaded_parcels X X\nEnd.'],
	['a sentence', 'dim_van dim_depot\nvans are slow\ndepots are full'],
])('%s is left', (_, text) => {
	expect(find(text).pieces).toEqual([{ kind: 'prose', lines: text.split('\n').map((line, index) => ({ number: index + 1, text: line })) }]);
});

test('a hundred thousand headers without rows are read in time', () => {
	expect(find('dim_van dim_depot dim_day\n'.repeat(100_000)).pieces).toHaveLength(1);
});
