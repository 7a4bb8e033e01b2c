import { describe, expect, it } from 'vitest';
import { findCode } from '../../../../scripts/normalize/find-code/find-code.ts';

const find = (text: string) =>
	findCode(text.split('\n').map((line, index) => ({ number: index + 1, text: line }))).pieces.map((piece) => [
		piece.kind === 'code' ? `code ${piece.lang ?? '?'}` : piece.kind,
		...piece.lines.map((line) => line.text),
	]);

describe('the border between code and prose', () => {
	it('lies behind an alias, where the word after it is known in small letters', () => {
		const before = 'The execution of it is lazy, and s is an alias.';
		const text = `${before}\nUSING (\nSELECT parcel_id, MAX(sent) AS sent\nFROM parcels\nGROUP BY parcel_id\n) sExecution on trains (slow/late)`;
		expect(find(text).slice(1)).toEqual([
			['code sql', 'USING (', 'SELECT parcel_id, MAX(sent) AS sent', 'FROM parcels', 'GROUP BY parcel_id', ') s'],
			['prose', 'Execution on trains (slow/late)'],
		]);
	});

	it('does not lie behind the quotation mark that opens a comment', () => {
		const code = ['-- "Which vans were at which depot on which day"', 'CREATE TABLE van_days (', 'van_key INT,', 'day_key INT', ');'];
		expect(find(`A table of keys:\n${code.join('\n')}`)).toEqual([['prose', 'A table of keys:'], ['code sql', ...code]]);
	});

	it('does not part a number from its unit, nor a name of three words', () => {
		const unit = 'depot.write.target.bytes = 128MB— the writer merges parcels up to this size.';
		expect(find(`MB is a unit, and 128 a number.\n${unit}`)).toEqual([['prose', 'MB is a unit, and 128 a number.', unit]]);
		const name = 'joined = choose(left) or VanDepotJoin';
		expect(find(`Van and Depot and Join are words; VanDepot too.\n${name}\nprint(joined)`)[1]).toEqual(['code ?', name, 'print(joined)']);
	});
});
