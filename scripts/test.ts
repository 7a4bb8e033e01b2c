/**
 * The whole test: `npm test`. Types and unit tests first, then the site is built at a root and under a base path,
 * and the built sites are crawled, searched and driven in a real browser.
 * Parts can be named: `npm test -- unit site`.
 */
import { spawnSync } from 'node:child_process';

interface Step {
	part: string;
	what: string;
	command: string[];
	env?: Record<string, string>;
}

const BASE = { SITE_URL: 'https://example.org', BASE_PATH: 'watermark', REPOSITORY_URL: 'https://example.org/repository' };
const steps: Step[] = [
	{ part: 'types', what: 'types', command: ['astro', 'check', '--minimumSeverity', 'error'] },
	{ part: 'unit', what: 'unit and content tests', command: ['vitest', 'run', '--project', 'unit', '--project', 'content'] },
	{ part: 'build', what: 'site at a root', command: ['astro', 'build'] },
	{ part: 'build', what: 'site under a base path', command: ['astro', 'build', '--outDir', 'dist-base'], env: BASE },
	{ part: 'site', what: 'site at a root', command: ['vitest', 'run', '--project', 'site'] },
	{ part: 'site', what: 'site under a base path', command: ['vitest', 'run', '--project', 'site'], env: { WM_DIST: 'dist-base', WM_BASE: '/watermark', ...BASE } },
	{ part: 'browser', what: 'a browser to test with', command: ['node', 'scripts/get-browser.ts'] },
	{ part: 'search', what: 'search', command: ['vitest', 'run', '--project', 'search'] },
	{ part: 'browser', what: 'browser', command: ['vitest', 'run', '--project', 'browser'] },
	{
		part: 'browser',
		what: 'browser, under a base path',
		command: ['vitest', 'run', '--project', 'browser', 'tests/browser/base-path.test.ts'],
		env: { WM_DIST: 'dist-base', WM_BASE: '/watermark' },
	},
];

const wanted = process.argv.slice(2);
const known = new Set(steps.map((step) => step.part));
for (const part of wanted)
	if (!known.has(part)) {
		console.error(`unknown part ${part}, expected one of ${[...known].join(', ')}`);
		process.exit(2);
	}

const failed: string[] = [];
for (const step of steps) {
	if (wanted.length && !wanted.includes(step.part)) continue;
	const name = `${step.part}: ${step.what}`;
	console.log(`\n── ${name}`);
	const started = Date.now();
	const { status } = spawnSync(step.command[0] ?? '', step.command.slice(1), { stdio: 'inherit', env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...step.env } });
	console.log(`── ${name}: ${status === 0 ? 'ok' : 'FAILED'} in ${Math.round((Date.now() - started) / 1000)} s`);
	if (status !== 0) {
		failed.push(name);
		// Nothing that follows a failed build means anything.
		if (step.part === 'build') break;
	}
}
console.log(failed.length ? `\nfailed:\n${failed.join('\n')}` : '\nall parts passed');
process.exitCode = failed.length ? 1 : 0;
