import { longestForm, longestTyped } from './forms/form-limits.ts';
import { longestDocument, longestUpload } from './procedures/document-upload.ts';
import { longestFiling } from './procedures/filing-body.ts';

/** What may be written to; everything else can only be read. */
export interface WritablePath {
  /** A path, or all below it where it ends in a slash. */
  path: string;
  methods: readonly ('POST' | 'PUT' | 'PATCH' | 'DELETE')[];
  /** Longest body in bytes. */
  longest: number;
  /** Longest one with files in it, where a page has forms that carry some. */
  longestWithFiles?: number;
  /** Who takes the body lets no more of it come than it may: its length need not be told. */
  bounded?: true;
}

const form = { methods: ['POST'], longest: 64 * 1024 } as const;

/** Forms of the desks carry documents, which never come to memory (lib/launcher/files-ahead.ts). */
const desk = { methods: ['POST'], longest: longestTyped, longestWithFiles: longestForm } as const;

export const writablePaths: readonly WritablePath[] = [
  { path: '/api/auth/', ...form },
  { path: '/api/v1/procedures', methods: ['POST'], longest: longestFiling },
  { path: '/api/v1/procedures/', methods: ['POST'], longest: longestUpload },
  { path: '/api/v1/uploads', methods: ['POST'], longest: 0 },
  { path: '/api/v1/uploads/', methods: ['PATCH', 'DELETE'], longest: longestDocument, bounded: true },
  { path: '/api/v1/webhooks', methods: ['POST'], longest: 16 * 1024 },
  { path: '/api/v1/webhooks/', methods: ['DELETE'], longest: 0 },
  // Harvesters send their arguments so too (OAI-PMH 2.0 §3.1.1.2); they name no origin.
  { path: '/oai', ...form },
  { path: '/ufficio', ...desk },
  { path: '/ufficio/', ...desk },
  { path: '/protocollo/', ...desk },
  { path: '/direzione', ...desk },
  { path: '/direzione/', ...desk },
  { path: '/archivio', ...desk },
  { path: '/archivio/', ...desk },
  { path: '/servizi/', ...desk },
  { path: '/mia-pagina/', ...desk },
  { path: '/avvisi/disiscrizione', ...form },
  { path: '/accedi/email', ...form },
  { path: '/esci', ...form },
  { path: '/sportello', ...desk },
  { path: '/sportello/', ...desk },
];

/** What says that a path may be written to; null where nothing does. Dots in a path lead where they lead before it is looked at. */
export function writablePath(url: string, paths: readonly WritablePath[] = writablePaths): WritablePath | null {
  if (!url.startsWith('/') || !URL.canParse(url, 'http://site')) return null;
  const { pathname, host } = new URL(url, 'http://site');
  if (host !== 'site') return null;
  return paths.find(({ path }) => (path.endsWith('/') ? pathname.startsWith(path) : pathname === path)) ?? null;
}
