/** Indentation of shell commands: continued lines and the bodies of `if`, `for`, `while` and `case`. */

const HEREDOC = /<<-?\s*(["']?)([A-Za-z_]\w*)\1/;
const OPENS = /(?:^|[;&|]\s*)(?:then|do|\{)\s*(?:#.*)?$|\)\s*\{\s*$|^\s*case\b.*\bin\s*$/;
const CLOSES = /^(?:fi|done|esac|\})\b|^\}/;

/** What a line leaves open: its last quote, if that one has no end on it. */
function openQuote(line: string, before: string): string {
	let quote = before;
	for (let i = 0; i < line.length; i++) {
		const char = line[i] ?? '';
		if (char === '\\' && quote !== "'") i++;
		else if (quote) quote = char === quote ? '' : quote;
		else if (char === '"' || char === "'") quote = char;
		else if (char === '#' && (i === 0 || /\s/.test(line[i - 1] ?? ''))) break;
	}
	return quote;
}

/** Commands with continued lines hanging by two columns. Lines of here-documents and of strings stay as they are. */
export function indentShell(text: string): string {
	let depth = 0;
	let continues = false;
	let quote = '';
	let heredoc = '';
	return text
		.split('\n')
		.map((source) => {
			if (heredoc) {
				if (source.trim() === heredoc) heredoc = '';
				return source;
			}
			const inString = quote !== '';
			quote = openQuote(source, quote);
			if (inString) return source;
			const body = source.trim();
			if (!continues && CLOSES.test(body)) depth = Math.max(0, depth - 1);
			// `then` and `do` on a line of their own open what `if` and `for` above them began; `else` and `elif` stand out.
			const out = /^(?:else|elif)\b/.test(body) ? 1 : 0;
			const own = Math.max(0, depth - out) + (continues ? 1 : 0);
			if (!out && !continues && OPENS.test(body)) depth++;
			continues = body.endsWith('\\');
			heredoc = HEREDOC.exec(body)?.[2] ?? '';
			return body && '  '.repeat(own) + body;
		})
		.join('\n');
}
