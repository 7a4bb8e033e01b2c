/** Draws preview cards as PNG with Skia, in the site's colours and a font of its own: no browser, no download. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Canvas, CanvasKit, FontWeight, Paint, Paragraph, Typeface, TypefaceFontProvider } from 'canvaskit-wasm/full';
import { CARD_SIZE, inCardSigns, type Card } from './card.ts';
import { cutAtWord } from './cut-at-word.ts';
import { SITE_NAME } from './site-name.ts';

const { width, height } = CARD_SIZE;
const MARGIN = 72;
/** Where the water begins; facts stand below it, title and text above. */
const WATERLINE = 536;
const TEXT_TOP = 168;
const TEXT_BOTTOM = WATERLINE - 34;

const DASHES = 23;
const DASH_GAP = 20;
const DASH_THICKNESS = 6;
/** Whole dashes from margin to margin; round ends add half the thickness on either side. */
const DASH = { length: (width - 2 * MARGIN - DASH_THICKNESS + DASH_GAP) / DASHES - DASH_GAP, gap: DASH_GAP, thickness: DASH_THICKNESS };

const COLOURS = {
	top: '#10191d',
	bottom: '#0a3640',
	tile: '#0b5563',
	line: '#ffb454',
	title: '#ffffff',
	text: '#d3e1e4',
	muted: '#a9c3c9',
	easy: '#7ed6a5',
	medium: '#ffc46b',
	hard: '#ff9d8c',
} as const;
type Colour = keyof typeof COLOURS;

interface Style {
	size: number;
	weight: 400 | 600 | 700;
	colour: Colour;
	/** Height of a line in font sizes. */
	leading?: number;
	/** Space between letters in pixels. */
	tracking?: number;
}

interface Studio {
	kit: CanvasKit;
	fonts: TypefaceFontProvider;
	typeface: Typeface;
}

/** A text with a sign that the font cannot draw. */
export class CardFontError extends Error {
	override readonly name = 'CardFontError';
}

let opening: Promise<Studio> | undefined;

/** The files that cards are drawn with: Skia, script and WebAssembly, and the fonts. */
export function drawingFiles(): { skia: string; wasm: string; fonts: string[] } {
	const { resolve } = createRequire(import.meta.url);
	const skia = resolve('canvaskit-wasm/full');
	return {
		skia,
		wasm: join(dirname(skia), 'canvaskit.wasm'),
		fonts: [400, 600, 700].map((weight) => resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff2`)),
	};
}

/** Loads Skia and the fonts, once. */
function studio(): Promise<Studio> {
	return (opening ??= open());
}

async function open(): Promise<Studio> {
	const { wasm, fonts: fontFiles } = drawingFiles();
	const { default: init } = await import('canvaskit-wasm/full');
	const kit = await init({ locateFile: () => wasm });
	const fonts = kit.TypefaceFontProvider.Make();
	const files = await Promise.all(fontFiles.map((file) => readFile(file)));
	const data = files.map((file) => new Uint8Array(file).buffer);
	for (const font of data) fonts.registerFont(font, 'Inter');
	const typeface = data[0] && kit.Typeface.MakeTypefaceFromData(data[0]);
	if (!typeface) throw new Error('the font of the preview cards cannot be read: @fontsource/inter');
	return { kit, fonts, typeface };
}

/** The PNG of a card. Throws `CardFontError` where its text holds a sign the font lacks. */
export async function drawCard(card: Card): Promise<Uint8Array<ArrayBuffer>> {
	const { kit, fonts, typeface } = await studio();
	checkSigns(card, typeface);
	const surface = kit.MakeSurface(width, height);
	if (!surface) throw new Error('no memory for a preview card');
	const paragraphs: Paragraph[] = [];

	/** A paragraph laid out to `room` pixels. */
	const set = (text: string, style: Style, room = width - 2 * MARGIN): Paragraph => {
		const builder = kit.ParagraphBuilder.MakeFromFontProvider(
			new kit.ParagraphStyle({
				textStyle: {
					color: kit.parseColorString(COLOURS[style.colour]),
					fontFamilies: ['Inter'],
					fontSize: style.size,
					fontStyle: { weight: weightOf(kit, style.weight) },
					heightMultiplier: style.leading ?? 1.2,
					halfLeading: true,
					letterSpacing: style.tracking ?? 0,
				},
			}),
			fonts,
		);
		builder.addText(inCardSigns(text));
		const paragraph = builder.build();
		builder.delete();
		paragraph.layout(room);
		paragraphs.push(paragraph);
		return paragraph;
	};

	try {
		const canvas = surface.getCanvas();
		drawWater(kit, canvas);
		drawWordmark(kit, canvas);
		canvas.drawParagraph(set(SITE_NAME, { size: 36, weight: 600, colour: 'title', tracking: -0.5 }), MARGIN + 74, 66);
		drawEyebrow(kit, canvas, card, set);

		const inLines = (sizes: number[], lines: number) =>
			firstThat(
				sizes,
				(size) => set(card.title, { size, weight: 700, colour: 'title', leading: 1.14, tracking: -1.2 }),
				(paragraph) => paragraph.getNumberOfLines() <= lines,
			);
		// One line, somewhat smaller, leaves the question more room than two large ones.
		const oneLine = inLines([64, 58, 52, 47], 1);
		const title = oneLine.getNumberOfLines() === 1 ? oneLine : inLines([64, 58, 52, 46, 40], 2);
		balance(title);
		canvas.drawParagraph(title, MARGIN, TEXT_TOP);

		const top = TEXT_TOP + title.getHeight() + 22;
		const room = TEXT_BOTTOM - top;
		const write = (text: string, size: number) => set(text, { size, weight: 400, colour: 'text', leading: 1.36 });
		const fits = (paragraph: Paragraph) => paragraph.getHeight() <= room;
		const whole = firstThat([40, 36, 33, 30], (size) => write(card.text, size), fits);
		const text = fits(whole) ? whole : write(cutAtWord(card.text, (beginning) => fits(write(beginning, 30))), 30);
		balance(text);
		canvas.drawParagraph(text, MARGIN, top);

		const line = (facts: string[]) => set(facts.join('  ·  '), { size: 27, weight: 600, colour: 'muted' });
		canvas.drawParagraph(fitting(card.facts, line), MARGIN, WATERLINE + 32);
		return encode(kit, surface.makeImageSnapshot());
	} finally {
		for (const paragraph of paragraphs) paragraph.delete();
		surface.dispose();
	}
}

function encode(kit: CanvasKit, image: ReturnType<NonNullable<ReturnType<CanvasKit['MakeSurface']>>['makeImageSnapshot']>): Uint8Array<ArrayBuffer> {
	try {
		const bytes = image.encodeToBytes(kit.ImageFormat.PNG, 100);
		if (!bytes) throw new Error('a preview card cannot be written as PNG');
		return new Uint8Array(bytes);
	} finally {
		image.delete();
	}
}

/** The first candidate that will do, else the last. */
function firstThat<T>(sizes: number[], make: (size: number) => T, good: (made: T) => boolean): T {
	let made = make(sizes[0] ?? 0);
	for (const size of sizes.slice(1)) {
		if (good(made)) return made;
		made = make(size);
	}
	return made;
}

/** Evens out the lines of a paragraph: as narrow as its number of lines allows, so that no word stands alone on the last. */
function balance(paragraph: Paragraph): void {
	const lines = paragraph.getNumberOfLines();
	let [low, high] = [0, paragraph.getMaxWidth()];
	while (high - low > 4) {
		const middle = (low + high) / 2;
		paragraph.layout(middle);
		if (paragraph.getNumberOfLines() > lines || paragraph.getLongestLine() > middle) low = middle;
		else high = middle;
	}
	paragraph.layout(high);
}

/** As many facts as stand on one line. */
function fitting(facts: string[], line: (facts: string[]) => Paragraph): Paragraph {
	const paragraph = line(facts);
	return paragraph.getNumberOfLines() > 1 && facts.length > 0 ? fitting(facts.slice(0, -1), line) : paragraph;
}

function weightOf(kit: CanvasKit, weight: Style['weight']): FontWeight {
	return { 400: kit.FontWeight.Normal, 600: kit.FontWeight.SemiBold, 700: kit.FontWeight.Bold }[weight];
}

function checkSigns({ id, eyebrow, title, text, facts }: Card, typeface: Typeface): void {
	for (const sign of new Set(inCardSigns([eyebrow, title, text, ...facts].join(' '))))
		if (typeface.getGlyphIDs(sign)[0] === 0)
			throw new CardFontError(`preview card of "${id}": its font has no "${sign}". Reword the title, description or question, or spell the sign out in src/lib/card.ts`);
}

/** Background, water and the line on it. */
function drawWater(kit: CanvasKit, canvas: Canvas): void {
	const colour = (name: Colour, alpha = 1) => {
		const parsed = kit.parseColorString(COLOURS[name]);
		return kit.multiplyByAlpha(parsed, alpha);
	};
	const paint = new kit.Paint();
	paint.setAntiAlias(true);
	const shader = kit.Shader.MakeLinearGradient([0, 0], [0, height], [colour('top'), colour('top'), colour('bottom')], [0, 0.45, 1], kit.TileMode.Clamp);
	paint.setShader(shader);
	// Eight bits a colour show as bands in so dark a gradient.
	paint.setDither(true);
	canvas.drawPaint(paint);
	paint.setDither(false);
	paint.setShader(null);
	shader.delete();

	// Two swells, the far one higher and fainter.
	for (const { top, swing, from, alpha } of [
		{ top: WATERLINE - 26, swing: 22, from: -260, alpha: 0.38 },
		{ top: WATERLINE + 6, swing: 16, from: -80, alpha: 0.72 },
	]) {
		paint.setColor(colour('tile', alpha));
		drawPath(kit, canvas, waterPath(from, top, swing), paint);
	}

	const dash = kit.PathEffect.MakeDash([DASH.length, DASH.gap], 0);
	paint.setStyle(kit.PaintStyle.Stroke);
	paint.setStrokeWidth(DASH.thickness);
	paint.setStrokeCap(kit.StrokeCap.Round);
	paint.setColor(colour('line'));
	paint.setPathEffect(dash);
	canvas.drawLine(MARGIN + DASH.thickness / 2, WATERLINE, width - MARGIN, WATERLINE, paint);
	dash.delete();
	paint.delete();
}

function drawPath(kit: CanvasKit, canvas: Canvas, svg: string, paint: Paint): void {
	const path = kit.Path.MakeFromSVGString(svg);
	if (!path) throw new Error(`no path: ${svg}`);
	canvas.drawPath(path, paint);
	path.delete();
}

/** Outline of water: a wave from left to right, closed along the lower edge; SVG path syntax. */
function waterPath(from: number, y: number, swing: number): string {
	const half = 260;
	const swells = Math.ceil((width - from) / half);
	// The first swell has its turning point given; each next one mirrors it.
	return `M${from} ${y}q${half / 2} ${-2 * swing} ${half} 0${`t${half} 0`.repeat(swells - 1)}V${height}H${from}Z`;
}

/** The tile of the wordmark, as in `public/favicon.svg`. */
function drawWordmark(kit: CanvasKit, canvas: Canvas): void {
	const paint = new kit.Paint();
	paint.setAntiAlias(true);
	canvas.save();
	canvas.translate(MARGIN, 60);
	canvas.scale(56 / 32, 56 / 32);
	paint.setColor(kit.parseColorString('#0f6d7e'));
	canvas.drawRRect(kit.RRectXY(kit.XYWHRect(0, 0, 32, 32), 7.5, 7.5), paint);
	paint.setStyle(kit.PaintStyle.Stroke);
	paint.setStrokeCap(kit.StrokeCap.Round);
	paint.setStrokeWidth(3);
	paint.setColor(kit.WHITE);
	drawPath(kit, canvas, 'M5 13.5c3.7-4 7.3-4 11 0s7.3 4 11 0', paint);
	const dash = kit.PathEffect.MakeDash([4, 5], 0);
	paint.setPathEffect(dash);
	paint.setColor(kit.parseColorString(COLOURS.line));
	canvas.drawLine(5, 21, 27, 21, paint);
	dash.delete();
	paint.delete();
	canvas.restore();
}

/** Part or number at the right of the first line, with a scenario's difficulty in a pill. */
function drawEyebrow(kit: CanvasKit, canvas: Canvas, { eyebrow, difficulty }: Card, set: (text: string, style: Style) => Paragraph): void {
	let right = width - MARGIN;
	if (difficulty) {
		const label = set(difficulty, { size: 28, weight: 600, colour: difficulty });
		const room = label.getLongestLine() + 44;
		const paint = new kit.Paint();
		paint.setAntiAlias(true);
		paint.setStyle(kit.PaintStyle.Stroke);
		paint.setStrokeWidth(2.5);
		paint.setColor(kit.parseColorString(COLOURS[difficulty]));
		canvas.drawRRect(kit.RRectXY(kit.XYWHRect(right - room, 63, room, 50), 25, 25), paint);
		paint.delete();
		canvas.drawParagraph(label, right - room + 22, 71);
		right -= room + 26;
	}
	const text = set(eyebrow, { size: 30, weight: 600, colour: 'muted' });
	canvas.drawParagraph(text, right - text.getLongestLine(), 70);
}
