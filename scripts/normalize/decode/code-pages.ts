/** The code pages as which UTF-8 is most often misread: which byte a character stood for. */
import iconv from 'iconv-lite';

export interface CodePage {
	name: string;
	/** The byte (128 to 255) by UTF-16 unit; 0 where the page has none. */
	byteOf: Uint8Array;
	/** Bytes whose characters tools drop, because the page has none or an invisible one there. */
	lost: readonly number[];
	/** First bytes of two-byte sequences that are taken for a misread letter or sign. The others are ordinary text too often. */
	letterLeads: ReadonlySet<number>;
}

const HIGH = Array.from({ length: 128 }, (_, at) => at + 128);

function tableOf(encoding: string, more: readonly (readonly [code: number, byte: number])[]): Uint8Array {
	const table = new Uint8Array(0x10000);
	const characters = iconv.decode(Buffer.from(HIGH), encoding);
	for (const byte of HIGH) {
		const code = characters.charCodeAt(byte - 128);
		if (code !== 0xfffd) table[code] = byte;
	}
	for (const [code, byte] of more) table[code] = byte;
	return table;
}

const UNDEFINED = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

/** Windows-1252 together with Latin-1: where one has a sign, the other has a C1 control, so that one table serves both. */
const WINDOWS: CodePage = {
	name: 'Windows-1252',
	byteOf: tableOf('windows-1252', HIGH.slice(0, 32).map((byte) => [byte, byte] as const)),
	lost: UNDEFINED,
	letterLeads: new Set([0xc2, 0xc3, 0xc4, 0xc5, 0xc6, 0xce, 0xcf]),
};

/** Mac Roman, in its older and newer form (currency sign and euro, two omegas and deltas). 0xF0, the logo, is often dropped. */
const MAC: CodePage = {
	name: 'Mac Roman',
	byteOf: tableOf('macintosh', [[0x20ac, 0xdb], [0xa4, 0xdb], [0xf8ff, 0xf0], [0x3a9, 0xbd], [0x2126, 0xbd], [0x394, 0xc6]]),
	lost: [],
	letterLeads: new Set([0xc2, 0xc3, 0xc4, 0xc5, 0xce, 0xcf]),
};

/** In the order in which they are tried. */
export const CODE_PAGES: readonly CodePage[] = [WINDOWS, MAC];
