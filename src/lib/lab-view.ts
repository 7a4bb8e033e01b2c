/** What a query gave, in the form in which the build prints it and the page shows it. Knows no engine: cells are text as DuckDB prints it. */

export interface LabColumn {
	name: string;
	/** SQL type as DuckDB names it, for instance `DECIMAL(10,2)`. */
	type: string;
}

/** One row as text; `null` is NULL. */
export type LabRow = (string | null)[];

export interface LabResult {
	/** Empty where the last statement gives no table. */
	columns: LabColumn[];
	rows: LabRow[];
	/** How many rows there were; `rows` may hold fewer. */
	rowCount: number;
	/** Rows written, where the last statement writes and returns none. */
	changed?: number;
}

/** A result longer than this is cut. */
export const PRINTED_ROWS = 20;

/** Whether cells of this type are set flush right. */
export const isNumeric = (type: string): boolean => /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|BIGNUM|DECIMAL\(\d+,\s*\d+\))$/.test(type);

/** Whether the result is a plan of EXPLAIN, which is a drawing in text and no table. */
export const isPlan = ({ columns }: LabResult): boolean => columns.length === 2 && columns[0]?.name === 'explain_key' && columns[1]?.name === 'explain_value';

/** The line below a result: how many rows there are and how many of them are shown. */
export function countNote({ columns, rowCount, changed }: LabResult, shown: number): string {
	if (changed !== undefined) return `${rows(changed)} written`;
	if (!columns.length) return 'No result: the statement returns no rows';
	return shown < rowCount ? `First ${shown} of ${rows(rowCount)}: ${rows(rowCount - shown, 'more row')}` : rows(rowCount);
}

const rows = (count: number, noun = 'row'): string => `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
