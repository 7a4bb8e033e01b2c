/** Holds the result of a reader's query against the expected one and says what differs. Pure: results come from whichever engine ran them. */
import type { LabColumn, LabResult, LabRow } from './lab-view.ts';

export interface GradeOptions {
	/** The order of the rows counts. */
	ordered?: boolean;
	/** How far inexact numbers (FLOAT, DOUBLE) may lie apart, relative to the larger of them and to 1. */
	tolerance?: number;
}

/** `columns`, `types`: the shape is wrong. The rest speaks of rows. `note` alone does not make an answer wrong. */
export type FindingKind = 'columns' | 'types' | 'missing' | 'extra' | 'duplicates' | 'nulls' | 'values' | 'order' | 'note';

export interface Finding {
	kind: FindingKind;
	/** A sentence for the reader. */
	message: string;
	/** How many rows it speaks of. */
	count?: number;
	/** The first of these rows, in the columns of the expected result. */
	rows?: LabRow[];
}

export interface Grade {
	right: boolean;
	/** Nothing where everything is as expected. */
	findings: Finding[];
}

/** More rows than this are counted, not shown. */
const EXAMPLES = 5;
/** Rows that are neither here nor there are compared with each other only as long as there are few. */
const PAIRED_ROWS = 200;

/**
 * Grades an attempt.
 * Columns are matched by name, upper and lower case alike, else by position; rows as a multiset, unless `ordered`; numbers by value, so
 * that 1, 1.0 and 1.00 are one.
 */
export function grade(attempt: LabResult, expected: LabResult, { ordered = false, tolerance = 1e-6 }: GradeOptions = {}): Grade {
	const findings: Finding[] = [];
	const order = matchColumns(attempt.columns, expected.columns, findings);
	if (order) {
		const columns = expected.columns.map((column, i) => compared(attempt.columns[order[i] ?? i] ?? column, column));
		compareTypes(columns, attempt.rows.length > 0 && expected.rows.length > 0, findings);
		const rows = attempt.rows.map((row) => order.map((i) => row[i] ?? null));
		compareRows(rows, expected.rows, columns, { ordered, tolerance }, findings);
		if (attempt.rowCount > attempt.rows.length)
			findings.push({ kind: 'extra', count: attempt.rowCount - expected.rowCount, message: `${number(attempt.rowCount)} rows, expected ${number(expected.rowCount)}; only the first ${number(attempt.rows.length)} were compared.` });
	}
	return { right: findings.every(({ kind }) => kind === 'note'), findings };
}

/** How the cells of one column are compared. */
interface Compared {
	name: string;
	family: Family;
	other: Family;
	types: [attempt: string, expected: string];
	/** Numbers of binary floating point: close is equal. */
	inexact: boolean;
}

type Family = 'number' | 'text' | 'truth value' | 'date' | 'timestamp' | 'time' | 'interval' | 'other';

function familyOf(type: string): Family {
	if (/^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|BIGNUM|DECIMAL\b.*)$/.test(type) && !type.endsWith(']')) return 'number';
	if (/^(VARCHAR|ENUM\(.*\))$/s.test(type)) return 'text';
	if (type === 'BOOLEAN') return 'truth value';
	if (type === 'DATE') return 'date';
	if (/^TIMESTAMP\b/.test(type) && !type.endsWith(']')) return 'timestamp';
	if (/^TIMESTAMP_(S|MS|NS)$/.test(type)) return 'timestamp';
	if (/^TIME( WITH TIME ZONE)?$/.test(type)) return 'time';
	if (type === 'INTERVAL') return 'interval';
	return 'other';
}

const compared = (attempt: LabColumn, expected: LabColumn): Compared => ({
	name: expected.name,
	family: familyOf(expected.type),
	other: familyOf(attempt.type),
	types: [attempt.type, expected.type],
	inexact: [attempt.type, expected.type].some((type) => type === 'DOUBLE' || type === 'FLOAT'),
});

/** Where in the attempt each expected column stands, or `undefined` where no comparison of rows makes sense. */
function matchColumns(attempt: LabColumn[], expected: LabColumn[], findings: Finding[]): number[] | undefined {
	const name = (column: LabColumn) => column.name.toLowerCase();
	const names = attempt.map(name);
	const wanted = expected.map(name);
	const add = (message: string) => findings.push({ kind: 'columns', message });
	const missing = expected.filter((column) => !names.includes(name(column)));
	const extra = attempt.filter((column) => !wanted.includes(name(column)));
	const inPlace = expected.map((_, i) => i);

	if (attempt.length === expected.length && wanted.every((column, i) => column === names[i])) return inPlace;
	if (!missing.length && new Set(wanted).size === wanted.length && new Set(names).size === names.length) {
		const places = wanted.map((column) => names.indexOf(column));
		if (extra.length) add(`${plural(extra.length, 'column')} too many: ${list(extra)}. Expected ${list(expected)}.`);
		else findings.push({ kind: 'note', message: `The columns stand in another order than ${list(expected)}.` });
		return places;
	}
	if (attempt.length === expected.length && missing.length) {
		const renamed = expected.flatMap((column, i) => (wanted[i] === names[i] ? [] : [`${quote(attempt[i]?.name ?? '')} is expected to be named ${quote(column.name)}`]));
		add(`Column ${renamed.join(', ')}.`);
		return inPlace;
	}
	if (missing.length) add(`Missing ${missing.length === 1 ? 'column' : 'columns'} ${list(missing)}${extra.length ? `; not expected: ${list(extra)}` : ''}.`);
	else add(`${plural(attempt.length, 'column')}, expected ${expected.length}: ${list(expected)}.`);
	return undefined;
}

function compareTypes(columns: Compared[], known: boolean, findings: Finding[]): void {
	for (const { name, family, other, types } of columns) {
		if (family === other && (family !== 'other' || types[0] === types[1])) continue;
		const days = [family, other].every((which) => which === 'date' || which === 'timestamp');
		// Without rows an engine gives what type it likes to a column of NULLs.
		if (!known && !days) continue;
		findings.push({ kind: days ? 'note' : 'types', message: `Column ${quote(name)} is ${types[0]}, expected ${types[1]}.` });
	}
}

function compareRows(attempt: LabRow[], expected: LabRow[], columns: Compared[], options: Required<GradeOptions>, findings: Finding[]): void {
	const left = match(attempt, expected, columns, options.tolerance);
	if (!left.missing.length && !left.extra.length) {
		const first = options.ordered ? expected.findIndex((row, i) => !same(attempt[i] ?? [], row, columns, options.tolerance)) : -1;
		if (first >= 0)
			findings.push({ kind: 'order', message: `All rows are right, their order is not: row ${number(first + 1)} is expected to be ${show(expected[first], columns)}.`, rows: expected.slice(first, first + 1) });
		return;
	}

	const repeated = takeRepeated(left, expected, attempt, columns, options.tolerance, findings);
	const pairs = takePairs(repeated, columns, options.tolerance);
	reportPairs(pairs, columns, findings);
	const { missing, extra } = repeated;
	if (missing.length) findings.push({ kind: 'missing', ...examples(missing), message: `${plural(missing.length, 'row')} missing, for instance ${show(missing[0], columns)}.` });
	if (extra.length) findings.push({ kind: 'extra', ...examples(extra), message: `${plural(extra.length, 'row')} too many, for instance ${show(extra[0], columns)}.` });
}

interface Unmatched {
	missing: LabRow[];
	extra: LabRow[];
}

/** Rows of either side that have no partner on the other. */
function match(attempt: LabRow[], expected: LabRow[], columns: Compared[], tolerance: number): Unmatched {
	// Rows whose exact cells agree share a bucket; inexact cells are compared within it.
	const buckets = new Map<string, LabRow[]>();
	for (const row of attempt) {
		const key = exactKey(row, columns);
		const bucket = buckets.get(key);
		if (bucket) bucket.push(row);
		else buckets.set(key, [row]);
	}
	const missing: LabRow[] = [];
	for (const row of expected) {
		const bucket = buckets.get(exactKey(row, columns)) ?? [];
		const at = bucket.findIndex((other) => same(other, row, columns, tolerance));
		if (at < 0) missing.push(row);
		else bucket.splice(at, 1);
	}
	const extra = new Set([...buckets.values()].flat());
	return { missing, extra: attempt.filter((row) => extra.has(row)) };
}

/** Reports rows that are right but stand too often or too seldom, and leaves the others. */
function takeRepeated({ missing, extra }: Unmatched, expected: LabRow[], attempt: LabRow[], columns: Compared[], tolerance: number, findings: Finding[]): Unmatched {
	const equal = (row: LabRow) => (other: LabRow) => same(other, row, columns, tolerance);
	const tooOften = extra.filter((row) => expected.some(equal(row)));
	const tooSeldom = missing.filter((row) => attempt.some(equal(row)));
	const times = (count: number) => (count === 1 ? 'once' : `${number(count)} times`);
	for (const [rows, word] of [[tooOften, 'too often'], [tooSeldom, 'too seldom']] as const) {
		const [row] = rows;
		if (!row) continue;
		const message = `${plural(rows.length, 'row')} ${word}: ${show(row, columns)} appears ${times(attempt.filter(equal(row)).length)}, expected ${times(expected.filter(equal(row)).length)}.`;
		findings.push({ kind: 'duplicates', message, ...examples(rows) });
	}
	return { missing: missing.filter((row) => !tooSeldom.includes(row)), extra: extra.filter((row) => !tooOften.includes(row)) };
}

interface Pair {
	is: LabRow;
	shouldBe: LabRow;
	/** Columns in which they differ. */
	differs: number[];
}

/** Takes rows out of `left` that are one row with other values: alike in at least half of their columns, and more so than any other. */
function takePairs(left: Unmatched, columns: Compared[], tolerance: number): Pair[] {
	if (left.missing.length > PAIRED_ROWS || left.extra.length > PAIRED_ROWS) return [];
	const candidates = left.missing.flatMap((shouldBe) =>
		left.extra.map((is): Pair => ({ is, shouldBe, differs: columns.flatMap((column, i) => (sameCell(is[i] ?? null, shouldBe[i] ?? null, column, tolerance) ? [] : [i])) })),
	);
	const pairs: Pair[] = [];
	const taken = new Set<LabRow>();
	for (const pair of candidates.sort((a, b) => a.differs.length - b.differs.length || keyAgrees(b) - keyAgrees(a))) {
		if (pair.differs.length * 2 > columns.length || taken.has(pair.is) || taken.has(pair.shouldBe)) continue;
		taken.add(pair.is).add(pair.shouldBe);
		pairs.push(pair);
	}
	left.missing = left.missing.filter((row) => !taken.has(row));
	left.extra = left.extra.filter((row) => !taken.has(row));
	return pairs;
}

/** Results begin with what names a row: rows that agree there are rather one row than rows that agree elsewhere. */
const keyAgrees = ({ differs }: Pair): number => (differs.includes(0) ? 0 : 1);

/** One sentence a column, NULLs apart from other values. */
function reportPairs(pairs: Pair[], columns: Compared[], findings: Finding[]): void {
	columns.forEach(({ name }, i) => {
		const differing = pairs.filter(({ differs }) => differs.includes(i));
		const nulls = differing.filter(({ is, shouldBe }) => (is[i] === null) !== (shouldBe[i] === null));
		for (const [kind, found] of [['nulls', nulls], ['values', differing.filter((pair) => !nulls.includes(pair))]] as const) {
			const [pair] = found;
			if (!pair) continue;
			const message = `Column ${quote(name)} differs in ${plural(found.length, 'row')}: ${cell(pair.is[i])} where ${cell(pair.shouldBe[i])} is expected, in ${show(pair.shouldBe, columns)}.`;
			findings.push({ kind, message, ...examples(found.map(({ shouldBe }) => shouldBe)) });
		}
	});
}

const same = (a: LabRow, b: LabRow, columns: Compared[], tolerance: number): boolean => columns.every((column, i) => sameCell(a[i] ?? null, b[i] ?? null, column, tolerance));

function sameCell(a: string | null, b: string | null, column: Compared, tolerance: number): boolean {
	if (a === null || b === null) return a === b;
	const [x, y] = [canonical(a, column), canonical(b, column)];
	if (x === y || !column.inexact) return x === y;
	const [p, q] = [Number(x), Number(y)];
	return Math.abs(p - q) <= tolerance * Math.max(1, Math.abs(p), Math.abs(q));
}

const exactKey = (row: LabRow, columns: Compared[]): string =>
	JSON.stringify(columns.map((column, i) => {
		const value = row[i] ?? null;
		return value === null ? null : column.inexact ? 0 : canonical(value, column);
	}));

/** One text for one value: numbers without idle zeros, a midnight as its day where the other side is a day. */
function canonical(value: string, { family, other }: Compared): string {
	if (family === 'number' && other === 'number') return /^-?\d+(\.\d+)?$/.test(value) ? value.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '').replace(/^-0$/, '0') : value;
	if (family !== other && [family, other].every((which) => which === 'date' || which === 'timestamp')) return value.replace(/ 00:00:00$/, '');
	return value;
}

const examples = (rows: LabRow[]): Pick<Finding, 'count' | 'rows'> => ({ count: rows.length, rows: rows.slice(0, EXAMPLES) });
const show = (row: LabRow | undefined, columns: Compared[]): string => `(${columns.map(({ name }, i) => `${name} ${cell(row?.[i])}`).join(', ')})`;
const cell = (value: string | null | undefined): string => (value === null || value === undefined ? 'NULL' : value === '' || value === 'NULL' || value !== value.trim() ? `'${value}'` : value);
const quote = (name: string): string => `“${name}”`;
const list = (columns: LabColumn[]): string => columns.map(({ name }) => name).join(', ');
const number = (count: number): string => count.toLocaleString('en');
const plural = (count: number, noun: string): string => `${number(count)} ${noun}${count === 1 ? '' : 's'}`;
