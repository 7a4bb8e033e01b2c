/** A real browser for tests: whatever Chrome or Chromium the machine has. */
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const FIXED = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/snap/bin/chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
	join(homedir(), 'Applications/Google Chrome.app/Contents/MacOS/Google Chrome'),
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const PLAYWRIGHT_CACHES = [
	join(homedir(), '.cache/ms-playwright'),
	join(homedir(), 'Library/Caches/ms-playwright'),
	join(homedir(), 'AppData/Local/ms-playwright'),
];
const IN_PLAYWRIGHT = [
	'chrome-linux/chrome',
	'chrome-linux64/chrome',
	'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
	'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
	'chrome-win/chrome.exe',
];

/** A test drives pages of its own only: nothing is fetched, updated or synchronized beside them. */
const FLAGS = [
	'--no-sandbox',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run',
	'--disable-quic',
];

const foldersOf = (dir: string): string[] => (existsSync(dir) ? readdirSync(dir).map((name) => join(dir, name)) : []);

/**
 * Path of a browser: `CHROME_PATH`, else one on the `PATH`, in the usual places, or in Playwright's cache. Throws, saying how
 * to get one, where none is found or `CHROME_PATH` names none.
 */
export function findBrowser(env: NodeJS.ProcessEnv = process.env, exists: (path: string) => boolean = existsSync): string {
	const named = env['CHROME_PATH'];
	if (named) {
		if (exists(named)) return named;
		throw new Error(`CHROME_PATH is ${named}, where there is no file`);
	}
	const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
	const caches = [...(env['PLAYWRIGHT_BROWSERS_PATH'] ? [env['PLAYWRIGHT_BROWSERS_PATH']] : []), ...PLAYWRIGHT_CACHES];
	const candidates = [
		...FIXED,
		...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))),
		...caches.flatMap(foldersOf).flatMap((folder) => IN_PLAYWRIGHT.map((path) => join(folder, path))),
	];
	const found = candidates.find(exists);
	if (found) return found;
	throw new Error(
		'no Chrome or Chromium found: install one (Debian: apt install chromium; macOS: brew install --cask google-chrome; any: npx playwright-core install chromium) or set CHROME_PATH to its executable',
	);
}

/** Starts the browser without a window. The caller closes it. */
export const launchBrowser = (): Promise<Browser> => chromium.launch({ executablePath: findBrowser(), args: FLAGS });
