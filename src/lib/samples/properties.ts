import type { Checker } from './sample.ts';

type Line = { text: string; line: number };

/** Lines without comments and blanks; one that ends in a backslash goes on in the next. */
function logicalLines(code: string): Line[] {
	const result: Line[] = [];
	let open: Line | undefined;
	code.split('\n').forEach((raw, i) => {
		const text = raw.trim();
		if (!open && (!text || /^[#!;]/.test(text))) return;
		const current: Line = open ?? { text: '', line: i + 1 };
		current.text += text.replace(/\\$/, '');
		if (text.endsWith('\\')) open = current;
		else {
			open = undefined;
			result.push(current);
		}
	});
	return open ? [...result, open] : result;
}

/** Java properties and Spark's defaults file: a key, `=`, `:` or blanks, a value; a value may be empty after `=` or `:`. */
export const checkProperties: Checker = ({ code }) =>
	logicalLines(code).flatMap(({ text, line }) =>
		/^[\w.$/{}-]+(\s*[=:]|\s+\S)/.test(text) ? [] : [{ line, message: `expected key=value, found "${text}"` }],
	);

/** INI: `[section]` and `key = value`. */
export const checkIni: Checker = ({ code }) =>
	logicalLines(code).flatMap(({ text, line }) =>
		/^\[[^\]]+\]$|^[^=\s][^=]*=/.test(text) ? [] : [{ line, message: `expected [section] or key = value, found "${text}"` }],
	);
