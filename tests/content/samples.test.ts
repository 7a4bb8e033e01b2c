import { expect, test } from 'vitest';
import { readPages } from '../../src/lib/pages.ts';
import { formatProblems } from '../../src/lib/problem.ts';
import { checkSamples, formatCounts } from '../../src/lib/samples/check-samples.ts';

test('every sample is read by a parser of its language, and what can run prints what the page says', async () => {
	const report = await checkSamples(readPages('content'));
	console.log(formatCounts(report));
	expect(report.problems.length, formatProblems(report.problems)).toBe(0);
	expect(report.run).toBeGreaterThan(0);
});
