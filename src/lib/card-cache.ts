/** Preview cards kept between builds: a file a picture, named by all it is made of. The folder can be deleted at any time. */
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { drawCard, drawingFiles } from './card-drawing.ts';
import type { Card } from './card.ts';

const TYPES_ONLY = /^(?:import|export) type\b[^;]*;/gm;
const IMPORTED = /\b(?:from|import)\s*\(?\s*'(\.[^']+)'/g;

/** The text of a source file and, depth first, of every file it runs: its imports by relative path, not those of types. */
export function sourcesOf(file: string, found = new Map<string, string>()): string[] {
	if (!found.has(file)) {
		const text = readFileSync(file, 'utf8');
		found.set(file, text);
		for (const [, path = ''] of text.replace(TYPES_ONLY, '').matchAll(IMPORTED)) sourcesOf(join(dirname(file), path), found);
	}
	return [...found.values()];
}

/** Stands for all that draws: the code, Skia and the fonts. Another digest, other pictures. */
export function drawingDigest(): string {
	const { skia, wasm, fonts } = drawingFiles();
	const hash = createHash('sha256').update(JSON.stringify(sourcesOf('src/lib/card-drawing.ts')));
	for (const file of [skia, wasm, ...fonts]) hash.update(readFileSync(file));
	return hash.digest('hex');
}

/** The name of a card's picture. */
export const cardKey = (card: Card, drawing: string): string => createHash('sha256').update(JSON.stringify([drawing, card])).digest('hex');

/** Draws a card as `draw` does, or takes its picture from `dir`, where it puts each one it draws. `drawing` stands for what `draw` does. */
export function keptCards(dir: string, draw = drawCard, drawing = drawingDigest()): typeof drawCard {
	return async (card) => {
		const file = join(dir, `${cardKey(card, drawing)}.png`);
		const kept = await readFile(file).catch(() => undefined);
		if (kept && isWholePng(kept)) return new Uint8Array(kept);
		const png = await draw(card);
		await keep(file, png);
		return png;
	};
}

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** The last chunk of every PNG: no bytes, its name, its checksum. */
const IEND = Buffer.from('0000000049454e44ae426082', 'hex');

/** Whether a PNG has its beginning and its end. */
const isWholePng = (file: Buffer): boolean => file.subarray(0, SIGNATURE.length).equals(SIGNATURE) && file.subarray(-IEND.length).equals(IEND);

/** Whoever reads meanwhile finds the whole file or none. */
async function keep(file: string, png: Uint8Array): Promise<void> {
	const part = `${file}.${randomUUID()}`;
	try {
		await mkdir(dirname(file), { recursive: true });
		await writeFile(part, png);
		await rename(part, file);
	} catch {
		// Where nothing can be written the next build draws again.
		await rm(part, { force: true }).catch(() => undefined);
	}
}
