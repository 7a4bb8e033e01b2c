import { expect, test } from 'vitest';
import type { Block } from '../../../../scripts/normalize/model.ts';
import { segment } from '../../../../scripts/normalize/segment/segment.ts';

const heading = (depth: number, text: string): Block => ({ kind: 'heading', line: 1, end: 1, depth, text, confidence: 0.9 });
const paragraph: Block = { kind: 'paragraph', line: 1, end: 1, text: 'The depot was asked first, and then every van that had left it.' };
const numbered = (blocks: Block[]): Block[] => blocks.map((block, i) => ({ ...block, line: i + 1, end: i + 1 }));
const depthOf = (title: string): number => (/Scenarios$|Costs$/.test(title) ? 2 : 3);
const kinds = (...titles: string[]) => {
	const blocks = numbered([heading(1, 'Vans'), ...titles.flatMap((title) => [heading(depthOf(title), title), paragraph])]);
	return segment({ name: 'vans.md', blocks }).drafts.map(({ kind, title }) => `${kind}: ${title}`);
};

const ASKING = ['How do you count parcels?', 'Why are vans late?'];

test('where most sections below a heading of scenarios ask, the others are scenarios too', () => {
	expect(kinds('Depot Scenarios', ...ASKING, 'A depot shows no parcels at noon')).toContain('scenario: A depot shows no parcels at noon');
});

test('where few of them ask, or the heading names no scenarios, sections stay sections', () => {
	expect(kinds('Depot Scenarios', 'Why are vans late?', 'Towns', 'Streets', 'A depot shows no parcels at noon').join('\n')).not.toContain('scenario:');
	expect(kinds('Depot Costs', ...ASKING, 'A depot shows no parcels at noon').join('\n')).not.toContain('scenario:');
});
