/** The arithmetic of UTF-8, for bytes that are no byte array: characters that stand for bytes. */

/** Length of the sequence that a byte begins: 2 to 4, or 0 where it begins none. */
export const sequenceLength = (byte: number): number => (byte < 0xc2 || byte > 0xf4 ? 0 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4);

/** Whether a byte can stand inside a sequence. */
export const isContinuation = (byte: number | undefined): byte is number => byte !== undefined && byte >= 0x80 && byte < 0xc0;

const FIRST_OF_LENGTH = [0, 0, 0x80, 0x800, 0x10000];

/** The code point of one whole sequence; nothing for an overlong one, a surrogate or one over U+10FFFF. */
export function codePointOf(bytes: readonly number[]): number | undefined {
	const [lead = 0, ...rest] = bytes;
	if (sequenceLength(lead) !== bytes.length || !rest.every(isContinuation)) return undefined;
	const code = rest.reduce((sum, byte) => sum * 64 + (byte & 0x3f), lead & (0x7f >> bytes.length));
	const fits = code >= (FIRST_OF_LENGTH[bytes.length] ?? 0) && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
	return fits ? code : undefined;
}
