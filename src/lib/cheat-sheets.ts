/** Cheat sheets: settings and commands of one technology, each written once, in `_data/cheat-sheets/<tech>.yaml`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Problem } from './problem.ts';
import { lineOf, validate } from './validate.ts';

const entry = z.strictObject({
	/** The setting or command as it is typed. */
	key: z.string().min(1),
	/** The default as the product documents it, with its unit. Absent for commands and where there is none. */
	default: z.string().min(1).optional(),
	/** The release that brought it. */
	since: z.string().min(1).optional(),
	/** What it does; inline Markdown. */
	effect: z.string().min(1).max(240, 'expected at most 240 characters'),
	/** When to change it; inline Markdown. */
	when: z.string().min(1).max(240, 'expected at most 240 characters').optional(),
	/** Id of the page that explains it. */
	page: z.string().optional(),
});

const sheetFields = z.strictObject({
	/** The release that defaults were read from. */
	version: z.string().min(1),
	source: z.strictObject({ title: z.string().min(1), url: z.url({ protocol: /^https$/ }) }),
	groups: z
		.array(
			z.strictObject({
				id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case words joined by hyphens'),
				title: z.string().min(1),
				kind: z.enum(['settings', 'commands']),
				entries: z.array(entry).min(1),
			}),
		)
		.min(1),
});

export type CheatSheetGroup = z.infer<typeof sheetFields>['groups'][number];
export interface CheatSheet extends z.infer<typeof sheetFields> {
	/** Id of the technology, the name of its file. */
	tech: string;
}

export interface KnownIds {
	tech: Set<string>;
	pages: Set<string>;
}

/** Reads all sheets below `contentDir/_data`, in name order. What does not hold is added to `problems` and left out. */
export function readCheatSheets(contentDir = 'content', problems: Problem[] = [], known?: KnownIds): CheatSheet[] {
	const dir = join(contentDir, '_data', 'cheat-sheets');
	if (!existsSync(dir)) return [];
	return readdirSync(dir)
		.sort()
		.flatMap((name) => {
			const file = join(dir, name);
			const lines = new LineCounter();
			const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
			const sheet = validate(file, document, lines, sheetFields, problems);
			if (!sheet) return [];
			const tech = name.replace(/\.yaml$/, '');
			const bad = (path: PropertyKey[], message: string) => problems.push({ file, line: lineOf(document, lines, path), message });
			if (known && !known.tech.has(tech)) bad([], `unknown technology ${tech}: the file is named by an id of vocabulary.yaml`);
			const keys = new Set<string>();
			const groups = new Set<string>();
			sheet.groups.forEach((group, g) => {
				if (groups.has(group.id)) bad(['groups', g, 'id'], `group ${group.id} stands twice`);
				groups.add(group.id);
				group.entries.forEach(({ key, page }, e) => {
					if (keys.has(key)) bad(['groups', g, 'entries', e, 'key'], `${key} stands twice: a key is written once`);
					keys.add(key);
					if (page && known && !known.pages.has(page)) bad(['groups', g, 'entries', e, 'page'], `unknown page ${page}`);
				});
			});
			return [{ ...sheet, tech }];
		});
}

/** One group of one sheet. Throws where sheet or group does not exist. */
export function cheatSheetGroup(sheets: CheatSheet[], tech: string, group: string): { sheet: CheatSheet; group: CheatSheetGroup } {
	const sheet = sheets.find((one) => one.tech === tech);
	if (!sheet) throw new Error(`There is no cheat sheet of "${tech}", expected one of: ${sheets.map((one) => one.tech).join(', ')}`);
	const found = sheet.groups.find(({ id }) => id === group);
	if (!found) throw new Error(`The cheat sheet of ${tech} has no group "${group}", expected one of: ${sheet.groups.map(({ id }) => id).join(', ')}`);
	return { sheet, group: found };
}
