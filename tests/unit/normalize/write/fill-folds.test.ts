import { expect, test } from 'vitest';
import { toString } from 'mdast-util-to-string';
import { NO_ANSWER } from '../../../../scripts/normalize/model.ts';
import { fillFolds } from '../../../../scripts/normalize/write/fill-folds.ts';
import { outline, parseBody } from '../../../../src/lib/outline.ts';

const filled = (body: string) => {
	const root = parseBody(body);
	return { questions: fillFolds(root), texts: root.children.map((node) => toString(node)) };
};

test('questions of a folded section without anything below them get a sentence', () => {
	const body = '## Follow-ups\n\n### First\n\n### Second\n\nAnswered.\n\n### Last\n';
	expect(filled(body)).toEqual({ questions: ['First', 'Last'], texts: ['Follow-ups', 'First', NO_ANSWER, 'Second', 'Answered.', 'Last', NO_ANSWER] });
});

test('headings elsewhere, and those with a heading of their own below, stay', () => {
	const body = '## Follow-ups\n\n### Parted\n\n#### Half\n\nText.\n\n## Steps\n\n### Empty\n\n## End\n';
	expect(filled(body)).toEqual({ questions: [], texts: outline(body).headings.flatMap(({ text }) => (text === 'Half' ? [text, 'Text.'] : [text])) });
});
