/** The helpers of the tests that need a server or a browser. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser } from '../support/browser.ts';
import { serve, type Server } from '../support/serve.ts';

describe('serve', () => {
	let dist: string;
	let server: Server;
	beforeAll(async () => {
		dist = mkdtempSync(join(tmpdir(), 'serve-'));
		mkdirSync(join(dist, 'a'));
		for (const [name, content] of [['index.html', 'home'], ['a/index.html', 'page'], ['404.html', 'lost'], ['x.wasm', 'w'], ['sp ace.json', '{}']] as const)
			writeFileSync(join(dist, name), content);
		server = await serve(dist, '/base');
	});
	afterAll(async () => {
		await server.close();
		rmSync(dist, { recursive: true });
	});

	test.each<[string, number, string, string]>([
		['/base/', 200, 'text/html; charset=utf-8', 'home'],
		['/base/a/', 200, 'text/html; charset=utf-8', 'page'],
		['/base/a/?q=1', 200, 'text/html; charset=utf-8', 'page'],
		['/base/x.wasm', 200, 'application/wasm', 'w'],
		['/base/sp%20ace.json', 200, 'application/json; charset=utf-8', '{}'],
		['/base/none', 404, 'text/html; charset=utf-8', 'lost'],
		['/a/', 404, 'text/html; charset=utf-8', 'lost'],
		['/base/..%2f..%2fetc/passwd', 404, 'text/html; charset=utf-8', 'lost'],
		['/base/%', 404, 'text/html; charset=utf-8', 'lost'],
	])('%s is %i, %s', async (path, status, type, body) => {
		const response = await fetch(server.url + path);
		expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([status, type, body]);
	});

	test('a folder without its slash is sent to the one with it', async () => {
		const response = await fetch(`${server.url}/base/a?q=1`, { redirect: 'manual' });
		expect([response.status, response.headers.get('location')]).toEqual([301, '/base/a/?q=1']);
	});

	test('a folder without a site is an error that says what to do', async () => {
		await expect(serve(join(dist, 'a', 'none'))).rejects.toThrow(/no built site in .*none: run “npm run build” first, or name its folder in WM_DIST/);
	});
});

describe('findBrowser', () => {
	test('takes what CHROME_PATH names', () => {
		expect(findBrowser({ CHROME_PATH: '/my/chrome' }, (path) => path === '/my/chrome')).toBe('/my/chrome');
	});

	test('finds one on the PATH', () => {
		expect(findBrowser({ PATH: '/opt/bin' }, (path) => path === join('/opt/bin', 'google-chrome'))).toBe(join('/opt/bin', 'google-chrome'));
	});

	test('a CHROME_PATH that leads nowhere is an error', () => {
		expect(() => findBrowser({ CHROME_PATH: '/my/chrome' }, () => false)).toThrow('CHROME_PATH is /my/chrome, where there is no file');
	});

	test('where there is none it says how to get one', () => {
		expect(() => findBrowser({ PATH: '/opt/bin' }, () => false)).toThrow(/no Chrome or Chromium found: install one \(Debian: apt install chromium;.*or set CHROME_PATH/);
	});
});
