import type { LabFence } from './lab-fence.ts';
import { parseLabFence } from './lab-fence.ts';
import { parseSql, runLab, type LabRun } from './lab-run.ts';
import type { Lab } from './labs.ts';

/** A lab fence with what came of it. */
export interface LabSample {
	fence: LabFence;
	/** Absent where the fence names no lab. */
	lab?: Lab;
	/** Absent for an attempt, which is not executed. */
	run?: LabRun;
	/** What is wrong with it; lines count from the first line of the SQL, 0 is the fence itself. */
	faults: { line: number; message: string }[];
}

/** Reads and runs a fence and holds what comes of it against what it expects. `undefined` where it is no lab fence. */
export async function labSample(labs: Lab[], { lang, meta, value }: { lang?: string | null; meta?: string | null; value: string }): Promise<LabSample | undefined> {
	const parsed = parseLabFence(lang, meta);
	if (!parsed) return undefined;
	const { fence } = parsed;
	const faults = parsed.faults.map((message) => ({ line: 0, message }));
	const lab = labs.find(({ id }) => id === fence.lab);
	if (!lab) return { fence, faults: [...faults, { line: 0, message: `unknown lab ${fence.lab}, expected one of ${labs.map(({ id }) => id).join(', ')}` }] };
	if (faults.length) return { fence, lab, faults };

	if (fence.role === 'attempt') {
		const error = await parseSql(value);
		return { fence, lab, faults: error ? [{ line: error.line ?? 0, message: error.message }] : [] };
	}
	if (/\bEXPLAIN\s*\(?\s*ANALY[SZ]E\b/i.test(value)) return { fence, lab, faults: [{ line: 0, message: 'EXPLAIN ANALYZE prints times, which no two builds share: use EXPLAIN' }] };
	const run = await runLab(lab, value);
	const fault = unexpected(fence, run);
	return { fence, lab, run, faults: fault ? [fault] : [] };
}

function unexpected({ expect, role }: LabFence, { result, error }: LabRun): LabSample['faults'][number] | undefined {
	const wanted = expect && 'error' in expect ? expect.error : undefined;
	if (error) {
		if (wanted === undefined) return { line: error.line ?? 0, message: error.message };
		return error.message.includes(wanted) ? undefined : { line: error.line ?? 0, message: `expected an error that says "${wanted}", got: ${error.message}` };
	}
	if (wanted !== undefined) return { line: 0, message: `expected an error that says "${wanted}", but the query succeeds` };
	if (expect && 'rows' in expect && expect.rows !== result.rowCount) return { line: 0, message: `expected ${expect.rows} rows, got ${result.rowCount}` };
	if (role === 'solution' && !result.columns.length) return { line: 0, message: 'a solution ends in a query: its result is what attempts are held against' };
	return undefined;
}
