import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { unzipSync } from 'fflate';
import { fromHtml } from 'hast-util-from-html';
import initSqlJs from 'sql.js';
import { afterAll, describe, expect, test } from 'vitest';
import { answerHtml } from '../../src/lib/practice/answer-html.ts';
import { toAnkiPackage } from '../../src/lib/practice/anki.ts';
import { toCsv } from '../../src/lib/practice/csv.ts';
import type { ExportCard } from '../../src/lib/practice/export-card.ts';

const card = (number: number, change: Partial<ExportCard> = {}): ExportCard => ({
	number,
	title: `Scenario ${number}`,
	difficulty: 'hard',
	kind: 'design',
	tech: ['spark', 'delta-lake'],
	topics: ['shuffle'],
	minutes: 15,
	question: `Why is <code>a < b</code> number ${number}?`,
	answer: '<p>Because.</p>',
	path: `/scenarios/s${number}/`,
	...change,
});
const cards = [card(22), card(7, { title: 'A < B & C' }), card(131, { question: 'Zwölf 🦆 "quoted"' })];
const options = { name: 'Watermark', origin: 'https://example.org', now: new Date('2026-11-21T10:00:00.000Z') };

describe('an Anki package', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'anki-'));
	afterAll(() => rmSync(folder, { recursive: true }));
	const files = unzipSync(await toAnkiPackage(await initSqlJs(), cards, options));
	const file = join(folder, 'collection.anki2');
	writeFileSync(file, files['collection.anki2'] ?? new Uint8Array());
	const db = new DatabaseSync(file, { readOnly: true });
	const rows = (sql: string) => db.prepare(sql).all().map((row) => ({ ...row }));

	test('is a ZIP of a collection and the list of its media', () => {
		expect(Object.keys(files).sort()).toEqual(['collection.anki2', 'media']);
		expect(JSON.parse(new TextDecoder().decode(files['media']))).toEqual({});
	});
	test('is an undamaged SQLite database with the tables of schema 11', () => {
		expect(rows('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
		expect(rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").map(({ name }) => name)).toEqual(['cards', 'col', 'graves', 'notes', 'revlog']);
		expect(rows('SELECT ver FROM col')).toEqual([{ ver: 11 }]);
	});
	test('has a note and a new card a scenario, in the order asked for', () => {
		expect(rows('SELECT n.guid, c.type, c.queue, c.ord FROM cards c JOIN notes n ON n.id = c.nid ORDER BY c.due')).toEqual(
			['watermark-22', 'watermark-7', 'watermark-131'].map((guid) => ({ guid, type: 0, queue: 0, ord: 0 })),
		);
	});
	test('every card belongs to the deck, every note to the model that the collection names', () => {
		const [{ models, decks, dconf } = {}] = rows('SELECT models, decks, dconf FROM col') as { models: string; decks: string; dconf: string }[];
		const [model] = Object.values(JSON.parse(models ?? '{}') as Record<string, { id: number; flds: { name: string }[]; tmpls: { qfmt: string; afmt: string }[] }>);
		const deck = Object.values(JSON.parse(decks ?? '{}') as Record<string, { id: number; name: string; conf: number }>).find(({ name }) => name === 'Watermark');
		expect(Object.keys(JSON.parse(dconf ?? '{}'))).toContain(String(deck?.conf));
		expect(rows('SELECT DISTINCT did FROM cards')).toEqual([{ did: deck?.id }]);
		expect(rows('SELECT DISTINCT mid FROM notes')).toEqual([{ mid: model?.id }]);
		const names = model?.flds.map(({ name }) => name) ?? [];
		for (const [, name = ''] of `${model?.tmpls[0]?.qfmt}${model?.tmpls[0]?.afmt}`.matchAll(/\{\{(\w+)\}\}/g)) expect([...names, 'FrontSide']).toContain(name);
		for (const { flds } of rows('SELECT flds FROM notes')) expect(String(flds).split('\x1f')).toHaveLength(names.length);
	});
	test('holds question, answer and a whole link', () => {
		const [{ flds, tags } = {}] = rows("SELECT flds, tags FROM notes WHERE guid = 'watermark-7'");
		expect(String(flds).split('\x1f')).toEqual([
			'Why is <code>a < b</code> number 7?',
			'<p>Because.</p><p><a href="https://example.org/scenarios/s7/">https://example.org/scenarios/s7/</a></p>',
			'7',
			'A &lt; B &amp; C',
			'https://example.org/scenarios/s7/',
		]);
		expect(tags).toBe(' hard design spark delta-lake shuffle ');
	});
	test('carries the checksum by which Anki finds duplicates', () => {
		const text = 'Zwölf 🦆 "quoted"';
		const expected = Number.parseInt(createHash('sha1').update(text).digest('hex').slice(0, 8), 16);
		expect(rows("SELECT csum, sfld FROM notes WHERE guid = 'watermark-131'")).toEqual([{ csum: expected, sfld: text }]);
	});
	test('of a later export has the same notes', async () => {
		const later = unzipSync(await toAnkiPackage(await initSqlJs(), cards.slice(1), { ...options, now: new Date('2027-01-01') }));
		const second = join(folder, 'later.anki2');
		writeFileSync(second, later['collection.anki2'] ?? new Uint8Array());
		const ids = new DatabaseSync(second, { readOnly: true }).prepare('SELECT id, guid FROM notes ORDER BY id').all().map((row) => ({ ...row }));
		expect(ids).toEqual(rows("SELECT id, guid FROM notes WHERE guid <> 'watermark-22' ORDER BY id"));
	});
});

describe('CSV', () => {
	test('has a heading and a line a scenario, quoted where it must be', () => {
		const [head, first, ...rest] = toCsv([card(22, { answer: 'a "b",\nc' })], 'https://example.org').split('\r\n');
		expect(head).toBe('number,title,difficulty,kind,minutes,technologies,topics,question,answer,link');
		expect(first).toBe('22,Scenario 22,hard,design,15,spark delta-lake,shuffle,Why is <code>a < b</code> number 22?,"a ""b"",\nc",https://example.org/scenarios/s22/');
		expect(rest).toEqual(['']);
	});
	test.each(['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', '\t=1'])('%j is no formula', (title) => {
		const [, line = ''] = toCsv([card(22, { title })], 'https://example.org').split('\r\n');
		expect(line.replace(/^22,"?/, '').startsWith("'")).toBe(true);
	});
});

describe('the answer of a page', () => {
	const page = (answer: string) => fromHtml(`<main><details class="answer"><summary>Show</summary><div><h2 id="what">What</h2></div><p>no</p><div class="sl-heading-wrapper"><h2 id="answer">Answer</h2><a class="sl-anchor-link" href="#answer">#</a></div>${answer}<div><h2 id="why">Why</h2></div><p>no</p></details></main>`);
	const of = (answer: string) => answerHtml(page(answer), 'https://example.org/scenarios/a/');

	test('is the section and nothing beside it', () => {
		expect(of('<p>Yes, <strong>this</strong>.</p><ul class="x"><li>one</li></ul>')).toBe('<p>Yes, <strong>this</strong>.</p><ul><li>one</li></ul>');
	});
	test('leads to whole addresses', () => {
		expect(of('<p><a href="/spark/skew/#x" class="y">skew</a> <a href="#why">below</a></p>')).toBe('<p><a href="https://example.org/spark/skew/#x">skew</a> <a href="https://example.org/scenarios/a/#why">below</a></p>');
	});
	test('keeps code as text and formulas as TeX', () => {
		const code = '<div class="expressive-code"><figure><pre data-language="sql"><code><div class="ec-line"><div class="code">SELECT 1\n</div></div><div class="ec-line"><div class="code">  FROM t\n</div></div></code></pre><button>Copy</button></figure></div>';
		expect(of(code)).toBe('<pre><code>SELECT 1\n  FROM t</code></pre>');
		const maths = '<p>So <span class="katex"><span class="katex-mathml"><math><semantics><mrow></mrow><annotation encoding="application/x-tex">a^2</annotation></semantics></math></span><span class="katex-html">a2</span></span>.</p>';
		expect(of(maths)).toBe('<p>So \\(a^2\\).</p>');
	});
	test('loses controls, tooltips and drawings, and says that there was one', () => {
		expect(of('<p>A <span class="term"><a href="/g/">term</a><span role="tooltip">what it is</span></span><button>Run</button></p><figure class="diagram"><svg><text>x</text></svg></figure>')).toBe(
			'<p>A <a href="https://example.org/g/">term</a></p><p><em>The page shows a diagram here.</em></p>',
		);
	});
	test('is undefined where there is none', () => {
		expect(answerHtml(fromHtml('<main><p>x</p></main>'), 'https://example.org/')).toBeUndefined();
	});
});
