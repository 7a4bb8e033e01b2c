import { defineConfig } from 'vitest/config';

/** Tests of the built site read one output folder, open servers and browsers. */
const onBuiltSite = { testTimeout: 120_000, hookTimeout: 120_000 };

export default defineConfig({
	test: {
		projects: [
			{ test: { name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
			{ test: { name: 'content', include: ['tests/content/**/*.test.ts'], testTimeout: 300_000 } },
			{ test: { name: 'normalize', include: ['tests/normalize/**/*.test.ts'], testTimeout: 300_000 } },
			// One after another in one process: the pages are parsed once for all.
			{ test: { name: 'site', include: ['tests/site/**/*.test.ts'], fileParallelism: false, isolate: false, ...onBuiltSite } },
			{ test: { name: 'search', include: ['tests/search/**/*.test.ts'], fileParallelism: false, ...onBuiltSite } },
			{ test: { name: 'browser', include: ['tests/browser/**/*.test.ts'], maxWorkers: 2, ...onBuiltSite } },
		],
	},
});
