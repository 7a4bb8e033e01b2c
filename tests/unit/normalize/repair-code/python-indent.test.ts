import { describe, expect, it } from 'vitest';
import { indentPython } from '../../../../scripts/normalize/repair-code/python-indent.ts';

const flat = (code: string): string => code.replace(/^[^\S\n]+/gm, '');
/** Loses the indentation of a sample and rebuilds it. */
const rebuilt = (code: string) => indentPython(flat(code))?.value.replace(/\n\n/g, '\n');
const block = (text: string): string => text.replace(/^\n/, '').replace(/^\t\t/gm, '').trimEnd();

describe('blocks', () => {
	it.each<[string, string]>([
		['after return the function ends', 'def toll(car):\n    if car.electric:\n        return 0\n    return car.axles * 2\nprint(toll(fiat))'],
		['branches belong to their condition', 'if wind > 20:\n    speed = 10\n    mode = "slow"\nelif wind > 10:\n    speed = 15\n' +
			'    mode = "normal"\nelse:\n    speed = 20\n    mode = "fast"\nsail(speed, mode)'],
		['handlers belong to their try', 'def dock(ferry):\n    try:\n        ferry.moor()\n    except Storm as storm:\n' +
			'        log.error(storm)\n        raise\n    finally:\n        ferry.horn()'],
		['self makes a method', 'class Pier:\n    def __init__(self, berths):\n        self.berths = berths\n    def free(self):\n' +
			'        return self.berths > 0\npier = Pier(3)'],
		['decorators go with their function', 'class Ticket(Model):\n    price: int\n    @validator("price")\n    @classmethod\n' +
			'    def positive(cls, price):\n        if price < 0:\n            raise ValueError(price)\n        return price\nticket = Ticket(price=3)'],
		['a function calls its inner one', 'def limited(urls, most):\n    gate = Semaphore(most)\n    def one(url):\n        with gate:\n' +
			'            return get(url)\n    return [one(url) for url in urls]'],
		['what with opened is used within', 'def rows(path):\n    with open(path) as file:\n        for line in file:\n' +
			'            yield line.split()\n        log.info("read %s", file.name)'],
		['continue needs a loop', 'def clean(rides):\n    kept = []\n    for ride in rides:\n        if ride.fare < 0:\n' +
			'            continue\n        kept.append(ride)\n    return kept'],
		['a call of the function stands outside', 'def main():\n    rides = load()\n    for ride in rides:\n        send(ride)\n' +
			'if __name__ == "__main__":\n    main()'],
		['tasks of one kind stand together', 'with DAG("ferry") as dag:\n    load = Operator(task_id="load")\n' +
			'    clean = Operator(task_id="clean")\n    load >> clean'],
		['match holds cases', 'def kind(event):\n    match event:\n        case "board":\n            return 1\n        case _:\n            return 0'],
		['a field without a value is one of a class', '@dataclass\nclass Berth:\n    number: int\n    depth: float = 3.5\nberth = Berth(4)'],
		['comments stand with the statement below', 'def sail():\n    # cast off\n    engine.start()\n# ashore again\nsail()'],
		[
			'what a loop runs over is used within',
			'trips, trip, load = [], [], 0\nfor crate in crates:\n    if load + crate.weight > most:\n        trips.append(trip)\n' +
				'        trip, load = [], 0\n    trip.append(crate)\n    load += crate.weight\nif trip: trips.append(trip)',
		],
		['async code', 'async def poll(session):\n    async with session.get(URL) as response:\n        body = await response.json()\n' +
			'        return body["rides"]\nrides = asyncio.run(poll(session))'],
	])('%s', (_, code) => {
		expect(rebuilt(code)).toBe(code);
	});
});

describe('lines within a statement', () => {
	it('hang by the brackets that are open', () => {
		const code = block(`
		rides = (spark.read
		    .format("iceberg")
		    .option(
		        "branch",
		        "audit",
		    )
		    .load("ferry.rides"))`);
		expect(rebuilt(code)).toBe(code);
	});

	it('go on after a backslash with a comment behind it, which is no Python', () => {
		const code = 'rides.write \\\n    .option("size", 128) \\ # MB\n    .mode("append") \\\n    .save("rides")';
		expect(rebuilt(code)).toBe(code);
	});

	it('go on after a backslash', () => {
		expect(rebuilt('total = first + \\\n    second')).toBe('total = first + \\\n    second');
	});

	it('do not look like the body they head', () => {
		const code = 'if (ride.paid and\n        ride.seated):\n    depart(ride)';
		expect(rebuilt(code)).toBe(code);
	});

	it('keep their blanks in strings of three quotes', () => {
		const code = 'def run():\nreturn spark.sql("""\nSELECT fare\n  FROM rides\n""")';
		expect(indentPython(code)?.value).toBe('def run():\n    return spark.sql("""\nSELECT fare\n  FROM rides\n""")');
	});

	it('are found in spite of brackets in strings and comments', () => {
		const code = 'if a == "(":  # [\n    go(\'"""\')';
		expect(rebuilt(code)).toBe(code);
	});
});

describe('blank lines', () => {
	it('stand around definitions of a text that has none', () => {
		expect(indentPython('import sea\ndef sail():\nsea.go()\n# home\nsail()')?.value).toBe('import sea\n\ndef sail():\n    sea.go()\n\n# home\nsail()');
	});

	it('stay as they are in one that has some, and end a block', () => {
		expect(indentPython('for ride in rides:\nsend(ride)\n\nreport()\ndef x():\npass')?.value).toBe('for ride in rides:\n    send(ride)\n' +
			'\nreport()\ndef x():\n    pass');
	});
});

describe('doubts', () => {
	it('are the lines that fit at two depths', () => {
		expect(indentPython('def pump():\nsleep(1)\nprint("done")\nThread(target=pump).start()')?.doubts.map(({ line }) => line)).toEqual([2]);
	});

	it('are none where the grammar leaves no choice', () => {
		expect(indentPython('def f(x):\nreturn x\ndef g(y):\nreturn y')?.doubts).toEqual([]);
	});
});

describe('what is no such Python', () => {
	it.each(['f(1', 'x = "open', 'else:\nx = 1', 'try:\nx = 1\ny = 2\nimport z\nreturn(', ''])('gives nothing for %j', (code) => {
		expect(indentPython(code)).toBeUndefined();
	});

	it('reads two thousand lines', () => {
		const code = 'for a in b:\nif a:\nc(a)\nd = a\n'.repeat(500);
		expect(indentPython(code)?.value.split('\n').length).toBe(2001);
	});
});
