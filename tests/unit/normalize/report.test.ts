import { expect, test } from 'vitest';
import { exitStatus, type DocumentReport, type Report } from '../../../scripts/normalize/report.ts';

const document = (parts: Partial<DocumentReport> = {}) => ({ uncertain: [], losses: [], problems: [], ...parts }) as unknown as DocumentReport;
const uncertain = [{ line: 1, stage: 'code', what: 'x' }];

test.each<[string, Report, number, number]>([
	['nothing uncertain', { documents: [document()], unusable: [] }, 0, 0],
	['as much uncertain as allowed', { documents: [document({ uncertain })], unusable: [] }, 1, 0],
	['more, over all documents', { documents: [document({ uncertain }), document({ uncertain })], unusable: [] }, 1, 1],
	['a lost word, whatever is allowed', { documents: [document({ losses: [{ word: 'a', times: 1 }] })], unusable: [] }, Infinity, 1],
	['a draft that does not hold', { documents: [document({ problems: ['a.mdx:1 wrong'] })], unusable: [] }, Infinity, 1],
	['an input that could not be used', { documents: [document({ uncertain })], unusable: [{ document: 'a', reason: 'empty' }] }, 0, 2],
])('%s', (_, report, strict, status) => {
	expect(exitStatus(report, strict)).toBe(status);
});
