import { describe, expect, it } from 'vitest';
import { FLATTENED, read, sketch } from './fixtures.ts';

const after = (text: string) => sketch(read(`${FLATTENED}\n${text}`).blocks);

describe('plain lines of flattened documents', () => {
	const question = 'When a van stops twice at the same depot, what do the drivers see?';

	it('are the text of the title above them where they are a long question', () => {
		const list = '- Two lines: the driver sees both of them and has to say which one is the right one for the day.\n- One line: the later one.';
		expect(after(`Double stops\n${question}\n${list}`)).toContain(`p ${question}`);
		expect(after(`Scenarios of vans\n${question}\n${list}`).some((line) => line.endsWith(`# ${question}`))).toBe(true);
	});

	it('may hold a semicolon where they are numbered', () => {
		const text = 'The plan is made before the van leaves, and nothing on the way changes it.';
		const headings = (title: string) => after(`7. ${title}\n${text}`).filter((line) => line.startsWith('#')).map((line) => line.replace(/^#+ /, ''));
		expect(headings('A plan is fast; a van is slow')).toContain('A plan is fast; a van is slow');
		expect(headings('van = load();').join()).not.toContain('load');
	});
});
