import type { AstroIntegration } from 'astro';
import type { UnifiedResolvedOptions } from '@astrojs/markdown-remark';
import { rehypeFoldedSections } from '../markdown/folded-sections.ts';

/** Registers the folding of answers behind Starlight's own plugins, which put the link beside each heading. */
export function foldedAnswers(): AstroIntegration {
	return {
		name: 'watermark:folded-answers',
		hooks: {
			'astro:config:setup': ({ config }) => {
				(config.markdown.processor.options as UnifiedResolvedOptions).rehypePlugins.push(rehypeFoldedSections);
			},
		},
	};
}
