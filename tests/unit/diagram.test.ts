import type { Element, Nodes } from 'hast';
import { readFileSync } from 'node:fs';
import { selectAll } from 'hast-util-select';
import { toText } from 'hast-util-to-text';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';
import { DiagramError, renderDiagram, type Diagram } from '../../src/lib/diagram.ts';

const SAMPLES = {
	flowchart: `flowchart LR
		accTitle: A pipeline
		accDescr: Events go through Kafka into tables.
		%% a comment
		src["App events<br/>(10k/s)"] -->|produce| kafka[["Topic"]]
		subgraph job["Flink job"]
			read(Read) -- by key --> sum{"Late?"}
		end
		kafka ==> read
		sum -. yes .-> dlq[("Dead letters")]
		sum --> out & audit`,
	state: `stateDiagram-v2
		accTitle: A checkpoint
		accDescr: It is triggered, then complete or failed.
		[*] --> Triggered
		state "All acknowledged" as done
		state Running {
			Aligning --> Writing : barriers in
		}
		Triggered --> Running
		Running --> done
		done : Written down
		done --> [*]`,
	sequence: `sequenceDiagram
		accTitle: A commit
		accDescr: The coordinator asks, the sinks answer.
		participant C as Coordinator
		actor S as Sink
		Note over C,S: phase one
		C->>+S: prepare
		S-->>-C: yes
		alt all said yes
			C->>S: commit
		else one said no
			C-xS: abort
		end
		S->>S: clean up`,
	class: `classDiagram
		accTitle: Table formats
		accDescr: A table has snapshots.
		class Table {
			<<interface>>
			+String name
			+List~Snapshot~ snapshots
			+scan(filter) Plan
		}
		Table <|.. BaseTable
		Table "1" --> "*" Snapshot : history`,
	er: `erDiagram
		accTitle: A star
		accDescr: Sales refer to dates.
		DIM_DATE ||--o{ FACT_SALES : "sold on"
		FACT_SALES {
			bigint sale_key PK "never reused"
			int date_key FK
		}`,
	xychart: `xychart-beta
		accTitle: Task times
		accDescr: The longest task falls from 400 to 25 seconds.
		title "Before and after"
		x-axis [p50, "p99 of all"]
		y-axis "seconds" 0 --> 500
		bar "before" [12, 400]
		bar "after" [14, 25]`,
} as const;

const render = (source: string, id = 'd'): Diagram => renderDiagram(source, { id });
/** A source of the kind with its two obligatory lines, which are lines 2 and 3. */
const withBody = (header: string, ...body: string[]) => [header, 'accTitle: Title', 'accDescr: Description.', ...body].join('\n');
const all = (tree: Nodes, selector: string): Element[] => selectAll(selector, tree as Element);
const texts = ({ element }: Diagram): string[] => all(element, 'text').map((node) => all(node, 'tspan').map((part) => toText(part)).join(' ') || toText(node));

function errorOf(source: string): DiagramError {
	try {
		render(source);
	} catch (error) {
		if (error instanceof DiagramError) return error;
		throw error;
	}
	throw new Error(`drawn without complaint:\n${source}`);
}

describe('every kind', () => {
	test.each(Object.entries(SAMPLES))('%s is drawn with title, description and size', (kind, source) => {
		const diagram = render(source);
		expect(diagram.kind).toBe(kind);
		expect(diagram.title.length).toBeGreaterThan(3);
		expect(diagram.width).toBeGreaterThan(100);
		expect(diagram.height).toBeGreaterThan(40);
		const { properties, children } = diagram.element;
		expect(properties).toMatchObject({ role: 'img', ariaLabelledBy: ['d-title'], ariaDescribedBy: ['d-description'], width: diagram.width, height: diagram.height });
		expect(properties['viewBox']).toBe(`0 0 ${diagram.width} ${diagram.height}`);
		expect(children.slice(0, 2)).toMatchObject([
			{ tagName: 'title', properties: { id: 'd-title' }, children: [{ value: diagram.title }] },
			{ tagName: 'desc', properties: { id: 'd-description' }, children: [{ value: diagram.description }] },
		]);
	});

	test.each(Object.entries(SAMPLES))('%s refers to nothing outside the page and brings no style of its own', (_, source) => {
		const { svg, element } = render(source);
		expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|\/\/|@import|<style| style=|<script|<image|<foreignObject|href=/i);
		for (const [reference] of svg.matchAll(/url\(([^)]*)\)/g)) expect(reference).toMatch(/^url\(#d-[a-z-]+\)$/);
		expect(all(element, 'style, script')).toEqual([]);
	});

	test.each(Object.entries(SAMPLES))('the markup of %s is read back as it was drawn', (_, source) => {
		const { svg, element } = render(source);
		const back = fromHtml(svg, { fragment: true, space: 'svg' });
		expect(all(back, '*').map(({ tagName }) => tagName)).toEqual(all(element, '*').map(({ tagName }) => tagName));
		expect(all(back, '*').every(({ properties }) => Object.keys(properties).every((name) => !/^on/i.test(name)))).toBe(true);
	});

	test.each(Object.entries(SAMPLES))('no text of %s is smaller than 13 px', (_, source) => {
		const sizes = all(render(source).element, 'text').map(({ properties }) => Number(properties['fontSize']));
		expect(sizes.length).toBeGreaterThan(0);
		expect(Math.min(...sizes)).toBeGreaterThanOrEqual(13);
	});

	test.each(Object.entries(SAMPLES))('%s is the same each time it is drawn', (_, source) => {
		expect(render(source).svg).toBe(render(source).svg);
	});

	test('ids are unique within a diagram, and what is referred to is there', () => {
		for (const source of Object.values(SAMPLES)) {
			const { svg } = render(source);
			const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]!);
			expect(new Set(ids).size).toBe(ids.length);
			for (const [, target] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(target);
		}
	});

	test('two diagrams of a page share no id', () => {
		const ids = (id: string) => Object.values(SAMPLES).flatMap((source) => [...render(source, id).svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]!));
		const [first, second] = [ids('diagram-1'), ids('diagram-2')];
		expect(first.length).toBeGreaterThan(12);
		expect(first.filter((id) => second.includes(id))).toEqual([]);
	});
});

describe('what a source says is on the drawing', () => {
	test('flowchart', () => {
		const diagram = render(SAMPLES.flowchart);
		expect(texts(diagram).sort()).toEqual(['App events (10k/s)', 'Dead letters', 'Flink job', 'Late?', 'Read', 'Topic', 'audit', 'by key', 'out', 'produce', 'yes'].sort());
		expect(all(diagram.element, 'path.dg-line[marker-end]')).toHaveLength(6);
		expect(all(diagram.element, '.dg-thick')).toHaveLength(1);
		expect(all(diagram.element, '.dg-dotted')).toHaveLength(1);
		expect(all(diagram.element, '.dg-group')).toHaveLength(1);
	});

	test('a node that leads to a page is a link, and the drawing no longer an image that hides it', () => {
		const { element, svg } = render(withBody('flowchart LR', 'a["Spark"] --> b', 'click a "/spark/"'));
		expect(svg).toMatch(/<a href="\/spark\/" class="dg-link">.*>Spark<\/text><\/a>/);
		expect(element.properties['role']).toBe('group');
		expect(render(withBody('flowchart LR', 'a --> b', 'click b href "/spark/#joins"')).svg).toContain('href="/spark/#joins"');
	});

	test('a label given after the first mention counts', () => {
		expect(texts(render(withBody('flowchart LR', 'a --> b', 'b["Broker"]')))).toContain('Broker');
	});

	test('links without white space around them', () => {
		expect(texts(render(withBody('flowchart LR', 'first-node-->b-->|x|c')))).toEqual(expect.arrayContaining(['first-node', 'b', 'c', 'x']));
	});

	test('the order of the source is the order of the drawing', () => {
		const diagram = render(withBody('flowchart TB', 'a --> b', 'b --> c', 'c --> a'));
		const y = (label: string) => Number(all(diagram.element, 'text').find((node) => toText(node) === label)!.properties['y']);
		expect([y('a'), y('b'), y('c')]).toEqual([y('a'), y('b'), y('c')].sort((one, other) => one - other));
	});

	test('a drawing wider than the column is turned where that makes it narrower', () => {
		const chain = (direction: string, length: number) => render(withBody(`flowchart ${direction}`, Array.from({ length }, (_, i) => `n${i}["Step number ${i}"]`).join(' --> ')));
		const [short, long] = [chain('LR', 3), chain('LR', 9)];
		expect(short.width).toBeGreaterThan(short.height);
		expect(long.width).toBeLessThan(200);
		expect(long.height).toBeGreaterThan(400);
		const fan = render(withBody('flowchart TB', `a --> ${Array.from({ length: 8 }, (_, i) => `n${i}["Step number ${i}"]`).join(' & ')}`));
		expect(fan.width).toBeLessThan(400);
	});

	test('state', () => {
		const diagram = render(SAMPLES.state);
		expect(texts(diagram).sort()).toEqual(['Aligning', 'Running', 'Triggered', 'Writing', 'Written down', 'barriers in'].sort());
		expect(all(diagram.element, 'path.dg-line')).toHaveLength(5);
		expect(all(diagram.element, '.dg-ring')).toHaveLength(1);
		expect(all(diagram.element, '.dg-spot')).toHaveLength(2);
	});

	test('sequence', () => {
		const diagram = render(SAMPLES.sequence);
		expect(texts(diagram)).toEqual(expect.arrayContaining(['Coordinator', 'Sink', 'phase one', 'prepare', 'yes', 'alt', 'all said yes', 'commit', 'one said no', 'abort', 'clean up']));
		expect(all(diagram.element, '.dg-bar')).toHaveLength(1);
		expect(diagram.svg).toContain('url(#d-cross)');
	});

	test('participants stand far enough apart for what is said between them', () => {
		const near = render(withBody('sequenceDiagram', 'A->>B: hi'));
		const far = render(withBody('sequenceDiagram', 'A->>B: a message of some length'));
		expect(far.width).toBeGreaterThan(near.width + 40);
	});

	test('numbered messages', () => {
		expect(texts(render(withBody('sequenceDiagram', 'autonumber', 'A->>B: one', 'B-->>A: two')))).toEqual(expect.arrayContaining(['1. one', '2. two']));
	});

	test('class', () => {
		const diagram = render(SAMPLES.class);
		expect(texts(diagram).sort()).toEqual(['*', '+List<Snapshot> snapshots', '+String name', '+scan(filter): Plan', '1', 'BaseTable', 'Snapshot', 'Table', 'history', '«interface»'].sort());
		expect(diagram.svg).toContain('marker-start="url(#d-triangle)"');
		expect(diagram.svg).toContain('marker-end="url(#d-open)"');
	});

	test('entities and their relations', () => {
		const diagram = render(SAMPLES.er);
		expect(texts(diagram).sort()).toEqual(['DIM_DATE', 'FACT_SALES', 'FK', 'PK', 'bigint', 'date_key', 'int', 'never reused', 'sale_key', 'sold on'].sort());
		expect(diagram.svg).toContain('marker-start="url(#d-one)" marker-end="url(#d-zero-many)"');
	});

	test.each([
		['||--||', 'one', 'one'],
		['|o--o|', 'zero-one', 'zero-one'],
		['}o..o{', 'zero-many', 'zero-many'],
		['}|--|{', 'many', 'many'],
	])('the ends of %s', (sign, start, end) => {
		expect(render(withBody('erDiagram', `A ${sign} B : x`)).svg).toContain(`marker-start="url(#d-${start})" marker-end="url(#d-${end})"`);
	});

	test('chart', () => {
		const diagram = render(SAMPLES.xychart);
		expect(texts(diagram)).toEqual(expect.arrayContaining(['Before and after', 'before', 'after', 'seconds', 'p50', 'p99 of all', '12', '14', '25', '400']));
		expect(all(diagram.element, 'rect.dg-series-1')).toHaveLength(3);
		expect(all(diagram.element, 'rect.dg-series-2')).toHaveLength(3);
	});

	test('bars are as long as their values', () => {
		const heights = all(render(withBody('xychart-beta', 'y-axis "s" 0 --> 100', 'bar [10, 20, 40]')).element, 'rect').map(({ properties }) => Number(properties['height']));
		expect(heights[1]! / heights[0]!).toBeCloseTo(2, 1);
		expect(heights[2]! / heights[0]!).toBeCloseTo(4, 1);
	});

	test('lines go straight from value to value', () => {
		const curve = all(render(withBody('xychart-beta', 'line [1, 5, 1]')).element, 'path.dg-series-1')[0]!;
		expect(curve.properties['d']).toMatch(/^M[\d. ]+L[\d. ]+L[\d. ]+$/);
	});

	test('a description over several lines', () => {
		expect(render('flowchart LR\naccTitle: T\naccDescr {\nFirst,\nsecond.\n}\na --> b').description).toBe('First, second.');
	});
});

describe('labels', () => {
	const HOSTILE = '<script>alert(1)</script><img src=x onerror=alert(1)>';

	test.each([
		['a node', withBody('flowchart LR', `a["${HOSTILE}"] --> b`)],
		['an edge', withBody('flowchart LR', `a -->|"${HOSTILE}"| b`)],
		['a subgraph', withBody('flowchart LR', `subgraph g["${HOSTILE}"]`, 'a', 'end')],
		['a state', withBody('stateDiagram-v2', `a : ${HOSTILE}`)],
		['a message', withBody('sequenceDiagram', `A->>B: ${HOSTILE}`)],
		['a class member', withBody('classDiagram', `A : ${HOSTILE}`)],
		['a relation', withBody('erDiagram', `A ||--|| B : "${HOSTILE}"`)],
		['a category', withBody('xychart-beta', `x-axis ["${HOSTILE}"]`, 'bar [1]')],
		['the title', `flowchart LR\naccTitle: ${HOSTILE}\naccDescr: ${HOSTILE}\na`],
	])('%s stays text', (_, source) => {
		const { svg } = render(source);
		const tags = all(fromHtml(svg, { fragment: true, space: 'svg' }), '*').map(({ tagName }) => tagName);
		expect(tags).not.toContain('script');
		expect(tags).not.toContain('img');
		expect(svg).toContain('&#x3C;script>');
	});

	test('brackets, quotes and signs in a quoted label', () => {
		expect(texts(render(withBody('flowchart LR', 'a["f(x) [y] {z} | a --> b #quot;q#quot; #35;1"] --> b')))).toContain('f(x) [y] {z} | a --> b "q" #1');
	});

	test('<br/> breaks a line, long lines break between words', () => {
		const lines = (label: string) => all(render(withBody('flowchart LR', `a["${label}"]`)).element, 'tspan').map((part) => toText(part));
		expect(lines('one<br/>two<br>three')).toEqual(['one', 'two', 'three']);
		expect(lines('the quick brown fox jumps over the lazy dog').length).toBe(2);
	});

	test('a node is as wide as its label needs', () => {
		const width = (label: string) => Number(all(render(withBody('flowchart LR', `a["${label}"]`)).element, 'rect')[0]!.properties['width']);
		expect(width('mmmmmmmmmm')).toBeGreaterThan(width('iiiiiiiiii') + 60);
	});
});

describe('what cannot be drawn is refused, with its line', () => {
	test.each<[name: string, source: string, line: number, message: RegExp]>([
		['nothing', '\n%% only a comment\n', 1, /empty\. Expected flowchart LR, stateDiagram-v2/],
		['another kind', 'pie\naccTitle: T\n"a" : 1', 1, /Unknown kind of diagram: "pie"\. Expected flowchart LR/],
		['front matter', '---\ntitle: T\n---\nflowchart LR', 1, /Front matter is not read/],
		['a directive', 'flowchart LR\n%%{init: {"theme": "dark"}}%%\na', 2, /directive.*Remove the line/],
		['no title', 'flowchart LR\naccDescr: D\na', 1, /no accTitle\. Expected a line "accTitle: …" below "flowchart LR"/],
		['no description', '%% c\nflowchart LR\naccTitle: T\na', 2, /no accDescr/],
		['an empty title', 'flowchart LR\naccTitle:\naccDescr: D\na', 2, /accTitle is empty/],
		['two titles', 'flowchart LR\naccTitle: T\naccTitle: T\naccDescr: D\na', 3, /accTitle stands here a second time/],
		['an open description', 'flowchart LR\naccTitle: T\naccDescr {\na --> b', 3, /Expected a closing "}"/],
		['colors', withBody('flowchart LR', 'a --> b', 'style a fill:#f00'), 5, /"style" is not drawn: colors come from the site/],
		['a link of a node that is not there', withBody('flowchart LR', 'a --> b', 'click c "/spark/"'), 5, /"c" is no node. Expected one of: a, b/],
		['a link to another site', withBody('flowchart LR', 'a --> b', 'click a "//evil.example/"'), 5, /address of a page of this site/],
		['a script behind a node', withBody('flowchart LR', 'a --> b', 'click a call alert()'), 5, /address of a page of this site/],
		['a link that runs a script', withBody('flowchart LR', 'a --> b', 'click a href "javascript:alert(1)"'), 5, /address of a page of this site/],
		['a class', withBody('flowchart LR', 'a --> b', 'class a hot'), 5, /"class" is not drawn/],
		['a direction missing', 'flowchart\naccTitle: T\naccDescr: D\na', 1, /Expected a direction after the kind/],
		['a link to nowhere', withBody('flowchart LR', 'a -->'), 4, /the line ends where a node is expected/],
		['no link between nodes', withBody('flowchart LR', 'a --> b', 'b c'), 5, /"c" stands where a link: -->/],
		['an unknown link', withBody('flowchart LR', 'a ~~~ b'), 4, /"~~~ b" stands where a link/],
		['an open bracket', withBody('flowchart LR', '%% c', 'a[text --> b'), 5, /a label closed by "\]"/],
		['an unquoted bracket', withBody('flowchart LR', 'a[scan (100 files)] --> b'), 4, /holds "\("\. Expected it in quotes/],
		['an empty label', withBody('flowchart LR', 'a[""] --> b'), 4, /label is empty/],
		['an unknown character code', withBody('flowchart LR', 'a["#nope;"] --> b'), 4, /Unknown character code "#nope;"/],
		['a class of a node', withBody('flowchart LR', 'a:::hot --> b'), 4, /classes and attributes of a node are not drawn/],
		['end as a node', withBody('flowchart LR', 'a --> end'), 4, /"end" is a word of the language/],
		['an open subgraph', withBody('flowchart LR', 'subgraph g', 'a'), 4, /subgraph "g" is not closed\. Expected "end"/],
		['an end too many', withBody('flowchart LR', 'a', 'end'), 5, /"end" closes nothing/],
		['an empty subgraph', withBody('flowchart LR', 'a', 'subgraph g', 'end'), 5, /"g" holds no nodes/],
		['two subgraphs of a name', withBody('flowchart LR', 'subgraph g', 'a', 'end', 'subgraph g', 'b', 'end'), 7, /two subgraphs "g"/],
		['a direction that cannot be kept', withBody('flowchart LR', 'subgraph g', 'direction TB', 'a', 'end', 'a --> b'), 8, /"direction" in "g" cannot be kept/],
		['an edge into its own group', withBody('flowchart LR', 'subgraph g', 'a', 'end', 'g --> a'), 7, /one of which stands inside the other/],
		['no nodes', withBody('flowchart LR'), 1, /has no nodes/],
		['markdown in a label', withBody('flowchart LR', 'a["`**b**`"]'), 4, /Markdown in labels is not drawn/],

		['a transition half written', withBody('stateDiagram-v2', '[*] --> A', 'A ->'), 5, /Cannot read "A ->"\. Expected "A --> B : label"/],
		['a note of a state', withBody('stateDiagram-v2', 'A', 'note right of A : text'), 5, /Notes in a state diagram are not drawn/],
		['concurrency', withBody('stateDiagram-v2', 'state A {', 'B', '--', 'C', '}'), 6, /Concurrent regions are not drawn/],
		['an open state', withBody('stateDiagram-v2', 'state A {', 'B'), 4, /state "A" is not closed\. Expected "}"/],
		['a brace too many', withBody('stateDiagram-v2', 'A', '}'), 5, /"}" closes nothing/],

		['a message without text', withBody('sequenceDiagram', 'A->>B: hi', 'B->>A'), 5, /Cannot read "B->>A"\. Expected "participant A as Name", a message/],
		['a colored region', withBody('sequenceDiagram', 'rect rgb(0, 0, 0)', 'A->>B: hi', 'end'), 4, /Cannot read "rect/],
		['an open block', withBody('sequenceDiagram', 'A->>B: hi', 'loop daily', 'B->>A: ho'), 5, /block "loop" is not closed\. Expected "end"/],
		['else in a loop', withBody('sequenceDiagram', 'loop daily', 'A->>B: hi', 'else never', 'end'), 6, /"else" stands in no block that it divides/],
		['an end of nothing', withBody('sequenceDiagram', 'A->>B: hi', 'end'), 5, /"end" closes nothing/],
		['an end of no activation', withBody('sequenceDiagram', 'A->>B: hi', 'B-->>-A: ho'), 5, /"B" is deactivated without being active/],
		['a semicolon', withBody('sequenceDiagram', 'A->>B: one; two'), 4, /ends the line at the ";".*#59;/],
		['no messages', withBody('sequenceDiagram', 'participant A'), 1, /has no messages/],

		['an unknown relation', withBody('classDiagram', 'A <--> B', 'A ==> B'), 5, /Cannot read "A ==> B"\. Expected "class A/],
		['an open class', withBody('classDiagram', 'class A {', '+x'), 4, /class "A" is not closed/],
		['a namespace', withBody('classDiagram', 'namespace N {', 'class A', '}'), 4, /Cannot read "namespace N/],
		['two members a line', withBody('classDiagram', 'class A { +x }'), 4, /Cannot read "class A \{ \+x \}"/],
		['a static member', withBody('classDiagram', 'A : +count()$'), 4, /marks \$ and \* of a member are not drawn/],
		['no classes', withBody('classDiagram'), 1, /has no classes/],

		['half a cardinality', withBody('erDiagram', 'A ||-- B : x'), 4, /Cannot read "A \|\|-- B : x"/],
		['a relation without label', withBody('erDiagram', 'A ||--|| B'), 4, /a label for the relation/],
		['an attribute without name', withBody('erDiagram', 'A {', 'int', '}'), 5, /Expected an attribute: type name/],
		['an unknown key', withBody('erDiagram', 'A {', 'int id XK', '}'), 5, /Expected an attribute/],
		['an open entity', withBody('erDiagram', 'A {', 'int id'), 4, /entity "A" is not closed/],
		['no entities', withBody('erDiagram'), 1, /has no entities/],

		['no number', withBody('xychart-beta', 'x-axis [a, b]', 'bar [1, b]'), 5, /"b" is no number/],
		['values without a place', withBody('xychart-beta', 'x-axis [a, b]', 'bar [1, 2, 3]'), 5, /3 values for 2 places/],
		['series without name', withBody('xychart-beta', 'bar "a" [1]', 'line [2]'), 5, /several series, and this one has no name/],
		['too many series', withBody('xychart-beta', ...['a', 'b', 'c', 'd', 'e'].map((name) => `line "${name}" [1]`)), 8, /5 series\. Expected at most 4/],
		['bars that do not begin at 0', withBody('xychart-beta', 'y-axis "s" 50 --> 100', 'bar [60]'), 4, /leaves out 0.*0 --> 100/],
		['a value beyond the axis', withBody('xychart-beta', 'y-axis "s" 0 --> 10', 'bar [60]'), 5, /60 lies outside the y-axis, 0 to 10/],
		['an axis backwards', withBody('xychart-beta', 'y-axis "s" 10 --> 0', 'bar [6]'), 4, /Expected the smaller number first/],
		['categories on the y-axis', withBody('xychart-beta', 'y-axis [a, b]', 'bar [6]'), 4, /Expected numbers on the y-axis/],
		['a lying line', withBody('xychart-beta horizontal', 'line [6]'), 4, /line in a horizontal chart is not drawn/],
		['a word', withBody('xychart-beta', 'bar [6]', 'pie [1]'), 5, /Cannot read "pie \[1\]"/],
		['no values', withBody('xychart-beta', 'x-axis [a]'), 1, /has no values/],
	])('%s', (_, source, line, message) => {
		const error = errorOf(source);
		expect(error.message).toMatch(message);
		expect(error.line).toBe(line);
	});
});

describe('colors', () => {
	const css = readFileSync(new URL('../../src/styles/diagrams.css', import.meta.url), 'utf8');
	const variables = (block: string | undefined) => new Map([...(block ?? '').matchAll(/--wm-diagram-([\w-]+):\s*(#[0-9a-f]{6});/g)].map((match) => [match[1]!, match[2]!]));
	const light = variables(/^:root \{([^}]*)\}/m.exec(css)?.[1]);
	const dark = variables(/:root\[data-theme='dark'\] \{([^}]*)\}/.exec(css)?.[1]);

	const luminance = (hex: string): number => {
		const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [number, number, number];
		return 0.2126 * r + 0.7152 * g + 0.0722 * b;
	};
	const contrast = (a: string, b: string): number => {
		const [bright, dim] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
		return (bright + 0.05) / (dim + 0.05);
	};

	test('both themes give every color', () => {
		expect(light.size).toBeGreaterThan(10);
		expect([...dark.keys()]).toEqual([...light.keys()]);
	});

	/** Text needs 4.5, lines and areas that carry meaning need 3 (WCAG 1.4.3, 1.4.11). */
	const PAIRS: [front: string, back: string, least: number][] = [
		...['bg', 'surface', 'head', 'group', 'note'].map((back): [string, string, number] => ['fg', back, 4.5]),
		...['bg', 'surface', 'head', 'group'].map((back): [string, string, number] => ['muted', back, 4.5]),
		...['bg', 'group'].flatMap((back) => ['line', 'border'].map((front): [string, string, number] => [front, back, 3])),
		['group-border', 'bg', 3],
		...[1, 2, 3, 4].map((i): [string, string, number] => [`series-${i}`, 'bg', 3]),
	];
	test.each(PAIRS.flatMap(([front, back, least]) => [{ theme: 'light', colors: light, front, back, least }, { theme: 'dark', colors: dark, front, back, least }]))(
		'$theme: $front on $back has at least $least : 1',
		({ colors, front, back, least }) => {
			expect(contrast(colors.get(front)!, colors.get(back)!)).toBeGreaterThanOrEqual(least);
		},
	);

	test('every class on a drawing has its rule, every variable its value', () => {
		const used = new Set(Object.values(SAMPLES).flatMap((source) => [...render(source).svg.matchAll(/class="([^"]+)"/g)].flatMap((match) => match[1]!.split(' '))));
		expect(used.size).toBeGreaterThan(15);
		for (const name of used) if (name.startsWith('dg-')) expect(css, name).toContain(`.${name} {`);
		for (const [, name] of css.matchAll(/var\(--wm-diagram-([\w-]+)\)/g)) expect(light.has(name!), name).toBe(true);
	});
});
