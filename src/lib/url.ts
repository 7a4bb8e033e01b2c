/** Prefixes a root-relative path with the base path the site is served under. Other addresses are returned as they are. */
export function withBase(path: string, base: string): string {
	if (!path.startsWith('/') || path.startsWith('//')) return path;
	return base.replace(/\/$/, '') + path;
}

/** `withBase` for the base path of this build. */
export const href = (path: string): string => withBase(path, import.meta.env?.BASE_URL ?? '/');
