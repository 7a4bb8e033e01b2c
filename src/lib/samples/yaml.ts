import { parseAllDocuments } from 'yaml';
import type { Checker } from './sample.ts';

/** YAML 1.2, one document or several. Keys are unique. */
export const checkYaml: Checker = ({ code }) =>
	[...parseAllDocuments(code, { prettyErrors: true })].flatMap((document) =>
		// A second error in one document is mostly the first one's echo.
		document.errors.slice(0, 1).map(({ message, linePos }) => ({
			line: linePos?.[0].line ?? 1,
			message: (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:$/, ''),
		})),
	);
