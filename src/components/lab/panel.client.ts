/** What stands under a query while it loads, runs and ends: status, progress in bytes, the result or DuckDB's message. */
import { countNote } from '../../lib/lab-view.ts';
import { announce } from '../clipboard.client.ts';
import type { Progress } from './download.client.ts';
import type { Lab, QueryResult } from './engine.client.ts';

/** Rows shown of a result. */
export const SHOWN_ROWS = 200;
/** Milliseconds after which a running query is said to be slow, and after which it is stopped. */
const SLOW = 10_000;
const TOO_SLOW = 60_000;

export const loadEngine = () => import('./engine.client.ts');
const loadView = () => import('./result-view.client.ts');

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);

export interface PanelRun {
	lab: Lab;
	sql: string;
	/** Whether what the query changes is undone after it. */
	undo: boolean;
	maxRows?: number;
	/** Bytes kept of one text. */
	maxText?: number;
}

export class Panel {
	readonly element = document.createElement('div');
	/** Where results go; emptied before each run. */
	readonly output = document.createElement('div');
	private status = document.createElement('p');
	private loading = document.createElement('p');
	private keep = document.createElement('button');
	private timers: ReturnType<typeof setTimeout>[] = [];
	private running = false;
	/** Asked to stop, perhaps before there was an engine to be asked. */
	private stopping = false;
	private idleLabel: string;

	/** @param button says "Stop" while a query runs, and stops it: focus stays where it is. */
	constructor(private button: HTMLButtonElement) {
		this.idleLabel = button.textContent ?? '';
		this.element.className = 'lab-panel not-content';
		this.status.className = 'lab-status';
		this.status.setAttribute('role', 'status');
		this.loading.className = 'lab-loading';
		this.loading.hidden = true;
		this.keep.type = 'button';
		this.keep.textContent = 'Keep running';
		this.keep.hidden = true;
		this.keep.addEventListener('click', () => {
			this.clearTimers();
			this.button.focus();
			this.keep.hidden = true;
			this.say('Running until it ends or you stop it.');
		});
		this.element.append(this.status, this.keep, this.loading, this.output);
	}

	/** What the button says while nothing runs. */
	set label(text: string) {
		this.idleLabel = text;
		if (!this.running) this.button.textContent = text;
	}

	get busy(): boolean {
		return this.running;
	}

	say(message: string): void {
		announce(this.status, message);
	}

	clear(): void {
		this.output.replaceChildren();
		this.status.textContent = '';
	}

	async stop(): Promise<void> {
		if (!this.running) return;
		this.stopping = true;
		const { stopQuery } = await loadEngine();
		await stopQuery();
	}

	/** Does work that uses the engine, with the button turned to "Stop"; failures are shown. */
	async during(work: () => Promise<void>): Promise<void> {
		this.running = true;
		this.stopping = false;
		this.button.textContent = 'Stop';
		this.clear();
		this.element.setAttribute('aria-busy', 'true');
		try {
			await work();
		} catch (error) {
			await this.showError(error);
		} finally {
			this.clearTimers();
			this.running = false;
			this.keep.hidden = true;
			this.loading.hidden = true;
			this.button.textContent = this.idleLabel;
			this.element.removeAttribute('aria-busy');
		}
	}

	/** One query; rejects with DuckDB's message. */
	async query({ lab, sql, maxRows = SHOWN_ROWS, ...options }: PanelRun): Promise<QueryResult> {
		this.say('Loading DuckDB…');
		// What shows the result comes along: it is at hand when the network is gone.
		const [{ runQuery }] = await Promise.all([loadEngine(), loadView()]);
		if (this.stopping) throw new Error('Stopped.');
		return runQuery(lab, sql, { ...options, maxRows, onProgress: (stage, progress) => this.progress(stage, progress) });
	}

	/** Runs a query by way of `EXPLAIN ANALYZE` and shows its plan. */
	async explain(run: Omit<PanelRun, 'undo'>): Promise<void> {
		const sql = /^\s*explain\b/i.test(run.sql) ? run.sql : `EXPLAIN ANALYZE ${run.sql}`;
		await this.during(async () => {
			const plan = await this.query({ ...run, sql, undo: true, maxText: 500_000 });
			const { resultView } = await loadView();
			this.say('The plan, with rows and time of each step.');
			this.output.append(resultView(plan));
		});
	}

	/** Runs a query and shows its result. */
	async run(run: PanelRun): Promise<void> {
		await this.during(async () => this.showResult(await this.query(run)));
	}

	private async showResult(result: QueryResult): Promise<void> {
		const { rowCount, rows, more, milliseconds } = result;
		const time = milliseconds < 1000 ? `${Math.max(1, Math.round(milliseconds))} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
		const note = more ? `First ${rows.length} of more than ${rowCount.toLocaleString('en')} rows` : countNote(result, rows.length);
		this.say(`${note}. ${time}.`);
		if (!result.columns.length) return;
		const { resultView } = await loadView();
		this.output.append(resultView(result));
	}

	private async showError(error: unknown): Promise<void> {
		const text = error instanceof Error ? error.message : String(error);
		// What browsers say where a script of the page cannot be had.
		const message = /dynamically imported|module script/i.test(text) ? 'DuckDB could not be loaded: is there a network?' : text;
		// A reader's own wish is no error.
		if (message === 'Stopped.') return this.say('Stopped.');
		this.say(`The query failed: ${message.split('\n')[0]}`);
		const view = await loadView().catch(() => undefined);
		if (view) this.output.append(view.errorView(message));
	}

	private progress(stage: 'engine' | 'lab' | 'start' | 'run', progress?: Progress): void {
		if (stage === 'engine' && progress) return this.showBytes(progress);
		this.loading.hidden = true;
		if (stage === 'start') this.say('Starting DuckDB…');
		if (stage !== 'run') return;
		this.say('Running…');
		this.clearTimers();
		this.timers.push(
			setTimeout(() => {
				this.keep.hidden = false;
				this.say(`Still running after ${SLOW / 1000} s. It will be stopped after ${TOO_SLOW / 1000} s.`);
			}, SLOW),
			setTimeout(() => void this.stop(), TOO_SLOW),
		);
	}

	private showBytes({ received, total }: Progress): void {
		this.loading.hidden = false;
		let bar = this.loading.querySelector('progress');
		if (!bar) {
			bar = document.createElement('progress');
			bar.setAttribute('aria-label', 'DuckDB downloaded');
			this.loading.append(bar, document.createElement('span'));
		}
		if (total) bar.max = total;
		if (total) bar.value = received;
		(bar.nextSibling as HTMLElement).textContent = total ? `${megabytes(received)} of ${megabytes(total)} MB` : `${megabytes(received)} MB`;
	}

	private clearTimers(): void {
		for (const timer of this.timers.splice(0)) clearTimeout(timer);
	}
}
