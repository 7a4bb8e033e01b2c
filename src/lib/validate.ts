import { isMap, isNode, isSeq, visit, type Document, type LineCounter } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './problem.ts';

/** 1-based line of the key or list entry at `path`, or of the nearest one above it that exists. */
export function lineOf(document: Document, lines: LineCounter, path: PropertyKey[]): number {
	for (let depth = path.length; depth > 0; depth--) {
		const parent = document.getIn(path.slice(0, depth - 1), true);
		const key = String(path[depth - 1]);
		const node = isMap(parent) ? parent.items.find((pair) => String(pair.key) === key)?.key : isSeq(parent) ? parent.items[Number(key)] : undefined;
		if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
	}
	return document.contents?.range ? lines.linePos(document.contents.range[0]).line : 1;
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
	const faults = syntaxFaults(document, lines);
	if (faults.length) {
		problems.push(...faults.map((fault) => ({ file, ...fault })));
		return undefined;
	}
	const value: unknown = document.toJS() ?? (schema.def.type === 'array' ? [] : {});
	const result = schema.safeParse(value);
	if (result.success) return result.data;
	for (const issue of result.error.issues) {
		const path = issue.path.join('.');
		if (issue.code === 'unrecognized_keys') {
			for (const key of issue.keys)
				problems.push({ file, line: lineOf(document, lines, [...issue.path, key]), message: `${[...issue.path, key].join('.')}: unknown key` });
			continue;
		}
		problems.push({ file, line: lineOf(document, lines, issue.path), message: `${path || 'file'}: ${describe(issue, value)}` });
	}
	return undefined;
}

/** What makes a document unreadable, by line. Unknown tags and aliases count: content needs neither, and aliases can multiply without end. */
function syntaxFaults(document: Document, lines: LineCounter): { line: number; message: string }[] {
	const faults = [...document.errors, ...document.warnings].map((error) => ({
		line: error.linePos?.[0].line ?? 1,
		message: `malformed YAML: ${(error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '')}`,
	}));
	visit(document, {
		Alias(_, { source, range }) {
			faults.push({ line: range ? lines.linePos(range[0]).line : 1, message: `malformed YAML: alias *${source} is not supported, write the value out` });
			return visit.BREAK;
		},
	});
	return faults;
}

function describe(issue: z.core.$ZodIssue, value: unknown): string {
	const given = issue.path.reduce<unknown>((above, key) => (above as Record<PropertyKey, unknown> | undefined)?.[key], value);
	const missing = given === undefined ? 'missing, ' : '';
	if (issue.code === 'invalid_value') return `${missing}expected one of ${issue.values.join(', ')}`;
	if (issue.code === 'invalid_type' && missing) return `${missing}expected ${issue.expected}`;
	return issue.message;
}
