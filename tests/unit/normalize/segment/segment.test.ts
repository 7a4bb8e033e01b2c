import { describe, expect, test } from 'vitest';
import type { Block, HeadingBlock } from '../../../../scripts/normalize/model.ts';
import { segment } from '../../../../scripts/normalize/segment/segment.ts';
import { difficultyOf, fieldOf } from '../../../../scripts/normalize/segment/fields.ts';
import { asks, roleAndRest, roleOf } from '../../../../scripts/normalize/segment/labels.ts';
import { textOf } from '../../../../scripts/normalize/segment/text.ts';

/** A block as a test writes it; lines are counted. */
type Sketch = (line: number) => Block;
const h = (depth: number, text: string, more: Partial<HeadingBlock> = {}): Sketch => (line) =>
	({ kind: 'heading', line, end: line, depth, text, confidence: 1, ...more });
const scenario = (number: string, text: string, depth = 2) => h(depth, text, { label: 'scenario', number });
const p = (text: string): Sketch => (line) => ({ kind: 'paragraph', line, end: line + text.split('\n').length - 1, text });
const rule: Sketch = (line) => ({ kind: 'rule', line, end: line });
const code = (text: string): Sketch => (line) => ({ kind: 'code', line, end: line, lines: [{ number: line, text }], indent: 0, fenced: true });
const list = (...items: string[]): Sketch => (line) => ({
	kind: 'list', line, end: line + items.length - 1, ordered: false,
	items: items.map((text, i) => ({ line: line + i, blocks: [{ kind: 'paragraph', line: line + i, end: line + i, text }] })),
});

function document(...sketches: Sketch[]): Block[] {
	let line = 1;
	return sketches.map((sketch) => {
		const block = sketch(line);
		line = block.end + 1;
		return block;
	});
}
const cut = (...sketches: Sketch[]) => segment({ name: 'loading-notes.md', blocks: document(...sketches) });
/** A body as an outline: `## Answer`, `paragraph: text`. */
const outline = (blocks: Block[]) =>
	blocks.map((block) => (block.kind === 'heading' ? `${'#'.repeat(block.depth)} ${block.text}` : `${block.kind}: ${textOf([block])}`));
const words = (count: number, word = 'late') => Array.from({ length: count }, () => word).join(' ');
const reasons = (furniture: { text: string; reason: string }[]) => furniture.map(({ text, reason }) => `${reason}: ${text}`);
/** How often each word stands in a text. */
const counted = (text: string) => {
	const counts = new Map<string, number>();
	for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
	return counts;
};
function lost(sketches: Sketch[]): string[] {
	const { drafts, furniture } = cut(...sketches);
	const texts = drafts.map((draft) => `${draft.title} ${draft.question ?? ''} ${textOf(draft.blocks)}`);
	const out = counted([...texts, ...furniture.map(({ text }) => text)].join('\n'));
	return [...counted(textOf(document(...sketches)))].flatMap(([word, count]) => ((out.get(word) ?? 0) < count ? [word] : []));
}

const SCENARIOS = [
	h(1, '🟡 Medium Scenarios 4-7'),
	p('**Loads that arrive twice**'),
	rule,
	scenario('4', 'A retried load'),
	p('**🏷️ Technologies:** `Airflow` `Iceberg`'),
	h(3, 'Interview Question'),
	p('*"A retry loads the same day again. How do you keep the table right?"*'),
	h(3, "What's Happening"),
	p('The task appends.'),
	h(3, 'Solution'),
	code('MERGE INTO orders'),
	rule,
	h(2, 'More loads', { label: 'scenario', number: '5-7' }),
	scenario('5', 'Two writers', 3),
	p('**Question:** *"Two jobs commit at once. What happens?"*\n**Answer:** One of them retries.'),
	scenario('6', 'An empty day', 3),
	p('**Question:** "Is an empty load a failure?" **Answer:**'),
	list('Compare with yesterday.', 'Ask the source.'),
	scenario('7', 'A load nobody explains', 3),
	p('**Question:** "Why did the load double?"'),
	rule,
	p('**Previous:** [Late files](./late_files.md) | **Next:** [Costs](./costs.md)'),
];

describe('a document of numbered scenarios', () => {
	const { drafts, furniture, notes } = cut(...SCENARIOS);

	test('becomes a draft a scenario, with number, question and technologies apart', () => {
		expect(drafts.map(({ kind, number, title, question, techNames, order }) => ({ kind, number, title, question, techNames, order }))).toEqual([
			{
				kind: 'scenario', number: 4, title: 'A retried load', question: 'A retry loads the same day again. How do you keep the table right?',
				techNames: ['Airflow', 'Iceberg'], order: 10,
			},
			{ kind: 'scenario', number: 5, title: 'Two writers', question: 'Two jobs commit at once. What happens?', techNames: [], order: 20 },
			{ kind: 'scenario', number: 6, title: 'An empty day', question: 'Is an empty load a failure?', techNames: [], order: 30 },
			{ kind: 'scenario', number: 7, title: 'A load nobody explains', question: 'Why did the load double?', techNames: [], order: 40 },
		]);
	});
	test('inherits the difficulty of the heading above all', () => {
		expect(drafts.map(({ difficulty }) => difficulty)).toEqual(['medium', 'medium', 'medium', 'medium']);
	});
	test('names its sections as the site does', () => {
		expect(outline(drafts[0]?.blocks ?? [])).toEqual(['## What is happening', 'paragraph: The task appends.', '## Answer', 'code: MERGE INTO orders']);
		expect(outline(drafts[1]?.blocks ?? [])).toEqual(['## Answer', 'paragraph: One of them retries.']);
		expect(outline(drafts[2]?.blocks ?? [])).toEqual(['## Answer', 'list: Compare with yesterday.\nAsk the source.']);
	});
	test('keeps the lines of the document', () => {
		expect(drafts.map(({ line, end }) => [line, end])).toEqual([[4, 12], [14, 16], [17, 20], [21, 24]]);
	});
	test('leaves group headings and labels to the furniture', () => {
		expect(reasons(furniture).sort()).toEqual(
			[
				'field of the frontmatter: **🏷️ Technologies:** `Airflow` `Iceberg`',
				'heading of a group: **Loads that arrive twice**',
				'heading of a group: More loads',
				'heading of a group: 🟡 Medium Scenarios 4-7',
				"heading renamed: What's Happening",
				'heading renamed: Solution',
				'label of the question: Interview Question',
				'label of the question: Question',
				'label of the question: Question',
				'label of the question: Question',
			].sort(),
		);
	});
	test('takes the line that leads to other documents for no answer', () => {
		expect(outline(drafts[3]?.blocks ?? [])).toEqual([
			'## Answer',
			'paragraph: No answer in the document.',
			'paragraph: **Previous:** [Late files](./late_files.md) | **Next:** [Costs](./costs.md)',
		]);
	});
	test('is sure of all but the missing answer', () => {
		expect(notes.map(({ what, line }) => `${line} ${what}`)).toEqual(['21 scenario without an answer']);
	});
	test('loses no word', () => expect(lost(SCENARIOS)).toEqual([]));
});

test('a scenario without an answer says so and is noted', () => {
	const numbers = ['1', '2', '3'];
	const { drafts, notes } = cut(...numbers.flatMap((number) => [scenario(number, `Load ${number}`), p(`**Question:** "What is wrong with load ${number}?"`)]));
	expect(outline(drafts[2]?.blocks ?? [])).toEqual(['## Answer', 'paragraph: No answer in the document.']);
	expect(notes).toEqual(numbers.map((number, i) => ({
		stage: 'segment', line: 1 + 2 * i, kind: 'uncertain', what: 'scenario without an answer', reason: `Load ${number}`, confidence: 1,
	})));
});

test('a scenario that is its heading alone stays one', () => {
	const { drafts } = cut(...['1', '2', '3'].map((number) => scenario(number, `How is load ${number} kept apart?`)));
	expect(drafts.map(({ number, question }) => [number, question])).toEqual([1, 2, 3].map((number) => [number, `How is load ${number} kept apart?`]));
});

test('two labelled headings are no series', () => {
	const { drafts } = cut(h(1, 'Notes'), scenario('1', 'First'), p(words(100)), scenario('2', 'Second'), p(words(100)));
	expect(drafts.map(({ kind, title }) => [kind, title])).toEqual([['topic', 'Notes']]);
});

describe('questions inside a chapter', () => {
	const QUESTIONS = [
		h(1, 'Storage'),
		h(2, 'Interview questions'),
		p('**Q1: What does a footer hold?**'),
		list('The schema', 'Statistics'),
		p('**Q2: Why are small files slow?**\n**A:** Each one is opened.'),
		h(3, 'How to see it'),
		p('Count them.'),
		p('Q: Does a rename move data?'),
		p('A: Not on HDFS.'),
		rule,
		h(2, 'Compaction'),
		p(words(120)),
	];
	const { drafts } = cut(...QUESTIONS);
	test('are scenarios of their own', () => {
		expect(drafts.map(({ kind, number, question, title }) => [kind, number, question ?? title])).toEqual([
			['scenario', 1, 'What does a footer hold?'],
			['scenario', 2, 'Why are small files slow?'],
			['scenario', undefined, 'Does a rename move data?'],
			['topic', undefined, 'Compaction'],
		]);
	});
	test('take the heading inside an answer along', () => {
		expect(outline(drafts[1]?.blocks ?? [])).toEqual(['## Answer', 'paragraph: Each one is opened.', '### How to see it', 'paragraph: Count them.']);
	});
	test('lose no word', () => expect(lost(QUESTIONS)).toEqual([]));
});

describe('scenarios without a number', () => {
	const kinds = [
		h(1, 'Questions from real rounds'),
		h(2, 'Contents'),
		list('The load is late', 'A cache for lookups'),
		h(2, 'Incident: the load is late'),
		p("What they're testing: calm."),
		p('Answer skeleton:'),
		list('Look at the queue.'),
		h(2, 'Incident: the totals differ'),
		p('Answer skeleton:'),
		list('Compare the keys.'),
		h(2, 'Design: a cache for lookups'),
		p('Answer skeleton:'),
		list('Ask for the rate.'),
		h(2, 'Design: a change log'),
		p('Like the cache, with a queue before it.'),
		h(2, 'Closing advice'),
		p(words(90)),
	];
	const { drafts, furniture } = cut(...kinds);
	test('are known by their answers and by what stands before the colon', () => {
		expect(drafts.map(({ kind, title }) => `${kind}: ${title}`)).toEqual([
			'scenario: Incident: the load is late',
			'scenario: Incident: the totals differ',
			'scenario: Design: a cache for lookups',
			'scenario: Design: a change log',
			'topic: Closing advice',
		]);
	});
	test('keep what stands before the answer', () => {
		expect(outline(drafts[0]?.blocks ?? [])).toEqual(["paragraph: What they're testing: calm.", '## Answer', 'list: Look at the queue.']);
	});
	test('need no table of contents', () => {
		expect(reasons(furniture)).toContain('table of contents: Contents\nThe load is late\nA cache for lookups');
	});
	test('lose no word', () => expect(lost(kinds)).toEqual([]));
});

test('a situation is the question where nothing asks, and its fix the answer', () => {
	const question = (number: string) => [
		h(2, `Case ${number}`, { label: 'q', number }),
		h(3, 'Problem'),
		p(`Events of feed ${number} come late.`),
		p('Fix:'),
		list('Wait an hour.'),
		h(3, 'Trade-off'),
		p('Longer waits.'),
	];
	const { drafts, notes } = cut(...question('1'), ...question('2'), ...question('3'));
	expect(drafts[1]).toMatchObject({ number: 2, question: 'Events of feed 2 come late.' });
	expect(outline(drafts[1]?.blocks ?? [])).toEqual(['## Answer', 'list: Wait an hour.', '## Trade-off', 'paragraph: Longer waits.']);
	expect(notes.map(({ what }) => what)).toEqual(Array.from({ length: 3 }, () => 'question taken from the situation'));
});

describe('chapters', () => {
	const section = (number: string, title: string, count = 300) => [h(2, title, { number }), p(words(count))];
	const CHAPTERS = [
		h(1, 'Overview'),
		p(`How to read this: 01-file-loading.md and 02-table-repair.md. ${words(90)}`),
		h(1, 'File loading'),
		p('Files arrive.'),
		...section('1', 'Landing', 600),
		...section('2', 'Checks', 600),
		h(3, 'Row counts', { number: '2.1' }),
		p(words(400)),
		...section('3', 'Names', 10),
		...section('4', 'Retries', 300),
		h(1, 'Table repair'),
		p(words(90, 'broken')),
		...section('1', 'Finding', 700),
		...section('2', 'Fixing', 700),
		...section('3', 'Proving', 700),
	];
	const { drafts, furniture } = cut(...CHAPTERS);
	test('are cut at their numbered sections; the introduction is a page where it is long enough', () => {
		expect(drafts.map(({ title, chapter, chapterNumber, section: number, order }) => [title, chapter, chapterNumber, number, order])).toEqual([
			['Overview', undefined, undefined, undefined, 10],
			['Landing', 'File loading', 1, '1', 10],
			['Checks', 'File loading', 1, '2', 20],
			['Retries', 'File loading', 1, '4', 30],
			['Table repair', 'Table repair', 2, undefined, 10],
			['Finding', 'Table repair', 2, '1', 20],
			['Fixing', 'Table repair', 2, '2', 30],
			['Proving', 'Table repair', 2, '3', 40],
		]);
	});
	test('keep small sections with their neighbour, headings from the second depth on', () => {
		expect(drafts[2]?.blocks.flatMap((block) => (block.kind === 'heading' ? [`${block.depth} ${block.text}`] : []))).toEqual(['2 Row counts', '2 Names']);
		expect(outline(drafts[1]?.blocks ?? [])[0]).toBe('paragraph: Files arrive.');
	});
	test('lose no word', () => {
		expect(reasons(furniture)).toEqual(['heading of a group: File loading']);
		expect(lost(CHAPTERS)).toEqual([]);
	});
});

test('a short document is one topic with its title, or that of its file', () => {
	expect(cut(h(1, 'A **bold** `title`'), p('Text.'), h(3, 'Deeper'), p('More.')).drafts).toMatchObject([
		{ kind: 'topic', title: 'A bold title', line: 1, end: 4 },
	]);
	expect(cut(p('Text.')).drafts.map(({ title }) => title)).toEqual(['Loading notes']);
	expect(cut().drafts).toEqual([]);
});

test('a long section is cut at its own headings; one without is noted', () => {
	const { drafts, notes } = cut(h(1, 'All'), p('Start.'), h(2, 'First half'), p(words(2500)), h(2, 'Second half'), p(words(2500)));
	expect(drafts.map(({ title }) => title)).toEqual(['First half', 'Second half']);
	expect(notes).toEqual([]);
	expect(cut(h(1, 'All'), p(words(4200))).notes.map(({ what }) => what)).toEqual(['page is long and has no headings to cut it at']);
});

test('a title that had to be cut is noted and kept whole', () => {
	const long = 'What a table format promises to readers while two writers commit, and what it leaves to them';
	const { drafts, furniture, notes } = cut(h(1, long), p('Text.'));
	expect(drafts[0]?.title).toBe('What a table format promises to readers while two writers commit…');
	expect(drafts[0]?.title.length).toBeLessThanOrEqual(70);
	expect(furniture).toEqual([{ line: 1, text: long, reason: 'title cut to its length' }]);
	expect(notes.map(({ what }) => what)).toEqual(['title cut to its length']);
});

test.each<[string, ReturnType<typeof difficultyOf>]>([
	['Medium Scenarios 1-9', 'medium'],
	['🔴 Hard questions', 'hard'],
	['Difficulty: Advanced', 'hard'],
	['Beginner-level interview questions', 'easy'],
	['🟢 Scenarios', 'easy'],
	['The hard part of streaming', undefined],
	['Easy to get wrong: joins', undefined],
	['High availability', undefined],
])('difficulty of "%s"', (heading, difficulty) => expect(difficultyOf(heading)).toBe(difficulty));

test.each<[string, ReturnType<typeof fieldOf>]>([
	['**Technologies:** `Flink` `Kafka`', { name: 'tech', tech: ['Flink', 'Kafka'] }],
	['Tech stack: Spark, dbt | Airflow', { name: 'tech', tech: ['Spark', 'dbt', 'Airflow'] }],
	['**Difficulty:** Hard', { name: 'difficulty', difficulty: 'hard' }],
	['Tools: we had to write our own to read the archive at all', undefined],
	['The technologies: none', undefined],
	['Level: constructor', undefined],
])('field in "%s"', (line, field) => expect(fieldOf(line)).toEqual(field));

test.each([
	['Solution', 'answer'], ['Answer skeleton:', 'answer'], ['**Answer**', 'answer'], ['Steps', 'answer'], ['Fix', 'approach'], ['What’s happening', 'happening'],
	['Prompt (word for word)', 'question'], ['Problem', 'situation'], ['Answering machines', 'other'], ['The problem with steps', 'other'],
])('"%s" opens: %s', (heading, role) => expect(roleOf(heading)).toBe(role));

test('a label with a text of its own keeps it', () => {
	expect(roleAndRest('X Solution: compaction at night')).toEqual({ role: 'answer', label: 'X Solution', rest: 'compaction at night' });
	expect(roleAndRest('Consequence: compaction at night')).toEqual({ role: 'other', label: '', rest: 'Consequence: compaction at night' });
});

test.each([
	['How do you test a load?', true], ['“Tell me about a late project”', true], ['Internals: Walk me through a commit', true],
	['Why loads fail', false], ['Designing loads', false],
])('asks: %s', (text, expected) => expect(asks(text)).toBe(expected));

describe('hostile documents', () => {
	const hostile = (blocks: Block[]) => segment({ name: '../../etc/passwd\0.md', blocks });
	test('twenty thousand headings, ever deeper', () => {
		const { drafts } = hostile(Array.from({ length: 20_000 }, (_, i) => h(i + 1, `Heading ${i}`)(i + 1)));
		expect(drafts.length).toBeGreaterThan(0);
	});
	test('twenty thousand questions', () => {
		const { drafts } = hostile(Array.from({ length: 20_000 }, (_, i) => p(`**Q${i}: Why?**\n**A:** Because.`)(2 * i + 1)));
		expect(drafts).toHaveLength(20_000);
	});
	test.each([
		['labels', '**Answer:** '.repeat(20_000)], ['quotes', '"'.repeat(200_000)], ['stars', '*'.repeat(200_000)], ['brackets', '['.repeat(200_000)],
		['blanks', ' '.repeat(200_000)], ['code', '<script>{import("x")}</script>'.repeat(7_000)],
	])('a scenario full of %s', (_, text) => {
		const { drafts } = hostile(document(...['1', '2', '3'].flatMap((number) => [scenario(number, text.slice(0, 3000) || 'x'), p(`**Question:** ${text}`)])));
		expect(drafts).toHaveLength(3);
	});
	test('tens of thousands of labels and of headings of parts in one scenario', () => {
		const parts = Array.from({ length: 20_000 }, (_, i) => h(3, `Part ${i}`)(i + 10));
		const head = document(...['1', '2', '3'].map((number) => scenario(number, 'A load')), p('**A:** yes\n'.repeat(40_000)));
		expect(hostile([...head, ...parts]).drafts).toHaveLength(3);
	});
	test.each([':', '-', '"', '?)', '*', '_'])('a heading of two hundred thousand %s', (sign) => {
		expect(hostile(document(h(1, `${sign.repeat(200_000)}x`), p('Text.'))).drafts).toHaveLength(1);
	});
	test('a hundred thousand rules', () => {
		expect(hostile(Array.from({ length: 100_000 }, (_, i) => rule(i + 1))).drafts).toHaveLength(1);
	});
});
