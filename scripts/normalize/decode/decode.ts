/** The first stage: bytes of a file to the text that all other stages work on. */
import type { Findings } from '../model.ts';
import { readBytes, type Read } from './encoding.ts';
import { linesOf } from './line-ends.ts';
import { repairMojibake } from './mojibake.ts';
import { binarySignature } from './signature.ts';
import { tally, type Tally } from './tally.ts';
import { repairTypography } from './typography.ts';

/** A text with `\n` as its only line end. Notes and furniture name its lines, which all later stages keep. */
export interface Decoded extends Findings {
	text: string;
	/** Name of the encoding the bytes were read in. */
	encoding: string;
	/** 1-based numbers of the lines that begin a new page of a printed document. */
	pageBreaks: number[];
}

/** A file that holds no text, with what it seems to be and what to do. */
interface Unusable {
	unusable: string;
}

/** More controls than this part of all characters: no text, whatever it is. */
const MOST_CONTROLS = 0.05;
const MOST_NULS = 0.001;

/** Why a text that could be read is no text after all. */
function noText({ text, encoding }: Read): string | undefined {
	if (!/\S/.test(text.replace(/[\0\ufeff\u200b-\u200d\u2060]/g, ''))) return 'only white space: there is no text in this file';
	const controls = text.match(/[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]/g) ?? [];
	const nuls = controls.filter((control) => control === '\0').length;
	if (nuls > text.length * MOST_NULS) return 'binary data (NUL bytes that are no UTF-16 or UTF-32): give the text, not the file it comes from';
	if (controls.length > 4 && controls.length > text.length * MOST_CONTROLS) {
		return `binary data (${controls.length} control characters, read as ${encoding}): give the text, not the file it comes from`;
	}
	return undefined;
}

function noteEncoding({ encoding, confidence, broken }: Read, lines: readonly string[], found: Tally): void {
	const uncertain = (line: number, what: string, seen: string, sure: number): void => found.add({ line, kind: 'uncertain', what, seen, confidence: sure });
	if (confidence !== undefined) uncertain(1, 'encoding guessed', encoding, Math.round(confidence * 100) / 100);
	if (broken) uncertain(1, 'bytes that are not valid in the encoding', `${broken} bytes, read as Windows-1252 or replaced`, 0.5);
	lines.forEach((line, at) => {
		if (line.includes('\ufffd')) uncertain(at + 1, 'character lost before this file was written', 'U+FFFD', 0);
	});
}

/**
 * Reads a file as text: finds its encoding, makes all line ends `\n`, repairs misread UTF-8 and the leftovers of typesetting. Certain repairs
 * are made and noted; what is a guess stays as it was and is noted as uncertain, except the encoding, which has to be chosen. Words that
 * vanish (names of HTML entities and LaTeX signs) are in `furniture`, joined ones in the reasons of the notes; none of them is in `text`, whose
 * words are what later stages have to account for.
 */
export function decode(bytes: Uint8Array): Decoded | Unusable {
	if (!bytes.length) return { unusable: 'an empty file: there is nothing to read' };
	const signature = binarySignature(bytes);
	if (signature) return { unusable: signature };
	const read = readBytes(bytes);
	const unusable = noText(read);
	if (unusable) return { unusable };
	const found = tally();
	const { lines, pageBreaks } = linesOf(read.text);
	const whole = repairMojibake(lines, found);
	noteEncoding(read, whole, found);
	const text = repairTypography(whole, found).join('\n');
	return { text, encoding: read.encoding, pageBreaks, ...found.result() };
}
