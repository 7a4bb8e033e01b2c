/** PostgreSQL by its own parser. */
import { loadModule, parseSync, SqlError } from 'libpg-query';
import { lineAt, type Finding } from './sample.ts';

/** Parses a whole text of statements. */
export async function checkPostgres(code: string): Promise<Finding[]> {
	await loadModule();
	try {
		parseSync(code);
		return [];
	} catch (error) {
		if (!(error instanceof SqlError)) throw error;
		return [{ line: lineAt(code, error.sqlDetails?.cursorPosition ?? 0), message: error.message }];
	}
}
