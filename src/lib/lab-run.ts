/** Runs SQL on a lab in DuckDB, on the machine that builds. One thread, so that a query without ORDER BY gives its rows in one order. */
import { DuckDBInstance, StatementType, type DuckDBConnection, type DuckDBDataChunk, type DuckDBExtractedStatements } from '@duckdb/node-api';
import type { LabColumn, LabResult, LabRow } from './lab-view.ts';
import type { Lab } from './labs.ts';
import { statementLines } from './statement-lines.ts';

export interface LabError {
	/** As DuckDB says it, with the line and the caret. */
	message: string;
	/** 1-based line of the SQL; that of the statement where DuckDB names none. Absent where neither is known. */
	line?: number;
}

export type LabRun = { result: LabResult; error?: undefined } | { result?: undefined; error: LabError };

/** A lab whose own SQL fails. */
export class LabLoadError extends Error {
	override readonly name = 'LabLoadError';
	/** 1-based line of the lab's file. */
	readonly line: number;
	/** What DuckDB says. */
	readonly reason: string;
	constructor(file: string, line: number, reason: string, cause: unknown) {
		super(`${file}:${line} ${reason}`, { cause });
		this.line = line;
		this.reason = reason;
	}
}

/** One table of a lab with what its comments say. */
export interface LabTable {
	name: string;
	comment: string;
	rowCount: number;
	columns: (LabColumn & { comment: string })[];
}

/** Milliseconds. No sample needs this long: a query that does runs without end. */
const TIME_LIMIT = 20_000;
/** A result longer than this is a mistake: a page prints the first rows only. */
const ROW_LIMIT = 10_000;

/** The page has no files and loads no extension, so neither does the build. */
const OPTIONS = {
	threads: '1',
	memory_limit: '1GB',
	enable_external_access: 'false',
	autoinstall_known_extensions: 'false',
	autoload_known_extensions: 'false',
};

/** Statements whose result is a table. What is in neither list does something and says nothing. */
const ASKS = new Set([StatementType.SELECT, StatementType.EXPLAIN, StatementType.CALL, StatementType.PRAGMA, StatementType.EXECUTE, StatementType.RELATION]);
/** Statements whose result is a count of rows, or a table where they end in RETURNING. */
const WRITES = new Set([StatementType.INSERT, StatementType.UPDATE, StatementType.DELETE, StatementType.MERGE_INTO]);

const NOTHING: LabResult = { columns: [], rows: [], rowCount: 0 };

const databases = new Map<string, Promise<DuckDBInstance>>();
const runs = new Map<string, Promise<LabRun>>();

/**
 * Runs one or more statements on a lab and returns what the last one gives. No run sees what another has done: what only reads shares
 * one database, anything else gets a copy of its own. The same SQL on the same data is executed once a process.
 * @param timeLimit milliseconds after which a statement is interrupted
 * @throws LabLoadError where the lab's own SQL fails; an error of `sql` is returned.
 */
export function runLab(lab: Lab, sql: string, timeLimit = TIME_LIMIT): Promise<LabRun> {
	const key = JSON.stringify([lab.sql, sql]);
	let run = runs.get(key);
	if (!run) runs.set(key, (run = execute(lab, sql, timeLimit)));
	return run;
}

/** Parses without executing. Names need not exist; nothing but comments is fine. */
export async function parseSql(sql: string): Promise<LabError | undefined> {
	if (isBlank(sql)) return undefined;
	const connection = await (await sharedPrinter()).connect();
	try {
		await connection.extractStatements(sql);
		return undefined;
	} catch (error) {
		return asLabError(error);
	} finally {
		connection.closeSync();
	}
}

/** Tables and columns of a lab in the order of their creation, with their comments. */
export async function describeLab(lab: Lab): Promise<LabTable[]> {
	const { result, error } = await runLab(
		lab,
		`SELECT table_name, coalesce(t.comment, ''), column_name, data_type, coalesce(c.comment, '')
		FROM duckdb_tables() AS t JOIN duckdb_columns() AS c USING (table_oid, table_name) WHERE NOT t.internal ORDER BY table_oid, column_index`,
	);
	if (error) throw new Error(`${lab.file}: ${error.message}`);
	const tables = new Map<string, LabTable>();
	for (const [name, comment, column, type, note] of result.rows as string[][]) {
		if (!name) continue;
		const table = tables.get(name) ?? { name, comment: comment ?? '', rowCount: 0, columns: [] };
		table.columns.push({ name: column ?? '', type: type ?? '', comment: note ?? '' });
		tables.set(name, table);
	}
	for (const table of tables.values()) {
		const { result: count } = await runLab(lab, `SELECT count(*) FROM "${table.name}"`);
		table.rowCount = Number(count?.rows[0]?.[0]);
	}
	return [...tables.values()];
}

async function execute(lab: Lab, sql: string, timeLimit: number): Promise<LabRun> {
	if (isBlank(sql)) return { error: { message: 'no statement' } };
	let connection = await (await sharedDatabase(lab)).connect();
	let own: DuckDBInstance | undefined;
	let statements: DuckDBExtractedStatements | undefined;
	let i = 0;
	try {
		statements = await connection.extractStatements(sql);
		let result = NOTHING;
		for (; i < statements.count; i++) {
			let statement = await statements.prepare(i);
			// EXPLAIN ANALYZE, PRAGMA and CALL can write, too. Whatever came before only read: there is nothing to repeat.
			if (!own && statement.statementType !== StatementType.SELECT) {
				connection.closeSync();
				own = await load(lab);
				connection = await own.connect();
				statements = await connection.extractStatements(sql);
				statement = await statements.prepare(i);
			}
			const type = statement.statementType;
			const answer = await withinTime(connection, timeLimit, () => statement.run());
			const chunks = await answer.fetchAllChunks();
			const columns = answer.columnNames().map((name, n): LabColumn => ({ name, type: String(answer.columnTypes()[n]) }));
			const rowCount = chunks.reduce((sum, chunk) => sum + chunk.rowCount, 0);
			if (rowCount > ROW_LIMIT) throw new Error(`the result has ${rowCount} rows, at most ${ROW_LIMIT} are allowed: add a LIMIT`);
			const counts = WRITES.has(type) && columns.length === 1 && columns[0]?.name === 'Count';
			if (counts) result = { ...NOTHING, changed: answer.rowsChanged };
			else if (!ASKS.has(type) && !WRITES.has(type)) result = NOTHING;
			else result = { columns, rows: i === statements.count - 1 ? await asText(columns, chunks) : [], rowCount };
		}
		return { result };
	} catch (error) {
		return { error: asLabError(error, lineOfStatement(sql, i, statements)) };
	} finally {
		connection.closeSync();
		own?.closeSync();
	}
}

async function withinTime<T>(connection: DuckDBConnection, limit: number, run: () => Promise<T>): Promise<T> {
	let late = false;
	const timer = setTimeout(() => {
		late = true;
		connection.interrupt();
	}, limit);
	try {
		return await run();
	} catch (error) {
		throw late ? new Error(`runs longer than ${limit / 1000} s`, { cause: error }) : error;
	} finally {
		clearTimeout(timer);
	}
}

/** DuckDB prints its own values: they are laid into a table of their types and cast. */
async function asText(columns: LabColumn[], chunks: DuckDBDataChunk[]): Promise<LabRow[]> {
	if (!chunks.length || !columns.length) return [];
	const connection = await (await sharedPrinter()).connect();
	try {
		await connection.run(`CREATE TEMP TABLE printed (${columns.map(({ type }, i) => `c${i} ${type}`).join(', ')})`);
		const appender = await connection.createAppender('printed', 'main', 'temp');
		for (const chunk of chunks) appender.appendDataChunk(chunk);
		appender.closeSync();
		const reader = await connection.runAndReadAll(`SELECT ${columns.map((_, i) => `CAST(c${i} AS VARCHAR)`).join(', ')} FROM printed`);
		// The sign of a NaN is the processor's choice.
		return (reader.getRows() as LabRow[]).map((row) => row.map((cell) => (cell === '-nan' ? 'nan' : cell)));
	} finally {
		connection.closeSync();
	}
}

let printer: Promise<DuckDBInstance> | undefined;
const sharedPrinter = (): Promise<DuckDBInstance> => (printer ??= open());

function sharedDatabase(lab: Lab): Promise<DuckDBInstance> {
	let database = databases.get(lab.sql);
	if (!database) databases.set(lab.sql, (database = load(lab)));
	return database;
}

async function open(): Promise<DuckDBInstance> {
	const instance = await DuckDBInstance.create(':memory:', OPTIONS);
	const connection = await instance.connect();
	await connection.run("SET GLOBAL TimeZone = 'UTC'");
	connection.closeSync();
	return instance;
}

async function load(lab: Lab): Promise<DuckDBInstance> {
	const instance = await open();
	const connection = await instance.connect();
	let statements: DuckDBExtractedStatements | undefined;
	let i = 0;
	try {
		statements = await connection.extractStatements(lab.sql);
		for (; i < statements.count; i++) await (await statements.prepare(i)).run();
	} catch (cause) {
		const { message, line } = asLabError(cause, lineOfStatement(lab.sql, i, statements));
		throw new LabLoadError(lab.file, line ?? 1, message, cause);
	} finally {
		connection.closeSync();
	}
	return instance;
}

const isBlank = (sql: string): boolean => !sql.replace(/--.*|\/\*[\s\S]*?\*\/|[\s;]/g, '');

/** DuckDB names a line in the errors of its parser and in few others. It makes several statements of some: then nobody knows. */
function lineOfStatement(sql: string, index: number, statements: DuckDBExtractedStatements | undefined): number | undefined {
	const lines = statementLines(sql);
	return statements?.count === lines.length ? lines[index] : undefined;
}

function asLabError(error: unknown, statementLine?: number): LabError {
	const message = (error instanceof Error ? error.message : String(error)).replace(/^Failed to extract statements: /, '').trim();
	const named = /^LINE (\d+):/m.exec(message)?.[1];
	// The line that DuckDB names can count from the statement.
	const line = Math.max(Number(named ?? 0), statementLine ?? 0) || undefined;
	return { message, ...(line && { line }) };
}
