import { z } from 'zod';

const csrfSchema = z.object({ csrfToken: z.string() });
const cookieOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .join('; ');

/** The cookie of somebody of the demonstration, signed in as browsers do. */
export async function signInOver(base: string, persona: string): Promise<string> {
  const asked = await fetch(`${base}/api/auth/csrf`);
  const { csrfToken } = csrfSchema.parse(await asked.json());
  const csrf = cookieOf(asked);
  const answer = await fetch(`${base}/api/auth/callback/demo`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: csrf, origin: base },
    body: new URLSearchParams({ csrfToken, persona, callbackUrl: base }),
  });
  const cookie = cookieOf(answer);
  if (!cookie.includes('session')) throw new Error(`nobody was signed in: ${answer.status}`);
  return `${csrf}; ${cookie}`;
}
