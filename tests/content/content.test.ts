import { describe, expect, test } from 'vitest';
import { checkContent } from '../../src/lib/check-content.ts';
import { diagramCheck } from '../../src/lib/check-diagrams.ts';
import { formatProblems } from '../../src/lib/problem.ts';
import { allTerms } from '../../src/lib/reference-data.ts';
import { scenarios } from '../../src/lib/site-graph.ts';

const { pages, problems, reference } = checkContent('content', [diagramCheck]);
const byNumber = new Map(scenarios(pages).map((page) => [page.data.number, page]));
const repeated = (values: string[]) => values.filter((value, i) => values.indexOf(value) !== i);

test('the content has no problem', () => {
	expect(formatProblems(problems)).toBe('0 problems in the content');
	expect(pages.length).toBeGreaterThan(40);
});

describe('vocabulary', () => {
	/** Facets whose pages are still to be written: they define terms and widen searches already. */
	const AWAITED: Record<'topics' | 'tech', string[]> = { topics: [], tech: ['hbase'] };

	test.each(['topics', 'tech'] as const)('every entry of %s is used, or awaited on purpose', (group) => {
		const used = new Set(pages.flatMap((page) => page.data[group]));
		const unused = reference[group].map(({ id }) => id).filter((id) => !used.has(id));
		expect(unused.filter((id) => !AWAITED[group].includes(id))).toEqual([]);
	});

	test.each(['topics', 'tech'] as const)('what is awaited in %s exists', (group) => {
		const known = new Set(reference[group].map(({ id }) => id));
		expect(AWAITED[group].filter((id) => !known.has(id))).toEqual([]);
	});

	test('every term is defined once, whatever its case', () => {
		const terms = allTerms(reference);
		expect(repeated(terms.map(({ id }) => id))).toEqual([]);
		expect(repeated(terms.flatMap(({ label, aliases }) => [...new Set([label, ...aliases].map((word) => word.toLowerCase()))]))).toEqual([]);
		expect(terms.length).toBeGreaterThan(100);
	});
});

describe('units of the raw documents', () => {
	const ids = reference.sources.map(({ id }) => id);

	test('each stands once in sources.yaml', () => {
		expect(repeated(ids)).toEqual([]);
		expect(ids.length).toBeGreaterThan(100);
	});

	test('the numbers of each series have no gap: none was left out', () => {
		const series = Map.groupBy(ids, (id) => id.split('-')[0] ?? '');
		for (const [name, members] of series)
			expect(members).toEqual(members.map((_, i) => `${name}-${String(i + 1).padStart(3, '0')}`));
	});

	test('each that a page claims exists', () => {
		const known = new Set(ids);
		expect(pages.flatMap(({ file, data }) => data.sources.filter((id) => !known.has(id)).map((id) => `${file}: ${id}`))).toEqual([]);
	});

	// The foundations, 1 to 20, were named by the raw documents and not written.
	test('every scenario but a foundation says which it covers', () => {
		expect([...byNumber.values()].filter(({ data }) => (data.number ?? 0) > 20 && !data.sources.length).map(({ file }) => file)).toEqual([]);
	});
});

describe('numbers', () => {
	test.each([
		['m', 21, 'medium'],
		['h', 31, 'hard'],
	])('scenarios of series %s keep their numbers from %i on, all %s', (series, first, difficulty) => {
		for (let i = 0; i < 10; i++) {
			const page = byNumber.get(first + i);
			expect(page?.data.sources, `scenario ${first + i}`).toContain(`${series}-${String(i + 1).padStart(3, '0')}`);
			expect(page?.data.difficulty, page?.file).toBe(difficulty);
		}
	});

	test('later ones follow without a gap', () => {
		const later = [...byNumber.keys()].filter((number) => number !== undefined && number > 40);
		expect(later).toEqual(later.map((_, i) => 41 + i));
		expect(later.length).toBeGreaterThan(7);
	});
});
