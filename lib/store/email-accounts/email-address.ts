import { z } from 'zod';

const schema = z.email().max(254);

/**
 * An address as accounts are known by it: in small letters, which no provider tells apart from capitals. Null for what is no address.
 */
export function emailAddress(text: string): string | null {
  const { success, data } = schema.safeParse(text.trim().toLowerCase());
  return success ? data : null;
}
