/** Searches the depths of Python statements that cost least: a beam search, so that its time is linear in the number of statements. */
import { continuesBlock, costOf } from './python-cost.ts';
import type { Facts } from './python-facts.ts';
import type { Around, Frame, Place } from './python-place.ts';

export interface Statement {
	facts: Facts;
	around: Around;
}

export interface Reading {
	/** The depth of each statement. */
	depths: number[];
	cost: number;
}

interface State extends Place {
	cost: number;
	path: { depth: number; up: State['path'] } | undefined;
	/** The depth at which a decorator asks for its function. */
	decorator: number | undefined;
}

/** Readings kept at each statement; fewer for long texts. */
const beamFor = (statements: number): number => (statements > 400 ? 8 : 48);

/** Deeper than this nobody reads, and hardly anybody writes. */
const DEEPEST = 40;

const MODULE: Facts = {
	head: 'module', async: false, opens: true, inline: false, params: [], binds: [], uses: [],
	awaits: false, yields: false, annotated: false, assigns: false, shape: '',
};

const added = (names: ReadonlySet<string>, more: readonly string[]): ReadonlySet<string> =>
	more.every((name) => names.has(name)) ? names : new Set([...names, ...more]);

/** The frames with what a statement makes entered: a name belongs to the innermost function and to the blocks within it. */
function enter(frames: readonly Frame[], facts: Facts): Frame[] {
	const owner = frames.findLastIndex((frame) => frame.scope);
	const known = frames.some((frame) => frame.scope && facts.binds.every((name) => frame.scope?.has(name)));
	return frames.map((frame, i) => {
		const direct = i === frames.length - 1;
		if (i < owner) return frame;
		return {
			...frame,
			count: frame.count + 1,
			about: frame.facts === MODULE ? frame.about : added(frame.about, facts.binds),
			known: known && frame.facts !== MODULE ? added(frame.known, facts.binds) : frame.known,
			fresh: known || frame.facts === MODULE ? frame.fresh : added(frame.fresh, facts.binds),
			...(frame.scope && { scope: i === owner ? added(frame.scope, facts.binds) : frame.scope }),
			...(direct && { last: facts }),
		};
	});
}

/** A new block; one that continues another (`else`) is about the same names. */
const frameOf = (facts: Facts, before: Frame | undefined): Frame => {
	const conditional = facts.head === 'if' || facts.head === 'elif' || facts.head === 'while';
	const own = facts.head === 'def' ? facts.params : facts.head === 'class' ? [] : facts.binds;
	const about = new Set([...own, ...(conditional ? facts.uses : []), ...(before?.about ?? [])]);
	return {
		facts,
		count: 0,
		about,
		known: new Set(),
		...(before && { branch: before.about }),
		fresh: new Set(facts.head === 'for' || facts.head === 'with' ? facts.binds : []),
		...((facts.head === 'def' || facts.head === 'class') && { scope: new Set(facts.head === 'def' ? facts.params : []) }),
	};
};

/** Names of loops that end here are added, those that get a new value go. */
function spentAfter(spent: ReadonlySet<string>, ended: readonly Frame[], facts: Facts): ReadonlySet<string> {
	const more = added(spent, ended.flatMap((frame) => (frame.facts.head === 'for' ? frame.facts.binds : [])));
	const again = [...facts.binds, ...facts.params];
	return again.some((name) => more.has(name)) ? new Set([...more].filter((name) => !again.includes(name))) : more;
}

/** The ways a statement can follow, one for each depth that the grammar allows. */
function step(state: State, { facts, around }: Statement): State[] {
	const { frames, previous, inline } = state;
	const next: State[] = [];
	if (frames.length > DEEPEST) return next;
	// An inline block is no block to stand in, but one that `else` can follow.
	const deepest = inline ? frames.length - 1 : frames.length;
	for (let length = deepest; length >= (previous?.opens ? deepest : 1); length--) {
		if (state.decorator !== undefined && state.decorator !== length) continue;
		const kept = frames.slice(0, length);
		const ended = frames.slice(length);
		const cost = costOf(facts, kept, inline && !continuesBlock(facts) ? ended.slice(0, -1) : ended, state, around);
		if (cost === Infinity) continue;
		const entered = enter(kept, facts);
		const hidden = ended.reduce((names, { facts: { head }, scope }) => (head === 'def' && scope ? added(names, [...scope]) : names), state.hidden);
		next.push({
			frames: facts.opens || facts.inline ? [...entered, frameOf(facts, continuesBlock(facts) ? ended[0] : undefined)] : entered,
			inline: facts.inline,
			previous: facts,
			hidden,
			spent: spentAfter(state.spent, ended, facts),
			cost: state.cost + cost,
			path: { depth: length - 1, up: state.path },
			decorator: facts.head === '@' ? length : undefined,
		});
	}
	return next;
}

const depthsOf = (state: State): number[] => {
	const depths: number[] = [];
	for (let at = state.path; at; at = at.up) depths.push(at.depth);
	return depths.reverse();
};

/**
 * Readings of the statements, the best first; none where no indentation is valid.
 * The costs are comparable with one another only.
 */
export function search(statements: readonly Statement[]): Reading[] {
	const beam = beamFor(statements.length);
	const module: Frame = { facts: MODULE, count: 0, about: new Set(), fresh: new Set(), known: new Set(), scope: new Set() };
	const start: State = {
		frames: [module], inline: false, previous: undefined, hidden: new Set(), spent: new Set(), cost: 0, path: undefined, decorator: undefined,
	};
	let states = [start];
	for (const statement of statements) {
		states = states.flatMap((state) => step(state, statement));
		states.sort((a, b) => a.cost - b.cost);
		states.length = Math.min(states.length, beam);
	}
	const ends = states.map((state) => ({ depths: depthsOf(state), cost: state.cost + (state.frames.some(({ facts }) => facts.head === 'try') ? 10 : 0) }));
	return ends.sort((a, b) => a.cost - b.cost);
}
