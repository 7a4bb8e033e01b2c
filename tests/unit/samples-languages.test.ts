import { describe, expect, test } from 'vitest';
import { CHECKERS } from '../../src/lib/samples/registry.ts';
import { fenceAttributes } from '../../src/lib/samples/sample.ts';

const check = async (lang: string, code: string, meta = '') => CHECKERS.get(lang)?.({ lang, attributes: fenceAttributes(meta), code, line: 1 });

/** Language, the fence's attributes, code. */
const good: [string, string, string][] = [
	['json', '', '{ "a": [1, null, "x"] }'],
	['jsonl', '', '{"a": 1}\n{"a": 2}\n'],
	['yaml', '', 'a: 1\nb: ${{ vars.X }}\n---\nc: [1, 2]'],
	['toml', '', '[a]\nb = 1\nc = ["x"]'],
	['hcl', '', 'resource "aws_s3_bucket" "lake" {\n  bucket = "lake-${var.env}"\n  tags   = { for k, v in var.tags : k => upper(v) }\n}'],
	['protobuf', '', 'syntax = "proto3";\nimport "google/protobuf/timestamp.proto";\nmessage Order {\n  string id = 1;\n  optional google.protobuf.Timestamp at = 2;\n  reserved 3;\n}'],
	['protobuf', 'fragment', 'message Order { string id = 1; }'],
	['properties', '', '# memory\nspark.memory.offHeap.size=4g\nspark.eventLog.enabled true\nempty=\nlong = a,\\\n  b'],
	['ini', '', '; comment\n[core]\nexecutor = LocalExecutor'],
	['diff', '', '--- a/job.py\n+++ b/job.py\n@@ -1,2 +1,2 @@\n-old\n+new\n same\n'],
	['bash', '', "set -euo pipefail\nfor day in 2026-11-{01..03}; do\n  aws s3 ls \"s3://lake/$day/\" | tail -n 1\ndone\n[[ $x =~ ^a ]] && echo 'yes'"],
	['console', '', '$ spark-submit \\\n    job.py\n26/11/21 INFO (unbalanced\n$ cat <<E\n> x\n> E\nx'],
	['java', '', 'package a;\n\nimport java.util.*;\n\nrecord Play(String titleId, long at) {}\n\nclass A { var x = """\n  text\n  """; }'],
	['java', 'fragment', 'var query = stream.map(Play::titleId).<Long>reduce((a, b) -> a);\nreturn query;'],
	['java', 'fragment', '@Override\npublic void open(Configuration c) { count = 0; }'],
	['scala', '', 'package a\n\nimport org.apache.spark.sql.functions._\n\nobject Job {\n  case class Play(id: Long)\n  def f(x: Option[Int]): Int = x match { case Some(n) if n > 1 => n; case _ => 0 }\n}'],
	['scala', 'fragment', 'val df = spark.read.parquet("x")\ndf.filter($"a" > 1).show()'],
];

describe('good samples', () => {
	test.each(good)('%s %s', async (lang, meta, code) => expect(await check(lang, code, meta)).toEqual([]));
});

/** Language, attributes, code, line and message of the finding. */
const bad: [string, string, string, number, string | RegExp][] = [
	['json', '', '{\n  "a": 1,\n}', 3, 'Expected double-quoted property name'],
	['json', '', '{"a": 1', 1, "Expected ',' or '}' after property value"],
	['json', '', '// no comment\n{}', 1, "Unexpected token '/'"],
	['json', '', '{\n  "a": 1,\n  // no comment\n  "b": 2,\n  "c": "a long value"\n}', 3, /^Expected double-quoted property name/],
	['json', '', '[\n  "a long value",\n  TRUE,\n  "another long value"\n]', 3, "Unexpected token 'T'"],
	['jsonl', '', '{"a": 1}\n{"a": }', 2, "Unexpected token '}'"],
	['yaml', '', 'a: 1\nb: [1, 2\nc: 3', 3, /Flow sequence in block collection must be sufficiently indented/],
	['yaml', '', 'a: 1\na: 2', 2, 'Map keys must be unique'],
	['toml', '', 'a = 1\nb = ', 2, 'invalid value'],
	['hcl', '', 'a = 1\n\nresource "x" "y" {\n  b = \n}\n', 3, 'the block that begins here is no valid HCL'],
	['protobuf', '', 'syntax = "proto3";\nmessage A {\n  string a = ;\n}', 3, /^unexpected/],
	['protobuf', '', 'syntax = "proto3";\nmessage A { string a = 1; string b = 1; }', 1, 'duplicate id 1 in Type A'],
	['properties', '', 'a=1\n\njust-a-word', 3, 'expected key=value, found "just-a-word"'],
	['ini', '', '[core\nx = 1', 1, 'expected [section] or key = value, found "[core"'],
	['diff', '', '-old\nnew', 2, 'expected a blank, + or - at the start of "new"'],
	['bash', '', 'ls\nif true; then\n  ls', 2, '`if` statement must end with `fi`'],
	['bash', '', 'echo "a', 1, 'reached EOF without closing quote `"`'],
	['bash', '', '$ ls\nfile', 1, 'a shell fence holds commands without prompt and output; a session is a ```console fence'],
	['console', '', '$ ls\nfile\n$ echo (', 3, /./],
	['console', '', 'ls', 1, 'a console fence has at least one command, after "$ "'],
	['java', '', 'class A {\n  void f() { int x = 1 }\n}', 2, 'unexpected "}" or something missing before it'],
	['java', '', 'class A {\n  void f() {', 2, 'unexpected end'],
	['java', '', 'int x = 1;', 1, 'no complete Java file: mark the fence as fragment'],
	['java', 'fragment', 'var a = 1;\nvar b = f(;', 2, /^unexpected ";"/],
	['java', 'fragment', 'public void f() {\n  return\n}', 3, /^unexpected "}"/],
	['scala', '', 'object A {\n  def f( = 1\n}', 2, /^`identifier` expected but `=` found/],
	['scala', '', 'val x = 1', 1, /\(statements alone are a fragment\)$/],
	['scala', 'fragment', 'val x = 1\nval y = ', 2, /expected|illegal/],
];

describe('broken samples', () => {
	test.each(bad)('%s %s %j', async (lang, meta, code, line, message) => {
		const [finding, ...others] = (await check(lang, code, meta)) ?? [];
		expect(others).toEqual([]);
		expect(finding?.line).toBe(line);
		if (typeof message === 'string') expect(finding?.message).toBe(message);
		else expect(finding?.message).toMatch(message);
	});
});
