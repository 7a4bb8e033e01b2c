/** One name in several rows of a drawing is one node. */
import { type Sketch, uncertain } from './sketch.ts';

const linked = ({ links }: Sketch, nodes: number[]): boolean => {
	const among = new Set(nodes);
	return links.some(({ from, to }) => among.has(from) && among.has(to));
};

/**
 * Joins nodes of the same text that stand on different lines of chains: `A -> C` above `B -> C` lead to one C. A guess, noted. Not where a
 * line has the name twice: steps of one chain stay steps; not in flows that go down.
 */
export function mergeNames(sketch: Sketch): Sketch {
	if (sketch.direction !== 'LR') return sketch;
	const places = new Map<string, number[]>();
	for (const [at, { label, group }] of sketch.nodes.entries()) {
		const name = `${group ?? ''}\n${label.join('\n')}`;
		places.set(name, [...(places.get(name) ?? []), at]);
	}
	const target = sketch.nodes.map((_, at) => at);
	const notes = [...sketch.notes];
	for (const same of places.values()) {
		const lines = same.map((at) => sketch.nodes[at]!.line);
		if (same.length < 2 || new Set(lines).size < lines.length || linked(sketch, same)) continue;
		for (const at of same) target[at] = same[0]!;
		notes.push(uncertain(lines[1]!, 'one name taken for one node', `"${sketch.nodes[same[0]!]!.label.join(' ').slice(0, 60)}" stands on several lines.`, 0.7));
	}
	if (notes.length === sketch.notes.length) return sketch;
	const kept = target.flatMap((to, at) => (to === at ? [at] : []));
	const index = new Map(kept.map((at, to) => [at, to]));
	const moved = (at: number): number => index.get(target[at]!)!;
	const links = sketch.links.map((link) => ({ ...link, from: moved(link.from), to: moved(link.to) }));
	return { ...sketch, notes, nodes: kept.map((at) => sketch.nodes[at]!), links };
}
