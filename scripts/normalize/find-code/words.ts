/** Words that tell prose from code. Small closed lists: they are evidence among other evidence, never a proof. */

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u).filter(Boolean));

/** Words of English sentences that are no keyword of a common language. */
export const FUNCTION_WORDS = list(`
	a an the this that these those it its it's he she they them their we our us you your you're i'm who whom whose which what when why how
	of to at by into onto than then so because since while although though but nor yet
	is are was were be been being has have had do does did don't doesn't didn't isn't aren't wasn't won't can can't cannot could couldn't
	should shouldn't would wouldn't will may might must
	about after again against also always another any anything because before between both each either enough ever every everything few
	here however instead just less like made make makes many more most much need needs never no none nothing often once one only other
	others out over per rather same several since some something still such there therefore thus too two under until unless up upon use used
	useful uses using usually very via well where without`);

/** Words that stand bare and in a row in code of some language: they speak neither for prose nor for code. */
export const CODE_WORDS = list(`
	and or not in is if else elif for while with from import as return yield raise try except finally del pass break continue global nonlocal
	lambda async await def class new public private protected static final void throws extends implements case match val var let const
	export function do done then fi echo true false null none select where group order by on join having limit set into values
	table create insert update delete left right inner outer union all distinct between exists partition over`);

/** Keywords that begin a line of an SQL statement. */
export const SQL_LINE_WORDS = list(`
	SELECT FROM WHERE JOIN LEFT RIGHT INNER OUTER FULL CROSS LATERAL NATURAL ON USING GROUP ORDER HAVING LIMIT OFFSET UNION INTERSECT EXCEPT QUALIFY
	WINDOW WITH AS AND OR NOT CASE WHEN THEN ELSE END SET VALUES INTO INSERT UPDATE DELETE MERGE CREATE ALTER DROP TRUNCATE CALL EXPLAIN
	ANALYZE OPTIMIZE ZORDER VACUUM RESTORE REFRESH CLUSTER CLUSTERED DISTRIBUTE SORT PARTITION PARTITIONED TBLPROPERTIES OPTIONS LOCATION STORED ROW
	FORMAT ENGINE PRIMARY FOREIGN UNIQUE CONSTRAINT REFERENCES CHECK INDEX KEY COMMENT GRANT REVOKE BEGIN COMMIT ROLLBACK SHOW DESCRIBE USE
	COPY MSCK RETURNS LANGUAGE RETURNING FETCH FOR ADD RENAME MODIFY MATCH_RECOGNIZE MEASURES PATTERN DEFINE AFTER ONE ALL ROWS RANGE BETWEEN EXCLUDE ASOF
	PIVOT UNPIVOT TABLESAMPLE SETTINGS PREWHERE TTL SAMPLE FINAL DO DECLARE IF ATTACH INSTALL LOAD PRAGMA SAVEPOINT WATERMARK
	EMIT UNNEST DISTINCT INTERVAL CLONE INCLUDE SEMI ANTI TABLE STRUCT RECURSIVE TEMPORARY VIEW COLUMN UNDROP UNSET OWNER REPLACE EXECUTE`);

/** Names of languages as captions and fences write them. */
export const LANGUAGE_NAMES = list(`
	python python3 py pyspark sql sparksql spark-sql postgresql postgres mysql plsql tsql bash sh shell zsh console powershell yaml yml json jsonc
	json5 ndjson scala java kotlin javascript typescript js ts go golang rust c c++ cpp csharp c# ruby php r perl html css xml toml ini properties conf
	dockerfile docker makefile hcl terraform protobuf proto thrift avro graphql text txt plaintext plain markdown md mermaid diff csv log http nginx groovy
	haskell lua julia swift dart elixir clojure matlab cypher jinja jsx tsx vb latex cql promql kql`);

/** Extensions by which a comment with the name of a file tells the language: `# models/orders.yml`. */
export const EXTENSIONS: Readonly<Record<string, string>> = {
	py: 'python',
	sql: 'sql',
	yml: 'yaml',
	yaml: 'yaml',
	json: 'json',
	sh: 'bash',
	java: 'java',
	scala: 'scala',
	toml: 'toml',
	tf: 'hcl',
	proto: 'protobuf',
	conf: 'properties',
	properties: 'properties',
};
