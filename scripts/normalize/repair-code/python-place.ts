/** Where a Python statement may stand: the open blocks and what surrounds it. */
import type { Facts } from './python-facts.ts';

/** An open block. */
export interface Frame {
	facts: Facts;
	/** Statements seen in it. */
	count: number;
	/** Names it is about: its targets, those of its condition, those made in its body. */
	about: ReadonlySet<string>;
	/** Names that were first made in it. */
	fresh: ReadonlySet<string>;
	/** Those of `about` that had a value before it. */
	known: ReadonlySet<string>;
	/** Names of the branch before it: `else` sets what `if` set. */
	branch?: ReadonlySet<string>;
	/** Names of a function, or of the module. */
	scope?: ReadonlySet<string>;
	/** The last statement that stands directly in it. */
	last?: Facts;
}

export interface Place {
	/** Blocks from the outside in; the first one is the module. */
	frames: readonly Frame[];
	/** The last one is written on one line: nothing can stand in it, but `else` may follow it. */
	inline: boolean;
	previous: Facts | undefined;
	/** Names made in functions that are closed. */
	hidden: ReadonlySet<string>;
	/** What loops that are closed ran over: seldom used below them. */
	spent: ReadonlySet<string>;
}

/** What surrounds a statement. */
export interface Around {
	/** A comment stands before it. */
	comment: boolean;
	/** Blank lines before it. */
	blanks: number;
	/** Columns by which it is indented; 0 where the indentation is lost. */
	indent: number;
	/** The function or class that it is a decorator of; the statement itself else. */
	target: Facts;
	/** Decorated as a method without `self`. */
	isStatic: boolean;
	/** No statement follows, or a definition. */
	isLast: boolean;
	/** Names it uses, with those of the first statement of its body: what a loop is about stands often there. */
	reach: readonly string[];
}
