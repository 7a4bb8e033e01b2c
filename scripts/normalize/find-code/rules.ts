/** A form of line that only code has. */
interface Rule {
	/** Applied to the line without white space around it, its strings replaced by `""` and its comment removed. Every pattern is linear. */
	pattern: RegExp;
	lang?: string;
	/** Whether no other language writes this. */
	sure?: boolean;
	/** Holds even where the words read as a sentence, with at most so many words such as `the`. */
	despite?: number;
}

const rule = (lang: string, pattern: RegExp, sure = true, despite?: number): Rule => ({ pattern, lang, sure, ...(despite !== undefined && { despite }) });
const python = (pattern: RegExp, sure = true, despite?: number): Rule => rule('python', pattern, sure, despite);

/** The first that fits says the language. Ordered from the unmistakable to the vague. */
export const RULES: readonly Rule[] = [
	// Plans and logs: their words would read as prose.
	rule('plan', /^== ?(?:Parsed|Analyzed|Optimized|Physical)[\w ]* ?==$/u, true, 99),
	rule('plan', /^(?::?\s*)*(?:[+:]- ?|\*\(\d+\) ?)[*A-Z(]/u, true, 99),
	rule('plan', /^: +(?:\S|$)/u, true, 99),
	rule('plan', /^(?:PartitionFilters|PushedFilters|DataFilters|ReadSchema|Output|Input|Arguments|Keys|Functions|Batched|Location|Condition|(?:Left|Right) keys|Join condition)(?: \[\d+\])?: ?\S/u, true, 99),
	rule('plan', /^(?:->\s+)?[A-Z][\w ]{2,40}\s+\(cost=/u, true, 99),
	rule('log', /^\[?\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d\S*\s+\[?(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL)\b/u, true, 99),
	rule('log', /^(?:ERROR|WARN|INFO|FATAL)(?:\s+\[\S+|:\s|\s+\w+:)/u, true, 99),
	rule('log', /^Traceback \(most recent call last\):$|^Caused by: [\w.]+|^at [\w.$]+\([\w.]*(?::\d+)?\)$|^(?:[a-z]\w*\.)+\w*(?:Exception|Error)(?::|$)/u, true, 99),

	// A decision in no language, pairs of names and values
	{ pattern: /^elif\b.*:|^else: ?→/u, despite: 99 },
	{ pattern: /^\w+=[^\s,]+(?:, ?\w+=[^\s,]+)+(?: \([^()]*\))?$/u, despite: 5 },

	// Python
	python(/^from [\w.]+ import (?:\(|\*|\(?\w+(?: as \w+)?(?:, ?\w+(?: as \w+)?)*,?\)?(?: ?\\)?)$/u, true, 1),
	python(/^import [\w.]+(?: as \w+)?(?:, ?[\w.]+(?: as \w+)?)*$/u, false, 1),
	python(/^[rbfu]{0,2}(?:"""|''')/u, true, 99),
	python(/^(?:async )?def \w+\(/u),
	python(/^class \w+(?:\([\w.,= []*\]*\))?:$/u),
	python(/^@(?:\w+\.)*\w+(?:\(.*)?$/u, false),
	python(/^(?:async )?for [\w, ()*]+ in [^;:]*:(?: [\w.]+(?:\[[^\]]*\])?(?: ?[+|-]?= |\(| \w+$).*)?$/u, true, 1),
	python(/^(?:if|elif|while|with|except|async with|match|case)\b[^;]*:$/u, false, 1),
	python(/^(?:if|for|while|with|elif)\b[^;:]*: (?:return|raise|continue|break|pass|yield|[\w.]+ ?\+?=|[\w.]+\()/u, false),
	python(/^(?:else|try|finally|except):(?: \S.*)?$/u, false),
	python(/^(?:return|yield|raise|assert|del|await|global|nonlocal)\b(?! [a-z]+ [a-z]+ [a-z]+)[^;]*$/u, false),
	python(/^(?:pass|break|continue|return)$/u, false),
	python(/^[\w., ()*[\]]+\bfor\b [\w, ()]+ \bin\b /u, false),
	python(/^(?:not |and |or )?[\w.]+ (?:is not None|is None|not in) /u, false),
	python(/^[a-z_]\w*: (?:int|str|float|bool|bytes|date|datetime|timedelta|dict|list|set|tuple|Any|Optional|Decimal|UUID|[A-Z]\w*)(?:\[.*\])?(?: ?= ?.*| \| None.*)?$/u, false),

	// Java, Scala, C and their kin
	rule('c-like', /^(?:public|private|protected|static|final|abstract|override|case|sealed|implicit|export|package)\s[\w\s<>,.?@[\]]*(?:[({;=]|$)/u),
	rule('c-like', /^(?:public|private|protected)\s[\w\s<>,.?@[\]]*\([^()]*\)[\w\s,.]*[{;]$/u, false, 4),
	rule('c-like', /^(?:val|var|def|object|trait|let|const|func|fn|type|interface|enum|struct|message|service|rpc|option|syntax|oneof|repeated|optional|required|reserved)\s+\w+.*[{=;(]/u),
	rule('c-like', /^(?:class|record)\s+\w[\w\s<>,.()]*\{$/u),
	rule('c-like', /^import (?:static )?[\w.*{}, =>_]+;$|^import (?:org|java|javax|scala|com)\.[\w.{}, =>_*]+$/u),
	rule('c-like', /^[A-Z]\w*(?:<[\w\s,<>?[\]]*>)?(?:\[\])? \w+(?: ?=|;|\()/u),
	rule('c-like', /^(?:int|long|double|float|boolean|bool|String|char|byte|void|auto|string|int32|int64|bytes)(?:\[\])? \w+ ?(?:=.*|;|\(.*)$/u),
	rule('c-like', /^(?:if|while|for|switch|catch|else if|synchronized) ?\(.*\) ?(?:\{|[\w.]+.*;)?$/u, false),
	rule('c-like', /^\}? ?(?:else|try|finally|do) ?\{$/u),
	rule('c-like', /^(?:return|throw|break|continue|yield)\b[^:]*;$/u),
	rule('c-like', /^[\w.[\]()<>"]+(?:\.\w+\(.*\)|\+\+|--| ?[-+*/]?= ?.*|\(.*\));$/u, false),

	// SQL
	rule('sql', /^(?:SELECT|select)\s+(?:DISTINCT\s+|ALL\s+)?(?:\*|""|[\w.]+\(|[\w."`[\]]+,|[\w.]+\s+(?:AS|FROM|as|from)\s)/u),
	rule('sql', /^(?:CREATE|create)\s+(?:OR\s+REPLACE\s+)?(?:[A-Za-z]+\s+){0,3}(?:TABLE|VIEW|INDEX|FUNCTION|SCHEMA|DATABASE|STREAM|TASK|TYPE|SEQUENCE|MASKING|POLICY|PIPE|STAGE|EXTENSION|TRIGGER|PROCEDURE|ROLE|MODEL|CATALOG|DICTIONARY|table|view|index|function|schema)\b\s+\S/u),
	rule('sql', /^(?:ALTER|DROP|TRUNCATE|DESCRIBE|REFRESH)\s+(?:TABLE|VIEW|SESSION|WAREHOUSE|INDEX|SCHEMA|DATABASE|USER|ROLE|SYSTEM|TASK|STREAM|MATERIALIZED)\b/u),
	rule('sql', /^(?:INSERT|insert)\s+(?:OVERWRITE\s+|INTO\s+|into\s+|OVERWRITE\s+TABLE\s+)[\w.`"{]/u),
	rule('sql', /^MERGE\s+INTO\s+[\w.`"{]+(?:\s+(?:AS\s+)?\w+)?$/u),
	rule('sql', /^(?:DELETE\s+FROM|UPDATE)\s+[\w.`"]+(?:\s+(?:AS\s+)?\w{1,3})?(?:\s+(?:SET|WHERE)\b.*)?;?$/u),
	rule('sql', /^WITH\s+(?:RECURSIVE\s+)?\w+\s*(?:\([\w, ]*\)\s*)?AS\s*(?:NOT\s+MATERIALIZED\s*|MATERIALIZED\s*)?\(/u),
	rule('sql', /^,?\s*\w+\s+AS\s*\($/u),
	rule('sql', /^(?:WHEN\s+(?:NOT\s+)?MATCHED|GROUP BY|ORDER BY|PARTITION(?:ED)? BY|CLUSTER(?:ED)? BY|UNION ALL|ON CONFLICT|PRIMARY KEY|FOREIGN KEY|TBLPROPERTIES)\b/u),
	rule('sql', /^(?:LEFT|RIGHT|FULL|INNER|CROSS|LATERAL|ASOF)\s+(?:OUTER\s+|SEMI\s+|ANTI\s+|ASOF\s+)?(?:JOIN|VIEW)\s+\S/u),
	rule('sql', /^[\w"`]+\s+(?:BIG|SMALL|TINY)?(?:INT|INTEGER|INT64|STRING|VARCHAR|TEXT|DATE|TIMESTAMP|TIMESTAMPTZ|TIMESTAMP_NTZ|TIMESTAMP_LTZ|BOOLEAN|BOOL|DOUBLE|FLOAT|FLOAT64|DECIMAL|NUMERIC|CHAR|SERIAL|BIGSERIAL|UUID|JSON|JSONB|VARIANT|BYTES|BYTEA|LONG|STRUCT|ARRAY|MAP|UInt\d+|Int\d+|DateTime64|DateTime|String|LowCardinality)\b(?:[\s(<,].*)?$/u, false),
	rule('sql', /^(?:[\w.]+\s+)?(?:COALESCE|COUNT|SUM|AVG|MIN|MAX|ROW_NUMBER|RANK|DENSE_RANK|LAG|LEAD|CAST|CONCAT_WS|SHA2|MD5|DATE_TRUNC|FIRST_VALUE|LAST_VALUE|NTILE|ARRAY_AGG|EXTRACT|CASE WHEN)\s*\(.*/u, false),
	rule('sql', /\sAS\s+\w+,?$|^[\w.()"*]+ as \w+,?$/u, false),

	// Shell and Docker
	rule('bash', /^\$ \S/u),
	rule('bash', /^(?:sudo )?(?:pip3?|npm|npx|yarn|apt|apt-get|brew|conda|uv|poetry|cargo|go|git|docker|docker-compose|kubectl|helm|terraform|aws|gcloud|gsutil|az|dbt|airflow|spark-submit|spark-sql|spark-shell|pyspark|flink|curl|wget|psql|mysql|sqlite3|bq|snowsql|hdfs|hadoop|beeline|ssh|scp|tar|chmod|mkdir|cd|export|source|java|javac|mvn|sbt|gradle|python3?|pytest|mypy|ruff|black|perf|jstack|jmap|jcmd|py-spy|memray|kernprof|venv-pack|conda-pack|kcat|kafkacat|buf|protoc|jq|sed|awk|grep|cat|echo|ls|rm|cp|mv|find|xargs|make) (?:-{1,2}\w|[a-z][\w.-]*(?: |$)|\S*[/.=$@:"]\S*|\\$)/u, false),
	rule('bash', /^(?:sudo )?(?:pip3?|npm|npx|yarn|pnpm|apt|apt-get|brew|conda|uv|poetry|cargo|go|git|docker|kubectl|helm|mvn|sbt|dbt|ruff|mypy|pytest|gh) (?:install|add|run|build|test|get|clone|commit|push|pull|checkout|apply|compile|seed|snapshot|source|check|sync|tool|-m)(?: [\w./=@<>"'\[\]:-]+){0,8}$/u, true, 0),
	rule('bash', /^(?:\.\/|bin\/|\/)?[\w./-]+\.sh(?: |$)/u),
	rule('bash', /^--?[a-z][\w.-]*(?:[ =]\S+)* ?\\$|^--[a-z][\w-]+(?:[ =]\S+){0,3}$/u),
	rule('bash', /^#!\//u),
	rule('dockerfile', /^(?:FROM [\w./-]+:[\w.-]+(?: AS \w+)?|WORKDIR \/\S*|COPY (?:--\S+ )*\S+ .*\S+|RUN [a-z]\S* \S.*|CMD \[.*|ENTRYPOINT \[.*|ENV \w+[= ]\S+|EXPOSE \d+)$/u, true, 0),

	// Configuration
	rule('properties', /^(?:--conf )?(?:spark|hive|hadoop|fs|yarn|iceberg|delta|write|read|commit|history|flink|state|taskmanager|jobmanager|parallelism|log|compaction|kafka|acks|enable|max|min|retention|cleanup|segment|linger|batch|fetch|session|heartbeat|transactional|isolation|compression|group|auto|bootstrap|key|value|replica|unclean|transaction|execution)(?:\.[\w-]+)+(?:\s*[=:]\s*\S+(?:\s\w+)?|\s+[\w."-]+)$/u),
	rule('properties', /^[a-z][\w-]*(?:\.[\w-]+)+\s*=\s*\S+$/u),
	rule('json', /^[[{]\s*""\s*:/u),
	rule('json', /^""\s*:\s*(?:[[{"\d-]|true|false|null)/u, false),
	rule('hcl', /^(?:resource|variable|provider|module|data|output|terraform|locals)(?: "")* \{$/u),
	rule('yaml', /^(?:version|models|sources|services|jobs|steps|apiVersion|kind|metadata|spec|columns|tests|data_tests|on|env|name|schema|fields|dataset|checks|slo|quality):$/u, false),

	// Code of any language
	{ pattern: /^\{%|^\{\{|%\}$/u, lang: 'sql', sure: false },
	{ pattern: /^[[{(]$|^[)\]}]+[;,]?$/u },
	{ pattern: /^\.{3}$|^\.(?:read|write|readStream|writeStream)\b(?:\.\w+.*)?$|^\.(?:<[^>]*>)?\w+(?:<[^>]*>)?\(.*[^\p{L}.]$|^\.\w+(?:<[^>]*>)?\($/u },
	{ pattern: /^\(?[\w.]+(?:\[[^\]]*\])*(?:\.\w+)?(?:: ?[\w[\], .|""]+)? ?(?:=|\+=|-=|\*=|\/=|\|=|&=|:=|<<|>>) ?\S/u },
	{ pattern: /^[\w.]+, ?[\w., ]+ = \S/u, lang: 'python', sure: false },
	{ pattern: /^(?:await )?\(?[a-z_]\w*(?:\.\w+|\[[^\]]*\])*(?:<\w*>)?\(.*[)\],;({\\:]$/u },
	{ pattern: /^\(?[a-z_]\w*(?:\.\w+(?:\([^()]*\))?){2,12}\([^.]/u },
	{ pattern: /^\(?[A-Z]\w*(?:\.\w+)+\(.*[),;({]$/u },
	{ pattern: /^[A-Z]\w*\((?:[\w.]+ ?= ?|""|\)|\w+[,)]).*[),;({]?$/u },
	{ pattern: /^[\w.]+ ?=> ?\S/u },
	{ pattern: /^""(?:\s*[,:)\]]|$)/u },
	{ pattern: /^f?""[,)\]\\]*;?$/u },
];
