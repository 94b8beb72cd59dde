import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** What a link of ours says, that nobody else can write: who ends the e-mails, whose address it is, by which code one comes in. */
const linkSchema = z.discriminatedUnion('for', [
  z.strictObject({ for: z.literal('unsubscribe'), agent: z.string() }),
  z.strictObject({ for: z.literal('confirm'), agent: z.string(), email: z.string(), until: z.string() }),
  z.strictObject({ for: z.literal('signIn'), code: z.string(), until: z.string() }),
]);
export type SignedLink = z.infer<typeof linkSchema>;

const sign = (secret: string, said: string): Buffer =>
  createHmac('sha256', secret).update(`eli4u notices\n${said}`).digest();

/** @param secret the one that sessions are enciphered with: its use here is told apart by its first line */
export function signedLink(secret: string, link: SignedLink): string {
  const said = Buffer.from(JSON.stringify(link)).toString('base64url');
  return `${said}.${sign(secret, said).toString('base64url')}`;
}

/** What a link says; null for one that is not ours. */
export function readSignedLink(secret: string, token: string): SignedLink | null {
  const [said = '', signature = '', more] = token.split('.');
  const given = Buffer.from(signature, 'base64url');
  const right = sign(secret, said);
  if (more !== undefined || given.length !== right.length || !timingSafeEqual(given, right)) return null;
  const parsed = linkSchema.safeParse(jsonOf(said));
  return parsed.success ? parsed.data : null;
}

function jsonOf(said: string): unknown {
  try {
    return JSON.parse(Buffer.from(said, 'base64url').toString());
  } catch {
    return null;
  }
}
