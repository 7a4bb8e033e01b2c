/** The site's table of contents for language models, in the form of llmstxt.org: each link leads to a page's Markdown twin. */
import { isScenario, partOf, type Page } from './pages.ts';
import { PARTS } from './parts.ts';
import { twinPath } from './page-addresses.ts';

export interface Entry {
	id: string;
	title: string;
	description: string;
}

/** Pages of one part in reading order: its own page, then by `sidebar.order`, scenarios by number. */
function inOrder(pages: Page[]): Page[] {
	const rank = ({ id, data }: Page) => (id.includes('/') ? (data.number ?? data.sidebar?.order ?? 999) : -1);
	return [...pages].sort((a, b) => rank(a) - rank(b) || a.id.localeCompare(b.id));
}

/** The parts of the site with their pages; `generated` are pages no content file stands behind. */
export function contentsOf(pages: Page[], generated: Entry[]): { label: string; entries: Entry[] }[] {
	const entry = ({ id, data }: Page): Entry => ({ id, title: isScenario({ id }) ? `${data.number}. ${data.title}` : data.title, description: data.description });
	return Object.entries(PARTS)
		.map(([part, { label }]) => {
			const own = generated.filter(({ id }) => partOf(id) === part);
			const written = inOrder(pages.filter(({ id }) => partOf(id) === part)).map(entry);
			return { label, entries: [...own.filter(({ id }) => !id.includes('/')), ...written, ...own.filter(({ id }) => id.includes('/'))] };
		})
		.filter(({ entries }) => entries.length);
}

/** The file itself. `full` turns a path into a full address. */
export function llmsText(site: { name: string; description: string }, contents: ReturnType<typeof contentsOf>, full: (path: string) => string): string {
	const sections = contents.map(
		({ label, entries }) => `## ${label}\n\n${entries.map(({ id, title, description }) => `- [${title.replace(/[[\]]/g, '\\$&')}](${full(twinPath(id))}): ${description}`).join('\n')}`,
	);
	return `# ${site.name}\n\n> ${site.description}\n\n${[
		'Every page exists as Markdown: put `index.md` behind its address. A scenario is an interview question with a worked answer; its number is permanent. All pages in one file: ' +
			`[llms-full.txt](${full('/llms-full.txt')}).`,
		...sections,
	].join('\n\n')}\n`;
}
