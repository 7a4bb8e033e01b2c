import { announce, copyText } from './clipboard.client.ts';

/** `<page-tools>`: copies the page's Markdown twin. Its link works without script. */
class PageTools extends HTMLElement {
	/** Under way from the moment a reader reaches for the button: some browsers let a page copy only right after the click. */
	private text: Promise<string> | undefined;

	connectedCallback() {
		const button = this.querySelector('button');
		if (!button) return;
		button.hidden = false;
		for (const event of ['pointerenter', 'pointerdown', 'focus']) button.addEventListener(event, () => void this.load().catch(() => undefined));
		button.addEventListener('click', () => void this.copy());
	}

	private load(): Promise<string> {
		return (this.text ??= this.fetchTwin().catch((error: unknown) => {
			// Another try may find the network again.
			this.text = undefined;
			throw error;
		}));
	}

	private async fetchTwin(): Promise<string> {
		const response = await fetch(this.querySelector('a')?.href ?? '');
		if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
		return response.text();
	}

	private async copy() {
		const status = this.querySelector<HTMLElement>('[role=status]');
		if (!status) return;
		try {
			const copied = await copyText(await this.load());
			announce(status, copied ? 'Copied as Markdown.' : 'Copying is not allowed here. Open the Markdown and copy it there.');
		} catch {
			announce(status, 'The Markdown could not be loaded. Try again when you are online.');
		}
	}
}

customElements.define('page-tools', PageTools);
