/** The reader's progress in the browser's storage. Every change is made on what is stored now: other tabs write too. */
import { DAMAGED_PROGRESS_KEY, PROGRESS_KEY } from '../../lib/preferences.ts';
import { emptyProgress, formatProgress, parseProgress, type Progress } from '../../lib/practice/progress.ts';

const CHANGED = 'watermark:progress';

/** What is stored, as far as it can be read. Progress that is damaged, or that a newer version of the site wrote, is put aside as it was. */
export function loadProgress(): Progress {
	const text = read(PROGRESS_KEY);
	if (!text) return emptyProgress();
	try {
		const { progress, problems } = parseProgress(text);
		if (problems.length) write(DAMAGED_PROGRESS_KEY, text);
		return progress;
	} catch {
		write(DAMAGED_PROGRESS_KEY, text);
		return emptyProgress();
	}
}

/** Progress put aside because it could not be read, as it was stored. */
export const damagedProgress = (): string | undefined => read(DAMAGED_PROGRESS_KEY) ?? undefined;

/** Stores a change; false where the browser keeps nothing (no space left, storage off). */
export function changeProgress(change: (progress: Progress) => Progress): boolean {
	const stored = write(PROGRESS_KEY, formatProgress(change(loadProgress())));
	dispatchEvent(new Event(CHANGED));
	return stored;
}

/** Takes everything off the device, what was put aside included. */
export function eraseProgress(): void {
	for (const key of [PROGRESS_KEY, DAMAGED_PROGRESS_KEY])
		try {
			localStorage.removeItem(key);
		} catch {
			// Nothing is stored where nothing can be.
		}
	dispatchEvent(new Event(CHANGED));
}

/** Calls at once and whenever the progress changes, in this tab or another. */
export function watchProgress(show: (progress: Progress) => void): void {
	const update = () => show(loadProgress());
	addEventListener(CHANGED, update);
	addEventListener('storage', (event) => {
		if (event.key === PROGRESS_KEY || event.key === null) update();
	});
	// A page that comes back from the history shows what was done since.
	addEventListener('pageshow', (event) => {
		if (event.persisted) update();
	});
	update();
}

function read(key: string): string | null {
	try {
		return localStorage.getItem(key);
	} catch {
		return null;
	}
}

function write(key: string, text: string): boolean {
	try {
		localStorage.setItem(key, text);
		return true;
	} catch {
		return false;
	}
}
