import { expect, test } from 'vitest';
import { removeFurniture } from '../../../../scripts/normalize/furniture/remove-furniture.ts';

const remove = (text: string, pageBreaks: number[] = []) =>
	removeFurniture(text.split('\n').map((line, index) => ({ number: index + 1, text: line })), pageBreaks);

/** Texts taken out, with their reasons. */
const taken = (text: string, pageBreaks: number[] = []): string[] => remove(text, pageBreaks).furniture.map(({ text: line, reason }) => `${line} (${reason})`);
const keeps = (text: string, pageBreaks: number[] = []): void => {
	const { lines, furniture } = remove(text, pageBreaks);
	expect(furniture).toEqual([]);
	expect(lines.map((line) => line.text).join('\n')).toBe(text);
};

const SENTENCE = 'The loader reads each file of the day and writes its rows in one transaction,';

/** Prose of `count` lines, each different, that runs on from line to line. */
const prose = (page: number, count: number): string[] =>
	Array.from({ length: count }, (_, line) => `then step ${String.fromCharCode(97 + page, 97 + line)} of the long plan goes on with more rows and`);

/** Pages of ten lines, with what stands at the top and at the bottom, and the lines at which they begin. */
const paged = (pages: number, top: (page: number) => string[], bottom: (page: number) => string[]): { text: string; breaks: number[] } => {
	const lines: string[] = [];
	const breaks: number[] = [];
	for (let page = 1; page <= pages; page++) {
		if (page > 1) breaks.push(lines.length + 1);
		lines.push(...top(page), ...prose(page, 10), ...bottom(page));
	}
	return { text: lines.join('\n'), breaks };
};

test('headers and footers beside page breaks, their numbers ascending', () => {
	const { text, breaks } = paged(4, () => ['Loading Handbook'], (page) => [`Draft of May – sheet ${page}`]);
	const reason = '(running header or footer)';
	expect(taken(text, breaks)).toEqual([1, 2, 3, 4].flatMap((page) => [`Loading Handbook ${reason}`, `Draft of May – sheet ${page} ${reason}`]));
	expect(remove(text, breaks).lines).toHaveLength(40);
});

test('the same words elsewhere in the document stay', () => {
	const { text, breaks } = paged(4, () => ['Loading Handbook'], () => []);
	const withMention = text.replace('then step bf of the long plan goes on with more rows and', 'Loading Handbook');
	expect(remove(withMention, breaks).lines.filter((line) => line.text === 'Loading Handbook')).toEqual([{ number: 7, text: 'Loading Handbook' }]);
});

test.each([
	['alone', (page: number) => `${page + 11}`],
	['between dashes', (page: number) => `- ${page + 11} -`],
	['of a count', (page: number) => `Page ${page} of 40`],
	['before a title', (page: number) => `${page} | ${page % 2 ? 'Storage layouts' : 'Loading files'}`],
	['behind a title', (page: number) => `Storage layouts | ${page}`],
])('page numbers %s, without known page breaks', (_, number) => {
	const { text } = paged(5, () => [], (page) => [number(page)]);
	expect(taken(text)).toEqual([1, 2, 3, 4, 5].map((page) => `${number(page)} (page number)`));
});

test('a header beside page numbers goes with them', () => {
	const { text } = paged(5, () => [], (page) => [`${page}`, 'Loading Handbook']);
	expect(taken(text)).toEqual([1, 2, 3, 4, 5].flatMap((page) => [`${page} (page number)`, 'Loading Handbook (running header or footer)']));
});

test('a header that parts sentences at steady distances', () => {
	const { text } = paged(5, () => ['Loading Handbook'], () => []);
	expect(taken(text)).toEqual(Array.from({ length: 5 }, () => 'Loading Handbook (running header or footer)'));
});

test.each([
	['numbers of a listing', Array.from({ length: 12 }, (_, row) => `${row + 1}`)],
	['numbers without a series', [`${SENTENCE}`, '42', ...prose(1, 10), '7', ...prose(2, 10), '300', ...prose(3, 10)]],
	['rows of a table', ['| Key | Value |', '|---|---|', ...Array.from({ length: 6 }, (_, row) => `| ${row} | x |`)]],
	['brackets and ends of statements', Array.from({ length: 6 }, (_, page) => [...prose(page, 10), '}', ');', '---']).flat()],
	['lead-ins', Array.from({ length: 6 }, (_, page) => [...prose(page, 10), 'Answer:', 'Fix:', '**Disadvantages:**']).flat()],
	['code', Array.from({ length: 6 }, (_, page) => [...prose(page, 10), 'SELECT user_id', 'from pyspark.sql import functions as F']).flat()],
	['numbered headings', Array.from({ length: 6 }, (_, page) => [`${SENTENCE.slice(0, -1)}.`, ...prose(page, 10), `Step ${page + 1}`]).flat()],
])('%s stay', (_, lines) => keeps(lines.join('\n')));

test('numbered headings at the top of pages stay, with a note', () => {
	const { text, breaks } = paged(4, (page) => [`Question ${page}`], () => []);
	keeps(text, breaks);
	expect(remove(text, breaks).notes).toEqual([
		{ stage: 'furniture', line: 1, kind: 'uncertain', what: 'line repeated at page edges, kept', reason: 'Question 1', confidence: 0.5 },
	]);
});

test('a heading repeated at steady distances stays, with a note; at uneven ones without', () => {
	const steady = Array.from({ length: 6 }, () => ['What it is', ...Array.from({ length: 9 }, (_, line) => `Rows of kind ${line} are read.`)]).flat().join('\n');
	keeps(steady);
	expect(remove(steady).notes).toContainEqual({
		stage: 'furniture', line: 1, kind: 'uncertain', what: 'line repeated at steady distances, kept', reason: 'What it is', confidence: 0.4,
	});
	const uneven = [3, 20, 9, 40, 14].flatMap((count, page) => ['What it is', ...prose(page, count)]).join('\n');
	keeps(uneven);
	expect(remove(uneven).notes).toEqual([]);
});

test('section numbers on lines of their own stay, with a note', () => {
	const section = (page: number): string[] => [`${page + 1}`, `Storage of rows, kind ${String.fromCharCode(97 + page)}`, ...prose(page, 9), 'The end.'];
	const text = Array.from({ length: 5 }, (_, page) => section(page)).flat().join('\n');
	keeps(text);
	expect(remove(text).notes.map(({ what }) => what)).toContain('numbers alone on their lines, kept');
});

test.each([
	'Skip to main content', 'Was this page helpful?', 'Edit this page on GitHub', '↑ Back to top', 'Last updated on May 4, 2024', 'Last updated 3 days ago',
	'7 min read', 'Like 12 Reply',
	'You said:', 'ChatGPT said:', 'This site uses cookies to remember you.', 'Accept all cookies', '1.2K likes', 'Thought for 12 seconds', 'Table of contents',
])('“%s” is a leftover of a web page', (line) => {
	expect(taken(`Loads run at night.\n${line}\nThey take an hour.`)).toEqual([`${line} (leftover of a web page)`]);
});

test('single words are leftovers in company, and stay with a note on their own', () => {
	expect(taken('Loads run at night.\nShare\nTweet\nThey take an hour.')).toEqual(['Share (leftover of a web page)', 'Tweet (leftover of a web page)']);
	expect(taken('The end.\n← Previous\nNext →')).toEqual(['← Previous (leftover of a web page)', 'Next → (leftover of a web page)']);
	keeps('Loads run at night.\nNext\nThey take an hour.');
	expect(remove('Loads run at night.\nNext\nThey take an hour.').notes).toEqual([
		{ stage: 'furniture', line: 2, kind: 'uncertain', what: 'may be a button of a web page, kept', reason: 'Next', confidence: 0.5 },
	]);
});

test.each([
	'Sign in with a key, then load.', 'Share nothing: each node has its rows.', 'Like most stores, it keeps logs.', 'Next: Stores and their costs',
	'Last updated rows win.', '12 min read latency is too much',
	'We use cookies as session keys in the example', 'You said: no rows are lost.', '```\nShare\nTweet\n```',
])('“%s” is content', (text) => keeps(text));

test('a table of contents whose entries come again below goes', () => {
	const body = [
		'1. Loading files', 'Text.', '2. Keys and hashes', 'Text of keys.', '.build()3. Late rows', 'Text of rows.', '4. Costs', 'More.', '5. Backfills', 'End.',
	];
	const entries = ['- Loading files', '- [Keys and hashes](#keys)', '- Late rows ........ 12', '- Costs', '- Backfills'];
	const text = ['Contents', ...entries, ...body].join('\n');
	expect(taken(text)).toEqual(['Contents', ...entries].map((line) => `${line} (table of contents)`));
	expect(remove(text).notes).toEqual([]);
	const renamed = text.replace('4. Costs', '4. What it takes');
	expect(taken(renamed)).toHaveLength(6);
	expect(remove(renamed).notes).toMatchObject([
		{ line: 1, kind: 'uncertain', what: 'table of contents removed', reason: 'no heading below: - Costs', confidence: 0.8 },
	]);
});

test('a list below “Contents” that holds other things stays, with a note', () => {
	const text = 'Contents\n- a box of cables\n- a rack\n- a switch\nAll of it is old.';
	keeps(text);
	expect(remove(text).notes).toMatchObject([{ line: 1, kind: 'uncertain', what: 'table of contents, kept' }]);
});

test('every line is in the result or among the furniture, in order', () => {
	const { text, breaks } = paged(6, () => ['Loading Handbook', 'Share', 'Tweet'], (page) => [`${page}`]);
	const { lines, furniture } = remove(text, breaks);
	const all = [...lines.map(({ number, text: line }) => ({ number, line })), ...furniture.map(({ line, text: each }) => ({ number: line, line: each }))];
	expect(all.sort((a, b) => a.number - b.number).map(({ line }) => line).join('\n')).toBe(text);
	expect(furniture).toHaveLength(24);
});

test.each([
	['numbers', Array.from({ length: 20_000 }, (_, row) => String(row % 9999))],
	['captions', Array.from({ length: 20_000 }, () => 'Share')],
	['contents', Array.from({ length: 20_000 }, (_, row) => (row % 2 ? 'Contents' : `x${row}`))],
	['likes', Array.from({ length: 20_000 }, () => `${'like '.repeat(30)}!`)],
	['fences', Array.from({ length: 20_000 }, () => '```py')],
	['long lines', ['x'.repeat(500_000), ' '.repeat(200_000), '\0', `${'a '.repeat(60)}${' '.repeat(90)}`]],
	['nothing', []],
])('hostile and long input with a page break at every line is answered, no line lost: %s', (_, texts) => {
	const breaks = texts.map((_text, index) => index + 1);
	const { lines, furniture } = removeFurniture(texts.map((text, index) => ({ number: index + 1, text })), breaks);
	const seen = [...lines.map(({ number }) => number), ...furniture.map(({ line }) => line)];
	expect(seen.sort((a, b) => a - b).join()).toBe(breaks.join());
});

test('page breaks of an empty document give nothing', () => {
	expect(removeFurniture([], [1, 2, 3])).toEqual({ lines: [], notes: [], furniture: [] });
});
