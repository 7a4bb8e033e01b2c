/** HTML entities left over when a page was flattened to text. */
import { windowsCharacter } from './characters.ts';
import { fencedLines } from './fenced.ts';
import type { Tally } from './tally.ts';

const NAMED: ReadonlyMap<string, string> = new Map(Object.entries({
	amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', shy: '', mdash: '—', ndash: '–', minus: '−',
	hellip: '…', lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„', laquo: '«', raquo: '»', lsaquo: '‹', rsaquo: '›', bull: '•',
	middot: '·', rarr: '→', larr: '←', uarr: '↑', darr: '↓', harr: '↔', rArr: '⇒', lArr: '⇐', hArr: '⇔', times: '×', divide: '÷', plusmn: '±', le: '≤',
	ge: '≥', ne: '≠', asymp: '≈', equiv: '≡', infin: '∞', radic: '√', sum: '∑', deg: '°', micro: 'µ', sup2: '²', sup3: '³', frac12: '½', frac14: '¼',
	check: '✓', copy: '©', reg: '®', trade: '™', sect: '§', para: '¶', euro: '€', pound: '£', yen: '¥', cent: '¢', auml: 'ä', ouml: 'ö', uuml: 'ü',
	Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü', szlig: 'ß', eacute: 'é', egrave: 'è', ecirc: 'ê', agrave: 'à', aacute: 'á', acirc: 'â', ccedil: 'ç', iacute: 'í',
	ocirc: 'ô', oacute: 'ó', uacute: 'ú', ugrave: 'ù', ntilde: 'ñ', atilde: 'ã', otilde: 'õ', aring: 'å', oslash: 'ø', aelig: 'æ', alpha: 'α',
	beta: 'β', mu: 'μ', pi: 'π', sigma: 'σ', lambda: 'λ', Delta: 'Δ', Sigma: 'Σ', zwnj: '', zwj: '', lrm: '', rlm: '',
}));
const ENTITY = /&(#\d{1,7}|#[xX][\dA-Fa-f]{1,6}|[A-Za-z]{2,8}\d{0,2});/g;
/** Code in which an entity is what the author meant. */
const MARKUP = /^(?:html?|xml|xhtml|svg|jsx|tsx|vue|svelte|astro|mdx?|markdown|php|xslt?)$/;
const TAG = /<\/?[A-Za-z!?][^<>\n]{0,200}>/;
const SPEAKS_OF_IT = /\bentit(?:y|ies)\b|\bescap(?:e|es|ed|ing)\b|\bhtml\b|\bxml\b/i;
/** Fewer are what a document may show on purpose. */
const LEAST = 5;
const LEAST_LINES = 3;

/** The character of an entity; nothing where there is none to be put into a text. */
function characterOf(name: string): string | undefined {
	if (!name.startsWith('#')) return NAMED.get(name);
	const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
	if (code >= 0x80 && code < 0xa0) return windowsCharacter(code).replace('\ufffd', '') || undefined;
	if (code === 9 || code === 10 || code === 13 || code === 0xa0) return ' ';
	const character = code <= 0x10ffff ? String.fromCodePoint(code) : '';
	return character && !/[\p{Cc}\p{Cs}\p{Cn}\p{Co}]/u.test(character) ? character : undefined;
}

/** Whether a line may hold leftovers at all: not where it is markup or speaks of entities. */
const eligible = (line: string, info: string | undefined): boolean =>
	line.includes('&') && !MARKUP.test(info ?? '') && !TAG.test(line) && !SPEAKS_OF_IT.test(line);

/** An entity that is quoted as a whole is shown, not left over. */
const isShown = (line: string, start: number, end: number): boolean => /[`'"]/.test(line[start - 1] ?? '') && line[start - 1] === line[end];

function entitiesOf(line: string): number {
	const leftover = ({ 0: all, 1: name = '', index }: RegExpExecArray): boolean => characterOf(name) !== undefined && !isShown(line, index, index + all.length);
	return [...line.matchAll(ENTITY)].filter(leftover).length;
}

/**
 * Replaces HTML entities in a document that is full of them and writes hardly an ampersand plainly: there they are left over. The name goes to
 * the furniture. A handful stays and is noted; markup, fences of markup languages and lines that speak of entities are left alone.
 */
export function repairEntities(lines: readonly string[], found: Tally): string[] {
	if (!lines.some((line) => line.includes('&') && ENTITY.test(line))) return [...lines];
	ENTITY.lastIndex = 0;
	const fenced = fencedLines(lines);
	const counts = lines.map((line, at) => (eligible(line, fenced[at]) ? entitiesOf(line) : 0));
	const all = counts.reduce((sum, count) => sum + count, 0);
	const bare = lines.reduce((sum, line) => sum + (line.includes('&') ? (line.match(/&(?=\s)/g)?.length ?? 0) : 0), 0);
	const leftover = all >= LEAST && counts.filter(Boolean).length >= LEAST_LINES && all >= 2 * bare;
	return lines.map((line, at) => {
		if (!counts[at]) return line;
		if (!leftover) {
			const seen = line.match(ENTITY)?.slice(0, 5).join(' ') ?? '';
			found.add({ line: at + 1, kind: 'uncertain', what: 'may be a leftover HTML entity', seen, confidence: 0.5 });
			return line;
		}
		return line.replace(ENTITY, (entity: string, name: string, place: number) => {
			const character = isShown(line, place, place + entity.length) ? undefined : characterOf(name);
			if (character === undefined) return entity;
			found.takeOut(at + 1, name.replace('#', ''), 'HTML entity');
			found.add({ line: at + 1, kind: 'repaired', what: 'HTML entity made a character', seen: `${entity} → ${character}` });
			return character;
		});
	});
}
