import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { DiagramError, renderDiagram } from '../../src/lib/diagram.ts';
import { filesBelow } from '../../src/lib/pages.ts';

interface Fence {
	/** `content/page.mdx:12`, the line of the fence. */
	place: string;
	file: string;
	line: number;
	source: string;
}

const fences: Fence[] = filesBelow('content')
	.filter((file) => /\.mdx?$/.test(file) && !/(^|\/)_/.test(file))
	.flatMap((file) => {
		const text = readFileSync(file, 'utf8');
		return [...text.matchAll(/^([ \t]*)```mermaid[^\n]*\n([\s\S]*?)^[ \t]*```/gm)].map((match) => {
			const line = text.slice(0, match.index).split('\n').length;
			return { place: `${file}:${line}`, file, line, source: match[2]!.replaceAll(new RegExp(`^${match[1]}`, 'gm'), '') };
		});
	});

/** Mermaid looks for a browser's document when it is loaded; parsing draws nothing, so an empty one will do. */
async function loadMermaid() {
	const { window } = parseHTML('<!doctype html><html><body></body></html>');
	Object.assign(globalThis, { window, document: window.document });
	return (await import('mermaid')).default;
}

describe('diagrams of the content', async () => {
	const mermaid = await loadMermaid();

	test('there are some', () => {
		expect(fences.length).toBeGreaterThan(0);
	});

	test.each(fences)('$place is drawn', ({ file, line, source }) => {
		try {
			expect(renderDiagram(source, { id: 'd' }).svg).toMatch(/^<svg/);
		} catch (error) {
			if (error instanceof DiagramError) throw new Error(`${file}:${line + error.line} ${error.message}`, { cause: error });
			throw error;
		}
	});

	test.each(fences)('$place is Mermaid for Mermaid, too', async ({ source }) => {
		await expect(mermaid.parse(source)).resolves.toBeTruthy();
	});

	test('Mermaid refuses what it should', async () => {
		for (const source of ['flowchart LR\n a -->', 'sequenceDiagram\n A->>B hi', 'erDiagram\n A ||-- B', 'classDiagram\n class {', 'stateDiagram-v2\n [*] ->', 'xychart-beta\n bar [a]']) {
			await expect(mermaid.parse(source), source).rejects.toThrow();
		}
	});
});
