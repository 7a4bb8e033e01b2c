/** Highlights what a search result promised, on the page it led to. Loaded only where the address names words. */
import { findWords, HIGHLIGHT_PARAM } from '../../lib/search/highlight.ts';

const NAME = 'search-words';
const BLOCKS = 'p, li, dt, dd, td, th, h1, h2, h3, h4, h5, h6, summary, figcaption, pre, blockquote';
const SKIPPED = 'script, style, svg, .katex, [role="tooltip"], [role="status"], button, select, [data-pagefind-ignore]';

const address = new URL(location.href);
const words = address.searchParams.getAll(HIGHLIGHT_PARAM).flatMap((value) => value.split(/\s+/));
// The address without the words is the one to share.
address.searchParams.delete(HIGHLIGHT_PARAM);
history.replaceState(history.state, '', address);

/** Text nodes by the block they stand in: a word may run through several, as code does. */
function runs(root: Element): Text[][] {
	const byBlock = new Map<Element, Text[]>();
	const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
	for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
		const parent = node.parentElement;
		if (!parent || !node.data.trim() || parent.closest(SKIPPED)) continue;
		// A line of code is a block of its own, whatever its `pre` is.
		const block = parent.closest('.ec-line') ?? parent.closest(BLOCKS) ?? parent;
		byBlock.set(block, [...(byBlock.get(block) ?? []), node]);
	}
	return [...byBlock.values()];
}

/** Ranges of the words in a run of text nodes. */
function rangesIn(nodes: Text[]): Range[] {
	const starts: number[] = [];
	let text = '';
	for (const node of nodes) {
		starts.push(text.length);
		text += node.data;
	}
	const place = (offset: number, end: boolean) => {
		const index = starts.findLastIndex((start) => (end ? start < offset : start <= offset));
		return { node: nodes[index] as Text, offset: offset - (starts[index] ?? 0) };
	};
	return findWords(text, words).map(({ start, end }) => {
		const range = document.createRange();
		const [from, to] = [place(start, false), place(end, true)];
		range.setStart(from.node, from.offset);
		range.setEnd(to.node, to.offset);
		return range;
	});
}

/** Wraps a range in `mark`, for browsers without highlights. Ranges that begin and end in different elements are left alone. */
function wrap(range: Range): void {
	if (range.startContainer === range.endContainer) range.surroundContents(document.createElement('mark'));
}

function openAround(target: Element | null | undefined): void {
	for (let fold = target?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true;
}

const main = document.querySelector('main');
if (main && words.length) {
	const ranges = runs(main).flatMap(rangesIn);
	if ('highlights' in CSS) CSS.highlights.set(NAME, new Highlight(...ranges));
	else for (const range of ranges.reverse()) wrap(range);

	const id = decodeURIComponent(location.hash.slice(1));
	const target = id ? document.getElementById(id) : null;
	openAround(target);
	// The promised section may be folded itself, with its heading as the summary.
	const fold = target?.closest('summary')?.parentElement;
	if (fold instanceof HTMLDetailsElement) fold.open = true;
	target?.scrollIntoView();
}

export {};
