/** Bytes to text: marks and valid UTF-8 are certain, everything else is a guess and says so. */
import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import { tolerantUtf8 } from './tolerant-utf8.ts';

/** The text, and how sure the encoding is when it had to be guessed. */
export interface Read {
	text: string;
	encoding: string;
	/** From 0 to 1; absent where the bytes leave no choice. */
	confidence?: number;
	/** Bytes that are not valid in the encoding. */
	broken?: number;
}

/** Longest marks first: that of UTF-32 LE begins with that of UTF-16 LE. */
const MARKS: readonly (readonly [mark: readonly number[], encoding: string])[] = [
	[[0xff, 0xfe, 0, 0], 'UTF-32LE'],
	[[0, 0, 0xfe, 0xff], 'UTF-32BE'],
	[[0xef, 0xbb, 0xbf], 'UTF-8'],
	[[0xff, 0xfe], 'UTF-16LE'],
	[[0xfe, 0xff], 'UTF-16BE'],
];
/** What a detector has to see; more costs time and changes nothing. */
const SAMPLE = 64 * 1024;

const withoutMark = (text: string): string => (text.startsWith('\ufeff') ? text.slice(1) : text);
const decodeAs = (bytes: Uint8Array, encoding: string): string =>
	withoutMark(iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding));

function validUtf8(bytes: Uint8Array): string | undefined {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
}

function marked(bytes: Uint8Array): Read | undefined {
	const found = MARKS.find(([mark, encoding]) => mark.every((byte, at) => bytes[at] === byte) && (!encoding.startsWith('UTF-32') || bytes.length % 4 === 0));
	if (!found) return undefined;
	const encoding = found[1];
	if (encoding !== 'UTF-8') return { text: decodeAs(bytes, encoding), encoding };
	const text = validUtf8(bytes);
	return text === undefined ? { ...tolerantUtf8(bytes.subarray(3)), encoding } : { text, encoding };
}

/** Where NUL bytes stand, by position modulo 4: text of wide characters has them always at the same places. */
function nulPlaces(bytes: Uint8Array): [number, number, number, number] {
	const places: [number, number, number, number] = [0, 0, 0, 0];
	for (let at = bytes.indexOf(0); at !== -1; at = bytes.indexOf(0, at + 1)) places[(at & 3) as 0 | 1 | 2 | 3]++;
	return places;
}

/** Part of the characters that are no text: unassigned, private, lone surrogates, controls. */
function oddPart(text: string): number {
	const sample = text.slice(0, SAMPLE);
	return (sample.match(/[\p{Cn}\p{Co}\p{Cs}\ufffd]|[^\P{Cc}\t\n\r\f]/gu)?.length ?? 0) / Math.max(1, sample.length);
}

function wide(bytes: Uint8Array): Read | undefined {
	const places = nulPlaces(bytes);
	const nul = places[0] + places[1] + places[2] + places[3];
	if (!nul || bytes.length % 2) return undefined;
	const quarter = bytes.length / 4;
	const candidates: (readonly [encoding: string, share: number])[] = [
		['UTF-32LE', places[3] === quarter && places[2] > quarter * 0.5 ? 2 : 0],
		['UTF-32BE', places[0] === quarter && places[1] > quarter * 0.5 ? 2 : 0],
		['UTF-16LE', (places[1] + places[3]) / nul],
		['UTF-16BE', (places[0] + places[2]) / nul],
	];
	// A few stray NUL bytes can fall on one side by chance. Latin text has them all on one side; Chinese has only line ends and spaces there.
	const likely = candidates.filter(([name, share]) => share > 0.4 && nul > bytes.length / 200 && oddPart(decodeAs(bytes, name)) < 0.02);
	const encoding = likely.reduce<readonly [string, number] | undefined>((best, each) => (best && best[1] >= each[1] ? best : each), undefined)?.[0];
	return encoding ? { text: decodeAs(bytes, encoding), encoding, confidence: 0.9 } : undefined;
}

/** The lines with bytes over 127: plain ASCII says nothing about an encoding. */
function telling(bytes: Uint8Array): Uint8Array {
	const parts: Uint8Array[] = [];
	let size = 0;
	for (let from = 0; from < bytes.length && size < SAMPLE; ) {
		const end = bytes.indexOf(10, from);
		const line = bytes.subarray(from, Math.min(end === -1 ? bytes.length : end + 1, from + SAMPLE));
		from += line.length;
		if (!line.some((byte) => byte > 127)) continue;
		parts.push(line);
		size += line.length;
	}
	return Buffer.concat(parts);
}

/** Places where a word of small letters has a capital or a sign in it: what a wrong single-byte table makes of accents. */
const oddities = (text: string): number => text.match(/(?<=\p{Ll})(?:(?![’'‘])[^\x00-\x7f\p{Ll}\p{M}\s–—‑…])(?=\p{Ll})|\ufffd/gu)?.length ?? 0;

function guessed(bytes: Uint8Array): Read {
	const sample = telling(bytes);
	const best = analyse(sample).find(({ name }) => !name.startsWith('UTF-') && name !== 'ASCII' && iconv.encodingExists(name));
	const name = best?.name ?? 'windows-1252';
	const odd = (encoding: string): number => oddities(decodeAs(sample, encoding));
	// The detector does not know Mac Roman and the code page of DOS.
	const narrow = /^(?:windows|ISO-8859)/i.test(name);
	const chosen = !narrow ? name : ['windows-1252', 'macintosh', 'cp850'].reduce((least, other) => (odd(other) < odd(least) ? other : least), name);
	const confidence = chosen === name ? Math.max(0.1, Math.min(0.95, (best?.confidence ?? 10) / 100)) : 0.5;
	return { text: decodeAs(bytes, chosen), encoding: chosen, confidence };
}

/** Reads bytes as text. A byte order mark or valid UTF-8 decides; else UTF-16 or UTF-32 without a mark, damaged UTF-8, and last a detector's guess. */
export function readBytes(bytes: Uint8Array): Read {
	const certain = marked(bytes) ?? wide(bytes);
	if (certain) return certain;
	const utf8 = validUtf8(bytes);
	if (utf8 !== undefined) return { text: utf8, encoding: 'UTF-8' };
	const damaged = tolerantUtf8(bytes);
	return damaged.whole >= 2 * damaged.broken && damaged.whole > 0 ? { ...damaged, encoding: 'UTF-8', confidence: 0.9 } : guessed(bytes);
}
