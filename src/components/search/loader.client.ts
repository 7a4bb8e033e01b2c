/** All that a page loads of the search before it is used: shortcuts, the button, and a look at the address. */
const button = document.querySelector<HTMLAnchorElement>('a[data-open-search]');
let typed: string | undefined;

async function open() {
	const field = document.querySelector<HTMLInputElement>('[data-search-input]');
	if (field) {
		field.focus();
		field.select();
		return;
	}
	if (typed !== undefined) return;
	// What is typed before the dialog is there belongs into it.
	typed = '';
	try {
		(await import('./dialog.client.ts')).openSearch(typed);
	} catch {
		if (button) location.assign(button.href);
	}
	typed = undefined;
}

document.addEventListener('keydown', (event) => {
	const { key } = event;
	const target = event.target as HTMLElement;
	const command = (event.ctrlKey || event.metaKey) && !event.altKey && key.toLowerCase() === 'k';
	const typing = target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
	const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
	if (typed !== undefined && plain && key.length === 1) {
		typed += key;
		event.preventDefault();
		event.stopImmediatePropagation();
	} else if (!document.querySelector('dialog[open]') && (command || (key === '/' && plain && !typing))) {
		event.preventDefault();
		void open();
	}
}, true);

button?.addEventListener('click', (event) => {
	if (event.ctrlKey || event.metaKey || event.shiftKey) return;
	event.preventDefault();
	void open();
});
// With a script the link opens a dialog, and should say so.
button?.setAttribute('role', 'button');
button?.setAttribute('aria-haspopup', 'dialog');

if (new URLSearchParams(location.search).has('highlight')) void import('./highlight.client.ts');

export {};
