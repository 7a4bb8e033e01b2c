/** Bytes received so far, of how many; the total is missing where the host does not say. */
export interface Progress {
	received: number;
	total?: number;
}

/**
 * Downloads a file and reports each part of it; unpacks it if it is still gzipped (a host may have the browser unpack it).
 * @throws Error whose message names the file where it cannot be had
 */
export async function download(address: string, type: string, signal: AbortSignal, onProgress: (progress: Progress) => void): Promise<Blob> {
	const response = await fetch(address, { signal }).catch(() => undefined);
	if (!response?.ok || !response.body) {
		const reason = response ? `the server answers ${response.status}` : 'is there a network?';
		throw new Error(`${new URL(address, location.href).pathname} could not be loaded: ${reason}`);
	}
	// Where the host compressed it once more, its length is not that of what arrives.
	const total = response.headers.has('Content-Encoding') ? 0 : Number(response.headers.get('Content-Length'));
	const parts: Uint8Array<ArrayBuffer>[] = [];
	const reader = response.body.getReader();
	let received = 0;
	for (let part = await reader.read(); !part.done; part = await reader.read()) {
		parts.push(part.value);
		received += part.value.length;
		onProgress({ received, ...(total > 0 && { total }) });
	}
	const file = new Blob(parts, { type });
	const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
	if (first !== 0x1f || second !== 0x8b) return file;
	const unpacked = new Response(file.stream().pipeThrough(new DecompressionStream('gzip')), { headers: { 'Content-Type': type } });
	return unpacked.blob();
}
