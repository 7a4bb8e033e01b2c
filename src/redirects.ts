/** Addresses that pages once had, from `content/_data/redirects.yaml`: a published address never dies. */
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const path = z.string().regex(/^\/.*\/$/, 'expected a path such as /spark/old-name/');
const fields = z.array(z.strictObject({ from: path, to: path }));

export function redirects(file = 'content/_data/redirects.yaml'): Record<string, string> {
	const list = existsSync(file) ? fields.parse(parse(readFileSync(file, 'utf8')) ?? []) : [];
	return Object.fromEntries(list.map(({ from, to }) => [from, to]));
}
