/** Where the SQL engine of the pages lies. One build of DuckDB-WASM serves every browser that can unpack it: both need the browsers of 2023. */

/** Path of the gzipped engine of a release of DuckDB-WASM, without base path. Its name holds the release: it can be kept for good. */
export const enginePath = (version: string): string => `/lab/engine/duckdb-${version}-eh.wasm.gz`;
