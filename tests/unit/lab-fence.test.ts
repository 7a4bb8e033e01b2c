import { describe, expect, test } from 'vitest';
import { parseLabFence } from '../../src/lib/lab-fence.ts';

const faults = (lang: string, meta: string) => parseLabFence(lang, meta)?.faults;

describe('parseLabFence', () => {
	test('is no lab fence', () => {
		expect(parseLabFence('sql', 'dialect=spark')).toBeUndefined();
		expect(parseLabFence('sql', 'title="lab=events"')).toBeUndefined();
		expect(parseLabFence(null, null)).toBeUndefined();
	});

	test.each([
		['lab=events', { lab: 'events', role: 'sample', ordered: false }],
		['lab="events" attempt', { lab: 'events', role: 'attempt', ordered: false }],
		['solution ordered lab=events', { lab: 'events', role: 'solution', ordered: true }],
		['lab=events title="my solution" {1-2} "attempt"', { lab: 'events', role: 'sample', ordered: false }],
		['lab=events expect="error: Binder Error: Table \'t\'"', { lab: 'events', role: 'sample', ordered: false, expect: { error: "Binder Error: Table 't'" } }],
		["lab=events expect='error: column \"x\"'", { lab: 'events', role: 'sample', ordered: false, expect: { error: 'column "x"' } }],
		['lab=events expect="rows: 3" dialect=duckdb', { lab: 'events', role: 'sample', ordered: false, expect: { rows: 3 } }],
	])('%s', (meta, fence) => {
		expect(parseLabFence('sql', meta)).toEqual({ fence, faults: [] });
	});

	test.each([
		['python', 'lab=events', 'lab=events on a python fence, expected ```sql'],
		['sql', 'lab=events dialect=spark', 'a lab fence is DuckDB, not spark: drop dialect= or lab='],
		['sql', 'lab=events solution attempt', 'a fence is a solution or an attempt, not both'],
		['sql', 'lab=events ordered', 'ordered belongs to a solution'],
		['sql', 'lab=events expect="fails"', 'expect="fails": expected "error: text of the error" or "rows: number"'],
		['sql', 'lab=events expect="error:"', 'expect="error:": expected "error: text of the error" or "rows: number"'],
		['sql', 'lab=events expect="rows: some"', 'expect="rows: some": expected "error: text of the error" or "rows: number"'],
		['sql', 'lab=events solution expect="error: x"', 'a solution cannot expect an error'],
		['sql', 'lab=events attempt expect="rows: 1"', 'an attempt is not executed: drop expect='],
	])('%s %s', (lang, meta, message) => {
		expect(faults(lang, meta)).toEqual([message]);
	});
});
