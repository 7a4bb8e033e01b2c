/** Copies text; false where the browser refuses. */
export async function copyText(text: string): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		return false;
	}
}

/** Says something in a live region, also when it said the same just before. */
export function announce(region: HTMLElement, message: string): void {
	region.textContent = '';
	setTimeout(() => (region.textContent = message), 50);
}
