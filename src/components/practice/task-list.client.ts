/** Task lists of a page that can be ticked off; what is ticked stays on the reader's device. */
import { href } from '../../lib/url.ts';
import { changeProgress, watchProgress } from './store.client.ts';

/** The key an item starts with, `1.3` in "- [ ] **1.3** Write …": what the tick is kept under. */
const keyOf = (item: Element): string | undefined => {
	const text = item.querySelector(':scope > strong, :scope > p > strong')?.textContent?.trim() ?? '';
	return /^[\w.-]{1,40}$/.test(text) ? text : undefined;
};

function connectTaskLists(page: string): void {
	const boxes = new Map<string, HTMLInputElement>();
	for (const box of document.querySelectorAll<HTMLInputElement>('main .task-list-item input[type=checkbox]')) {
		const item = box.closest('li');
		const key = item && keyOf(item);
		if (!key) continue;
		box.disabled = false;
		box.setAttribute('aria-label', `Done: ${item.textContent?.trim().replace(/\s+/g, ' ').slice(0, 120) ?? key}`);
		const tick = `${page}#${key}`;
		boxes.set(tick, box);
		box.addEventListener('change', () => changeProgress((progress) => ({ ...progress, ticks: box.checked ? [...new Set([...progress.ticks, tick])] : progress.ticks.filter((other) => other !== tick) })));
	}
	if (!boxes.size) return;
	const status = document.createElement('p');
	status.className = 'ticked not-content print:hidden';
	status.setAttribute('role', 'status');
	document.querySelector('main .contains-task-list')?.before(status);
	watchProgress(({ ticks }) => {
		const done = new Set(ticks);
		for (const [tick, box] of boxes) box.checked = done.has(tick);
		status.textContent = `${[...boxes.keys()].filter((tick) => done.has(tick)).length} of ${boxes.size} done, kept on this device`;
	});
}

connectTaskLists(location.pathname.slice(href('/').length).replace(/\/$/, ''));
