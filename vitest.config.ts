import { defineConfig } from 'vitest/config';

/** Tests of the built site read one output folder, open servers and browsers: one file after another. */
const onBuiltSite = { fileParallelism: false, testTimeout: 120_000, hookTimeout: 120_000 };

export default defineConfig({
	test: {
		projects: [
			{ test: { name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
			{ test: { name: 'content', include: ['tests/content/**/*.test.ts'], testTimeout: 60_000 } },
			...['site', 'search', 'browser'].map((name) => ({ test: { name, include: [`tests/${name}/**/*.test.ts`], ...onBuiltSite } })),
		],
	},
});
