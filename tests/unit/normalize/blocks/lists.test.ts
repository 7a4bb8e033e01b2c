import { describe, expect, it } from 'vitest';
import { toBlocks } from '../../../../scripts/normalize/blocks/to-blocks.ts';
import { FLATTENED, code, differences, prose, read, sketch } from './fixtures.ts';

describe('lists', () => {
	it('nests by indentation, in spaces and tabs', () => {
		expect(sketch(read('- sources\n  - files\n\t- queues\n- sinks\n    1. tables\n    2. topics').blocks)).toEqual([
			'- [p sources; - [p files; - [p queues]] | p sinks; 1. [p tables | p topics]]',
		]);
	});

	it.each(['*', '+', '•', '▪', '◦', '‣', '●', '○', '–'])('reads %s as a bullet', (mark) => {
		expect(sketch(read(`${mark} first\n${mark} second`).blocks)).toEqual(['- [p first | p second]']);
	});

	it('keeps ticks and crosses in the text, beside one another only', () => {
		expect(sketch(read('✓ exactly once\n❌ at most once').blocks)).toEqual(['- [p ✓ exactly once | p ❌ at most once]']);
		expect(sketch(read('✓ Exactly once, said one line.').blocks)).toEqual(['p ✓ Exactly once, said one line.']);
	});

	it('keeps code inside its item and the numbers going', () => {
		const pieces = [prose('1. Export\n'), code(3, 3), prose('\n2. Import\n', 4), code(7, 0)];
		expect(sketch(toBlocks(pieces).blocks)).toEqual(['1. [p Export; <code> | p Import]', '<code>']);
	});

	it('reads a bullet before a number as the number', () => {
		expect(sketch(read('- 4. stop\n- 5. copy').blocks)).toEqual(['4. [p stop | p copy]']);
	});

	it('takes out numbers that do not ascend, and letters', () => {
		const { blocks, furniture } = read('1) files\n1) topics\n1) tables');
		expect(sketch(blocks)).toEqual(['1. [p files | p topics | p tables]']);
		expect(furniture).toEqual([
			{ line: 2, text: '1)', reason: 'list marker' },
			{ line: 3, text: '1)', reason: 'list marker' },
		]);
		expect(read('(a) scan\n(b) seek').furniture.map(({ text }) => text)).toEqual(['(a)', '(b)']);
	});

	it('starts anew at one', () => expect(sketch(read('1. a\n2. b\n1. c').blocks)).toEqual(['1. [p a | p b]', '1. [p c]']));

	it('joins wrapped items, not what follows them', () => {
		expect(
			sketch(read('- a consumer group shares the partitions of a topic and\n  rebalances when one leaves\n- a lone reader\nreads all\n\nNext.').blocks),
		).toEqual(['- [p a consumer group shares the partitions of a topic and rebalances when one leaves | p a lone reader reads all]', 'p Next.']);
	});

	it('reads a wrapped sum as text', () => {
		expect(sketch(read('- The new layout reads hourly + daily / hourly + weekly / daily\n + weekly files.\n- Next').blocks)).toEqual([
			'- [p The new layout reads hourly + daily / hourly + weekly / daily + weekly files. | p Next]',
		]);
	});

	it('puts bullets below a numbered item into it when the next number follows', () => {
		expect(sketch(read('1. Extract:\n- pull\n- check\n2. Load:\n- merge').blocks)).toEqual(['1. [p Extract:; - [p pull | p check] | p Load:]', '- [p merge]']);
	});

	it('guesses bullets that were lost below a lead-in, and says so', () => {
		const { blocks, notes } = read('The job needs:\nA source table\nA target table\nA service account\n\nThen it runs.');
		expect(sketch(blocks)).toEqual(['p The job needs:', '- [p A source table | p A target table | p A service account]', 'p Then it runs.']);
		expect(notes).toMatchObject([{ line: 2, kind: 'uncertain', what: 'list without bullets', confidence: 0.6 }]);
		expect(sketch(read('It needs:\nA table\nand an account').blocks)).toEqual(['p It needs:', 'p A table', 'p and an account']);
	});

	it('takes out a number that was torn from its text', () => {
		const { blocks, furniture, notes } = read('Run it.\n\n2.\n\nThen look.');
		expect(sketch(blocks)).toEqual(['p Run it.', 'p Then look.']);
		expect(furniture).toEqual([{ line: 3, text: '2.', reason: 'number or bullet without its text' }]);
		expect(notes).toMatchObject([{ line: 3, kind: 'uncertain', what: 'number or bullet without its text' }]);
	});

	it('puts a lone bullet before its text', () => expect(sketch(read('•\nfiles\n•\ntopics').blocks)).toEqual(['- [p files | p topics]']));

	it('does not start a list at a number inside running text', () => {
		expect(sketch(read('The connector has kept its offsets in a topic of its own since\n3. It was never explained why.').blocks)).toEqual([
			'p The connector has kept its offsets in a topic of its own since 3. It was never explained why.',
		]);
	});
});

describe('items broken by inline code', () => {
	const result = read(FLATTENED);
	it('joins their parts and parts what was glued', () => {
		expect(sketch(result.blocks)).toContain(
			'- [p Append the record to the write-ahead log. | p Insert it into the buffer. Without a limit set by flush_threshold, the buffer grows until the node fails. | ' +
				'p Flush full buffers as sorted files. | p Enable batching with batch.writes = true to gather small inserts. | p Measure the lag.]',
		);
	});

	it('says what it did', () => {
		expect(result.notes).toContainEqual({
			stage: 'blocks',
			line: 9,
			kind: 'uncertain',
			what: 'word parted from inline code',
			confidence: 0.75,
			reason: 'trueto → true to',
			reword: { before: 'trueto', after: 'true to' },
		});
		expect(result.notes.filter(({ what }) => what === 'list item joined that inline code had broken').map(({ line, kind }) => `${line} ${kind}`)).toEqual([
			'8 repaired',
			'10 repaired',
		]);
	});

	it('leaves the same text alone in a document that was not flattened', () => {
		const text = '- Enable batching. - Measure the lag, trueto form.\n\nNext.';
		expect(sketch(read(text).blocks)).toEqual(['- [p Enable batching. - Measure the lag, trueto form.]', 'p Next.']);
	});
});

it('loses no word in any of them', () => {
	const texts = [
		'- a\n  1. b\n  1. c\n\n(a) d\n(b) e',
		'2.\n\n•\nf\n- 3. g\n- 5. h',
		'1. a\n- b\n2. c\n1. d',
		'- x\n\n      deep\n y',
		'3) a\n\n4) b\n\n\n9) c',
	];
	for (const text of texts) expect([text, differences([prose(text)], read(text))]).toEqual([text, []]);
});
