/** Fences of Markdown, for steps that must leave code alone. */

/** For each line, the info string of the fence it is in (`''` where the fence has none), or nothing outside. The fences' own lines are inside. */
export function fencedLines(lines: readonly string[]): (string | undefined)[] {
	let mark: string | undefined;
	let info = '';
	return lines.map((line) => {
		const fence = /^\s{0,40}(`{3,40}|~{3,40})(?!`)\s*([^\s`]{0,40})/.exec(line);
		if (mark === undefined) {
			if (!fence?.[1]) return undefined;
			mark = fence[1];
			info = (fence[2] ?? '').toLowerCase();
		} else if (fence?.[1]?.startsWith(mark) && !fence[2]) {
			mark = undefined;
		}
		return info;
	});
}
