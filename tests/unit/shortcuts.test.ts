import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { SHORTCUTS } from '../../src/lib/shortcuts.ts';

const { window, document } = parseHTML(`<!doctype html><html><body>
	<input id="field" />
	<details class="answer"></details>
	<div class="pagination-links"><a rel="prev" href="/a/">a</a><a rel="next" href="/b/">b</a></div>
	<dialog id="shortcuts-help"></dialog>
</body></html>`);
const done: string[] = [];

beforeAll(async () => {
	const noted = (what: string) => () => void done.push(what);
	Object.assign(document.querySelector('dialog')!, { showModal: noted('help') });
	for (const rel of ['prev', 'next']) document.querySelector(`a[rel=${rel}]`)!.addEventListener('click', noted(rel));
	for (const [name, value] of Object.entries({ document, HTMLElement: window.HTMLElement, location: { hash: '' }, addEventListener: () => {}, matchMedia: () => ({ matches: false }) }))
		vi.stubGlobal(name, value);
	await import('../../src/components/page.client.ts');
	return () => vi.unstubAllGlobals();
});

/** Presses a key; true where the page took it. */
function press(key: string, { on = document.body, ...more }: { on?: Element; ctrlKey?: boolean } = {}): boolean {
	const event = Object.assign(new window.Event('keydown', { bubbles: true, cancelable: true }), { key, ...more });
	on.dispatchEvent(event);
	return event.defaultPrevented;
}

/** Single characters of the list, in lower case; `/` belongs to the search dialog. */
const listed = SHORTCUTS.flatMap(({ keys }) => (keys.length === 1 && keys[0].length === 1 && keys[0] !== '/' ? [keys[0].toLowerCase()] : []));

test('every entry of the list says what it does, and no key stands twice', () => {
	for (const { does } of SHORTCUTS) expect(does).not.toBe('');
	const combinations = SHORTCUTS.map(({ keys }) => keys.join('+'));
	expect(new Set(combinations).size).toBe(combinations.length);
});

describe('the page takes the keys that are listed, and no other', () => {
	const characters = [...'abcdefghijklmnopqrstuvwxyz0123456789?'];
	test.each(characters)('%s', (key) => {
		expect(press(key)).toBe(listed.includes(key));
		expect(press(key.toUpperCase())).toBe(listed.includes(key));
	});
});

test.each([
	['?', 'help'],
	['p', 'prev'],
	['n', 'next'],
])('%s: %s', (key, what) => {
	done.length = 0;
	press(key);
	expect(done).toEqual([what]);
});

test('a opens the answer and closes it again', () => {
	const answer = document.querySelector('details') as unknown as { open?: boolean };
	answer.open = false;
	press('a');
	expect(answer.open).toBe(true);
	press('a');
	expect(answer.open).toBe(false);
});

test('nobody who types or uses the browser’s own shortcuts is interrupted', () => {
	expect(press('a', { on: document.querySelector('#field')! as unknown as Element })).toBe(false);
	expect(press('p', { ctrlKey: true })).toBe(false);
	document.querySelector('dialog')!.setAttribute('open', '');
	expect(press('n')).toBe(false);
});
