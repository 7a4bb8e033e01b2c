/** The data of a lab, for the engine in the page. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { readLabs } from '../../lib/labs.ts';

export const getStaticPaths = (() => readLabs().map(({ id, sql }) => ({ params: { lab: id }, props: { sql } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ sql: string }> = ({ props }) => new Response(props.sql, { headers: { 'Content-Type': 'application/sql; charset=utf-8' } });
