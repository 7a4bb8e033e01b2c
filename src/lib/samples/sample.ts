/** Code samples of the pages: the fences of a body with what their first line says about them. */
import type { Outline } from '../outline.ts';

export interface Sample {
	lang: string;
	/** `dialect=spark fragment` → `{ dialect: 'spark', fragment: '' }`. */
	attributes: Record<string, string>;
	code: string;
	/** Line of the fence, counted from the first line of the body; the code begins one line below. */
	line: number;
	/** The `text title="Output"` fence that follows at once: what the sample prints. */
	output?: { text: string; line: number };
}

/** One thing wrong with a sample. `line` counts from the first line of the code; 0 is the fence itself. */
export interface Finding {
	line: number;
	message: string;
}

/** Parses one sample by a parser of its language. Never throws for bad code. */
export type Checker = (sample: Sample) => Finding[] | Promise<Finding[]>;

/** A name, with or without a value; what stands alone in braces, quotes or slashes marks lines and words for the reader. */
const ATTRIBUTE = /([\w-]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?|\{[^}]*\}|"[^"]*"|'[^']*'|\/(?:\\.|[^/\\])*\//g;

/** Attributes of a fence's first line, by name; one without a value has the empty string. */
export function fenceAttributes(meta: string): Record<string, string> {
	const attributes: Record<string, string> = {};
	for (const [, name, double, single, bare] of meta.matchAll(ATTRIBUTE)) if (name) attributes[name] = double ?? single ?? bare ?? '';
	return attributes;
}

/** The fences of a body as samples, in order; a fence without a language has the language ''. */
export function samplesOf({ fences }: Pick<Outline, 'fences'>): Sample[] {
	return fences.map((fence, i) => {
		const next = fences[i + 1];
		const output = next?.lang === 'text' && fenceAttributes(next.meta)['title'] === 'Output' ? { text: next.value, line: next.line } : undefined;
		return {
			lang: fence.lang ?? '',
			attributes: fenceAttributes(fence.meta),
			code: fence.value,
			line: fence.line,
			...(output && { output }),
		};
	});
}

/** Number of the line, from 1, that holds the character at `offset`. */
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
