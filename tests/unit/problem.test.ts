import { expect, test } from 'vitest';
import { formatProblems } from '../../src/lib/problem.ts';

test('one line a problem, by file and line, the count last', () => {
	const given = [
		{ file: 'content/b.mdx', line: 1, message: 'one' },
		{ file: 'content/a.mdx', line: 12, message: 'two' },
		{ file: 'content/a.mdx', line: 3, message: 'three' },
	];
	expect(formatProblems(given)).toBe('content/a.mdx:3 three\ncontent/a.mdx:12 two\ncontent/b.mdx:1 one\n3 problems in the content');
	expect(given.map(({ message }) => message)).toEqual(['one', 'two', 'three']);
});

test.each([
	[0, '0 problems in the content'],
	[1, '1 problem in the content'],
])('the count of %i', (count, expected) => {
	expect(formatProblems(Array(count).fill({ file: 'a', line: 1, message: 'm' })).split('\n').at(-1)).toBe(expected);
});
