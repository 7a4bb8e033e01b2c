import { isNode, type Document, type LineCounter } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './problem.ts';

/** 1-based line of the value at `path`, or of the nearest value above it that exists. */
export function lineOf(document: Document, lines: LineCounter, path: PropertyKey[]): number {
	for (let depth = path.length; depth >= 0; depth--) {
		const node = depth ? document.getIn(path.slice(0, depth), true) : document.contents;
		if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
	}
	return 1;
}

/**
 * Validates YAML against a schema. Returns the value, or `undefined` after adding every problem with its line:
 * syntax errors first, then each key that is wrong, missing or unknown.
 */
export function validate<T extends z.ZodType>(
	file: string,
	document: Document,
	lines: LineCounter,
	schema: T,
	problems: Problem[],
): z.infer<T> | undefined {
	if (document.errors.length) {
		for (const error of document.errors)
			problems.push({ file, line: error.linePos?.[0].line ?? 1, message: error.message.split('\n')[0] ?? 'malformed YAML' });
		return undefined;
	}
	const result = schema.safeParse(document.toJS() ?? {});
	if (result.success) return result.data;
	for (const issue of result.error.issues) {
		const path = issue.path.join('.');
		if (issue.code === 'unrecognized_keys') {
			for (const key of issue.keys)
				problems.push({ file, line: lineOf(document, lines, [...issue.path, key]), message: `${[...issue.path, key].join('.')}: unknown key` });
			continue;
		}
		problems.push({ file, line: lineOf(document, lines, issue.path), message: `${path || 'file'}: ${describe(issue)}` });
	}
	return undefined;
}

function describe(issue: z.core.$ZodIssue): string {
	if (issue.code === 'invalid_value') return `expected one of ${issue.values.join(', ')}`;
	if (issue.code === 'invalid_type' && issue.message.includes('received undefined')) return `missing, expected ${issue.expected}`;
	return issue.message;
}
