/** Turns raw documents into drafts: `npm run normalize -- FILE… [--into DIR] [--part batch] [--report report.json] [--strict N] [--force]`. */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import { checkContent } from '../../src/lib/check-content.ts';
import { CHAPTERS } from '../../src/lib/parts.ts';
import { normalizeDocument, type Draft } from './pipeline.ts';
import { exitStatus, summary, type DocumentReport, type DraftReport, type Report } from './report.ts';
import { siteIndex } from './site/site-index.ts';
import { readTaken } from './site/taken.ts';

const USAGE = `npm run normalize -- FILE… [options]

  --into DIR      the content folder that the drafts go into (content)
  --part NAME     folder of the topics: ${CHAPTERS.join(', ')}, interview, reference; without it the nearest pages decide
  --report FILE   the whole report as JSON
  --strict N      exit with 1 if more than N places are uncertain
  --force         write over files that differ

Exit: 0 done, 1 done with more uncertain places than --strict allows or with a fault of the tool, 2 unusable input or arguments.`;

const FOLDERS = [...CHAPTERS, 'interview', 'reference'];

class UsageError extends Error {}

function readArguments(args: string[]) {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: {
			into: { type: 'string', default: 'content' },
			part: { type: 'string' },
			report: { type: 'string' },
			strict: { type: 'string' },
			force: { type: 'boolean', default: false },
			help: { type: 'boolean', short: 'h', default: false },
		},
	});
	const strict = values.strict === undefined ? Infinity : Number(values.strict);
	if (!values.help && !positionals.length) throw new UsageError('no document named');
	if (Number.isNaN(strict) || strict < 0) throw new UsageError(`--strict ${values.strict}: expected a number of places`);
	if (values.part !== undefined && !FOLDERS.includes(values.part)) throw new UsageError(`--part ${values.part}: expected one of ${FOLDERS.join(', ')}`);
	const names = positionals.map((file) => basename(file));
	const twice = names.find((name, i) => names.indexOf(name) !== i);
	if (twice) throw new UsageError(`${twice}: named twice; drafts are told apart by the name of their document`);
	return { ...values, strict, files: positionals };
}

/** The bytes of a file, or in plain words why there are none. */
function readInput(file: string): Uint8Array | { unusable: string } {
	try {
		if (statSync(file).isDirectory()) return { unusable: 'a folder, not a file' };
		return readFileSync(file);
	} catch (error) {
		const code = (error as NodeJS.ErrnoException).code;
		return { unusable: code === 'ENOENT' ? 'no such file' : code === 'EACCES' ? 'not readable: no permission' : `not readable: ${code}` };
	}
}

/** Writes drafts; nothing is written where one of them would change a file and `force` is not given. */
function writeDrafts(into: string, drafts: Draft[], force: boolean): { reports: DraftReport[] } | { unusable: string } {
	const planned = drafts.map((draft) => {
		const file = join(into, draft.path);
		const there = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
		const state = there === undefined ? ('written' as const) : there === draft.text ? ('unchanged' as const) : ('overwritten' as const);
		return { draft, file, state };
	});
	const differing = planned.filter(({ state }) => state === 'overwritten');
	if (differing.length && !force) {
		const [files, them] = [differing.map(({ file }) => file).join(', '), differing.length === 1 ? 'it' : 'them'];
		return { unusable: `${files}: there already, and different; --force writes over ${them}. Nothing of this document was written` };
	}
	for (const { draft, file, state } of planned) {
		if (state === 'unchanged') continue;
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, draft.text);
	}
	return { reports: planned.map(({ draft, file, state }) => ({ file, ...draft.report, state })) };
}

/** Runs the command. @returns its exit status */
export async function run(args: string[], print: (text: string) => void = console.log): Promise<number> {
	const { files, into, part, report: reportFile, strict, force, help } = readArguments(args);
	if (help) {
		print(USAGE);
		return 0;
	}
	if (!existsSync(join(into, '_data'))) throw new UsageError(`--into ${into}: no content folder, it has no _data/`);
	const index = siteIndex(into);
	const names = new Set(files.map((file) => basename(file)));
	const { takenIds, takenNumbers, earlier } = readTaken(into, names);
	const report: Report = { documents: [], unusable: [] };
	for (const file of files) {
		const name = basename(file);
		const bytes = readInput(file);
		const bar = process.stderr.isTTY ? new SingleBar({ format: `${name} {bar} {percentage}% {eta_formatted}`, clearOnComplete: true }) : undefined;
		bar?.start(100, 0);
		const outcome =
			'unusable' in bytes
				? bytes
				: await normalizeDocument({ name, bytes }, {
						index,
						takenIds,
						takenNumbers,
						earlier: earlier.get(name) ?? new Map(),
						...(part !== undefined && { part }),
						onProgress: (done) => bar?.update(Math.round(done * 100)),
					});
		bar?.stop();
		const written = 'unusable' in outcome ? outcome : writeDrafts(into, outcome.drafts, force);
		if ('unusable' in outcome || 'unusable' in written) {
			const reason = 'unusable' in outcome ? outcome.unusable : 'unusable' in written ? written.unusable : '';
			report.unusable.push({ document: name, reason });
			print(`${file}: ${reason}`);
			continue;
		}
		report.documents.push({ ...outcome.report, drafts: written.reports, problems: [] });
	}
	if (report.documents.length) addProblems(into, report.documents);
	for (const document of report.documents) print(summary(document));
	if (reportFile) {
		mkdirSync(dirname(reportFile), { recursive: true });
		writeFileSync(reportFile, `${JSON.stringify(report, null, '\t')}\n`);
	}
	return exitStatus(report, strict);
}

/** What the checks of the site say of the drafts just written. */
function addProblems(into: string, documents: DocumentReport[]): void {
	const owners = new Map(documents.flatMap((document) => document.drafts.map(({ file }) => [file, document] as const)));
	// Diagrams are not drawn again: each was when it was made.
	for (const { file, line, message } of checkContent(into).problems) owners.get(file)?.problems.push(`${file}:${line} ${message}`);
}

if (import.meta.main) {
	try {
		process.exitCode = await run(process.argv.slice(2));
	} catch (error) {
		const isUsage = error instanceof UsageError || (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS');
		if (!isUsage) throw error;
		console.error(`${(error as Error).message}\n\n${USAGE}`);
		process.exitCode = 2;
	}
}
