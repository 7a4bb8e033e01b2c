import { parseSource } from 'scalameta-parsers';
import type { Checker } from './sample.ts';

/** Scala 2.13, the version Spark is written in, by the parser of Scalameta. A `fragment` may be statements. */
export const checkScala: Checker = ({ code, attributes }) => {
	const fragment = 'fragment' in attributes;
	const result = parseSource(fragment ? `object Sample {\n${code}\n}` : code);
	if (!('error' in result)) return [];
	const message = fragment ? result.error : `${result.error} (statements alone are a fragment)`;
	return [{ line: Math.min(result.lineNumber + (fragment ? 0 : 1), code.split('\n').length), message }];
};
