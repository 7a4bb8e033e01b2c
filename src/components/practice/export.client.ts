/** Scenarios as an Anki deck or as CSV, made in the page. Loaded when a reader asks for one. */
import initSqlJs from 'sql.js';
import sqliteAddress from 'sql.js/dist/sql-wasm-browser.wasm?url';
import { toAnkiPackage } from '../../lib/practice/anki.ts';
import { toCsv } from '../../lib/practice/csv.ts';
import type { ExportCard } from '../../lib/practice/export-card.ts';
import { SITE_NAME } from '../../lib/site-name.ts';
import { downloadFile } from './download-file.client.ts';

export async function exportScenarios(format: 'anki' | 'csv', numbers: Set<number>, list: string): Promise<{ file: string; bytes: number }> {
	const response = await fetch(new URL('answers.json', new URL(list, location.href)));
	if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
	const cards = ((await response.json()) as ExportCard[]).filter(({ number }) => numbers.has(number));
	const file = `${SITE_NAME.toLowerCase()}-scenarios.${format === 'csv' ? 'csv' : 'apkg'}`;
	if (format === 'csv') return { file, bytes: downloadFile(file, `\ufeff${toCsv(cards, location.origin)}`, 'text/csv;charset=utf-8') };
	const SQL = await initSqlJs({ locateFile: () => sqliteAddress });
	const bytes = await toAnkiPackage(SQL, cards, { name: SITE_NAME, origin: location.origin, now: new Date() });
	return { file, bytes: downloadFile(file, bytes as BlobPart, 'application/octet-stream') };
}
