/**
 * Commands that the parsers on npm do not know or wave through unread, as their documentation writes them.
 * Delta Lake: docs.delta.io, DeltaSqlBase.g4. Iceberg: IcebergSqlExtensions.g4. Databricks and Snowflake: their SQL references.
 */
import { pattern } from './sql-patterns.ts';

const DELTA = [
	'OPTIMIZE <table> [ FULL ] [ WHERE <expr> ] [ ZORDER BY { ( <names> ) | <names> } ]',
	'VACUUM <table> [ LITE | FULL ] [ RETAIN <number> HOURS ] [ DRY RUN ]',
	'DESCRIBE HISTORY <table> [ LIMIT <number> ]',
	'DESCRIBE DETAIL <table>',
	'RESTORE [ TABLE ] <table> TO { VERSION | TIMESTAMP } AS OF <literal>',
	'MERGE WITH SCHEMA EVOLUTION INTO <merge>',
	'CREATE [ OR REPLACE ] TABLE [ IF NOT EXISTS ] <table> [ ( <columns> ) ] [ USING <name> ] [ PARTITIONED BY ( <args> ) ] CLUSTER BY { ( <names> ) | AUTO | NONE } [ LOCATION <string> ] [ COMMENT <string> ] [ TBLPROPERTIES ( <pairs> ) ] [ AS <query> ]',
	'CREATE [ OR REPLACE ] TABLE [ IF NOT EXISTS ] <table> { SHALLOW | DEEP } CLONE <table> [ { VERSION | TIMESTAMP } AS OF <literal> ] [ TBLPROPERTIES ( <pairs> ) ] [ LOCATION <string> ]',
	'ALTER TABLE <table> CLUSTER BY { ( <names> ) | AUTO | NONE }',
	'ALTER TABLE <table> ADD CONSTRAINT <name> CHECK ( <expr> )',
	'ALTER TABLE <table> DROP FEATURE <name> [ TRUNCATE HISTORY ]',
	'CONVERT TO DELTA <table> [ NO STATISTICS ] [ PARTITIONED BY ( <columns> ) ]',
	'FSCK REPAIR TABLE <table> [ DRY RUN ]',
	'REORG TABLE <table> [ WHERE <expr> ] APPLY ( PURGE )',
	'REORG TABLE <table> APPLY ( UPGRADE UNIFORM ( <args> ) )',
	'GENERATE SYMLINK_FORMAT_MANIFEST FOR TABLE <table>',
	'INSERT INTO <table> [ BY NAME ] REPLACE { WHERE <expr> | USING ( <names> ) } <query>',
].map(pattern);

const ICEBERG = [
	'CALL <table> ( [ <args> ] )',
	'ALTER TABLE <table> ADD PARTITION FIELD <expr>',
	'ALTER TABLE <table> DROP PARTITION FIELD <expr>',
	'ALTER TABLE <table> REPLACE PARTITION FIELD <expr> WITH <expr>',
	'ALTER TABLE <table> WRITE [ DISTRIBUTED BY PARTITION ] { UNORDERED | [ LOCALLY ] ORDERED BY <order> }',
	'ALTER TABLE <table> WRITE DISTRIBUTED BY PARTITION',
	'ALTER TABLE <table> { SET | DROP } IDENTIFIER FIELDS <names>',
	'ALTER TABLE <table> { CREATE | REPLACE | CREATE OR REPLACE } { BRANCH | TAG } [ IF NOT EXISTS ] <name> [ AS OF VERSION <number> ] [ RETAIN <number> <unit> ] [ WITH SNAPSHOT RETENTION [ <number> SNAPSHOTS ] [ <number> <unit> ] ]',
	'ALTER TABLE <table> DROP { BRANCH | TAG } [ IF EXISTS ] <name>',
].map(pattern);

const DATABRICKS = [
	'{ CREATE | CREATE OR REFRESH } STREAMING TABLE [ IF NOT EXISTS ] <table> [ ( <expectations> ) ] [ PARTITIONED BY ( <names> ) ] [ CLUSTER BY ( <names> ) ] [ COMMENT <string> ] [ TBLPROPERTIES ( <pairs> ) ] [ AS <query> ]',
	'{ CREATE | CREATE OR REFRESH | CREATE OR REPLACE } MATERIALIZED VIEW [ IF NOT EXISTS ] <table> [ ( <expectations> ) ] [ PARTITIONED BY ( <names> ) ] [ CLUSTER BY ( <names> ) ] [ COMMENT <string> ] [ TBLPROPERTIES ( <pairs> ) ] [ SCHEDULE { CRON <string> | EVERY <number> <unit> } ] AS <query>',
	'CREATE FLOW <name> AS INSERT INTO [ ONCE ] <table> BY NAME <query>',
	'CREATE FLOW <name> AS AUTO CDC INTO <table> FROM [ STREAM ] <relation> KEYS ( <names> ) [ IGNORE NULL UPDATES ] [ APPLY AS DELETE WHEN <expr> ] [ APPLY AS TRUNCATE WHEN <expr> ] SEQUENCE BY <expr> [ COLUMNS { * EXCEPT ( <names> ) | ( <names> ) | <names> } ] [ STORED AS { SCD TYPE 1 | SCD TYPE 2 } ] [ TRACK HISTORY ON { * EXCEPT ( <names> ) | ( <names> ) | <names> } ]',
	'APPLY CHANGES INTO <table> FROM [ STREAM ] <relation> KEYS ( <names> ) [ IGNORE NULL UPDATES ] [ APPLY AS DELETE WHEN <expr> ] [ APPLY AS TRUNCATE WHEN <expr> ] SEQUENCE BY <expr> [ COLUMNS { * EXCEPT ( <names> ) | ( <names> ) | <names> } ] [ STORED AS { SCD TYPE 1 | SCD TYPE 2 } ]',
	'CREATE SHARE [ IF NOT EXISTS ] <name> [ COMMENT <string> ]',
	'ALTER SHARE <name> { ADD | REMOVE } { TABLE | VIEW | SCHEMA | MODEL | VOLUME } <table> [ PARTITION ( <args> ) ] [ AS <table> ] [ { WITH HISTORY | WITHOUT HISTORY } ]',
	'CREATE RECIPIENT [ IF NOT EXISTS ] <name> [ USING ID <string> ] [ COMMENT <string> ]',
	'GRANT <words> ON { SHARE | TABLE | VIEW | SCHEMA | CATALOG | VOLUME | FUNCTION } <table> TO [ RECIPIENT ] <name>',
	'REVOKE <words> ON { SHARE | TABLE | VIEW | SCHEMA | CATALOG | VOLUME | FUNCTION } <table> FROM [ RECIPIENT ] <name>',
	'CREATE CATALOG [ IF NOT EXISTS ] <name> [ USING SHARE <table> ] [ MANAGED LOCATION <string> ] [ COMMENT <string> ]',
	'ALTER TABLE <table> SET TAGS ( <pairs> )',
	'ALTER TABLE <table> SET ROW FILTER <table> ON ( [ <names> ] )',
	'ALTER TABLE <table> ALTER COLUMN <name> SET MASK <table> [ USING COLUMNS ( <names> ) ]',
	'ALTER { TABLE | SCHEMA | CATALOG } <table> { ENABLE | DISABLE | INHERIT } PREDICTIVE OPTIMIZATION',
	'CREATE BLOOMFILTER INDEX ON [ TABLE ] <table> FOR COLUMNS ( <name> [ OPTIONS ( <options> ) ] )',
	'UNDROP TABLE <table>',
	'SYNC { SCHEMA | TABLE } <table> FROM <table> [ DRY RUN ]',
	'COPY INTO <table> FROM <string> FILEFORMAT = <name> [ FILES = ( <args> ) ] [ PATTERN = <string> ] [ FORMAT_OPTIONS ( <pairs> ) ] [ COPY_OPTIONS ( <pairs> ) ]',
].map(pattern);

const SPARK = [
	'ALTER { TABLE | VIEW | STREAMING TABLE | MATERIALIZED VIEW } <table> { SET TBLPROPERTIES ( <pairs> ) | UNSET TBLPROPERTIES [ IF EXISTS ] ( <args> ) }',
	'CREATE [ OR REPLACE ] { TEMP | TEMPORARY } VIEW <name> USING <table> [ OPTIONS ( <pairs> ) ]',
	'CREATE [ OR REPLACE ] [ TEMP ] FUNCTION <table> ( [ <columns> ] ) RETURNS <type> [ LANGUAGE SQL ] [ DETERMINISTIC ] [ COMMENT <string> ] RETURN <expr>',
	'EXECUTE IMMEDIATE <literal> [ INTO <names> ] [ USING <args> ]',
].map(pattern);

/** What may follow `dialect=spark` beyond Spark's own grammar: table formats and the managed service share the dialect. */
export const SPARK_COMMANDS = [...DELTA, ...ICEBERG, ...DATABRICKS, ...SPARK];

export const SNOWFLAKE_COMMANDS = [
	'CREATE [ OR REPLACE ] WAREHOUSE [ IF NOT EXISTS ] <name> [ [ WITH ] <options> ]',
	'ALTER WAREHOUSE [ IF EXISTS ] <name> { SUSPEND | RESUME | ABORT ALL QUERIES | SET <options> | UNSET <names> }',
	'ALTER TASK [ IF EXISTS ] <table> { SUSPEND | RESUME | SET <options> | MODIFY AS <query> }',
	'ALTER DYNAMIC TABLE [ IF EXISTS ] <table> { SUSPEND | RESUME | REFRESH | SET <options> }',
	'CREATE [ OR REPLACE ] STREAM [ IF NOT EXISTS ] <table> ON [ EXTERNAL ] { TABLE | VIEW | STAGE | DYNAMIC TABLE } <table> [ { AT | BEFORE } ( <args> ) ] [ <options> ]',
	'CREATE [ OR REPLACE ] [ TEMPORARY ] STAGE [ IF NOT EXISTS ] <table> [ <options> ]',
	'CREATE [ OR REPLACE ] PIPE [ IF NOT EXISTS ] <table> [ <options> ] AS <query>',
	'CREATE [ OR REPLACE ] FILE FORMAT [ IF NOT EXISTS ] <table> <options>',
	'CREATE [ OR REPLACE ] STORAGE INTEGRATION [ IF NOT EXISTS ] <name> <options>',
	'CREATE [ OR REPLACE ] EXTERNAL VOLUME [ IF NOT EXISTS ] <name> <options>',
	'CREATE [ OR REPLACE ] MASKING POLICY [ IF NOT EXISTS ] <table> AS ( <columns> ) RETURNS <type> -> <expr>',
	'CREATE [ OR REPLACE ] ROW ACCESS POLICY [ IF NOT EXISTS ] <table> AS ( <columns> ) RETURNS BOOLEAN -> <expr>',
	'CREATE [ OR REPLACE ] { TABLE | SCHEMA | DATABASE } <table> CLONE <table> [ { AT | BEFORE } ( <args> ) ]',
	'CREATE [ OR REPLACE ] [ TRANSIENT ] TABLE [ IF NOT EXISTS ] <table> ( <columns> ) CLUSTER BY ( <args> ) [ <options> ]',
	'CREATE [ OR REPLACE ] RESOURCE MONITOR <name> WITH <options> [ TRIGGERS ON <number> PERCENT DO <name> [ ON <number> PERCENT DO <name> [ ON <number> PERCENT DO <name> ] ] ]',
	'GRANT <words> ON { ALL | FUTURE } <name> IN { SCHEMA | DATABASE } <table> TO { ROLE | USER } <name>',
	'ALTER TABLE [ IF EXISTS ] <table> { ADD | DROP } SEARCH OPTIMIZATION [ ON <args> ]',
	'EXPLAIN [ USING { TABULAR | JSON | TEXT } ] <query>',
].map(pattern);

export const BIGQUERY_COMMANDS = [
	'CREATE [ OR REPLACE ] [ EXTERNAL ] TABLE [ IF NOT EXISTS ] <table> [ ( <columns> ) ] [ PARTITION BY <expr> ] [ CLUSTER BY <names> ] [ OPTIONS ( <options> ) ] [ AS <query> ]',
	'CREATE [ OR REPLACE ] MATERIALIZED VIEW [ IF NOT EXISTS ] <table> [ PARTITION BY <expr> ] [ CLUSTER BY <names> ] [ OPTIONS ( <options> ) ] AS <query>',
	'CREATE SNAPSHOT TABLE [ IF NOT EXISTS ] <table> CLONE <table> [ FOR SYSTEM_TIME AS OF <expr> ] [ OPTIONS ( <options> ) ]',
	'CREATE [ OR REPLACE ] TABLE <table> CLONE <table> [ FOR SYSTEM_TIME AS OF <expr> ]',
	'CREATE SEARCH INDEX [ IF NOT EXISTS ] <name> ON <table> ( { ALL COLUMNS | <names> } ) [ OPTIONS ( <options> ) ]',
	'CREATE [ OR REPLACE ] MODEL [ IF NOT EXISTS ] <table> [ OPTIONS ( <options> ) ] AS <query>',
	'LOAD DATA { INTO | OVERWRITE } <table> [ ( <columns> ) ] [ PARTITION BY <expr> ] [ CLUSTER BY <names> ] FROM FILES ( <options> )',
	'ALTER { TABLE | VIEW | SCHEMA } <table> SET OPTIONS ( <options> )',
	'ASSERT <expr> [ AS <string> ]',
].map(pattern);

export const CLICKHOUSE_COMMANDS = [
	'OPTIMIZE TABLE <table> [ ON CLUSTER <name> ] [ PARTITION <literal> ] [ FINAL ] [ DEDUPLICATE [ BY <names> ] ]',
	'ALTER TABLE <table> [ ON CLUSTER <name> ] UPDATE <assignments> WHERE <expr>',
	'ALTER TABLE <table> [ ON CLUSTER <name> ] DELETE WHERE <expr>',
	'ALTER TABLE <table> [ ON CLUSTER <name> ] ADD INDEX [ IF NOT EXISTS ] <name> <expr> TYPE <expr> [ GRANULARITY <number> ]',
	'ALTER TABLE <table> [ ON CLUSTER <name> ] ADD PROJECTION [ IF NOT EXISTS ] <name> ( <query> )',
	'ALTER TABLE <table> [ ON CLUSTER <name> ] { MATERIALIZE | DROP } { INDEX | PROJECTION } <name>',
	'SYSTEM { FLUSH LOGS | FLUSH DISTRIBUTED <table> | STOP MERGES [ <table> ] | START MERGES [ <table> ] | RELOAD DICTIONARY <table> | SYNC REPLICA <table> }',
	'EXPLAIN [ { AST | SYNTAX | PLAN | PIPELINE | ESTIMATE | QUERY TREE } ] [ <options> ] <query>',
	'INSERT INTO <table> [ ( <names> ) ] FORMAT <name>',
].map(pattern);


export const FLINK_COMMANDS = [
	'CREATE MATERIALIZED TABLE <table> [ COMMENT <string> ] [ PARTITIONED BY ( <names> ) ] [ WITH ( <pairs> ) ] [ FRESHNESS = <expr> ] [ REFRESH_MODE = <name> ] AS <query>',
].map(pattern);

export const REDSHIFT_COMMANDS = [
	'UNLOAD ( <string> ) TO <string> IAM_ROLE { DEFAULT | <string> } [ [ FORMAT [ AS ] ] { PARQUET | CSV | JSON } ] [ PARTITION BY ( <names> ) ] [ ALLOWOVERWRITE | CLEANPATH ]',
	'VACUUM [ FULL | SORT ONLY | DELETE ONLY | REINDEX | RECLUSTER ] [ <table> ] [ TO <number> PERCENT ] [ BOOST ]',
].map(pattern);
