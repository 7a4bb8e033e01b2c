/** What the words behind ```` ```sql ```` say of a lab fence. */

export interface LabFence {
	/** Id of the lab. */
	lab: string;
	/**
	 * `sample` is executed and its result printed; so is `solution`, whose result is also what a reader's attempt is held against;
	 * `attempt` is the text that a reader starts from: it must parse and is not executed.
	 */
	role: 'sample' | 'solution' | 'attempt';
	/** For a solution: the order of the rows counts. */
	ordered: boolean;
	/** What must come of it; without it anything but an error. */
	expect?: { error: string } | { rows: number };
}

/** Key, value, or word of a fence; what stands in quotes, braces and slashes marks lines for the highlighter. */
const TOKEN = /([\w-]+)=("[^"]*"|'[^']*'|\S+)|"[^"]*"|'[^']*'|\{[^}]*\}|\/(?:\\.|[^/\\])*\/|\S+/g;

/**
 * Reads a fence.
 * @returns `undefined` where it is no lab fence; otherwise the fence and what is wrong with it.
 */
export function parseLabFence(lang: string | null | undefined, meta: string | null | undefined): { fence: LabFence; faults: string[] } | undefined {
	const values = new Map<string, string>();
	const words = new Set<string>();
	for (const [token, key, value] of (meta ?? '').matchAll(TOKEN)) {
		if (key && value !== undefined) values.set(key, value.replace(/^(["'])(.*)\1$/s, '$2'));
		else words.add(token);
	}
	const lab = values.get('lab');
	if (lab === undefined) return undefined;

	const faults: string[] = [];
	const role = words.has('solution') ? 'solution' : words.has('attempt') ? 'attempt' : 'sample';
	const fence: LabFence = { lab, role, ordered: words.has('ordered') };
	if (lang !== 'sql') faults.push(`lab=${lab} on a ${lang || 'nameless'} fence, expected \`\`\`sql`);
	const dialect = values.get('dialect');
	if (dialect && dialect !== 'duckdb') faults.push(`a lab fence is DuckDB, not ${dialect}: drop dialect= or lab=`);
	if (words.has('solution') && words.has('attempt')) faults.push('a fence is a solution or an attempt, not both');
	if (fence.ordered && role !== 'solution') faults.push('ordered belongs to a solution');

	const expected = values.get('expect');
	if (expected !== undefined) {
		const [, what, text = ''] = /^(error|rows):\s*(.*)$/s.exec(expected) ?? [];
		if (what === 'error' && text) fence.expect = { error: text };
		else if (what === 'rows' && /^\d+$/.test(text)) fence.expect = { rows: Number(text) };
		else faults.push(`expect="${expected}": expected "error: text of the error" or "rows: number"`);
		if (role !== 'sample' && fence.expect && 'error' in fence.expect) faults.push(`${role === 'solution' ? 'a solution' : 'an attempt'} cannot expect an error`);
		if (role === 'attempt') faults.push('an attempt is not executed: drop expect=');
	}
	return { fence, faults };
}
