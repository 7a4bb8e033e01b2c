/** Values of an Arrow record batch as DuckDB itself writes them: what `CAST(value AS VARCHAR)` gives. */
import { Type, type Data, type DataType } from 'apache-arrow';

/** Bytes read of one text unless asked for more: nobody reads that much in a table, and one cell may hold hundreds of megabytes. */
const MAX_TEXT = 8_192;

/** Text of the value at a row; null for NULL. Longer texts than `maxText` bytes are cut. */
export function arrowCell(data: Data, row: number, maxText = MAX_TEXT): string | null {
	if (data.typeId === Type.Null || !data.getValid(row)) return null;
	const index = row + data.offset;
	switch (data.typeId) {
		case Type.Bool:
			return bit(data, row) ? 'true' : 'false';
		case Type.Int:
			return String(data.values[row]);
		case Type.Float:
			return (data.type as { precision?: number }).precision === 1 ? float32(data.values[row]) : float64(data.values[row]);
		case Type.Decimal:
			return decimal(data.values, row, (data.type as unknown as { scale: number }).scale);
		case Type.Utf8:
		case Type.LargeUtf8:
			return text(bytesOf(data, row, maxText));
		case Type.Binary:
		case Type.LargeBinary:
			return blob(bytesOf(data, row, maxText));
		case Type.Date:
			return date(unitOf(data) === 0 ? BigInt(data.values[row]) : floorDiv(integer(data.values, row), 86_400_000n));
		case Type.Timestamp:
			return timestamp(integer(data.values, row), unitOf(data)) + ((data.type as { timezone?: string | null }).timezone ? '+00' : '');
		case Type.Time:
			return time(integer(data.values, row), unitOf(data));
		case Type.Interval:
			return interval(data.values, row);
		case Type.List:
			return list(data, data.valueOffsets[row] ?? 0, data.valueOffsets[row + 1] ?? 0);
		case Type.FixedSizeList: {
			const size = (data.type as unknown as { listSize: number }).listSize;
			return list(data, index * size, (index + 1) * size);
		}
		case Type.Struct:
			return struct(data, row);
		case Type.Map:
			return map(data, data.valueOffsets[row] ?? 0, data.valueOffsets[row + 1] ?? 0);
		case Type.Dictionary: {
			const vector = data.dictionary;
			let position = Number(data.values[row]);
			for (const chunk of vector?.data ?? []) {
				if (position < chunk.length) return arrowCell(chunk, position);
				position -= chunk.length;
			}
			return null;
		}
		case Type.Union:
		case Type.DenseUnion:
		case Type.SparseUnion: {
			const union = data.type as unknown as { typeIdToChildIndex: number[] };
			const child = data.children[union.typeIdToChildIndex[data.typeIds[row] ?? 0] ?? 0];
			return child ? arrowCell(child, data.typeId === Type.DenseUnion ? (data.valueOffsets[row] ?? 0) : row) : null;
		}
		default:
			throw new Error(`no text for values of the Arrow type ${data.type}`);
	}
}

const bit = (data: Data, row: number) => ((data.values[(row + data.offset) >> 3] as number) >> ((row + data.offset) % 8)) & 1;
const unitOf = (data: Data) => (data.type as unknown as { unit: number }).unit;

/** An integer of any width; Arrow holds some 64-bit ones as two 32-bit words. */
function integer(values: ArrayLike<number | bigint>, row: number): bigint {
	if (values instanceof BigInt64Array || values instanceof BigUint64Array) return values[row] ?? 0n;
	return BigInt(values[row] ?? 0);
}

function bytesOf(data: Data, row: number, limit: number): Uint8Array {
	const start = Number(data.valueOffsets[row]);
	const end = Number(data.valueOffsets[row + 1]);
	return (data.values as Uint8Array).subarray(start, Math.min(end, start + limit));
}

const decoder = new TextDecoder();
const text = (bytes: Uint8Array) => decoder.decode(bytes);

function blob(bytes: Uint8Array): string {
	let result = '';
	for (const byte of bytes) {
		const plain = byte >= 32 && byte <= 126 && byte !== 92 && byte !== 39 && byte !== 34;
		result += plain ? String.fromCharCode(byte) : `\\x${byte.toString(16).toUpperCase().padStart(2, '0')}`;
	}
	return result;
}

const float64 = (value: number) => floating(value, String(value));

function float32(value: number): string {
	let digits = 1;
	while (digits < 9 && Math.fround(Number(value.toPrecision(digits))) !== value) digits++;
	return floating(value, Number.isFinite(value) ? String(Number(value.toPrecision(digits))) : '');
}

/** Shortest digits that round-trip, as C++ prints them: an exponent below 1e-4 and from 1e16 on. */
function floating(value: number, shortest: string): string {
	if (Number.isNaN(value)) return 'nan';
	if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
	if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
	const [, sign = '', digits = '', exponent = 0] = scientific(shortest);
	if (exponent < -4 || exponent >= 16) {
		const mantissa = digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits;
		return `${sign}${mantissa}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
	}
	if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
	const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
	return `${sign}${whole}.${digits.slice(exponent + 1) || '0'}`;
}

/** A number's sign, its digits without leading and trailing zeros, and the power of ten of the first of them. */
function scientific(number: string): [string, string, string, number] {
	const [, sign = '', whole = '', fraction = '', power = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(number) ?? [];
	const all = whole + fraction;
	const leading = /^0*/.exec(all)?.[0].length ?? 0;
	return [number, sign, all.slice(leading).replace(/0+$/, ''), whole.length - 1 - leading + Number(power)];
}

function decimal(values: Uint32Array, row: number, scale: number): string {
	let unscaled = 0n;
	for (let word = 3; word >= 0; word--) unscaled = (unscaled << 32n) | BigInt(values[row * 4 + word] ?? 0);
	unscaled = BigInt.asIntN(128, unscaled);
	const sign = unscaled < 0n ? '-' : '';
	const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, '0');
	return sign + (scale ? `${digits.slice(0, -scale)}.${digits.slice(-scale)}` : digits);
}

const floorDiv = (a: bigint, b: bigint) => (a - (((a % b) + b) % b)) / b;
const pad = (value: bigint | number, length = 2) => String(value).padStart(length, '0');

/** Days since 1970 as a date of the proleptic Gregorian calendar, whatever the year. */
function date(days: bigint): string {
	if (days >= 2_147_483_647n) return 'infinity';
	if (days <= -2_147_483_647n) return '-infinity';
	const shifted = days + 719_468n;
	const era = floorDiv(shifted, 146_097n);
	const dayOfEra = shifted - era * 146_097n;
	const yearOfEra = (dayOfEra - dayOfEra / 1460n + dayOfEra / 36_524n - dayOfEra / 146_096n) / 365n;
	const dayOfYear = dayOfEra - (365n * yearOfEra + yearOfEra / 4n - yearOfEra / 100n);
	const shiftedMonth = (5n * dayOfYear + 2n) / 153n;
	const day = dayOfYear - (153n * shiftedMonth + 2n) / 5n + 1n;
	const month = shiftedMonth < 10n ? shiftedMonth + 3n : shiftedMonth - 9n;
	const year = yearOfEra + era * 400n + (month <= 2n ? 1n : 0n);
	const written = year > 0n ? year : 1n - year;
	return `${pad(written, 4)}-${pad(month)}-${pad(day)}${year > 0n ? '' : ' (BC)'}`;
}

/** Ticks a second of Arrow's time units: seconds, milli-, micro-, nanoseconds. */
const TICKS = [1n, 1000n, 1_000_000n, 1_000_000_000n];

function timestamp(ticks: bigint, unit: number): string {
	if (ticks === 9_223_372_036_854_775_807n) return 'infinity';
	if (ticks === -9_223_372_036_854_775_807n) return '-infinity';
	const perDay = 86_400n * (TICKS[unit] ?? 1n);
	const days = floorDiv(ticks, perDay);
	const [day = '', era = ''] = date(days).split(/(?= \(BC\))/);
	return `${day}${era} ${time(ticks - days * perDay, unit)}`;
}

function time(ticks: bigint, unit: number): string {
	const perSecond = TICKS[unit] ?? 1n;
	const seconds = ticks / perSecond;
	const fraction = ticks % perSecond ? `.${pad(ticks % perSecond, unit * 3).replace(/0+$/, '')}` : '';
	return `${pad(seconds / 3600n)}:${pad((seconds / 60n) % 60n)}:${pad(seconds % 60n)}${fraction}`;
}

function interval(values: Int32Array, row: number): string {
	const [months = 0, days = 0, low = 0, high = 0] = values.subarray(row * 4, row * 4 + 4);
	const nanos = (BigInt(high) << 32n) | BigInt(low >>> 0);
	const plural = (count: number, unit: string) => (count ? [`${count} ${unit}${Math.abs(count) === 1 ? '' : 's'}`] : []);
	const parts = [...plural(Math.trunc(months / 12), 'year'), ...plural(months % 12, 'month'), ...plural(days, 'day')];
	const micros = nanos / 1000n;
	if (micros || !parts.length) parts.push((micros < 0n ? '-' : '') + time(micros < 0n ? -micros : micros, 2));
	return parts.join(' ');
}

/** A value inside a list, struct or map; what could be taken for something else is quoted. */
function nested(data: Data | undefined, row: number): string {
	const cell = data ? arrowCell(data, row) : null;
	if (cell === null) return 'NULL';
	const special = cell === '' || /^\s|\s$|["'(),:=[\]{}]/.test(cell) || cell.toLowerCase() === 'null';
	return special && !NESTED.has(data?.typeId) ? quoted(cell) : cell;
}

const NESTED = new Set<Type | undefined>([Type.List, Type.FixedSizeList, Type.Struct, Type.Map, Type.Union, Type.DenseUnion, Type.SparseUnion]);

const quoted = (value: string) => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** Collects parts until they are longer than anybody reads. */
function joined(count: number, part: (position: number) => string): string {
	const parts: string[] = [];
	for (let position = 0, length = 0; position < count && length < MAX_TEXT; position++) {
		const next = part(position);
		parts.push(next);
		length += next.length + 2;
	}
	return parts.join(', ');
}

const list = (data: Data, start: number, end: number) => `[${joined(end - start, (position) => nested(data.children[0], start + position))}]`;

function struct(data: Data, row: number): string {
	const names = data.type.children.map((field: { name: string }) => field.name);
	const unnamed = names.every((name: string) => name === '');
	const parts = joined(names.length, (position) => {
		const value = nested(data.children[position], row);
		return unnamed ? value : `${quoted(names[position] ?? '')}: ${value}`;
	});
	return unnamed ? `(${parts})` : `{${parts}}`;
}

function map(data: Data, start: number, end: number): string {
	const [keys, values] = data.children[0]?.children ?? [];
	return `{${joined(end - start, (position) => `${nested(keys, start + position)}=${nested(values, start + position)}`)}}`;
}

const TIMESTAMPS = ['TIMESTAMP_S', 'TIMESTAMP_MS', 'TIMESTAMP', 'TIMESTAMP_NS'];

/** SQL type of an Arrow type, as near as it is kept: an enumeration, for instance, arrives as text. */
export function sqlType(type: DataType): string {
	// Each Arrow type has fields of its own; which one it is, `typeId` says.
	const is = type as unknown as { bitWidth: number; isSigned: boolean; precision: number; scale: number; unit: number; timezone?: string | null; listSize: number; dictionary: DataType };
	const child = (index = 0) => type.children[index]?.type as DataType | undefined;
	const nestedType = (inner: DataType | undefined) => (inner ? sqlType(inner) : 'NULL');
	switch (type.typeId) {
		case Type.Null:
			return '"NULL"';
		case Type.Bool:
			return 'BOOLEAN';
		case Type.Int:
			return (is.isSigned ? '' : 'U') + ({ 8: 'TINYINT', 16: 'SMALLINT', 32: 'INTEGER' }[is.bitWidth] ?? 'BIGINT');
		case Type.Float:
			return is.precision === 1 ? 'FLOAT' : 'DOUBLE';
		case Type.Decimal:
			return is.precision === 38 && is.scale === 0 ? 'HUGEINT' : `DECIMAL(${is.precision},${is.scale})`;
		case Type.Binary:
		case Type.LargeBinary:
			return 'BLOB';
		case Type.Date:
			return 'DATE';
		case Type.Timestamp:
			return is.timezone ? 'TIMESTAMP WITH TIME ZONE' : (TIMESTAMPS[is.unit] ?? 'TIMESTAMP');
		case Type.Time:
			return 'TIME';
		case Type.Interval:
			return 'INTERVAL';
		case Type.List:
			return `${nestedType(child())}[]`;
		case Type.FixedSizeList:
			return `${nestedType(child())}[${is.listSize}]`;
		case Type.Struct:
			return `STRUCT(${type.children.map((field: { name: string; type: DataType }) => `${/^[a-z_]\w*$/.test(field.name) ? field.name : `"${field.name.replaceAll('"', '""')}"`} ${sqlType(field.type)}`).join(', ')})`;
		case Type.Map:
			return `MAP(${(child()?.children ?? []).map((field: { type: DataType }) => sqlType(field.type)).join(', ')})`;
		case Type.Dictionary:
			return sqlType(is.dictionary);
		default:
			return 'VARCHAR';
	}
}
