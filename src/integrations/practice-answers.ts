import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { select } from 'hast-util-select';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { answerHtml } from '../lib/practice/answer-html.ts';
import type { ExportCard } from '../lib/practice/export-card.ts';
import type { PracticeItem } from '../lib/practice/practice-set.ts';
import { SCENARIO_ANSWERS_PATH, SCENARIO_LIST_PATH } from '../lib/routes.ts';

/** Gathers question and answer of every scenario from its finished page, for those who take them elsewhere. */
export function practiceAnswers(): AstroIntegration {
	let base = '/';
	return {
		name: 'watermark:practice-answers',
		hooks: {
			'astro:config:done': ({ config }) => {
				base = config.base;
			},
			'astro:build:done': ({ dir, logger }) => {
				const root = fileURLToPath(dir).replace(/[/\\]$/, '');
				const items = JSON.parse(readFileSync(root + SCENARIO_LIST_PATH, 'utf8')) as PracticeItem[];
				const cards = items.map((item) => exportCard(item, `${root}/${item.path.slice(base.replace(/\/$/, '').length + 1)}index.html`));
				writeFileSync(root + SCENARIO_ANSWERS_PATH, JSON.stringify(cards));
				logger.info(`${cards.length} answers`);
			},
		},
	};
}

function exportCard(item: PracticeItem, file: string): ExportCard {
	const page = fromHtml(readFileSync(file, 'utf8'));
	const address = String(select('link[rel=canonical]', page)?.properties['href'] ?? '');
	const question = select('.question-card > .question', page);
	const answer = answerHtml(page, address);
	if (!question || !answer) throw new Error(`${file}: a scenario without ${question ? 'answer' : 'question'}`);
	return { ...item, question: toHtml(question.children), answer };
}
