import type { Element } from 'hast';
import type { Code, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { DiagramError } from '../lib/diagram.ts';
import { diagramFigure } from '../lib/diagram-figure.ts';

/** Turns every `mermaid` fence into a figure with the diagram drawn in it. A diagram that cannot be drawn fails the page. */
export function remarkDiagrams() {
	return (tree: Root, file: VFile) => {
		let count = 0;
		visit(tree, 'code', (node, index, parent) => {
			if (node.lang !== 'mermaid' || !parent || index === undefined) return;
			parent.children[index] = asNode(node, figure(node, `diagram-${++count}`, file));
		});
	};
}

function figure(node: Code, id: string, file: VFile): Element {
	try {
		return diagramFigure(node.value, { id });
	} catch (error) {
		if (!(error instanceof DiagramError)) throw error;
		const fence = node.position?.start;
		const place = fence && { line: fence.line + error.line, column: fence.column };
		return file.fail(`Diagram: ${error.message}`, { place, source: 'watermark', ruleId: 'diagram', cause: error });
	}
}

/** A tree in a tree: MDX takes no raw HTML, but what a node's `data` says it becomes. */
const asNode = ({ position }: Code, { tagName, properties, children }: Element): RootContent =>
	({ type: 'diagram', position, data: { hName: tagName, hProperties: properties, hChildren: children } }) as unknown as RootContent;
