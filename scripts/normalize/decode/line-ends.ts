/** One kind of line end, and where the pages of a printed document began. */

interface Lines {
	lines: string[];
	/** 1-based numbers of the lines that begin a new page. */
	pageBreaks: number[];
}

/** A byte of a misread sequence before U+0085 means that it is such a byte too. */
const NEXT_LINE = /(?<![\x80-\xff])\x85/g;

/**
 * Parts a text at CRLF, CR, LF, NEL, U+2028, U+2029, vertical tab and form feed. A form feed ends a line like the others; the line after it is
 * in `pageBreaks`. U+0085 stays where other signs of Windows-1252 were read as controls too: there it is a misread ellipsis.
 */
export function linesOf(text: string): Lines {
	const misread = /[\x91-\x97]/.test(text);
	const plain = (misread || !text.includes('\x85') ? text : text.replace(NEXT_LINE, '\n')).replace(/\r\n?|[\u2028\u2029\v]/g, '\n');
	if (!plain.includes('\f')) return { lines: plain.split('\n'), pageBreaks: [] };
	const lines: string[] = [];
	const pageBreaks: number[] = [];
	plain.split('\f').forEach((page, at) => {
		if (at) pageBreaks.push(lines.length + 1);
		for (const line of page.split('\n')) lines.push(line);
	});
	return { lines, pageBreaks };
}
