import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CardFontError, drawCard } from '../../src/lib/card-drawing.ts';
import { cardAlt, cardPath, CARD_SIZE, generatedCards, inCardSigns, pageCard, type Card } from '../../src/lib/card.ts';
import { cutAtWord } from '../../src/lib/cut-at-word.ts';
import type { PageData } from '../../src/lib/content-model.ts';
import { readPages, type Page } from '../../src/lib/pages.ts';
import { GENERATED_PATHS } from '../../src/lib/routes.ts';

const page = (id: string, data: Partial<PageData>): Page => ({
	id,
	file: `content/${id}.mdx`,
	body: '## Answer\n\nBecause of skew.',
	data: { title: 'A title', description: 'Because of skew.', topics: [], tech: [], requires: [], related: [], sources: [], references: [], misbeliefs: [], ...data },
});
const labelOf = (id: string) => id.toUpperCase();
const scenario = pageCard(
	page('scenarios/slow', { number: 7, question: 'Why is `count` slow?', difficulty: 'easy', kind: 'debugging', minutes: 5, tech: ['spark', 'iceberg', 'delta', 'kafka'] }),
	labelOf,
);

describe('what a card says', () => {
	test('of a scenario: number, difficulty and the question, never the answer', () => {
		expect(scenario).toEqual({
			id: 'scenarios/slow',
			eyebrow: 'Scenario 7',
			title: 'A title',
			text: 'Why is count slow?',
			facts: ['debugging', '5 min', 'SPARK', 'ICEBERG', 'DELTA'],
			difficulty: 'easy',
		});
		expect(cardAlt(scenario)).toBe('Scenario 7, easy. A title. Why is count slow?');
		expect(JSON.stringify(scenario)).not.toContain('skew');
	});
	test('of a chapter: its part and description', () => {
		expect(pageCard(page('spark/data-skew', { tech: ['spark'] }), labelOf)).toMatchObject({ eyebrow: 'Spark internals', text: 'Because of skew.', facts: ['SPARK'] });
	});
	test('has an address made of the page id', () => expect(cardPath('spark/data-skew')).toBe('/cards/spark/data-skew.png'));
	test('every generated page has one', () => {
		const ids = new Set([...generatedCards().map(({ id }) => id), ...readPages('content').map(({ id }) => id)]);
		const without = GENERATED_PATHS.map((path) => path.slice(1, -1)).filter((id) => !ids.has(id));
		expect(without).toEqual([]);
	});
});

describe('cutting at a word', () => {
	const fits = (length: number) => (text: string) => text.length <= length;
	test.each([
		['one two three', 13, 'one two three'],
		['one two three', 12, 'one two …'],
		['one, two three', 6, 'one …'],
		['one two three', 3, '…'],
		['unbreakable', 5, '…'],
	])('%j to %i characters is %j', (text, length, cut) => expect(cutAtWord(text, fits(length))).toBe(cut));
});

describe('the picture', () => {
	/** Width and height in the header of a PNG. */
	const sizeOf = (png: Uint8Array) => {
		const view = new DataView(png.buffer, png.byteOffset);
		return { width: view.getUint32(16), height: view.getUint32(20) };
	};
	/** The pixels right of 1,140 and below 620. */
	const margins = async (png: Uint8Array): Promise<Buffer> => {
		const { default: init } = await import('canvaskit-wasm/full');
		const { resolve } = createRequire(import.meta.url);
		const kit = await init({ locateFile: (file) => join(dirname(resolve('canvaskit-wasm/full')), file) });
		const image = kit.MakeImageFromEncoded(png);
		const read = (x: number, y: number, width: number, height: number) =>
			Buffer.from(image?.readPixels(x, y, { width, height, colorType: kit.ColorType.RGBA_8888, alphaType: kit.AlphaType.Unpremul, colorSpace: kit.ColorSpace.SRGB }) ?? []);
		return Buffer.concat([read(1140, 0, 60, 630), read(0, 620, 1200, 10)]);
	};
	test('is a PNG of the usual size, also of the longest text', async () => {
		const card: Card = { ...scenario, title: 'W'.repeat(70), text: 'A very long question. '.repeat(60), facts: Array.from({ length: 12 }, (_, i) => `technology ${i}`) };
		const png = await drawCard(card);
		expect([...png.slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
		expect(sizeOf(png)).toEqual(CARD_SIZE);
		expect(png.length).toBeLessThan(300_000);
	});
	test('keeps its margins, whatever the text', async () => {
		const long: Card = { ...scenario, title: 'W'.repeat(70), text: 'unbreakable'.repeat(90), facts: ['x'.repeat(120)] };
		const short: Card = { ...scenario, title: 'A', text: 'B', facts: [] };
		const [one, other] = await Promise.all([margins(await drawCard(long)), margins(await drawCard(short))]);
		expect(one.equals(other)).toBe(true);
	});
	test('differs with its text', async () => {
		const [one, same, other] = await Promise.all([drawCard(scenario), drawCard(scenario), drawCard({ ...scenario, text: 'Why is it fast?' })]);
		expect(Buffer.from(one).equals(Buffer.from(same))).toBe(true);
		expect(Buffer.from(one).equals(Buffer.from(other))).toBe(false);
	});
	test('spells out signs its font lacks', async () => {
		expect(inCardSigns('a → b, n ≥ 2')).toBe('a -> b, n >= 2');
		await expect(drawCard({ ...scenario, text: 'a → b, n ≥ 2' })).resolves.toBeInstanceOf(Uint8Array);
	});
	test('is refused, with page and sign named, where a sign cannot be drawn', async () => {
		const drawing = drawCard({ ...scenario, title: 'Smile ☺' });
		await expect(drawing).rejects.toThrow(CardFontError);
		await expect(drawing).rejects.toThrow('preview card of "scenarios/slow": its font has no "☺". Reword the title, description or question, or spell the sign out in src/lib/card.ts');
	});
});
