import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { indentYaml, isFlatYaml } from '../../../../scripts/normalize/repair-code/yaml-indent.ts';

const flat = (code: string): string => code.replace(/^[^\S\n]+/gm, '');

describe('indentYaml', () => {
	it.each<[string, string]>([
		['Docker Compose', 'services:\n  broker:\n    image: redpanda:24\n    ports:\n      - "9092:9092"\n    environment:\n' +
			'      RACK: "1"\n  lake:\n    image: minio:2\n    volumes:\n      - disk:/data\nvolumes:\n  disk:'],
		['a workflow', 'name: nightly\non:\n  schedule:\n    - cron: "0 3 * * *"\njobs:\n  load:\n    runs-on: ubuntu-24.04\n    steps:\n' +
			'      - uses: actions/checkout@v5\n      - name: Load\n        run: make load\n        env:\n          STAGE: prod'],
		['dbt', 'version: 2\nmodels:\n  - name: rides\n    # one row a ride\n    columns:\n      - name: ride_id\n        tests:\n' +
			'          - unique\n          - relationships:\n              to: ref(\'tickets\')\n              field: ride_id\n' +
				'      - name: fare\n        tests:\n          - not_null'],
		['Kubernetes', 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: loader\nspec:\n  containers:\n    - name: main\n' +
			'      image: loader:3\n      resources:\n        limits:\n          memory: 2Gi'],
		['alerts', 'groups:\n  - name: ferry\n    rules:\n      - alert: Late\n        expr: delay > 600\n        labels:\n          severity: page'],
	])('%s', (_, code) => {
		const result = indentYaml(flat(code));
		expect(result?.value).toBe(code);
		expect(parse(result?.value ?? '')).toEqual(parse(code));
	});

	it('is in doubt about an item that fits two lists', () => {
		expect(indentYaml('models:\n- name: rides\ncolumns:\n- name: fare\n- name: piers')?.doubts).toEqual([{ line: 4, confidence: 0.6 }]);
	});

	it('gives nothing where more than one nesting fits', () => {
		expect(indentYaml('a:\nb:\nc: 1\nd:\ne: 2')).toBeUndefined();
	});

	it.each(['run: |\necho one\necho two', 'just some words', 'a: 1\n{{ loop }}'])('gives nothing for %j', (code) => {
		expect(indentYaml(code)).toBeUndefined();
	});
});

describe('isFlatYaml', () => {
	it.each([
		['a:\nb: 1', true],
		['- name: x\nimage: y', true],
		['a:\n  b: 1', false],
		['a: 1\nb: 2', false],
		['- a\n- b', false],
	])('%j: %s', (code, expected) => {
		expect(isFlatYaml(code)).toBe(expected);
	});
});
