/**
 * Makes sure that the browser tests have a browser: the one that is found, else Playwright's own download, else Debian's
 * package where that can be installed. Fails, saying what to do, where none of these works.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser } from '../tests/support/browser.ts';

const run = (command: string, ...args: string[]): boolean => spawnSync(command, args, { stdio: 'inherit' }).status === 0;

function found(): string | undefined {
	try {
		return findBrowser();
	} catch (error) {
		// A path given by hand that leads nowhere is a mistake to report, not to work around.
		if (process.env['CHROME_PATH']) throw error;
		return undefined;
	}
}

const ways: (() => boolean)[] = [
	() => run('playwright-core', 'install', 'chromium'),
	() =>
		existsSync('/usr/bin/apt-get') &&
		process.getuid?.() === 0 &&
		run('apt-get', 'update', '-qq') &&
		run('apt-get', 'install', '-y', '-qq', 'chromium'),
];

let browser = found();
for (const get of ways) {
	if (browser) break;
	console.log('no Chrome or Chromium found: getting one');
	if (get()) browser = found();
}
if (browser) console.log(`browser: ${browser}`);
else {
	console.error('No Chrome or Chromium could be had. Install one and run the tests again, or set CHROME_PATH to the path of one.');
	process.exitCode = 1;
}
