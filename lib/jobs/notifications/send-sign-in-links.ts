import type pg from 'pg';
import type { Letters } from '#lib/channels/email-channel.ts';
import { newSignInLink } from '#lib/channels/sign-in-link.ts';
import { signInEmail } from '#lib/projections/sign-in-email.ts';
import { timeInWords } from '#lib/i18n/dates.ts';
import { nextAttempt } from '#lib/relationship/retry-schedule.ts';
import { keepCode, noteLetter, takeDueLinks } from '#lib/store/email-accounts/due-links.ts';

/** Milliseconds after which nobody waits for a letter any more. */
const waitedFor = 30 * 60_000;

/**
 * Sends the links by which people come in who have neither SPID nor CIE. The link is made here and not where it was asked for, so that the page
 * answers as fast for whatever address, and what is kept of it lets nobody in.
 */
export async function sendSignInLinks(
  { pool, now, baseUrl, secret }: { pool: pg.Pool; now: () => Date; baseUrl: string; secret: string },
  letters: Letters,
): Promise<number> {
  const due = await takeDueLinks(pool, now());
  for (const { id, email, language, askedAt, attempts } of due) {
    const { token, codeHash, endsAt } = newSignInLink(secret, now());
    await keepCode(pool, id, codeHash, endsAt);
    const link = `${baseUrl}/accedi/email/conferma?t=${token}&lang=${language}`;
    const written = signInEmail({ lang: language, link, until: timeInWords(endsAt, language) });
    const { outcome } = await letters.send({
      ...written,
      to: email,
      id: `accesso-${id}-${attempts}`,
      unsubscribe: null,
    });
    const next = outcome === 'later' ? nextAttempt(new Date(askedAt), attempts, now()) : null;
    const isLate = next !== null && next.getTime() > Date.parse(askedAt) + waitedFor;
    await noteLetter(pool, id, isLate ? null : next);
  }
  return due.length;
}
