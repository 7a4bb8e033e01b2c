/** Python by Python itself: CPython, compiled to WebAssembly. Samples of the standard library alone are run as well. */
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Checker, Finding } from './sample.ts';

/** Longest run of a sample, in milliseconds. */
const DEADLINE = 10_000;

interface Driver {
	examine: (source: string, complete: boolean) => string;
	run: { callPromising: (source: string) => Promise<string> };
	interrupts: Uint8Array;
}

let driver: Promise<Driver> | undefined;

/** Python takes over a second to start: once, and only when a page has a sample of it. */
async function start(): Promise<Driver> {
	const { loadPyodide } = await import('pyodide');
	// Sets and dictionaries of strings come in the same order on every run.
	const python = await loadPyodide({ env: { HOME: '/home/pyodide', PYTHONHASHSEED: '0' } });
	const interrupts = new Uint8Array(new SharedArrayBuffer(1));
	python.setInterruptBuffer(interrupts);
	python.runPython(readFileSync(new URL('python-driver.py', import.meta.url), 'utf8'));
	return { examine: python.globals.get('examine'), run: python.globals.get('run'), interrupts };
}

/** Runs a program, which blocks this thread; another one interrupts it at the deadline. */
async function run(source: string, deadline: number): Promise<{ printed: string; error: Finding | null }> {
	const { run, interrupts } = await (driver ??= start());
	const clock = new Worker(`const { workerData: { interrupts, deadline } } = require('node:worker_threads'); setTimeout(() => { interrupts[0] = 2; }, deadline);`, {
		eval: true,
		workerData: { interrupts, deadline },
	});
	try {
		return JSON.parse(await run.callPromising(source));
	} finally {
		await clock.terminate();
		interrupts[0] = 0;
	}
}

const lines = (text: string): string[] => text.trimEnd().split('\n').map((line) => line.trimEnd());

/** The first line in which what was printed and what the page says differ. */
function difference(printed: string, shown: string): string | undefined {
	const [is, says] = [lines(printed), lines(shown)];
	const i = Array.from({ length: Math.max(is.length, says.length) }, (_, n) => n).find((n) => is[n] !== says[n]);
	if (i === undefined) return undefined;
	const quote = (line: string | undefined) => (line === undefined ? 'nothing' : JSON.stringify(line));
	return `output line ${i + 1}: printed ${quote(is[i])}, the page says ${quote(says[i])}`;
}

/** Whether a sample asks to be run: `run`, but not `run="no: reason"`. */
export const isRun = (attributes: Record<string, string>): boolean => attributes['run'] === '';

/**
 * Python 3. A `fragment` is parsed; anything else is compiled. What imports the standard library alone is complete only
 * if it runs: it is marked `run`, and what it prints stands in the Output block below it. `run="no: reason"` is for
 * what cannot run here (threads, a network).
 * @param deadline longest run, in milliseconds
 */
export const pythonChecker =
	(deadline = DEADLINE): Checker =>
	async ({ code, attributes, output, line }) => {
		const fragment = 'fragment' in attributes;
		const { examine } = await (driver ??= start());
		const found = JSON.parse(examine(code, !fragment)) as Finding | { foreign: string[] };
		if (!('foreign' in found)) return [found];
		const foreign = found.foreign.length > 0;

		const why = attributes['run'];
		if (why === undefined)
			return fragment || foreign ? [] : [{ line: 0, message: 'standard library alone: mark the fence as run, or as fragment where it is not complete' }];
		if (why) return /^no: \S/.test(why) ? [] : [{ line: 0, message: `run="${why}": expected run or run="no: reason"` }];
		if (fragment) return [{ line: 0, message: 'a fragment is not run' }];
		if (foreign) return [{ line: 0, message: `run is for the standard library alone, this imports ${found.foreign.join(', ')}` }];

		const { printed, error } = await run(code, deadline);
		if (error) return [{ ...error, message: `run: ${error.message}` }];
		if (!output) return printed.trim() ? [{ line: 0, message: 'prints, but no ```text title="Output" follows' }] : [];
		const wrong = difference(printed, output.text);
		return wrong ? [{ line: output.line - line, message: wrong }] : [];
	};
