import { expect, test } from 'vitest';
import { hasMaths, sectionText } from '../../src/lib/body-text.ts';

const BODY = `Intro.

## Answer

First **bold** and \`code\`,
second line.

1. One
2. Two

### Detail

More.

\`\`\`sql
SELECT 1
\`\`\`

## Trade-offs

Other.
`;

test('a section is its paragraphs and items up to the next of its level', () => {
	expect(sectionText(BODY, 'Answer')).toBe('First bold and code, second line.\nOne\nTwo\nMore.');
	expect(sectionText(BODY, 'Trade-offs')).toBe('Other.');
	expect(sectionText(BODY, 'Answers')).toBe('');
});

test.each([
	['$x$', true],
	['text\n\n$$\nx\n$$\n', true],
	['costs \\$5 and \\$6', false],
	['`$x$`', false],
	['```sh\necho $x $y\n```', false],
	['nothing', false],
])('maths in %j: %s', (body, found) => expect(hasMaths(body)).toBe(found));
