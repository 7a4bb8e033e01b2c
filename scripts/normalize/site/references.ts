/** Where an old reference leads now: to a draft of the same run, to a page of the site, or nowhere. */
import GithubSlugger from 'github-slugger';
import { pagePath } from '../../../src/lib/pages.ts';
import { contentWords, plainText } from './content-words.ts';
import { findMentions, type MentionTarget } from './mentions.ts';
import type { DraftPage } from '../segment/segment.ts';
import type { SiteIndex } from './site-index.ts';

/** A draft with the id it was given. */
export interface PlacedDraft {
	/** Page id: `batch/late-loads`. */
	id: string;
	/** The document it was made from. */
	document: string;
	draft: DraftPage;
}

interface Place {
	path: string;
	words: string[];
}

interface DocumentPlaces {
	/** By number of chapter and of section: `3:7`, `:7` where the chapter is the draft's own. */
	sections: Map<string, string>;
	chapters: Map<number, string>;
	questions: Map<string, string>;
	/** By anchor of a heading, as the document's own links name it. */
	anchors: Map<string, string>;
}

/** All that a reference can lead to; made once a run by `linkTargets`. */
interface LinkTargets {
	documents: ReadonlyMap<string, DocumentPlaces>;
	/** Drafts and pages by title and heading, drafts first. */
	titles: ReadonlyMap<string, Place[]>;
	ids: ReadonlySet<string>;
}

/** Where the reference stands. */
export interface LinkContext {
	targets: LinkTargets;
	from: PlacedDraft;
}

const keyOf = (draft: DraftPage): string => (draft.chapterNumber ?? draft.chapter ?? '').toString();

function placesOf(drafts: readonly PlacedDraft[]): DocumentPlaces {
	const places: DocumentPlaces = { sections: new Map(), chapters: new Map(), questions: new Map(), anchors: new Map() };
	const first = <K>(map: Map<K, string>, key: K, path: string) => void (map.has(key) || map.set(key, path));
	const documentSlugs = new GithubSlugger();
	for (const { id, draft } of drafts) {
		const path = pagePath(id);
		const chapter = keyOf(draft);
		first(places.anchors, documentSlugs.slug(draft.title), path);
		if (draft.chapterNumber !== undefined) first(places.chapters, draft.chapterNumber, path);
		if (draft.section !== undefined) first(places.sections, `${chapter}:${draft.section}`, path);
		for (const section of draft.opens ?? []) first(places.sections, `${chapter}:${section}`, path);
		if (draft.number !== undefined) first(places.questions, `${chapter}:${draft.number}`, path);
		const pageSlugs = new GithubSlugger();
		for (const block of draft.blocks) {
			if (block.kind !== 'heading') continue;
			const text = plainText(block.text);
			const anchor = `${path}#${pageSlugs.slug(text)}`;
			if (block.number !== undefined) first(places.sections, `${chapter}:${block.number}`, anchor);
			first(places.anchors, documentSlugs.slug(text), anchor);
		}
	}
	return places;
}

/** Builds what references are held against, from all drafts of a run and the pages of the site. */
export function linkTargets(drafts: readonly PlacedDraft[], index: SiteIndex): LinkTargets {
	const byDocument = new Map<string, PlacedDraft[]>();
	const titles = new Map<string, Place[]>();
	const addTitle = (title: string, path: string) => {
		const place: Place = { path, words: [...new Set(contentWords(title))] };
		for (const word of place.words) {
			const list = titles.get(word);
			if (list) list.push(place);
			else titles.set(word, [place]);
		}
	};
	for (const placed of drafts) {
		const list = byDocument.get(placed.document);
		if (list) list.push(placed);
		else byDocument.set(placed.document, [placed]);
		addTitle(placed.draft.title, pagePath(placed.id));
	}
	for (const page of index.pages) addTitle(page.title, pagePath(page.id));
	return {
		documents: new Map([...byDocument].map(([document, list]) => [document, placesOf(list)])),
		titles,
		ids: new Set([...index.byId.keys(), ...drafts.map(({ id }) => id)]),
	};
}

/** The page whose title says nearly the same; undefined where none does or two do equally. */
function byTitle(title: string, { targets, from }: LinkContext): string | undefined {
	const words = new Set(contentWords(title.slice(0, 300)));
	if (words.size === 0) return undefined;
	const seen = new Map<Place, number>();
	for (const word of words) for (const place of targets.titles.get(word) ?? []) seen.set(place, (seen.get(place) ?? 0) + 1);
	let best: { path: string; score: number } | undefined;
	let tied = false;
	for (const [{ path, words: there }, shared] of seen) {
		if (path === pagePath(from.id)) continue;
		const score = shared / (words.size + there.length - shared);
		if (score > (best?.score ?? 0)) [best, tied] = [{ path, score }, false];
		else if (score === best?.score && path !== best.path) tied = true;
	}
	// One word in common is a name only where it is all there is.
	return best && !tied && best.score >= (words.size === 1 ? 1 : 0.7) ? best.path : undefined;
}

function byNumbers(target: Omit<MentionTarget, 'text'>, { targets, from }: LinkContext): string | undefined {
	const places = targets.documents.get(from.document);
	if (!places) return undefined;
	const chapter = target.chapter === undefined ? keyOf(from.draft) : String(target.chapter);
	if (target.section !== undefined) return places.sections.get(`${chapter}:${target.section}`);
	if (target.question !== undefined) return places.questions.get(`${chapter}:${target.question}`);
	return target.chapter === undefined ? undefined : places.chapters.get(target.chapter);
}

const fileName = (path: string): string => path.split(/[\\/]/).at(-1) ?? '';

/** A file's name in words, without its number and ending. */
const fileTitle = (path: string): string =>
	fileName(path)
		.replace(/\.(?:mdx?|txt|html?|pdf)$/i, '')
		.replace(/^\d{1,3}[-_. ]/, '')
		.replace(/[-_]+/g, ' ');

/** A file's name without the level it may begin with: "hard_governance" is about governance. */
const withoutLevel = (title: string): string => title.replace(/^(?:easy|medium|hard) /i, '');

/** Decoded where it can be: an address may hold any percent sign. */
function decoded(address: string): string {
	try {
		return decodeURIComponent(address);
	} catch {
		return address;
	}
}

/**
 * The address a reference has on the site, from the root and with the anchor; undefined where it leads nowhere, so that its text stays without a link.
 * Web addresses and mail stay as they are (`https:`, `http:`, `mailto:`); any other scheme and a path of somebody's machine lead nowhere but by the
 * title they name. Without an address `target` is one of `findMentions`; a number of a section or chapter is looked up in the same document and
 * certain there; a title is a guess, made on seven words of ten.
 */
export function resolveTarget(target: { url?: string } & MentionTarget, context: LinkContext): string | undefined {
	const url = target.url?.trim();
	if (url === undefined) return byNumbers(target, context) ?? (target.name === undefined ? undefined : byTitle(target.name.replace(/[-_]+/g, ' '), context));
	if (url.length > 2000) return undefined;
	if (/^(?:https?:\/\/|mailto:)[^\s<>"\\]+$/i.test(url)) return url;
	if (url.startsWith('#')) {
		const anchor = decoded(url.slice(1)).toLowerCase();
		return context.targets.documents.get(context.from.document)?.anchors.get(anchor) ?? byTitle(anchor.replace(/-+/g, ' '), context);
	}
	const [path = '', anchor] = decoded(url).split('#');
	const id = path.replace(/^\/+|\/+$/g, '') || 'index';
	const onSite = path.startsWith('/') && !path.startsWith('//') && context.targets.ids.has(id);
	if (onSite) return pagePath(id) + (anchor && /^[\p{L}\p{N}_-]+$/u.test(anchor) ? `#${anchor}` : '');
	// What is left is a file beside the document, a path of a machine or an unknown scheme: its name and the link's text may say the title.
	const name = fileTitle(path.replace(/^[a-z]+:\/*/i, ''));
	const scheme = /^[a-z][a-z0-9+.-]+:/i.test(path) && !/^file:/i.test(path);
	if (scheme) return undefined;
	for (const title of [target.text, name, withoutLevel(name)]) {
		const found = byTitle(title, context);
		if (found) return found;
	}
	const [mention] = findMentions(fileName(path));
	return mention ? byNumbers(mention.target, context) : undefined;
}

export { findMentions } from './mentions.ts';

export { isNavigation } from '../segment/labels.ts';
