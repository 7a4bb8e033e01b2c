/** Labels inside paragraphs: "**Question:** … **Answer:** …", "A: …", "Steps:". */
import type { Block } from '../model.ts';
import { roleOf, type Role } from './labels.ts';

type Paragraph = Extract<Block, { kind: 'paragraph' }>;

/** A label at the start of a paragraph or line, or a bold one inside: text before, role, label, text after. */
const BOLD_LABEL = /(?:^|\s)\*\*((?:Interview )?Question|Answer|Solution|Q|A)(?::\*\*|\*\*:)\s*/;
const PLAIN_LABEL = /^(?:(Answer skeleton|Strong answer structure|Model answer|Sample answer|Strong answer|Question|Prompt|Answer|Solution|A)\s?:)(?:\s+|$)/;

/** A piece of a paragraph and the label before it. */
interface Cut {
	role: Role | undefined;
	label: string;
	text: string;
	line: number;
}

/** A label alone in its paragraph: "Steps:", "**Fix:**". */
const LABEL_ALONE = /^[*_\s]{0,4}([\p{L}][\p{L} '’]{1,40}?)\s?(?::[*_]{0,2}|[*_]{1,2}:)\s*$/u;

/** Parts a paragraph at the labels of question and answer in it; `answering` where it stands in an answer already. */
export function cutAtLabels(paragraph: Paragraph, answering: boolean): Cut[] {
	const alone = LABEL_ALONE.exec(paragraph.text.slice(0, 80))?.[1];
	const whole = alone === undefined || paragraph.text.length > 80 ? 'other' : roleOf(alone);
	// "Steps:" inside an answer leads to its steps.
	const opens = whole === 'question' || (!answering && (whole === 'answer' || whole === 'approach'));
	if (alone !== undefined && opens) return [{ role: whole, label: alone, text: '', line: paragraph.line }];
	const cuts: Cut[] = [];
	const add = (role: Role | undefined, label: string, text: string, line: number) => {
		if (role || text.trim()) cuts.push({ role, label, text: text.trim(), line });
	};
	for (const [i, line] of paragraph.text.split('\n').entries()) {
		const number = Math.min(paragraph.line + i, paragraph.end);
		let rest = line;
		let role: Role | undefined;
		let label = '';
		const plain = PLAIN_LABEL.exec(line);
		const [all = '', name = ''] = plain ?? [];
		if (plain) [role, label, rest] = [/^(Question|Prompt)$/.test(name) ? 'question' : 'answer', name, line.slice(all.length)];
		for (let match = BOLD_LABEL.exec(rest); match; match = BOLD_LABEL.exec(rest)) {
			// A quoted text with a label of its own inside is one text.
			if (match.index > 0 && /^\s*\*?["“]/.test(rest)) {
				const close = /["”]\*?\s*\*\*/.exec(rest.slice(0, match.index + 3));
				if (!close) break;
			}
			add(role, label, rest.slice(0, match.index), number);
			const bold = match[1] ?? '';
			[role, label] = [/question|^q$/i.test(bold) ? 'question' : 'answer', bold];
			rest = rest.slice(match.index + match[0].length);
		}
		const last = cuts.at(-1);
		if (!role && last && i > 0) last.text = `${last.text}${last.text ? '\n' : ''}${rest.trim()}`;
		else add(role, label, rest, number);
	}
	return cuts;
}

/** Takes the emphasis and quotation marks off that stand around a whole question. */
export function bareQuestion(text: string): string {
	let bare = text.replace(/\s+/g, ' ').trim();
	// Emphasis around marks around emphasis: more layers than these are no mark-up.
	for (let layer = 0; layer < 4; layer++) {
		const [, inner] = /^(?:\*(?!\*)(.+)(?<!\*)\*|["“](.+)["”])$/.exec(bare)?.filter((group, i) => i === 0 || group !== undefined) ?? [];
		if (inner === undefined) break;
		// Marks inside pair with the outer ones: `*one* and *two*`, `"one" and "two"`.
		const paired = bare.startsWith('*') ? /(?<!\*)\*(?!\*)/.test(inner) : /^[^"”]*["”][^"“]*["“]/.test(inner);
		if (paired) break;
		bare = inner.trim();
	}
	return bare;
}
