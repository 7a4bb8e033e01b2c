import { describe, expect, test } from 'vitest';
import { pythonChecker } from '../../src/lib/samples/python.ts';
import { fenceAttributes } from '../../src/lib/samples/sample.ts';

const SECOND = 1000;
const check = (code: string, meta = '', output?: string) =>
	pythonChecker(SECOND)({ lang: 'python', attributes: fenceAttributes(meta), code, line: 10, ...(output !== undefined && { output: { text: output, line: 20 } }) });

describe('good samples', { timeout: 60 * SECOND }, () => {
	test.each([
		['a program that needs a package', '', 'from pyspark.sql import SparkSession\n\nspark = SparkSession.builder.getOrCreate()', undefined],
		['a fragment', 'fragment', 'for x in rows:\n    yield x\nreturn await y', undefined],
		['a program that prints', 'run', 'from dataclasses import dataclass\n\n@dataclass\nclass A:\n    x: "int"\n\nprint(A(1))\nprint()\nprint("end  ")', 'A(x=1)\n\nend'],
		['a program that prints nothing', 'run', 'assert 1 + 1 == 2', undefined],
		['main, arguments, exit', 'run', 'import sys\n\nif __name__ == "__main__":\n    print(len(sys.argv))\n    sys.exit(0)', '1'],
		['tasks', 'run', 'import asyncio\n\nasync def f(n):\n    await asyncio.sleep(0.01)\n    return n\n\nasync def main():\n    print(await asyncio.gather(f(1), f(2)))\n\nasyncio.run(main())', '[1, 2]'],
		['files', 'run', 'from pathlib import Path\n\nPath("a.txt").write_text("x")\nprint([p.name for p in Path().iterdir()])', "['a.txt']"],
		['an empty folder on every run', 'run', 'from pathlib import Path\n\nprint(list(Path().iterdir()))', '[]'],
		['the order of a set, the same on every run', 'run', 'print(sorted({"b", "a"}))', "['a', 'b']"],
		['what cannot run here', 'run="no: needs threads"', 'import threading\n\nthreading.Thread(target=print).start()', undefined],
	])('%s', async (_name, meta, code, output) => expect(await check(code, meta, output)).toEqual([]));
});

describe('broken samples', { timeout: 60 * SECOND }, () => {
	test.each([
		['lost indentation', '', 'for x in rows:\nprint(x)', undefined, 2, "IndentationError: expected an indented block after 'for' statement on line 1"],
		['lost indentation in a fragment', 'fragment', 'def f():\nreturn 1', undefined, 2, "IndentationError: expected an indented block after function definition on line 1"],
		['a return outside a function', '', 'import pyspark\nreturn 1', undefined, 2, "SyntaxError: 'return' outside function"],
		['a bracket left open', '', 'x = 1\nf(x', undefined, 2, "SyntaxError: '(' was never closed"],
		['an escape that means nothing', '', 'import re\nre.compile("\\d")', undefined, 2, /^SyntaxError: .*invalid escape sequence/],
		['the standard library alone, not run', '', 'import json', undefined, 0, 'standard library alone: mark the fence as run, or as fragment where it is not complete'],
		['a package in what is run', 'run', 'import json, pandas.io', undefined, 0, 'run is for the standard library alone, this imports pandas'],
		['a fragment that is run', 'run fragment', 'x = 1', undefined, 0, 'a fragment is not run'],
		['no reason', 'run="no"', 'x = 1', undefined, 0, 'run="no": expected run or run="no: reason"'],
		['a name that is not there', 'run', 'x = 1\nprint(y)', '', 2, "run: NameError: name 'y' is not defined"],
		['a bad exit', 'run', 'import sys\nsys.exit(3)', undefined, 1, 'run: ended with 3'],
		['a program that never ends', 'run', 'while True:\n    pass', undefined, 1, 'run: ran too long'],
		['output that the page lacks', 'run', 'print(1)', undefined, 0, 'prints, but no ```text title="Output" follows'],
		['output that differs', 'run', 'print("a")\nprint(2)', 'a\n1', 10, 'output line 2: printed "2", the page says "1"'],
		['output that is too short', 'run', 'print("a")\nprint("b")', 'a', 10, 'output line 2: printed "b", the page says nothing'],
		['output that is not printed', 'run', 'x = 1', 'a', 10, 'output line 1: printed "", the page says "a"'],
	] as const)('%s', async (_name, meta, code, output, line, message) => {
		const findings = await check(code, meta, output);
		expect(findings).toHaveLength(1);
		expect(findings[0]?.line).toBe(line);
		expect(findings[0]?.message).toMatch(message);
	});
});

test('one sample leaves nothing behind for the next', async () => {
	await check('secret = 1', 'run');
	expect((await check('print(secret)', 'run'))[0]?.message).toBe("run: NameError: name 'secret' is not defined");
});
