import hcl from 'hcl2-parser';
import type { Checker } from './sample.ts';

/** The parser returns a pair of text and error; its errors have no message and no place. */
const parses = (code: string): boolean => (hcl.parseToString(code) as unknown as [string, object | null])[1] === null;

/** HCL 2, as Terraform reads it. The place is that of the first block or attribute at the left margin that does not parse. */
export const checkHcl: Checker = ({ code }) => {
	if (parses(code)) return [];
	const lines = code.split('\n');
	const starts = lines.flatMap((text, i) => (/^[^\s}\])#/]/.test(text) ? [i] : []));
	const bad = starts.find((start, i) => !parses(lines.slice(start, starts[i + 1]).join('\n')));
	return [{ line: (bad ?? 0) + 1, message: bad === undefined ? 'no valid HCL' : 'the block that begins here is no valid HCL' }];
};
