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

const cursorSchema = z.strictObject({
  v: z.literal(1),
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

export function writeCursor(request: SearchRequest, { mode, place }: Cursor): string {
  const content = { v: 1, f: fingerprint(request), m: mode, s: place.stretch, k: place.key, i: place.id };
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}

/** @throws SearchRequestError for a text that is no cursor, or one of another search. */
export function readCursor(request: SearchRequest, parameter: 'after' | 'before', text: string): Cursor {
  const content = cursorSchema.safeParse(decode(text));
  if (!content.success) throw new SearchRequestError(parameter, 'not a cursor of this search');
  const { f, m, s, k, i } = content.data;
  if (f !== fingerprint(request)) throw new SearchRequestError(parameter, 'a cursor of another search or sort');
  return { mode: m, place: { stretch: s, key: k, id: i } };
}

function decode(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return null;
  }
}
