/** Draws an XY chart: bars and lines over categories, upright or lying. */
import type { Element } from 'hast';
import { s } from 'hastscript';
import { circle, line, path, px, rect, text, type Drawing } from './svg.ts';
import { FONTS, LINE_HEIGHT, textSize, textWidth, wrap } from './text.ts';
import { formatNumber, type Chart } from './xychart.ts';

const MARGIN = 8;
const PLOT_HEIGHT = 230;
const PLOT_WIDTH = { min: 260, max: 620 };
const BAR = { thickness: 22, max: 56, share: 0.72 };
const LINE = FONTS.label.size * LINE_HEIGHT;

export function drawChart(chart: Chart): Drawing {
	return chart.horizontal ? drawLying(chart) : drawUpright(chart);
}

/** Round numbers between `min` and `max`, about six of them. */
function ticks(min: number, max: number): number[] {
	const rough = (max - min) / 5;
	const unit = 10 ** Math.floor(Math.log10(rough));
	const step = [1, 2, 5, 10].map((factor) => factor * unit).find((size) => size >= rough * 0.999)!;
	const first = Math.ceil(min / step - 1e-9);
	return Array.from({ length: Math.floor(max / step + 1e-9) - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** Title, legend and the title of the upright axis, which stands above it: nobody reads sideways. */
function heading({ title, series }: Chart, axisTitle: string[]): { parts: Element[]; width: number; height: number } {
	const parts: Element[] = [];
	let y = 0;
	let width = 0;
	if (title.length > 0) {
		const size = textSize(title, FONTS.name);
		parts.push(text(title, { x: 0, y: y + size.height / 2 }, FONTS.name, { anchor: 'start' }));
		y += size.height + 8;
		width = size.width;
	}
	if (series.length > 1) {
		let x = 0;
		series.forEach(({ type, name }, i) => {
			const center = y + LINE / 2;
			parts.push(type === 'bar' ? rect({ x, y: center - 6, width: 12, height: 12 }, `dg-series-${i + 1}`, 2) : path(`M${px(x)} ${px(center)}h16`, `dg-series-line dg-series-${i + 1}`));
			parts.push(text([name], { x: x + 22, y: center }, FONTS.label, { anchor: 'start' }));
			x += 22 + textWidth(name, FONTS.label) + 20;
		});
		width = Math.max(width, x);
		y += LINE + 8;
	}
	if (axisTitle.length > 0) {
		const size = textSize(axisTitle, FONTS.label);
		parts.push(text(axisTitle, { x: 0, y: y + size.height / 2 }, FONTS.label, { anchor: 'start', className: 'dg-quiet' }));
		y += size.height + 6;
		width = Math.max(width, size.width);
	}
	return { parts, width, height: y + 6 };
}

function drawUpright(chart: Chart): Drawing {
	const { categories, series, min, max } = chart;
	const head = heading(chart, chart.yTitle);
	const marks = ticks(min, max);
	const left = Math.max(...marks.map((mark) => textWidth(formatNumber(mark), FONTS.label))) + 8;
	const bars = series.filter(({ type }) => type === 'bar').length;

	const values = series.flatMap((each) => each.values.map(formatNumber));
	const widestValue = Math.max(...values.map((value) => textWidth(value, FONTS.label))) + 4;
	const wanted = Math.max(...categories.map((category) => textWidth(category, FONTS.label)), (bars * Math.max(BAR.thickness, widestValue)) / BAR.share, 24) + 14;
	const width = Math.min(Math.max(wanted * categories.length, PLOT_WIDTH.min), Math.max(PLOT_WIDTH.max, categories.length * bars * 10));
	const band = width / categories.length;
	const bottom = head.height + 8 + PLOT_HEIGHT;
	const x = (i: number) => left + (i + 0.5) * band;
	const y = (value: number) => bottom - ((value - min) / (max - min)) * PLOT_HEIGHT;

	const parts = [
		...head.parts,
		...marks.flatMap((mark) => [
			line({ x: left, y: y(mark) }, { x: left + width, y: y(mark) }, mark === 0 ? 'dg-line' : 'dg-rule'),
			text([formatNumber(mark)], { x: left - 8, y: y(mark) }, FONTS.label, { anchor: 'end', className: 'dg-quiet' }),
		]),
	];

	const thickness = Math.min(BAR.max, (band * BAR.share) / Math.max(bars, 1));
	const printed = bars === series.length && widestValue <= (bars === 1 ? band : thickness);
	let bar = 0;
	series.forEach(({ type, values: each }, at) => {
		const name = `dg-series-${at + 1}`;
		if (type === 'bar') {
			const offset = (bar++ - bars / 2) * thickness;
			each.forEach((value, i) => {
				const [from, to] = [Math.min(y(0), y(value)), Math.max(y(0), y(value))];
				parts.push(rect({ x: x(i) + offset + 1, y: from, width: thickness - 2, height: to - from }, name, Math.min(2, (to - from) / 2)));
				if (printed) parts.push(text([formatNumber(value)], { x: x(i) + offset + thickness / 2, y: value < 0 ? to + 9 : from - 9 }, FONTS.label));
			});
		} else {
			parts.push(path(`M${each.map((value, i) => `${px(x(i))} ${px(y(value))}`).join('L')}`, `dg-series-line ${name}`));
			if (each.length <= 40) parts.push(...each.map((value, i) => circle({ x: x(i), y: y(value) }, 3.5, name)));
		}
	});

	// Labels that do not fit their place break; where numbers still do not fit, every second or third stands.
	const labels = categories.map((category) => wrap([category], FONTS.label, band - 6));
	const widest = Math.max(...labels.map((lines) => textSize(lines, FONTS.label).width));
	const every = Math.ceil((widest + 6) / band);
	const labelHeight = Math.max(...labels.map((lines) => textSize(lines, FONTS.label).height));
	labels.forEach((lines, i) => {
		if (i % every === 0) parts.push(text(lines, { x: x(i), y: bottom + 8 + textSize(lines, FONTS.label).height / 2 }, FONTS.label));
	});
	let foot = bottom + 8 + labelHeight;
	if (chart.xTitle.length > 0) {
		const size = textSize(chart.xTitle, FONTS.label);
		parts.push(text(chart.xTitle, { x: left + width / 2, y: foot + 6 + size.height / 2 }, FONTS.label, { className: 'dg-quiet' }));
		foot += 6 + size.height;
	}
	return framed(parts, Math.max(left + width, head.width), foot);
}

function drawLying(chart: Chart): Drawing {
	const { categories, series, min, max } = chart;
	const head = heading(chart, chart.xTitle);
	const labels = categories.map((category) => wrap([category], FONTS.label, 130));
	const left = Math.max(...labels.map((lines) => textSize(lines, FONTS.label).width)) + 10;
	const band = Math.max(series.length * BAR.thickness + 12, ...labels.map((lines) => textSize(lines, FONTS.label).height + 10));
	const width = PLOT_WIDTH.min;
	const [top, bottom] = [head.height, head.height + band * categories.length];
	const x = (value: number) => left + ((value - min) / (max - min)) * width;
	const y = (i: number) => top + (i + 0.5) * band;

	const marks = ticks(min, max);
	const parts = [
		...head.parts,
		...marks.flatMap((mark) => [
			line({ x: x(mark), y: top }, { x: x(mark), y: bottom }, mark === 0 ? 'dg-line' : 'dg-rule'),
			text([formatNumber(mark)], { x: x(mark), y: bottom + 8 + LINE / 2 }, FONTS.label, { className: 'dg-quiet' }),
		]),
		...labels.map((lines, i) => text(lines, { x: left - 10, y: y(i) }, FONTS.label, { anchor: 'end' })),
	];
	series.forEach(({ values }, at) => {
		values.forEach((value, i) => {
			const [from, to] = [Math.min(x(0), x(value)), Math.max(x(0), x(value))];
			const upper = y(i) + (at - series.length / 2) * BAR.thickness;
			parts.push(rect({ x: from, y: upper + 1, width: to - from, height: BAR.thickness - 2 }, `dg-series-${at + 1}`, Math.min(2, (to - from) / 2)));
			parts.push(text([formatNumber(value)], { x: to + 6, y: upper + BAR.thickness / 2 }, FONTS.label, { anchor: 'start' }));
		});
	});
	let foot = bottom + 8 + LINE;
	if (chart.yTitle.length > 0) {
		const size = textSize(chart.yTitle, FONTS.label);
		parts.push(text(chart.yTitle, { x: left + width / 2, y: foot + 4 + size.height / 2 }, FONTS.label, { className: 'dg-quiet' }));
		foot += 4 + size.height;
	}
	const beyond = Math.max(...series.flatMap(({ values }) => values.map((value) => x(Math.max(value, 0)) + 6 + textWidth(formatNumber(value), FONTS.label))));
	return framed(parts, Math.max(left + width + 14, beyond, head.width), foot);
}

const framed = (parts: Element[], width: number, height: number): Drawing => ({
	width: width + 2 * MARGIN,
	height: height + 2 * MARGIN,
	parts: [s('g', { transform: `translate(${MARGIN} ${MARGIN})` }, parts)],
});
