/**
 * How unlikely a depth is for a Python statement: a sum of small costs. What the grammar forbids costs `Infinity`, what a program would
 * hardly do several points; one point is about what tells a likely place from the next likely one.
 */
import type { Facts } from './python-facts.ts';
import type { Around, Frame, Place } from './python-place.ts';

const FOLLOWS: Readonly<Record<string, ReadonlySet<string>>> = {
	elif: new Set(['if', 'elif']),
	else: new Set(['if', 'elif', 'for', 'while', 'except']),
	except: new Set(['try', 'except']),
	finally: new Set(['try', 'except', 'else']),
};
const ENDS = new Set(['return', 'raise', 'break', 'continue']);
/** What a further statement in a block costs: bodies of `if` are short, those of functions are not. */
const STAY: Readonly<Record<string, number>> = { if: 0.9, elif: 0.9, else: 0.7, except: 0.9, finally: 0.6, for: 0.3, while: 0.2, with: 0.5, try: 0.3 };
/** What a statement costs in a block that it has no name in common with. */
const UNRELATED: Readonly<Record<string, number>> = { for: 1.6, while: 1.4, if: 1.3, elif: 1.3, with: 1, else: 0.5, except: 0.5, finally: 0.3 };
/** What it costs to use a name outside of the block that made it. */
const LEFT: Readonly<Record<string, number>> = { for: 1.5, while: 1, if: 0.8, elif: 0.5, with: 0.4 };
/** What an exit costs in a loop's own body, below other statements. */
const EXITS: Readonly<Record<string, number>> = { break: 4, continue: 6, return: 2 };
/** Functions are longer than one statement. */
const IN_FUNCTION = -0.6;
const CLASS_BODY = new Set(['def', 'class', '@', '=', 'pass', 'if']);
/** What is written in loops without a name of theirs. */
const LOOP_HABIT = /(?:^|\.)(?:sleep|print|flush|commit|info|debug|warning|error)$/;

/** Whether `facts` continues the compound statement of a frame. */
export const continuesBlock = ({ head }: Facts): boolean => head in FOLLOWS;

const isLoop = (frame: Frame): boolean => frame.facts.head === 'for' || frame.facts.head === 'while';
const isFunction = (frame: Frame): boolean => frame.facts.head === 'def';
const relates = (facts: Facts, reach: readonly string[], names: ReadonlySet<string>): boolean =>
	reach.some((name) => names.has(name)) || (!facts.opens && facts.binds.some((name) => names.has(name)));
const innermost = (frames: readonly Frame[], is: (frame: Frame) => boolean): number => frames.findLastIndex(is);
const methodLike = (facts: Facts): boolean => facts.head === 'def' && /^(?:self|cls|mcs)$/.test(facts.params[0] ?? '');

/** What must not be: the grammar's rules. */
function forbidden(facts: Facts, kept: readonly Frame[], dropped: readonly Frame[]): number {
	const parent = kept.at(-1);
	const follows = FOLLOWS[facts.head];
	const closed = dropped[0];
	if (follows && !(closed && follows.has(closed.facts.head))) return Infinity;
	if (dropped.some((frame, i) => frame.facts.head === 'try' && !(i === 0 && (facts.head === 'except' || facts.head === 'finally')))) return Infinity;
	if ((parent?.facts.head === 'match') !== (facts.head === 'case')) return Infinity;
	const fn = innermost(kept, isFunction);
	const cls = innermost(kept, (frame) => frame.facts.head === 'class');
	let cost = 0;
	if ((facts.head === 'return' || facts.yields) && fn <= cls) cost += 50;
	if ((facts.awaits || facts.async) && facts.head !== 'def' && !(fn >= 0 && kept[fn]?.facts.async)) cost += 30;
	if ((facts.head === 'break' || facts.head === 'continue') && innermost(kept, isLoop) <= Math.max(fn, cls)) cost += 50;
	return cost;
}

/** Names decide: what is used must be visible, and a function is hardly used in its own body. */
function names(facts: Facts, kept: readonly Frame[], dropped: readonly Frame[], { hidden, spent }: Place, reach: readonly string[]): number {
	let cost = facts.uses.some((name) => spent.has(name)) ? 1.2 : 0;
	const visible = (name: string) => kept.some((frame) => frame.scope?.has(name));
	const closing = dropped.filter(isFunction);
	const lost = facts.uses.filter((name) => !visible(name) && (hidden.has(name) || closing.some((frame) => frame.scope?.has(name))));
	// A caller often names its variable like the parameter.
	const parameters = lost.filter((name) => closing.some((frame) => frame.facts.params.includes(name)));
	if (lost.length > parameters.length) cost += 4 + lost.length;
	else if (lost.length > 0) cost += 1.5;
	kept.forEach(({ facts: { head, name } }, i) => {
		// A method may make an object of its class.
		const own = name !== undefined && facts.uses.includes(name) && !(head === 'class' && kept.slice(i).some(isFunction));
		if (own) cost += 7;
	});
	for (const frame of dropped) {
		const left = LEFT[frame.facts.head];
		// What `with` opened is closed below it.
		if (frame.facts.head === 'with' && reach.some((name) => frame.facts.binds.includes(name) && !facts.binds.includes(name))) cost += 3;
		else if (left !== undefined && facts.uses.some((name) => frame.fresh.has(name) && !facts.binds.includes(name)))
			cost += facts.awaits && frame.facts.async ? 1.5 : left;
	}
	return cost;
}

/** What a function, class or its decorator costs in the block it would stand in. */
function definition(facts: Facts, kept: readonly Frame[], { target, isStatic }: Around): number {
	const parent = kept.at(-1)?.facts.head;
	const inClass = kept.some((frame) => frame.facts.head === 'class');
	if (methodLike(target)) return parent === 'class' ? 0 : 8;
	if (isStatic) return parent === 'class' ? 0 : 5;
	if (kept.length === 1) return 0;
	if (parent === 'class') return target.head === 'class' ? 2.5 : target.name?.startsWith('__') ? 0 : 5;
	const sibling = kept.at(-1)?.last;
	const alike = sibling && (sibling.head === 'def' || sibling.head === '@') && (facts.head !== '@' || sibling.head === '@' || sibling.head === 'def');
	return (target.head === 'class' ? 6 : 4) + (inClass ? 1 : 0) - (alike ? 1.5 : 0);
}

/** `n += 1` and a test of `n` below it go together. */
const counts = (facts: Facts, previous: Facts | undefined): boolean =>
	facts.head === 'if' && previous?.counter !== undefined && facts.uses.includes(previous.counter);

/** It follows the last statement of a block as another of the same kind, or sets what the branch before set. */
const goesOnIn = (facts: Facts, frame: Frame, previous: Facts | undefined): boolean =>
	(facts.shape !== '' && facts.shape === frame.last?.shape) ||
	(frame.last === previous && counts(facts, previous)) ||
	(facts.head === '=' && frame.branch !== undefined && facts.binds.length > 0 && facts.binds.every((name) => frame.branch?.has(name)));

/** Whether a statement has to do with a block. A sum made in a loop is used below it, too: that a loop or a condition uses it says nothing. */
const concerns = (facts: Facts, frame: Frame, reach: readonly string[]): boolean =>
	isLoop(frame) && (facts.opens || facts.inline || facts.head === 'return')
		? reach.some((name) => frame.fresh.has(name) || (frame.about.has(name) && !frame.known.has(name)))
		: relates(facts, reach, frame.about);

/** What a statement costs within one open block, whose own statements it would follow. */
function fits(facts: Facts, frame: Frame, direct: boolean, habit: boolean, { reach }: Around): number {
	const { head } = frame.facts;
	const related = concerns(facts, frame, reach);
	if (head === 'def') return facts.shape === '...' || related ? IN_FUNCTION : frame.about.size > 0 ? 1.2 : -0.2;
	let cost = direct ? (frame.facts.async && head === 'with' ? 0.1 : (STAY[head] ?? 0)) : 0;
	if (!related && frame.about.size > 0) cost += (UNRELATED[head] ?? 0) * (habit ? 0 : 1);
	if (!related && isLoop(frame) && (facts.opens || facts.head === '=')) cost += 0.5;
	// What every branch has set is used below them.
	if (facts.head !== '=' && frame.branch && facts.uses.some((name) => frame.branch?.has(name) && frame.known.has(name))) cost += 2;
	if (frame.facts.head === facts.head && facts.opens && facts.binds.some((name) => frame.facts.binds.includes(name))) cost += 4;
	if (head === 'if' && facts.head === 'if' && frame.facts.uses.join() === facts.uses.join()) cost += 1.5;
	return cost;
}

/** What tells whether a statement belongs to the blocks it would stay in: a block that it has to do with speaks for those around it. */
function belonging(facts: Facts, kept: readonly Frame[], place: Place, around: Around): number {
	let cost = 0;
	let settled = false;
	const usual = LOOP_HABIT.test(facts.shape) && !kept.some((frame) => !isFunction(frame) && relates(facts, around.reach, frame.about));
	for (let i = kept.length - 1; i > 0; i--) {
		const frame = kept[i];
		if (!frame || frame.count === 0) continue;
		const direct = i === kept.length - 1;
		const habit = usual && isLoop(frame);
		const goesOn = direct && goesOnIn(facts, frame, place.previous);
		if (goesOn) cost -= 1.2;
		if (isFunction(frame)) return cost + (settled || goesOn ? IN_FUNCTION : fits(facts, frame, direct, habit, around));
		if (!settled && !goesOn) cost += fits(facts, frame, direct, habit, around);
		settled ||= goesOn || habit || concerns(facts, frame, around.reach);
	}
	return cost;
}

/** A class holds fields and functions. */
function inClassBody(facts: Facts, parent: Frame): number {
	let cost = 0;
	if (!CLASS_BODY.has(facts.head) && !(facts.head === 'expression' && parent.count === 0)) cost += 5;
	if (facts.head === '=' && parent.last?.head === 'def' && !facts.annotated) cost += 3;
	if (facts.head === '=' && !facts.annotated && parent.last?.annotated) cost += 1.5;
	return cost + (facts.head === 'if' ? 4 : 0);
}

/** Ends of blocks: after `return` nothing follows, and it seldom stands in a loop's own body. */
function endings(facts: Facts, kept: readonly Frame[], dropped: readonly Frame[], place: Place, { isLast }: Around): number {
	let cost = 0;
	const parent = kept.at(-1);
	const ended = place.previous && ENDS.has(place.previous.head);
	if (ended && dropped.length === 0 && !place.inline) cost += 20;
	if (place.previous?.head === 'pass' && dropped.length === 0 && parent?.facts.head !== 'class') cost += 6;
	if (parent && parent.count > 0 && isLoop(parent) && EXITS[facts.head]) cost += EXITS[facts.head] ?? 0;
	if (facts.head === 'return' && isLast && parent && !isFunction(parent) && parent.facts.head !== 'with' && parent.count > 0) cost += 0.7;
	if ((facts.head === 'import' || facts.head === 'from') && kept.length > 1)
		cost += parent?.last === undefined || ['import', 'from'].includes(parent.last.head) ? 1 : 3;
	if (facts.head === 'if' && facts.uses.includes('__name__') && kept.length > 1) cost += 30;
	// A pause is one between the rounds of a loop.
	if (/(?:^|\.)sleep$/.test(facts.shape) && dropped.some(isLoop)) cost += 1;
	const free = ended ? 1 : 0;
	const levels = dropped.length - free;
	if (levels > 0) {
		cost += 0.8 + 0.2 * (levels - 1);
		if (dropped.slice(free && dropped.length > 1 ? 0 : free).some(isFunction) && !['def', 'class', '@'].includes(facts.head) && !ended) cost += 0.8;
	}
	return cost;
}

/** The cost of a statement in the block `kept.at(-1)`, when the blocks `dropped` (the outermost first) end before it. */
export function costOf(facts: Facts, kept: readonly Frame[], dropped: readonly Frame[], place: Place, around: Around): number {
	const must = forbidden(facts, kept, dropped);
	if (must === Infinity) return must;
	if (continuesBlock(facts)) {
		const unusual = facts.head === 'else' && ['for', 'while', 'except'].includes(dropped[0]?.facts.head ?? '') ? 3 : 0;
		return must + unusual + 0.4 * (dropped.length - 1);
	}
	const defines = facts.head === 'def' || facts.head === 'class' || facts.head === '@';
	let cost = must + names(facts, kept, dropped, place, around.reach) + endings(facts, kept, dropped, place, around);
	if (!defines) cost += belonging(facts, kept, place, around);
	else if (place.previous?.head !== '@') cost += definition(facts, kept, around);
	const parent = kept.at(-1);
	if (parent?.facts.head === 'class') cost += inClassBody(facts, parent);
	// A type without a value describes a field.
	else if (facts.annotated) cost += facts.assigns ? 1.5 : 2.5;
	const stays = dropped.length === 0 && kept.length > 1 && !place.previous?.opens;
	if (around.blanks > 0) cost += stays ? 0.7 : -0.3;
	if (around.blanks > 1 && kept.length > 1) cost += 3;
	if (around.comment && stays) cost += 0.3;
	if (around.indent > 0 && kept.length === 1) cost += 3;
	return cost;
}
