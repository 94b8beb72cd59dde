import { z } from 'zod';

/** A place in a list that is in the order of time: the instant, and the id. */
const placeSchema = z.tuple([z.iso.datetime(), z.string().regex(/^[^\0]*$/)]);
export type InstantPlace = z.infer<typeof placeSchema>;

export const cursorOf = (place: InstantPlace): string => Buffer.from(JSON.stringify(place)).toString('base64url');

/** @returns null for what no page gave: the list is then shown from its beginning */
export function instantPlaceOf(cursor: string | undefined): InstantPlace | null {
  if (!cursor || cursor.length > 200) return null;
  try {
    return placeSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    return null;
  }
}
