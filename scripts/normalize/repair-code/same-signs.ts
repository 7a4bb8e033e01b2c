/** What must hold after every repair of a layout. */

const signs = (text: string): string => text.replace(/\s+/g, '');

/** Whether two texts have the same characters in the same order, white space aside. */
export const sameSigns = (a: string, b: string): boolean => signs(a) === signs(b);

/** Lines without trailing blanks; no blank lines at either end. */
export const trimmedLines = (text: string): string =>
	text
		.split('\n')
		.map((line) => line.trimEnd())
		.join('\n')
		.replace(/^(?:[^\S\n]*\n)+/, '')
		.trimEnd();
