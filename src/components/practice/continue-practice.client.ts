/** `<continue-practice>`: loads what reads the progress only where there is any. */
class ContinuePractice extends HTMLElement {
	async connectedCallback() {
		try {
			if (!localStorage.getItem(this.dataset['key'] ?? '')) return;
		} catch {
			return;
		}
		const { continuation } = await import('./continuation.client.ts');
		continuation(this);
	}
}

customElements.define('continue-practice', ContinuePractice);
