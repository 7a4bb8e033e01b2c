/**
 * The longest beginning of `text` that `fits`, whole words and an ellipsis; the text itself where it fits.
 * `fits` must hold for every beginning of a text that fits.
 */
export function cutAtWord(text: string, fits: (text: string) => boolean): string {
	if (fits(text)) return text;
	const words = text.split(/\s+/).filter(Boolean);
	const beginning = (count: number) => `${words.slice(0, count).join(' ').replace(/[\s,;:.–—-]+$/, '')} …`;
	let [low, high] = [0, words.length];
	while (high - low > 1) {
		const middle = (low + high) >> 1;
		if (fits(beginning(middle))) low = middle;
		else high = middle;
	}
	return low ? beginning(low) : '…';
}
