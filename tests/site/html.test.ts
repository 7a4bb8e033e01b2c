import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { htmlPages } from '../support/dist.ts';

const validator = new HtmlValidate({
	extends: ['html-validate:standard'],
	rules: {
		// Style of writing, not validity.
		'no-inline-style': 'off',
		'no-trailing-whitespace': 'off',
		'attribute-boolean-style': 'off',
		'attribute-empty-style': 'off',
		'void-style': 'off',
		'doctype-style': 'off',
		'long-title': 'off',
		'no-raw-characters': 'off',
		'require-sri': 'off',
		'prefer-native-element': 'off',
		'tel-non-breaking': 'off',
		'no-implicit-button-type': 'off',
		'valid-id': ['error', { relaxed: true }],
	},
});

test('every page is valid HTML', async () => {
	const faults: string[] = [];
	for (const page of htmlPages()) {
		const report = await validator.validateString(page.html, page.path);
		for (const { messages } of report.results)
			for (const message of messages) if (message.severity === 2) faults.push(`${page.path}:${message.line} ${message.ruleId}: ${message.message}`);
	}
	expect(faults.slice(0, 40)).toEqual([]);
});

test('a broken page is found', async () => {
	const report = await validator.validateString('<!doctype html><html lang="en"><head><title>x</title></head><body><p><div></div></p></body></html>');
	expect(report.valid).toBe(false);
});
