import { describe, expect, it } from 'vitest';
import { splitCode, splitFences } from '../../../../scripts/normalize/find-code/fences.ts';

const lines = (text: string) => text.split('\n').map((line, index) => ({ number: index + 1, text: line }));
/** Pieces in short: prose as its lines, code with its language, indentation and lines. */
const short = (pieces: ReturnType<typeof splitFences>['pieces']) =>
	pieces.map((piece) => {
		const texts = piece.lines.map((line) => line.text);
		return piece.kind === 'code' ? [piece.lang ?? '', piece.indent, ...texts] : texts.join('|');
	});
const split = (text: string) => short(splitFences(lines(text)).pieces);
const notes = (text: string) => splitFences(lines(text)).notes.map(({ line, what, kind }) => [line, what, kind]);

describe('fences', () => {
	it('takes clean fences of both kinds', () => {
		const text = 'Before.\n```sql\nSELECT 1;\n```\nBetween.\n~~~\na = 1\n```\n~~~\nAfter.';
		expect(split(text)).toEqual(['Before.', ['sql', 0, 'SELECT 1;'], 'Between.', ['', 0, 'a = 1', '```'], 'After.']);
		expect(notes(text)).toEqual([]);
	});

	it('keeps a shorter fence inside a longer one', () => {
		expect(split('````markdown\n```sql\nSELECT 1;\n```\n````')).toEqual([['markdown', 0, '```sql', 'SELECT 1;', '```']]);
	});

	it('takes the indentation of a list item away and records it', () => {
		expect(split('1. Load:\n   ```python\n   for row in rows:\n       load(row)\n   ```\n2. Check.')).toEqual([
			'1. Load:',
			['python', 3, 'for row in rows:', '    load(row)'],
			'2. Check.',
		]);
		expect(split('-\t```sh\n\tmake load\n\t```')).toEqual(['-\t', ['sh', 2, 'make load']]);
	});

	it('gives the rest of an info string to the furniture', () => {
		const found = splitFences(lines('```python title="load.py" {1,3}\nload()\n```'));
		expect(short(found.pieces)).toEqual([['python', 0, 'load()']]);
		expect(found.furniture).toEqual([{ line: 1, text: 'title="load.py" {1,3', reason: 'info string of a fence' }]);
	});

	it('leaves fences in quotes, inline code and empty fences', () => {
		expect(split('> ```\n> a = 1\n> ```')).toEqual(['> ```|> a = 1|> ```']);
		expect(split('```a = 1``` is inline.')).toEqual(['```a = 1``` is inline.']);
		expect(split('A.\n```\n```\nB.')).toEqual(['A.|B.']);
	});

	it('closes a fence that was left open where the code ends', () => {
		const text = '```sql\nSELECT id\nFROM shipments;\n\n## Checks\n\nThe next part explains what the checks are for.\n\n```python\ncheck()\n```\nDone.';
		expect(split(text)).toEqual([
			['sql', 0, 'SELECT id', 'FROM shipments;'], '## Checks||The next part explains what the checks are for.|', ['python', 0, 'check()'], 'Done.',
		]);
		expect(notes(text)).toEqual([[1, 'unclosed fence', 'uncertain']]);
	});

	it('ends a fence that is open at the end of the document with the document', () => {
		expect(split('```sql\nSELECT 1;')).toEqual([['sql', 0, 'SELECT 1;']]);
		expect(notes('```sql\nSELECT 1;')).toEqual([[1, 'unclosed fence', 'uncertain']]);
	});

	it('finds the code above a fence that closes nothing', () => {
		const text = 'Publish the lag:\n# Lag of each table\ndef publish():\n    for table in TABLES:\n        send(table)\n```\n### Quality\nAll of the tables are checked before they are published.\n```python\ncheck()\n```';
		expect(split(text)).toEqual([
			'Publish the lag:',
			['', 0, '# Lag of each table', 'def publish():', '    for table in TABLES:', '        send(table)'],
			'### Quality|All of the tables are checked before they are published.',
			['python', 0, 'check()'],
		]);
		expect(notes(text)).toEqual([[6, 'fence closes code that was not opened', 'uncertain']]);
	});

	it('keeps text that an author fenced, and says so', () => {
		const text = '```\nEvery morning:\n- read the report of the night before\n- tell the team what was late\n- write the cause down\n```\nMore.';
		expect(split(text)[0]).toEqual(['', 0, 'Every morning:', '- read the report of the night before', '- tell the team what was late', '- write the cause down']);
		expect(notes(text)).toEqual([[1, 'fence around prose', 'uncertain']]);
		expect(notes('```text\nThe prompt is a sentence that goes on.\nAnother one of the same kind.\nAnd a third one to end it.\n```')).toEqual([]);
	});

	it('gives the language of a caption to the fence', () => {
		const found = splitCode(lines('python\nCopyEdit\n```\nrows = load()\n```\n```\nsql\nCopy code\nSELECT 1;\n```'));
		expect(short(found.pieces)).toEqual([
			['python', 0, 'rows = load()'],
			['sql', 0, 'SELECT 1;'],
		]);
		expect(found.furniture.map(({ text }) => text)).toEqual(['python', 'CopyEdit', 'sql', 'Copy code']);
	});

	it('loses no line of hostile input', () => {
		for (const text of ['```\n'.repeat(20_001), '~~~\n```js\n'.repeat(5_000), `\`\`\`${'a'.repeat(50_000)}`, '`'.repeat(100_000), '```\0\n\0\n```']) {
			const { pieces, furniture } = splitFences(lines(text));
			const words = (value: string) => value.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
			const kept = pieces.flatMap((piece) => [...(piece.kind === 'code' ? [piece.lang ?? ''] : []), ...piece.lines.map((line) => line.text)]);
			const seen = [...kept, ...furniture.map((item) => item.text)];
			expect(seen.reduce((sum, each) => sum + words(each), 0)).toBe(words(text));
		}
	});
});

describe('a number alone at the end of a fence', () => {
	const text = 'Two ways to sort:\n```sql\nSORT parcels\nBY town;\n2.\n```\nBy hand.';

	it('is taken out and noted', () => {
		expect(split(text)).toEqual(['Two ways to sort:', ['sql', 0, 'SORT parcels', 'BY town;'], 'By hand.']);
		expect(splitFences(lines(text)).furniture).toEqual([{ line: 5, text: '2.', reason: 'number or bullet without its text' }]);
		expect(notes(text)).toEqual([[5, 'number of a list inside code taken out', 'uncertain']]);
	});

	it('stays where it is all there is, or a value', () => {
		expect(split('```\n2.\n```')).toEqual([['', 0, '2.']]);
		expect(split('```text\nparcels\n2.5\n```')).toEqual([['text', 0, 'parcels', '2.5']]);
	});
});
