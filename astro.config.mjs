import { unified } from '@astrojs/markdown-remark';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { contentCheck } from './src/integrations/content-check.ts';
import { contentSecurityPolicy } from './src/integrations/content-security-policy.ts';
import { foldedAnswers } from './src/integrations/folded-answers.ts';
import { markdownTwins } from './src/integrations/markdown-twins.ts';
import { mathsStyles } from './src/integrations/maths-styles.ts';
import { practiceAnswers } from './src/integrations/practice-answers.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { siteMap } from './src/integrations/site-map.ts';
import { validCodeBlocks } from './src/markdown/valid-code-blocks.ts';
import { rehypePlugins, remarkPlugins } from './src/markdown/plugins.ts';
import { SITE_NAME } from './src/lib/site-name.ts';
import { redirects } from './src/redirects.ts';
import { sidebar } from './src/sidebar.ts';
import { basePath, siteUrl } from './src/site-address.ts';

export default defineConfig({
	site: siteUrl,
	base: basePath,
	trailingSlash: 'always',
	redirects: redirects(),
	build: { inlineStylesheets: 'never' },
	markdown: { processor: unified({ remarkPlugins: remarkPlugins(basePath), rehypePlugins: rehypePlugins(basePath) }) },
	integrations: [
		contentCheck(),
		starlight({
			title: SITE_NAME,
			description: 'A knowledge base for data engineers: chapters, interview scenarios, diagrams, search.',
			favicon: '/favicon.svg',
			sidebar,
			pagefind: false,
			credits: false,
			disable404Route: false,
			lastUpdated: false,
			markdown: { processedDirs: ['./content/'] },
			customCss: ['./src/styles/theme.css', './src/styles/content.css', './src/styles/diagrams.css', './src/styles/labs.css', './src/styles/print.css'],
			routeMiddleware: './src/route-data.ts',
			components: {
				MarkdownContent: './src/overrides/MarkdownContent.astro',
				PageTitle: './src/overrides/PageTitle.astro',
				Footer: './src/overrides/Footer.astro',
				Search: './src/overrides/Search.astro',
				SiteTitle: './src/overrides/SiteTitle.astro',
			},
			expressiveCode: {
				themes: ['github-dark', 'github-light'],
				styleOverrides: { borderRadius: '0.375rem' },
				// The page's own script adds the button: without script it would do nothing, and it holds the code twice.
				frames: { showCopyToClipboardButton: false },
				plugins: [validCodeBlocks()],
			},
		}),
		foldedAnswers(),
		mathsStyles(),
		siteMap(basePath),
		markdownTwins(),
		practiceAnswers(),
		searchIndex(),
		contentSecurityPolicy(),
	],
});
