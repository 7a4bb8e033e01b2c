import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { countNote, isNumeric, isPlan, PRINTED_ROWS, type LabResult } from './lab-view.ts';

/** Longer type names, those of nested values, are cut in the head of a column. */
const TYPE_LENGTH = 24;

/** The box below a query: its result as a table, cut after `limit` rows. */
export function labResult(result: LabResult, limit = PRINTED_ROWS): Element {
	if (isPlan(result)) return box(result.rows.map(([, text]) => scroller('Plan of the query', plan(text ?? ''))));
	const shown = result.rows.slice(0, limit);
	const note = countNote(result, shown.length);
	return box([...(result.columns.length ? [scroller(`Result of the query: ${note}`, table(result, shown))] : []), h('p', { class: 'lab-count' }, note)]);
}

/** The box below a query that fails as the page says it does. The message wraps; the line it names does not, so that the caret below it points. */
export function labError(message: string): Element {
	const [text = '', place] = message.split(/\n+(?=LINE \d+:)/);
	const line = place ? ['\n\n', h('code', { class: 'lab-error-place' }, place)] : ['\n'];
	return box([scroller('Error of the query', h('pre', { class: 'lab-error' }, h('code', text), ...line))]);
}

/** Not for the search: names of columns and values of invented rows would hide what pages are about. */
const box = (children: ElementContent[]): Element => h('div', { class: 'lab-result not-content', 'data-pagefind-ignore': 'all' }, ...children);

/** Wide results scroll on their own; with the keyboard, too. */
const scroller = (label: string, content: Element): Element => h('div', { class: 'lab-scroller', tabindex: 0, role: 'group', 'aria-label': label }, content);

/** The line break after `code` keeps Expressive Code away, which takes every `pre` that holds `code` alone. */
const plan = (text: string): Element => h('pre', { class: 'lab-plan' }, h('code', text.trimEnd()), '\n');

function table({ columns }: LabResult, rows: LabResult['rows']): Element {
	return h(
		'table',
		h('thead', h('tr', ...columns.map(({ name, type }) => h('th', { scope: 'col', class: align(type) }, name, ' ', typeLabel(type))))),
		h('tbody', ...rows.map((row) => h('tr', ...row.map((cell, i) => h('td', { class: align(columns[i]?.type ?? '') }, ...value(cell)))))),
	);
}

/** NULL is marked up: text that reads NULL and the empty string are not. */
const value = (cell: string | null): ElementContent[] => (cell === null ? [h('em', { class: 'lab-null' }, 'NULL')] : [{ type: 'text', value: cell }]);

const typeLabel = (type: string): Element =>
	type.length > TYPE_LENGTH ? h('abbr', { class: 'lab-type', title: type }, `${type.slice(0, TYPE_LENGTH - 1)}…`) : h('span', { class: 'lab-type' }, type);

const align = (type: string): string | undefined => (isNumeric(type) ? 'lab-number' : undefined);
