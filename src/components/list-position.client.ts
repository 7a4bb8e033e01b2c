interface CurrentList {
	query: string;
	items: { path: string; title: string }[];
}

/** `<list-position>`: makes "previous" and "next" follow the filtered list the reader came from. */
class ListPosition extends HTMLElement {
	connectedCallback() {
		const list = this.read();
		const here = list?.items.findIndex(({ path }) => path === location.pathname) ?? -1;
		if (!list || here < 0 || !list.query) return;
		const back = document.createElement('a');
		back.href = `${this.dataset['catalogue'] ?? ''}${list.query}`;
		back.textContent = `${here + 1} of ${list.items.length} in your filtered list`;
		this.append(back);
		this.hidden = false;
		this.point('prev', list.items[here - 1]);
		this.point('next', list.items[here + 1]);
	}

	private read(): CurrentList | undefined {
		try {
			return JSON.parse(sessionStorage.getItem(this.dataset['key'] ?? '') ?? 'null') ?? undefined;
		} catch {
			return undefined;
		}
	}

	private point(rel: 'prev' | 'next', item: CurrentList['items'][number] | undefined) {
		const link = document.querySelector<HTMLAnchorElement>(`.pagination-links a[rel=${rel}]`);
		if (!link) return;
		link.hidden = !item;
		if (!item) return;
		link.href = item.path;
		const title = link.querySelector('.link-title');
		if (title) title.textContent = item.title;
	}
}

customElements.define('list-position', ListPosition);
