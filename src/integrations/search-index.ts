import type { AstroIntegration } from 'astro';
export function searchIndex(): AstroIntegration {
	return { name: 'watermark:search-index', hooks: {} };
}
