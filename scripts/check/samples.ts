/** Parses every code sample of the content, runs those that can run: `npm run check:samples`. */
import { readPages } from '../../src/lib/pages.ts';
import { formatProblems } from '../../src/lib/problem.ts';
import { checkSamples, formatCounts } from '../../src/lib/samples/check-samples.ts';

const report = await checkSamples(readPages('content'));
console.log(formatProblems(report.problems));
console.log(formatCounts(report));
process.exitCode = report.problems.length ? 1 : 0;
