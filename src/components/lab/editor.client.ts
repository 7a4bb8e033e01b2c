/** A plain text field for SQL: every browser's own undo, selection, spelling-off and screen reader support, no editor to download. */

export interface Editor {
	element: HTMLElement;
	field: HTMLTextAreaElement;
	value: string;
}

const MIN_LINES = 3;
const MAX_LINES = 24;
let editors = 0;

/**
 * @param label what the field is for
 * @param onRun called for Ctrl+Enter or Cmd+Enter
 */
export function createEditor(label: string, value: string, onRun: () => void): Editor {
	const id = `lab-editor-${++editors}`;
	const element = document.createElement('div');
	element.className = 'lab-editor not-content';
	element.innerHTML = `<label for="${id}"></label><textarea id="${id}" aria-describedby="${id}-keys" wrap="off" spellcheck="false" autocomplete="off" autocapitalize="off" autocorrect="off" translate="no"></textarea><p id="${id}-keys" class="lab-keys"><kbd>Ctrl</kbd> or <kbd>⌘</kbd> + <kbd>Enter</kbd> runs. <kbd>Tab</kbd> indents; <kbd>Esc</kbd>, then <kbd>Tab</kbd> leaves.</p>`;
	(element.firstElementChild as HTMLElement).textContent = label;
	const field = element.querySelector('textarea') as HTMLTextAreaElement;
	const grow = () => (field.rows = Math.min(MAX_LINES, Math.max(MIN_LINES, field.value.split('\n').length)));
	field.addEventListener('input', grow);
	connectKeys(field, onRun);
	const editor = {
		element,
		field,
		get value() {
			return field.value;
		},
		set value(text: string) {
			field.value = text;
			grow();
		},
	};
	editor.value = value;
	return editor;
}

function connectKeys(field: HTMLTextAreaElement, onRun: () => void) {
	// Tab is the editor's until Escape gives it back (WCAG 2.1.2); Shift+Tab always leaves.
	let leaving = false;
	field.addEventListener('focus', () => (leaving = false));
	field.addEventListener('keydown', (event) => {
		if (event.isComposing) return;
		if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
			event.preventDefault();
			onRun();
		} else if (event.key === 'Escape') leaving = true;
		else if (event.key === 'Tab' && !event.shiftKey && !leaving && !event.ctrlKey && !event.altKey && !event.metaKey) {
			event.preventDefault();
			insert(field, '  ');
		} else if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
			const line = field.value.slice(0, field.selectionStart).split('\n').at(-1) ?? '';
			const indent = /^\s+/.exec(line)?.[0];
			if (!indent) return;
			event.preventDefault();
			insert(field, `\n${indent}`);
		} else if (event.key !== 'Tab' && event.key !== 'Shift') leaving = false;
	});
}

/** Types text at the cursor. The old command is the only one that keeps undo working; where it is gone, undo is lost. */
function insert(field: HTMLTextAreaElement, text: string) {
	if (document.execCommand('insertText', false, text)) return;
	field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
	field.dispatchEvent(new Event('input'));
}
