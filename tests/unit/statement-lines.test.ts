import { describe, expect, test } from 'vitest';
import { statementLines } from '../../src/lib/statement-lines.ts';

describe('statementLines', () => {
	test.each([
		['', []],
		['-- nothing\n/* at all */ ;', []],
		['SELECT 1', [1]],
		['SELECT 1;\n\nSELECT\n2;\n', [1, 3]],
		['-- first\nSELECT 1; /* second\n; */\nSELECT 2', [2, 4]],
		["SELECT 'a;\nb''; c';\nSELECT \"x;\ny\";\nSELECT 3", [1, 3, 5]],
		['SELECT $$;\n$$;\nSELECT 4 - 1 / 2 -- ;\n, 5;SELECT 6', [1, 3, 4]],
		[';;\nSELECT 1;;\nSELECT 2', [2, 3]],
	])('%j', (sql, lines) => {
		expect(statementLines(sql)).toEqual(lines);
	});
});
