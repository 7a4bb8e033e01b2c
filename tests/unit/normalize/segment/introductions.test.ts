import { describe, expect, test } from 'vitest';
import type { Block } from '../../../../scripts/normalize/model.ts';
import { segment } from '../../../../scripts/normalize/segment/segment.ts';
import { textOf } from '../../../../scripts/normalize/segment/text.ts';

const heading = (depth: number, text: string, line: number, label?: string): Block =>
	({ kind: 'heading', line, end: line, depth, text, confidence: 1, ...(label && { label, number: String(line) }) });
const paragraph = (text: string, line: number): Block => ({ kind: 'paragraph', line, end: line, text });
const outline = (blocks: Block[]) => blocks.map((block) => (block.kind === 'heading' ? `${'#'.repeat(block.depth)} ${block.text}` : textOf([block])));

const question = (line: number) => [heading(3, `Why is van ${line} late?`, line, 'question'), paragraph(`Its depot ${line} is far.`, line + 1)];
const cut = (...blocks: Block[]) => segment({ name: 'vans.md', blocks });

describe('the short introduction of a group of questions', () => {
	const intro = 'Vans matter most here, so these are asked first.';
	const { drafts, furniture, notes } = cut(heading(2, 'Vans', 1), paragraph(intro, 2), ...question(3), ...question(5), ...question(7));

	test('stands before the text of its first page', () => {
		expect(drafts.map(({ blocks }) => outline(blocks))).toEqual([
			[intro, '## Answer', 'Its depot 3 is far.'],
			['## Answer', 'Its depot 5 is far.'],
			['## Answer', 'Its depot 7 is far.'],
		]);
		expect(furniture.some(({ text }) => text.includes('matter'))).toBe(false);
	});

	test('is named to a person', () => {
		expect(notes.filter(({ what }) => what.startsWith('introduction'))).toEqual([
			{ stage: 'segment', line: 2, kind: 'uncertain', what: 'introduction of a group put before its first page', reason: intro, confidence: 0.6 },
		]);
	});

	test('stands at the end of the last page where none follows', () => {
		const rest = cut(heading(2, 'Vans', 1), ...question(3), ...question(5), ...question(7), heading(3, 'Late ones', 9), paragraph('More to come.', 10));
		expect(rest.drafts.map(({ blocks }) => textOf(blocks)).join('\n')).toContain('More to come.');
		expect(rest.furniture.some(({ text }) => text.includes('More to come'))).toBe(false);
	});
});
