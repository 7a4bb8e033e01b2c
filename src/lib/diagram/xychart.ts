/** Reads a Mermaid XY chart. */
import { DiagramError } from './error.ts';
import { notUnderstood, type DiagramSource, type Statement } from './source.ts';
import { readText } from './text.ts';

export interface Series {
	type: 'bar' | 'line';
	/** Empty where the chart has a single series. */
	name: string;
	values: number[];
}

export interface Chart {
	horizontal: boolean;
	title: string[];
	xTitle: string[];
	yTitle: string[];
	/** What stands below each value. */
	categories: string[];
	min: number;
	max: number;
	series: Series[];
}

const NUMBER = '[+-]?(?:\\d+\\.?\\d*|\\.\\d+)';
const NAME = '("[^"]*"|[^\\s"[\\]]+)';
const TITLE = new RegExp(`^title\\s+${NAME}$`);
const AXIS = new RegExp(`^(x|y)-axis(?:\\s+${NAME})?(?:\\s*\\[(.*)\\]|\\s+(${NUMBER})\\s*-->\\s*(${NUMBER}))?$`);
const SERIES = new RegExp(`^(bar|line)(?:\\s+${NAME})?\\s*\\[(.*)\\]$`);
const MAX_SERIES = 4;
const EXPECTED = 'title "…", x-axis "…" [a, "b c"], y-axis "…" 0 --> 100, bar "name" [1, 2] or line "name" [1, 2]';

interface Axis {
	title: string[];
	categories?: string[];
	range?: [number, number];
	line: number;
}

export function readChart({ header, body }: DiagramSource): Chart {
	const orientation = /^xychart(?:-beta)?(?:\s+(horizontal|vertical))?$/.exec(header.text);
	if (!orientation) throw notUnderstood(header, '"xychart-beta", or "xychart-beta horizontal"');
	const axes: { x?: Axis; y?: Axis } = {};
	const series: (Series & { line: number })[] = [];
	let title: string[] = [];
	for (const statement of body) {
		const { text, line } = statement;
		const heading = TITLE.exec(text);
		const axis = AXIS.exec(text);
		const values = SERIES.exec(text);
		if (heading) {
			title = readText(heading[1]!, line);
		} else if (values) {
			const [, type, name, list = ''] = values;
			series.push({ type: type as Series['type'], name: name ? readText(name, line).join(' ') : '', values: numbers(list, statement), line });
		} else if (axis) {
			const [, which, name, list, from, to] = axis;
			const read: Axis = { title: name ? readText(name, line) : [], line };
			if (list !== undefined) read.categories = words(list, statement);
			if (from !== undefined) read.range = [Number(from), Number(to)];
			if (read.range && read.range[0] >= read.range[1]) throw new DiagramError(`The axis runs from ${from} to ${to}. Expected the smaller number first.`, line);
			if (which === 'y' && read.categories) throw notUnderstood(statement, 'numbers on the y-axis: y-axis "seconds" 0 --> 100');
			axes[which as 'x' | 'y'] = read;
		} else {
			throw notUnderstood(statement, EXPECTED);
		}
	}
	const last = series.at(-1);
	if (!last) throw new DiagramError('The chart has no values. Expected at least one "bar […]" or "line […]".', header.line);
	if (series.length > MAX_SERIES) throw new DiagramError(`The chart has ${series.length} series. Expected at most ${MAX_SERIES}, so that they can be told apart.`, last.line);
	const count = axes.x?.categories?.length ?? series[0]!.values.length;
	for (const { name, values, line } of series) {
		if (values.length !== count) throw new DiagramError(`There are ${values.length} values for ${count} places on the x-axis. Expected as many.`, line);
		if (series.length > 1 && name === '') throw new DiagramError('The chart has several series, and this one has no name. Expected bar "name" […].', line);
	}
	const horizontal = orientation[1] === 'horizontal';
	const lying = series.find(({ type }) => type === 'line' && horizontal);
	if (lying) throw new DiagramError('A line in a horizontal chart is not drawn. Expected bars, or "xychart-beta" without "horizontal".', lying.line);
	const [min, max] = rangeOf(series, axes.y);
	return {
		horizontal,
		title,
		xTitle: axes.x?.title ?? [],
		yTitle: axes.y?.title ?? [],
		categories: axes.x?.categories ?? places(axes.x?.range ?? [1, count], count),
		min,
		max,
		series: series.map(({ type, name, values }) => ({ type, name, values })),
	};
}

/** Bars begin at zero: their length is what the eye compares. */
function rangeOf(series: (Series & { line: number })[], axis: Axis | undefined): [number, number] {
	const values = series.flatMap((each) => each.values);
	const bars = series.some(({ type }) => type === 'bar');
	const [min, max] = axis?.range ?? [Math.min(...values, ...(bars ? [0] : [])), Math.max(...values, ...(bars ? [0] : []))];
	if (axis && bars && (min > 0 || max < 0)) throw new DiagramError(`The y-axis of a bar chart leaves out 0. Expected a range that holds it, for instance 0 --> ${max}.`, axis.line);
	for (const { values: each, line } of series) {
		const outside = each.find((value) => value < min || value > max);
		if (outside !== undefined) throw new DiagramError(`The value ${outside} lies outside the y-axis, ${min} to ${max}. Expected a range that holds it.`, line);
	}
	return min === max ? [min, min + 1] : [min, max];
}

function numbers(list: string, { line }: Statement): number[] {
	return list.split(',').map((part) => {
		if (!new RegExp(`^${NUMBER}$`).test(part.trim())) throw new DiagramError(`"${part.trim()}" is no number. Expected numbers, separated by commas.`, line);
		return Number(part);
	});
}

function words(list: string, { line }: Statement): string[] {
	const parts = list.match(/"[^"]*"|[^,"]+/g)?.map((part) => part.trim()).filter((part) => part !== '') ?? [];
	return parts.map((part) => readText(part, line).join(' '));
}

function places([from, to]: [number, number], count: number): string[] {
	return Array.from({ length: count }, (_, i) => formatNumber(count === 1 ? from : from + ((to - from) * i) / (count - 1)));
}

/** `1260` → `1,260`; no more digits than a reader wants. */
export const formatNumber = (value: number): string => value.toLocaleString('en-US', { maximumSignificantDigits: 4 });
