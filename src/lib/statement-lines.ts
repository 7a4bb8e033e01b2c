/** Comments, strings and quoted names, in which a semicolon ends nothing; a semicolon; white space; anything else. */
const PIECE = /--.*|\/\*[\s\S]*?\*\/|'(?:''|[^'])*'|"(?:""|[^"])*"|\$\$[\s\S]*?\$\$|;|\s+|[^\s;'"$/-]+|[^]/g;

/** The 1-based line on which each statement of a script begins; comments before it are not part of it. */
export function statementLines(sql: string): number[] {
	const lines: number[] = [];
	let line = 1;
	let inside = false;
	for (const [piece] of sql.matchAll(PIECE)) {
		if (piece === ';') inside = false;
		else if (!inside && !/^(\s|--|\/\*)/.test(piece)) {
			lines.push(line);
			inside = true;
		}
		line += piece.split('\n').length - 1;
	}
	return lines;
}
