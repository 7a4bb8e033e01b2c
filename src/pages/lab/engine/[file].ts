/** The SQL engine, gzipped here: a quarter of the bytes on every host, and below the limit of 25 MiB a file that some have. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { APIRoute, GetStaticPaths } from 'astro';
import { enginePath } from '../../../lib/lab-engine.ts';

// Found from the project's root: the build moves this module.
const wasm = createRequire(join(process.cwd(), 'package.json')).resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm');
const { version } = JSON.parse(readFileSync(join(dirname(wasm), '../package.json'), 'utf8')) as { version: string };

export const getStaticPaths: GetStaticPaths = () => [{ params: { file: enginePath(version).split('/').at(-1) } }];

export const GET: APIRoute = () =>
	new Response(gzipSync(readFileSync(wasm), { level: 9 }), {
		headers: { 'Content-Type': 'application/gzip' },
	});
