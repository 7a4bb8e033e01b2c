/** Where the site is served: `SITE_URL` (origin) and `BASE_PATH` (folder), both from the environment. */
export const siteUrl = process.env['SITE_URL'] ?? 'https://watermark.example';
export const basePath = `/${(process.env['BASE_PATH'] ?? '').replace(/^\/+|\/+$/g, '')}`;
/** Where mistakes are reported, without a trailing slash; absent where none is configured. */
export const repositoryUrl = process.env['REPOSITORY_URL']?.replace(/\/+$/, '');
