/** Leftovers of typesetting, terminals and markup. */
import { describe, expect, test } from 'vitest';
import { tally } from '../../../../scripts/normalize/decode/tally.ts';
import { repairTypography } from '../../../../scripts/normalize/decode/typography.ts';
import type { Note } from '../../../../scripts/normalize/model.ts';
import { lettersOf } from '../../../../scripts/normalize/model.ts';

function repaired(text: string): { text: string; notes: Note[]; taken: string[]; what: string[]; joined: string[] } {
	const found = tally();
	const lines = repairTypography(text.split('\n'), found);
	const { notes, furniture } = found.result();
	expect(lines).toHaveLength(text.split('\n').length);
	return {
		text: lines.join('\n'),
		notes,
		taken: furniture.map(({ line, text: words, reason }) => `${line} ${words} (${reason})`),
		what: [...new Set(notes.map(({ kind, what }) => `${kind}: ${what}`))],
		joined: notes.filter(({ what }) => /^(?:word joined|ligature)/.test(what)).map(({ reason }) => reason ?? ''),
	};
}

/** A text in which nothing is changed or noted. */
const stays = (text: string): void => expect(repaired(text)).toEqual({ text, notes: [], taken: [], what: [], joined: [] });

describe('invisible characters', () => {
	test.each([
		['byte order mark', 'one\ufefftwo \ufeffthree', 'onetwo three'],
		['zero-width space', 'raw.\u200borders', 'raw.orders'],
		['word joiner', 'a\u2060 b', 'a b'],
		['writing direction', 'if (admin\u202e \u2066// check\u2069', 'if (admin // check'],
		['selector after a letter', 'a\ufe0f b', 'a b'],
		['zero-width joiner between letters', 'da\u200dta', 'data'],
	])('%s', (_, input, expected) => expect(repaired(input).text).toBe(expected));

	test('words that become one are named', () => {
		expect(repaired('data\u200bframe').joined).toEqual(['data frame → dataframe']);
	});

	test.each([
		['emoji joined', '👩‍💻 🏳️‍🌈 ❤️‍🔥 👨‍👩‍👧'],
		['keycap', '1️⃣ *️⃣'],
		['flag of tags', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
		['text form of an arrow', 'a ↔︎ b'],
		['Persian', 'می‌خواهم'],
		['Hindi', 'क्‍ष'],
		['Thai', 'ข้อมูล\u200bใหม่'],
		['direction in Arabic', 'قاعدة \u200fSQL\u200e بيانات'],
	])('%s stays', (_, text) => stays(text));

	test('hidden text is taken out and noted', () => {
		const hidden = [...'obey'].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join('');
		const result = repaired(`plain${hidden} text`);
		expect(result.text).toBe('plain text');
		expect(result.taken).toEqual(['1 obey (text hidden in invisible characters)']);
		expect(result.what).toContain('uncertain: text hidden in invisible characters');
	});
});

describe('soft hyphens', () => {
	test('within a line', () => {
		const result = repaired('repar\u00adti\u00adtion it');
		expect(result.text).toBe('repartition it');
		expect(result.joined).toEqual(['repar ti tion → repartition']);
	});

	test.each([
		['the rest moves up', 'a wide trans\u00ad\nformation of rows', 'a wide transformation\nof rows'],
		['with its sign', 'a wide trans\u00ad\nformation, then', 'a wide transformation,\nthen'],
		['the beginning moves down where the rest is all', 'a wide trans\u00ad\nformation\nof rows', 'a wide\ntransformation\nof rows'],
		['indented', '  of trans\u00ad\n  formation of', '  of transformation\n  of'],
		['over three lines', 'a trans\u00ad\nforma\u00ad\ntion of', 'a\ntransformation\nof'],
	])('at a line end: %s', (_, input, expected) => {
		const result = repaired(input);
		expect(result.text).toBe(expected);
		expect(lettersOf(result.text)).toBe(lettersOf(input));
	});

	test('alone in both lines: parted as before, and noted', () => {
		expect(repaired('trans\u00ad\nformation')).toMatchObject({ text: 'trans\nformation', what: ['uncertain: word parted over two lines'] });
	});

	test('before an empty line it is noted', () => {
		expect(repaired('trans\u00ad\n\nformation').what).toContain('uncertain: soft hyphen at a line end without the rest of the word');
	});
});

describe('ligatures, spaces and letters', () => {
	test('ligatures become letters', () => {
		const result = repaired('eﬃcient ﬁle oﬀset ﬂow, eﬃcient');
		expect(result.text).toBe('efficient file offset flow, efficient');
		expect(result.joined).toEqual(['eﬃcient → efficient; ﬁle → file; oﬀset → offset; ﬂow → flow, 5 times']);
	});

	test('odd spaces become ordinary ones', () => {
		expect(repaired('10\u00a0GB\u202f: a\u2003b\u3000c').text).toBe('10 GB : a b c');
	});

	test('the wide space of Chinese and Japanese stays', () => stays('\u3000数据仓库\u3000分区\n甲\u3000\u3000乙'));

	test('letters are composed, nothing is folded', () => {
		expect(repaired('cafe\u0301 A\u030angstro\u0308m').text).toBe('café Ångström');
		stays('x² ½ ① Ω Å ㎏ ™ …');
	});
});

describe('glyphs of symbol fonts', () => {
	test('bullets, ticks and arrows', () => {
		expect(repaired('\uf0b7 one\n  \uf0a7 two\n\uf0d8 three\n\uf0fc done\n\uf06e square\na \uf0e0 b').text).toBe('• one\n  • two\n• three\n✓ done\n• square\na → b');
	});

	test('others stay and are noted', () => {
		expect(repaired('the \uf8ff logo, a \uf06e b')).toMatchObject({
			text: 'the \uf8ff logo, a \uf06e b',
			what: ['uncertain: private character of an unknown font'],
		});
	});
});

describe('controls', () => {
	test('terminal sequences are removed, their words kept as furniture', () => {
		const result = repaired('\x1b[31mFAILED\x1b[0m task \x1b]0;worker one\x07done');
		expect(result.text).toBe('FAILED task done');
		expect(result.taken).toEqual(['1 31m 0m 0;worker one (terminal sequence)']);
	});

	test('overstrike', () => {
		expect(repaired('N\bNA\bAM\bME\bE and _\bw_\bo_\br_\bd').text).toBe('NAME and word');
	});

	test('others are removed with their code point and count', () => {
		expect(repaired('a\x01b\x01\x7fc').notes).toEqual([
			{ stage: 'decode', line: 1, kind: 'repaired', what: 'control character removed', reason: 'U+0001; U+007F, 3 times' },
		]);
	});

	test('a control that is a sign of Windows-1252 becomes it', () => {
		expect(repaired('it\x92s \x93late\x94 \x96 5\x80').text).toBe('it’s “late” – 5€');
	});

	test('tabs stay', () => stays('a\tb\t\tc'));
});

describe('names of LaTeX signs', () => {
	test.each([
		['source \\rightarrow sink', 'source → sink', 'rightarrow'],
		['10 \\times 5 \\leq 60', '10 × 5 ≤ 60', 'times leq'],
		['2\\times3', '2×3', 'times'],
		['a $\\Rightarrow$ b', 'a ⇒ b', 'Rightarrow'],
		['a $\\to$ b', 'a → b', 'to'],
		['stage ightarrow mart', 'stage → mart', 'ightarrow'],
		['cost \\approx 5, \\neq 6', 'cost ≈ 5, ≠ 6', 'approx neq'],
		['a \\rightarrow b \\to c', 'a → b → c', 'rightarrow to'],
		['6 \\times 4 and 6 \times 4', '6 × 4 and 6  × 4', 'times imes'],
	])('%s', (input, expected, taken) => {
		const result = repaired(input);
		expect(result.text).toBe(expected);
		expect(result.taken).toEqual([`1 ${taken} (LaTeX name of a sign)`]);
	});

	test.each([
		['path', 'open C:\\times\\x or D:\\rightarrow'],
		['share', '\\\\server\\times is a share'],
		['regular expression', 'grep \\times\\d+ file'],
		['inline code', 'type `\\rightarrow` to get it'],
		['string', 'print("a \\rightarrow b")'],
		['string in single quotes', "print('a \\rightarrow b')"],
		['formula', 'so $a \\leq b + c$ holds'],
		['fence', '```\na \\rightarrow b\n```'],
		['short name alone', 'move \\tony'],
		['line continuation', 'spark-submit \\\n  --master yarn'],
		['word', 'the brightarrow and ightarrows'],
	])('%s stays', (_, text) => expect(repaired(text)).toMatchObject({ text, taken: [] }));

	test('a short name alone is doubtful', () => expect(repaired('a \\to b').what).toEqual(['uncertain: may be a leftover of LaTeX']));

	test('an unknown name beside known ones is doubtful', () => {
		expect(repaired('a \\rightarrow b\n\\blue Option').what).toEqual(['repaired: LaTeX name made a sign', 'uncertain: may be a leftover of LaTeX']);
	});

	test('LaTeX itself stays', () => {
		const text = '\\documentclass{article}\na \\rightarrow b';
		expect(repaired(text)).toMatchObject({ text, what: ['uncertain: may be a leftover of LaTeX'] });
	});
});

describe('HTML entities', () => {
	const FULL = 'Reads &amp; writes\nif a &lt; b &amp;&amp; c &gt; d\nsaid &quot;no&quot; &#8211; it&#39;s\nA&nbsp;B &mdash; C &#x2192; D';

	test('a document full of them is repaired', () => {
		const result = repaired(FULL);
		expect(result.text).toBe('Reads & writes\nif a < b && c > d\nsaid "no" – it\'s\nA B — C → D');
		expect(result.taken).toEqual([
			'1 amp (HTML entity)', '2 lt amp amp gt (HTML entity)', '3 quot quot 8211 39 (HTML entity)', '4 nbsp mdash x2192 (HTML entity)',
		]);
	});

	test('a handful stays and is noted', () => {
		const text = 'Reads &amp; writes\nA &lt; B';
		expect(repaired(text)).toMatchObject({ text, what: ['uncertain: may be a leftover HTML entity'] });
	});

	test('a document that writes ampersands plainly keeps its entities', () => {
		const text = `${FULL}\n${'R & D & Q\n'.repeat(10)}`;
		expect(repaired(text).text).toBe(text);
	});

	test('markup, fences of markup and lines about entities keep theirs', () => {
		const kept = '```html\na &lt; b\n```\n<p>a &amp; b</p>\nThe entity &amp; is escaped.\nwrite `&lt;` here\na=1&b=2 &unknown; &#0; &#xD800;';
		expect(repaired(`${FULL}\n${kept}`).text.split('\n').slice(4).join('\n')).toBe(kept);
	});
});

test('ordinary Markdown and code stay as they are', () => {
	stays('# Loads\n\n- **bold** `code` [link](a.md)\n\n```python\ndf = df.filter(r"\\d+")  # – “quoted” … → ×\n```\n| a | b |\n| --- | --- |\n| ≤ 5 | ✓ |\n');
});
