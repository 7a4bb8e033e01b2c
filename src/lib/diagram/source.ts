/** A diagram's source, read as far as all kinds have it in common: comments, title and description, kind, statements. */
import { DiagramError } from './error.ts';

export type DiagramKind = 'flowchart' | 'state' | 'sequence' | 'class' | 'er' | 'xychart';

export interface Statement {
	/** 1-based line within the source. */
	line: number;
	/** Without surrounding white space; never empty, never a comment. */
	text: string;
}

export interface DiagramSource {
	kind: DiagramKind;
	header: Statement;
	/** What follows the header, without `accTitle` and `accDescr`. */
	body: Statement[];
	title: string;
	description: string;
}

const HEADERS: [RegExp, DiagramKind][] = [
	[/^(flowchart|graph)\b/, 'flowchart'],
	[/^stateDiagram(-v2)?$/, 'state'],
	[/^sequenceDiagram$/, 'sequence'],
	[/^classDiagram$/, 'class'],
	[/^erDiagram$/, 'er'],
	[/^xychart(-beta)?\b/, 'xychart'],
];
const KNOWN = 'flowchart LR, stateDiagram-v2, sequenceDiagram, classDiagram, erDiagram or xychart-beta';

/** Statements of flowcharts and state diagrams that set colors or behavior, which belong to the site. */
const NOT_OURS = /^(style|classDef|class|linkStyle)\s+[\p{L}\p{N}_]/u;

/** Splits a source into header, statements, title and description. Throws `DiagramError`. */
export function readSource(source: string): DiagramSource {
	const statements = readStatements(source);
	const header = statements.shift();
	if (!header) throw new DiagramError(`The diagram is empty. Expected ${KNOWN}.`, 1);
	if (header.text === '---') throw new DiagramError('Front matter is not read. Expected the kind of the diagram first, then accTitle and accDescr.', header.line);
	const kind = HEADERS.find(([pattern]) => pattern.test(header.text))?.[1];
	if (!kind) throw new DiagramError(`Unknown kind of diagram: "${header.text}". Expected ${KNOWN}.`, header.line);

	const found: { accTitle?: string; accDescr?: string } = {};
	const body: Statement[] = [];
	for (let i = 0; i < statements.length; i++) {
		const statement = statements[i]!;
		const accessible = /^(accTitle|accDescr)\s*(?::\s*(.*)|\{(.*))$/.exec(statement.text);
		if (!accessible) {
			const foreign = (kind === 'flowchart' || kind === 'state') && NOT_OURS.exec(statement.text)?.[1];
			if (foreign) throw new DiagramError(`"${foreign}" is not drawn: colors come from the site. Remove the line.`, statement.line);
			body.push(statement);
			continue;
		}
		const key = accessible[1] as 'accTitle' | 'accDescr';
		let text = accessible[2] ?? '';
		if (accessible[3] !== undefined) {
			const block = [accessible[3]];
			while (!block.at(-1)!.endsWith('}')) {
				const next = statements[++i];
				if (!next) throw new DiagramError(`${key} opens a block. Expected a closing "}".`, statement.line);
				block.push(next.text);
			}
			text = block.join(' ').slice(0, -1).trim();
		}
		if (!text) throw new DiagramError(`${key} is empty. Expected "${key}: text".`, statement.line);
		if (found[key]) throw new DiagramError(`${key} stands here a second time. Expected one.`, statement.line);
		found[key] = text;
	}
	for (const key of ['accTitle', 'accDescr'] as const) {
		if (!found[key]) throw new DiagramError(`The diagram has no ${key}. Expected a line "${key}: …" below "${header.text}".`, header.line);
	}
	return { kind, header, body, title: found.accTitle!, description: found.accDescr! };
}

function readStatements(source: string): Statement[] {
	return source.split(/\r?\n/).flatMap((raw, i) => {
		const text = raw.trim();
		if (text.startsWith('%%{')) throw new DiagramError('A directive (%%{…}%%) is not read: the look comes from the site. Remove the line.', i + 1);
		return text === '' || text.startsWith('%%') ? [] : [{ line: i + 1, text }];
	});
}

/** The error for a statement that no rule of its kind understands. */
export function notUnderstood(statement: Statement, expected: string): DiagramError {
	return new DiagramError(`Cannot read "${statement.text}". Expected ${expected}.`, statement.line);
}
