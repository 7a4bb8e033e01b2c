/** Holds the whole content against its model and against itself. Every problem is found in one run. */
import { readCheatSheets } from './cheat-sheets.ts';
import { CONTENT_COMPONENTS } from './content-components.ts';
import { draftFields, draftScenarioFields, pageFields, scenarioFields, type PageData, type Redirect } from './content-model.ts';
import { inlineLinks } from './inline-markdown.ts';
import { childrenOf, outline, OutlineError, type Heading, type Outline } from './outline.ts';
import { isDraft, isScenario, pagePath, readPages, type Page, type RawPage } from './pages.ts';
import type { Problem } from './problem.ts';
import { readDataFiles, referenceData, type DataFile, type DataFiles, type ReferenceData } from './reference-data.ts';
import { publishedPaths } from './permalinks.ts';
import { GENERATED_PATHS, MISBELIEFS_PATH } from './routes.ts';
import { lineOf, validate } from './validate.ts';

/** A page whose text is read, whether or not its frontmatter holds. */
interface PageBody {
	file: string;
	raw: RawPage;
	outline: Outline;
}

export interface CheckedPage extends Page, PageBody {}

export interface CheckedContent {
	pages: CheckedPage[];
	/** Pages that wait for an editor; held against the model of drafts and against everything else. */
	drafts: CheckedPage[];
	reference: ReferenceData;
	problems: Problem[];
}

/** Sections whose `###` headings are questions, each with an answer below it. */
export const FOLDED_SECTIONS = ['Hints', 'Follow-ups', 'Check yourself', 'Drills'] as const;

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
	const files = readDataFiles(contentDir, problems);
	const reference = referenceData(files);
	const terms = checkTerms(files, problems);

	const raws = readPages(contentDir, { drafts: true });
	const all: CheckedPage[] = [];
	const bodies: PageBody[] = [];
	for (const raw of raws) {
		const shape = checkFrontmatter(raw, problems);
		try {
			const body = outline(raw.body);
			bodies.push({ file: raw.file, raw, outline: body });
			checkBody(raw, body, problems);
			for (const check of bodyChecks)
				for (const { line, message } of check({ file: raw.file, outline: body }))
					problems.push({ file: raw.file, line: line + raw.bodyOffset, message });
			if (shape) all.push({ id: raw.id, file: raw.file, data: shape, body: raw.body, raw, outline: body });
		} catch (error) {
			if (!(error instanceof OutlineError)) throw error;
			problems.push({ file: raw.file, line: error.line + raw.bodyOffset, message: `malformed MDX: ${error.message}` });
		}
	}
	const publishedRaws = raws.filter((raw) => !isDraft(raw));
	const published = publishedPaths(publishedRaws.map(({ id, frontmatter }) => ({ id, number: numberOf(frontmatter) })));
	const ids = new Set(publishedRaws.map((raw) => raw.id));
	const [pages, drafts] = [all.filter(({ raw }) => !isDraft(raw)), all.filter(({ raw }) => isDraft(raw))];
	checkAddresses(raws, files.redirects, published, problems);
	checkReferences(pages, drafts, ids, files, problems);
	checkNumbers(all, problems);
	checkMisbeliefs(all, reference, problems);
	checkPrerequisites(all, problems);
	readCheatSheets(contentDir, problems, { tech: new Set(reference.tech.map(({ id }) => id)), pages: ids });
	checkLinks(all, bodies, new Set(published), terms, problems);
	return { pages, drafts, reference, problems };
}

/** Adds a problem at the frontmatter value under `path`. */
const at = (page: CheckedPage, path: PropertyKey[], message: string): Problem => ({
	file: page.file,
	line: lineOf(page.raw.frontmatter, page.raw.lines, path),
	message: `${path.join('.')}: ${message}`,
});

const inBody = (page: Omit<PageBody, 'outline'>, line: number, message: string): Problem => ({
	file: page.file,
	line: line + page.raw.bodyOffset,
	message,
});

/** The frontmatter of a page, or `undefined` after adding what is wrong with it. */
function checkFrontmatter(raw: RawPage, problems: Problem[]): PageData | undefined {
	const [page, scenario] = isDraft(raw) ? [draftFields, draftScenarioFields] : [pageFields, scenarioFields];
	if (raw.bodyOffset) return validate(raw.file, raw.frontmatter, raw.lines, isScenario(raw) ? scenario : page, problems) as PageData | undefined;
	problems.push({ file: raw.file, line: 1, message: 'no frontmatter: expected it on the first lines of the file, between two lines ---' });
	return undefined;
}

/** A term has one id and one home: no id, label or alias stands twice. Returns the ids of all terms. */
function checkTerms({ vocabulary, glossary }: DataFiles, problems: Problem[]): Set<string> {
	const facets = (['topics', 'tech'] as const).flatMap((group) =>
		vocabulary.value[group].map(({ id, label, aliases }, i) => ({ id, words: [label, ...aliases], file: vocabulary.file, line: vocabulary.lineOf([group, i]) })),
	);
	const rest = glossary.value.map(({ id, term, aliases }, i) => ({ id, words: [term, ...aliases], file: glossary.file, line: glossary.lineOf([i]) }));
	const places = new Map<string, string>();
	const owners = new Map<string, string>();
	for (const { id, words, file, line } of [...facets, ...rest]) {
		const place = places.get(id);
		if (place) problems.push({ file, line, message: `id ${id}: defined twice, first at ${place}` });
		else places.set(id, `${file}:${line}`);
		for (const word of new Set(words.map((text) => text.toLowerCase()))) {
			const owner = owners.get(word);
			if (owner) problems.push({ file, line, message: `${id}: "${word}" already belongs to ${owner}` });
			else owners.set(word, id);
		}
	}
	glossary.value.forEach(({ id, see }, i) =>
		see.forEach((other, k) => {
			if (!places.has(other)) problems.push({ file: glossary.file, line: glossary.lineOf([i, 'see', k]), message: `${id}.see: unknown term ${other}` });
		}),
	);
	return new Set(places.keys());
}

const numberOf = (frontmatter: RawPage['frontmatter']): number | undefined => {
	const number = frontmatter.get('number');
	return Number.isInteger(number) ? (number as number) : undefined;
};

/** Every page has an address of its own, and no redirect stands on one or leads to none. */
function checkAddresses(raws: RawPage[], redirects: DataFile<Redirect[]>, published: string[], problems: Problem[]): void {
	const owners = new Map<string, string>(GENERATED_PATHS.map((path) => [path, 'a page that the site generates']));
	for (const { id, file } of raws) {
		if (!/^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(id))
			problems.push({ file, line: 1, message: `the address ${pagePath(id)} comes from the file's name: expected lower-case words joined by hyphens` });
		const owner = owners.get(pagePath(id));
		if (owner) problems.push({ file, line: 1, message: `the address ${pagePath(id)} already belongs to ${owner}` });
		else owners.set(pagePath(id), file);
	}
	const known = new Set(published);
	const seen = new Set<string>();
	redirects.value.forEach(({ from, to }, i) => {
		const bad = (key: string, message: string) => problems.push({ file: redirects.file, line: redirects.lineOf([i, key]), message: `${key}: ${message}` });
		if (known.has(from)) bad('from', `${from} is the address of a page`);
		if (seen.has(from)) bad('from', `${from} is redirected twice`);
		if (!known.has(to)) bad('to', `no such page ${to}`);
		seen.add(from);
	});
}

function checkBody(raw: RawPage, body: Outline, problems: Problem[]): void {
	const add = (line: number, message: string) => problems.push(inBody({ raw, file: raw.file }, line, message));
	for (const { line, isComment } of body.code)
		if (!isComment) add(line, 'content holds no code: remove the import, export or {expression}, or put it in backticks');
		else if (!isDraft(raw)) add(line, 'a comment is for drafts: remove it, or publish what it says');
	for (const component of body.components) {
		if (PLAIN_ELEMENTS.has(component.name)) {
			if (Object.keys(component.attributes).length) add(component.line, `<${component.name}> takes no attributes`);
			continue;
		}
		const known = Object.hasOwn(CONTENT_COMPONENTS, component.name) ? CONTENT_COMPONENTS[component.name] : undefined;
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
	for (const { url, alt, line } of body.images) {
		if (!alt.trim()) add(line, `image ${url} without a text alternative`);
		if (!/^\/(?!\/)/.test(url)) add(line, `image ${url}: expected a file of this site, by its path from the root`);
	}
	const isAnswered = (question: Heading) => question.hasContent || body.headings.some(({ parent, hasContent }) => parent === question.slug && hasContent);
	for (const section of FOLDED_SECTIONS)
		for (const question of childrenOf(body.headings, section))
			if (!isAnswered(question)) add(question.line, `"${question.text}": empty answer`);
	if (!isScenario(raw)) return;
	const answer = body.headings.find((heading) => heading.text === 'Answer' && heading.depth === 2);
	if (!answer) add(1, 'a scenario needs a section "## Answer"');
	else if (!isAnswered(answer)) add(answer.line, '"Answer": empty answer');
}

/** Ids in the frontmatter stand for something. */
function checkReferences(pages: CheckedPage[], drafts: CheckedPage[], ids: Set<string>, { vocabulary, sources }: DataFiles, problems: Problem[]): void {
	const lists = [
		{ key: 'topics', known: new Set(vocabulary.value.topics.map((entry) => entry.id)), what: 'topic', where: '_data/vocabulary.yaml' },
		{ key: 'tech', known: new Set(vocabulary.value.tech.map((entry) => entry.id)), what: 'technology', where: '_data/vocabulary.yaml' },
		{ key: 'sources', known: new Set(sources.value.map((unit) => unit.id)), what: 'source unit', where: '_data/sources.yaml' },
		{ key: 'requires', known: ids, what: 'page', where: 'content/' },
		{ key: 'related', known: ids, what: 'page', where: 'content/' },
	] as const;
	for (const page of [...pages, ...drafts])
		for (const { key, known, what, where } of lists)
			page.data[key].forEach((id, i) => {
				if (!known.has(id)) problems.push(at(page, [key, i], `unknown ${what} ${id}, expected one of ${where}`));
				else if (what === 'page' && id === page.id) problems.push(at(page, [key, i], 'a page does not name itself'));
			});
	for (const group of ['topics', 'tech'] as const)
		vocabulary.value[group].forEach(({ id, page }, i) => {
			if (page && !ids.has(page))
				problems.push({ file: vocabulary.file, line: vocabulary.lineOf([group, i, 'page']), message: `${id}.page: unknown page ${page}` });
		});
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
function checkLinks(pages: CheckedPage[], bodies: PageBody[], paths: Set<string>, terms: Set<string>, problems: Problem[]): void {
	const anchors = new Map(bodies.map(({ raw, outline }) => [pagePath(raw.id), new Set(outline.headings.map((heading) => heading.slug))]));
	anchors.set('/reference/glossary/', terms);
	anchors.set(MISBELIEFS_PATH, new Set(pages.flatMap((page) => page.data.misbeliefs.map(({ id }) => id))));
	// A draft may lead to another one; a published page may not: there it leads nowhere.
	const withDrafts = new Set([...paths, ...bodies.map(({ raw }) => pagePath(raw.id))]);
	for (const page of bodies)
		for (const { url, line } of page.outline.links) {
			const fault = linkFault(url, pagePath(page.raw.id), isDraft(page.raw) ? withDrafts : paths, anchors);
			if (fault) problems.push(inBody(page, line, `link ${url || '(empty)'}: ${fault}`));
		}
	for (const page of pages) {
		const { question, misbeliefs } = page.data;
		const texts = [
			{ path: ['question'], text: question ?? '' },
			...misbeliefs.flatMap(({ said, truth }, i) => [
				{ path: ['misbeliefs', i, 'said'], text: said },
				{ path: ['misbeliefs', i, 'truth'], text: truth },
			]),
		];
		for (const { path, text } of texts)
			for (const url of inlineLinks(text)) {
				const fault = linkFault(url, undefined, paths, anchors);
				if (fault) problems.push(at(page, path, `link ${url || '(empty)'}: ${fault}`));
			}
	}
}

/**
 * What is wrong with a link, or nothing.
 * @param from path of the page it stands on; none for a text that several pages show
 * @param anchors headings of each page; a page that is not listed is not looked into
 */
function linkFault(url: string, from: string | undefined, paths: Set<string>, anchors: Map<string, Set<string>>): string | undefined {
	if (/^(https?:\/\/|mailto:)/.test(url)) return undefined;
	if (from && url.startsWith('#')) return anchors.get(from)?.has(url.slice(1)) ? undefined : 'no such heading on this page';
	if (!/^\/(?!\/)/.test(url)) return 'expected a path from the root such as /spark/data-skew/ or an https address';
	const [path = '', fragment] = url.replace(/\?[^#]*/, '').split('#');
	if (!paths.has(path)) return path.endsWith('/') || !paths.has(`${path}/`) ? 'no such page' : 'a page’s address ends with a slash';
	if (!fragment || anchors.get(path)?.has(fragment) !== false) return undefined;
	return `no heading #${fragment} on that page`;
}
