/** The data files beside the pages: vocabulary, glossary, list of source units, redirects. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { glossaryFields, redirectsFields, sourcesFields, vocabularyFields } from './content-model.ts';
import type { GlossaryEntry, Redirect, SourceUnit, Topic, Vocabulary, VocabularyEntry } from './content-model.ts';
import type { Problem } from './problem.ts';
import { lineOf, validate } from './validate.ts';

export interface ReferenceData {
	topics: Topic[];
	tech: VocabularyEntry[];
	glossary: GlossaryEntry[];
	sources: SourceUnit[];
}

/** One term of the glossary page, whichever file defines it. */
export interface Term {
	id: string;
	label: string;
	aliases: string[];
	definition: string;
	/** The page that explains it, as a page id. */
	page?: string;
	see: string[];
	/** False where mentions are not linked. */
	linked?: boolean;
	group: 'topic' | 'technology' | 'term';
}

/** One data file: what it holds and where. */
export interface DataFile<T> {
	file: string;
	value: T;
	/** 1-based line of the key or list entry at a path. */
	lineOf: (path: PropertyKey[]) => number;
}

export interface DataFiles {
	vocabulary: DataFile<Vocabulary>;
	glossary: DataFile<GlossaryEntry[]>;
	sources: DataFile<SourceUnit[]>;
	redirects: DataFile<Redirect[]>;
}

/** Reads one YAML file against a schema; problems carry its line. An absent or unreadable file counts as empty. */
function readData<T extends z.ZodType>(file: string, schema: T, empty: z.infer<T>, problems: Problem[]): DataFile<z.infer<T>> {
	if (!existsSync(file)) {
		problems.push({ file, line: 1, message: 'missing: the site cannot be built without it' });
		return { file, value: empty, lineOf: () => 1 };
	}
	const lines = new LineCounter();
	const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
	return { file, value: validate(file, document, lines, schema, problems) ?? empty, lineOf: (path) => lineOf(document, lines, path) };
}

/** Reads the data files below `contentDir/_data`. What does not hold is added to `problems`. */
export function readDataFiles(contentDir: string, problems: Problem[] = []): DataFiles {
	const file = (name: string) => join(contentDir, '_data', name);
	return {
		vocabulary: readData(file('vocabulary.yaml'), vocabularyFields, { topics: [], tech: [] }, problems),
		glossary: readData(file('glossary.yaml'), glossaryFields, [], problems),
		sources: readData(file('sources.yaml'), sourcesFields, [], problems),
		redirects: readData(file('redirects.yaml'), redirectsFields, [], problems),
	};
}

/** What the data files below `contentDir/_data` say of terms and sources. */
export const readReferenceData = (contentDir: string): ReferenceData => referenceData(readDataFiles(contentDir));

export const referenceData = ({ vocabulary, glossary, sources }: DataFiles): ReferenceData => ({
	...vocabulary.value,
	glossary: glossary.value,
	sources: sources.value,
});

/** All terms of vocabulary and glossary in one list, sorted by label. */
export function allTerms(data: ReferenceData): Term[] {
	const facet = (entry: VocabularyEntry, group: Term['group']): Term => ({
		id: entry.id,
		label: entry.label,
		aliases: entry.aliases,
		definition: entry.gloss,
		...(entry.page && { page: entry.page }),
		...(entry.linked !== undefined && { linked: entry.linked }),
		see: [],
		group,
	});
	return [
		...data.topics.map((entry) => facet(entry, 'topic')),
		...data.tech.map((entry) => facet(entry, 'technology')),
		...data.glossary.map(
			(entry): Term => ({
				id: entry.id,
				label: entry.term,
				aliases: entry.aliases,
				definition: entry.definition,
				see: entry.see,
				...(entry.linked !== undefined && { linked: entry.linked }),
				group: 'term',
			}),
		),
	].sort((a, b) => a.label.localeCompare(b.label, 'en', { sensitivity: 'base' }));
}
