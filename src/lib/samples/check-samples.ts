/** Every sample of the content against a parser of its language. Every problem is found in one run. */
import { outline, OutlineError } from '../outline.ts';
import type { RawPage } from '../pages.ts';
import type { Problem } from '../problem.ts';
import { isRun } from './python.ts';
import { CHECKERS, OTHER_NAMES, UNPARSED } from './registry.ts';
import { samplesOf, type Finding, type Sample } from './sample.ts';
import { dialectOf } from './sql.ts';

export interface SampleReport {
	problems: Problem[];
	/** Fences by language, SQL by dialect: `sql spark` → 32. */
	counts: Map<string, number>;
	/** Samples that were run and whose output was compared. */
	run: number;
	/** Samples that no parser reads, with the reason their fence gives. */
	unchecked: { file: string; line: number; language: string; reason: string }[];
}

/** A sample's language as messages name it: `sql spark`, `python`. */
export const languageOf = ({ lang, attributes }: Pick<Sample, 'lang' | 'attributes'>): string =>
	lang === 'sql' ? ['sql', dialectOf(attributes)].filter(Boolean).join(' ') : lang;

/** The reason of `check="none: reason"`; undefined where the fence is checked. */
const reasonOf = ({ attributes }: Sample): string | undefined => /^none: *(\S.*)$/.exec(attributes['check'] ?? '')?.[1];

async function findingsOf(sample: Sample): Promise<Finding[]> {
	const { lang, attributes } = sample;
	const atFence = (message: string): Finding[] => [{ line: 0, message }];
	if (!lang) return atFence('fence without a language');
	const name = OTHER_NAMES.get(lang);
	if (name) return atFence(`language ${lang}: write ${name}`);
	if ('check' in attributes && !reasonOf(sample)) return atFence(`check="${attributes['check']}": expected check="none: reason"`);
	// A lab fence is executed, and may be wrong on purpose: the check of the labs judges it.
	if (UNPARSED.has(lang) || reasonOf(sample) || 'lab' in attributes) return [];
	const checker = CHECKERS.get(lang);
	return checker ? checker(sample) : atFence('no parser for this language: check="none: reason" in the fence leaves it unchecked');
}

/** Checks the fences of all pages. Nothing is thrown for bad samples. */
export async function checkSamples(pages: RawPage[]): Promise<SampleReport> {
	const report: SampleReport = { problems: [], counts: new Map(), run: 0, unchecked: [] };
	for (const page of pages) {
		const add = (line: number, message: string) => report.problems.push({ file: page.file, line: line + page.bodyOffset, message });
		let samples: Sample[];
		try {
			samples = samplesOf(outline(page.body));
		} catch (error) {
			if (!(error instanceof OutlineError)) throw error;
			add(error.line, `malformed MDX: ${error.message}`);
			continue;
		}
		for (const sample of samples) {
			const language = languageOf(sample);
			report.counts.set(language, (report.counts.get(language) ?? 0) + 1);
			const reason = reasonOf(sample);
			if (reason) report.unchecked.push({ file: page.file, line: sample.line + page.bodyOffset, language, reason });
			for (const { line, message } of await findingsOf(sample)) add(sample.line + line, `${language || 'no language'}: ${message}`);
			if (sample.lang === 'python' && isRun(sample.attributes) && !reason) report.run++;
		}
	}
	return report;
}

/** What was checked, as text: fences by language, samples run, fences unchecked with their reasons. */
export function formatCounts({ counts, run, unchecked }: SampleReport): string {
	const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
	const byLanguage = [...counts].sort(([a, n], [b, m]) => m - n || a.localeCompare(b)).map(([language, count]) => `${count} ${language || 'without language'}`);
	return [
		`${total} fences${total ? `: ${byLanguage.join(', ')}` : ''}`,
		`${run} run, output compared`,
		`${unchecked.length} unchecked${unchecked.length ? ':' : ''}`,
		...unchecked.map(({ file, line, language, reason }) => `  ${file}:${line} ${language}: ${reason}`),
	].join('\n');
}
