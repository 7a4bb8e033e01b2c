/** Packages without types of their own. */
declare module 'scalameta-parsers' {
	/** Line and column count from 0. */
	type Result = { type: string } | { error: string; lineNumber: number; columnNumber: number };
	export function parseSource(code: string): Result;
}
