import { LineCounter, parseDocument } from 'yaml';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Problem } from '../../src/lib/problem.ts';
import { lineOf, validate } from '../../src/lib/validate.ts';

const schema = z.strictObject({
	title: z.string().max(5, 'expected at most 5 characters'),
	kind: z.enum(['a', 'b']),
	checked: z.strictObject({ date: z.string(), versions: z.array(z.string()) }).optional(),
	link: z.strictObject({ url: z.url('expected an address') }).optional(),
	list: z.array(z.strictObject({ id: z.string() })).optional(),
});

function check(yaml: string, shape: z.ZodType = schema) {
	const lines = new LineCounter();
	const problems: Problem[] = [];
	const value = validate('a.yaml', parseDocument(yaml, { lineCounter: lines }), lines, shape, problems);
	return { value, problems: problems.map(({ file, line, message }) => `${file}:${line} ${message}`) };
}

test('a value that holds comes back, and nothing is added', () => {
	expect(check('title: T\nkind: a\n')).toEqual({ value: { title: 'T', kind: 'a' }, problems: [] });
});

describe('each kind of problem has its line', () => {
	test.each([
		['a missing key', 'title: T\n', 'a.yaml:1 kind: missing, expected one of a, b'],
		['a missing key further in', 'title: T\nkind: a\nchecked:\n  date: x\n', 'a.yaml:3 checked.versions: missing, expected array'],
		['an unknown key', 'title: T\nkind: a\ntitel: x\n', 'a.yaml:3 titel: unknown key'],
		['an unknown key with a block below it', 'title: T\nkind: a\nextra:\n  a: 1\n', 'a.yaml:3 extra: unknown key'],
		['an unknown key in a list', 'title: T\nkind: a\nlist:\n  - id: x\n  - id: y\n    name: z\n', 'a.yaml:6 list.1.name: unknown key'],
		['a missing address', 'title: T\nkind: a\nlink: {}\n', 'a.yaml:3 link.url: missing, expected string'],
		['a value of the wrong type', 'title: 5\nkind: a\n', 'a.yaml:1 title: Invalid input: expected string, received number'],
		['a value that says nothing', 'title: T\nkind: a\nchecked:\n', 'a.yaml:3 checked: Invalid input: expected object, received null'],
		['a value out of its limits', 'kind: a\ntitle: Too long\n', 'a.yaml:2 title: expected at most 5 characters'],
		['a value not on the list', 'title: T\nkind: c\n', 'a.yaml:2 kind: expected one of a, b'],
		['a list where a map belongs', '- a\n', 'a.yaml:1 file: Invalid input: expected object, received array'],
		['words where a map belongs', '\n\nwords\n', 'a.yaml:3 file: Invalid input: expected object, received string'],
		['malformed YAML', 'title: T\nkind: "a\n', 'a.yaml:3 malformed YAML: Missing closing "quote'],
		['a key given twice', 'title: T\nkind: a\ntitle: U\n', 'a.yaml:3 malformed YAML: Map keys must be unique'],
		['a tab', 'title: T\nchecked:\n\tdate: x\n', 'a.yaml:3 malformed YAML: Tabs are not allowed as indentation'],
		['a tag that would build an object', 'title: !!js/function "x"\nkind: a\n', 'a.yaml:1 malformed YAML: Unresolved tag: tag:yaml.org,2002:js/function'],
		['an alias', 'kind: a\ntitle: &t T\nlist: [*t]\n', 'a.yaml:3 malformed YAML: alias *t is not supported, write the value out'],
		['an alias of nothing', 'title: *t\nkind: a\n', 'a.yaml:1 malformed YAML: alias *t is not supported, write the value out'],
	])('%s', (_, yaml, problem) => {
		expect(check(yaml)).toEqual({ value: undefined, problems: [problem] });
	});

	test('a merge key is an unknown key, even without an alias', () => {
		expect(check('title: T\n<<: { kind: a }\n').problems).toEqual(['a.yaml:1 kind: missing, expected one of a, b', 'a.yaml:2 <<: unknown key']);
	});

	test('names that objects have by birth are keys like any other', () => {
		expect(check('title: T\nkind: a\n__proto__: { x: 1 }\nconstructor: 1\n').problems).toEqual([
			'a.yaml:3 __proto__: unknown key',
			'a.yaml:4 constructor: unknown key',
		]);
		expect(({} as { x?: number }).x).toBeUndefined();
	});
});

test('several problems are named at once', () => {
	expect(check('title: Too long\nkind: c\nnope: 1\nlist:\n  - 5\n').problems.sort()).toEqual([
		'a.yaml:1 title: expected at most 5 characters',
		'a.yaml:2 kind: expected one of a, b',
		'a.yaml:3 nope: unknown key',
		'a.yaml:5 list.0: Invalid input: expected object, received number',
	]);
});

test('of several syntax errors each is named', () => {
	expect(check('title: T\n title: U\nkind: "a\n').problems.length).toBeGreaterThan(1);
});

test('an empty file lacks every key of a map and is an empty list', () => {
	expect(check('# nothing yet\n').problems).toEqual(['a.yaml:1 title: missing, expected string', 'a.yaml:1 kind: missing, expected one of a, b']);
	expect(check('# nothing yet\n', z.array(z.string()))).toEqual({ value: [], problems: [] });
});

test('lineOf falls back to what stands above', () => {
	const lines = new LineCounter();
	const document = parseDocument('\na:\n  b:\n    - x\n    - y\n', { lineCounter: lines });
	expect(lineOf(document, lines, ['a', 'b', 1])).toBe(5);
	expect(lineOf(document, lines, ['a', 'b', 7])).toBe(3);
	expect(lineOf(document, lines, ['a', 'nope', 'deeper'])).toBe(2);
	expect(lineOf(document, lines, [])).toBe(2);
	expect(lineOf(parseDocument('', { lineCounter: new LineCounter() }), lines, ['a'])).toBe(1);
});
