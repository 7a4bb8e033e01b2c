/** The folder of the site that a topic belongs in. */
import { CHAPTERS, PARTS } from '../../../src/lib/parts.ts';
import { contentWords } from './content-words.ts';
import type { Note } from '../model.ts';
import type { SimilarPage } from './vocabulary.ts';

interface PartChoice {
	/** Folder of the site. */
	part: string;
	notes: Note[];
}

/** Chapter folders and the words that speak for them beside those of their label. */
const PART_WORDS: Readonly<Record<string, string>> = {
	modeling: 'model dimensional kimball schema',
	batch: 'etl elt backfill orchestration',
	streaming: 'stream kafka flink event real-time',
	spark: 'pyspark catalyst executor',
	sql: 'query queries join window',
	python: 'pandas polars asyncio',
	lakehouse: 'iceberg delta hudi table format catalog',
	interview: 'interview behavioral prep preparation career star story mock round offer',
};

/** Stems of words that stand in labels and tell no chapter from another. */
const COMMON: ReadonlySet<string> = new Set(contentWords('data processing internals guide case study'));

/**
 * The folder for a topic: the one asked for, else the one whose label the chapter's title (or the draft's own) resembles, helped by the
 * folders of similar pages. A folder that was not asked for is a guess, and noted where little speaks for it.
 */
export function partFor(
	draft: { title: string; chapter?: string; line?: number },
	similar: readonly SimilarPage[] = [],
	wanted?: string,
): PartChoice {
	if (wanted !== undefined && Object.hasOwn(PARTS, wanted)) return { part: wanted, notes: [] };
	const scores = new Map<string, number>();
	const add = (part: string, score: number) => scores.set(part, (scores.get(part) ?? 0) + score);
	for (const part of [...CHAPTERS, 'interview']) {
		const label = new Set(contentWords(PARTS[part]?.label ?? '').filter((word) => !COMMON.has(word)));
		const more = new Set(contentWords(PART_WORDS[part] ?? ''));
		const score = (title: string) => contentWords(title).reduce((sum, word) => sum + (label.has(word) ? 1 : more.has(word) ? 0.7 : 0), 0);
		add(part, Math.min(1.2, score(draft.chapter ?? '')) + 0.3 * Math.min(2, score(draft.title)));
	}
	for (const { page, similarity } of similar.slice(0, 5)) {
		const part = page.split('/')[0] ?? '';
		if (scores.has(part)) add(part, 1.6 * similarity * similarity);
	}
	const [first, second] = [...scores].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
	const [part, score] = first ?? ['batch', 0];
	const confidence = score > 0 ? Math.min(0.95, 0.4 + (score - (second?.[1] ?? 0)) / 3) : 0.1;
	if (confidence >= 0.7) return { part, notes: [] };
	const note = { stage: 'segment', line: draft.line ?? 1, kind: 'uncertain', what: 'folder guessed', confidence: Math.round(confidence * 100) / 100 } as const;
	return { part, notes: [{ ...note, reason: `${part} for "${draft.title}"`.slice(0, 400) }] };
}
