import { describe, expect, test } from 'vitest';
import type { Note } from '../../../scripts/normalize/model.ts';
import { addTreeWords, addWords, losses, type WordCount } from '../../../scripts/normalize/word-proof.ts';
import { parseBody } from '../../../src/lib/outline.ts';

const wordsOf = (text: string): WordCount => {
	const count: WordCount = new Map();
	addWords(count, text);
	return count;
};
const wordsOfPage = (body: string): Record<string, number> => {
	const count: WordCount = new Map();
	addTreeWords(count, parseBody(body));
	return Object.fromEntries(count);
};
const join = (before: string, after: string): Note => ({ stage: 'blocks', line: 1, kind: 'repaired', what: 'x', reword: { before, after } });

describe('words of a page', () => {
	test('prose, code, comments, numbers of a list and addresses', () => {
		expect(wordsOfPage('## Heading `code_x`\n\n3. one\n4. two\n\n```sql dialect=spark\nSELECT 1\n```\n\n{/* A -> B */}\n\n[text](/spark/skew/)\n')).toEqual(
			Object.fromEntries(['Heading', 'code', 'x', '3', 'one', '4', 'two', 'sql', 'dialect', 'spark', 'SELECT', '1', 'A', 'B', 'text', 'skew'].map((word) => [word, word === 'spark' ? 2 : 1])),
		);
	});

	test('mark-up ends a word, as it does in the document', () => {
		expect(wordsOfPage('**OPTIMI**ZE the table\n')).toEqual({ OPTIMI: 1, ZE: 1, the: 1, table: 1 });
	});

	test('a diagram proves nothing: its original stands in the comment', () => {
		expect(wordsOfPage('```mermaid\nflowchart LR\n  A --> B\n```\n')).toEqual({});
	});

	test('an address shown as such counts once', () => {
		expect(wordsOfPage('[https://a.example/b](https://a.example/b)\n')).toEqual({ https: 1, a: 1, example: 1, b: 1 });
	});
});

describe('losses', () => {
	test('a word too few', () => {
		expect(losses(wordsOf('a b b'), wordsOf('a b'), [], [])).toEqual([{ word: 'b', times: 1 }]);
	});

	test('furniture is no loss', () => {
		expect(losses(wordsOf('Page 3 text'), wordsOf('text'), [{ line: 1, text: 'Page 3', reason: 'page number' }], [])).toEqual([]);
	});

	test('a joined word counts as it became', () => {
		expect(losses(wordsOf('infor mation'), wordsOf('information'), [], [join('infor-\nmation', 'information')])).toEqual([]);
		expect(losses(wordsOf('infor mation'), wordsOf('infor mation'), [], [join('infor-\nmation', 'information')])).toEqual([{ word: 'information', times: 1 }]);
	});

	test('a note cannot explain away other letters', () => {
		expect(losses(wordsOf('secret'), wordsOf('public'), [], [join('secret', 'public')])).toEqual([{ word: 'secret', times: 1 }]);
	});
});
