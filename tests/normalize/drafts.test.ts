/** Documents with each kind of damage become exactly the drafts in `tests/fixtures/normalize/expected/`. `-u` writes them anew: read what changed. */
import { describe, expect, test } from 'vitest';
import { compileAll, fixture, normalized, problemsOf, smallSite, surroundings } from './surroundings.ts';

const DOCUMENTS = ['pdf-questions.txt', 'flat-chapter.txt', 'mac-scenarios.md', 'drawings.txt', 'hostile.txt'];

describe.each(DOCUMENTS)('%s', (name) => {
	test('becomes these drafts, and the site takes them', async () => {
		const dir = smallSite();
		const { drafts, report } = await normalized(name, fixture(name), surroundings(dir));
		for (const { path, text } of drafts) await expect(text).toMatchFileSnapshot(`../fixtures/normalize/expected/${name}/${path}`);
		const { uncertain, repaired, furniture, counts, encoding } = report;
		await expect(`${JSON.stringify({ drafts: drafts.map(({ path }) => path), encoding, counts, repaired, uncertain, furniture }, null, '\t')}\n`).toMatchFileSnapshot(
			`../fixtures/normalize/expected/${name}/report.json`,
		);
		expect(report.losses).toEqual([]);
		expect(problemsOf(dir, drafts)).toEqual([]);
		expect(await compileAll(drafts)).toHaveLength(drafts.length);
	});

	test('twice gives the same bytes', async () => {
		const dir = smallSite();
		const [first, second] = [await normalized(name, fixture(name), surroundings(dir)), await normalized(name, fixture(name), surroundings(dir))];
		expect(second).toEqual(first);
	});
});

test('nothing of a hostile document is code, a component or a link that runs', async () => {
	const { drafts } = await normalized('hostile.txt', fixture('hostile.txt'), surroundings(smallSite()));
	for (const compiled of await compileAll(drafts)) {
		expect(compiled).not.toMatch(/href: "(?:javascript|file|data):/);
		expect(compiled).not.toMatch(/_jsx\((?:Component|"script"|"img")/);
		expect(compiled.match(/^(?:import|export) .*/gm)?.filter((line) => !/jsx-runtime|export default function MDXContent/.test(line)) ?? []).toEqual([]);
	}
	for (const { path } of drafts) expect(path).toMatch(/^[a-z-]+\/[a-z0-9-]+\.mdx$/);
});
