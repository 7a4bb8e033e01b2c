import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cardKey, drawingDigest, keptCards, sourcesOf } from '../../src/lib/card-cache.ts';
import { drawCard } from '../../src/lib/card-drawing.ts';
import type { Card } from '../../src/lib/card.ts';

const card: Card = { id: 'spark/skew', eyebrow: 'Spark', title: 'Skew', text: 'One key has most rows.', facts: ['Spark'] };
/** Shortest file that passes for a PNG, with its card's title inside. */
const picture = ({ title }: Card) =>
	new Uint8Array(Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from(title), Buffer.from('0000000049454e44ae426082', 'hex')]));

let dir: string;
beforeEach(async () => {
	dir = await mkdtemp(join(tmpdir(), 'cards-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

/** A cache in a folder that is not there yet, and how often each of its cards was drawn. */
const cache = (drawing = 'drawn so', folder = join(dir, 'deep', 'cards')) => {
	const draw = vi.fn(async (drawn: Card) => picture(drawn));
	return { draw, show: keptCards(folder, draw, drawing), folder };
};

describe('a kept card', () => {
	test('is drawn once and the same ever after', async () => {
		const first = cache();
		expect(await first.show(card)).toEqual(picture(card));
		expect(await first.show(card)).toEqual(picture(card));
		expect(first.draw).toHaveBeenCalledTimes(1);
		const second = cache();
		expect(await second.show(card)).toEqual(picture(card));
		expect(second.draw).not.toHaveBeenCalled();
	});
	test('is a file under its key, and nothing else stays in the folder', async () => {
		const { show, folder } = cache();
		await show(card);
		expect(await readdir(folder)).toEqual([`${cardKey(card, 'drawn so')}.png`]);
	});
	test.each<[string, Partial<Card>]>([
		['title', { title: 'Skewed' }],
		['text', { text: 'One key has most rows?' }],
		['facts', { facts: ['Spark', 'Iceberg'] }],
		['difficulty', { difficulty: 'easy' }],
	])('with another %s is another picture', async (_, change) => {
		const { show, draw } = cache();
		await show(card);
		await show({ ...card, ...change });
		expect(draw).toHaveBeenCalledTimes(2);
		expect(cardKey({ ...card, ...change }, 'x')).not.toBe(cardKey(card, 'x'));
	});
	test('is drawn anew where the drawing has changed', async () => {
		await cache().show(card);
		const other = cache('drawn otherwise');
		await other.show(card);
		expect(other.draw).toHaveBeenCalledTimes(1);
	});
	test.each<[string, (png: Buffer) => Buffer]>([
		['empty', () => Buffer.alloc(0)],
		['cut off', (png) => png.subarray(0, -1)],
		['no PNG', (png) => Buffer.concat([Buffer.from('<html>'), png])],
		['nulls alone', (png) => Buffer.alloc(png.length)],
	])('is drawn anew where its file is %s, and the file mended', async (_, damage) => {
		const { show, draw, folder } = cache();
		await show(card);
		const file = join(folder, `${cardKey(card, 'drawn so')}.png`);
		await writeFile(file, damage(await readFile(file)));
		expect(await show(card)).toEqual(picture(card));
		expect(draw).toHaveBeenCalledTimes(2);
		expect(new Uint8Array(await readFile(file))).toEqual(picture(card));
	});
	test('is drawn where nothing can be written', async () => {
		await writeFile(join(dir, 'file'), '');
		const { show, draw } = cache('drawn so', join(dir, 'file', 'cards'));
		expect(await show(card)).toEqual(picture(card));
		expect(await show(card)).toEqual(picture(card));
		expect(draw).toHaveBeenCalledTimes(2);
	});
	test('leaves no part behind where its place is taken', async () => {
		const { show, folder } = cache();
		const name = `${cardKey(card, 'drawn so')}.png`;
		await mkdir(join(folder, name), { recursive: true });
		expect(await show(card)).toEqual(picture(card));
		expect(await readdir(folder)).toEqual([name]);
	});
	test('that cannot be drawn is not kept', async () => {
		const { show, draw, folder } = cache();
		draw.mockRejectedValueOnce(new Error('no glyph'));
		await expect(show(card)).rejects.toThrow('no glyph');
		await expect(readdir(folder)).rejects.toThrow('ENOENT');
		expect(await show(card)).toEqual(picture(card));
	});
	test('has the bytes of the drawing itself', async () => {
		const drawn = await drawCard(card);
		const show = () => keptCards(dir)(card);
		expect(Buffer.from(await show()).equals(Buffer.from(drawn))).toBe(true);
		expect(Buffer.from(await show()).equals(Buffer.from(drawn))).toBe(true);
		expect(await readdir(dir)).toEqual([`${cardKey(card, drawingDigest())}.png`]);
	});
});

describe('what draws a card', () => {
	const write = (name: string, text: string) => writeFile(join(dir, name), text);
	test('is a file and all it imports, however far, once each, types left out', async () => {
		await write('a.ts', "import {\n\tb,\n} from './b.ts';\nimport type { T } from './types.ts';\nimport type {\n\tU,\n} from './types.ts';\nimport { join } from 'node:path';\n");
		await write('b.ts', "export { c } from './c.ts';\nimport './a.ts';\nconst d = await import('./d.ts');\n");
		await write('c.ts', 'export const c = 1;\n');
		await write('d.ts', "import { c } from './c.ts';\n");
		const texts = await Promise.all(['a.ts', 'b.ts', 'c.ts', 'd.ts'].map((name) => readFile(join(dir, name), 'utf8')));
		expect(sourcesOf(join(dir, 'a.ts'))).toEqual(texts);
	});
	test('holds the wording, the size and the colors of the site', () => {
		const sources = sourcesOf('src/lib/card-drawing.ts').join('\n');
		for (const part of ['export async function drawCard', 'export const CARD_SIZE', 'export function cutAtWord', 'export const SITE_NAME']) expect(sources).toContain(part);
		expect(sources).not.toContain('export function keptCards');
	});
	test('has the same digest every time', () => {
		expect(drawingDigest()).toMatch(/^[0-9a-f]{64}$/);
		expect(drawingDigest()).toBe(drawingDigest());
	});
});
