/** The labs: small datasets that samples and readers query, listed in `_data/labs.yaml`, each written as SQL in `_data/labs/`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Problem } from './problem.ts';
import { lineOf, validate } from './validate.ts';

const labsFields = z.array(
	z.strictObject({
		id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'expected lower-case letters, digits and hyphens'),
		title: z.string().min(1).max(60),
		description: z.string().min(1).max(160),
		now: z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/, 'expected an instant such as 2026-05-15 12:00:00').optional(),
	}),
);

export interface Lab {
	id: string;
	title: string;
	/** One sentence, at most 160 characters. */
	description: string;
	/** The instant that counts as the present in this lab, UTC, as `yyyy-mm-dd hh:mm:ss`. Absent where the data need none. */
	now?: string;
	/** Path of the SQL file, as messages print it. */
	file: string;
	/** What creates and fills the tables. */
	sql: string;
}

/** Where the site serves a lab, from the root. */
export const labPath = (id: string): string => `/labs/${id}.sql`;

/** Reads the labs below `contentDir/_data`, in the order of the list. Entries without data and data without entry are added to `problems`. */
export function readLabs(contentDir = 'content', problems: Problem[] = []): Lab[] {
	const list = join(contentDir, '_data', 'labs.yaml');
	const dir = join(contentDir, '_data', 'labs');
	if (!existsSync(list)) return [];
	const lines = new LineCounter();
	const document = parseDocument(readFileSync(list, 'utf8'), { lineCounter: lines });
	const entries = validate(list, document, lines, labsFields, problems) ?? [];
	const labs: Lab[] = [];
	entries.forEach((entry, i) => {
		const file = join(dir, `${entry.id}.sql`);
		const bad = (message: string) => problems.push({ file: list, line: lineOf(document, lines, [i, 'id']), message: `${entry.id}: ${message}` });
		if (labs.some(({ id }) => id === entry.id)) bad('listed twice');
		else if (!existsSync(file)) bad(`no data, expected ${file}`);
		else labs.push({ ...entry, file, sql: readFileSync(file, 'utf8') });
	});
	for (const name of existsSync(dir) ? readdirSync(dir).sort() : [])
		if (!entries.some(({ id }) => name === `${id}.sql`)) problems.push({ file: join(dir, name), line: 1, message: `not listed in ${list}` });
	return labs;
}
