import type { Rating } from '../../lib/practice/rating.ts';

/** The mark of a rating. `''`: not rated, the mark says something else. */
export function ratingMark(rating: Rating | '', text: string = rating): HTMLSpanElement {
	const mark = document.createElement('span');
	mark.className = 'mark';
	mark.dataset['rating'] = rating;
	mark.textContent = text;
	return mark;
}
