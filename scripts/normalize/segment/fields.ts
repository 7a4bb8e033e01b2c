/** Lines that say something of the page: technologies, difficulty. */
import type { Difficulty } from '../../../src/lib/kinds.ts';
import { plainText } from '../site/content-words.ts';

const LEVELS: Readonly<Record<string, Difficulty>> = {
	easy: 'easy', beginner: 'easy', basic: 'easy', junior: 'easy', low: 'easy',
	medium: 'medium', intermediate: 'medium', moderate: 'medium', mid: 'medium',
	hard: 'hard', advanced: 'hard', difficult: 'hard', expert: 'hard', senior: 'hard', high: 'hard',
};
const WORDS = Object.keys(LEVELS).join('|');
const SIGNS: Readonly<Record<string, Difficulty>> = { '🟢': 'easy', '🟡': 'medium', '🟠': 'medium', '🔴': 'hard' };

/**
 * The difficulty that a heading gives to all below it: "Medium scenarios 21-30", "Difficulty: hard", "Level – easy", or a coloured sign before
 * "scenarios" or "questions". An adjective before anything else ("The hard part") gives none.
 */
export function difficultyOf(heading: string): Difficulty | undefined {
	const text = plainText(heading.slice(0, 200)).toLowerCase();
	const word =
		new RegExp(`\\b(${WORDS})\\b(?:[ -]level)?[ -](?:interview |coding |practice )?(?:scenarios?|questions?|problems|exercises|cases)\\b`).exec(text)?.[1] ??
		new RegExp(`\\b(?:difficulty|level)\\s*[:=–—-]\\s*[^\\p{L}]*(${WORDS})\\b`, 'u').exec(text)?.[1] ??
		new RegExp(`^[^\\p{L}\\p{N}]*(easy|medium|hard)[^\\p{L}\\p{N}]*$`, 'u').exec(text)?.[1];
	if (word) return LEVELS[word];
	const sign = /scenario|question/.test(text) ? /🟢|🟡|🟠|🔴/u.exec(heading)?.[0] : undefined;
	return sign ? SIGNS[sign] : undefined;
}

interface Field {
	name: 'tech' | 'difficulty';
	tech?: string[];
	difficulty?: Difficulty;
}

const FIELD = /^[^\p{L}\p{N}]{0,12}(technolog(?:y|ies)|tech(?: stack)?|tags|tools|stack|difficulty|level)[^\p{L}\p{N}]{0,4}:[^\p{L}\p{N}`]{0,6}(.+)$/iu;

/** Names from a list of them: in backticks, or parted by commas and bars. */
const namesIn = (list: string): string[] => {
	const ticked = [...list.matchAll(/`([^`]{1,60})`/g)].map(([, name = '']) => name.trim());
	const names = ticked.length ? ticked : plainText(list).split(/[,;|·•/]| {2,}/).map((name) => name.trim());
	return [...new Set(names.filter((name) => name && name.length <= 60))].slice(0, 30);
};

/** Reads a line such as "**Technologies:** `Spark` `Kafka`" or "Difficulty: hard"; undefined for any other line. */
export function fieldOf(line: string): Field | undefined {
	if (line.length > 400) return undefined;
	const [, name = '', value = ''] = FIELD.exec(line.trim()) ?? [];
	if (!value) return undefined;
	if (/^(?:difficulty|level)$/i.test(name)) {
		const word = /\p{L}+/u.exec(plainText(value))?.[0]?.toLowerCase() ?? '';
		const difficulty = Object.hasOwn(LEVELS, word) ? LEVELS[word] : undefined;
		return difficulty ? { name: 'difficulty', difficulty } : undefined;
	}
	const tech = namesIn(value);
	// A sentence is no list of names.
	return tech.length && tech.every((item) => item.split(' ').length <= 4) ? { name: 'tech', tech } : undefined;
}
