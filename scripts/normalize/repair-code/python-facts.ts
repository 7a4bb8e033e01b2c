/** What a Python statement says about the place where it can stand: its keyword, the names that it makes and those it needs. */
import type { LogicalLine, PythonToken } from './python-lines.ts';

export interface Facts {
	/** Its keyword; `@` of a decorator, `=` of an assignment, `expression` else. */
	head: string;
	async: boolean;
	/** It ends in a colon: lines below it are its body. */
	opens: boolean;
	/** A compound statement with its body on its own line. */
	inline: boolean;
	/** Of `def` and `class`. */
	name?: string;
	params: string[];
	/** Names it gives a value. */
	binds: string[];
	/** Names it needs, those of comprehensions and lambdas left out. */
	uses: string[];
	awaits: boolean;
	yields: boolean;
	/** An assignment with a type, as in a dataclass. */
	annotated: boolean;
	/** Something gets a value. */
	assigns: boolean;
	/** The name that `+=` or `-=` counts. */
	counter?: string;
	/** What it calls, `x = Client(` and `y = Client(` alike: neighbours of one kind stand at one depth. */
	shape: string;
}

const COMPOUND = new Set(['def', 'class', 'if', 'elif', 'else', 'for', 'while', 'try', 'except', 'finally', 'with', 'match', 'case']);
const SIMPLE = new Set(['return', 'raise', 'break', 'continue', 'pass', 'import', 'from', 'assert', 'del', 'global', 'nonlocal', 'yield', '@']);
const KEYWORDS = new Set([
	...COMPOUND, ...SIMPLE, 'and', 'or', 'not', 'in', 'is', 'lambda', 'None', 'True', 'False', 'await', 'async', 'as',
]);
const ASSIGNS = /^(?:=|[-+*/%&|^@]=|\*\*=|\/\/=|>>=|<<=)$/;
const OPENING = new Set(['(', '[', '{']);
/** Names in the braces of an f-string. */
const PLACEHOLDER = /\{\s*([^{}]{1,200})/g;

const isName = (token: PythonToken | undefined): token is PythonToken => token?.kind === 'name' && !KEYWORDS.has(token.text);

/** Names between `for` and `in` of comprehensions, and parameters of lambdas. */
function innerNames(tokens: PythonToken[]): Set<string> {
	const names = new Set<string>();
	let until = '';
	tokens.forEach((token, i) => {
		if (token.kind === 'name' && token.text === 'for' && token.depth > 0) until = 'in';
		else if (token.kind === 'name' && token.text === 'lambda') until = ':';
		else if (token.text === until) until = '';
		else if (until && isName(token)) names.add(token.text);
		if (token.text === ':=' && isName(tokens[i - 1])) names.delete(tokens[i - 1]?.text ?? '');
	});
	return names;
}

function namesIn(tokens: PythonToken[]): string[] {
	const found: string[] = [];
	tokens.forEach((token, i) => {
		if (token.kind === 'string' && /^[a-z]*[ft]/i.test(token.text))
			for (const [, inner = ''] of token.text.matchAll(PLACEHOLDER)) for (const [name] of inner.matchAll(/(?<![\w.'"])[A-Za-z_]\w*/g)) found.push(name);
		if (!isName(token) || tokens[i - 1]?.text === '.') return;
		const keyword = token.depth > 0 && tokens[i + 1]?.text === '=';
		if (!keyword) found.push(token.text);
	});
	return found;
}

/** Plain names of a target: `a, b` of `a, b = …`; not `x` of `x.y = …`, which needs `x`. */
const targets = (tokens: PythonToken[]): string[] =>
	tokens.flatMap((token, i) => (isName(token) && tokens[i - 1]?.text !== '.' && !['.', '[', '('].includes(tokens[i + 1]?.text ?? '') ? [token.text] : []));

const until = (tokens: PythonToken[], stop: (token: PythonToken) => boolean): PythonToken[] => {
	const end = tokens.findIndex(stop);
	return end < 0 ? tokens : tokens.slice(0, end);
};

/** The last names of what is called first: `spark.sql` gives `sql`. */
function shapeOf(tokens: PythonToken[], assigns: number): string {
	const value = tokens.slice(assigns + 1);
	if (value.length === 1 && value[0]?.text === '...') return '...';
	const call = value.findIndex((token) => token.text === '(');
	const callee = call > 0 ? value.slice(0, call) : [];
	if (!callee.every((token) => token.kind === 'name' || token.text === '.')) return '';
	const path = callee.map((token) => token.text).join('');
	return path && `${assigns >= 0 ? '=' : ''}${path}`;
}

interface Bound {
	binds: string[];
	params: string[];
	name?: string;
}

function bindings(head: string, rest: PythonToken[], assigns: number): Bound {
	const name = rest[0]?.text;
	if (head === 'def' || head === 'class') {
		const inside = rest.filter((token) => token.depth === 1);
		const begins = new Set([',', '*', '**', undefined]);
		const params = head === 'class' ? [] : inside.flatMap((token, i) => (isName(token) && begins.has(inside[i - 1]?.text) ? [token.text] : []));
		return { binds: name ? [name] : [], params, ...(name && { name }) };
	}
	if (head === 'for') return { binds: targets(until(rest, (token) => token.text === 'in')), params: [] };
	if (head === 'import' || head === 'from') {
		const list = head === 'from' ? rest.slice(rest.findIndex((token) => token.text === 'import') + 1) : rest;
		const isBound = (token: PythonToken, i: number) => isName(token) && list[i + 1]?.text !== 'as' && list[i - 1]?.text !== '.';
		return { binds: list.filter(isBound).map(({ text }) => text), params: [] };
	}
	const binds = rest.flatMap((token, i) => {
		const before = rest[i - 1]?.text;
		return isName(token) && ((before === 'as' && (head === 'with' || head === 'except')) || rest[i + 1]?.text === ':=') ? [token.text] : [];
	});
	return { binds: assigns >= 0 ? [...targets(rest.slice(0, assigns)), ...binds] : binds, params: [] };
}

/** Facts of a statement. `uses` has no name twice. */
export function factsOf({ tokens }: LogicalLine): Facts {
	const async = tokens[0]?.text === 'async' && tokens.length > 1;
	const all = async ? tokens.slice(1) : tokens;
	const first = all[0]?.text ?? '';
	const ends = all.at(-1)?.text === ':' && all.at(-1)?.depth === 0;
	const soft = (first === 'match' || first === 'case') && !(ends && all.length > 2);
	const compound = all[0]?.kind === 'name' && COMPOUND.has(first) && !soft && all.some((token) => token.text === ':' && token.depth === 0);
	const colon = all.findIndex((token) => token.text === ':' && token.depth === 0);
	const sign = all.findIndex((token) => token.kind === 'sign' && token.depth === 0 && ASSIGNS.test(token.text));
	const assigns = compound || SIMPLE.has(first) ? -1 : sign;
	const annotated = !compound && colon === 1 && isName(all[0]);
	const head = compound || SIMPLE.has(first) ? first : assigns >= 0 || annotated ? '=' : 'expression';
	const rest = compound || SIMPLE.has(first) ? all.slice(1) : all;
	const bound = annotated ? { binds: [first], params: [] } : bindings(head, rest, assigns);
	const inner = innerNames(all);
	const aside = new Set([...bound.params, ...(head === 'def' || head === 'class' ? bound.binds : [])]);
	// `x.y = 1` and `x[i] = 1` need `x`, `x = 1` makes it.
	const needed = (token: PythonToken, i: number) => OPENING.has(all[i + 1]?.text ?? '') || all[i + 1]?.text === '.' || token.depth > 0;
	const made = all[assigns]?.text === '=' ? all.slice(assigns + 1).concat(all.slice(0, assigns).filter(needed)) : all;
	const source = head === 'for' ? all.slice(all.findIndex((token) => token.text === 'in')) : head === 'import' || head === 'from' ? [] : made;
	const uses = [...new Set(namesIn(source))].filter((name) => !inner.has(name) && !aside.has(name) && !(head === 'with' && bound.binds.includes(name)));
	return {
		head,
		async,
		opens: compound && ends,
		inline: compound && !ends,
		...(bound.name !== undefined && { name: bound.name }),
		params: bound.params,
		binds: bound.binds,
		uses,
		awaits: all.some((token) => token.kind === 'name' && token.text === 'await'),
		...(assigns > 0 && /^[-+]=$/.test(all[assigns]?.text ?? '') && isName(all[0]) && { counter: all[0].text }),
		yields: all.some((token) => token.kind === 'name' && token.text === 'yield'),
		annotated,
		assigns: assigns >= 0,
		shape: compound || SIMPLE.has(first) ? '' : shapeOf(all, assigns),
	};
}
