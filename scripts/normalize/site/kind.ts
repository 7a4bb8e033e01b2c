/** The kind of a scenario and how long it takes. */
import { KINDS, type Difficulty, type Kind } from '../../../src/lib/kinds.ts';
import type { Block } from '../model.ts';

const anyOf = (patterns: RegExp[]): string => `\\b(?:${patterns.map(({ source }) => source).join('|')})`;
const words = (...patterns: RegExp[]): RegExp => new RegExp(`${anyOf(patterns)}\\b`, 'i');
const beginnings = (...patterns: RegExp[]): RegExp => new RegExp(anyOf(patterns), 'i');

/** What the wording of a question says of its kind: pattern and how often it is right. The first that matches wins. */
const WORDING: readonly (readonly [Kind, RegExp, number])[] = [
	[
		'behavioural',
		words(
			/tell me about (?:a|your|yourself)|a time (?:when )?you|describe a (?:time|situation)|behaviou?ral|a disagreement|conflict with/,
			/(?:a|the|one|your) peer|feedback|pushing back|stakeholder|onboard|your (?:manager|peer|idea)|what do you do when you reali[sz]e/,
		),
		0.8,
	],
	[
		'internals',
		beginnings(
			/difference between|can you explain|what is (?!your|happening)[\w" ]{3,40}(?:\?|and )|under the hood|internally/,
			/walk me through what happens/,
		),
		0.65,
	],
	[
		'incident',
		words(
			/incident|outage|tripled|doubled overnight|are exhausted|numbers don['’]t match|check first|on-call|pager|missed (?:its |the )?sla/,
			/corrupted|dashboard shows|page at 3|last night/,
		),
		0.75,
	],
	[
		'coding',
		words(
			/write (?:a|the) (?:query|function|sql)|compute (?:the |month|a )|return the (?:top|\w+ \d)/,
			/find (?:all|the|every|users|pairs)\b.{0,60}\b(?:pairs|users|customers|orders|rows)|for each \w+, (?:find|return|compute|list)/,
			/implement (?:a function|in (?:sql|python))/,
		),
		0.75,
	],
	[
		'trade-off',
		words(
			/vs\.?|versus|or (?:batch|streaming|spark|iceberg|kafka|snowflake)|when (?:to use|would you|not to|is)|should (?:we|this|you)/,
			/trade-?offs?|build or buy|which (?:one|would)|pick two|choose between/,
		),
		0.65,
	],
	[
		'design',
		words(
			/design|architect(?:ure)?|build (?:a|an|the) (?:system|pipeline|platform|service|feature store)/,
			/how would you (?:build|design|structure|architect)/,
		),
		0.75,
	],
	['modeling', words(/scd|slowly changing|dimension(?:s|al)?|fact tables?|star schema|data vault|grain|surrogate|soft deletes?/), 0.6],
	['quality', beginnings(/data quality|contracts?|schema (?:drift|evolution|changes?)|tests?|testing|ci\/cd|freshness|anomal|validat|reconcil|backfill/), 0.6],
	[
		'optimization',
		words(
			/optimi[sz]e|optimi[sz]ation|reduce|speed up|faster|cut (?:the )?costs?|costs?|too (?:big|slow|many|large)|efficiently|sub-second/,
			/minimi[sz]e|small files|compaction|shuffle/,
		),
		0.65,
	],
	[
		'debugging',
		words(
			/why (?:did|is|does|do|are|was)|what happened|what (?:would|do) you check|oom|out of memory|stuck|hangs?|crash(?:es)?|fails?/,
			/failing|slow|spill|diagnose|debug|wrong|duplicates?/,
		),
		0.6,
	],
	['internals', words(/how does|what happens|explain|walk me through|internally|what is|difference between|under the hood|how do/), 0.6],
];

/** What stands before a colon of a title names its kind outright. */
const PREFIX: Readonly<Record<string, Kind>> = {
	incident: 'incident', debugging: 'debugging', design: 'design', 'system design': 'design', internals: 'internals', modeling: 'modeling', modelling: 'modeling',
	quality: 'quality', 'trade-off': 'trade-off', 'trade-offs': 'trade-off', tradeoffs: 'trade-off', behavioral: 'behavioural', behavioural: 'behavioural',
	optimization: 'optimization', performance: 'optimization', coding: 'coding', sql: 'coding',
};

/** Headings of a task to work out. */
const TASK = /^(?:(?:input )?schema|walkthrough|expected output|starter)$/i;

/** The kind of a scenario by its wording, with how sure it is. A word before a colon of the title decides; all else is a guess. */
export function kindOf(draft: { title: string; question?: string; blocks?: readonly Block[] }): { kind: Kind; confidence: number } {
	const prefix = PREFIX[/^([\p{L}-]+(?: [\p{L}-]+)?):/u.exec(draft.title)?.[1]?.toLowerCase() ?? ''];
	if (prefix && KINDS.includes(prefix)) return { kind: prefix, confidence: 0.95 };
	// A schema to query and a solution worked out belong to a task.
	const hasTask = draft.blocks?.some((block) => block.kind === 'heading' && TASK.test(block.text.trim()));
	if (hasTask && draft.blocks?.some(({ kind }) => kind === 'code')) return { kind: 'coding', confidence: 0.85 };
	const text = `${draft.title}\n${draft.question ?? ''}`.slice(0, 2000);
	const [kind, , confidence] = WORDING.find(([, pattern]) => pattern.test(text)) ?? (['internals', /^/, 0.3] as const);
	return { kind, confidence };
}

/** Minutes to answer aloud, follow-ups included: what most scenarios of the difficulty take. */
export const minutesOf = (difficulty: Difficulty): number => ({ easy: 7, medium: 12, hard: 20 })[difficulty];
