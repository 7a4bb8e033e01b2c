import { describe, expect, it } from 'vitest';
import { read, sketch } from './fixtures.ts';

const headings = (text: string) => sketch(read(text).blocks).filter((line) => line.startsWith('#'));

const BEFORE = '## Depots\n\nA depot keeps parcels.\n\n### Vans\n\nA van leaves twice a day.\n\n';
const PART = 'LOST PARCELS\n============\n\nFinding\n-------\n\nAsk the depot.\n\n### Scanners\n\nOld ones lie.\n\nPaying\n------\n\nPay at once.\n\n';
const AFTER = '## Towns\n\nA town has a depot.\n\n### Streets\n\nThey have names.';

describe('a part pasted into a document of lower headings', () => {
	it('reaches over what is underlined as it is, to the next marked section', () => {
		expect(headings(BEFORE + PART + AFTER)).toEqual([
			'## Depots',
			'### Vans',
			'## LOST PARCELS',
			'### Finding',
			'#### Scanners',
			'### Paying',
			'## Towns',
			'### Streets',
		]);
	});

	it('is a title where it comes first, where there are two, or where it is marked like the others', () => {
		expect(headings(PART + AFTER).slice(0, 2)).toEqual(['# LOST PARCELS', '## Finding']);
		expect(headings(`${BEFORE}${PART}${AFTER}\n\nLATE VANS\n=========\n\nText.`)).toContain('# LOST PARCELS');
		expect(headings(BEFORE + PART.replace('LOST PARCELS\n============', '# LOST PARCELS') + AFTER)).toContain('# LOST PARCELS');
	});
});
