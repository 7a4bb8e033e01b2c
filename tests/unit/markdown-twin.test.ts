import { describe, expect, test } from 'vitest';
import rehypeKatex from 'rehype-katex';
import rehypeStringify from 'rehype-stringify';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { htmlToMarkdown, TwinError } from '../../src/lib/markdown-twin.ts';

/** A built page around this content. */
const built = (content: string, { head = '', after = '' } = {}) =>
	`<!doctype html><html><head>${head}</head><body><header><h1>Site</h1></header><main><p class="eyebrow">Scenarios</p><h1 id="_top">A <em>title</em></h1>
	<div class="sl-markdown-content">${content}</div>${after}</main></body></html>`;
/** The Markdown of that content, without the title. */
const twin = (content: string) => {
	const markdown = htmlToMarkdown(built(content));
	expect(markdown.startsWith('# A _title_\n')).toBe(true);
	return markdown.slice('# A _title_\n'.length).trim();
};
/** HTML of a formula, as the site's pipeline writes it. */
const formula = (markdown: string) => unified().use(remarkParse).use(remarkMath).use(remarkRehype).use(rehypeKatex).use(rehypeStringify).processSync(markdown).toString();
/** Highlighted code, as the site writes it. */
const frame = (language: string, lines: string[], title = '') =>
	`<div class="expressive-code"><link rel="stylesheet" href="/_astro/ec.css"><script type="module" src="/_astro/ec.js"></script><figure class="frame not-content">
	<figcaption class="header">${title && `<span class="title">${title}</span>`}</figcaption><pre data-language="${language}"><code>${lines
		.map((line) => `<div class="ec-line"><div class="code">${line ? line.replace(/\w+/g, '<span style="--0:#F97583">$&</span>') : '\n'}</div></div>`)
		.join('')}</code></pre><div class="copy"><button title="Copy" data-code="x"><div></div></button></div></figure></div>`;

describe('plain text', () => {
	test('nested lists stay nested, ordered ones count', () => {
		expect(twin('<ol start="3"><li>Three<ul><li>Inner <strong>bold</strong><ul><li>Deep</li></ul></li></ul></li><li><p>Four</p><p>More</p></li></ol>')).toBe(
			['3. Three', '   - Inner **bold**', '     - Deep', '', '4. Four', '', '   More'].join('\n'),
		);
	});
	test('a bar in the code of a table cell is escaped', () => {
		expect(twin('<table><thead><tr><th>A</th><th align="right">B</th></tr></thead><tbody><tr><td><code>a | b</code></td><td>c | d</td></tr></tbody></table>')).toBe(
			['| A        |      B |', '| -------- | -----: |', '| `a \\| b` | c \\| d |'].join('\n'),
		);
	});
	test('code that holds backticks gets longer fences', () => {
		expect(twin('<p>Write <code>a ` b</code>.</p>')).toBe('Write ``a ` b``.');
		expect(twin(frame('md', ['```sql', 'SELECT', '```']))).toBe('````md\n```sql\nSELECT\n```\n````');
	});
	test('text that looks like Markdown is escaped', () => {
		expect(twin('<p>Costs $5 or $6, 2 * 3 * 4, a_b_c [x] &lt;T&gt;</p>')).toBe('Costs \\$5 or \\$6, 2 \\* 3 \\* 4, a_b_c \\[x] \\<T>');
	});
	test('links stay as the page has them', () => {
		expect(twin('<p><a href="/base/spark/#salting">in</a> <a href="https://spark.apache.org/">out</a></p>')).toBe('[in](/base/spark/#salting) [out](https://spark.apache.org/)');
	});
	test('signs without Markdown for them', () => expect(twin('<p>10<sup>4</sup> H<sub>2</sub>O <kbd>Esc</kbd></p>')).toBe('10<sup>4</sup> H<sub>2</sub>O `Esc`'));
});

describe('pieces of a page', () => {
	test('headings lose their anchor, terms their tooltip', () => {
		expect(
			twin(
				`<div class="sl-heading-wrapper level-h2"><h2 id="x">What</h2><a class="sl-anchor-link" href="#x"><svg><path d="M0 0"></path></svg><span class="sr-only">Section titled “What”</span></a></div>
				<p>One <span class="term"><a href="/reference/glossary/#skew" aria-describedby="t">skew</a><span role="tooltip" id="t">An uneven spread.</span></span>.</p>`,
			),
		).toBe('## What\n\nOne [skew](/reference/glossary/#skew).');
	});
	test('highlighted code is a fence with language and title, blank lines kept', () => {
		expect(twin(frame('sql', ['SELECT 1', '', '  FROM t']))).toBe('```sql\nSELECT 1\n\n  FROM t\n```');
		expect(twin(frame('text', ['1 | 2'], 'Output'))).toBe('```text title="Output"\n1 | 2\n```');
		expect(twin(frame('plaintext', ['x']))).toBe('```text\nx\n```');
	});
	test('formulas are TeX again', () => {
		expect(twin(formula('Speed $S(N) = \\frac{1}{p/N}$, then:\n\n$$\nT \\ge \\max_i w_i\n$$\n'))).toBe('Speed $S(N) = \\frac{1}{p/N}$, then:\n\n$$\nT \\ge \\max_i w_i\n$$');
	});
	test('a diagram is its source', () => {
		expect(
			twin(
				`<figure class="diagram"><svg role="img"><text>Hot key</text></svg><details class="diagram-source"><summary>Diagram as text</summary><pre><code>flowchart LR
  accTitle: Skew
  A["x | y"] --&gt; B
</code></pre></details></figure><p>After.</p>`,
			),
		).toBe('```mermaid\nflowchart LR\n  accTitle: Skew\n  A["x | y"] --> B\n```\n\nAfter.');
	});
	test('folded questions are open', () => {
		expect(
			twin(
				`<div class="fold"><details class="fold-body"><summary><h3 id="q">Does <code>x</code> split it?</h3></summary><p>No.</p></details><a class="sl-anchor-link" href="#q"><span class="sr-only">Section titled</span></a></div>
				<details><summary>3 to come</summary><ul><li>One</li></ul></details>`,
			),
		).toBe('### Does `x` split it?\n\nNo.\n\n**3 to come**\n\n- One');
	});
	test('a misbelief is a quotation', () => {
		expect(
			twin(
				`<aside class="misbelief not-content" id="m"><dl><div class="said"><dt>Often said</dt><dd>All is <code>fine</code>.</dd></div><div class="true"><dt>What is true</dt><dd>It is not.</dd></div>
				<div class="source"><dt>Source</dt><dd><a href="https://x.test/">Docs</a></dd></div></dl></aside>`,
			),
		).toBe('> **Often said:** All is `fine`.\n>\n> **What is true:** It is not.\n>\n> **Source:** [Docs](https://x.test/)');
	});
	test('an aside is a quotation under its title', () => {
		expect(
			twin(
				'<aside class="starlight-aside starlight-aside--tip"><p class="starlight-aside__title" aria-hidden="true"><svg></svg>Tip</p><div class="starlight-aside__content"><p>Do it.</p></div></aside>',
			),
		).toBe('> **Tip**\n>\n> Do it.');
	});
	test('the glossary is a list of terms', () => {
		expect(
			twin(
				`<dl class="glossary"><div id="a"><dt><a href="#a">Skew</a><span class="aliases"> (hot key)</span></dt><dd><span>Uneven.</span> See <a href="#b">B</a>.</dd></div></dl>`,
			),
		).toBe('- **[Skew](#a) (hot key)**: Uneven. See [B](#b).');
	});
	test('every tab is shown under its name', () => {
		expect(
			twin(
				`<starlight-tabs><div><ul role="tablist"><li role="presentation"><a role="tab" id="t1" href="#p1">Spark</a></li><li role="presentation"><a role="tab" id="t2" href="#p2">Trino</a></li></ul></div>
				<div id="p1" role="tabpanel" aria-labelledby="t1"><p>One</p></div><div id="p2" role="tabpanel" aria-labelledby="t2" hidden><p>Two</p></div></starlight-tabs>`,
			),
		).toBe('**Spark**\n\nOne\n\n**Trino**\n\nTwo');
	});
	test('controls leave nothing behind', () => {
		expect(twin('<form class="filters" hidden><button>Go</button></form><p>Text</p><page-tools><a href="x.md">M</a></page-tools><nav class="letters"><a href="#a">A</a></nav><script>1</script>')).toBe('Text');
	});
	test('the catalogue is a list', () => {
		expect(
			twin(
				`<ol class="cards"><li class="card" data-number="22"><p class="meta"><span class="number">22</span> <span class="difficulty">medium</span> · design · 10 min</p><h3><a href="/scenarios/x/">X</a></h3><p class="question">Why?</p><p class="tech">Spark</p></li></ol>`,
			),
		).toBe('- **22** [X](/scenarios/x/) (medium, design, 10 min)\n\n  Why?');
	});
});

test('a scenario: facts, question, answer, references, check date, address', () => {
	const html = built(
		`<section class="question-card"><h2 class="question-label">Question <span class="number">32</span></h2><p class="question">Why is <code>x</code> slow?</p>
		<ul class="facts"><li><a href="/d">hard</a></li><li>20 min</li></ul><ul class="topics"><li><a href="/t">Shuffle</a></li><li><a href="/u">Skew</a></li></ul>
		<share-bar><p>Send it</p><div class="share-actions" hidden><button>Copy</button></div></share-bar></section>
		<details class="answer" id="whole-answer" open><summary><span class="when-closed">Show answer</span><span class="when-open">Hide answer</span></summary><script>1</script><h2>Answer</h2><p>So. <a href="#later">Later</a></p></details>`,
		{
			head: '<meta name="description" content="Not shown beside a question."><link rel="canonical" href="https://site.test/base/scenarios/x/">',
			after: `<aside class="page-links"><p class="checked">Checked on <time datetime="2026-11-21">2026-11-21</time> against Spark 4.1</p><section><h2>References</h2><ul><li><a href="https://x.test/">Docs</a></li></ul></section>
			<nav><h2>Related</h2><ul><li><a href="/y/">Y</a></li></ul></nav></aside><footer>Previous</footer>`,
		},
	);
	expect(htmlToMarkdown(html)).toBe(`# A _title_

Scenario 32 · hard · 20 min

> Why is \`x\` slow?

Topics: Shuffle, Skew

## Answer

So. [Later](/base/scenarios/x/#later)

## References

- [Docs](https://x.test/)

---

Checked on 2026-11-21 against Spark 4.1.

Page: <https://site.test/base/scenarios/x/>
`);
});

test('any other page: its description under the title', () => {
	expect(htmlToMarkdown(built('<p>Text</p>', { head: '<meta name="description" content="What it is.">' }))).toBe('# A _title_\n\n> What it is.\n\nText\n');
});

describe('a page that no twin can be made of', () => {
	test.each([
		['<main><h1>T</h1></main>', 'the page has no <main> with .sl-markdown-content'],
		['<main><div class="sl-markdown-content">x</div></main>', 'the page has no <h1>'],
		[built('<span class="katex">x</span>'), 'a formula without its TeX source'],
	])('is refused: %#', (html, message) => {
		expect(() => htmlToMarkdown(html)).toThrow(TwinError);
		expect(() => htmlToMarkdown(html)).toThrow(message);
	});
});
