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

/** Which query and sort a cursor belongs to, and which place: one that was changed on its way is known before anything is asked of an engine. */
function fingerprint(request: SearchRequest, { mode, place }: Cursor): string {
  const { scope, q, filters, from, to, dateMode, within, sort, group } = request;
  const sorted = Object.entries(filters)
    .map(([facet, values]) => [facet, [...values].sort()])
    .sort(([a], [b]) => String(a).localeCompare(String(b)));
  return createHash('md5')
    .update(
      JSON.stringify([
        scope,
        q,
        sorted,
        from,
        to,
        dateMode,
        within,
        sort,
        group,
        mode,
        place.stretch,
        place.key,
        place.id,
      ]),
    )
    .digest('base64url')
    .slice(0, 12);
}

export function writeCursor(request: SearchRequest, cursor: Cursor, engine: CursorEngine = 'postgres'): string {
  const { mode, place } = cursor;
  const f = fingerprint(request, cursor);
  const content = { v: versions[engine], f, m: mode, s: place.stretch, k: place.key, i: place.id };
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
  const cursor: Cursor = { mode: m, place: { stretch: s, key: k, id: i } };
  if (f !== fingerprint(request, cursor)) throw new SearchRequestError(parameter, 'a cursor of another search or sort');
  if (v !== versions[engine]) throw new SearchRequestError(parameter, 'a cursor of another search engine', true);
  return cursor;
}

/** What is wrong with the cursor of a request, if it has one: for who must know before the search is made. */
export function cursorViolation(request: SearchRequest): SearchRequestError | null {
  const { at } = request;
  if ('page' in at) return null;
  try {
    if ('after' in at) readCursor(request, 'after', at.after);
    else readCursor(request, 'before', at.before);
    return null;
  } catch (error) {
    // One of the other engine is a place in this search all the same: the list begins again (with-reserve.ts).
    if (error instanceof SearchRequestError) return error.foreign ? null : error;
    throw error;
  }
}

function decode(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return null;
  }
}
