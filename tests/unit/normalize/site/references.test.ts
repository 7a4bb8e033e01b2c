import { describe, expect, test } from 'vitest';
import { findMentions, isNavigation, linkTargets, resolveTarget, type PlacedDraft } from '../../../../scripts/normalize/site/references.ts';
import type { DraftPage } from '../../../../scripts/normalize/segment/segment.ts';
import type { IndexedPage, SiteIndex } from '../../../../scripts/normalize/site/site-index.ts';

const mentioned = (text: string) => findMentions(text).map(({ start, end, target }) => {
	expect(target.text).toBe(text.slice(start, end));
	return target;
});

describe('mentions', () => {
	test.each<[string, object[]]>([
		['See chapter 03, sections 7 and 14.', [{ text: 'chapter 03, sections 7', chapter: 3, section: '7' }, { text: '14', chapter: 3, section: '14' }]],
		['as in §8, above', [{ text: '§8', section: '8' }]],
		['Part 01 §12–13', [{ text: 'Part 01 §12', chapter: 1, section: '12' }, { text: '13', chapter: 1, section: '13' }]],
		['(see §F3 above)', [{ text: '§F3', section: 'F3' }]],
		["see Q4 in Part 09's bank", [{ text: 'Q4 in Part 09', question: 4, chapter: 9 }]],
		['Part 09 Q4', [{ text: 'Part 09 Q4', chapter: 9, question: 4 }]],
		['section 2.4', [{ text: 'section 2.4', section: '2.4' }]],
		['Next: 02-file-loading.md — loads', [{ text: '02-file-loading.md', chapter: 2, name: 'file-loading' }]],
		['read late_files.md', [{ text: 'late_files.md', name: 'late_files' }]],
	])('in "%s"', (text, targets) => expect(mentioned(text)).toEqual(targets));

	test.each([
		'Sales rose in Q4.', 'the revenue of Q4', 'a README.md', 'part 50% of it', 'in part because', 'three sections', '1.5 parts', 'chapter-3', 'notes/2024-01.md',
	])('none in "%s"', (text) => {
		expect(mentioned(text)).toEqual([]);
	});

	test('a list ends at what is no number of a section', () => {
		expect(mentioned('§3, 4 GB later').map(({ text }) => text)).toEqual(['§3']);
	});

	test.each([
		['chapter 1, ', 20_000, 20_000],
		['§', 200_000, 0],
		['1', 200_000, 0],
		['a-', 100_000, 0],
		['section ', 25_000, 0],
	])('hostile and long text is answered: %j, %i times', (unit, times, found) => {
		expect(findMentions(unit.repeat(times))).toHaveLength(found);
	});
});

const heading = (text: string, number?: string) =>
	({ kind: 'heading', line: 1, end: 1, depth: 2, text, confidence: 1, ...(number !== undefined && { number }) }) as const;
const placed = (id: string, document: string, more: Partial<DraftPage>): PlacedDraft => ({
	id, document, draft: { kind: 'topic', title: 'T', line: 1, end: 1, blocks: [], techNames: [], order: 10, ...more },
});
const LANDING = placed('batch/landing', 'notes', { title: 'Landing raw files', chapter: 'Loading', chapterNumber: 1, section: '1' });
const CHECKS = placed('batch/checks', 'notes', {
	title: 'Checks after a load', chapter: 'Loading', chapterNumber: 1, section: '2', blocks: [heading('Row `counts`', '2.1'), heading('Checksums')],
});
const REPAIR = placed('batch/repair', 'notes', { title: 'Repairing a broken table', chapter: 'Repair', chapterNumber: 2, section: '1', opens: ['7'] });
const RETRY = placed('scenarios/retry', 'notes', { kind: 'scenario', title: 'A retried load', chapter: 'Repair', chapterNumber: 2, number: 4 });
const OTHER = placed('streaming/late-files', 'other', { title: 'Late files' });
const sitePage = (id: string, title: string) => ({ id, title }) as unknown as IndexedPage;
const PAGES = [sitePage('batch/governance-and-security', 'Governance and security'), sitePage('index', 'Home'), sitePage('sql/joins', 'Joins')];
const index = { pages: PAGES, byId: new Map(PAGES.map((page) => [page.id, page])) } as unknown as SiteIndex;
const targets = linkTargets([LANDING, CHECKS, REPAIR, RETRY, OTHER], index);
const from = (draft: PlacedDraft) => ({ targets, from: draft });
const mention = (text: string, draft = LANDING) => findMentions(text).map(({ target }) => resolveTarget(target, from(draft)));
const link = (url: string, text = 'here', draft = LANDING) => resolveTarget({ url, text }, from(draft));

describe('mentions lead to drafts of the same document', () => {
	test.each<[string, (string | undefined)[]]>([
		['see §2', ['/batch/checks/']],
		['see §2.1', ['/batch/checks/#row-counts']],
		['see chapter 2, section 1', ['/batch/repair/']],
		['chapter 2, sections 1 and 7', ['/batch/repair/', '/batch/repair/']],
		['see chapter 2', ['/batch/repair/']],
		['Q4 in part 2', ['/scenarios/retry/']],
		['02-table-repair.md', ['/batch/repair/']],
		['see §9', [undefined]],
		['see chapter 8, section 1', [undefined]],
	])('%s', (text, addresses) => expect(mention(text)).toEqual(addresses));
	test('a section is one of its own chapter', () => expect(mention('see §1', RETRY)).toEqual(['/batch/repair/']));
	test('another document has other sections', () => expect(mention('see §1', OTHER)).toEqual([undefined]));
});

describe('links', () => {
	test.each<[string, string, string | undefined]>([
		['https://spark.apache.org/docs/', 'docs', 'https://spark.apache.org/docs/'],
		['mailto:data@example.org', 'mail', 'mailto:data@example.org'],
		['./late_files.md', 'Late files', '/streaming/late-files/'],
		['./hard_governance_security.md', 'Governance & Security', '/batch/governance-and-security/'],
		['./hard_governance_security.md', 'here', '/batch/governance-and-security/'],
		['/Users/ann/notes/repairing-broken-table.md', 'here', '/batch/repair/'],
		['C:\\notes\\repairing-broken-table.md', 'here', '/batch/repair/'],
		['file:///home/ann/repairing-broken-table.md', 'here', '/batch/repair/'],
		['#checksums', 'here', '/batch/checks/#checksums'],
		['#landing-raw-files', 'here', '/batch/landing/'],
		['#nowhere', 'here', undefined],
		['/sql/joins/#hash', 'here', '/sql/joins/#hash'],
		['/sql/joins', 'here', '/sql/joins/'],
		['/sql/joins/#"onclick=x', 'here', '/sql/joins/'],
		['/sql/unknown/', 'here', undefined],
		['//evil.example/sql/joins/', 'here', undefined],
		['javascript:alert(1)', 'Joins', undefined],
		['data:text/html,<script>', 'Joins', undefined],
		['https://a b"<script>', 'Joins', undefined],
		['./costs_of_storage.md', 'Costs', undefined],
		['%E0%A4%A', 'here', undefined],
		['', 'here', undefined],
	])('%s "%s"', (url, text, address) => expect(link(url, text)).toBe(address));
	test('none leads to the page it stands on', () => expect(link('./landing.md', 'Landing raw files')).toBeUndefined());
	test('of two pages with one title none is taken', () => {
		const twins = linkTargets([LANDING, placed('batch/a', 'x', { title: 'Same thing' }), placed('batch/b', 'y', { title: 'Same thing' })], index);
		expect(resolveTarget({ url: './same.md', text: 'Same thing' }, { targets: twins, from: LANDING })).toBeUndefined();
	});
	test('a long address leads nowhere', () => expect(link(`./${'a-'.repeat(100_000)}.md`)).toBeUndefined());
});

test.each([
	['**Previous:** [Late files](./late_files.md) | **Next:** [Costs](./costs.md)', true],
	['Next: [Costs](./costs.md)', true],
	['Next: read the plan.', false],
	['The previous: [x](y)', false],
])('navigation: %s', (text, expected) => expect(isNavigation(text)).toBe(expected));
