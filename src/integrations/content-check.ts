import type { AstroIntegration } from 'astro';
import { checkContent } from '../lib/check-content.ts';
import { diagramCheck } from '../lib/check-diagrams.ts';
import { checkLabs } from '../lib/check-labs.ts';
import { formatProblems } from '../lib/problem.ts';

/** Stops the build on bad content, after naming every problem with file and line. */
export function contentCheck(contentDir = 'content'): AstroIntegration {
	return {
		name: 'watermark:content-check',
		hooks: {
			'astro:config:setup': async ({ command, logger }) => {
				const problems = [...checkContent(contentDir, [diagramCheck]).problems, ...(await checkLabs(contentDir)).problems];
				if (!problems.length) return;
				// While writing, half-finished pages are normal: say what is wrong and go on.
				if (command === 'dev') logger.warn(`\n${formatProblems(problems)}`);
				else if (command === 'build') throw new Error(`\n${formatProblems(problems)}`);
			},
		},
	};
}
