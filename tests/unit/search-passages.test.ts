import { describe, expect, test } from 'vitest';
import type { PageText, Passage } from '../../src/lib/search/model.ts';
import { passagesOf } from '../../src/lib/search/passages.ts';

const FILLER = 'one two three four five six seven eight nine ten. '.repeat(6).trim();
const content = `Data skew. A shuffle sends equal keys to one task. What skew costs. ${FILLER} The tax is high (skew). Salting. A salt spreads the hot key. ${FILLER} Last. Nothing here.`;
const words = content.split(/\s+/);
const at = (word: string, from = 0) => words.indexOf(word, from);
const text: PageText = {
	content,
	anchors: [
		{ element: 'h1', id: '_top', text: 'Data skew', location: 0 },
		{ element: 'h2', id: 'costs', text: 'What skew costs', location: at('What') },
		{ element: 'div', id: 'box', text: '', location: at('What') + 5 },
		{ element: 'h2', id: 'salting', text: 'Salting', location: at('Salting.') },
		{ element: 'h2', id: 'last', text: 'Last', location: at('Last.') },
	],
};
const found = (...list: string[]) => list.map((word) => ({ locations: words.flatMap((other, i) => (other.replace(/\W/g, '') === word ? [i] : [])), weight: 1 }));
const read = ({ excerpt }: Passage) => excerpt.map(({ text: piece, hit }) => (hit ? `[${piece}]` : piece)).join('');

describe('passagesOf', () => {
	test('the section that holds most answers first, others follow', () => {
		expect(passagesOf(text, 'Data skew', found('salt', 'key')).map(({ anchor }) => anchor)).toEqual(['salting']);
		expect(passagesOf(text, 'Data skew', found('skew', 'tax')).map(({ anchor }) => anchor)).toEqual(['costs', '']);
	});

	test('a heading that names it wins over a mention, and the top of a page that is about it over both', () => {
		const [first] = passagesOf(text, 'Data skew', found('skew'));
		expect(first?.anchor).toBe('costs');
		expect(passagesOf(text, 'Data skew', found('skew'), true)[0]?.anchor).toBe('');
	});

	test('the excerpt marks the words without their punctuation, and says where it was cut', () => {
		const [best] = passagesOf(text, 'Data skew', found('tax', 'high', 'skew'));
		expect(best && read(best)).toMatch(/^… .*The \[tax\] is \[high\] \(\[skew\]\)\.$/);
	});

	test('an excerpt begins with its section where that holds as much', () => {
		const [best] = passagesOf(text, 'Data skew', found('salt'));
		expect(best && read(best)).toMatch(/^A \[salt\] spreads the hot key\. one two .* …$/);
	});

	test('words come as the page spells them, each once', () => {
		expect(passagesOf(text, 'Data skew', found('skew', 'tax'))[0]?.words).toEqual(['skew', 'tax']);
	});

	test('a page found by its name alone shows its beginning', () => {
		const [only, ...others] = passagesOf(text, 'Data skew', []);
		expect(others).toEqual([]);
		expect(only && read(only)).toBe('A shuffle sends equal keys to one task.');
		expect(only).toMatchObject({ title: 'Data skew', anchor: '', words: [] });
	});

	test('a title straight above a heading is one top with it', () => {
		const scenario: PageText = {
			content: 'A petabyte join. Question 32. The stage hangs.',
			anchors: [
				{ element: 'h1', id: '_top', text: 'A petabyte join', location: 0 },
				{ element: 'h2', id: 'question', text: 'Question 32', location: 3 },
			],
		};
		const [top] = passagesOf(scenario, 'A petabyte join', [{ locations: [7], weight: 1 }]);
		expect(top).toMatchObject({ anchor: '', title: 'A petabyte join' });
		expect(top && read(top)).toBe('The stage [hangs].');
	});

	test('entries of a list are sections, named by their first words', () => {
		const ledger: PageText = {
			content: 'Misbeliefs. Often repeated. Delta tables can be bucketed. Delta rejects it.',
			anchors: [
				{ element: 'h1', id: '_top', text: 'Misbeliefs', location: 0 },
				{ element: 'article', id: 'delta-buckets', text: '', location: 3 },
			],
		};
		expect(passagesOf(ledger, 'Misbeliefs', [{ locations: [9], weight: 1 }])[0]).toMatchObject({
			anchor: 'delta-buckets',
			title: 'Delta tables can be bucketed. Delta rejects it.',
		});
	});
});
