/** Small facts about single characters. */
import iconv from 'iconv-lite';

/** A character by its number, as in `U+00AD`. */
export const codeOf = (character: string): string => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

const HIGH = iconv.decode(Buffer.from(Array.from({ length: 128 }, (_, at) => at + 128)), 'windows-1252');

/** The character of a byte over 127 in Windows-1252; U+FFFD for the five that have none. */
export const windowsCharacter = (byte: number): string => HIGH[byte - 128] ?? '\ufffd';
