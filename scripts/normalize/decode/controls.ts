/** Controls of terminals and teletypes, which mean nothing in a text. */
import { codeOf, windowsCharacter } from './characters.ts';
import type { Tally } from './tally.ts';

/** CSI (colours, cursor), OSC (titles, links) and the short sequences of a terminal. Every part excludes ESC, so that a match never looks back. */
const ESCAPES = /\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[PX^_][^\x1b]*\x1b\\|[ -/][0-~]|[0-Z\\^-~])/g;
/** A character printed over itself or over an underscore: how a manual page makes bold and underlined. */
const OVERSTRIKE = /([^\x08])\x08(?=\1)|_\x08/gu;
const HALF_ESCAPE = /\[(?:\d{1,3}(?:;\d{1,3}){0,4})m/;
const CONTROLS = /[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]/g;

function removeEscapes(line: string, number: number, found: Tally): string {
	return line.replace(ESCAPES, (sequence) => {
		found.add({ line: number, kind: 'repaired', what: 'terminal sequence removed' });
		const words = sequence.slice(1).match(/[\p{L}\p{N}][^\x07\x1b]*/u)?.[0];
		if (words) found.takeOut(number, words, 'terminal sequence');
		return '';
	});
}

/** Takes terminal sequences, overstrikes and controls out of a line. A C1 control that is a sign of Windows-1252 becomes that sign. */
export function removeControls(line: string, number: number, found: Tally): string {
	if (!/[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]/.test(line)) return line;
	const plain = removeEscapes(line, number, found).replace(OVERSTRIKE, (struck) => {
		found.add({ line: number, kind: 'repaired', what: 'overstrike undone' });
		if (/[\p{L}\p{N}]/u.test(struck)) found.takeOut(number, struck.slice(0, -1), 'printed twice for bold');
		return '';
	});
	if (plain.includes('\x1b') && HALF_ESCAPE.test(plain)) {
		found.add({ line: number, kind: 'uncertain', what: 'may be half a terminal sequence', confidence: 0.5 });
	}
	return plain.replace(CONTROLS, (control) => {
		const sign = control >= '\x80' && control <= '\x9f' ? windowsCharacter(control.charCodeAt(0)) : undefined;
		if (sign && sign !== '\ufffd') {
			found.add({ line: number, kind: 'repaired', what: 'control that is a sign of Windows-1252', seen: `${codeOf(control)} → ${sign}` });
			return sign;
		}
		found.add({ line: number, kind: 'repaired', what: 'control character removed', seen: codeOf(control) });
		return '';
	});
}
