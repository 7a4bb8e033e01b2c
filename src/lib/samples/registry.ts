/**
 * Which checker reads which language.
 *
 *   language              parser
 *   sql                   by dialect, see sql.ts
 *   python                CPython itself (pyodide), which also runs what is marked `run`
 *   java                  @lezer/java: up to Java 17; no patterns in switch
 *   scala                 Scalameta: Scala 2.13
 *   bash, console         mvdan/sh, the parser of shfmt (sh-syntax)
 *   yaml, json, toml      yaml, JSON.parse, smol-toml
 *   hcl, protobuf         hashicorp/hcl (hcl2-parser), protobufjs
 *   properties, ini, diff a few lines here
 */
import { checkDiff } from './diff.ts';
import { checkHcl } from './hcl.ts';
import { checkJava } from './java.ts';
import { checkJson, checkJsonLines } from './json.ts';
import { checkIni, checkProperties } from './properties.ts';
import { checkProtobuf } from './protobuf.ts';
import { pythonChecker } from './python.ts';
import type { Checker } from './sample.ts';
import { checkScala } from './scala.ts';
import { checkConsole, checkShell } from './shell.ts';
import { checkSql } from './sql.ts';
import { checkToml } from './toml.ts';
import { checkYaml } from './yaml.ts';

export const CHECKERS = new Map<string, Checker>(Object.entries({
	bash: checkShell,
	console: checkConsole,
	diff: checkDiff,
	hcl: checkHcl,
	ini: checkIni,
	java: checkJava,
	json: checkJson,
	jsonl: checkJsonLines,
	properties: checkProperties,
	protobuf: checkProtobuf,
	python: pythonChecker(),
	scala: checkScala,
	sql: checkSql,
	toml: checkToml,
	yaml: checkYaml,
}));

/** Other names under which highlighters know a language: one name is used throughout. */
export const OTHER_NAMES = new Map(Object.entries({
	conf: 'properties',
	proto: 'protobuf',
	py: 'python',
	sh: 'bash',
	shell: 'bash',
	shellsession: 'console',
	terraform: 'hcl',
	tf: 'hcl',
	txt: 'text',
	plaintext: 'text',
	yml: 'yaml',
	zsh: 'bash',
}));

/** Fences with nothing to parse here: plain text, and diagrams, which have a check of their own. */
export const UNPARSED = new Set(['text', 'csv', 'log', 'mermaid']);
