/** Rebuilds the indentation of Python whose lines lost it. */
import { factsOf, type Facts } from './python-facts.ts';
import { readPython, type LogicalLine } from './python-lines.ts';
import { search, type Reading, type Statement } from './python-search.ts';

const STEP = 4;

interface Rebuilt {
	value: string;
	/** Lines (indexes of the text given) that could stand at another depth, with how sure the chosen one is: 0.5 is a toss-up. */
	doubts: { line: number; confidence: number }[];
}

/** Two readings whose costs differ by less than this are both likely. */
const CLEAR = 1.4;

/** Names that are everywhere and tell nothing about a place. */
const AMBIENT = new Set(
	(
		'abs all any bool bytes dict enumerate Exception filter float '
		+ 'getattr hasattr hash id int isinstance iter len list map max '
		+ 'min next open print range repr round self set setattr sorted str sum super tuple type zip'
	).split(' '),
);
const DEFINITION = new Set([undefined, 'def', 'class', '@']);
const isStaticDecorator = ({ head, uses }: Facts): boolean => head === '@' && (uses.includes('staticmethod') || uses.includes('classmethod'));

/** Statements with what surrounds them, from the last to the first: each looks at the one below it. */
function statementsOf(lines: readonly string[], logical: readonly LogicalLine[]): Statement[] {
	const statements: Statement[] = [];
	const all = logical.map(factsOf);
	const ambient = new Set([...AMBIENT, ...all.flatMap(({ head, binds }) => (head === 'import' || head === 'from' ? binds : []))]);
	let below: Statement | undefined;
	for (let i = logical.length - 1; i >= 0; i--) {
		const line = logical[i];
		const facts = all[i];
		if (!line || !facts) continue;
		const own = facts.uses.filter((name) => !ambient.has(name));
		const previous = logical[i - 1];
		const between = lines.slice(previous ? previous.last + 1 : 0, line.first);
		const decorates = facts.head === '@' && below !== undefined;
		below = {
			facts,
			around: {
				comment: between.some((text) => text.trim().startsWith('#')),
				blanks: previous ? between.filter((text) => !text.trim()).length : 0,
				indent: (/^\s*/.exec(lines[line.first] ?? '')?.[0] ?? '').length,
				target: decorates && below ? below.around.target : facts,
				isStatic: isStaticDecorator(facts) || (decorates && below?.around.isStatic === true),
				isLast: DEFINITION.has(below?.facts.head),
				reach: facts.opens && below ? [...own, ...below.around.reach] : own,
			},
		};
		statements.push(below);
	}
	return statements.reverse();
}

/** Columns of a statement's lines: brackets hang, and a closing one stands below the line that opened it. */
function hanging({ first, last, tokens }: LogicalLine, base: number, opens: boolean): Map<number, number> {
	const columns = new Map<number, number>();
	const open: number[] = [];
	const byLine = Map.groupBy(tokens, (token) => token.line);
	const isSign = (signs: string, text: string | undefined) => text !== undefined && text.length === 1 && signs.includes(text);
	// The lines of a header must not look like its body.
	const step = opens && !isSign(')]}', byLine.get(last)?.[0]?.text) ? 2 * STEP : STEP;
	for (let i = first; i <= last; i++) {
		const here = byLine.get(i) ?? [];
		const other = here.findIndex((token) => !isSign(')]}', token.text));
		const leading = other < 0 ? here.length : other;
		const column = i === first ? base : leading > 0 ? (open.at(-leading) ?? base) : (open.at(-1) ?? base) + step;
		columns.set(i, column);
		for (const token of here) {
			if (isSign('([{', token.text)) open.push(column);
			else if (isSign(')]}', token.text)) open.pop();
		}
	}
	return columns;
}

/** The first statement that stands elsewhere in another likely reading; the rest of that reading follows from it. */
function doubtsOf(readings: readonly Reading[], logical: readonly LogicalLine[]): Rebuilt['doubts'] {
	const [best, ...others] = readings;
	const doubts = new Map<number, number>();
	for (const { depths, cost } of others) {
		const margin = cost - (best?.cost ?? 0);
		if (margin >= CLEAR) break;
		const at = depths.findIndex((depth, i) => depth !== best?.depths[i]);
		const line = logical[at]?.first;
		if (line !== undefined && !doubts.has(line)) doubts.set(line, Math.round((0.5 + (margin / CLEAR) * 0.4) * 100) / 100);
	}
	return [...doubts].map(([line, confidence]) => ({ line, confidence })).sort((a, b) => a.line - b.line);
}

/** Depths of comments: that of the statement below; the last ones stay in the block above, unless a `return` ended it. */
function commentDepth(next: number | undefined, lastDepth: number, ended: boolean, opens: boolean): number {
	if (next !== undefined) return next;
	return Math.max(0, lastDepth + (opens ? 1 : 0) - (ended ? 1 : 0));
}

/** Blank lines around the definitions of a module that has none: they were lost with the indentation. */
function airy(lines: readonly string[]): string {
	if (lines.some((line) => !line.trim())) return lines.join('\n');
	const { logical } = readPython(lines.join('\n'));
	const top = logical.filter(({ first }) => /^\S/.test(lines[first] ?? ''));
	const gaps = new Set<number>();
	top.forEach(({ first }, i) => {
		const before = top[i - 1];
		const defines = /^(?:@|(?:async\s+)?def\b|class\b)/.test(lines[first] ?? '');
		const decorated = before && /^@/.test(lines[before.first] ?? '');
		const body = before !== undefined && first > before.last + 1 && lines.slice(before.last + 1, first).some((line) => /^\s/.test(line));
		const afterDefinition = body && /^(?:(?:async\s+)?def\b|class\b)/.test(lines[before.first] ?? '');
		if (!before || decorated || !(defines || afterDefinition)) return;
		let start = first;
		while (start > before.last + 1 && /^#/.test(lines[start - 1] ?? '')) start--;
		gaps.add(start);
	});
	return lines.flatMap((line, i) => (gaps.has(i) ? ['', line] : [line])).join('\n');
}

/**
 * Python with its indentation rebuilt: what the grammar asks for is certain, where a block ends is the likeliest reading by the names that
 * statements make and use. Lines within strings stay as they are. Undefined where brackets or quotes are not paired or no indentation is valid.
 */
export function indentPython(text: string): Rebuilt | undefined {
	const lines = text.split('\n');
	const { logical, starts, complete } = readPython(text);
	if (!complete || logical.length === 0) return undefined;
	const statements = statementsOf(lines, logical);
	const readings = search(statements);
	const best = readings[0];
	if (!best) return undefined;
	const result: string[] = [];
	let done = 0;
	const writeComments = (end: number, depth: number) => {
		for (; done < end; done++) result.push(lines[done]?.trim() ? ' '.repeat(depth * STEP) + lines[done]?.trim() : '');
	};
	for (const [i, line] of logical.entries()) {
		const depth = best.depths[i] ?? 0;
		writeComments(line.first, commentDepth(depth, 0, false, false));
		const columns = hanging(line, depth * STEP, statements[i]?.facts.opens ?? false);
		for (; done <= line.last; done++) {
			const source = lines[done] ?? '';
			result.push(starts[done]?.inString ? source : source.trim() && ' '.repeat(columns.get(done) ?? 0) + source.trim());
		}
	}
	const last = statements.at(-1)?.facts;
	const ended = /^(?:return|raise|break|continue)$/.test(last?.head ?? '');
	writeComments(lines.length, commentDepth(undefined, best.depths.at(-1) ?? 0, ended, last?.opens ?? false));
	return { value: airy(result), doubts: doubtsOf(readings, logical) };
}
