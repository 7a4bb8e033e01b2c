import { parser } from '@lezer/java';
import { lineAt, type Checker, type Finding } from './sample.ts';

/** What may stand at the top of a Java file. */
const TOP_LEVEL = /^(Package|Import|Class|Interface|Enum|Record|AnnotationType|Module)Declaration$|Comment$/;

/** The grammar marks what it had to skip or make up with error nodes; the first one is the cause. */
function firstError(code: string, shift = 0): (Finding & { offset: number }) | undefined {
	let found: (Finding & { offset: number }) | undefined;
	parser.parse(code).iterate({
		enter: ({ type, from, to }) => {
			if (!type.isError || found) return;
			const next = /\S+/.exec(code.slice(from, Math.max(to, from + 40)));
			found = { line: lineAt(code, from) - shift, message: next ? `unexpected "${next[0]}" or something missing before it` : 'unexpected end', offset: from };
		},
	});
	return found;
}

/** Java. A `fragment` may be statements or members of a class. */
export const checkJava: Checker = ({ code, attributes }) => {
	const whole = firstError(code);
	if (!('fragment' in attributes)) {
		if (whole) return [whole];
		let statement: number | undefined;
		for (let node = parser.parse(code).topNode.firstChild; node; node = node.nextSibling)
			if (!TOP_LEVEL.test(node.name)) statement ??= node.from;
		return statement === undefined ? [] : [{ line: lineAt(code, statement), message: 'no complete Java file: mark the fence as fragment' }];
	}
	const asMembers = whole && firstError(`class Sample {\n${code}\n}`, 1);
	if (!whole || !asMembers) return [];
	return [whole.offset + 'class Sample {\n'.length >= asMembers.offset ? whole : asMembers].map(({ line, message }) => ({ line, message }));
};
