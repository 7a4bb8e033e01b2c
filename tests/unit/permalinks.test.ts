import { describe, expect, test } from 'vitest';
import { extendLedger, ledgerProblems, publishedPaths, readLedger } from '../../src/lib/permalinks.ts';

const AREAS = ['batch', 'lakehouse', 'modeling', 'operations', 'python', 'spark', 'sql', 'storage', 'streaming'];
const GENERATED = ['/lab/', '/practice/', '/reference/glossary/', '/reference/misbeliefs/', ...AREAS.map((area) => `/reference/misbeliefs/${area}/`), '/reference/sources/', '/review/', '/scenarios/', '/search/'];

describe('publishedPaths', () => {
	test('pages, short links and generated pages, sorted', () => {
		expect(publishedPaths([{ id: 'spark/skew' }, { id: 'index' }, { id: 'scenarios/a', number: 22 }])).toEqual(
			['/', ...GENERATED, '/s/22/', '/scenarios/a/', '/spark/skew/'].sort(),
		);
	});

	test('not the page for addresses that do not exist', () => {
		expect(publishedPaths([{ id: '404' }])).toEqual(GENERATED);
	});

	test('no address twice', () => {
		expect(publishedPaths([{ id: 'search' }])).toEqual(GENERATED);
	});
});

describe('the ledger', () => {
	test('is read whatever its line ends and blank lines', () => {
		expect(readLedger('/a/\r\n\r\n /b/ \n')).toEqual(['/a/', '/b/']);
	});

	test('gets what is new, sorted, and keeps what is gone', () => {
		expect(extendLedger('/gone/\n/a/\n', ['/b/', '/a/'])).toBe('/a/\n/b/\n/gone/\n');
		expect(extendLedger('', ['/a/'])).toBe('/a/\n');
	});

	test('written anew it is the same', () => {
		const once = extendLedger('', ['/b/', '/a/', '/s/10/', '/s/9/']);
		expect(extendLedger(once, [])).toBe(once);
	});
});

describe('ledgerProblems', () => {
	const problems = (ledger: string, published: string[], redirects: { from: string; to: string }[] = []) =>
		ledgerProblems('permalinks.txt', ledger, published, redirects).map(({ file, line, message }) => `${file}:${line} ${message}`);

	test('none where every line resolves and none is missing', () => {
		expect(problems('/a/\n/b/\n', ['/a/', '/b/'])).toEqual([]);
	});

	test('a page that is gone', () => {
		expect(problems('/a/\n/b/\n', ['/a/'])).toEqual([
			'permalinks.txt:2 /b/: published once, but nothing is there now. Bring the page back or add { from: /b/, to: … } to redirects.yaml',
		]);
	});

	test('a page that is gone and redirected', () => {
		expect(problems('/a/\n/b/\n', ['/a/'], [{ from: '/b/', to: '/a/' }])).toEqual([]);
	});

	test('a new page', () => {
		expect(problems('/a/\n', ['/a/', '/b/'])).toEqual(['permalinks.txt:2 /b/: not in the ledger. Run npm run permalinks']);
	});

	test('a page that was renamed is both', () => {
		expect(problems('/old/\n', ['/new/'])).toHaveLength(2);
	});

	test.each([
		['out of order', '/b/\n/a/\n'],
		['twice', '/a/\n/b/\n/b/\n'],
	])('a line %s', (_, ledger) => {
		expect(problems(ledger, ['/a/', '/b/'])).toEqual([expect.stringMatching(/:\d \/[ab]\/: out of order or twice\. Run npm run permalinks$/)]);
	});
});
