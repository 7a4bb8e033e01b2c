/** Lines joined to running text; words parted at the end of a line made whole by what the document itself, or the site, writes elsewhere. */
import type { Context, TextLine } from './source.ts';

const CUT_WORD = /(?:^|[^\p{L}\p{N}-])((?:\p{L}+[-‐])*\p{L}{2,})([-‐\u00ad])$/u;
const NEXT_WORD = /^(\p{Ll}[\p{L}]*)/u;
const TAIL = 60;

/** Whether a line ends in a word cut by a hyphen that the next line goes on with. */
export const isCut = (above: string, below: string): boolean => CUT_WORD.test(above.slice(-TAIL)) && NEXT_WORD.test(below.slice(0, TAIL));

interface Joint {
	/** What stands between the halves. */
	between: '' | '-';
	confidence: number;
}

const jointOf = (first: string, second: string, hyphen: string, context: Context): Joint => {
	if (hyphen === '\u00ad') return { between: '', confidence: 1 };
	const words = context.words();
	const whole = words.get(`${first}${second}`.toLowerCase()) ?? 0;
	const dashed = words.get(`${first}-${second}`.toLowerCase()) ?? 0;
	if (whole !== dashed) return { between: whole > dashed ? '' : '-', confidence: 1 };
	// "deploy-ment" is one word where "ment" is none; "row-group" may be two.
	const last = first.split(/[-‐]/).at(-1) ?? first;
	if (context.isWord(`${last}${second}`) && !(context.isWord(last) && context.isWord(second))) return { between: '', confidence: 1 };
	return { between: '-', confidence: whole > 0 ? 0.5 : 0.6 };
};

/** A line as it stands before the one it is cut into: hyphen dropped or kept, nothing between. The hyphen stays where the document gives no evidence. */
export const beforeCut = (above: string, below: TextLine, context: Context): string => {
	const cut = CUT_WORD.exec(above.slice(-TAIL));
	const next = NEXT_WORD.exec(below.text.slice(0, TAIL))?.[1];
	if (!cut?.[1] || !cut[2] || !next) return `${above} `;
	// A hyphen further left stays: only the last part of a compound is half of the new word.
	const half = cut[1].slice(Math.max(cut[1].lastIndexOf('-'), cut[1].lastIndexOf('‐')) + 1);
	const joint = jointOf(cut[1], next, cut[2], context);
	if (joint.confidence < 1) {
		const reason = `${cut[1]}-${next}: the document does not tell whether the hyphen belongs to the word`;
		context.notes.push({
			stage: 'blocks',
			line: below.line,
			kind: 'uncertain',
			what: 'hyphen at the end of a line kept',
			confidence: joint.confidence,
			reason,
		});
	} else if (joint.between === '') {
		const reword = { before: `${half}${cut[2]} ${next}`, after: `${half}${next}` };
		context.notes.push({ stage: 'blocks', line: below.line, kind: 'repaired', what: 'hyphenation undone', reword });
	}
	return `${above.slice(0, -1)}${joint.between}`;
};
