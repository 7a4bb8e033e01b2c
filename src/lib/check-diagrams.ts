import type { BodyCheck } from './check-content.ts';
import { DiagramError, renderDiagram } from './diagram.ts';

/** Every `mermaid` fence of a page renders, with title and description. */
export const diagramCheck: BodyCheck = ({ outline }) =>
	outline.fences.flatMap((fence, i) => {
		if (fence.lang !== 'mermaid') return [];
		try {
			renderDiagram(fence.value, { id: `diagram-${i}` });
			return [];
		} catch (error) {
			if (!(error instanceof DiagramError)) throw error;
			return [{ line: fence.line + error.line, message: `diagram: ${error.message}` }];
		}
	});
