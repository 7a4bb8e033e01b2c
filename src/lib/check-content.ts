/** Holds the whole content against its model and against itself. Every problem is found in one run. */
import { join } from 'node:path';
import { CONTENT_COMPONENTS } from './content-components.ts';
import { pageFields, scenarioFields, type PageData } from './content-model.ts';
import { childrenOf, outline, OutlineError, type Outline } from './outline.ts';
import { isScenario, pagePath, readPages, type Page, type RawPage } from './pages.ts';
import type { Problem } from './problem.ts';
import { allTerms, readReferenceData, type ReferenceData } from './reference-data.ts';
import { GENERATED_PATHS, shortPath } from './routes.ts';
import { lineOf, validate } from './validate.ts';

export interface CheckedPage extends Page {
	raw: RawPage;
	outline: Outline;
}

export interface CheckedContent {
	pages: CheckedPage[];
	reference: ReferenceData;
	problems: Problem[];
}

/** Sections whose `###` headings are questions, each with an answer below it. */
export const FOLDED_SECTIONS = ['Follow-ups', 'Check yourself'] as const;

/** HTML a page may write where Markdown has no sign for it. */
const PLAIN_ELEMENTS = new Set(['kbd', 'br', 'sub', 'sup']);

/** A further check of one page, for instance of its diagrams. Lines count from the first line of the body. */
export type BodyCheck = (page: { file: string; outline: Outline }) => { line: number; message: string }[];

/**
 * Reads and checks everything below `contentDir`.
 * @returns the pages whose frontmatter holds, and every problem found; nothing is thrown for bad content.
 */
export function checkContent(contentDir: string, bodyChecks: BodyCheck[] = []): CheckedContent {
	const problems: Problem[] = [];
	const reference = readReferenceData(contentDir, problems);
	checkTerms(contentDir, reference, problems);

	const raws = readPages(contentDir);
	const pages: CheckedPage[] = [];
	for (const raw of raws) {
		const shape = validate(raw.file, raw.frontmatter, raw.lines, isScenario(raw) ? scenarioFields : pageFields, problems);
		try {
			const body = outline(raw.body);
			checkBody(raw, body, problems);
			for (const check of bodyChecks)
				for (const { line, message } of check({ file: raw.file, outline: body }))
					problems.push({ file: raw.file, line: line + raw.bodyOffset, message });
			if (shape) pages.push({ id: raw.id, file: raw.file, data: shape as PageData, body: raw.body, raw, outline: body });
		} catch (error) {
			if (!(error instanceof OutlineError)) throw error;
			problems.push({ file: raw.file, line: error.line + raw.bodyOffset, message: `malformed MDX: ${error.message}` });
		}
	}
	const ids = new Set(raws.map((raw) => raw.id));
	checkReferences(pages, ids, reference, problems);
	checkNumbers(pages, problems);
	checkMisbeliefs(pages, reference, problems);
	checkPrerequisites(pages, problems);
	checkLinks(pages, raws, reference, problems);
	return { pages, reference, problems };
}

/** Adds a problem at the frontmatter value under `path`. */
const at = (page: CheckedPage, path: PropertyKey[], message: string): Problem => ({
	file: page.file,
	line: lineOf(page.raw.frontmatter, page.raw.lines, path),
	message: `${path.join('.')}: ${message}`,
});

const inBody = (page: { raw: RawPage; file: string }, line: number, message: string): Problem => ({
	file: page.file,
	line: line + page.raw.bodyOffset,
	message,
});

/** A term has one id and one home: no id, label or alias stands twice. */
function checkTerms(contentDir: string, reference: ReferenceData, problems: Problem[]): void {
	const seen = new Map<string, string>();
	const ids = new Map<string, string>();
	const home = (group: string) => join(contentDir, '_data', group === 'term' ? 'glossary.yaml' : 'vocabulary.yaml');
	for (const term of allTerms(reference)) {
		const file = home(term.group);
		if (ids.has(term.id)) problems.push({ file, line: 1, message: `id ${term.id}: defined twice (also in ${ids.get(term.id)})` });
		ids.set(term.id, file);
		for (const word of new Set([term.label, ...term.aliases].map((text) => text.toLowerCase()))) {
			const other = seen.get(word);
			if (other) problems.push({ file, line: 1, message: `${term.id}: "${word}" already belongs to ${other}` });
			else seen.set(word, term.id);
		}
	}
	for (const term of reference.glossary)
		for (const id of term.see)
			if (!ids.has(id)) problems.push({ file: home('term'), line: 1, message: `${term.id}.see: unknown term ${id}` });
}

function checkBody(raw: RawPage, body: Outline, problems: Problem[]): void {
	const add = (line: number, message: string) => problems.push(inBody({ raw, file: raw.file }, line, message));
	for (const { line } of body.code) add(line, 'content holds no code: remove the import, export or {expression}, or put it in backticks');
	for (const component of body.components) {
		if (PLAIN_ELEMENTS.has(component.name)) continue;
		const known = CONTENT_COMPONENTS[component.name];
		if (!known) {
			add(component.line, `unknown component <${component.name}>, expected one of ${Object.keys(CONTENT_COMPONENTS).join(', ')}`);
			continue;
		}
		for (const name of known.required)
			if (!component.attributes[name]) add(component.line, `<${component.name}> lacks ${name}="…"`);
	}
	for (const fence of body.fences) {
		if (!fence.lang) add(fence.line, 'fence without a language');
		else if (fence.lang === 'sql' && !/\b(dialect|lab)=\S/.test(fence.meta)) add(fence.line, 'SQL fence without a dialect, expected ```sql dialect=spark');
	}
	for (const heading of body.headings) {
		if (heading.depth === 1) add(heading.line, 'a body starts with ##: the title is the page’s only h1');
		const parent = body.headings.find((other) => other.slug === heading.parent);
		if (heading.depth > (parent?.depth ?? 1) + 1) add(heading.line, `heading "${heading.text}" skips a level`);
	}
	for (const image of body.images) if (!image.alt.trim()) add(image.line, `image ${image.url} without a text alternative`);
	for (const section of FOLDED_SECTIONS)
		for (const question of childrenOf(body.headings, section))
			if (!question.hasContent) add(question.line, `"${question.text}": empty answer`);
	if (!isScenario(raw)) return;
	const answer = body.headings.find((heading) => heading.text === 'Answer' && heading.depth === 2);
	if (!answer) add(1, 'a scenario needs a section "## Answer"');
	else if (!answer.hasContent && !body.headings.some((heading) => heading.parent === answer.slug && heading.hasContent))
		add(answer.line, '"Answer": empty answer');
}

/** Ids in the frontmatter stand for something. */
function checkReferences(pages: CheckedPage[], ids: Set<string>, reference: ReferenceData, problems: Problem[]): void {
	const lists = [
		{ key: 'topics', known: new Set(reference.topics.map((entry) => entry.id)), what: 'topic', where: '_data/vocabulary.yaml' },
		{ key: 'tech', known: new Set(reference.tech.map((entry) => entry.id)), what: 'technology', where: '_data/vocabulary.yaml' },
		{ key: 'sources', known: new Set(reference.sources.map((unit) => unit.id)), what: 'source unit', where: '_data/sources.yaml' },
		{ key: 'requires', known: ids, what: 'page', where: 'content/' },
		{ key: 'related', known: ids, what: 'page', where: 'content/' },
	] as const;
	for (const page of pages)
		for (const { key, known, what, where } of lists)
			page.data[key].forEach((id, i) => {
				if (!known.has(id)) problems.push(at(page, [key, i], `unknown ${what} ${id}, expected one of ${where}`));
				else if (what === 'page' && id === page.id) problems.push(at(page, [key, i], 'a page does not name itself'));
			});
	for (const entry of [...reference.topics, ...reference.tech])
		if (entry.page && !ids.has(entry.page))
			problems.push({ file: 'content/_data/vocabulary.yaml', line: 1, message: `${entry.id}.page: unknown page ${entry.page}` });
}

function checkNumbers(pages: CheckedPage[], problems: Problem[]): void {
	const owners = new Map<number, CheckedPage>();
	for (const page of pages) {
		const { number } = page.data;
		if (number === undefined) continue;
		const owner = owners.get(number);
		if (owner) problems.push(at(page, ['number'], `${number} is already taken by ${owner.file}; numbers are never reused`));
		else owners.set(number, page);
	}
}

/** Every misbelief has an id of its own and is placed once, on its own page. */
function checkMisbeliefs(pages: CheckedPage[], reference: ReferenceData, problems: Problem[]): void {
	const known = new Set(reference.topics.map((entry) => entry.id));
	const owners = new Map<string, CheckedPage>();
	for (const page of pages) {
		page.data.misbeliefs.forEach(({ id, topics }, i) => {
			const owner = owners.get(id);
			if (owner) problems.push(at(page, ['misbeliefs', i, 'id'], `${id} is already taken by ${owner.file}`));
			else owners.set(id, page);
			const places = page.outline.components.filter(({ name, attributes }) => name === 'Misbelief' && attributes['id'] === id);
			if (places.length !== 1)
				problems.push(at(page, ['misbeliefs', i, 'id'], `expected <Misbelief id="${id}" /> once in the body, found it ${places.length} times`));
			for (const topic of topics ?? [])
				if (!known.has(topic)) problems.push(at(page, ['misbeliefs', i, 'topics'], `unknown topic ${topic}, expected one of _data/vocabulary.yaml`));
		});
		for (const { name, attributes, line } of page.outline.components)
			if (name === 'Misbelief' && !page.data.misbeliefs.some(({ id }) => id === attributes['id']))
				problems.push(inBody(page, line, `unknown misbelief "${attributes['id']}": the page’s frontmatter has no such entry`));
	}
}

/** `requires` leads somewhere: no page needs itself, however far round. */
function checkPrerequisites(pages: CheckedPage[], problems: Problem[]): void {
	const byId = new Map(pages.map((page) => [page.id, page]));
	const done = new Set<string>();
	const walk = (page: CheckedPage, trail: string[]) => {
		if (trail.includes(page.id)) {
			const first = byId.get(trail[trail.indexOf(page.id)] ?? page.id) ?? page;
			problems.push(at(first, ['requires'], `circle of prerequisites: ${[...trail.slice(trail.indexOf(page.id)), page.id].join(' → ')}`));
			return;
		}
		if (done.has(page.id)) return;
		for (const id of page.data.requires) {
			const next = byId.get(id);
			if (next) walk(next, [...trail, page.id]);
		}
		done.add(page.id);
	};
	for (const page of pages) walk(page, []);
}

/** Links from the root resolve to a page and, where they name one, to a heading on it. */
function checkLinks(pages: CheckedPage[], raws: RawPage[], reference: ReferenceData, problems: Problem[]): void {
	const slugs = new Map(pages.map((page) => [pagePath(page.id), new Set(page.outline.headings.map((heading) => heading.slug))]));
	const paths = new Set([
		...raws.map((raw) => pagePath(raw.id)),
		...GENERATED_PATHS,
		...pages.flatMap(({ data }) => (data.number === undefined ? [] : [shortPath(data.number)])),
	]);
	const terms = new Set(allTerms(reference).map((term) => term.id));
	const misbeliefs = new Set(pages.flatMap((page) => page.data.misbeliefs.map(({ id }) => id)));
	for (const page of pages) {
		for (const { url, line } of page.outline.links) {
			if (/^(https?:|mailto:)/.test(url)) continue;
			const bad = (message: string) => problems.push(inBody(page, line, `link ${url || '(empty)'}: ${message}`));
			if (url.startsWith('#')) {
				if (!slugs.get(pagePath(page.id))?.has(url.slice(1))) bad('no such heading on this page');
				continue;
			}
			if (!url.startsWith('/') || url.startsWith('//')) {
				bad('expected a path from the root such as /spark/data-skew/ or an https address');
				continue;
			}
			const [path = '', fragment] = url.replace(/\?[^#]*/, '').split('#');
			if (!paths.has(path)) bad(path.endsWith('/') || !paths.has(`${path}/`) ? 'no such page' : 'a page’s address ends with a slash');
			else if (fragment) {
				const known =
					path === '/reference/glossary/' ? terms : path === '/reference/misbeliefs/' ? misbeliefs : (slugs.get(path) ?? new Set<string>());
				if (!known.has(fragment)) bad(`no heading #${fragment} on that page`);
			}
		}
	}
}
