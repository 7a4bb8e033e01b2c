/**
 * A query as part of a link: `#lab=playback&q=…`, the SQL deflated and in base64url. The fragment never reaches a server.
 * Whoever opens such a link did not write it: everything about it is checked, and nothing in it runs by itself.
 */

/** Longest fragment read or written, in characters without the `#`: longer ones are cut by chats and mail programs anyway. */
export const MAX_FRAGMENT = 16_384;
/** Longest query a link may unfold to, in bytes of UTF-8. */
export const MAX_QUERY = 65_536;

export interface SharedQuery {
	lab: string;
	/** Missing where the link names only the dataset. */
	sql?: string;
}

/** A link that cannot be read or written; the message is for the reader. */
export class LabLinkError extends Error {}

const LAB_ID = /^[a-z][a-z0-9-]{0,40}$/;
/** Characters that make a query look like another one: control characters, direction overrides, invisible ones. */
const DECEPTIVE = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;

/**
 * The fragment that names a dataset and a query, without `#`.
 * @throws LabLinkError where the query is too long to be shared
 */
export async function formatLabLink({ lab, sql }: SharedQuery): Promise<string> {
	const bytes = new TextEncoder().encode(sql ?? '');
	const packed = sql ? `&q=${toBase64Url(await unlimited(bytes, new CompressionStream('deflate-raw')))}` : '';
	const fragment = `lab=${lab}${packed}`;
	if (bytes.length > MAX_QUERY || fragment.length > MAX_FRAGMENT) throw new LabLinkError('The query is too long for a link. Copy its text instead.');
	return fragment;
}

/**
 * What a fragment shares; undefined where it is no lab link at all.
 * @param fragment `location.hash`, with or without `#`
 * @param labs ids of the datasets there are
 * @throws LabLinkError where it is one and cannot be trusted or read
 */
export async function parseLabLink(fragment: string, labs: readonly string[]): Promise<SharedQuery | undefined> {
	const text = fragment.replace(/^#/, '');
	if (!/^(lab|q)=/.test(text)) return undefined;
	if (text.length > MAX_FRAGMENT) throw new LabLinkError(`The link is too long: ${text.length} characters, at most ${MAX_FRAGMENT} are read.`);
	const params = new URLSearchParams(text);
	const lab = params.get('lab') ?? '';
	if (!LAB_ID.test(lab) || !labs.includes(lab)) throw new LabLinkError('The link names a dataset that is not here.');
	const packed = params.get('q');
	if (!packed) return { lab };
	const sql = await unpack(packed);
	if (DECEPTIVE.test(sql)) throw new LabLinkError('The shared query holds invisible characters that can make it look like another one. It is not shown.');
	return { lab, sql };
}

async function unpack(packed: string): Promise<string> {
	const broken = new LabLinkError('The shared query cannot be read: the link is damaged or incomplete.');
	let bytes: Uint8Array<ArrayBuffer> | undefined;
	try {
		bytes = await limited(fromBase64Url(packed), new DecompressionStream('deflate-raw'), MAX_QUERY);
	} catch {
		throw broken;
	}
	if (!bytes) throw new LabLinkError(`The shared query is too long: more than ${MAX_QUERY / 1024} KiB.`);
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		throw broken;
	}
}

type Transform = CompressionStream | DecompressionStream;

const through = (bytes: Uint8Array<ArrayBuffer>, transform: Transform) => new Blob([bytes]).stream().pipeThrough(transform);

const unlimited = async (bytes: Uint8Array<ArrayBuffer>, transform: Transform) =>
	new Uint8Array(await new Response(through(bytes, transform)).arrayBuffer());

/** Output of a transform; undefined once it grows beyond `limit` bytes, without producing the rest. */
async function limited(bytes: Uint8Array<ArrayBuffer>, transform: Transform, limit: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
	const reader = through(bytes, transform).getReader();
	const output = new Uint8Array(limit);
	let length = 0;
	for (let part = await reader.read(); !part.done; part = await reader.read()) {
		if (length + part.value.length > limit) {
			await reader.cancel();
			return undefined;
		}
		output.set(part.value, length);
		length += part.value.length;
	}
	return output.slice(0, length);
}

function toBase64Url(bytes: Uint8Array): string {
	let binary = '';
	for (const byte of bytes) binary += String.fromCharCode(byte);
	return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
	if (!/^[\w-]+$/.test(text)) throw new LabLinkError('not base64url');
	return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
}
