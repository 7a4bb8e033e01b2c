import { toBlocks } from '../../../../scripts/normalize/blocks/to-blocks.ts';
import type { Block, Furniture, Note, Piece } from '../../../../scripts/normalize/model.ts';

/** Text as one piece of prose. */
export const prose = (text: string, from = 1): Piece => ({ kind: 'prose', lines: text.split('\n').map((line, i) => ({ number: from + i, text: line })) });

export const code = (number: number, indent = 0): Piece => ({ kind: 'code', lines: [{ number, text: 'run()' }], indent, fenced: true });

export const read = (text: string) => toBlocks([prose(text)]);

/** Blocks in few signs: `## text`, `p text`, `- [ … ]`, `2. [ … ]`, `> [ … ]`, `---`, `<code>`. */
export const sketch = (blocks: Block[]): string[] =>
	blocks.map((block) => {
		if (block.kind === 'heading') return `${'#'.repeat(block.depth)} ${block.text}`;
		if (block.kind === 'paragraph') return `p ${block.text}`;
		if (block.kind === 'list') return `${block.ordered ? `${block.start}.` : '-'} [${block.items.map((item) => sketch(item.blocks).join('; ')).join(' | ')}]`;
		if (block.kind === 'quote') return `> [${sketch(block.blocks).join('; ')}]`;
		return block.kind === 'rule' ? '---' : `<${block.kind}>`;
	});

const count = (words: Map<string, number>, text: string, by: number): void => {
	for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) words.set(word, (words.get(word) ?? 0) + by);
};

/** Words of the prose that are neither in blocks nor in furniture, and those that came from nowhere. */
export const differences = (pieces: Piece[], result: { blocks: Block[]; notes: Note[]; furniture: Furniture[] }): string[] => {
	const words = new Map<string, number>();
	const marks = new Set(result.furniture.filter(({ reason }) => reason === 'list marker').map(({ line }) => line));
	for (const piece of pieces) if (piece.kind === 'prose') for (const line of piece.lines) count(words, line.text, 1);
	for (const { text } of result.furniture) count(words, text, -1);
	for (const { reword } of result.notes) {
		if (!reword) continue;
		count(words, reword.before, -1);
		count(words, reword.after, 1);
	}
	const take = (block: Block): void => {
		if (block.kind === 'heading' || block.kind === 'paragraph') count(words, block.text, -1);
		if (block.kind === 'quote') block.blocks.forEach(take);
		if (block.kind !== 'list') return;
		for (const [at, item] of block.items.entries()) {
			if (block.ordered && !marks.has(item.line)) count(words, String((block.start ?? 1) + at), -1);
			item.blocks.forEach(take);
		}
	};
	result.blocks.forEach(take);
	return [...words].filter(([, times]) => times !== 0).map(([word]) => word);
};

/** A page of flattened HTML: headings are plain lines, bullets and inline code broken over lines. */
export const FLATTENED = `Storage Engines
A storage engine decides how rows reach the disk and how they are found again; nearly every other property of a database follows from that single decision, which is why it comes first here.
1. Log-Structured Trees
Writes go to a sorted buffer in memory, and full buffers go to disk as files that never change; compaction merges these files in the background and drops the values that newer ones have replaced.
Write path
- Append the record to the write-ahead log.
- Insert it into the buffer. Without a limit set by
flush_threshold, the buffer grows until the node fails. - Flush full buffers as sorted files.
- Enable batching with
batch.writes = trueto gather small inserts. - Measure the lag.
Compaction strategies
What to tune:
- Size tiers
- Levels
Type 1 — Tiered
Merges files of the same size.
The cost of a merge
Each merge reads and writes every byte once.
Type 2 — Leveled
Keeps each level ten times as large as the one above.
2. Pages and B-Trees
Pages are fixed in size and changed in place, so that a lookup touches as many pages as the tree is high, which for most tables means three or four reads, of which all but the last are cached.
Is a full page a problem?
A full page splits in two.
Query Planning
A planner turns a statement into a tree of operators and chooses between trees by cost; the cost is an estimate, and most slow queries are slow because that estimate was wrong by orders of magnitude.
1. Statistics
Histograms say how values are spread.
1.1 Sampling
A sample of a table is enough.
2. Costs
The unit is one page read from disk.`;
