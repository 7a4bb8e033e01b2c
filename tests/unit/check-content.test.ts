import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkContent, type BodyCheck } from '../../src/lib/check-content.ts';
import { contentTree, page, scenario, scenarioLine, SCENARIO_BODY } from '../support/content-tree.ts';

/** Every problem of a tree as `file:line message`, the file relative to the tree, in that order. */
function problems(files: Record<string, string | Uint8Array>, checks?: BodyCheck[]): string[] {
	const dir = contentTree(files);
	return checkContent(dir, checks)
		.problems.map(({ file, line, message }) => `${file.slice(dir.length + 1)}:${line} ${message}`.replaceAll(`${dir}/`, ''))
		.sort();
}

/** Problems of one page at `spark/a`. Its body begins on line 5, or later where `head` has lines. */
const ofPage = (head: string, body?: string) => problems({ 'spark/a.mdx': page(head, body) });
/** Problems of one scenario at `scenarios/a`. */
const ofScenario = (...given: Parameters<typeof scenario>) => problems({ 'scenarios/a.mdx': scenario(...given) });
const body = (text: string) => ofPage('', text);

test('content that holds has no problem, and its pages come back', () => {
	const dir = contentTree({ 'index.mdx': page(), 'spark/index.mdx': page('topics: [shuffle]\n'), 'scenarios/a.mdx': scenario() });
	const { pages, problems: found, reference } = checkContent(dir);
	expect(found).toEqual([]);
	expect(pages.map(({ id }) => id)).toEqual(['index', 'scenarios/a', 'spark']);
	expect(pages[1]).toMatchObject({ file: join(dir, 'scenarios/a.mdx'), data: { number: 22, topics: ['shuffle'] }, body: '## Answer\n\nText.\n' });
	expect(reference.topics.map(({ id }) => id)).toEqual(['shuffle', 'bucketing']);
});

describe('frontmatter', () => {
	test('a wrong key', () => {
		expect(ofPage('descripton: x\n')).toEqual(['spark/a.mdx:4 descripton: unknown key']);
	});

	test('a missing key of a scenario', () => {
		expect(ofScenario({ kind: undefined })).toEqual([
			'scenarios/a.mdx:2 kind: missing, expected one of incident, debugging, optimization, internals, design, modeling, quality, trade-off, coding, behavioural',
		]);
	});

	test('a field of scenarios on a page that is none', () => {
		expect(ofPage('number: 5\n')).toEqual(['spark/a.mdx:4 number: unknown key']);
	});

	test.each([
		['topics', 'topic', '_data/vocabulary.yaml'],
		['tech', 'technology', '_data/vocabulary.yaml'],
		['requires', 'page', 'content/'],
		['related', 'page', 'content/'],
	])('an unknown id in %s', (key, what, where) => {
		expect(ofPage(`${key}:\n  - nope\n`)).toEqual([`spark/a.mdx:5 ${key}.0: unknown ${what} nope, expected one of ${where}`]);
	});

	test('an unknown source id', () => {
		expect(ofPage('sources: [m-001, m-002]\n')).toEqual(['spark/a.mdx:4 sources.1: unknown source unit m-002, expected one of _data/sources.yaml']);
	});

	test('a topic is no technology', () => {
		expect(ofPage('tech: [shuffle]\n')).toHaveLength(1);
	});

	test('a page that names itself', () => {
		expect(ofPage('related: [spark/a]\n')).toEqual(['spark/a.mdx:4 related.0: a page does not name itself']);
	});

	test('a number given twice names both files', () => {
		expect(problems({ 'scenarios/a.mdx': scenario(), 'scenarios/b.mdx': scenario() })).toEqual([
			`scenarios/b.mdx:${scenarioLine('number')} number: 22 is already taken by scenarios/a.mdx; numbers are never reused`,
		]);
	});
});

describe('prerequisites', () => {
	const requiring = (ids: string) => page(`requires: [${ids}]\n`);

	test('a circle, with the way round it', () => {
		expect(
			problems({ 'spark/a.mdx': requiring('spark/b'), 'spark/b.mdx': requiring('spark/c'), 'spark/c.mdx': requiring('spark/a'), 'sql.mdx': requiring('spark/b') }),
		).toEqual(['spark/a.mdx:4 requires: circle of prerequisites: spark/a → spark/b → spark/c → spark/a']);
	});

	test('two ways to one page are no circle', () => {
		expect(problems({ 'a.mdx': requiring('b, c'), 'b.mdx': requiring('d'), 'c.mdx': requiring('d'), 'd.mdx': page() })).toEqual([]);
	});
});

describe('misbeliefs', () => {
	const entry = (id: string, more = '') => `  - { id: ${id}, said: S, truth: T, since: Spark 4, source: { title: D, url: "https://a.example/" }${more} }\n`;
	const head = `misbeliefs:\n${entry('one')}`;

	test('placed once', () => {
		expect(ofPage(head, 'Text.\n\n<Misbelief id="one" />\n')).toEqual([]);
	});

	test('not placed', () => {
		expect(ofPage(head)).toEqual(['spark/a.mdx:5 misbeliefs.0.id: expected <Misbelief id="one" /> once in the body, found it 0 times']);
	});

	test('placed twice', () => {
		expect(ofPage(head, '<Misbelief id="one" />\n\n<Misbelief id="one" />\n')).toEqual([
			'spark/a.mdx:5 misbeliefs.0.id: expected <Misbelief id="one" /> once in the body, found it 2 times',
		]);
	});

	test('unknown', () => {
		expect(body('Text.\n\n<Misbelief id="nope" />\n')).toEqual([
			'spark/a.mdx:7 unknown misbelief "nope": the page’s frontmatter has no such entry',
		]);
	});

	test('without an id', () => {
		expect(body('<Misbelief />\n')).toContain('spark/a.mdx:5 <Misbelief> lacks id="…"');
	});

	test('with an id that another page has', () => {
		const text = page(head, '<Misbelief id="one" />\n');
		expect(problems({ 'a.mdx': text, 'b.mdx': text })).toEqual(['b.mdx:5 misbeliefs.0.id: one is already taken by a.mdx']);
	});

	test('with an unknown topic', () => {
		expect(ofPage(`misbeliefs:\n${entry('one', ', topics: [nope]')}`, '<Misbelief id="one" />\n')).toEqual([
			'spark/a.mdx:5 misbeliefs.0.topics: unknown topic nope, expected one of _data/vocabulary.yaml',
		]);
	});

	test('with links that lead nowhere or would run', () => {
		const text = head.replace('said: S', 'said: "[S](/nope/)"').replace('truth: T', 'truth: "[T](javascript:alert(1)) or [U](/spark/a/#idea)"');
		expect(ofPage(text, '## Idea\n\n<Misbelief id="one" />\n')).toEqual([
			'spark/a.mdx:5 misbeliefs.0.said: link /nope/: no such page',
			'spark/a.mdx:5 misbeliefs.0.truth: link javascript:alert(1): expected a path from the root such as /spark/data-skew/ or an https address',
		]);
	});
});

describe('sections', () => {
	test('a scenario without an answer', () => {
		expect(ofScenario({}, '\n## What is happening\n\nText.\n')).toEqual([`scenarios/a.mdx:${SCENARIO_BODY} a scenario needs a section "## Answer"`]);
	});

	test('an empty answer', () => {
		expect(ofScenario({}, '## Answer\n\n## Why it works\n\nText.\n')).toEqual([`scenarios/a.mdx:${SCENARIO_BODY} "Answer": empty answer`]);
	});

	test('an answer may begin with a heading of its own', () => {
		expect(ofScenario({}, '## Answer\n\n### First\n\nText.\n')).toEqual([]);
	});

	test.each(['Follow-ups', 'Check yourself'])('an empty answer under "%s"', (section) => {
		expect(body(`## ${section}\n\n### Why?\n\n### How?\n\nSo.\n`)).toEqual(['spark/a.mdx:7 "Why?": empty answer']);
	});

	test('an empty answer at the end of the page', () => {
		expect(body('## Follow-ups\n\n### Why?\n')).toEqual(['spark/a.mdx:7 "Why?": empty answer']);
	});

	test('an answer under a heading of its own is one', () => {
		expect(body('## Follow-ups\n\n### Why?\n\n#### In short\n\nSo.\n')).toEqual([]);
	});

	test('a second title', () => {
		expect(body('# Title\n\nText.\n')).toEqual(['spark/a.mdx:5 a body starts with ##: the title is the page’s only h1']);
	});

	test('a skipped level', () => {
		expect(body('## A\n\n#### B\n\nText.\n')).toEqual(['spark/a.mdx:7 heading "B" skips a level']);
	});

	test('lines count from the first line of the file with any line ends', () => {
		expect(problems({ 'spark/a.mdx': page('', '## A\n\n#### B\n\nText.\n').replaceAll('\n', '\r\n') })).toEqual(['spark/a.mdx:7 heading "B" skips a level']);
	});
});

describe('links', () => {
	test.each([
		['/nope/', 'no such page'],
		['/spark/a', 'a page’s address ends with a slash'],
		['/spark/a/#nope', 'no heading #nope on that page'],
		['#nope', 'no such heading on this page'],
		['/s/23/', 'no such page'],
		['/reference/glossary/#nope', 'no heading #nope on that page'],
		['/reference/misbeliefs/#nope', 'no heading #nope on that page'],
		['data-skew/', 'expected a path from the root such as /spark/data-skew/ or an https address'],
		['//evil.example/', 'expected a path from the root such as /spark/data-skew/ or an https address'],
		['javascript:alert(1)', 'expected a path from the root such as /spark/data-skew/ or an https address'],
		['', 'expected a path from the root such as /spark/data-skew/ or an https address'],
	])('%s', (url, message) => {
		expect(problems({ 'spark/a.mdx': page('', `## Idea\n\nSee\n[this](${url}).\n`), 'scenarios/a.mdx': scenario() })).toEqual([
			`spark/a.mdx:8 link ${url || '(empty)'}: ${message}`,
		]);
	});

	test.each([
		'/',
		'/spark/a/',
		'/spark/a/#idea',
		'#idea',
		'/s/22/',
		'/scenarios/?difficulty=hard',
		'/search/?q=skew',
		'/reference/glossary/#shuffle',
		'/reference/glossary/#executor',
		'https://spark.apache.org/docs/#x',
		'mailto:a@example.org',
	])('%s resolves', (url) => {
		expect(problems({ 'index.mdx': page(), 'spark/a.mdx': page('', `## Idea\n\n[this](${url})\n`), 'scenarios/a.mdx': scenario() })).toEqual([]);
	});

	test('a link in a question', () => {
		expect(ofScenario({ question: '"Why does [this](/nope/) take so long?"' })).toEqual([
			`scenarios/a.mdx:${scenarioLine('question')} question: link /nope/: no such page`,
		]);
	});

	test('a page with a fault of its own does not break the links to it', () => {
		expect(problems({ 'a.mdx': page('', '[b](/b/#idea) [c](/c/#x) [s](/s/22/)\n'), 'b.mdx': page('nope: 1\n'), 'c.mdx': page('', '<A>\n'), 'scenarios/a.mdx': scenario({ minutes: '0' }) })).toEqual([
			'b.mdx:4 nope: unknown key',
			'c.mdx:5 malformed MDX: Expected a closing tag for `<A>`',
			expect.stringMatching(/^scenarios\/a\.mdx:\d+ minutes: /),
		]);
	});
});

describe('no code', () => {
	const CODE = 'content holds no code: remove the import, export or {expression}, or put it in backticks';

	test.each([
		['an import', "import x from './x.js'"],
		['an export', 'export const x = 1'],
		['an expression', '{1 + 1}'],
		['an attribute', '<Shortcuts x={1} />'],
	])('%s', (_, text) => {
		expect(body(`Text.\n\n${text}\n`)).toEqual([`spark/a.mdx:7 ${CODE}`]);
	});

	test.each(['Callout', 'div', 'a', 'constructor', 'toString'])('unknown component <%s>', (name) => {
		expect(body(`Text.\n\n<${name} />\n`)).toEqual([
			`spark/a.mdx:7 unknown component <${name}>, expected one of Misbelief, ChapterMap, CheatSheet, SampleAnswers, SampleAnswer, HomeEntrances, SearchExamples, Shortcuts`,
		]);
	});

	test('elements for which Markdown has no sign, without attributes', () => {
		expect(body('Press <kbd>a</kbd>.<br />H<sub>2</sub>O\n')).toEqual([]);
		expect(body('Press <kbd onclick="alert(1)">a</kbd>.\n')).toEqual(['spark/a.mdx:5 <kbd> takes no attributes']);
	});
});

describe('fences and images', () => {
	test('SQL without its dialect', () => {
		expect(body('```sql\nSELECT 1\n```\n')).toEqual(['spark/a.mdx:5 SQL fence without a dialect, expected ```sql dialect=spark']);
		expect(body('```sql dialect=\nSELECT 1\n```\n')).toHaveLength(1);
		expect(body('```sql dialect=spark\nSELECT 1\n```\n')).toEqual([]);
	});

	test('no language', () => {
		expect(body('Text:\n\n```\nx\n```\n')).toEqual(['spark/a.mdx:7 fence without a language']);
	});

	test('an image without a text, and one of another site', () => {
		expect(body('![](/a.png)\n\n![A plan](https://a.example/a.png)\n')).toEqual([
			'spark/a.mdx:5 image /a.png without a text alternative',
			'spark/a.mdx:7 image https://a.example/a.png: expected a file of this site, by its path from the root',
		]);
	});

	test('further checks get the outline; their lines become those of the file', () => {
		const noMermaid: BodyCheck = ({ outline }) => outline.fences.filter(({ lang }) => lang === 'mermaid').map(({ line }) => ({ line, message: 'no diagrams' }));
		expect(problems({ 'a.mdx': page('', 'Text:\n\n```mermaid\nx\n```\n') }, [noMermaid])).toEqual(['a.mdx:7 no diagrams']);
	});
});

describe('vocabulary and glossary', () => {
	const vocabulary = 'topics:\n  - { id: shuffle, area: spark, label: Shuffle, gloss: G }\n  - { id: bucketing, area: spark, label: Bucketing, gloss: G, aliases: [SHUFFLE] }\ntech: []\n';

	test('an alias that is the label of another entry', () => {
		expect(problems({ '_data/vocabulary.yaml': vocabulary })).toEqual(['_data/vocabulary.yaml:3 bucketing: "shuffle" already belongs to shuffle']);
	});

	test('a term of the glossary that the vocabulary has', () => {
		expect(problems({ '_data/glossary.yaml': '- { id: exchange, term: exchange, definition: D }\n- { id: spark-engine, term: apache spark, definition: D }\n' })).toEqual([
			'_data/glossary.yaml:2 spark-engine: "apache spark" already belongs to spark',
		]);
	});

	test('an id twice', () => {
		expect(problems({ '_data/glossary.yaml': '- { id: shuffle, term: exchange, definition: D }\n' })).toEqual([
			'_data/glossary.yaml:1 id shuffle: defined twice, first at _data/vocabulary.yaml:2',
		]);
	});

	test('a term that points to none', () => {
		expect(problems({ '_data/glossary.yaml': '- id: exchange\n  term: exchange\n  definition: D\n  see:\n    - shuffle\n    - nope\n' })).toEqual([
			'_data/glossary.yaml:6 exchange.see: unknown term nope',
		]);
	});

	test('a page that is none', () => {
		expect(problems({ '_data/vocabulary.yaml': vocabulary.replace(', aliases: [SHUFFLE]', ', page: spark/nope') })).toEqual([
			'_data/vocabulary.yaml:3 bucketing.page: unknown page spark/nope',
		]);
	});

	test('a data file that is malformed, and one that is missing', () => {
		const dir = contentTree({ '_data/glossary.yaml': '- id: "a\n' });
		expect(checkContent(dir).problems).toEqual([
			expect.objectContaining({ file: join(dir, '_data/glossary.yaml'), message: 'malformed YAML: Missing closing "quote' }),
		]);
		expect(checkContent(join(dir, '_data')).problems.map(({ message }) => message)).toEqual(Array(4).fill('missing: the site cannot be built without it'));
	});
});

describe('addresses', () => {
	test('two files of one address', () => {
		expect(problems({ 'spark.mdx': page(), 'spark/index.mdx': page() })).toEqual(['spark.mdx:1 the address /spark/ already belongs to spark/index.mdx']);
	});

	test('a file in the place of a generated page', () => {
		expect(problems({ 'scenarios/index.mdx': page() })).toEqual([
			'scenarios/index.mdx:1 the address /scenarios/ already belongs to a page that the site generates',
		]);
	});

	test('a name that would change on its way into an address', () => {
		expect(problems({ 'spark/Data Skew.mdx': page() })).toEqual([
			"spark/Data Skew.mdx:1 the address /spark/Data Skew/ comes from the file's name: expected lower-case words joined by hyphens",
		]);
	});

	test('redirects from a page, twice, and to nowhere', () => {
		const redirects = '- { from: /a/, to: /b/ }\n- from: /old/\n  to: /nope/\n- { from: /old/, to: /s/22/ }\n';
		expect(problems({ '_data/redirects.yaml': redirects, 'a.mdx': page(), 'b.mdx': page(), 'scenarios/a.mdx': scenario() })).toEqual([
			'_data/redirects.yaml:1 from: /a/ is the address of a page',
			'_data/redirects.yaml:3 to: no such page /nope/',
			'_data/redirects.yaml:4 from: /old/ is redirected twice',
		]);
	});
});

describe('hostile input is named with file and line, and nothing of it runs', () => {
	const bomb = Array.from({ length: 12 }, (_, i) => `a${i}: &a${i} [${Array(12).fill(i ? `*a${i - 1}` : 'x').join(', ')}]\n`).join('');
	const garbage = Uint8Array.from({ length: 4096 }, (_, i) => (i * 167 + 13) % 256);

	test.each<[string, string | Uint8Array, RegExp[]]>([
		['a script', page('', '<script>globalThis.ran = true</script>\n'), [/^a\.mdx:5 unknown component <script>/]],
		['a call', page('', '{globalThis.ran = true}\n\n{process.exit()}\n'), [/^a\.mdx:5 content holds no code/, /^a\.mdx:7 content holds no code/]],
		['an export that runs', page('', 'export const x = (globalThis.ran = true)\n'), [/^a\.mdx:5 content holds no code/]],
		['aliases that multiply', page(bomb), [/^a\.mdx:5 malformed YAML: alias \*a0 is not supported/]],
		['a merge key', page('x: &x { a: 1 }\n<<: *x\n'), [/^a\.mdx:5 malformed YAML: alias \*x is not supported/]],
		['a tag that would run', page('tech: !!js/function "function () { globalThis.ran = true }"\n'), [/^a\.mdx:4 malformed YAML: Unresolved tag/]],
		['brackets without end', page(`topics: ${'['.repeat(2000)}\n`), [/^a\.mdx:4 malformed YAML: /]],
		['an empty file', '', [/^a\.mdx:1 no frontmatter: expected it on the first lines of the file, between two lines ---$/]],
		['no frontmatter', '## Idea\n\nText.\n', [/^a\.mdx:1 no frontmatter/]],
		['frontmatter without end', '---\ntitle: T\n\nText.\n', [/^a\.mdx:1 no frontmatter/]],
		['binary garbage', garbage, [/^a\.mdx:1 no frontmatter/, /^a\.mdx:\d+ malformed MDX: /]],
		['binary garbage as frontmatter', page(`tech: ${String.fromCharCode(0, 1, 2)}\uFFFD: [\n`), [/^a\.mdx:\d+ malformed YAML: /]],
	])('%s', (_, text, expected) => {
		const found = problems({ 'a.mdx': text });
		for (const [i, message] of expected.entries()) expect(found[i]).toMatch(message);
		expect((globalThis as { ran?: boolean }).ran).toBeUndefined();
	});

	test('quotes in quotes in quotes do not throw', () => {
		expect(() => problems({ 'a.mdx': page('', `${'>'.repeat(15_000)} x\n`) })).not.toThrow();
	});
});

test('all problems are found in one run, in data, frontmatter, bodies and between pages', () => {
	const found = problems({
		'_data/glossary.yaml': '- { id: exchange, term: exchange, definition: D, see: [nope] }\n',
		'_data/redirects.yaml': '- { from: /a, to: / }\n',
		'scenarios/a.mdx': scenario({ difficulty: 'insane', minutes: '0' }, '# Title\n\n[x](/nope/)\n'),
		'scenarios/b.mdx': scenario({}, '## Answer\n\n```\nx\n```\n'),
		'spark/a.mdx': page('topics: [nope]\nrequires: [spark/b]\n', '{x}\n'),
		'spark/b.mdx': page('requires: [spark/a]\n', '<Nope />\n'),
		'spark/c.mdx': page('', '<A>\n'),
	});
	expect(found.map((line) => line.split(' ')[0])).toEqual([
		'_data/glossary.yaml:1',
		'_data/redirects.yaml:1',
		`scenarios/a.mdx:${SCENARIO_BODY}`,
		`scenarios/a.mdx:${SCENARIO_BODY}`,
		`scenarios/a.mdx:${SCENARIO_BODY + 2}`,
		`scenarios/a.mdx:${scenarioLine('difficulty')}`,
		`scenarios/a.mdx:${scenarioLine('minutes')}`,
		`scenarios/b.mdx:${SCENARIO_BODY + 2}`,
		'spark/a.mdx:4',
		'spark/a.mdx:5',
		'spark/a.mdx:7',
		'spark/b.mdx:6',
		'spark/c.mdx:5',
	]);
});
