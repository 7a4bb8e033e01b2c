/** Title and description of a diagram, from what is in it. */
import { spoken } from './label.ts';
import type { Sketch } from './sketch.ts';

const LONGEST = 600;

/** The nodes of a plain chain in their order, or nothing where there are branches, circles or parts. */
function chainOf({ nodes, links }: Sketch): number[] | undefined {
	if (links.length !== nodes.length - 1 || links.some(({ heads }) => heads === 'both' || heads === 'none')) return undefined;
	const next = new Map(links.map(({ from, to, heads }): [number, number] => (heads === 'start' ? [to, from] : [from, to])));
	const reached = new Set(next.values());
	const starts = nodes.map((_, at) => at).filter((at) => !reached.has(at));
	if (next.size !== links.length || starts.length !== 1) return undefined;
	const chain: number[] = [];
	for (let at = starts[0]; at !== undefined && chain.length <= nodes.length; at = next.get(at)) chain.push(at);
	return chain.length === nodes.length ? chain : undefined;
}

/** Whole sentences as far as there is room for them. */
function sentences(all: string[], rest: (left: number) => string): string {
	const said: string[] = [];
	let length = 0;
	for (const sentence of all) {
		if (length + sentence.length > LONGEST) break;
		said.push(sentence);
		length += sentence.length + 1;
	}
	return said.length === all.length ? said.join(' ') : [...said, rest(all.length - said.length)].join(' ');
}

/** What can be said for sure, in sentences without marks that Mermaid reads. */
export function describe(sketch: Sketch): { title: string; description: string } {
	const { nodes, links, kind } = sketch;
	const name = (at: number): string => spoken(nodes[at]!.label);
	const leads = nodes.flatMap((_, at) => {
		const ends = links.flatMap(({ from, to, heads }) => {
			if (kind !== 'flow') return from === at ? [to] : [];
			if (heads === 'both') return from === at ? [to] : to === at ? [from] : [];
			return heads === 'start' ? (to === at ? [from] : []) : from === at ? [to] : [];
		});
		const verb = kind === 'tree' ? 'contains' : kind === 'layers' ? 'lies above' : links.some(({ heads }) => heads === 'none') ? 'is linked with' : 'leads to';
		return ends.length > 0 ? [`${name(at)} ${verb} ${ends.map(name).join(', ')}.`] : [];
	});
	const more = (left: number): string => `${left} more have links.`;
	if (kind === 'tree') return { title: `Hierarchy below ${name(0)}: ${nodes.length - 1} entries`, description: sentences(leads, more) };
	if (kind === 'layers') return { title: `${nodes.length} layers from ${name(0)} to ${name(nodes.length - 1)}`, description: sentences(leads, more) };
	const chain = chainOf(sketch);
	if (chain) {
		const [start, end] = [name(chain[0]!), name(chain.at(-1)!)];
		const steps = sentences(chain.map((at, step) => `${step + 1}. ${name(at)}.`), (left) => `${left} more steps.`);
		return { title: `Flow from ${start} to ${end}: ${chain.length} steps`, description: steps };
	}
	return { title: `Flow of ${nodes.length} nodes that begins with ${name(0)}`, description: sentences(leads, more) };
}
