import type { Checker } from './sample.ts';

/** Unified diff: every line says whether it stays, comes, goes or is a header. */
export const checkDiff: Checker = ({ code }) =>
	code.split('\n').flatMap((text, i) =>
		/^(?:[ +-]|$|@@ |diff |index |\\ No newline)/.test(text)
			? []
			: [{ line: i + 1, message: `expected a blank, + or - at the start of "${text}"` }],
	);
