import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';

/** What a ticket is enciphered for: nothing that it says serves as a session. */
const salt = 'eli4u-request-draft';

/** Seconds for which a form that stands open can still be saved: a week. */
const serves = 7 * 24 * 3600;

const ticketSchema = z.object({
  owner: z.string().min(1),
  draft: z.string().regex(/^[0-9a-f]{32}$/),
  type: z.string(),
});

/** Whose form it is, of which service, and as which draft it is saved. */
export type DraftTicket = z.infer<typeof ticketSchema>;

/**
 * What the form of a request carries, so that what was typed is kept also when the session ended meanwhile. Only this server makes one, for who was
 * signed in; it lets save that draft, and shows nothing of it.
 */
export const sealTicket = (ticket: DraftTicket, secret: string): Promise<string> =>
  encode({ token: ticket, secret, salt, maxAge: serves });

/** The ticket that a form carries; null for one that is none, or too old. */
export async function readTicket(value: string, secret: string): Promise<DraftTicket | null> {
  if (value === '') return null;
  // next-auth throws on whatever it cannot decipher.
  const payload = await decode({ token: value, secret, salt }).catch(() => null);
  const { success, data } = ticketSchema.safeParse(payload);
  return success ? data : null;
}
