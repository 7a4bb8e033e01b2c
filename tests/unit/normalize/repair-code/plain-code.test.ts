/** What word processors do to code, undone. */
import { describe, expect, test } from 'vitest';
import { plainCode } from '../../../../scripts/normalize/repair-code/plain-code.ts';

const plain = (text: string): string => plainCode(text).text;

describe('quotes', () => {
	test.each([
		['df.filter(col(“day”) == ‘Mon’)', 'df.filter(col("day") == \'Mon\')'],
		['x = „deutsch“', 'x = "deutsch"'],
		['x = ”both closing”', 'x = "both closing"'],
		['x = “mixed"', 'x = "mixed"'],
		['x = "mixed”', 'x = "mixed"'],
		['a = “it’s”; b = ‘c’', 'a = "it’s"; b = \'c\''],
		['where name = ‘x’ and city = ‘y’', "where name = 'x' and city = 'y'"],
		['f(“a”, “b”)', 'f("a", "b")'],
		['“””Loads orders.”””', '"""Loads orders."""'],
		['r‘\\d+’', "r'\\d+'"],
		['echo “$DAY”  # the “day”', 'echo "$DAY"  # the “day”'],
	])('%s', (input, expected) => expect(plain(input)).toBe(expected));

	test.each([
		['in a string', 'print("he said “no” and ‘yes’ – it’s")'],
		['in a string of single quotes', "x = 'the “old” one'"],
		['in a comment', '# the “old” table – it’s gone\n-- ‘quoted’ – here\n// “x” – y'],
		['in a comment of several lines', '/* “a” – b\n “c” */\nx = 1'],
		['in a docstring', 'def f():\n\t"""Reads the “raw” – or\n\tthe ‘clean’ table."""\n\treturn 1'],
		['in a template', 'const a = `“x” – ${b}`'],
		['an apostrophe of a word', 'SELECT don’t'],
	])('%s they stay', (_, text) => expect(plainCode(text)).toEqual({ text, notes: [] }));

	test('what follows a docstring or comment is code again', () => {
		expect(plain('"""“a”"""\nx = “b”')).toBe('"""“a”"""\nx = "b"');
		expect(plain('/* “a” */ x = “b”')).toBe('/* “a” */ x = "b"');
	});

	test('an address is no comment', () => expect(plain('get(http://x.y/“a”)')).toBe('get(http://x.y/"a")'));
});

describe('dashes', () => {
	test.each([
		['spark-submit –-conf a=b –conf c=d —name e', 'spark-submit --conf a=b --conf c=d --name e'],
		['spark-submit -–conf a=b', 'spark-submit --conf a=b'],
		['ls –l', 'ls -l'],
		['java –jar app.jar', 'java -jar app.jar'],
		['total = price – discount(1)', 'total = price - discount(1)'],
		['range(n–1)', 'range(n-1)'],
		['x = −1 − y', 'x = -1 - y'],
		['x = (–1)', 'x = (-1)'],
		['us‑east‐1', 'us-east-1'],
	])('%s', (input, expected) => expect(plain(input)).toBe(expected));

	test.each(['Step one – load the data', 'pages 5–10', 'sizes = 16–32 (bytes)', 'note — see below', 'a → b × c …'])('%s stays', (text) =>
		expect(plainCode(text)).toEqual({ text, notes: [] }));
});

test('spaces', () => expect(plain('a\u00a0=\u202f1')).toBe('a = 1'));

test('what was changed is counted by kind', () => {
	expect(plainCode('f(“a”, –1)\u00a0\ncp –r x').notes).toEqual([
		{ what: 'unusual space made an ordinary one', reason: 'once' },
		{ what: 'curly quotes made straight', reason: '2 times' },
		{ what: 'dash made a hyphen', reason: '2 times' },
	]);
	expect(plainCode('java –jar x').notes).toEqual([{ what: 'dash of an option: one hyphen or two is a guess', reason: 'once' }]);
});

test('plain code is given back as it is', () => {
	const text = 'SELECT \'a\'\'b\', "c" -- it\'s\nFROM t WHERE x - 1 > --y';
	expect(plainCode(text)).toEqual({ text, notes: [] });
});

test.each(['“', '”', '"“', "'‘", '–', '\\"“', '/*“', '“"', '“””', '`“', '(–a'])('a long line of %j changes in its quotes and dashes alone', (unit) => {
	const straight = (text: string): string => text.replace(/[“”]/gu, '"').replace(/[‘’]/gu, "'").replaceAll('–', '-');
	const text = unit.repeat(100_000);
	expect(straight(plain(text)) === straight(text)).toBe(true);
});
