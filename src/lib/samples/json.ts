import { lineAt, type Checker, type Finding } from './sample.ts';

/** Characters that V8 shows on either side of a token it did not expect. */
const CONTEXT = 10;

/** Where V8 says a text is wrong: by a position, by a piece of the text around it, or at its end. */
function place(text: string, message: string): { offset: number; message: string } {
	const position = /^([\s\S]*?) in JSON at position (\d+)/.exec(message);
	if (position) return { offset: Number(position[2]), message: position[1] ?? message };
	const [, what, token = '', cut, around = ''] = /^(Unexpected token '([\s\S])'), (\.{3})?"([\s\S]*)"(?:\.{3})? is not valid JSON$/.exec(message) ?? [];
	if (!what) return { offset: text.length, message };
	return { offset: text.indexOf(around) + (cut ? CONTEXT : around.indexOf(token)), message: what };
}

function parseAt(text: string, firstLine: number): Finding[] {
	try {
		JSON.parse(text);
		return [];
	} catch (error) {
		const { offset, message } = place(text, (error as SyntaxError).message);
		return [{ line: firstLine + lineAt(text, offset) - 1, message }];
	}
}

/** JSON as RFC 8259 has it: no comments, no trailing commas. */
export const checkJson: Checker = ({ code }) => parseAt(code, 1);

/** One JSON value a line. */
export const checkJsonLines: Checker = ({ code }) =>
	code.split('\n').flatMap((text, i) => (text.trim() ? parseAt(text, i + 1) : []));
