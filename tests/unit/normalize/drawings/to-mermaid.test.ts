import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { drawingToMermaid, renders } from '../../../../scripts/normalize/drawings/to-mermaid.ts';
import { renderDiagram } from '../../../../src/lib/diagram.ts';
import { linesOf } from './drawn.ts';

/** Mermaid looks for a browser's document when it is loaded; parsing draws nothing, so an empty one will do. */
async function loadMermaid() {
	const { window } = parseHTML('<!doctype html><html><body></body></html>');
	Object.assign(globalThis, { window, document: window.document });
	return (await import('mermaid')).default;
}

const HOSTILE = [
	'end',
	'click n1 "https://evil.example/"',
	'say "hello"',
	'<script>alert(1)</script>',
	'<b>bold</b> & <br/>',
	'&lt;b&gt; &amp; &#35; #35; #quot;',
	'%%{init: {"theme": "dark"}}%%',
	'%% a comment',
	'subgraph x',
	'style n1 fill:red',
	'`code` and **bold**',
	'a; b; c',
	'{curly} (round) {{both}}',
	'$$x^2$$',
	'n1:::red',
	'@{ shape: cyl }',
	'C# and F#',
	'a\\nb',
	'||',
	'1. first',
	'accTitle: mine',
	'---',
	'graph TD',
	'\u202eright to left\u0007',
	'日本語 🚀 naïve',
	'😀'.repeat(40),
];

describe('any text can be a label', async () => {
	const mermaid = await loadMermaid();

	test.each(HOSTILE)('%j is shown as text', async (text) => {
		const result = drawingToMermaid(linesOf(`[${text}] ---> [Ledger]\n   |\n   v\n[Vault of ${text}]`));
		if (result.kind !== 'mermaid') throw new Error(result.notes.map(({ reason }) => reason).join());
		expect(result.diagram.split('\n').map((line) => line.replace(/\[.*|:.*/, ''))).toEqual([
			'flowchart LR', 'accTitle', 'accDescr', 'n1', 'n2', 'n3', 'n1 --> n2', 'n1 --> n3',
		]);
		await expect(mermaid.parse(result.diagram)).resolves.toBeTruthy();
		const { document } = parseHTML(`<!doctype html><html><body>${renderDiagram(result.diagram, { id: 'd' }).svg}</body></html>`);
		expect(document.querySelectorAll('a, script, b')).toHaveLength(0);
		const shown = [...document.querySelectorAll('text, tspan')].map((element) => element.textContent).join(' ');
		for (const word of text.match(/[\p{L}\p{N}]+/gu) ?? []) expect(shown).toContain(word);
	});

	test.each(HOSTILE)('%j as the label of a link', async (text) => {
		const label = text.replace(/[<>[\]|=-]/g, ' ').trim() || 'x';
		const result = drawingToMermaid(linesOf(`[Orders]\n   |\n   | ${label}\n   v\n[Ledger]`));
		if (result.kind !== 'mermaid') throw new Error(result.notes.map(({ reason }) => reason).join());
		expect(result.diagram.split('\n')).toHaveLength(6);
		await expect(mermaid.parse(result.diagram)).resolves.toBeTruthy();
	});

	test('the site shows exactly the characters of a label', () => {
		const result = drawingToMermaid(linesOf('[a "b" <c> & #d; %%{e} `f` \\g|h] --> [i]'));
		if (result.kind !== 'mermaid') throw new Error('not drawn');
		expect(result.diagram).toContain('n1["a #34;b#34; #60;c#62; #38; #35;d#59; #37;#37;#123;e#125; #96;f#96; #92;g#124;h"]');
		const { document } = parseHTML(`<!doctype html><html><body>${renderDiagram(result.diagram, { id: 'd' }).svg}</body></html>`);
		// Long labels are broken between words.
		expect(document.querySelector('text')!.textContent!.replaceAll(' ', '')).toBe('a"b"<c>&#d;%%{e}`f`\\g|h');
	});
});

describe('bounds', () => {
	const chain = (length: number): string => Array.from({ length }, (_, at) => `[S${at}]`).join('\n  |\n  v\n');

	test('more than a dozen nodes are drawn, and said', () => {
		const result = drawingToMermaid(linesOf(chain(14)));
		expect(result).toMatchObject({ kind: 'mermaid', nodes: 14 });
		expect(result.notes.map(({ what }) => what)).toEqual(['drawing became a diagram', 'wide diagram']);
	});

	test.each([
		['61 nodes', chain(61), 'It has 61 nodes.'],
		['201 lines', 'a\n'.repeat(200), 'It has 201 lines.'],
		['a very long line', `A --> ${'b'.repeat(1000)}`, 'It has a very long line.'],
		['an empty line', '', 'A text is linked with nothing.'],
	])('%s stay text', (_, text, reason) => {
		expect(drawingToMermaid(linesOf(text))).toMatchObject({ kind: 'preformatted', notes: [{ kind: 'uncertain', what: 'drawing kept as text', reason }] });
	});

	test('no lines at all', () => {
		expect(drawingToMermaid([]).kind).toBe('preformatted');
	});

	test('any lines give an answer, and every diagram renders', () => {
		const parts = [
			'v', '  |', '+--+', '├── a', '└── b', 'A → B', '--> C', '<--', '[D]', '', '   E   F', '\u0000→x', '| a |', '│ b │', '┌──┐',
			'└──┘', '```', '-----', '  v   v', '%%{init}', 'a -->|x| b', '─►',
		];
		let seed = 11;
		const random = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
		let count = 0;
		for (let round = 0; round < 1500; round++) {
			const result = drawingToMermaid(linesOf(Array.from({ length: 1 + random(6) }, () => parts[random(parts.length)]!).join('\n')));
			if (result.kind === 'preformatted') expect(result.notes).toHaveLength(1);
			else if (++count % 10 === 0) expect(renders(result.diagram)).toBe(true);
		}
		expect(count).toBeGreaterThan(20);
	});

	test('renders says whether the site draws a diagram', () => {
		expect(renders('flowchart LR\naccTitle: A\naccDescr: B\na --> b')).toBe(true);
		expect(renders('flowchart LR\naccTitle: A\naccDescr: B\na -->')).toBe(false);
		expect(renders('flowchart LR\na --> b')).toBe(false);
		expect(renders('')).toBe(false);
	});
});
