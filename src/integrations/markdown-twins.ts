import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { htmlToMarkdown } from '../lib/markdown-twin.ts';
import { hasTwin, idOfHtmlFile } from '../lib/page-addresses.ts';
import { filesBelow } from '../lib/pages.ts';

/** Lays a Markdown twin beside every built page, and all of them in one file in the order of `llms.txt`. */
export function markdownTwins(): AstroIntegration {
	let base = '/';
	return {
		name: 'watermark:markdown-twins',
		hooks: {
			'astro:config:done': ({ config }) => {
				base = config.base;
			},
			'astro:build:done': ({ dir, logger }) => {
				const root = fileURLToPath(dir);
				const pages = filesBelow(root).filter((file) => file.endsWith('.html') && hasTwin(idOfHtmlFile(relative(root, file).split(sep).join('/'))));
				let twins = 0;
				for (const file of pages) {
					const html = readFileSync(file, 'utf8');
					if (isRedirect(html)) continue;
					twins++;
					try {
						writeFileSync(file.replace(/\.html$/, '.md'), htmlToMarkdown(html));
					} catch (cause) {
						throw new Error(`${relative(root, file)}: no Markdown twin can be made of it`, { cause });
					}
				}
				const contents = `${root}llms.txt`;
				if (existsSync(contents)) writeFileSync(`${root}llms-full.txt`, allTwins(readFileSync(contents, 'utf8'), root, base));
				logger.info(`${twins} Markdown twins`);
			},
		},
	};
}

/** A page that only sends its reader on. */
const isRedirect = (html: string): boolean => /<meta http-equiv="?refresh"?/i.test(html);

/** The twins that a table of contents links, one after the other. */
function allTwins(contents: string, root: string, base: string): string {
	const addresses = [...contents.matchAll(/\]\((\S+\/index\.md)\)/g)].map(([, address = '']) => new URL(address).pathname);
	return addresses.map((path) => readFileSync(root + path.slice(base.replace(/\/$/, '').length + 1), 'utf8')).join('\n\n');
}
