/**
 * Path of the SQL engine of the pages, gzipped, without base path. Its name holds the release of DuckDB-WASM: it can be kept for good.
 * Of the package's builds the one for browsers with WebAssembly exceptions is served: every browser that unpacks gzip in a page has them.
 */
export const enginePath = (version: string): string => `/lab/engine/duckdb-${version}-eh.wasm.gz`;
