import { z } from 'zod';
import { daySchema } from '#lib/procedures/day.ts';

/** A place in a list: what it is ordered by, and the id. */
const placeSchema = z.tuple([daySchema, z.string().regex(/^[^\0]*$/)]);
export type WorkPlace = z.infer<typeof placeSchema>;

export const cursorOf = (place: WorkPlace): string => Buffer.from(JSON.stringify(place)).toString('base64url');

/** @returns null for what no page gave: the list is then shown from its beginning */
export function placeOf(cursor: string | undefined): WorkPlace | null {
  if (!cursor || cursor.length > 200) return null;
  try {
    return placeSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    return null;
  }
}
