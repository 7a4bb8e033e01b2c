import { describe, expect, test } from 'vitest';
import { outline } from '../../src/lib/outline.ts';
import { fenceAttributes, lineAt, samplesOf } from '../../src/lib/samples/sample.ts';

describe('attributes of a fence', () => {
	test.each([
		['', {}],
		['fragment', { fragment: '' }],
		['dialect=spark fragment', { dialect: 'spark', fragment: '' }],
		['title="Output" run', { title: 'Output', run: '' }],
		[`check="none: Jinja, which no parser reads"`, { check: 'none: Jinja, which no parser reads' }],
		["check='none: a \"quoted\" word'", { check: 'none: a "quoted" word' }],
		['{1,3-4} "word run" dialect=duckdb', { dialect: 'duckdb' }],
		['/run \\/ it/ fragment', { fragment: '' }],
	['run ins={2}', { run: '', ins: '{2}' }],
	])('%s', (meta, attributes) => expect(fenceAttributes(meta)).toEqual(attributes));
});

describe('samples of a body', () => {
	const samples = samplesOf(
		outline(['```python run', 'print(1)', '```', '', 'Text.', '', '```text title="Output"', '1', '```', '', '```python', 'x', '```', '', '```', 'y', '```'].join('\n')),
	);

	test('a sample has its code, its line and the output that follows', () =>
		expect(samples[0]).toEqual({ lang: 'python', attributes: { run: '' }, code: 'print(1)', line: 1, output: { text: '1', line: 7 } }));

	test('another fence is no output', () => expect(samples[2]).not.toHaveProperty('output'));

	test('a fence without a language has the empty one', () => expect(samples[3]?.lang).toBe(''));
});

test('line of an offset', () => expect([lineAt('a\nb\nc', 0), lineAt('a\nb\nc', 2), lineAt('a\nb\nc', 5)]).toEqual([1, 2, 3]));
