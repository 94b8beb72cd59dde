import type { Config } from '#lib/config.ts';

/** Where the site is, without a slash at the end: what the names of things begin with. */
export const siteAddress = ({ web }: Pick<Config, 'web'>): string => web.baseUrl ?? `http://localhost:${web.port}`;
