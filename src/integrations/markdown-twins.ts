import type { AstroIntegration } from 'astro';
export function markdownTwins(): AstroIntegration {
	return { name: 'watermark:markdown-twins', hooks: {} };
}
