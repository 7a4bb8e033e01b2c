import type { Link, Nodes, Parents, PhrasingContent, Root } from 'mdast';
import type { VFile } from 'vfile';
import { SKIP, visit } from 'unist-util-visit';
import { pageId, pagePath } from '../lib/pages.ts';
import { allTerms, readReferenceData, type Term } from '../lib/reference-data.ts';
import { termMatcher, type TermMatcher } from '../lib/term-matcher.ts';

export interface GlossaryOptions {
	contentDir: string;
	/** Terms to link; read from `contentDir` where absent. */
	terms?: Term[];
}

const NEVER_INSIDE = new Set(['heading', 'link', 'linkReference', 'tableCell', 'definition', 'footnoteDefinition']);

/** Turns the first mention of each term on a page into a link with its definition as a tooltip. */
export function remarkGlossaryLinks({ contentDir, terms: given }: GlossaryOptions) {
	const byDir = given && termMatcher(given);
	return (tree: Root, file: VFile) => {
		const id = pageIdOf(file, contentDir);
		if (id === undefined) return;
		const matcher = byDir ?? cachedMatcher(contentDir);
		const seen = new Set<string>();
		visit(tree, (node: Nodes, index, parent: Parents | undefined) => {
			if (NEVER_INSIDE.has(node.type)) return SKIP;
			if (node.type !== 'text' || !parent || index === undefined) return;
			const parts = split(node.value, matcher, id, seen);
			if (parts.length === 1 && parts[0]?.type === 'text') return;
			parent.children.splice(index, 1, ...(parts as never[]));
			return index + parts.length;
		});
	};
}

let cache: { at: number; contentDir: string; matcher: TermMatcher } | undefined;
/** Data files seldom change: read again at most every other second, so that writing shows new terms. */
function cachedMatcher(contentDir: string): TermMatcher {
	if (cache?.contentDir !== contentDir || Date.now() - cache.at > 2000)
		cache = { at: Date.now(), contentDir, matcher: termMatcher(allTerms(readReferenceData(contentDir))) };
	return cache.matcher;
}

function pageIdOf(file: VFile, contentDir: string): string | undefined {
	const path = (file.path ?? '').split('\\').join('/');
	const at = path.lastIndexOf(`${contentDir}/`);
	return at < 0 ? undefined : pageId(path.slice(at + contentDir.length + 1));
}

function split(text: string, matcher: TermMatcher, id: string, seen: Set<string>): PhrasingContent[] {
	const parts: PhrasingContent[] = [];
	let from = 0;
	for (const { term, start, end } of matcher(text)) {
		// A page does not send its reader to itself for the term it explains.
		if (seen.has(term.id) || term.page === id) continue;
		seen.add(term.id);
		if (start > from) parts.push({ type: 'text', value: text.slice(from, start) });
		parts.push(termLink(term, text.slice(start, end)));
		from = end;
	}
	if (from < text.length || !parts.length) parts.push({ type: 'text', value: text.slice(from) });
	return parts;
}

/** `<span class="term"><a>text</a><span role="tooltip">definition</span></span>` */
function termLink(term: Term, text: string): PhrasingContent {
	const link: Link = {
		type: 'link',
		url: term.page ? pagePath(term.page) : `/reference/glossary/#${term.id}`,
		children: [{ type: 'text', value: text }],
		data: { hProperties: { 'aria-describedby': `term-${term.id}` } },
	};
	const tooltip = {
		type: 'emphasis' as const,
		children: [{ type: 'text' as const, value: term.definition }],
		data: { hName: 'span', hProperties: { role: 'tooltip', id: `term-${term.id}`, 'data-pagefind-ignore': 'all' } },
	};
	return { type: 'emphasis', children: [link, tooltip], data: { hName: 'span', hProperties: { className: ['term'] } } };
}
