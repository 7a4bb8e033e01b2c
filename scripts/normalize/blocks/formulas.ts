/** Formulas that stand alone on their line: `lag(p) = max(offset of p) - committed`. */

const LONGEST = 120;
const HEAD = /^[\p{L}_][\p{L}\p{N}_]{0,40}(?:\([^()]{0,40}\))? ?[=≈≤≥] ?(?=\S)/u;
const OPERATION = /[×÷∑∏√]|[\p{L}\p{N})] [-+*/^] [\p{L}\p{N}(]/u;

/** Whether a line is a name, a sign and an operation, and no sentence. A guess. */
export const isFormula = (text: string): boolean => {
	if (text.length > LONGEST || text.includes('`')) return false;
	const head = HEAD.exec(text)?.[0];
	const rest = head === undefined ? '' : text.slice(head.length).replace(/\.$/u, '');
	return OPERATION.test(rest) && !/[.;:!?](?:\s|$)|→/u.test(rest);
};
