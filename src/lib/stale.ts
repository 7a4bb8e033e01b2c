/** When pages were last held against their references. */
import type { Page } from './pages.ts';

export interface CheckDate {
	/** `2026-11-21` */
	date: string;
	/** Products and versions the page was held against. */
	versions: string[];
	/** Page id. */
	id: string;
}

/** The check dates of all pages that have one, oldest first. */
export const checkDates = (pages: Pick<Page, 'id' | 'data'>[]): CheckDate[] =>
	pages
		.flatMap(({ id, data: { checked } }) => (checked ? [{ ...checked, id }] : []))
		.sort((a, b) => a.date.localeCompare(b.date) || a.id.localeCompare(b.id));

/** One line a page: date, id, versions, in columns. */
export function formatCheckDates(dates: CheckDate[]): string {
	const width = Math.max(0, ...dates.map(({ id }) => id.length));
	return dates.map(({ date, versions, id }) => `${date}  ${id.padEnd(width)}  ${versions.join(', ')}`.trimEnd()).join('\n');
}
