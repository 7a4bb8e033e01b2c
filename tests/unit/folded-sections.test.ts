import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { rehypeFoldedSections } from '../../src/markdown/folded-sections.ts';

function fold(html: string): string {
	const tree = fromHtml(html, { fragment: true });
	rehypeFoldedSections()(tree);
	return toHtml(tree);
}
const folded = (heading: string, content: string) => `<div class="fold"><details class="fold-body"><summary>${heading}</summary>${content}</details></div>`;

describe.each(['Follow-ups', 'Check yourself'])('under "%s"', (section) => {
	test('each question folds its answer', () => {
		expect(fold(`<h2>${section}</h2><p>Lead.</p><h3 id="a">A?</h3><p>1</p><ul></ul><h3>B?</h3><p>2</p>`)).toBe(
			`<h2>${section}</h2><p>Lead.</p>${folded('<h3 id="a">A?</h3>', '<p>1</p><ul></ul>')}${folded('<h3>B?</h3>', '<p>2</p>')}`,
		);
	});
});

test('the next section ends it', () => {
	expect(fold('<h2>Follow-ups</h2><h3>A?</h3><p>1</p><h2>After</h2><h3>B</h3><p>2</p>')).toBe(
		`<h2>Follow-ups</h2>${folded('<h3>A?</h3>', '<p>1</p>')}<h2>After</h2><h3>B</h3><p>2</p>`,
	);
});

test('other sections stay as they are', () => {
	const html = '<p>Lead.</p><h2>Answer</h2><h3>First</h3><p>1</p>';
	expect(fold(html)).toBe(html);
});

test('headings below a question belong to its answer', () => {
	expect(fold('<h2>Follow-ups</h2><h3>A?</h3><h4>Detail</h4><p>1</p>')).toBe(`<h2>Follow-ups</h2>${folded('<h3>A?</h3>', '<h4>Detail</h4><p>1</p>')}`);
});

test('markup within the section’s heading does not hide it', () => {
	expect(fold('<h2><em>Follow</em>-ups </h2><h3>A?</h3>')).toContain('<details');
});

test('of a heading with its link the link stands beside the fold: a summary may hold none', () => {
	const wrapped = (level: number, text: string) => `<div class="sl-heading-wrapper level-h${level}"><h${level} id="x">${text}</h${level}><a class="sl-anchor-link" href="#x">#</a></div>`;
	expect(fold(`${wrapped(2, 'Follow-ups')}${wrapped(3, 'A?')}<p>1</p>${wrapped(2, 'After')}<p>2</p>`)).toBe(
		`${wrapped(2, 'Follow-ups')}<div class="fold"><details class="fold-body"><summary><h3 id="x">A?</h3></summary><p>1</p></details><a class="sl-anchor-link" href="#x">#</a></div>${wrapped(2, 'After')}<p>2</p>`,
	);
});

test('footnotes belong to the page, not to its last question', () => {
	const notes = '<section data-footnotes class="footnotes"><h2>Footnotes</h2></section>';
	expect(fold(`<h2>Follow-ups</h2><h3>A?</h3><p>1</p>${notes}`)).toBe(`<h2>Follow-ups</h2>${folded('<h3>A?</h3>', '<p>1</p>')}${notes.replace('data-footnotes', 'data-footnotes=""')}`);
});
