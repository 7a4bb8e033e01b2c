import type { Findings } from '../model.ts';
import type { DraftPage } from '../segment/segment.ts';
import type { Duplicate } from './duplicates.ts';
import { partFor } from './part.ts';
import { numberFor, slugFor } from './slugs.ts';

/** What is taken, and what a document's drafts took before. */
export interface Places {
	/** Ids of pages that drafts may not take; those given are added. */
	takenIds: Set<string>;
	/** Numbers of scenarios that drafts may not take; those given are added. */
	takenNumbers: Set<number>;
	/** Id and number of the drafts an earlier run made of this document, by their lines: they keep both. */
	earlier: ReadonlyMap<string, { id: string; number?: number }>;
	/** Folder of the topics; without it the nearest pages decide. */
	part?: string;
}

export const linesOf = ({ line, end }: DraftPage): string => `${line}-${end}`;

/** Where each draft will stand: topics of one chapter in one folder, the one most of them belong to. */
export function placeDrafts(drafts: DraftPage[], repeats: Duplicate[][], around: Places, into: Findings): { id: string; number?: number }[] {
	const choices = drafts.map((draft, i) => (draft.kind === 'scenario' ? undefined : partFor(draft, repeats[i], around.part)));
	const votes = new Map<string, Map<string, number>>();
	choices.forEach((choice, i) => {
		if (!choice) return;
		const chapter = votes.get(drafts[i]?.chapter ?? '') ?? new Map<string, number>();
		chapter.set(choice.part, (chapter.get(choice.part) ?? 0) + 1);
		votes.set(drafts[i]?.chapter ?? '', chapter);
	});
	// The first run's names come first, so that no draft takes another one's.
	for (const draft of drafts) around.takenIds.add(around.earlier.get(linesOf(draft))?.id ?? '');
	const byFolder = new Map<string, Set<string>>();
	const namesIn = (folder: string): Set<string> => {
		const names = byFolder.get(folder) ?? new Set([...around.takenIds].flatMap((id) => (id.startsWith(`${folder}/`) ? [id.slice(folder.length + 1)] : [])));
		byFolder.set(folder, names);
		return names;
	};
	return drafts.map((draft, i) => {
		const before = around.earlier.get(linesOf(draft));
		const [part = 'batch'] = [...(votes.get(draft.chapter ?? '') ?? [])].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))[0] ?? [];
		const folder = draft.kind === 'scenario' ? 'scenarios' : part;
		if (choices[i]?.part === part) into.notes.push(...(choices[i]?.notes ?? []));
		const names = namesIn(folder);
		const id = before?.id.startsWith(`${folder}/`) ? before.id : `${folder}/${slugFor(draft.title, names)}`;
		around.takenIds.add(id);
		names.add(id.slice(folder.length + 1));
		if (draft.kind !== 'scenario') return { id };
		const { number, notes } = before?.number ? { number: before.number, notes: [] } : numberFor(draft.number, around.takenNumbers, draft.line);
		around.takenNumbers.add(number);
		into.notes.push(...notes);
		return { id, number };
	});
}
