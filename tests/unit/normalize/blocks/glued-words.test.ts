import { describe, expect, it } from 'vitest';
import { FLATTENED, differences, prose, read, sketch } from './fixtures.ts';
import { toBlocks } from '../../../../scripts/normalize/blocks/to-blocks.ts';

/** Tells the document the words that may be glued. */
const KNOWN = 'A count may differ, a count must not, and one must see that a window may differ; SUM and SUM again, must it differ.';
const last = (text: string) => sketch(read(`${FLATTENED}\n${KNOWN}\n${text}`).blocks).at(-1);

describe('words glued to inline code', () => {
	it('are parted from a keyword in capitals that the document knows', () => {
		expect(last('The SUMmust be taken again after the load of a day has ended.')).toBe(
			'p The SUM must be taken again after the load of a day has ended.',
		);
		const whole = 'The PARCEL and SSTables and KRaft and IDs stay as they are in this line.';
		expect(last(whole)).toBe(`p ${whole}`);
	});

	it('are parted from a call by a blank', () => {
		expect(last('It is known that COUNT(*)must be read, and COUNT(town)may differ from it.')).toBe(
			'p It is known that COUNT(*) must be read, and COUNT(town) may differ from it.',
		);
		const whole = 'The parcel(s) and load(x)again(y) and van(a)unheard stay in this line.';
		expect(last(whole)).toBe(`p ${whole}`);
	});

	it('lose no word', () => {
		const pieces = [prose(`${FLATTENED}\n${KNOWN}\nThe SUMmust be taken, and COUNT(*)must be read.`)];
		expect(differences(pieces, toBlocks(pieces))).toEqual([]);
	});
});

describe('items glued to a sentence', () => {
	it('are parted without a blank before their dash as well', () => {
		const text = `${FLATTENED}\nBefore a load:\n- Ask the depot for\nvan_list, or guess it.- Count the parcels.`;
		expect(sketch(read(text).blocks).at(-1)).toBe('- [p Ask the depot for van_list, or guess it. | p Count the parcels.]');
	});

	it('leave plans and signs alone', () => {
		const text = `${FLATTENED}\nThe plan was short:\n:- Filter of towns\nand the end of it came at once, as a plan of depots should.`;
		expect(sketch(read(text).blocks).join('\n')).toContain(':- Filter of towns');
	});
});
