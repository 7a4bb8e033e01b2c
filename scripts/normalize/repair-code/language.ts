/** The language of a code sample: the name the document gives it, then what it looks like. The parsers judge later. */
import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import ini from 'highlight.js/lib/languages/ini';
import java from 'highlight.js/lib/languages/java';
import json from 'highlight.js/lib/languages/json';
import properties from 'highlight.js/lib/languages/properties';
import protobuf from 'highlight.js/lib/languages/protobuf';
import python from 'highlight.js/lib/languages/python';
import scala from 'highlight.js/lib/languages/scala';
import sql from 'highlight.js/lib/languages/sql';
import yaml from 'highlight.js/lib/languages/yaml';
import { OTHER_NAMES } from '../../../src/lib/samples/registry.ts';
import { SQL_DIALECTS } from '../../../src/lib/samples/sql.ts';
import { pattern } from './pattern.ts';

const GRAMMARS = { bash, ini, java, json, properties, protobuf, python, scala, sql, yaml };
for (const [name, language] of Object.entries(GRAMMARS)) hljs.registerLanguage(name, language);

/** Names that stand for a dialect or a library rather than a language. */
const MEANT: Readonly<Record<string, string>> = {
	pyspark: 'python', python3: 'python', ipython: 'python', protobuf3: 'protobuf', cfg: 'ini', props: 'properties', golang: 'go',
	output: 'text', none: 'text', ascii: 'text', tree: 'text', pseudocode: 'text',
};
const DIALECT: Readonly<Record<string, string>> = {
	postgresql: 'postgres', psql: 'postgres', sparksql: 'spark', 'spark-sql': 'spark', flinksql: 'flink', mssql: 'tsql', plsql: 'oracle',
};

/** A name as this site writes it: the language, and the dialect where the name says one. Undefined for what is no name of a language. */
export function namedLanguage(name: string | undefined): { lang: string; dialect?: string } | undefined {
	const plain = (name ?? '').trim().toLowerCase().replace(/^[.{]+|[}:]+$/g, '');
	if (!/^[a-z][a-z0-9+#-]{0,20}$/.test(plain)) return undefined;
	const dialect = DIALECT[plain] ?? (SQL_DIALECTS.includes(plain) ? plain : undefined);
	const lang = dialect !== undefined ? 'sql' : (MEANT[plain] ?? OTHER_NAMES.get(plain) ?? plain);
	return { lang, ...(dialect !== undefined && { dialect }) };
}

/** A line that only this language has: `weight` a line, counted on up to 200 lines. */
const SIGNS: readonly (readonly [lang: string, weight: number, line: RegExp])[] = [
	['python', 3, pattern('', [
			String.raw`^\s*(?:from [\w.]+ import [\w*(]|import [\w., ]+(?: as \w+)?\s*(?:#.*)?$|(?:async )?def \w+\s*\(.*`,
			String.raw`class \w+.*:\s*(?:#.*)?$|@\w[\w.]*(?:\(.*\)?)?\s*$|(?:if|elif|for|while|with|async with|async for`,
			String.raw`except)\b.*:\s*(?:#.*)?$|(?:try|else|finally):\s*(?:#.*)?$)`,
		])],
	['python', 1, pattern('', [
			String.raw`^\s*(?:\w[\w.]*(?:\[[^\]]*\])? [-+*/]?= \S|(?:return|raise|yield|assert|await|print|pass)\b|\.\w+\(`,
			String.raw`\w[\w.]*\(.*\)?\s*(?:#.*)?$|"""|f"|[)\]}]+[,)\]}]*$|\w+=[^=\s].*,?\s*(?:#.*)?$|\w[\w.]*\[[^\]]*\]\s*=[^=]`,
			String.raw`\(?["'{[(].*[,(\[]$)`,
		])],
	['python', 2, /^\s*\(?\w+\s*=\s*\(?\w+(?:\.\w+)+$|^\(\w+(?:\.\w+)*$|^\s*\(?\w[\w.]*\(.*\)\s*\\$/],
	['python', 1, /^\s*(?:\.\w+|\w+(?:\.\w+)+)\s*(?:#.*)?$/],
	['sql', 3, pattern('', [
			String.raw`^\s*\(?\s*(?:SELECT\b|INSERT\s+(?:INTO|OVERWRITE)|CREATE\s+(?:OR\s+REPLACE\s+)?(?:\w+\s+){0,2}(?:TABLE|VIEW`,
			String.raw`INDEX|STREAM|TASK|FUNCTION|DATABASE|SCHEMA|PIPE|STAGE|PROCEDURE|DICTIONARY)\b|MERGE\s+INTO`,
			String.raw`UPDATE\s+[\w.]+\s+SET|UPDATE\s+[\w.]+(?:\s+\w+)?$|DELETE\s+FROM|ALTER\s+(?:TABLE|SESSION|WAREHOUSE|SYSTEM)`,
			String.raw`WITH\s+(?:RECURSIVE\s+)?\w+\s+AS\b|EXPLAIN\b|OPTIMIZE\s+[\w.]+|VACUUM\b|CALL\s+[\w.]+\(|ANALYZE\b|GRANT\b`,
			String.raw`COPY\s+(?:INTO|\w+)|DROP\s+(?:TABLE|VIEW|INDEX)`,
			String.raw`BEGIN\s*;|(?:SET|SET\s+SESSION|START)\s+TRANSACTION\b|SET\s+[\w.]+\s*(?:=|TO)|SHOW\s+\w+|DESCRIBE\s+\w+)`,
		])],
	['sql', 2, pattern('', [
			String.raw`^\s*(?:FROM\s+\S+|(?:LEFT|RIGHT|INNER|CROSS|FULL)?\s*(?:OUTER\s+)?JOIN\s+\S+|WHERE\s+\S|GROUP\s+BY\b`,
			String.raw`ORDER\s+BY\b|HAVING\s|WHEN\s+(?:NOT\s+)?MATCHED|PARTITION(?:ED)?\s+BY|UNION(?:\s+ALL)?$|USING\s*\()`,
		])],
	['sql', 1, pattern('', [
			String.raw`^\s*(?:"?\w+"?\s+(?:BIG|SMALL|TINY)?(?:INT|INTEGER|STRING|VARCHAR|TIMESTAMP|TIMESTAMPTZ|DATE|BOOLEAN|DECIMAL`,
			String.raw`NUMERIC|DOUBLE|CHAR|TEXT|FLOAT|JSONB?|UUID|INT64|UInt\d+|String|DateTime\d*)\b|[\w.]+\(.*\)\s+AS\s+\w+,?`,
			String.raw`AND\s+\S|OR\s+\S|ON\s+\S)`,
		])],
	['java', 3, pattern('', [
			String.raw`^\s*(?:public|private|protected|static|final|abstract)\b.*[({;]`,
			String.raw`^\s*import\s+(?:static\s+)?[a-z][\w.]*(?:\.\*)?;|^\s*@Override`,
			String.raw`^\s*[A-Z]\w*(?:<[\w<>,? ]+>)?\s+\w+\s*=.*[;({,.]\s*(?:\/\/.*)?$|.*;\s*(?:\/\/.*)?$|\(\w+ -> `,
			String.raw`\bnew [A-Z]\w*[(<]`,
		])],
	['java', 1, /^\s*(?:\.\w+(?:<.*>)?\(.*|[\w.]+\(.*|[)\]}]+[,;)]*|[\w.]+,)\s*(?:\/\/.*)?$/],
	['scala', 3, pattern('', [
			String.raw`^\s*(?:(?:implicit |lazy |private |override )*val\s+\w+|(?:override )?def\s+\w+.*=\s*\{?$`,
			String.raw`(?:case )?class\s+\w+\s*\(|object\s+\w+|trait\s+\w+|case\s+.*=>|import\s+[\w.]+\.(?:_|\{.*\}))`,
		])],
	['yaml', 2, /^\s*(?:- )*[A-Za-z_][\w.-]*:(?:\s+(?![=:])[^;]*)?$/],
	['yaml', 1, /^\s*- [^\s]/],
	['json', 2, /^\s*(?:"[^"]*"\s*:\s*.*|[{}[\]],?)$/],
	['bash', 3, pattern('', [
			String.raw`^\s*(?:\$ |#!\/|(?:sudo|pip3?|npm|apt|brew|curl|wget|docker|docker-compose|kubectl|helm|spark-submit`,
			String.raw`spark-shell|airflow|dbt|aws|gcloud|gsutil|az|kafka-[\w.-]+|bin\/[\w.-]+|\.\/[\w/.-]+|git|python3?|uv|poetry`,
			String.raw`export|cd|mkdir|cat|grep|jcmd|jstack|jmap|psql|terraform|flink|py-spy|memray|kernprof|mypy|ruff|pytest|echo`,
			String.raw`venv-pack|make|chmod|tar|ssh|sed|awk|ls|tail|head|kcat|source)(?:\s+\S|$))`,
			String.raw`^\s*(?:--?[a-z][\w.-]*(?:[= ]\S+)?)\s*\\$`,
		])],
	['properties', 2, /^[a-z][\w-]*(?:\.[\w-]+)+\s*(?:=|\s)\s*[^\s#=(]*$/],
	['properties', 1, /^[a-z][\w-]*(?:\.[\w-]+)+\s*=/],
	['ini', 3, /^\[[\w .:"-]+\]$/],
	['protobuf', 4, pattern('', [
			String.raw`^\s*(?:syntax\s*=\s*"proto|message\s+\w+\s*\{|(?:optional |repeated )?(?:string|int32|int64|bool|double|bytes`,
			String.raw`uint64|google\.[\w.]+)\s+\w+\s*=\s*\d+;)`,
		])],
	['hcl', 4, /^\s*(?:resource|variable|module|provider|data|terraform|output|locals)\s*(?:"[\w-]+"\s*)*\{\s*$/],
	['dockerfile', 4, /^(?:FROM [\w./-]+(?::[\w.-]+)?(?: AS \w+)?$|RUN |COPY |ENTRYPOINT |CMD \[|WORKDIR |EXPOSE \d|ENV \w+)/],
	['text', 4, pattern('', [
			String.raw`^(?:== .* ==$|\s*[:|]*\s*[+*-]+ (?:\*?\(\d+\) )?[A-Z]\w+|\s*[│├└┌┐┘─▼►]`,
			String.raw`\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S* .*(?:INFO|WARN|ERROR|DEBUG)|\s*(?:INFO|WARN|ERROR)\b|\tat [\w.$]+\()`,
		])],
	['text', 2, /[→↓↑←⇒]|(?:-{2,}|={2,})>|\+-{3,}/],
];

const LINES = 200;
const LONGEST = 400;

/** Languages by how much of a sample looks like them; points a line, comments left out. */
export function languageSigns(code: string): Map<string, number> {
	const all = code.split('\n', LINES).map((line) => line.slice(0, LONGEST)).filter((line) => line.trim());
	const isComment = (line: string) => /^\s*(?:#(?!!)|--\s|\/\/)/.test(line);
	const lines = all.filter((line) => !isComment(line));
	const scores = new Map<string, number>();
	for (const line of lines)
		for (const [lang, weight, pattern] of SIGNS) if (pattern.test(line)) scores.set(lang, (scores.get(lang) ?? 0) + weight);
	for (const [lang, score] of scores) scores.set(lang, score / Math.max(1, lines.length));
	if (all.some((line) => /^\s*-- /.test(line))) scores.set('sql', (scores.get('sql') ?? 0) + 0.3);
	const slashes = all.some((line) => /(?:^|\s)\/\/ /.test(line));
	for (const lang of ['java', 'scala']) if (slashes && scores.has(lang)) scores.set(lang, (scores.get(lang) ?? 0) + 0.5);
	// Statements end in semicolons in SQL, too.
	if ((scores.get('sql') ?? 0) > 1) scores.set('java', (scores.get('java') ?? 0) - 1.5);
	if (/^\s*[[{]/.test(code) && /[\]}]\s*$/.test(code)) scores.set('json', (scores.get('json') ?? 0) + 1);
	return scores;
}

/** So much of a sample must look like a language. */
const ENOUGH = 0.7;
/** highlight.js reads so many characters. */
const SEEN = 4000;

/**
 * Languages that a sample without a name may be in, the likeliest first; none where it looks like none. highlight.js counts as a second opinion:
 * it names a language for any text.
 */
export function likelyLanguages(code: string): { lang: string; score: number }[] {
	const scores = languageSigns(code);
	const { language, relevance } = hljs.highlightAuto(code.slice(0, SEEN), Object.keys(GRAMMARS));
	if (language !== undefined && relevance > 5 && scores.has(language)) scores.set(language, (scores.get(language) ?? 0) + 0.4);
	return [...scores]
		.filter(([, score]) => score >= ENOUGH)
		.sort((a, b) => b[1] - a[1])
		.slice(0, 3)
		.map(([lang, score]) => ({ lang, score }));
}
