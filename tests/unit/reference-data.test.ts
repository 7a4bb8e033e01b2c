import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Problem } from '../../src/lib/problem.ts';
import { allTerms, readDataFiles, readReferenceData } from '../../src/lib/reference-data.ts';
import { redirects } from '../../src/redirects.ts';
import { contentTree } from '../support/content-tree.ts';

const FILES = {
	'_data/vocabulary.yaml': `topics:
  - id: z-order
    label: Z-order
    aliases: [Z-ordering]
    gloss: A curve.
    area: batch
    page: spark/z-order
    linked: false
tech:
  - { id: spark, label: apache Spark, gloss: An engine. }
`,
	'_data/glossary.yaml': '- { id: executor, term: executor, definition: A process., see: [z-order] }\n',
	'_data/redirects.yaml': '- { from: /old/, to: /new/ }\n- { from: /older/, to: /new/ }\n',
};

test('reads all files, with the lists that may be left out', () => {
	expect(readReferenceData(contentTree(FILES))).toEqual({
		topics: [{ id: 'z-order', label: 'Z-order', aliases: ['Z-ordering'], gloss: 'A curve.', area: 'batch', page: 'spark/z-order', linked: false }],
		tech: [{ id: 'spark', label: 'apache Spark', aliases: [], gloss: 'An engine.' }],
		glossary: [{ id: 'executor', term: 'executor', aliases: [], definition: 'A process.', see: ['z-order'] }],
		sources: [{ id: 'm-001', document: 'medium', lines: '1-9', title: 'A unit' }],
	});
});

test('says where an entry stands', () => {
	const { vocabulary, redirects } = readDataFiles(contentTree(FILES));
	expect(vocabulary.lineOf(['topics', 0, 'page'])).toBe(7);
	expect(vocabulary.lineOf(['tech', 0])).toBe(10);
	expect(redirects.lineOf([1, 'to'])).toBe(2);
});

test('a file that is missing, malformed or wrong counts as empty and is named', () => {
	const dir = contentTree({ '_data/vocabulary.yaml': 'topics: [\n', '_data/glossary.yaml': '- { id: A }\n', '_data/redirects.yaml': '# none yet\n' });
	rmSync(join(dir, '_data/sources.yaml'));
	const problems: Problem[] = [];
	const { vocabulary, glossary, sources, redirects } = readDataFiles(dir, problems);
	expect([vocabulary.value, glossary.value, sources.value, redirects.value]).toEqual([{ topics: [], tech: [] }, [], [], []]);
	expect(problems.map(({ file, line, message }) => `${file.slice(dir.length + 1)}:${line} ${message}`)).toEqual([
		expect.stringMatching(/^_data\/vocabulary\.yaml:\d malformed YAML: Flow sequence/),
		'_data/glossary.yaml:1 0.id: expected lower-case words joined by hyphens',
		'_data/glossary.yaml:1 0.term: missing, expected string',
		'_data/glossary.yaml:1 0.definition: missing, expected string',
		'_data/sources.yaml:1 missing: the site cannot be built without it',
	]);
});

test('all terms in one list, by label whatever its case', () => {
	expect(allTerms(readReferenceData(contentTree(FILES)))).toEqual([
		{ id: 'spark', label: 'apache Spark', aliases: [], definition: 'An engine.', see: [], group: 'technology' },
		{ id: 'executor', label: 'executor', aliases: [], definition: 'A process.', see: ['z-order'], group: 'term' },
		{ id: 'z-order', label: 'Z-order', aliases: ['Z-ordering'], definition: 'A curve.', page: 'spark/z-order', linked: false, see: [], group: 'topic' },
	]);
});

test('redirects become a map from old to new address', () => {
	expect(redirects('/', contentTree(FILES))).toEqual({ '/old/': '/new/', '/older/': '/new/' });
	expect(redirects('/watermark', contentTree(FILES))).toEqual({ '/old/': '/watermark/new/', '/older/': '/watermark/new/' });
	expect(redirects('/', contentTree({}))).toEqual({});
});
