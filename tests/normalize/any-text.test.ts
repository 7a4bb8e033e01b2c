/** Whatever a document holds: drafts that the site builds, no word lost, nothing of it executed, the same bytes twice. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outline } from '../../src/lib/outline.ts';
import { parsePage } from '../../src/lib/pages.ts';
import { compileAll, normalized, problemsOf, smallSite, surroundings } from './surroundings.ts';

/** Lines that mean something to a stage, well-formed and broken. */
const LINES = [
	'# Title', '## 1. Section', '1.1 Below it', 'A short line', 'Q1. What is a late event?', 'Scenario 4: Two clocks', 'Answer:', '**Question:** *"Why twice?"*', '**Answer:** Because.', '### Solution', '## Follow-ups',
	'### And then?', '- item', '  - nested', '* star', '• dot', '1) one', '1) again', '7. seven', '> quoted', '> > twice', '---', '====', '***', '| a | b |', '|---|---|', '| 1 | 2 | 3 |', 'a\tb\tc', '```', '```sql', '```python x={1}', '~~~',
	'def f(x):', 'return x', 'SELECT a, b', 'FROM t WHERE a > 1;', 'key: value', '{"a": [1, 2]}', 'spark.read.table("x").show()Then it prints.', 'A --> B ---> C', '     |', '     v', '[Box]', '├── leaf', '+---+', 'CopyEdit', 'python',
	'Page 3 of 9', 'A sentence that a page edge has bro-', 'ken in two.', 'See chapter 3 §2 and [there](./other.md) or [here](javascript:x).', '**Previous:** [A](a.md) | **Next:** [B](b.md)', 'import x from "y"', 'export const a = 1',
	'{process.exit()}', '<script>alert(1)</script>', '<A {...b}>', '</A>', '<!-- c -->', ':::note', '$x$ and $$', '{/* c */}', '*/', '&amp;', '\\', '`', '**', '../../etc/passwd', 'C:\\temp\\new', 'title: x', '', '', '',
];
const line = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...LINES) }, { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) }, { weight: 1, arbitrary: fc.lorem({ maxCount: 12 }) });
const text = fc.array(line, { minLength: 1, maxLength: 60 }).map((lines) => `words\n${lines.join('\n')}`);

test('any text becomes drafts that hold', async () => {
	await fc.assert(
		fc.asyncProperty(text, async (document) => {
			const dir = smallSite();
			const bytes = new TextEncoder().encode(document);
			const { drafts, report } = await normalized('any.txt', bytes, surroundings(dir));
			expect(report.losses).toEqual([]);
			expect(problemsOf(dir, drafts)).toEqual([]);
			await compileAll(drafts);
			for (const { path, text } of drafts) expect(outline(parsePage(path, path, text).body).code.filter(({ isComment }) => !isComment)).toEqual([]);
			expect((await normalized('any.txt', bytes, surroundings(dir))).drafts).toEqual(drafts);
		}),
		{ numRuns: Number(process.env['WM_RUNS'] ?? 60) },
	);
});

test('any bytes are answered', async () => {
	await fc.assert(
		fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
			const dir = smallSite();
			const around = surroundings(dir);
			const drafts = await normalized('any.bin', bytes, around).then(({ drafts, report }) => {
				expect(report.losses).toEqual([]);
				return drafts;
			}, (error: Error) => {
				// Only what the decoder says in words, never a failure of a stage.
				expect(error.message).toMatch(/empty|binary|text|white space/i);
				return [];
			});
			expect(problemsOf(dir, drafts)).toEqual([]);
		}),
		{ numRuns: 40 },
	);
});
