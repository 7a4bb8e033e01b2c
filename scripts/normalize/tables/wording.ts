/** What words say about a line next to tables: whether it is code, a drawing, or the header of a table. All of it is guessed. */

/** A line is judged by its beginning and its end; what is between cannot make it cheaper to read. */
const MOST_LOOKED_AT = 400;

const excerpt = (text: string): string =>
	(text.length > 2 * MOST_LOOKED_AT ? `${text.slice(0, MOST_LOOKED_AT)} ${text.slice(-MOST_LOOKED_AT)}` : text).trim();

const CODE = [
	/[;{}]$/,
	/\w\($|[[(,\\]$/,
	/^(?:\$ |>>> |\.\.\. |mysql> |postgres=|spark-sql|scala> |sql> |#!|--|\/\/|@\w|\.\w+\()/i,
	/^(?:SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|MERGE|WITH|FROM|WHERE|JOIN|LEFT JOIN|GROUP BY|ORDER BY|SHOW|DESCRIBE|EXPLAIN|CALL)\s/,
	/^(?:import|from \S+ import|def|class|return|val|var|let|const|if|for|while|case|elif|else:|try:)\b.*[:({=;]?$/,
	/\|\|/,
	/^\w[\w.]* ?(?:=|\+=|:=) ?\S/,
	/\.(?:show|printSchema|explain|collect|display|head|print)\(.*\)$/,
	/^(?:cat|grep|kubectl|curl|awk|sed|ls|ps|docker|aws|psql|jq|xargs|sort|find|echo|tail|kafka-\S+) /,
];

/** Whether a line reads as code: a statement, a prompt, a comment of a program. Guessed from the line alone. */
export const looksLikeCode = (text: string): boolean => {
	const line = excerpt(text);
	return CODE.some((pattern) => pattern.test(line));
};

/** Whether a line has the marks of a drawing: arrows, box characters, runs of dashes between words. */
export const looksLikeDrawing = (text: string): boolean => /-->|==>|<--|<==|\|--|[-=]{4,}|[│┌┐└┘├┤┬┴┼─▶◀▼▲]/.test(excerpt(text));

const NUMBER = /^[-+~<>≤≥≈±$€£]?\s?\d[\d\s.,:/]*\s?(?:%|[a-zA-Zµ]{1,3}(?:\/s)?|bytes|rows|secs?|mins?|hours?|days?)?$/;

/** Whether a cell is a number, with a unit or without. */
export const isNumber = (cell: string): boolean => cell.length < 40 && NUMBER.test(cell.trim());

/** Whether cells read as the header of a table: each filled, short, no number, no sentence, and begun with a capital or a sign. */
export const readsAsHeader = (cells: string[]): boolean =>
	cells.length > 1
	&& cells.every((cell) => {
		const text = cell.replace(/^[*_`]+|[*_`]+$/g, '');
		return text.length > 0 && text.length <= 40 && text.split(/\s+/).length <= 6 && !isNumber(text) && !/[.;!,]$/.test(text) && /^[\p{Lu}#№]/u.test(text);
	});

/** Whether a row above `rows` is their header by the types: somewhere a word stands over numbers alone. */
export const headsNumbers = (cells: string[], rows: string[][]): boolean =>
	rows.length > 0 && cells.every((cell) => cell && !isNumber(cell))
	&& cells.some((_, column) => rows.every((row) => isNumber(row[column] ?? '')));
