/** The site's own raw documents, where they lie beside the checkout: every one becomes drafts that hold together as a site. */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { run } from '../../scripts/normalize/normalize.ts';
import type { Report } from '../../scripts/normalize/report.ts';
import { readPages } from '../../src/lib/pages.ts';

const FOLDER = '../shared/seeds';
const documents = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.txt')) : [];

describe.skipIf(!documents.length)(`raw documents in ${FOLDER}`, () => {
	test('become drafts without a lost word, and the same ones again', async () => {
		const dir = mkdtempSync(join(tmpdir(), 'raw-documents-'));
		onTestFinished(() => rmSync(dir, { recursive: true }));
		cpSync('content', join(dir, 'content'), { recursive: true });
		const args = [...documents.map((name) => join(FOLDER, name)), '--into', join(dir, 'content'), '--report', join(dir, 'report.json')];
		const printed: string[] = [];
		expect(await run(args, (text) => printed.push(text))).toBe(0);
		console.log(printed.join('\n'));
		const report = JSON.parse(readFileSync(join(dir, 'report.json'), 'utf8')) as Report;
		expect(report.documents.map(({ document, losses, problems }) => ({ document, losses, problems }))).toEqual(documents.map((document) => ({ document, losses: [], problems: [] })));
		const made = report.documents.reduce((sum, { drafts }) => sum + drafts.length, 0);
		expect(readPages(join(dir, 'content'), { drafts: true }).length - readPages(join(dir, 'content')).length).toBe(made);
		// The largest one takes as long as all others together.
		const [, ...smaller] = [...documents].sort((a, b) => statSync(join(FOLDER, b)).size - statSync(join(FOLDER, a)).size);
		expect(await run([...smaller.map((name) => join(FOLDER, name)), ...args.slice(documents.length)], () => {})).toBe(0);
		const again = JSON.parse(readFileSync(join(dir, 'report.json'), 'utf8')) as Report;
		expect(new Set(again.documents.flatMap(({ drafts }) => drafts.map(({ state }) => state)))).toEqual(new Set(['unchanged']));
	});
});
