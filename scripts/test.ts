/**
 * The whole test: `npm test`. Types and unit tests, the site built at a root and under a base path, and the built sites crawled, searched
 * and driven in a real browser. Two steps run side by side where neither needs the other.
 * Parts can be named: `npm test -- unit site`.
 */
import { spawn } from 'node:child_process';

interface Step {
	part: string;
	what: string;
	command: string[];
	env?: Record<string, string>;
	/** Steps that come first, where they are wanted. */
	needs?: Step[];
	/** Uses the whole machine, and shows what it prints at once. */
	alone?: true;
}

const AT_BASE = { SITE_URL: 'https://example.org', BASE_PATH: 'watermark', REPOSITORY_URL: 'https://example.org/repository' };
const BUILT_AT_BASE = { WM_DIST: 'dist-base', WM_BASE: '/watermark', ...AT_BASE };
/** What a base path changes: addresses. */
const ADDRESSES = ['links', 'redirects', 'publishing', 'content-security'].map((name) => `tests/site/${name}.test.ts`);

// Astro's commands share a cache: one after another.
const types: Step = { part: 'types', what: 'types', command: ['astro', 'check', '--minimumSeverity', 'error'] };
const unit: Step = { part: 'unit', what: 'unit, content and normalize tests', command: ['vitest', 'run', '--project', 'unit', '--project', 'content', '--project', 'normalize'] };
const build: Step = { part: 'build', what: 'site at a root', command: ['astro', 'build'], needs: [types] };
const buildAtBase: Step = { part: 'build', what: 'site under a base path', command: ['astro', 'build', '--outDir', 'dist-base'], env: AT_BASE, needs: [types, build] };
const steps: Step[] = [
	types,
	unit,
	build,
	buildAtBase,
	{ part: 'site', what: 'site at a root', command: ['vitest', 'run', '--project', 'site'], needs: [build] },
	{ part: 'search', what: 'search', command: ['vitest', 'run', '--project', 'search'], needs: [build] },
	{ part: 'site', what: 'site under a base path', command: ['vitest', 'run', '--project', 'site', ...ADDRESSES], env: BUILT_AT_BASE, needs: [buildAtBase] },
	{ part: 'browser', what: 'a browser to test with', command: ['node', 'scripts/get-browser.ts'], alone: true },
	{ part: 'browser', what: 'browser', command: ['vitest', 'run', '--project', 'browser'], needs: [build], alone: true },
	{
		part: 'browser',
		what: 'browser, under a base path',
		command: ['vitest', 'run', '--project', 'browser', 'tests/browser/base-path.test.ts'],
		env: BUILT_AT_BASE,
		needs: [buildAtBase],
		alone: true,
	},
];
const SIDE_BY_SIDE = 2;

const wanted = process.argv.slice(2);
const known = new Set(steps.map((step) => step.part));
for (const part of wanted)
	if (!known.has(part)) {
		console.error(`unknown part ${part}, expected one of ${[...known].join(', ')}`);
		process.exit(2);
	}

const nameOf = (step: Step) => `${step.part}: ${step.what}`;

/** Runs a step and tells whether it passed. */
function run(step: Step): Promise<boolean> {
	const [command = '', ...args] = step.command;
	const started = Date.now();
	if (step.alone) console.log(`\n── ${nameOf(step)}`);
	const child = spawn(command, args, {
		stdio: step.alone ? 'inherit' : ['ignore', 'pipe', 'pipe'],
		env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...step.env },
	});
	const printed: Buffer[] = [];
	for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => printed.push(chunk));
	return new Promise((resolve) => {
		const end = (ok: boolean) => {
			if (!step.alone) console.log(`\n── ${nameOf(step)}\n${Buffer.concat(printed).toString()}`);
			console.log(`── ${nameOf(step)}: ${ok ? 'ok' : 'FAILED'} in ${Math.round((Date.now() - started) / 1000)} s`);
			resolve(ok);
		};
		child.on('error', (error) => {
			printed.push(Buffer.from(`${error.message}\n`));
			end(false);
		});
		child.on('close', (code) => end(code === 0));
	});
}

const passed = new Set<Step>();
const failed: Step[] = [];
const running = new Map<Step, Promise<void>>();
const waiting = steps.filter(({ part }) => !wanted.length || wanted.includes(part));
// Nothing that follows a failed build means anything.
const isHopeless = ({ needs = [] }: Step) => needs.some((needed) => needed.part === 'build' && failed.includes(needed));
const isReady = ({ needs = [], alone }: Step) => needs.every((needed) => passed.has(needed) || failed.includes(needed) || ![...waiting, ...running.keys()].includes(needed)) && !(alone && running.size);
while (waiting.length || running.size) {
	const next = waiting.find((step) => isReady(step));
	const isFull = running.size >= SIDE_BY_SIDE || [...running.keys()].some(({ alone }) => alone);
	if (!next || isFull) {
		await Promise.race(running.values());
		continue;
	}
	waiting.splice(waiting.indexOf(next), 1);
	if (isHopeless(next)) {
		failed.push(next);
		console.log(`\n── ${nameOf(next)}: not run, what it needs has failed`);
		continue;
	}
	running.set(next, run(next).then((ok) => {
		running.delete(next);
		if (ok) passed.add(next);
		else failed.push(next);
	}));
}
console.log(failed.length ? `\nfailed:\n${failed.map(nameOf).join('\n')}` : '\nall parts passed');
process.exitCode = failed.length ? 1 : 0;
