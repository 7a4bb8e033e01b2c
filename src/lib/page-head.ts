/** The tags in the head of a page beyond those every page of the theme has. Addresses come in finished: base path and origin included. */
import { cutAtWord } from './cut-at-word.ts';
import { toJsonLd, type Thing } from './structured-data.ts';

export interface HeadTag {
	tag: 'meta' | 'link' | 'script' | 'title' | 'base' | 'style' | 'noscript' | 'template';
	attrs?: Record<string, string | boolean | undefined>;
	content?: string;
}

export interface PageHead {
	/** Full address that search engines shall keep. */
	canonical: string;
	/** Title in a preview; the page's own title stands above it in `<title>`. */
	title: string;
	/** For search results. */
	description: string;
	/** For a preview in a chat; never the answer of a scenario. */
	teaser: string;
	type: 'website' | 'article';
	/** The day the page was last checked. */
	checked?: string;
	image: { url: string; alt: string; width: number; height: number };
	indexed: boolean;
	twin?: string;
	feed: { url: string; title: string };
	manifest: string;
	touchIcon: string;
	/** Stylesheet for formulas, on pages that have any. */
	mathsStyles?: string;
	data: Thing[];
}

/** Longest description a search result prints. */
export const DESCRIPTION_LENGTH = 160;
/** Longest text a chat prints under a title. */
export const TEASER_LENGTH = 220;
/** Longest description of an image that every consumer takes. */
export const ALT_LENGTH = 420;
/** Colour of the browser's frame: the page's background in either theme. */
export const THEME_COLOURS = { dark: '#10191d', light: '#fdfdfb' } as const;

/** A text of at most `length` characters, cut at a word. */
export const shorten = (text: string, length: number): string => cutAtWord(text, (beginning) => beginning.length <= length);

const meta = (name: string, content: string, more: Record<string, string> = {}): HeadTag => ({ tag: 'meta', attrs: { name, content, ...more } });
const property = (name: string, content: string): HeadTag => ({ tag: 'meta', attrs: { property: name, content } });
const link = (rel: string, href: string, more: Record<string, string> = {}): HeadTag => ({ tag: 'link', attrs: { rel, href, ...more } });

/** All tags of a page, to be merged into those of the theme. */
export function headOf(page: PageHead): HeadTag[] {
	const teaser = shorten(page.teaser, TEASER_LENGTH);
	const alt = shorten(page.image.alt, ALT_LENGTH);
	return [
		link('canonical', page.canonical),
		property('og:url', page.canonical),
		meta('description', shorten(page.description, DESCRIPTION_LENGTH)),
		...(page.indexed ? [] : [meta('robots', 'noindex')]),
		property('og:title', page.title),
		property('og:description', teaser),
		property('og:type', page.type),
		...(page.checked && page.type === 'article' ? [property('article:modified_time', page.checked)] : []),
		property('og:image', page.image.url),
		property('og:image:type', 'image/png'),
		property('og:image:width', String(page.image.width)),
		property('og:image:height', String(page.image.height)),
		property('og:image:alt', alt),
		meta('twitter:image', page.image.url),
		meta('twitter:image:alt', alt),
		...(page.twin ? [link('alternate', page.twin, { type: 'text/markdown', title: 'This page as Markdown' })] : []),
		link('alternate', page.feed.url, { type: 'application/rss+xml', title: page.feed.title }),
		link('manifest', page.manifest),
		link('apple-touch-icon', page.touchIcon),
		meta('theme-color', THEME_COLOURS.dark, { media: '(prefers-color-scheme: dark)' }),
		meta('theme-color', THEME_COLOURS.light, { media: '(prefers-color-scheme: light)' }),
		...(page.mathsStyles ? [link('stylesheet', page.mathsStyles)] : []),
		...(page.data.length ? [{ tag: 'script', attrs: { type: 'application/ld+json' }, content: toJsonLd(page.data) } as const] : []),
	];
}

/** What a tag is about, for tags of which a page has one; `undefined` for those it may have many of. */
function subject({ tag, attrs = {} }: HeadTag): string | undefined {
	if (tag === 'title') return 'title';
	if (tag === 'meta' && attrs['name'] !== 'generator') return String(attrs['name'] ?? attrs['property'] ?? attrs['http-equiv'] ?? 'charset');
	if (tag === 'link' && attrs['rel'] === 'canonical') return 'canonical';
	return undefined;
}

/** `base` with `tags` added; where both speak of the same thing, `tags` wins. */
export function mergeHead<T extends HeadTag>(base: T[], tags: T[]): T[] {
	const said = new Set(tags.map(subject).filter((name) => name !== undefined));
	return [...base.filter((tag) => !said.has(subject(tag) ?? '')), ...tags];
}
