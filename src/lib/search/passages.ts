/** Which part of a page answers, and how it reads. */
import type { PageText, Passage, Piece } from './model.ts';
import { trimToken } from './words.ts';

/** Where one thing that was looked for stands on a page, and what finding it is worth. */
export interface Found {
	locations: number[];
	weight: number;
}

interface Section {
	title: string;
	anchor: string;
	from: number;
	to: number;
	/** First word behind the heading. */
	body: number;
}

const EXCERPT_WORDS = 32;
/** An excerpt rather begins with its sentence, if that began at most this many words before. */
const LOOK_BACK = 8;
const MOST_WORDS = 12;

/** Sections are what a heading opens; so are entries of a list that have an address. */
function sectionsOf(text: PageText, words: string[], title: string): Section[] {
	const anchors = text.anchors
		.filter(({ element, text: heading }) => (/^h[1-6]$/.test(element) && heading.trim()) || element === 'article')
		.sort((a, b) => a.location - b.location);
	const top = { title, anchor: '', from: 0, body: 0 };
	const sections: Omit<Section, 'to'>[] = [top];
	for (const { element, id, text: heading, location } of anchors) {
		const length = heading.trim() ? heading.trim().split(/\s+/).length : 0;
		if (element === 'h1') top.body = location + length;
		else if (element === 'article') sections.push({ title: words.slice(location, location + 10).join(' '), anchor: id, from: location, body: location });
		else sections.push({ title: heading.trim(), anchor: id, from: location, body: location + length });
	}
	const [, first] = sections;
	// A title straight above a heading has nothing of its own to show: both are the top of the page.
	if (first && first.from <= top.body) {
		top.body = first.body;
		sections.splice(1, 1);
	}
	return sections.map((section, i) => ({ ...section, to: sections[i + 1]?.from ?? words.length })).filter(({ from, to }) => to > from);
}

/** Worth of what stands between two positions: each thing once in full, its repetitions for less. */
function worth(found: Found[], from: number, to: number): number {
	return found.reduce((sum, { locations, weight }) => {
		const times = locations.filter((at) => at >= from && at < to).length;
		return times ? sum + weight * (1 + 0.15 * Math.log(times)) : sum;
	}, 0);
}

/** The excerpt of a section: the stretch that holds most of what was looked for. */
function excerptOf(words: string[], section: Section, found: Found[], hits: Set<number>): Piece[] {
	const first = Math.min(section.body, Math.max(section.from, section.to - 1));
	let from = first;
	// The beginning of a section reads best: another stretch has to hold clearly more.
	let most = worth(found, first, Math.min(first + EXCERPT_WORDS, section.to)) * 1.25;
	for (const at of [...hits].sort((a, b) => a - b)) {
		if (at < first || at >= section.to) continue;
		const start = Math.max(first, Math.min(at - 4, section.to - EXCERPT_WORDS));
		const value = worth(found, start, Math.min(start + EXCERPT_WORDS, section.to));
		if (value > most + 1e-9) [from, most] = [start, value];
	}
	const held = worth(found, from, Math.min(from + EXCERPT_WORDS, section.to));
	for (let back = 1; back <= LOOK_BACK && from - back >= first; back++)
		if (from - back === first || /[.!?:]["”)]?$/.test(words[from - back - 1] ?? '')) {
			if (worth(found, from - back, Math.min(from - back + EXCERPT_WORDS, section.to)) >= held - 1e-9) from -= back;
			break;
		}
	const to = Math.min(section.to, from + EXCERPT_WORDS);
	const pieces: Piece[] = [];
	const add = (text: string, hit: boolean) => {
		const last = pieces.at(-1);
		if (last && last.hit === hit) last.text += text;
		else if (text) pieces.push({ text, hit });
	};
	for (let at = from; at < to; at++) {
		const word = words[at] ?? '';
		const core = hits.has(at) ? trimToken(word) : '';
		const [before = '', after = ''] = core ? [word.slice(0, word.indexOf(core)), word.slice(word.indexOf(core) + core.length)] : [word];
		if (at > from) add(' ', false);
		add(before, false);
		add(core, true);
		add(after, false);
	}
	if (from > first) pieces.unshift({ text: '… ', hit: false });
	if (to < section.to) pieces.push({ text: ' …', hit: false });
	return pieces;
}

/** Matched words of a section as the page spells them, most telling first. */
function matchedWords(words: string[], section: Section, found: Found[]): string[] {
	const seen = new Set<string>();
	for (const { locations } of [...found].sort((a, b) => b.weight - a.weight))
		for (const at of locations)
			if (at >= section.from && at < section.to) {
				const word = trimToken(words[at] ?? '').toLowerCase();
				if (word) seen.add(word);
			}
	return [...seen].slice(0, MOST_WORDS);
}

/**
 * The sections of a page that hold what was looked for, best first; the top of the page where none does.
 * A heading that names all of it answers best; `about` says that the page as a whole is about it, so that its top does.
 */
export function passagesOf(text: PageText, title: string, found: Found[], about = false): Passage[] {
	const words = text.content.split(/\s+/);
	const sections = sectionsOf(text, words, title);
	const hits = new Set(found.flatMap(({ locations }) => locations));
	const all = found.reduce((sum, { weight }) => sum + weight, 0);
	const scored = sections
		.map((section) => {
			const heading = worth(found, section.from, section.body);
			const value = (worth(found, section.from, section.to) + 0.6 * heading) * (heading > all * 0.9 ? 1.6 : 1);
			return { section, value: section.anchor ? value : value * (about ? 1.5 : 0.9) };
		})
		.filter(({ value }) => value > 0)
		.sort((a, b) => b.value - a.value || a.section.from - b.section.from);
	const top = sections[0];
	if (!scored.length && top) scored.push({ section: top, value: 0 });
	return scored.map(({ section }) => ({
		title: section.title,
		anchor: section.anchor,
		excerpt: excerptOf(words, section, found, hits),
		words: matchedWords(words, section, found),
	}));
}
