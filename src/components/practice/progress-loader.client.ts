/** Loads what rates a scenario where the reader has rated any, else when they reach it. */
const element = document.querySelector<HTMLElement>('scenario-progress');
const section = element?.querySelector('section');
const load = () => void import('./scenario-progress.client.ts');

function hasProgress(key: string): boolean {
	try {
		return localStorage.getItem(key) !== null;
	} catch {
		return false;
	}
}

if (element && hasProgress(element.dataset['key'] ?? '')) load();
else if (section)
	new IntersectionObserver((entries, observer) => {
		if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
		observer.disconnect();
		load();
	}).observe(section);
