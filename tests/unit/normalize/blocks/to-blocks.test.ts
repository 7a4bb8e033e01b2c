import { describe, expect, it } from 'vitest';
import { toBlocks } from '../../../../scripts/normalize/blocks/to-blocks.ts';
import type { Block } from '../../../../scripts/normalize/model.ts';
import { code, differences, prose, read, sketch } from './fixtures.ts';

describe('paragraphs', () => {
	it('joins lines wrapped at one width', () => {
		const text =
			'A stream without an end can only be summed up over windows, and\nA window is complete when the watermark has passed its end; what\ncomes later is late.';
		expect(sketch(read(text).blocks)).toEqual([`p ${text.replaceAll('\n', ' ')}`]);
	});

	it('keeps short lines, settings and labelled lines apart', () => {
		expect(sketch(read('retries: 3\ntimeout: 30s\nbackoff: linear').blocks)).toEqual(['p retries: 3', 'p timeout: 30s', 'p backoff: linear']);
		expect(sketch(read('**Question:** Why is it slow?\n**Answer:** It spills.').blocks)).toEqual([
			'p **Question:** Why is it slow?',
			'p **Answer:** It spills.',
		]);
	});

	it('leaves inline marks as they stood', () => {
		expect(sketch(read('  Set `a_b` to **two, see [docs](x/y) <b>{z}</b>.  ').blocks)).toEqual(['p Set `a_b` to **two, see [docs](x/y) <b>{z}</b>.']);
	});

	it('joins a sentence over a footer that was taken out', () => {
		const lines = [
			{ number: 1, text: 'The broker keeps each partition on three machines and answers' },
			{ number: 2, text: '' },
			{ number: 5, text: 'only when two of them have the record.' },
		];
		const { blocks, notes } = toBlocks([{ kind: 'prose', lines }]);
		expect(blocks).toEqual([
			{ kind: 'paragraph', line: 1, end: 5, text: 'The broker keeps each partition on three machines and answers only when two of them have the record.' },
		]);
		expect(notes).toEqual([{ stage: 'blocks', line: 5, kind: 'repaired', what: 'sentence joined over a gap' }]);
	});
});

describe('hyphens at line ends', () => {
	it('undoes them where the document writes the word whole', () => {
		const { blocks, notes } = read('Each partition has a leader, and the first parti-\ntion is read first.');
		expect(sketch(blocks)).toEqual(['p Each partition has a leader, and the first partition is read first.']);
		expect(notes).toEqual([{ stage: 'blocks', line: 2, kind: 'repaired', what: 'hyphenation undone', reword: { before: 'parti- tion', after: 'partition' } }]);
	});

	it('keeps them where the document writes the hyphen', () => {
		const { blocks, notes } = read('An event-driven job waits for its input; this one is event-\ndriven too.');
		expect([sketch(blocks), notes]).toEqual([['p An event-driven job waits for its input; this one is event-driven too.'], []]);
	});

	it('keeps them and asks where nothing tells', () => {
		const { blocks, notes } = read('The sink writes each record exactly-\nonce or not at all.');
		expect(sketch(blocks)).toEqual(['p The sink writes each record exactly-once or not at all.']);
		expect(notes).toMatchObject([{ line: 2, kind: 'uncertain', what: 'hyphen at the end of a line kept', confidence: 0.6 }]);
	});
});

describe('quotes and inserts', () => {
	it('reads quotes and what is in them', () => {
		expect(sketch(read('> A note\n>\n> - one\n> - two\n>> deeper\nAfter.').blocks)).toEqual(['> [p A note; - [p one | p two]; > [p deeper]]', 'p After.']);
	});

	it('hands on code, tables and drawings as they are', () => {
		const lines = [{ number: 2, text: '| a |' }];
		const pieces = [prose('Text.'), { kind: 'table' as const, lines, indent: 0 }, { kind: 'drawing' as const, lines, indent: 0 }, code(3)];
		expect(toBlocks(pieces).blocks.slice(1)).toEqual([
			{ kind: 'table', lines, line: 2, end: 2 },
			{ kind: 'drawing', lines, line: 2, end: 2 },
			{ kind: 'code', lines: [{ number: 3, text: 'run()' }], indent: 0, fenced: true, line: 3, end: 3 },
		]);
	});
});

const depthOf = (blocks: Block[]): number =>
	blocks.reduce((most, block) => {
		if (block.kind === 'quote') return Math.max(most, 1 + depthOf(block.blocks));
		return block.kind === 'list' ? Math.max(most, ...block.items.map((item) => 1 + depthOf(item.blocks))) : most;
	}, 0);

describe('hostile documents', () => {
	const cases: [string, string][] = [
		['a hundred thousand quotes', `${'>'.repeat(100_000)} word`],
		['lists without end', Array.from({ length: 500 }, (_, i) => `${' '.repeat(i * 2)}- item${i}`).join('\n')],
		['quotes and lists in turn', `${'> - '.repeat(3000)}word`],
		['a line of half a million letters', `- ${'a'.repeat(500_000)} end`],
		['a rule of a line of dashes, and one that is none', `${'-'.repeat(200_000)}\n\n${'* '.repeat(100_000)}x`],
		['twenty thousand short lines', Array.from({ length: 20_000 }, (_, i) => `Line ${i}`).join('\n')],
		['twenty thousand cut words', 'some informa-\n'.repeat(20_000)],
		['markup and NUL', 'a\u0000b\n\u0000\n<script>x</script>\nimport y from "z"\n{c.d}\n---\ntitle: e\n---\n[['.repeat(50)],
		['items glued by the thousand', `${`${'long '.repeat(60)}\n`.repeat(8)}- a\n${'name_x(y). - Next '.repeat(12_000)}`],
	];
	it.each(cases)('%s', (_, text) => {
		const pieces = [prose(text)];
		const result = toBlocks(pieces);
		expect(depthOf(result.blocks)).toBeLessThanOrEqual(9);
		expect(differences(pieces, result)).toEqual([]);
	});

	it('takes nothing from nothing', () => {
		expect(toBlocks([])).toEqual({ blocks: [], notes: [], furniture: [] });
		expect(read('\n \n\t\n')).toEqual({ blocks: [], notes: [], furniture: [] });
	});
});
