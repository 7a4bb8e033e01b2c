import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../scripts/normalize/normalize.ts';
import type { Report } from '../../scripts/normalize/report.ts';
import { fixture, smallSite } from './surroundings.ts';

/** A content folder with documents beside it, and the command run on them. */
function desk(documents: Record<string, string | Uint8Array>) {
	const dir = smallSite();
	mkdirSync(join(dir, '_raw'));
	for (const [name, text] of Object.entries(documents)) writeFileSync(join(dir, '_raw', name), text);
	const file = (name: string) => join(dir, '_raw', name);
	return {
		dir,
		normalize: async (names: string[], ...options: string[]) => {
			const printed: string[] = [];
			const report = join(dir, '_report', 'report.json');
			const status = await run([...names.map(file), '--into', dir, '--report', report, ...options], (text) => printed.push(text));
			return { status, printed: printed.join('\n'), report: JSON.parse(readFileSync(report, 'utf8')) as Report };
		},
	};
}

const QUESTIONS = 'Scenario 7: Two clocks\n\n**Question:** *"Two servers disagree about the time of an order. Which one do you believe?"*\n\n**Answer:** Neither: ask for the event time.\n\nScenario 9: A full disk\n\n**Question:** *"The broker stops at ninety percent of its disk. What now?"*\n\n**Answer:** Shorten the retention of the largest topic.\n';

describe('exit status', () => {
	test('0 when all is done, and the report says what was', async () => {
		const { normalize, dir } = desk({ 'drawings.txt': fixture('drawings.txt') });
		const { status, report } = await normalize(['drawings.txt'], '--part', 'batch');
		expect(status).toBe(0);
		expect(report.unusable).toEqual([]);
		expect(report.documents[0]).toMatchObject({ document: 'drawings.txt', counts: { drawings: { total: 3, drawn: 3 } }, losses: [], problems: [], drafts: [{ file: join(dir, 'batch/drawings.mdx'), state: 'written' }] });
		expect(existsSync(join(dir, 'batch/drawings.mdx'))).toBe(true);
	});

	test('1 when more is uncertain than --strict allows', async () => {
		const { normalize } = desk({ 'a.txt': QUESTIONS });
		const { status, report } = await normalize(['a.txt'], '--strict', '0');
		expect(report.documents[0]?.uncertain.length).toBeGreaterThan(0);
		expect(status).toBe(1);
		expect((await normalize(['a.txt'], '--strict', '1000')).status).toBe(0);
	});

	test.each([
		['an empty file', 'a.txt', '', /empty/],
		['white space', 'a.txt', ' \n\t\n', /white space|empty/],
		['a PDF', 'a.pdf', '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj', /PDF/],
		['bytes that are no text', 'a.bin', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), /PNG/],
	])('2 for %s, said plainly', async (_, name, bytes, message) => {
		const { normalize } = desk({ [name]: bytes });
		const { status, printed, report } = await normalize([name]);
		expect(status).toBe(2);
		expect(printed).toMatch(message);
		expect(report).toMatchObject({ documents: [], unusable: [{ document: name }] });
	});

	test('2 for a file that is not there and for a folder; the others are still done', async () => {
		const { normalize, dir } = desk({ 'a.txt': QUESTIONS });
		const { status, printed, report } = await normalize(['nowhere.txt', '', 'a.txt']);
		expect(status).toBe(2);
		expect(printed).toMatch(/nowhere\.txt: no such file/);
		expect(printed).toMatch(/a folder, not a file/);
		expect(report.documents.map(({ document }) => document)).toEqual(['a.txt']);
		expect(existsSync(join(dir, 'scenarios/a-full-disk.mdx'))).toBe(true);
	});

	test.each([
		[['a.txt', '--part', 'kitchen'], /--part kitchen: expected one of modeling/],
		[['a.txt', '--strict', 'very'], /--strict very: expected a number/],
		[['a.txt', '--into', 'nowhere'], /--into nowhere: no content folder/],
		[['b/a.txt', 'c/a.txt'], /a\.txt: named twice/],
		[[], /no document named/],
		[['--frobnicate'], /frobnicate/],
	])('bad arguments %j are named', async (args, message) => {
		await expect(run(args)).rejects.toThrow(message);
	});
});

describe('what exists', () => {
	test('a second run changes nothing', async () => {
		const { normalize } = desk({ 'a.txt': QUESTIONS });
		const first = await normalize(['a.txt']);
		const second = await normalize(['a.txt']);
		expect(second.status).toBe(0);
		expect(second.report.documents[0]?.drafts).toEqual(first.report.documents[0]?.drafts.map((draft) => ({ ...draft, state: 'unchanged' })));
	});

	test('a draft that somebody edited stays, and so does all of its document; --force writes over it', async () => {
		const { normalize, dir } = desk({ 'a.txt': QUESTIONS });
		await normalize(['a.txt']);
		const [edited, other] = [join(dir, 'scenarios/a-full-disk.mdx'), join(dir, 'scenarios/two-clocks.mdx')];
		const text = readFileSync(edited, 'utf8');
		writeFileSync(edited, `${text}\nA better answer.\n`);
		writeFileSync(other, `${readFileSync(other, 'utf8')}\nAnother one.\n`);
		const refused = await normalize(['a.txt']);
		expect(refused.status).toBe(2);
		expect(refused.printed).toMatch(/a-full-disk\.mdx.*different; --force writes over them/);
		expect(readFileSync(edited, 'utf8')).toMatch(/A better answer/);
		const forced = await normalize(['a.txt'], '--force');
		expect(forced.status).toBe(0);
		expect(forced.report.documents[0]?.drafts.map(({ state }) => state)).toEqual(['overwritten', 'overwritten']);
		expect(readFileSync(edited, 'utf8')).toBe(text);
	});

	test('a published page keeps its address and its number', async () => {
		const { normalize, dir } = desk({ 'a.txt': QUESTIONS.replace('Two clocks', 'Taken') });
		const before = readFileSync(join(dir, 'scenarios/taken.mdx'), 'utf8');
		const { report } = await normalize(['a.txt']);
		expect(readFileSync(join(dir, 'scenarios/taken.mdx'), 'utf8')).toBe(before);
		expect(report.documents[0]?.drafts.map(({ file, number }) => [file.slice(dir.length + 1), number])).toEqual([['scenarios/taken-2.mdx', 8], ['scenarios/a-full-disk.mdx', 9]]);
		expect(report.documents[0]?.uncertain.map(({ what }) => what)).toContain('number of a scenario changed');
	});

	test('a number that was published once stays taken', async () => {
		const { normalize, dir } = desk({ 'a.txt': QUESTIONS });
		writeFileSync(join(dir, '_data/permalinks.txt'), '/s/9/\n/scenarios/two-clocks/\n');
		const { report } = await normalize(['a.txt']);
		expect(report.documents[0]?.drafts.map(({ file, number }) => [file.slice(dir.length + 1), number])).toEqual([['scenarios/two-clocks-2.mdx', 10], ['scenarios/a-full-disk.mdx', 11]]);
	});

	test('drafts keep address and number when another document comes between', async () => {
		const { normalize } = desk({ 'a.txt': QUESTIONS, 'b.txt': QUESTIONS });
		const first = await normalize(['a.txt']);
		await normalize(['b.txt']);
		const again = await normalize(['a.txt']);
		expect(again.report.documents[0]?.drafts).toEqual(first.report.documents[0]?.drafts.map((draft) => ({ ...draft, state: 'unchanged' })));
	});
});
