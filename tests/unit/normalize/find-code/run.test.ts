import { describe, expect, it } from 'vitest';
import { findCode } from '../../../../scripts/normalize/find-code/find-code.ts';

const lines = (text: string) => text.split('\n').map((line, index) => ({ number: index + 1, text: line }));
const find = (text: string) =>
	findCode(lines(text)).pieces.map((piece) => [piece.kind === 'code' ? `code ${piece.lang ?? '?'}` : piece.kind, ...piece.lines.map((line) => line.text)]);

describe('code that reads like prose', () => {
	it('takes a decision in no language as one sample', () => {
		const decision = [
			'if the parcel is lost: → refund',
			'elif one depot has it and the van is late: → wait',
			'elif weight × distance > limit: → second van',
			'else: → HandOverToPartner (the last resort)',
		];
		expect(find(`The planner decides:\n${decision.join('\n')}\nThe order of the branches is what counts.`)).toEqual([
			['prose', 'The planner decides:'],
			['code ?', ...decision],
			['prose', 'The order of the branches is what counts.'],
		]);
	});

	it('leaves a sentence that begins with if', () => {
		const text = 'Two rules hold:\nif the van is late: wait for it.\nIf it is lost, then the parcel is sent again.';
		expect(find(text)).toEqual([['prose', ...text.split('\n')]]);
	});

	it('keeps the signature of a method whose types read as words', () => {
		const method = [
			'public class ParcelCounter extends Counter<Parcel> {',
			'@Override',
			'public void count(Parcel one, Context of, Collector<Long> out) throws Exception {',
			...Array.from({ length: 14 }, (_, i) => `out.collect(one.size(${i}));`),
			'}',
			'}',
		];
		expect(find(`The counter:\n${method.join('\n')}\nIt is called once for each parcel.`)[1]).toEqual(['code ?', ...method]);
	});

	it('keeps pairs of names and values with a remark in brackets', () => {
		const pairs = ['parcel=p1, state={at:A}', 'parcel=p2, state={at:B}', 'parcel=p1, state=null (to be removed after a day)'];
		expect(find(`Before the merge:\n${pairs.join('\n')}\nOnly the last state of a parcel stays.`)[1]).toEqual(['code ?', ...pairs]);
	});

	it('keeps the clauses of a statement written in small letters', () => {
		const statement = ['create table depot.parcels', 'using Iceberg', 'partitioned by(bucket(8, id), days(sent))', 'as select ...'];
		expect(find(`A table from a query\n${statement.join('\n')}`).at(-1)).toEqual(['code sql', ...statement]);
		expect(find('create table depot.parcels (id int);\nusing the table is up to the reader.')).toEqual([
			['code sql', 'create table depot.parcels (id int);'],
			['prose', 'using the table is up to the reader.'],
		]);
	});

	it('parts two relations that lost the line end between them', () => {
		expect(find('The tables after that:\nParcels(parcel_id, depot_id, sent)Depots(depot_id, town)\nNo town is repeated.')[1]).toEqual([
			'code ?',
			'Parcels(parcel_id, depot_id, sent)',
			'Depots(depot_id, town)',
		]);
	});
});

describe('prose that reads like code', () => {
	it.each([
		'queue_size = parcels × seconds_per_parcel × vans_at_work',
		'Reach = ∑ stops_per_van',
	])('is left: %s', (line) => {
		expect(find(`What it comes to:\n${line}\nThat is all there is to say.`)).toEqual([['prose', 'What it comes to:', line, 'That is all there is to say.']]);
	});

	it('is left where it is glued to code as well', () => {
		const sentences = 'Route plan = single list. Drivers follow with zero detours and zero second looks. Quick.';
		expect(find(`rows = load();\nrows.run(3);${sentences}\nThat is all there is to say.`)).toEqual([
			['code ?', 'rows = load();', 'rows.run(3);'],
			['prose', sentences, 'That is all there is to say.'],
		]);
	});

	it('does not set a sign of mathematics in a comment or string against the code', () => {
		const text = 'rows = load("3 × 2 parcels") # 3 × 2 = 6\nprint(rows)';
		expect(find(text)).toEqual([['code ?', ...text.split('\n')]]);
	});
});
