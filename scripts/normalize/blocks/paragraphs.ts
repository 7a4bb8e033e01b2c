/** Which lines of a run are one paragraph. */
import type { Block } from '../model.ts';
import { isFormula } from './formulas.ts';
import { partGluedWords } from './glued-words.ts';
import { beforeCut, isCut } from './hyphenation.ts';
import type { Context, TextLine } from './source.ts';
import { isOpen, isTerminated } from './words.ts';

const WRAP_WIDTH = 50;
const LONG_LINE = 140;

/** Whether the lines of a run were wrapped at one width: all but the last are nearly as long as the longest. Certain enough from three lines on. */
const isWrapped = (run: TextLine[]): boolean => {
	if (run.length < 3) return false;
	const full = run.slice(0, -1).map((row) => row.text.length);
	const width = full.reduce((most, length) => Math.max(most, length), 0);
	if (width < WRAP_WIDTH || width > LONG_LINE) return false;
	const near = full.filter((length) => length >= width * 0.72).length;
	return near >= full.length * 0.8;
};

/** A line that opens with a label of its own (`**Answer:** …`, `Cost: …`) begins a paragraph. */
const opensWithLabel = (text: string): boolean => /^(?:\*\*|__)[^*_]{1,60}(?::(?:\*\*|__)|(?:\*\*|__)\s*:)/u.test(text.slice(0, 80));

/** Whether a line goes on with the one above it, both of one run. A guess from width, end and beginning. */
const goesOn = (above: TextLine, row: TextLine, wrapped: boolean, nested: boolean, context: Context): boolean => {
	if (opensWithLabel(row.text) || (context.flattened && isFormula(above.text))) return false;
	if (isCut(above.text, row.text)) return true;
	const open = !isTerminated(above.text);
	if (context.flattened) return open && /^[\p{Ll},;)]/u.test(row.text) && !/[_.=(][\w(]/.test(row.text.slice(0, 30)) && above.text.length > 60;
	if (wrapped) return true;
	if (/[→|]|-->|={2}/u.test(row.text) && row.text.length < WRAP_WIDTH) return false;
	if (open && /^\p{Ll}/u.test(row.text) && !/^[\w.-]+[.=:][\w ]/.test(row.text)) return nested || above.text.length >= 30 || isOpen(above.text);
	return open && above.text.length >= WRAP_WIDTH + 10 && above.text.length <= LONG_LINE;
};

/** Whether a line goes on with the line before a gap: the page's footer that stood between was taken out, or it was blank. */
export const crossesGap = (above: TextLine, row: TextLine): 'sure' | 'likely' | undefined => {
	if (isTerminated(above.text) || above.text.length < 40 || !/[\p{L},]$/u.test(above.text)) return undefined;
	if (!/^\p{Ll}+[\s,]/u.test(row.text.slice(0, 40)) || /[=]/.test(row.text.slice(0, 40))) return undefined;
	return row.afterCut ? 'sure' : above.text.length >= 60 ? 'likely' : undefined;
};

/** The text of a leaf as it is handed on. */
export const leafText = (text: string, line: number, context: Context): string => (context.flattened ? partGluedWords(text, line, context) : text);

/** A formula in the code span that the document has lost: there its signs stay as they are. */
const formulaText = (text: string, line: number, context: Context): string => {
	context.notes.push({ stage: 'blocks', line, kind: 'repaired', what: 'formula put in a code span', reason: text });
	return text.replace(/^(.*?)(\.?)$/su, '`$1`$2');
};

/** A run of lines without blanks between them as paragraphs, `nested` in a list or quote or not. Every word of the run is in their texts. */
export const paragraphsOf = (run: TextLine[], nested: boolean, context: Context): Extract<Block, { kind: 'paragraph' }>[] => {
	const wrapped = !context.flattened && isWrapped(run);
	const out: Extract<Block, { kind: 'paragraph' }>[] = [];
	let parts: string[] = [];
	let above: TextLine | undefined;
	const close = () => {
		const last = out.at(-1);
		if (!last || parts.length === 0) return;
		const text = parts.join('');
		last.text = context.flattened && !nested && isFormula(text) ? formulaText(text, last.line, context) : leafText(text, last.line, context);
		parts = [];
	};
	for (const row of run) {
		if (above && goesOn(above, row, wrapped, nested, context)) {
			parts.push(isCut(parts.pop() ?? '', row.text) ? beforeCut(above.text, row, context) : `${above.text} `, row.text);
			const open = out.at(-1);
			if (open) open.end = row.end;
		} else {
			close();
			out.push({ kind: 'paragraph', line: row.line, end: row.end, text: '' });
			parts = [row.text];
		}
		above = row;
	}
	close();
	return out;
};
