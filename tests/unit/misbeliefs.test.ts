import { expect, test } from 'vitest';
import type { MisbeliefEntry, Topic } from '../../src/lib/content-model.ts';
import { misbeliefsByArea } from '../../src/lib/misbeliefs.ts';
import type { Page } from '../../src/lib/pages.ts';

const TOPICS = [
	{ id: 'shuffle', area: 'spark' },
	{ id: 'windows', area: 'streaming' },
] as Topic[];
const page = (topics: string[], misbeliefs: Partial<MisbeliefEntry>[]) => ({ id: 'a', file: 'a.mdx', data: { topics, misbeliefs } }) as unknown as Page;

test('an entry stands in the area of its first topic, its own before the page’s', () => {
	const found = misbeliefsByArea([page(['shuffle'], [{ id: 'one' }, { id: 'two', topics: ['windows', 'shuffle'] }])], TOPICS);
	expect([...found].filter(([, entries]) => entries.length).map(([area, entries]) => [area, entries.map(({ entry, topics }) => [entry.id, topics])])).toEqual([
		['streaming', [['two', ['windows', 'shuffle']]]],
		['spark', [['one', ['shuffle']]]],
	]);
});

test('an entry of an unknown topic is not dropped in silence', () => {
	expect(() => misbeliefsByArea([page(['nope'], [{ id: 'one' }])], TOPICS)).toThrow('a.mdx: misbelief "one" has no topic of the vocabulary');
});
