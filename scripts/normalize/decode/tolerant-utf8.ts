/** UTF-8 with a few broken bytes: one paste from an old file must not spoil the rest. */
import { windowsCharacter } from './characters.ts';
import { codePointOf, sequenceLength } from './utf8.ts';

/** What was read, the number of whole sequences of several bytes and the number of bytes that belong to none. */
interface Tolerant {
	text: string;
	whole: number;
	broken: number;
}

/**
 * Reads UTF-8. A byte that begins or continues nothing is read as Windows-1252, which is where such bytes come from (a guess); a character
 * cut off within becomes U+FFFD, because nobody knows which it was.
 */
export function tolerantUtf8(bytes: Uint8Array): Tolerant {
	const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
	const parts: string[] = [];
	let whole = 0;
	let broken = 0;
	let from = 0;
	const flush = (end: number): void => {
		if (end > from) parts.push(decoder.decode(bytes.subarray(from, end)));
	};
	for (let at = 0; at < bytes.length; ) {
		const byte = bytes[at] ?? 0;
		if (byte < 128) {
			at++;
			continue;
		}
		const length = sequenceLength(byte);
		let have = 1;
		while (have < length && ((bytes[at + have] ?? 0) & 0xc0) === 0x80) have++;
		if (length && have === length && codePointOf([...bytes.subarray(at, at + length)]) !== undefined) {
			whole++;
			at += length;
			continue;
		}
		flush(at);
		const cut = length > 2 && have > 1 && have < length ? have : 1;
		parts.push(cut > 1 ? '\ufffd' : windowsCharacter(byte));
		broken += cut;
		at += cut;
		from = at;
	}
	flush(bytes.length);
	return { text: parts.join(''), whole, broken };
}
