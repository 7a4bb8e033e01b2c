import { isFinished } from '../../lib/practice/practice-set.ts';
import { schedule } from '../../lib/practice/progress.ts';
import { watchProgress } from './store.client.ts';

/** Links to the open question of the set on its way, and to what is due. */
export function continuation(box: HTMLElement): void {
	watchProgress((progress) => {
		const { session } = progress;
		const due = schedule(progress).filter((entry) => entry.due <= new Date()).length;
		const links: HTMLAnchorElement[] = [];
		const add = (address: string, text: string) => {
			const link = document.createElement('a');
			link.href = address;
			link.textContent = text;
			links.push(link);
		};
		if (session && !isFinished(session)) add(`${box.dataset['short'] ?? ''}${session.set[session.at]}/`, `Continue with question ${session.at + 1} of ${session.set.length}`);
		if (due) add(box.dataset['review'] ?? '', `${due} due for review`);
		box.replaceChildren(...links);
		box.hidden = !links.length;
	});
}
