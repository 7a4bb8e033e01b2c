import { describe, expect, it } from 'vitest';
import { removeCaptions } from '../../../../scripts/normalize/find-code/captions.ts';

const lines = (text: string) => text.split('\n').map((line, index) => ({ number: index + 1, text: line }));
const rest = (text: string) => removeCaptions(lines(text)).lines.map((line) => line.text);
const taken = (text: string) => removeCaptions(lines(text)).furniture.map(({ line, text: caption, reason }) => [line, caption, reason]);

describe('captions of code boxes', () => {
	it('takes a language and a button above a fence out and keeps the language for the fence', () => {
		const text = 'Load it:\n\npython\n\nCopyEdit\n\n```\nrows = load()\n```';
		expect(rest(text)).toEqual(['Load it:', '', '', '', '```', 'rows = load()', '```']);
		expect(taken(text)).toEqual([
			[3, 'python', 'name of a language'],
			[5, 'CopyEdit', 'caption of a button'],
		]);
		expect([...removeCaptions(lines(text)).langs]).toEqual([[7, 'python']]);
	});

	it('takes captions inside a fence out and names the first line of code', () => {
		const found = removeCaptions(lines('```\nsql\nCopy code\nSELECT id FROM shipments\n```'));
		expect(found.lines.map((line) => line.number)).toEqual([1, 4, 5]);
		expect([...found.langs]).toEqual([[4, 'sql']]);
	});

	it('parts a name and a button that flattening glued', () => {
		expect(taken('yamlCopy code\nname: nightly')).toEqual([[1, 'yamlCopy code', 'name of a language and caption of a button']]);
		expect([...removeCaptions(lines('bashCopyEdit\nmake load')).langs]).toEqual([[2, 'bash']]);
	});

	it('takes a small word only beside another caption', () => {
		expect(rest('python\nCopy\nEdit\nrows = load()')).toEqual(['rows = load()']);
		expect(rest('Run\nThe pipeline starts at six.')).toEqual(['Run', 'The pipeline starts at six.']);
		expect(rest('Edit')).toEqual(['Edit']);
	});

	it('takes the name of a language in small letters right above code', () => {
		expect(rest('java\nList<Order> orders = new ArrayList<>();')).toEqual(['List<Order> orders = new ArrayList<>();']);
	});

	it.each([
		'SQL\nThe language of tables is older than most engines.',
		'SQL\nSELECT id FROM shipments;',
		'- python\n- sql',
		'Python is a language.\nCopy the file first.',
		'text\nis what remains here.',
		'Copy code from the wiki, then run it.',
		'',
	])('leaves %j alone', (text) => {
		expect(rest(text)).toEqual(text.split('\n'));
		expect(taken(text)).toEqual([]);
	});

	it('keeps every line of a hostile document in the lines or the furniture', () => {
		const text = `${'CopyEdit\n'.repeat(20_000)}${'sql\n'.repeat(20_000)}${'x'.repeat(100_000)}`;
		const found = removeCaptions(lines(text));
		expect(found.lines.length + found.furniture.length).toBe(40_001);
		expect(found.furniture.filter(({ reason }) => reason === 'caption of a button')).toHaveLength(20_000);
	});
});
