import type { Element } from 'hast';
import type { Code, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { parseLabFence } from '../lib/lab-fence.ts';
import { labError, labResult } from '../lib/lab-result.ts';
import { labSample, type LabSample } from '../lib/lab-sample.ts';
import { labPath, readLabs } from '../lib/labs.ts';
import { withBase } from '../lib/url.ts';

/**
 * Runs every lab fence and puts what comes of it below the code, both in a `<lab-sample>`. A query that fails otherwise than the fence
 * says fails the page.
 */
export function remarkLabFences({ contentDir, base }: { contentDir: string; base: string }) {
	return async (tree: Root, file: VFile) => {
		const found: { node: Code; siblings: RootContent[] }[] = [];
		visit(tree, 'code', (node, _, parent) => {
			if (parent && parseLabFence(node.lang, node.meta)) found.push({ node, siblings: parent.children });
		});
		if (!found.length) return;
		const labs = readLabs(contentDir);
		for (const { node, siblings } of found) {
			const sample = await labSample(labs, node);
			if (!sample) continue;
			for (const { line, message } of sample.faults) {
				const fence = node.position?.start;
				file.fail(`Lab: ${message}`, { place: fence && { line: fence.line + line, column: fence.column }, source: 'watermark', ruleId: 'lab' });
			}
			siblings[siblings.indexOf(node)] = wrapped(node, sample, base);
		}
	};
}

/** The element that holds code and result. The page's script reads its attributes; without script it is a plain box. */
function wrapped(node: Code, { fence, lab, run }: LabSample, base: string): RootContent {
	const outcome = run && (run.error ? labError(run.error.message) : labResult(run.result));
	return {
		type: 'labSample',
		position: node.position,
		children: [node, ...(outcome ? [asNode(outcome)] : [])],
		data: {
			hName: 'lab-sample',
			hProperties: {
				dataLab: fence.lab,
				dataLabTitle: lab?.title,
				dataLabUrl: withBase(labPath(fence.lab), base),
				dataRole: fence.role,
				...(fence.ordered && { dataOrdered: '' }),
				...(run?.error && { dataFails: '' }),
			},
		},
	} as unknown as RootContent;
}

/** A tree in a tree: MDX takes no raw HTML, but what a node's `data` says it becomes. */
const asNode = ({ tagName, properties, children }: Element): RootContent =>
	({ type: 'labResult', data: { hName: tagName, hProperties: properties, hChildren: children } }) as unknown as RootContent;
