/** Rows with more cells than their table has columns: pipes that belong to code or maths are put back into their cell. */
import type { Row } from './rows.ts';

const joined = ({ cells, gaps }: Row, keep: boolean[]): string[] => {
	const parts: string[][] = [[cells[0] ?? '']];
	for (let index = 1; index < cells.length; index++) {
		if (keep[index - 1]) parts.push([cells[index]!]);
		else parts.at(-1)!.push(gaps[index - 1]!, cells[index]!);
	}
	return parts.map((part) => part.join('').trim());
};

const OPEN = new Set('([{');
const CLOSED = new Set(')]}');

/** Borders at which all brackets, backticks and dollars opened so far in the cell are closed. */
const balancedBorders = (cells: string[]): boolean[] => {
	let depth = 0;
	let ticks = 0;
	let dollars = 0;
	return cells.slice(0, -1).map((cell) => {
		for (const char of cell) {
			if (OPEN.has(char)) depth += 1;
			else if (CLOSED.has(char)) depth -= 1;
			else if (char === '`') ticks += 1;
			else if (char === '$') dollars += 1;
		}
		const balanced = depth <= 0 && ticks % 2 === 0 && dollars % 2 === 0;
		if (balanced) [depth, ticks, dollars] = [0, 0, 0];
		return balanced;
	});
};

/**
 * The cells of a row, as many as there are columns, or nothing where that cannot be had with certainty.
 * A short row is filled with empty cells; empty cells behind the last column go; of a longer row, the pipes that have no white space
 * around (`a || b`, `|x|`), or that stand within brackets, backticks or dollars, are content if just the right number of borders is left.
 */
export const rejoinSurplus = (row: Row, columns: number): string[] | undefined => {
	const { cells, loose } = row;
	if (cells.length <= columns) return [...cells, ...Array.from({ length: columns - cells.length }, () => '')];
	if (cells.slice(columns).every((cell) => cell === '')) return cells.slice(0, columns);
	for (const keep of [loose, balancedBorders(cells)]) {
		if (keep.filter(Boolean).length !== columns - 1) continue;
		return joined(row, keep);
	}
	return undefined;
};
