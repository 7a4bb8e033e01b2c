import { docsSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { collectionFields } from './lib/content-model.ts';

export const collections = {
	docs: defineCollection({
		loader: glob({ base: './content', pattern: ['**/[^_]*.{md,mdx}', '!**/_*/**'] }),
		schema: docsSchema({ extend: collectionFields.omit({ sidebar: true, template: true, tableOfContents: true, draft: true }) }),
	}),
};
