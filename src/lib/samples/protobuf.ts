import protobuf from 'protobufjs';
import type { Checker } from './sample.ts';

/** Protocol Buffers. A `fragment` without a syntax line is read as proto3. */
export const checkProtobuf: Checker = ({ code, attributes }) => {
	const head = 'fragment' in attributes && !/^\s*(syntax|edition)\s*=/m.test(code) ? 'syntax = "proto3"; ' : '';
	try {
		protobuf.parse(head + code);
		return [];
	} catch (error) {
		const { message } = error as Error;
		const line = Number(/\(line (\d+)\)/.exec(message)?.[1] ?? 1);
		return [{ line, message: message.replace(/\s*\(line \d+\)/, '').replace(/^illegal /, 'unexpected ') }];
	}
};
