/** Names every problem of the content with file and line: `npm run check:content`. */
import { checkContent } from '../../src/lib/check-content.ts';
import { diagramCheck } from '../../src/lib/check-diagrams.ts';
import { checkLabs } from '../../src/lib/check-labs.ts';
import { formatProblems } from '../../src/lib/problem.ts';

const { pages, problems: contentProblems } = checkContent('content', [diagramCheck]);
const labs = await checkLabs('content');
const problems = [...contentProblems, ...labs.problems];
console.log(formatProblems(problems));
console.log(`${pages.length} pages read, ${labs.executed} lab queries run, ${labs.parsed} attempts parsed`);
process.exitCode = problems.length ? 1 : 0;
