/** A static host for tests: serves a built site the way a plain file host does. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, resolve, sep } from 'node:path';

const TYPES: Record<string, string> = {
	'.css': 'text/css; charset=utf-8',
	'.html': 'text/html; charset=utf-8',
	'.ico': 'image/x-icon',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.md': 'text/markdown; charset=utf-8',
	'.mjs': 'text/javascript; charset=utf-8',
	'.pdf': 'application/pdf',
	'.png': 'image/png',
	'.svg': 'image/svg+xml',
	'.txt': 'text/plain; charset=utf-8',
	'.wasm': 'application/wasm',
	'.webmanifest': 'application/manifest+json',
	'.woff2': 'font/woff2',
	'.xml': 'application/xml; charset=utf-8',
};

export interface Server {
	/** Origin, without the base path and without a trailing slash. */
	url: string;
	close(): Promise<void>;
}

/** The file that answers a path below the folder: the file itself, or the index of a folder. `undefined` where there is none. */
function fileFor(root: string, path: string): string | undefined {
	const file = resolve(root, `.${normalize(`/${path}`)}`);
	if (file !== root && !file.startsWith(root + sep)) return undefined;
	const candidates = path.endsWith('/') || !path ? [join(file, 'index.html')] : [file];
	return candidates.find((candidate) => existsSync(candidate) && statSync(candidate).isFile());
}

function send(response: ServerResponse, status: number, file: string, head: boolean): void {
	response.writeHead(status, {
		'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
		'content-length': statSync(file).size,
		'cache-control': 'no-cache',
	});
	if (head) response.end();
	else createReadStream(file).pipe(response);
}

/**
 * Serves `dist` under `base` (`''` or `/watermark`) on a free port of this machine. A folder without its slash is redirected,
 * what does not exist is answered with `404.html`. Throws where `dist` holds no built site.
 */
export async function serve(dist: string, base = ''): Promise<Server> {
	const root = resolve(dist);
	if (!existsSync(join(root, 'index.html'))) throw new Error(`no built site in ${dist}: run “npm run build” first, or name its folder in WM_DIST`);
	const prefix = base.replace(/\/+$/, '');

	const server = createServer((request, response) => {
		const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
		const head = request.method === 'HEAD';
		const missing = () => {
			const page = join(root, '404.html');
			if (existsSync(page)) send(response, 404, page, head);
			else response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
		};
		let path: string;
		try {
			path = decodeURIComponent(pathname);
		} catch {
			return missing();
		}
		if (prefix && path !== prefix && !path.startsWith(`${prefix}/`)) return missing();
		const below = path.slice(prefix.length).replace(/^\//, '');
		const file = path === prefix && prefix ? undefined : fileFor(root, below);
		if (file) return send(response, 200, file, head);
		if (!path.endsWith('/') && fileFor(root, `${below}/`)) return response.writeHead(301, { location: `${pathname}/${search}` }).end();
		missing();
	});
	await new Promise<void>((done, fail) => server.once('error', fail).listen(0, '127.0.0.1', done));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		close: () =>
			new Promise((done) => {
				server.close(() => done());
				server.closeAllConnections();
			}),
	};
}
