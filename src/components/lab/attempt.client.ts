/** Holds a reader's answer against the page's solution: both run here, what differs is said. */
import { grade, type Finding, type Grade } from '../../lib/grade.ts';
import type { LabResult } from '../../lib/lab-view.ts';
import type { Lab } from './engine.client.ts';
import type { Panel } from './panel.client.ts';
import { resultView } from './result-view.client.ts';

/** Rows compared at most, and how many more than expected an answer may have before the rest is only counted. */
const COMPARED_ROWS = 5000;
const EXTRA_ROWS = 500;

/** @param solution SQL of the right answer; `ordered` where the order of its rows counts */
export async function checkAttempt(panel: Panel, lab: Lab, attempt: string, solution: { sql: string; ordered: boolean }): Promise<void> {
	await panel.during(async () => {
		const expected = await panel.query({ lab, sql: solution.sql, undo: true, maxRows: COMPARED_ROWS });
		const result = await panel.query({ lab, sql: attempt, undo: true, maxRows: Math.min(COMPARED_ROWS, expected.rowCount + EXTRA_ROWS) });
		const verdict = grade(result, expected, { ordered: solution.ordered });
		panel.say(verdict.right ? 'Right: your result is the expected one.' : `Not yet: ${count(verdict.findings.filter(({ kind }) => kind !== 'note').length, 'difference')}.`);
		panel.output.append(verdictView(verdict, expected), ...ownResult(result));
	});
}

function verdictView({ right, findings }: Grade, expected: LabResult): HTMLElement {
	const box = document.createElement('div');
	box.className = 'lab-verdict';
	box.dataset['right'] = String(right);
	const title = document.createElement('p');
	title.textContent = right ? 'Right' : 'Not yet';
	const list = document.createElement('ul');
	list.append(...findings.map((finding) => findingView(finding, expected)));
	box.append(title, list);
	return box;
}

function findingView({ message, rows = [] }: Finding, { columns }: LabResult): HTMLElement {
	const item = document.createElement('li');
	item.textContent = message;
	// One row stands in the message itself.
	if (rows.length > 1) item.append(resultView({ columns, rows, rowCount: rows.length }));
	return item;
}

const SHOWN_ROWS = 50;

function ownResult(result: LabResult): HTMLElement[] {
	if (!result.columns.length) return [];
	const title = document.createElement('p');
	title.className = 'lab-count';
	const rows = result.rows.slice(0, SHOWN_ROWS);
	title.textContent = rows.length < result.rowCount ? `Your result: first ${rows.length} of ${count(result.rowCount, 'row')}` : `Your result: ${count(result.rowCount, 'row')}`;
	return [title, resultView({ ...result, rows })];
}

const count = (value: number, noun: string) => `${value.toLocaleString('en')} ${noun}${value === 1 ? '' : 's'}`;
