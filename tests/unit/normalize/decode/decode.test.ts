/** Bytes to text: encodings, line ends, files that are no text. */
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decode, type Decoded } from '../../../../scripts/normalize/decode/decode.ts';

const bytes = (text: string, encoding = 'utf8'): Uint8Array => iconv.encode(text, encoding);

function decoded(input: Uint8Array | string): Decoded {
	const result = decode(typeof input === 'string' ? bytes(input) : input);
	if ('unusable' in result) throw new Error(result.unusable);
	return result;
}

const unusable = (input: Uint8Array | string): string | undefined => {
	const result = decode(typeof input === 'string' ? bytes(input) : input);
	return 'unusable' in result ? result.unusable : undefined;
};

describe('encodings', () => {
	const TEXT = 'Größe der Partition: 5 µm → “ok” 🟡\nzweite Zeile\n';
	const marked = (mark: number[], encoding: string): Uint8Array => Buffer.concat([Buffer.from(mark), iconv.encode(TEXT, encoding, { addBOM: false })]);

	test.each([
		['UTF-8', marked([0xef, 0xbb, 0xbf], 'utf8')],
		['UTF-16LE', marked([0xff, 0xfe], 'utf-16le')],
		['UTF-16BE', marked([0xfe, 0xff], 'utf-16be')],
		['UTF-32LE', marked([0xff, 0xfe, 0, 0], 'utf-32le')],
		['UTF-32BE', marked([0, 0, 0xfe, 0xff], 'utf-32be')],
	])('%s with a byte order mark is certain', (encoding, input) => {
		expect(decoded(input)).toEqual({ text: TEXT, encoding, notes: [], furniture: [], pageBreaks: [] });
	});

	test('valid UTF-8 is certain', () => {
		expect(decoded(TEXT)).toEqual({ text: TEXT, encoding: 'UTF-8', notes: [], furniture: [], pageBreaks: [] });
	});

	test.each(['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])('%s without a mark is found and noted', (encoding) => {
		const result = decoded(iconv.encode('The nightly load reads three tables.\nThen it writes one.\n', encoding, { addBOM: false }));
		expect(result.text).toBe('The nightly load reads three tables.\nThen it writes one.\n');
		expect(result.encoding.toLowerCase()).toBe(encoding);
		expect(result.notes).toMatchObject([{ stage: 'decode', kind: 'uncertain', what: 'encoding guessed', confidence: 0.9 }]);
	});

	test('UTF-16 without a mark in a text that has few Latin characters', () => {
		const text = '数据仓库的分区策略\n每天运行一次\n'.repeat(5);
		expect(decoded(iconv.encode(text, 'utf-16le', { addBOM: false })).text).toBe(text);
	});

	test.each([
		['windows-1252', 'Le café gère les données – “déjà” prêtes à l’été.'],
		['macintosh', 'Le café gère les données – “déjà” prêtes à l’été.'],
		['windows-1251', 'Очередь сообщений хранит смещения и повторяет чтение после сбоя, если потребитель не подтвердил обработку.'],
		['shift_jis', 'データの分割は日付で行います。読み込みは毎日一回です。'],
	])('%s is guessed', (encoding, text) => {
		const result = decoded(bytes(text, encoding));
		expect(result.text).toBe(text);
		expect(result.notes).toMatchObject([{ kind: 'uncertain', what: 'encoding guessed' }]);
		expect(result.notes[0]?.confidence).toBeGreaterThan(0);
	});

	test('a stray byte does not spoil UTF-8, and is noted', () => {
		const result = decoded(Buffer.concat([bytes('déjà prêt à être chargé\nr'), Buffer.from([0xe9]), bytes('seau\nfin “ok”')]));
		expect(result.text).toBe('déjà prêt à être chargé\nréseau\nfin “ok”');
		expect(result.notes.map(({ what }) => what)).toEqual(['encoding guessed', 'bytes that are not valid in the encoding']);
	});

	test('a character cut off at the end of the file is a loss that is noted', () => {
		const result = decoded(bytes('déjà prêt → ok →').subarray(0, -1));
		expect(result.text).toBe('déjà prêt → ok \ufffd');
		expect(result.notes.map(({ what }) => what)).toContain('character lost before this file was written');
	});
});

describe('line ends', () => {
	test.each([
		['CRLF', 'a\r\nb\r\n\r\nc', 'a\nb\n\nc'],
		['CR', 'a\rb\r\rc', 'a\nb\n\nc'],
		['mixed', 'a\r\nb\rc\nd', 'a\nb\nc\nd'],
		['NEL', 'a\x85b', 'a\nb'],
		['U+2028 and U+2029', 'a\u2028b\u2029c', 'a\nb\nc'],
		['vertical tab', 'a\vb', 'a\nb'],
	])('%s', (_, input, expected) => expect(decoded(input).text).toBe(expected));

	test('a form feed ends a line; the line after it begins a page', () => {
		const { text, pageBreaks } = decoded('first\nlast\n\fsecond page\nmore\f\fthird');
		expect(text).toBe('first\nlast\n\nsecond page\nmore\n\nthird');
		expect(pageBreaks).toEqual([4, 6, 7]);
		expect(text.split('\n')[3]).toBe('second page');
	});
});

describe('files that are no text', () => {
	test.each([
		['empty', new Uint8Array(), 'an empty file'],
		['white space', ' \n\t\r\n\u00a0', 'only white space'],
		['a byte order mark alone', '\ufeff\n', 'only white space'],
		['PDF', '%PDF-1.7\n%âãÏÓ\n1 0 obj', 'a PDF, not its text: extract the text first'],
		['Word', 'PK\x03\x04\x14\0\x06\0[Content_Types].xml … word/document.xml', 'a Word document (.docx)'],
		['ZIP', 'PK\x03\x04\x14\0\0\0notes.txt', 'a ZIP archive'],
		['PNG', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), 'a PNG image'],
		['gzip', Buffer.from('\x1f\x8b\x08\0\0\0\0\0', 'latin1'), 'a gzip archive'],
		['old Office', Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0', 'latin1'), 'an Office document of the old binary kind'],
		['RTF', '{\\rtf1\\ansi hello}', 'an RTF document'],
		['Parquet', 'PAR1\x15\x04', 'a Parquet file'],
		['NUL bytes', 'ab\0\0\0cd\0ef', 'binary data (NUL bytes'],
		['controls', '\x01\x02\x03\x04\x05\x06\x07\x08 text', 'binary data (8 control characters'],
	])('%s', (_, input, message) => expect(unusable(input)).toContain(message));

	test('random bytes are refused', () => {
		let seed = 7;
		const noise = Uint8Array.from({ length: 5000 }, () => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) >> 16 & 255);
		expect(unusable(noise)).toContain('binary data');
	});

	const TEXTS = ['%PDF-1.7 is what such a file begins with.', 'PKs are primary keys.', 'MZ is a code.', 'a stray \x01 control', 'GIF is a format'];
	test.each(TEXTS)('%s is a text', (text) => expect(unusable(text)).toBeUndefined());

	test('one NUL in a long text is removed and noted', () => {
		const result = decoded(`${'A long enough text. '.repeat(100)}\0end`);
		expect(result.text.endsWith('text. end')).toBe(true);
		expect(result.notes).toMatchObject([{ what: 'control character removed', reason: 'U+0000' }]);
	});
});

describe('size and hostility', () => {
	test('notes of one kind are capped, and one counts the rest', () => {
		const { notes } = decoded('a\u200b b\n'.repeat(1000));
		expect(notes).toHaveLength(201);
		expect(notes.at(-1)).toMatchObject({ line: 201, what: 'zero-width character removed', reason: 'from here on, not listed, 800 times' });
	});

	test('furniture is complete, however much there is', () => {
		const { furniture } = decoded('a &amp; b\n'.repeat(1000));
		expect(furniture).toHaveLength(201);
		expect(furniture.flatMap(({ text }) => text.split(' '))).toHaveLength(1000);
	});

	const TIMES = 100_000;
	test.each([
		['â', 'â'], ['â€™ ', '’ '], ['–—', '–—'], ['\ufffd', '\ufffd'], ['\u{e0041}', ''], ['ﬁ', 'fi'], ['\uf0b7 ', '• '], ['e\u0301\u0316', 'é\u0316'],
		['a\u00ad', 'a'], ['\u00ad\n', '\n'], ['[', '['], ['\x1b[', '['], ['\x1b]0;', ']0;'], ['\\times ', '× '], ["'\\to ", "'\\to "],
		['`', '`'], ['$', '$'], ['"', '"'], ['&', '&'], ['&amp;', '&amp;'], ['&#x', '&#x'],
	])('a hundred thousand times %j is answered', (unit, becomes) => {
		expect(decoded(unit.repeat(TIMES)).text === becomes.repeat(TIMES)).toBe(true);
	});

	test.each(['â€', 'Ã©', 'üî'])('a hundred thousand times %j, which nothing around explains, is answered with a note', (unit) => {
		const { text, notes } = decoded(unit.repeat(TIMES));
		expect(text.length).toBeGreaterThanOrEqual(TIMES);
		expect(notes).toHaveLength(1);
	});

	test.each(['\u200d', 'x\b'])('a hundred thousand times %j is no text', (unit) => {
		expect(unusable(unit.repeat(TIMES))).toBeDefined();
	});

	test('any bytes give a text or a reason', () => {
		let seed = 11;
		for (let round = 0; round < 300; round++) {
			const input = Uint8Array.from({ length: round }, () => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) >> 16 & (round % 2 ? 255 : 127));
			const result = decode(input);
			expect('unusable' in result ? typeof result.unusable : typeof result.text).toBe('string');
		}
	});

	test('markup, frontmatter and scripts pass as text', () => {
		const text = '---\ntitle: x\n---\nimport x from "y"\n<script>alert(1)</script>\n{process.exit()}\n../../etc/passwd\n';
		expect(decoded(text)).toEqual({ text, encoding: 'UTF-8', notes: [], furniture: [], pageBreaks: [] });
	});
});
