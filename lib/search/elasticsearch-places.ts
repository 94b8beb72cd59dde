import { z } from 'zod';
import { readCursor, writeCursor, type OrderMode } from './cursor.ts';
import { SearchRequestError, type SearchRequest } from './search.ts';

/** Where a page begins: after the hit with this key and id, in the state of the index that the first cursor saw, as long as it is kept. */
export interface ElasticPlace {
  key: string | number | null;
  id: string;
  pointInTime: string | null;
}

const contentSchema = z.tuple([z.union([z.string(), z.number(), z.null()]), z.string().nullable()]);
/** What a cursor's key may hold (cursor.ts). */
const longestKey = 1000;

export function writePlace(request: SearchRequest, mode: OrderMode, { key, id, pointInTime }: ElasticPlace): string {
  const whole = JSON.stringify([key, pointInTime]);
  // The point in time of an index of many shards is long. Without it, the next page reads the index as it is then.
  const content = whole.length > longestKey ? JSON.stringify([key, null]) : whole;
  return writeCursor(request, { mode, place: { stretch: 0, key: content, id } }, 'elasticsearch');
}

/** @throws SearchRequestError for what is no cursor of this search */
export function readPlace(request: SearchRequest): ElasticPlace | null {
  const { at } = request;
  if ('page' in at) return null;
  const parameter = 'after' in at ? 'after' : 'before';
  const { place } = readCursor(request, parameter, 'after' in at ? at.after : at.before, 'elasticsearch');
  const content = contentSchema.safeParse(decoded(place.key));
  if (!content.success) throw new SearchRequestError(parameter, 'not a cursor of this search');
  const [key, pointInTime] = content.data;
  return { key, id: place.id, pointInTime };
}

function decoded(key: string | null): unknown {
  try {
    return JSON.parse(key ?? '');
  } catch {
    // A cursor of another engine: refused by the caller.
    return undefined;
  }
}
