/** What a lab holds, for readers who look at it before they query it. */

export interface TextTable {
	columns: { name: string; numeric: boolean }[];
	/** Text of each value as DuckDB writes it, null for NULL. */
	rows: (string | null)[][];
}

export interface LabTable {
	name: string;
	comment: string;
	rowCount: number;
	columns: { name: string; type: string; comment: string }[];
	firstRows: TextTable;
}

const FIRST_ROWS = 5;

/**
 * The tables and views of a lab, in the order in which its script makes them.
 * @param query runs one statement on the lab
 */
export async function labTables(query: (sql: string) => Promise<TextTable>): Promise<LabTable[]> {
	const { rows: names } = await query(`
		SELECT table_name, comment FROM (
			SELECT table_oid AS oid, table_name, comment FROM duckdb_tables() WHERE NOT internal
			UNION ALL SELECT view_oid, view_name, comment FROM duckdb_views() WHERE NOT internal
		) ORDER BY oid`);
	const tables: LabTable[] = [];
	for (const [name, comment] of names) {
		if (!name) continue;
		const quoted = `"${name.replaceAll('"', '""')}"`;
		const columns = await query(
			`SELECT column_name, data_type, comment FROM duckdb_columns() WHERE NOT internal AND table_name = '${name.replaceAll("'", "''")}' ORDER BY column_index`,
		);
		const count = await query(`SELECT count(*) FROM ${quoted}`);
		tables.push({
			name,
			comment: comment ?? '',
			rowCount: Number(count.rows[0]?.[0] ?? 0),
			columns: columns.rows.map(([column, type, note]) => ({ name: column ?? '', type: type ?? '', comment: note ?? '' })),
			firstRows: await query(`FROM ${quoted} LIMIT ${FIRST_ROWS}`),
		});
	}
	return tables;
}
