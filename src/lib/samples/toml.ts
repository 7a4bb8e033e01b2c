import { parse, TomlError } from 'smol-toml';
import type { Checker } from './sample.ts';

/** TOML 1.0. */
export const checkToml: Checker = ({ code }) => {
	try {
		parse(code);
		return [];
	} catch (error) {
		if (!(error instanceof TomlError)) throw error;
		return [{ line: error.line, message: (error.message.split('\n')[0] ?? '').replace('Invalid TOML document: ', '') }];
	}
};
