/** Results in the page look as those of the build do: the same tree, made into elements. */
import type { Element, ElementContent } from 'hast';
import { labError, labResult } from '../../lib/lab-result.ts';
import { isPlan, type LabResult } from '../../lib/lab-view.ts';

/** Columns and characters of a value shown: what is beyond makes a page slow and nobody wiser. */
const MAX_COLUMNS = 60;
const MAX_CHARACTERS = 300;

/** All rows of a result as a table, or a plan as text. Its count is said elsewhere. */
export function resultView(result: LabResult): HTMLElement {
	const view = toElement(labResult(isPlan(result) ? result : clipped(result), Infinity));
	view.querySelector('.lab-count')?.remove();
	const left = result.columns.length - MAX_COLUMNS;
	if (left > 0) {
		const note = document.createElement('p');
		note.className = 'lab-count';
		note.textContent = `${left} more ${left === 1 ? 'column is' : 'columns are'} not shown.`;
		view.append(note);
	}
	return view;
}

export const errorView = (message: string): HTMLElement => toElement(labError(message));

function clipped({ columns, rows, ...rest }: LabResult): LabResult {
	const clip = (value: string | null) => (value !== null && value.length > MAX_CHARACTERS ? `${value.slice(0, MAX_CHARACTERS)}…` : value);
	return { ...rest, columns: columns.slice(0, MAX_COLUMNS), rows: rows.map((row) => row.slice(0, MAX_COLUMNS).map(clip)) };
}

/** Attributes whose names are not those of the properties with hyphens. */
const ATTRIBUTES: Record<string, string> = { className: 'class', tabIndex: 'tabindex' };

function toElement({ tagName, properties, children }: Element): HTMLElement {
	const element = document.createElement(tagName);
	for (const [name, value] of Object.entries(properties)) {
		if (value === null || value === undefined || value === false) continue;
		const attribute = ATTRIBUTES[name] ?? name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
		element.setAttribute(attribute, Array.isArray(value) ? value.join(' ') : String(value));
	}
	element.append(...children.map(toNode));
	return element;
}

const toNode = (node: ElementContent): Node => (node.type === 'element' ? toElement(node) : document.createTextNode(node.type === 'text' ? node.value : ''));
