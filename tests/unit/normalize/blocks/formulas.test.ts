import { describe, expect, it } from 'vitest';
import { isFormula } from '../../../../scripts/normalize/blocks/formulas.ts';
import { FLATTENED, read, sketch } from './fixtures.ts';

describe('formulas', () => {
	it.each([
		'lag(p) = max(offset seen on p) - committed',
		'queue = vans × stops_per_van',
		'cost = sort + O(rows × width).',
		'a ≈ b ÷ 2',
	])('are found: %s', (text) => {
		expect(isFormula(text)).toBe(true);
	});

	it.each([
		'Silver = cleaned rows (one per parcel), no more.',
		'size=10m, slide=1m: every parcel counts ten times.',
		'Reach = vans. A van + a driver is one.',
		'depot = load()',
		'`a = b + c`',
		'The cost = sort + merge',
		`x = ${'y + '.repeat(40)}z`,
	])('are not seen in %s', (text) => {
		expect(isFormula(text)).toBe(false);
	});

	it('stand in a code span of their own, in flattened documents alone', () => {
		const formula = 'queue_size = vans × stops_per_van';
		expect(sketch(read(`${FLATTENED}\nThe length of a queue:\n${formula}\nwhere a van has one driver.`).blocks).slice(-3)).toEqual([
			'p The length of a queue:',
			`p \`${formula}\``,
			'p where a van has one driver.',
		]);
		expect(read(`${FLATTENED}\nThe length of a queue:\n${formula}`).notes).toContainEqual({
			stage: 'blocks', line: FLATTENED.split('\n').length + 2, kind: 'repaired', what: 'formula put in a code span', reason: formula,
		});
		expect(sketch(read(`The length of a queue:\n\n${formula}`).blocks).at(-1)).toBe(`p ${formula}`);
	});

	it('belong to the list item that leads in to them', () => {
		const text = `${FLATTENED}\nTwo queues:\n- Short:\nq = vans × stops. - Long:\nq = vans × stops × days.`;
		expect(sketch(read(text).blocks).at(-1)).toBe('- [p Short: q = vans × stops. | p Long: q = vans × stops × days.]');
	});
});
