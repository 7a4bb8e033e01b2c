/** Misread UTF-8: what is repaired, what is too doubtful, what is right as it stands. */
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { repairMojibake } from '../../../../scripts/normalize/decode/mojibake.ts';
import { tally } from '../../../../scripts/normalize/decode/tally.ts';

const WINDOWS = (byte: number): string => {
	const character = iconv.decode(Buffer.from([byte]), 'windows-1252');
	return character === '\ufffd' ? String.fromCharCode(byte) : character;
};
const LATIN = (byte: number): string => String.fromCharCode(byte);
const MAC = (byte: number): string => (byte === 0xf0 ? '\uf8ff' : byte === 0xdb ? '€' : iconv.decode(Buffer.from([byte]), 'macintosh'));

/** Text as a tool shows it that takes its UTF-8 for a single-byte encoding. */
const misread = (text: string, as: (byte: number) => string, times = 1): string =>
	times ? misread([...Buffer.from(text)].map((byte) => (byte < 128 ? String.fromCharCode(byte) : as(byte))).join(''), as, times - 1) : text;

function repaired(text: string): { text: string; repaired: number; uncertain: string[] } {
	const found = tally();
	const lines = repairMojibake(text.split('\n'), found);
	const { notes } = found.result();
	return {
		text: lines.join('\n'),
		repaired: notes.filter(({ kind }) => kind === 'repaired').length,
		uncertain: notes.filter(({ kind }) => kind === 'uncertain').map(({ reason }) => reason ?? ''),
	};
}

const TEXT = 'A queue → a sink: “at least once” – it’s 25 °C, cost 5 €…\nprêt à être chargé, señor Ñandú über größer\n🟡 medium 🔴 hard ✅ done ❌ not\n├── raw\n└── mart';

describe('what is certain', () => {
	test.each([
		['Windows-1252', WINDOWS, 1],
		['Latin-1', LATIN, 1],
		['Mac Roman', MAC, 1],
		['Windows-1252 twice', WINDOWS, 2],
		['Latin-1 twice', LATIN, 2],
		['Mac Roman twice', MAC, 2],
	] as const)('UTF-8 read as %s', (_, as, times) => {
		const result = repaired(misread(TEXT, as, times));
		expect(result.text).toBe(TEXT);
		expect(result.uncertain).toEqual([]);
		expect(result.repaired).toBeGreaterThan(0);
	});

	test.each([
		['ðŸŸ¡ Warm tier', '🟡 Warm tier'],
		['topic â†’ table', 'topic → table'],
		['itâ€™s late', 'it’s late'],
		['itÃ¢â‚¬â„¢s late', 'it’s late'],
		['topic ‚Üí table', 'topic → table'],
		['\uf8ffüî¥ Cold tier', '🔴 Cold tier'],
		['üî¥ Cold tier', '🔴 Cold tier'],
		['ï»¿Title', '\ufeffTitle'],
	])('one sign of three bytes is enough: %s', (input, expected) => expect(repaired(input).text).toBe(expected));

	test('one document can hold both', () => {
		expect(repaired('first â†’ second, 3Ã—4\n\nthird ‚Üí fourth, 3 √ó 4, 20¬∞C').text).toBe('first → second, 3×4\n\nthird → fourth, 3 × 4, 20°C');
	});

	test('accented letters where no writer would put them prove one another', () => {
		expect(repaired('les donnÃ©es chargÃ©es').text).toBe('les données chargées');
		expect(repaired('les donn√©es charg√©es').text).toBe('les données chargées');
		expect(repaired('25Â°C and Â§ 7').text).toBe('25°C and § 7');
	});

	test('other writings in a row', () => {
		expect(repaired(misread('Поток', WINDOWS)).text).toBe('Поток');
		expect(repaired(misread('数据仓库', WINDOWS)).text).toBe('数据仓库');
		expect(repaired(misread('Поток', MAC)).text).toBe('Поток');
	});

	test('a no-break space that became Â and a space', () => {
		expect(repaired('The loader â†’ the table.\u00c2  It runs\u00c2 daily.\u00c2').text).toBe('The loader → the table.  It runs daily.');
	});
});

describe('a byte was lost', () => {
	test('a selector follows, which one of the completions takes', () => {
		expect(repaired('ðŸ·ï¸ Tags').text).toBe('🏷️ Tags');
	});
	test('the selector behind a sign that stands right', () => {
		expect(repaired('⚠ï¸ Careful').text).toBe('⚠️ Careful');
	});
	test('the same sign is whole elsewhere', () => {
		expect(repaired(`${misread('🐷', WINDOWS)} and ðŸ·`).text).toBe('🐷 and 🐷');
	});
	test('a replacement character stands for it', () => {
		expect(repaired('â€œlate dataâ€\ufffd â†’ ok').text).toBe('“late data” → ok');
	});
	test('a closing quote', () => {
		expect(repaired('â€œlate dataâ€, they say').text).toBe('“late data”, they say');
	});
	test('a cross, where other signs are proved', () => {
		expect(repaired('âŒ no, âœ… yes').text).toBe('❌ no, ✅ yes');
	});
	test('several completions fit: it stays and is noted', () => {
		const result = repaired('ðŸ· something');
		expect(result.text).toBe('ðŸ· something');
		expect(result.uncertain).toEqual(['Windows-1252: ðŸ· could be 🍷 🏷 🐷']);
	});
});

describe('what stays', () => {
	test.each([
		['French', 'Élève à l’école « déjà » : « prêt »… à côté — ÉTÉ, «école», «mamá…», GARÇON'],
		['French capitals', '«ÉTÉ» À “NOËL”, l’été, c’était ‘là’, prix–étage —à demain'],
		['German', '‚Öl‘ und „Größe“ – Spaß“, Fuß–Weg, Straße… ‚Übung‘ „Ähnlich“'],
		['Portuguese', 'NÃO, «MAÇÃ», “AVÔ”, informação, irmã…'],
		['Spanish', '«está», «mamá»… «aquí», ¿qué? ¡sí! Ñandú'],
		['Vietnamese', 'Dữ liệu được nạp mỗi đêm, Ã và Â, Đà Nẵng, ÂU CƠ'],
		['Swedish', '”Å”, ”ÅÄÖ”, på Åland'],
		['Romanian', 'Â, Î, Ă, coborâ – mâine, «hotărî»'],
		['Russian', '«да…», «привет», ёлка — №5'],
		['Icelandic', 'það, maðurinn, Ísland'],
		['mathematics', '√2 ≈ 1.41, √n, ±5 ≈±1, ¬p ∧ q, Ω(n), ∆x, π², ∑ √π'],
		['right signs', '“quoted” → ‘signs’ – 5 € … ✅ 🏷️ 🟡 ↔︎'],
		['tree', '├── a\n│   └── b\n└─► c\n┌─┬─┐\n└─┴─┘'],
	])('%s', (_, text) => expect(repaired(text)).toEqual({ text, repaired: 0, uncertain: [] }));

	test('one misread letter of two bytes is doubtful', () => {
		expect(repaired('le rÃ©seau')).toEqual({ text: 'le rÃ©seau', repaired: 0, uncertain: ['Windows-1252: Ã© could be é'] });
		expect(repaired('3 √ó 4')).toEqual({ text: '3 √ó 4', repaired: 0, uncertain: [] });
	});

	test('an example of the damage, in a text that is right otherwise', () => {
		const text = 'Reading UTF-8 as Windows-1252 shows â€™ for an apostrophe.\nIn a terminal it prints `â†’` where an arrow was.';
		const result = repaired(text);
		expect(result.text).toBe(text);
		expect(result.uncertain).toHaveLength(2);
	});

	test('letters at the end of capitals stay where the document has right ones', () => {
		expect(repaired('le résumé â†’ MAÇÃ»').text).toBe('le résumé → MAÇÃ»');
	});
});

test('the number of lines stays, whatever a sequence gives', () => {
	expect(repaired('aâ€¨b\nc').text).toBe('a b\nc');
});

test('notes name the code page, what stood there and what it became, once a line', () => {
	const found = tally();
	repairMojibake(['x', 'a â†’ b â†’ c â‰¤ d'], found);
	expect(found.result().notes).toEqual([
		{ stage: 'decode', line: 2, kind: 'repaired', what: 'misread UTF-8 repaired', reason: 'Windows-1252: â†’ → →; Windows-1252: â‰¤ → ≤, 3 times' },
	]);
});
