/** The Markdown pipeline, in order. */
import type { RehypePlugins, RemarkPlugins } from '@astrojs/markdown-remark';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { rehypeBaseLinks } from './base-links.ts';
import { remarkContentComponents } from './content-components.ts';
import { remarkDiagrams } from './diagrams.ts';
import { remarkGlossaryLinks } from './glossary-links.ts';
import { remarkLabFences } from './lab-fences.ts';

export const remarkPlugins = (base: string): RemarkPlugins => [
	remarkMath,
	remarkDiagrams,
	[remarkLabFences, { contentDir: 'content', base }],
	remarkContentComponents,
	[remarkGlossaryLinks, { contentDir: 'content' }],
];

export const rehypePlugins = (base: string): RehypePlugins => [
	[rehypeKatex, { strict: 'error', throwOnError: true }],
	[rehypeBaseLinks, { base }],
];
