/** Marks on the cards of the catalogue: how well the reader knew each, what is due, where they wrote a note. */
import { ratingMark } from './rating-mark.client.ts';
import { watchProgress } from './store.client.ts';

export function showOnCards(cards: Map<number, HTMLElement>): void {
	watchProgress(({ scenarios }) => {
		const now = new Date().toISOString();
		for (const [number, card] of cards) {
			card.querySelector('.mark')?.remove();
			const { rating, card: state, note } = scenarios[number] ?? {};
			if (!rating && !note) continue;
			const text = [rating, rating && (!state || state.due <= now) && 'due', note && 'note'].filter(Boolean).join(' · ');
			card.querySelector('.meta')?.append(' ', ratingMark(rating ?? '', text));
		}
	});
}
