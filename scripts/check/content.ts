/** Names every problem of the content with file and line: `npm run check:content`. */
import { checkContent } from '../../src/lib/check-content.ts';
import { diagramCheck } from '../../src/lib/check-diagrams.ts';
import { formatProblems } from '../../src/lib/problem.ts';

const { pages, problems } = checkContent('content', [diagramCheck]);
console.log(formatProblems(problems));
console.log(`${pages.length} pages read`);
process.exitCode = problems.length ? 1 : 0;
