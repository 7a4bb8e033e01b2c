import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { formatLabLink, MAX_FRAGMENT, MAX_QUERY, parseLabLink } from '../../src/lib/lab-link.ts';

const LABS = ['playback', 'events'];
const parse = (fragment: string) => parseLabLink(fragment, LABS);
const packed = (content: string | Buffer) => deflateRawSync(content).toString('base64url');
/** Text that does not compress, the same at every run. */
const noise = (length: number) => {
	let seed = 7;
	return Array.from({ length }, () => String.fromCharCode(33 + ((seed = (seed * 48_271) % 2_147_483_647) % 90))).join('');
};

describe('a query in a link', () => {
	test.each([
		['one line', 'SELECT 1'],
		['lines, tabs and quotes', "SELECT 'it''s',\n\t\"x y\" -- &q=1#\r\nFROM t"],
		['other scripts', "SELECT '名前', 'Ünïcødé', '🦆', 'עברית'"],
		['what looks like HTML', '</script><img src=x onerror=alert(1)>'],
		['the longest query', 'SELECT 1 '.repeat(MAX_QUERY / 9)],
	])('comes back as it was: %s', async (_name, sql) => {
		const fragment = await formatLabLink({ lab: 'playback', sql });
		expect(fragment).toMatch(/^lab=playback&q=[\w-]+$/);
		expect(await parse(`#${fragment}`)).toEqual({ lab: 'playback', sql });
	});

	test('a dataset alone', async () => {
		expect(await formatLabLink({ lab: 'events' })).toBe('lab=events');
		expect(await parse('#lab=events')).toEqual({ lab: 'events' });
		expect(await parse('#lab=events&q=')).toEqual({ lab: 'events' });
	});

	test('a link that is short for a query of usual size', async () => {
		const sql = 'SELECT user_id, count(*) AS sessions\nFROM fact_playback_session\nGROUP BY user_id\nORDER BY sessions DESC\nLIMIT 10;';
		expect((await formatLabLink({ lab: 'playback', sql })).length).toBeLessThan(170);
	});

	test.each([
		['does not compress', noise(MAX_FRAGMENT)],
		['is larger than a link may unfold to', 'x'.repeat(MAX_QUERY + 1)],
	])('a query that %s is not shared', async (_name, sql) => {
		await expect(formatLabLink({ lab: 'playback', sql })).rejects.toThrow('The query is too long for a link. Copy its text instead.');
	});
});

describe('a link from somebody else', () => {
	test.each(['', '#', '#result', '#_top', '#labs=1', '#%'])('"%s" is no lab link', async (fragment) => {
		expect(await parse(fragment)).toBeUndefined();
	});

	const damaged = 'The shared query cannot be read: the link is damaged or incomplete.';
	test.each([
		['an unknown dataset', 'lab=secrets', 'The link names a dataset that is not here.'],
		['no dataset', `q=${packed('SELECT 1')}`, 'The link names a dataset that is not here.'],
		['a path for a dataset', 'lab=../../etc', 'The link names a dataset that is not here.'],
		['a property of every object', 'lab=constructor', 'The link names a dataset that is not here.'],
		['another alphabet', 'lab=playback&q=<script>alert(1)</script>', damaged],
		['impossible base64', 'lab=playback&q=A', damaged],
		['broken compression', `lab=playback&q=${packed('SELECT 1').slice(3)}`, damaged],
		['a cut link', `lab=playback&q=${packed('SELECT 1 FROM somewhere').slice(0, -6)}`, damaged],
		['bytes after the end', `lab=playback&q=${Buffer.concat([deflateRawSync('SELECT 1'), Buffer.from('more')]).toString('base64url')}`, damaged],
		['bytes that are no text', `lab=playback&q=${packed(Buffer.from([0xc3, 0x28]))}`, damaged],
		['a huge fragment', `lab=playback&q=${'A'.repeat(MAX_FRAGMENT)}`, `The link is too long: ${MAX_FRAGMENT + 15} characters, at most ${MAX_FRAGMENT} are read.`],
		['one byte too much', `lab=playback&q=${packed('x'.repeat(MAX_QUERY + 1))}`, 'The shared query is too long: more than 64 KiB.'],
		['a direction override', `lab=playback&q=${packed('SELECT 1 \u202e-- 2')}`, 'The shared query holds invisible characters'],
		['an invisible space', `lab=playback&q=${packed('SEL\u200bECT 1')}`, 'The shared query holds invisible characters'],
		['a control character', `lab=playback&q=${packed('SELECT 1\0')}`, 'The shared query holds invisible characters'],
	])('is refused with a message: %s', async (_name, fragment, message) => {
		await expect(parse(`#${fragment}`)).rejects.toThrow(message);
	});

	test('a decompression bomb is cut off, not unfolded', async () => {
		const bomb = packed(Buffer.alloc(12_000_000));
		expect(bomb.length).toBeLessThan(MAX_FRAGMENT);
		const before = performance.now();
		await expect(parse(`#lab=playback&q=${bomb}`)).rejects.toThrow('The shared query is too long: more than 64 KiB.');
		expect(performance.now() - before).toBeLessThan(1000);
	});
});
