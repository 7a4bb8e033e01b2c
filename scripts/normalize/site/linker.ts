import { pagePath } from '../../../src/lib/pages.ts';
import type { Findings } from '../model.ts';
import type { Linker } from '../write/inline.ts';
import { findMentions } from './mentions.ts';
import { resolveTarget, type LinkContext } from './references.ts';

/** Where links and mentions of a draft lead; what leads nowhere stays as text and is noted. */
export function linkerFor(context: LinkContext, into: Findings): (line: number) => Linker {
	const own = pagePath(context.from.id);
	const lost = (line: number, what: string, reason: string) =>
		into.notes.push({ stage: 'links', line, kind: 'uncertain', what, reason, confidence: 0.3 });
	return (line) => ({
		link: ({ url, text }) => {
			const found = resolveTarget({ url, text }, context);
			if (found !== url) into.furniture.push({ line, text: url, reason: 'address of a link' });
			if (found === undefined) lost(line, 'link leads nowhere', `${text} (${url})`.slice(0, 300));
			else into.notes.push({ stage: 'links', line, kind: 'repaired', what: 'link resolved', reason: `${url} → ${found}` });
			return found;
		},
		mentions: (text) =>
			findMentions(text).flatMap(({ start, end, target }) => {
				const url = resolveTarget(target, context);
				if (url === undefined) lost(line, 'reference leads nowhere', text.slice(start, end));
				else into.notes.push({ stage: 'links', line, kind: 'repaired', what: 'reference resolved', reason: `${text.slice(start, end)} → ${url}` });
				return url === undefined || url === own ? [] : [{ start, end, url }];
			}),
	});
}
