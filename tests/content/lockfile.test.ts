import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Entry {
	version?: string;
	resolved?: string;
	dependencies?: Record<string, string>;
	devDependencies?: Record<string, string>;
	optionalDependencies?: Record<string, string>;
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Entry> };
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Entry;

/** Whether a package that stands at `path` finds `name`: in its own folder or that of a package around it. */
function finds(path: string, name: string): boolean {
	const around = path.split('/node_modules/').map((_, i, all) => all.slice(0, i + 1).join('/node_modules/'));
	return ['', ...around].some((dir) => packages[dir ? `${dir}/node_modules/${name}` : `node_modules/${name}`]);
}

test('no package is bound to the registry it came from', () => {
	expect(Object.entries(packages).filter(([, entry]) => entry.resolved).map(([path]) => path)).toEqual([]);
	expect(Object.keys(packages).length).toBeGreaterThan(500);
});

test('the packages of every platform are listed, so that npm ci works on each', () => {
	const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
		Object.keys(optionalDependencies).filter((name) => !finds(path, name)).map((name) => `${path}: ${name}`),
	);
	expect(missing, 'run node scripts/complete-lockfile.mjs').toEqual([]);
});

test('every dependency is listed', () => {
	const missing = Object.entries(packages).flatMap(([path, { dependencies = {} }]) =>
		Object.keys(dependencies).filter((name) => !finds(path, name)).map((name) => `${path}: ${name}`),
	);
	expect(missing).toEqual([]);
});

test('package.json and the lockfile name the same packages, each in one exact version', () => {
	const root = packages[''];
	expect(root?.dependencies ?? {}).toEqual(manifest.dependencies ?? {});
	expect(root?.devDependencies).toEqual(manifest.devDependencies);
	for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
		expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
		expect(packages[`node_modules/${name}`]?.version, name).toBe(version);
	}
});
