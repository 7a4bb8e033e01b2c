/** DuckDB in a worker of this page: one database at a time, one query at a time. Loaded when the first query runs. */
import { AsyncDuckDB, PACKAGE_VERSION, VoidLogger, type AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import workerAddress from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { arrowCell, sqlType } from '../../lib/arrow-cells.ts';
import { enginePath } from '../../lib/lab-engine.ts';
import type { LabResult } from '../../lib/lab-view.ts';
import { href } from '../../lib/url.ts';
import { download, type Progress } from './download.client.ts';

export interface Lab {
	id: string;
	/** Address of the SQL that makes its tables. */
	address: string;
}

export interface QueryOptions {
	/** Rows kept; the rest is only counted. */
	maxRows: number;
	/** Bytes kept of one text. */
	maxText?: number;
	/** Whether what the query changes is undone after it. */
	undo: boolean;
	onProgress(stage: 'engine' | 'lab' | 'start' | 'run', progress?: Progress): void;
}

export interface QueryResult extends LabResult {
	/** Whether counting was given up before the end: there are more rows than `rowCount`. */
	more: boolean;
	/** Milliseconds from sending the query to the last row kept or counted. */
	milliseconds: number;
}

/** A query was stopped by the reader, or by one started after it. */
export class Stopped extends Error {}

const SETTINGS = [
	// No file, no network, no extension: a query can reach nothing but the tables of its lab, and cannot change that.
	'SET autoinstall_known_extensions = false',
	'SET autoload_known_extensions = false',
	'SET enable_external_access = false',
	"SET memory_limit = '512MB'",
];
/** Milliseconds for which rows beyond those kept are counted. */
const COUNTING = 1000;
/** Milliseconds a query has to end after it was asked to, before its worker is ended. */
const PATIENCE = 1500;

/** One query from the reader's wish to its end. */
interface Run {
	/** Whether it has reached the engine; before, it waits for downloads. */
	sent: boolean;
	stopped: boolean;
	/** Tells the reader, who does not wait for the engine to agree. */
	reject(reason: Stopped): void;
	/** Resolves when the engine is free again. */
	ended: Promise<unknown>;
}

let engineFile: Promise<Blob> | undefined;
const labFiles = new Map<string, Promise<string>>();
let downloads = new AbortController();
let database: AsyncDuckDB | undefined;
let connection: AsyncDuckDBConnection | undefined;
let openLab: string | undefined;
let current: Run | undefined;

/** Runs a query on a lab. One that still runs is stopped first. */
export async function runQuery(lab: Lab, sql: string, options: QueryOptions): Promise<QueryResult> {
	const before = current;
	let reject: Run['reject'] = () => undefined;
	const stopped = new Promise<never>((_, fail) => (reject = fail));
	const run: Run = { sent: false, stopped: false, reject, ended: Promise.resolve() };
	const work = (async () => {
		await end(before);
		return execute(run, lab, sql, options);
	})();
	run.ended = work.catch(() => undefined);
	current = run;
	try {
		return await Promise.race([work, stopped]);
	} finally {
		if (current === run && !run.stopped) current = undefined;
	}
}

/** Stops what runs or loads. What is downloaded until then is lost. */
export async function stopQuery(): Promise<void> {
	if (current && !current.sent) {
		downloads.abort();
		downloads = new AbortController();
	}
	await end(current);
}

/** Stops a query, with its worker where it does not listen; resolves when another can run. */
async function end(run: Run | undefined): Promise<void> {
	if (!run) return;
	run.stopped = true;
	run.reject(new Stopped('Stopped.'));
	if (!run.sent) return void (await run.ended);
	await Promise.race([connection?.cancelSent().catch(() => false), pause(PATIENCE)]);
	const ended = await Promise.race([run.ended.then(() => true), pause(PATIENCE)]);
	if (!ended) discardEngine();
}

/** Makes the tables of the open lab anew at the next query. */
export function forgetLab(): void {
	openLab = undefined;
}

async function execute(run: Run, lab: Lab, sql: string, options: QueryOptions): Promise<QueryResult> {
	try {
		const open = await openDatabase(lab, options);
		if (run.stopped) throw new Stopped('Stopped.');
		run.sent = true;
		options.onProgress('run');
		if (!options.undo) return await readResult(open, sql, options);
		await open.query('BEGIN TRANSACTION');
		try {
			return await readResult(open, sql, options);
		} finally {
			// Fails where the query ended the transaction itself.
			await open.query('ROLLBACK').catch(forgetLab);
		}
	} catch (error) {
		if (error instanceof Stopped) throw error;
		if (error instanceof WebAssembly.RuntimeError || /^(unreachable|memory access|null function|table index)/.test(messageOf(error))) discardEngine();
		throw new Error(explain(messageOf(error)));
	}
}

async function openDatabase(lab: Lab, { onProgress }: QueryOptions): Promise<AsyncDuckDBConnection> {
	const [file, script] = await Promise.all([
		loadOnce(() => engineFile, (value) => (engineFile = value), () =>
			download(href(enginePath(PACKAGE_VERSION)), 'application/wasm', downloads.signal, (progress) => onProgress('engine', progress)),
		),
		loadOnce(() => labFiles.get(lab.id), (value) => (value ? labFiles.set(lab.id, value) : labFiles.delete(lab.id)), async () =>
			(await download(lab.address, 'text/plain', downloads.signal, () => undefined)).text(),
		),
	]);
	if (!database) {
		onProgress('start');
		database = await startEngine(file);
		connection = undefined;
	}
	if (connection && openLab === lab.id) return connection;
	onProgress('lab');
	openLab = undefined;
	await database.open({ query: { queryPollingInterval: 50 } });
	connection = await database.connect();
	for (const setting of SETTINGS) await connection.query(setting);
	await connection.query(script);
	openLab = lab.id;
	return connection;
}

/** A download that is made once; another try follows one that failed. */
function loadOnce<T>(get: () => Promise<T> | undefined, set: (value: Promise<T> | undefined) => void, load: () => Promise<T>): Promise<T> {
	const known = get();
	if (known) return known;
	const loading = load();
	set(loading);
	loading.catch(() => set(undefined));
	return loading;
}

async function startEngine(file: Blob): Promise<AsyncDuckDB> {
	const engine = new AsyncDuckDB(new VoidLogger(), new Worker(workerAddress));
	const address = URL.createObjectURL(file);
	try {
		await engine.instantiate(address);
		return engine;
	} finally {
		URL.revokeObjectURL(address);
	}
}

function discardEngine(): void {
	void database?.terminate();
	database = undefined;
	connection = undefined;
	openLab = undefined;
}

/** Reads a result as a stream: what is not shown is never held. */
async function readResult(open: AsyncDuckDBConnection, sql: string, { maxRows, maxText }: QueryOptions): Promise<QueryResult> {
	const types = await typesOf(open, sql);
	const start = performance.now();
	const rows: LabResult['rows'] = [];
	let columns: LabResult['columns'] = [];
	let rowCount = 0;
	let more = false;
	let enoughAt = 0;
	const reader = await open.send(sql, true);
	for await (const batch of reader) {
		columns = batch.schema.fields.map(({ name, type }, index) => ({ name, type: types?.[index] ?? sqlType(type) }));
		const cells = columns.map((_, index) => batch.getChildAt(index)?.data[0]);
		for (let row = 0; row < batch.numRows && rows.length < maxRows; row++) rows.push(cells.map((data) => (data ? arrowCell(data, row, maxText) : null)));
		rowCount += batch.numRows;
		if (rows.length < maxRows) continue;
		enoughAt ||= performance.now();
		if (performance.now() - enoughAt > COUNTING) {
			more = true;
			await open.cancelSent();
			break;
		}
	}
	const milliseconds = performance.now() - start;
	const result = types ? { columns, rows, rowCount } : withoutCounts({ columns, rows, rowCount }, sql);
	return { ...result, more, milliseconds };
}

/** Types of a query's columns as SQL names them; undefined where it is anything but one query. Nothing is executed. */
async function typesOf(open: AsyncDuckDBConnection, sql: string): Promise<string[] | undefined> {
	try {
		const described = await open.query(`DESCRIBE (${sql.replace(/[;\s]+$/, '')}\n)`);
		return described.toArray().map((row) => String(row['column_type']));
	} catch {
		return undefined;
	}
}

/** DuckDB answers statements that return no rows with a table about themselves. */
function withoutCounts(result: LabResult, sql: string): LabResult {
	const [only, ...others] = result.columns;
	const none = { columns: [], rows: [], rowCount: 0 };
	if (others.length || !only) return result;
	if (only.name === 'Success' && !result.rowCount) return none;
	if (only.name !== 'Count' || result.rowCount !== 1) return result;
	const last = sql.replace(/--.*|\/\*[\s\S]*?\*\//g, '').split(';').findLast((statement) => statement.trim());
	return /^\s*create\b/i.test(last ?? '') ? none : { ...none, changed: Number(result.rows[0]?.[0]) };
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** A message as DuckDB's own shell prints it, with what it cannot know: that this page has no extensions. */
function explain(message: string): string {
	const text = readable(message);
	if (text === 'no statements') return 'There is no statement to run.';
	const extension = /(?:exists in the|required extension) '?(\w+)'?/.exec(text)?.[1];
	if (extension)
		return withNote(text.split('\n\nPlease try installing')[0] ?? text, `The DuckDB of this page has no extensions and loads none: what needs "${extension}" does not run here.`);
	if (/disabled (by|through) configuration/.test(text)) return withNote(text, 'A query of this page reaches no files, no network and no extensions.');
	if (/^(unreachable|memory access|null function|table index)/.test(text))
		return `DuckDB stopped working on this query (${text}). The next query starts it again with fresh tables.`;
	return text;
}

/** Puts a remark before the line of the query that the message ends with. */
function withNote(message: string, note: string): string {
	const [text, ...place] = message.split(/\n+(?=LINE \d+:)/);
	return [text, note, ...place].join('\n\n');
}

function readable(message: string): string {
	if (!message.startsWith('{"exception_type"')) return message;
	const { exception_type, exception_message } = JSON.parse(message) as Record<string, string>;
	return `${exception_type} Error: ${exception_message}`;
}

const pause = (milliseconds: number) => new Promise<false>((resolve) => setTimeout(() => resolve(false), milliseconds));
