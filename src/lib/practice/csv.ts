import type { ExportCard } from './export-card.ts';

const COLUMNS = ['number', 'title', 'difficulty', 'kind', 'minutes', 'technologies', 'topics', 'question', 'answer', 'link'] as const;

/** A field as RFC 4180 writes it. What a spreadsheet would run as a formula becomes text. */
function field(value: string | number): string {
	const text = String(value);
	const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Questions and answers as CSV with a heading line (RFC 4180), HTML in question and answer. `origin` makes the links whole. */
export function toCsv(cards: ExportCard[], origin: string): string {
	const rows = cards.map(({ number, title, difficulty, kind, minutes, tech, topics, question, answer, path }) =>
		[number, title, difficulty, kind, minutes, tech.join(' '), topics.join(' '), question, answer, new URL(path, origin).href],
	);
	return [COLUMNS, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');
}
