/** Tells files that are no text by how they begin. */

const EXTRACT = 'extract the text first';
const UNPACK = 'unpack it first';
const EXPORT = 'export it as plain text or CSV first';

/** The first bytes, as characters of those numbers; the longest of those that begin alike first. */
const SIGNATURES: readonly (readonly [start: string, is: string, then: string])[] = [
	['\x89PNG\r\n\x1a\n', 'a PNG image', 'read its text with OCR first'],
	['\xff\xd8\xff', 'a JPEG image', 'read its text with OCR first'],
	['GIF87a', 'a GIF image', 'read its text with OCR first'],
	['GIF89a', 'a GIF image', 'read its text with OCR first'],
	['II*\0', 'a TIFF image', 'read its text with OCR first'],
	['MM\0*', 'a TIFF image', 'read its text with OCR first'],
	['\x1f\x8b', 'a gzip archive', UNPACK],
	['BZh91AY&SY', 'a bzip2 archive', UNPACK],
	['\xfd7zXZ\0', 'an xz archive', UNPACK],
	['\x28\xb5\x2f\xfd', 'a Zstandard archive', UNPACK],
	['7z\xbc\xaf\x27\x1c', 'a 7-Zip archive', UNPACK],
	['Rar!\x1a\x07', 'a RAR archive', UNPACK],
	['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'an Office document of the old binary kind', 'save it as plain text first'],
	['{\\rtf', 'an RTF document', 'save it as plain text first'],
	['%!PS-Adobe', 'a PostScript file', EXTRACT],
	['SQLite format 3\0', 'an SQLite database', EXPORT],
	['PAR1', 'a Parquet file', EXPORT],
	['Obj\x01', 'an Avro file', EXPORT],
	['ORC\x08', 'an ORC file', EXPORT],
	['ARROW1\0\0', 'an Arrow file', EXPORT],
	['\x7fELF', 'a program', 'give a text'],
	['\0asm', 'a WebAssembly program', 'give a text'],
	['\xca\xfe\xba\xbe', 'a compiled Java class', 'give a text'],
	['bplist00', 'a binary property list', 'convert it to text first'],
];

/** What a ZIP archive holds, by a name near its beginning. */
const ZIPPED: readonly (readonly [name: string, is: string, then: string])[] = [
	['word/', 'a Word document (.docx)', 'save it as plain text or Markdown first'],
	['xl/', 'an Excel workbook (.xlsx)', EXPORT],
	['ppt/', 'a PowerPoint file (.pptx)', 'save it as plain text first'],
	['application/vnd.oasis', 'an OpenDocument file', 'save it as plain text first'],
	['application/epub', 'an EPUB book', EXTRACT],
	['[Content_Types].xml', 'an Office document', 'save it as plain text first'],
];

/**
 * Says what a file is that begins like no text, and what to do: `a PDF, not its text: extract the text first`; nothing when no signature
 * is known. A text that merely speaks of PDF is none: the whole first line has to be a PDF's.
 */
export function binarySignature(bytes: Uint8Array): string | undefined {
	const start = String.fromCharCode(...bytes.subarray(0, 4096));
	if (/^(?:\xef\xbb\xbf)?\s{0,16}%PDF-\d\.\d\s*[\r\n]/.test(start)) return `a PDF, not its text: ${EXTRACT}`;
	if (start.startsWith('PK\x03\x04')) {
		const zipped = ZIPPED.find(([name]) => start.includes(name)) ?? ['', 'a ZIP archive', UNPACK];
		return `${zipped[1]}, not its text: ${zipped[2]}`;
	}
	if (/^MZ[^]{0,200}\0/.test(start)) return 'a Windows program, not a text: give a text';
	if (start.slice(257, 262) === 'ustar') return `a tar archive, not its text: ${UNPACK}`;
	if (/^RIFF[^]{4}(?:WEBP|WAVE|AVI )|^[^]{4}ftyp|^ID3[\x02-\x04]\0|^OggS\0|^fLaC\0/.test(start)) return 'a picture, sound or film, not a text: give a text';
	const known = SIGNATURES.find(([bytesOfIt]) => start.startsWith(bytesOfIt));
	return known && `${known[1]}, not its text: ${known[2]}`;
}
