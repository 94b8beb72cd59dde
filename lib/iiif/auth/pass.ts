import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** Seconds that a token serves: long enough to ask what may be seen, and to ask for another. */
export const tokenSeconds = 600;
/** Seconds that a cookie of images serves; with the end of its session it ends too. */
export const cookieSeconds = 3600;

const passSchema = z.object({
  /** What it is for: cookies are no tokens; `consent` lets a page of another site ask for a cookie. */
  use: z.enum(['cookie', 'token', 'consent']),
  /** The session in which it was given. */
  session: z.uuid(),
  /** The page that may use it; null: our own. */
  origin: z.string().nullable(),
  /** The record whose images it is for; null: of a cookie. */
  record: z.string().nullable(),
  /** Seconds since 1970. */
  ends: z.int(),
});
export type Pass = z.output<typeof passSchema>;

const seal = (body: string, secret: string): Buffer =>
  createHmac('sha256', secret).update(`eli4u images ${body}`).digest();

/** What is given to who may see images, sealed. */
export function writePass(pass: Pass, secret: string): string {
  const body = Buffer.from(JSON.stringify(pass)).toString('base64url');
  return `${body}.${seal(body, secret).toString('base64url')}`;
}

/** What a sealed text says; null where it is none of ours, for something else, or over. */
export function readPass(text: string | undefined, use: Pass['use'], secret: string, nowSeconds: number): Pass | null {
  const [body = '', given = '', ...more] = (text ?? '').slice(0, 2000).split('.');
  if (more.length > 0 || body === '') return null;
  const due = seal(body, secret);
  const has = Buffer.from(given, 'base64url');
  if (has.length !== due.length || !timingSafeEqual(has, due)) return null;
  const parsed = passSchema.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')));
  return parsed.success && parsed.data.use === use && parsed.data.ends > nowSeconds ? parsed.data : null;
}
