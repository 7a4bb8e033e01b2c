/** One thing wrong with the content, with the place to mend it. */
export interface Problem {
	file: string;
	/** 1-based line of the file. */
	line: number;
	message: string;
}

/** All problems as text, in file and line order, the form editors and terminals link: `file:line message`. */
export function formatProblems(problems: Problem[]): string {
	const sorted = [...problems].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
	const count = `${sorted.length} ${sorted.length === 1 ? 'problem' : 'problems'} in the content`;
	return [...sorted.map((problem) => `${problem.file}:${problem.line} ${problem.message}`), count].join('\n');
}
