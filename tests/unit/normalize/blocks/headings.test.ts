import { describe, expect, it } from 'vitest';
import { toBlocks } from '../../../../scripts/normalize/blocks/to-blocks.ts';
import { FLATTENED, code, differences, prose, read, sketch } from './fixtures.ts';

const headings = (text: string) => sketch(read(text).blocks).filter((line) => line.startsWith('#'));

describe('marked headings', () => {
	it('keeps the order of marks and skips no level', () => {
		expect(headings('## Ingest\n\ntext\n\n#### Retries ####\n\ntext\n\n## Load\n\n### Upserts:')).toEqual([
			'## Ingest',
			'### Retries',
			'## Load',
			'### Upserts',
		]);
		expect(headings('# Guide\n\n### Ingest\n\n# Next')).toEqual(['# Guide', '## Ingest', '# Next']);
	});

	it('reads underlines, and rules where nothing is underlined', () => {
		const text = 'Replay Guide\n============\n\nCheckpoints\n-----------\n\nA checkpoint is a promise about offsets.\n---\n\nNext part.\n\n---';
		expect(sketch(read(text).blocks)).toEqual(['# Replay Guide', '## Checkpoints', 'p A checkpoint is a promise about offsets.', '---', 'p Next part.', '---']);
	});

	it('does not take the end of frontmatter for an underline', () => {
		expect(sketch(read('---\ntitle: Backfills\n---\n\ntext').blocks)).toEqual(['---', 'p title: Backfills', '---', 'p text']);
	});

	it('takes bold lines alone for headings, and leaves lead-ins and labels', () => {
		const text = '## Skew\n\n**Handling hot keys**\n\nSalt them.\n\n**Common fixes:**\n- salt\n- split\n\n**Answer:** it depends.\n\n## More\n\n## Most';
		const lines = [
			'## Skew',
			'### Handling hot keys',
			'p Salt them.',
			'p **Common fixes:**',
			'- [p salt | p split]',
			'p **Answer:** it depends.',
			'## More',
			'## Most',
		];
		expect(sketch(read(text).blocks)).toEqual(lines);
	});

	it('keeps bold questions beside one another with marked headings inside them', () => {
		const text = '## Queues\n\n**Q1: Why partition a topic?**\n\nOrder.\n\n#### Keys\n\ntext\n\n**Q2: Why compact it?**\n\nSpace.\n\n## Tables';
		expect(headings(text)).toEqual(['## Queues', '### Why partition a topic?', '#### Keys', '### Why compact it?', '## Tables']);
	});

	it('puts a group of scenarios above its members', () => {
		const text = '## Scenario 4: Late files\n\na\n\n## Scenario 5-6: Short ones\n\n## Scenario 5: Clocks\n\nb\n\n## Scenario 6: Zones\n\nc';
		expect(headings(text)).toEqual(['## Late files', '## Short ones', '### Clocks', '### Zones']);
	});
});

describe('labels and numbers', () => {
	it('takes mark, label and number out of the text', () => {
		const { blocks, furniture } = read('☑ Q7. Replaying a topic\n\nProblem:\n\nA consumer lost its offsets.');
		expect(blocks[0]).toEqual({ kind: 'heading', line: 1, end: 1, depth: 2, text: 'Replaying a topic', label: 'question', number: '7', confidence: 0.95 });
		expect(blocks[1]).toMatchObject({ kind: 'heading', depth: 3, text: 'Problem' });
		expect(furniture).toEqual([
			{ line: 1, text: '☑', reason: 'mark of a heading' },
			{ line: 1, text: 'Q7', reason: 'label of a heading' },
		]);
	});

	it.each([
		['## Scenario 23: Small files', { label: 'scenario', number: '23', text: 'Small files' }],
		['## Part III — Storage', { label: 'part', number: 'III', text: 'Storage' }],
		['## Question 5) Which join?', { label: 'question', number: '5', text: 'Which join?' }],
		['## Chapter 2', { label: 'chapter', number: '2', text: 'Chapter 2' }],
		['## Step 3: Compact', { label: 'step', number: '3', text: 'Compact' }],
		['## 11.3 Raising the limit', { number: '11.3', text: 'Raising the limit' }],
		['## A1 — The forgotten index', { number: 'A1', text: 'The forgotten index' }],
		['## 3NF — no transitive keys', { text: '3NF — no transitive keys' }],
		['## 15 minutes of latency', { text: '15 minutes of latency' }],
		['## Part of the plan', { text: 'Part of the plan' }],
	])('%s', (line, parts) => {
		const { kind, line: at, end, depth, confidence, ...found } = read(line).blocks[0] as never as Record<string, unknown>;
		expect({ kind, at, end, depth, confidence }).toEqual({ kind: 'heading', at: 1, end: 1, depth: 2, confidence: 1 });
		expect(found).toEqual(parts);
	});

	it('nests numbered headings in the question they stand under', () => {
		const text = 'Q1. Joins\n\n1. Hash join\n\n- builds a table\n\n2. Merge join\n\n- sorts both sides\n\nQ2. Scans\n\nThey read it all.';
		expect(headings(text)).toEqual(['## Joins', '### Hash join', '### Merge join', '## Scans']);
	});

	it('leaves numbered steps a list', () => {
		expect(headings('1. Stop the writer\n2. Copy the files\n3. Start it again')).toEqual([]);
		expect(headings('1. Stop the writer\n\n   It must be idle.\n\n2. Copy the files')).toEqual([]);
	});

	it('notes a heading it is unsure of', () => {
		const { blocks, notes } = read('Recovery Options:\n\nRestore the snapshot, or replay the log.');
		expect(blocks[0]).toMatchObject({ kind: 'heading', text: 'Recovery Options', confidence: 0.7 });
		expect(notes).toEqual([{ stage: 'blocks', line: 1, kind: 'uncertain', what: 'line taken for a heading', reason: 'Recovery Options', confidence: 0.7 }]);
	});
});

describe('flattened documents', () => {
	it('finds plain headings and nests them by what counts', () => {
		expect(headings(FLATTENED)).toEqual([
			'# Storage Engines',
			'## Log-Structured Trees',
			'### Write path',
			'### Compaction strategies',
			'### Type 1 — Tiered',
			'#### The cost of a merge',
			'### Type 2 — Leveled',
			'## Pages and B-Trees',
			'### Is a full page a problem?',
			'# Query Planning',
			'## Statistics',
			'### Sampling',
			'## Costs',
		]);
	});

	it('nests lettered headings, groups without text of their own, and letters that are initials', () => {
		const body = 'It is said here in a full sentence.';
		const plain = (...lines: string[]) => `${FLATTENED}\n${lines.join('\n')}\n${body}`;
		const tail = (text: string, from: number) => headings(text).slice(from);
		const lettered = plain(
			'3. Mistakes',
			'A. Early ones',
			'A1 — No key',
			body,
			'A2 — No order',
			body,
			'B. Late ones',
			'B1 — No test',
			body,
			'Senior signs',
			body,
			'S1 — Scope',
		);
		expect(tail(lettered, 13)).toEqual([
			'## Mistakes',
			'### Early ones',
			'#### No key',
			'#### No order',
			'### Late ones',
			'#### No test',
			'### Senior signs',
			'#### Scope',
		]);
		const grouped = plain('3. Questions', 'About files', 'Why are they small?', body, 'Why are they many?', body, 'About topics', 'Why are they split?');
		expect(tail(grouped, 13)).toEqual([
			'## Questions',
			'### About files',
			'#### Why are they small?',
			'#### Why are they many?',
			'### About topics',
			'#### Why are they split?',
		]);
	});

	it('finds the title of a chapter above its list of contents', () => {
		const text = `${FLATTENED}\nQuestions and Answers\nAsk before you answer.\nContents\n- Files\n- Topics\nA late file\nIt is merged.`;
		expect(headings(text).slice(13)).toEqual(['# Questions and Answers', '## Contents', '## A late file']);
	});

	it('loses no word of them', () => expect(differences([prose(FLATTENED)], read(FLATTENED))).toEqual([]));

	it('finds a heading behind code that ended on the same line', () => {
		const after: Parameters<typeof toBlocks>[0] = [
			prose(FLATTENED),
			code(40),
			{
				kind: 'prose',
				lines: [
					{ number: 40, text: 'Plan caching' },
					{ number: 41, text: 'A plan is kept.' },
				],
			},
		];
		expect(sketch(toBlocks(after).blocks).slice(-3)).toEqual(['<code>', '### Plan caching', 'p A plan is kept.']);
	});

	it.each(['That is the bar.', 'What breaks pruning:', 'order_id customer_id total_amount', 'WHERE total = 5', 'a → b → c', 'the rest of a sentence'])(
		'leaves "%s"',
		(line) => {
			expect(headings(`${FLATTENED}\n${line}\nA sentence follows it here.`)).not.toContain(`### ${line}`);
			expect(sketch(read(`${FLATTENED}\n${line}\nA sentence follows it here.`).blocks)).toContain(`p ${line}`);
		},
	);

	it('takes # for a comment there', () => expect(sketch(read(`${FLATTENED}\n# rows per page`).blocks).at(-1)).toBe('p # rows per page'));
});

describe('documents with blank lines', () => {
	it('takes titles and questions alone for headings, not sentences', () => {
		const text =
			'Table Maintenance\n\nFiles pile up.\n\nwhere it hurts most of all\n\nWhere are old files kept?\n\nBeside the new ones.\n\nDelta tables read old files until vacuum';
		expect(headings(text)).toEqual(['# Table Maintenance', '## Where are old files kept?']);
	});
});
