import { parse } from 'sh-syntax';
import type { Checker, Finding } from './sample.ts';

interface ShellError extends Error {
	Text?: string;
	Pos?: { Line: number };
}

async function parseAt(code: string, shift = 0): Promise<Finding[]> {
	try {
		await parse(code);
		return [];
	} catch (cause) {
		const error = cause as ShellError;
		if (!error.Pos) throw error;
		return [{ line: shift + error.Pos.Line, message: error.Text || error.message }];
	}
}

/** Bash, by the parser of shfmt. */
export const checkShell: Checker = async ({ code }) => {
	const prompt = code.split('\n').findIndex((line) => /^\$ /.test(line));
	if (prompt >= 0) return [{ line: prompt + 1, message: 'a shell fence holds commands without prompt and output; a session is a ```console fence' }];
	return parseAt(code);
};

/** A session: lines after `$ ` are commands, with `> ` for their continuation, all others are output. */
export const checkConsole: Checker = async ({ code }) => {
	const findings: Finding[] = [];
	const lines = code.split('\n');
	if (!lines.some((line) => line.startsWith('$ '))) return [{ line: 1, message: 'a console fence has at least one command, after "$ "' }];
	for (let i = 0; i < lines.length; i++) {
		if (!lines[i]?.startsWith('$ ')) continue;
		const start = i;
		const command = [lines[i]?.slice(2)];
		while (lines[i + 1]?.startsWith('> ') || command.at(-1)?.endsWith('\\')) command.push(lines[++i]?.replace(/^> /, '') ?? '');
		findings.push(...(await parseAt(command.join('\n'), start)));
	}
	return findings;
};
