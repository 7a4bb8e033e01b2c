/**
 * Adds to package-lock.json the platform packages that npm left out.
 *
 * npm drops an optional dependency without a word when the registry in use cannot serve it, and `npm ci`
 * then refuses the lockfile on every machine. Run this after `npm install` when that happens; it needs no network.
 * Entries without `integrity` are verified by npm the first time a machine of that platform installs them.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const PLATFORMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32', 'windows'];
const CPUS = ['arm64', 'x64', 'arm', 'ia32', 'wasm32', 'riscv64', 'ppc64', 's390x', 'loong64'];

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
let added = 0;
for (const [path, entry] of Object.entries(lock.packages)) {
	delete entry.resolved;
	for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
		const parents = path.split('/node_modules/').map((_, i, all) => all.slice(0, i + 1).join('/node_modules/'));
		if (['', ...parents].some((dir) => lock.packages[dir ? `${dir}/node_modules/${name}` : `node_modules/${name}`])) continue;
		const words = name.split(/[-/]/);
		const os = words.find((word) => PLATFORMS.includes(word));
		const cpu = words.find((word) => CPUS.includes(word));
		if (!cpu) throw new Error(`package-lock.json: cannot tell the platform of ${name}; install it by hand`);
		lock.packages[`node_modules/${name}`] = {
			version: version.replace(/^[\^~]/, ''),
			cpu: [cpu],
			...(entry.dev && { dev: true }),
			optional: true,
			...(os && { os: [os === 'windows' ? 'win32' : os] }),
			...(words.includes('musl') && { libc: ['musl'] }),
			...(words.includes('gnu') && { libc: ['glibc'] }),
		};
		added++;
	}
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} platform packages added`);
