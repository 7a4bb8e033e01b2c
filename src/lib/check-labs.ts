import { parseLabFence } from './lab-fence.ts';
import { describeLab, LabLoadError } from './lab-run.ts';
import { labSample } from './lab-sample.ts';
import { readLabs } from './labs.ts';
import { outline, OutlineError, type Outline } from './outline.ts';
import { readPages } from './pages.ts';
import type { Problem } from './problem.ts';

/** What the check of the labs has seen. */
export interface CheckedLabs {
	problems: Problem[];
	/** How many fences were executed. */
	executed: number;
	/** How many attempts were parsed. */
	parsed: number;
}

/** Loads every lab and runs every lab fence below `contentDir`. Every problem is found in one run; nothing is thrown for bad content. */
export async function checkLabs(contentDir = 'content'): Promise<CheckedLabs> {
	const problems: Problem[] = [];
	const listed = readLabs(contentDir, problems);
	const labs = [];
	const broken = new Set<string>();
	for (const lab of listed) {
		try {
			for (const { name, comment, columns } of await describeLab(lab)) {
				if (!comment) problems.push({ file: lab.file, line: 1, message: `${name}: no comment, expected COMMENT ON TABLE` });
				for (const column of columns)
					if (!column.comment) problems.push({ file: lab.file, line: 1, message: `${name}.${column.name}: no comment, expected COMMENT ON COLUMN` });
			}
			labs.push(lab);
		} catch (error) {
			if (!(error instanceof LabLoadError)) throw error;
			problems.push({ file: lab.file, line: error.line, message: error.reason });
			broken.add(lab.id);
		}
	}

	let executed = 0;
	let parsed = 0;
	for (const raw of readPages(contentDir)) {
		if (!raw.body.includes('lab=')) continue;
		const page = readOutline(raw.body);
		const roles: string[] = [];
		for (const { lang, meta, value, line } of page?.fences ?? []) {
			const fence = parseLabFence(lang, meta)?.fence;
			if (fence) roles.push(fence.role);
			// One message says that the lab is broken: its fences can say no more.
			if (!fence || broken.has(fence.lab)) continue;
			const sample = await labSample(labs, { lang, meta, value });
			if (sample?.run) executed++;
			else if (sample && !sample.faults.length) parsed++;
			for (const fault of sample?.faults ?? []) problems.push({ file: raw.file, line: line + fault.line + raw.bodyOffset, message: `lab: ${fault.message}` });
		}
		const count = (role: string) => roles.filter((other) => other === role).length;
		const place = { file: raw.file, line: raw.bodyOffset + 1 };
		for (const role of ['attempt', 'solution']) if (count(role) > 1) problems.push({ ...place, message: `lab: ${count(role)} fences marked ${role}, expected one a page` });
		if (count('attempt') !== count('solution') && Math.max(count('attempt'), count('solution')) === 1)
			problems.push({ ...place, message: count('attempt') ? 'lab: an attempt without a fence marked solution to hold it against' : 'lab: a solution without a fence marked attempt' });
	}
	return { problems, executed, parsed };
}

/** A body that does not parse is named by the check of the content. */
function readOutline(body: string): Outline | undefined {
	try {
		return outline(body);
	} catch (error) {
		if (error instanceof OutlineError) return undefined;
		throw error;
	}
}
