import { describe, expect, test } from 'vitest';
import { chapterMap, type MapPage } from '../../src/lib/chapter-map.ts';
import { renderDiagram } from '../../src/lib/diagram.ts';

const page = (id: string, title: string, ...requires: string[]): MapPage => ({ id, title, requires });
const CHAPTER = page('spark', 'Apache Spark');
const map = (...pages: MapPage[]) => chapterMap([CHAPTER, ...pages], { chapter: 'spark' });
const draw = (...pages: MapPage[]) => renderDiagram(map(...pages), { id: 'map' });

describe('chapterMap', () => {
	test('an arrow leads from a page to the one that builds on it', () => {
		const lines = map(page('spark/skew', 'Data skew', 'spark/shuffle'), page('spark/shuffle', 'The shuffle')).split('\n  ');
		expect(lines[0]).toBe('flowchart LR');
		expect(lines[1]).toBe('accTitle: What to read first in Apache Spark');
		expect(lines[2]).toBe('accDescr: “Data skew” builds on “The shuffle”.');
		const id = (title: string) => /^(p\d+)/.exec(lines.find((line) => line.includes(title) && /^p/.test(line))!)![1];
		expect(lines).toContain(`${id('The shuffle')} --> ${id('Data skew')}`);
		expect(lines).toContain(`click ${id('Data skew')} "/spark/skew/"`);
	});

	test('the order of the input changes nothing', () => {
		const pages = [page('spark/a', 'A', 'spark/c', 'spark/b'), page('spark/b', 'B', 'spark/c'), page('spark/c', 'C')];
		expect(map(...pages)).toBe(map(...[...pages].reverse()));
	});

	test('pages of other chapters stand there when they are required directly, marked with their chapter', () => {
		const source = map(
			page('sql', 'SQL'),
			page('sql/joins', 'Joins', 'sql/sets'),
			page('sql/sets', 'Sets'),
			page('sql/windows', 'Windows'),
			page('spark/joins', 'Join strategies', 'sql/joins'),
		);
		expect(source).toContain('p1(["Joins<br/>(SQL)"])');
		expect(source).toContain('p1 --> p2');
		expect(source).not.toMatch(/Sets|Windows/);
	});

	test('the page of the chapter itself is no node', () => {
		const source = map(page('spark/a', 'A', 'spark'));
		expect(source.split('\n  ').slice(3)).toEqual(['p1["A"]', 'click p1 "/spark/a/"']);
	});

	test('an arrow that follows from others is left out', () => {
		const arrows = map(page('spark/a', 'A'), page('spark/b', 'B', 'spark/a'), page('spark/c', 'C', 'spark/a', 'spark/b')).match(/p\d --> p\d/g);
		expect(arrows).toEqual(['p1 --> p2', 'p2 --> p3']);
	});

	test('a page without arrows is left out where others have some', () => {
		const source = map(page('spark/a', 'A'), page('spark/b', 'B', 'spark/a'), page('spark/c', 'C'));
		expect(source).toContain('p2["B"]');
		expect(source).not.toContain('"C"');
	});

	test('a chapter without arrows says so and is drawn', () => {
		const diagram = draw(page('spark/a', 'A'), page('spark/b', 'B'));
		expect(diagram.description).toBe('The pages can be read in any order.');
		expect(diagram.svg).not.toContain('marker-end');
	});

	test('a chapter without pages shows its own title', () => {
		expect(draw().svg).toContain('>Apache Spark</text>');
	});

	test('titles with quotes, brackets, semicolons and number signs', () => {
		const { svg, title } = renderDiagram(chapterMap([page('c', 'C; and #1'), page('c/a', 'The "small files" problem [HDFS]; part #2 <b>'), page('c/b', 'B', 'c/a')], { chapter: 'c' }), { id: 'map' });
		expect(svg.replace(/<[^>]+>/g, ' ').replace(/&#x3C;/g, '<').replace(/\s+/g, ' ')).toContain('The "small files" problem [HDFS]; part #2 <b>');
		expect(title).toBe('What to read first in C and 1');
	});

	test('boxes are at most 160 px wide', () => {
		const { svg } = draw(page('spark/a', 'Shuffle-free joins through bucketed and co-partitioned tables, with the limits of each'));
		expect(Number(/<rect [^>]*width="([\d.]+)"/.exec(svg)![1])).toBeLessThanOrEqual(160);
		expect(svg.match(/<tspan/g)!.length).toBeGreaterThan(2);
	});

	test('pages that require each other are named', () => {
		const circle = [page('spark/a', 'A', 'spark/c'), page('spark/b', 'B', 'spark/a'), page('spark/c', 'C', 'spark/b'), page('spark/d', 'D', 'spark/a')];
		expect(() => map(...circle)).toThrow('Pages of spark require each other: spark/a → spark/c → spark/b → spark/a. Remove one "requires".');
		expect(() => map(page('spark/a', 'A', 'spark/a'))).toThrow('spark/a → spark/a');
	});

	test('a required page that does not exist is named', () => {
		expect(() => map(page('spark/a', 'A', 'spark/nope'))).toThrow('spark/a requires "spark/nope", which is no page.');
	});
});
