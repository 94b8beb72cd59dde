import { createHash } from 'node:crypto';
import { z } from 'zod';
import { SearchRequestError, type SearchRequest } from './search.ts';

/** Where in an order a hit stands: which stretch of it, its sort key there, its id. */
export interface Place {
  stretch: number;
  key: string | null;
  id: string;
}

/** `ranked`: every hit weighed; `tiered`: titles first, then the rest, by level; `standing`: by level, without words; `sorted`: by a field. */
export const orderModes = ['ranked', 'tiered', 'standing', 'sorted'] as const;
export type OrderMode = (typeof orderModes)[number];

/** `mode`: how the first page ordered hits; later pages keep to it even if data have changed meanwhile. */
export interface Cursor {
  mode: OrderMode;
  place: Place;
}

/** The version of a cursor says whose order it is a place in: one engine's keys mean nothing to another. */
const versions = { postgres: 1, elasticsearch: 2 } as const;
export type CursorEngine = keyof typeof versions;

const cursorSchema = z.strictObject({
  v: z.union([z.literal(1), z.literal(2)]),
  f: z.string(),
  m: z.enum(orderModes),
  s: z.int().min(0).max(9),
  k: z
    .string()
    .max(1000)
    .regex(/^[^\0]*$/)
    .nullable(),
  i: z
    .string()
    .max(100)
    .regex(/^[^\0]*$/),
});

/** Which query and sort a cursor belongs to. */
function fingerprint(request: SearchRequest): string {
  const { scope, q, filters, from, to, dateMode, within, sort, group } = request;
  const sorted = Object.entries(filters)
    .map(([facet, values]) => [facet, [...values].sort()])
    .sort(([a], [b]) => String(a).localeCompare(String(b)));
  return createHash('md5')
    .update(JSON.stringify([scope, q, sorted, from, to, dateMode, within, sort, group]))
    .digest('base64url')
    .slice(0, 12);
}

export function writeCursor(
  request: SearchRequest,
  { mode, place }: Cursor,
  engine: CursorEngine = 'postgres',
): string {
  const content = {
    v: versions[engine],
    f: fingerprint(request),
    m: mode,
    s: place.stretch,
    k: place.key,
    i: place.id,
  };
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}

/** @throws SearchRequestError for a text that is no cursor, one of another search, or one of another engine (`foreign`) */
export function readCursor(
  request: SearchRequest,
  parameter: 'after' | 'before',
  text: string,
  engine: CursorEngine = 'postgres',
): Cursor {
  const content = cursorSchema.safeParse(decode(text));
  if (!content.success) throw new SearchRequestError(parameter, 'not a cursor of this search');
  const { v, f, m, s, k, i } = content.data;
  if (f !== fingerprint(request)) throw new SearchRequestError(parameter, 'a cursor of another search or sort');
  if (v !== versions[engine]) throw new SearchRequestError(parameter, 'a cursor of another search engine', true);
  return { mode: m, place: { stretch: s, key: k, id: i } };
}

function decode(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return null;
  }
}
