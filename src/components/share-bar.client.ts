import { announce, copyText } from './clipboard.client.ts';

/** `<share-bar>`: copies links and text, opens the device's share sheet, draws a QR code. */
class ShareBar extends HTMLElement {
	connectedCallback() {
		const actions = this.querySelector<HTMLElement>('.share-actions');
		if (!actions) return;
		const sheet = actions.querySelector<HTMLButtonElement>('[data-share=sheet]');
		if (sheet) sheet.hidden = typeof navigator.share !== 'function';
		actions.addEventListener('click', (event) => {
			const button = (event.target as Element).closest<HTMLButtonElement>('[data-share]');
			if (button) void this.run(button);
		});
		this.connectPreference(this.querySelector<HTMLInputElement>('[data-hold]'));
	}

	private address(kind: 'questionFirst' | 'withAnswer'): string {
		return new URL(this.dataset[kind] ?? '', location.origin).href;
	}

	private async run(button: HTMLButtonElement) {
		const { title = '', question = '' } = this.dataset;
		switch (button.dataset['share']) {
			case 'question-first':
				return this.copy(this.address('questionFirst'), 'Link copied: it shows the question first.');
			case 'with-answer':
				return this.copy(this.address('withAnswer'), 'Link copied: it shows question and answer.');
			case 'text':
				return this.copy(`${title}\n\n${question}\n\n${this.address('questionFirst')}`, 'Question copied as text.');
			case 'qr':
				return this.toggleCode(button);
			case 'sheet':
				// Closing the sheet without sharing rejects; nothing is wrong then.
				return navigator.share({ title, text: question, url: this.address('questionFirst') }).catch(() => undefined);
		}
	}

	private async copy(text: string, message: string) {
		const status = this.querySelector<HTMLElement>('.share-status');
		const copied = await copyText(text);
		if (status) announce(status, copied ? message : `Copying is not allowed here. The address: ${this.address('questionFirst')}`);
	}

	private async toggleCode(button: HTMLButtonElement) {
		const box = this.querySelector<HTMLElement>('.qr');
		if (!box) return;
		box.hidden = !box.hidden;
		button.setAttribute('aria-expanded', String(!box.hidden));
		if (box.hidden || box.childElementCount) return;
		const { renderSVG } = await import('uqr');
		const address = this.address('questionFirst');
		box.innerHTML = renderSVG(address, { border: 2 });
		const svg = box.querySelector('svg');
		svg?.setAttribute('role', 'img');
		svg?.setAttribute('aria-label', `QR code of ${address}`);
		const caption = document.createElement('p');
		caption.textContent = address;
		box.append(caption);
	}

	/** "Hold answers back": remembered on the device, applied to this page at once. */
	private connectPreference(box: HTMLInputElement | null) {
		const key = this.dataset['holdKey'];
		if (!box || !key) return;
		try {
			box.checked = localStorage.getItem(key) === '1';
		} catch {
			box.disabled = true;
		}
		box.addEventListener('change', () => {
			if (box.checked) localStorage.setItem(key, '1');
			else localStorage.removeItem(key);
			const answer = document.querySelector<HTMLDetailsElement>('details.answer[data-open-by-default]');
			if (answer) answer.open = !box.checked;
		});
	}
}

customElements.define('share-bar', ShareBar);
