import type pg from 'pg';
import type { Letters } from '#lib/channels/email-channel.ts';
import { signedLink } from '#lib/channels/signed-link.ts';
import { confirmationEmail } from '#lib/projections/notification-email.ts';
import { nextAttempt } from '#lib/relationship/retry-schedule.ts';
import { notePending, takePending } from '#lib/store/notifications/addresses.ts';
import { preferencesOf } from '#lib/store/notifications/make-notifications.ts';

/** Sends the link by which an address is verified, to each that was asked for; again where the server is away, as long as the link serves. */
export async function confirmAddresses(
  { pool, now, baseUrl, secret }: { pool: pg.Pool; now: () => Date; baseUrl: string; secret: string },
  letters: Letters,
): Promise<number> {
  const pending = await takePending(pool, now());
  for (const one of pending) {
    const { agent, pending: email, attempts } = one;
    const until = new Date(one.until).toISOString();
    const token = signedLink(secret, { for: 'confirm', agent, email, until });
    const link = `${baseUrl}/mia-pagina/preferenze/conferma?t=${token}`;
    const written = confirmationEmail({ lang: preferencesOf(one.preferences).language, link });
    const id = `conferma-${agent}-${Date.parse(until)}-${attempts}`;
    const { outcome } = await letters.send({ ...written, to: email, id, unsubscribe: null });
    const since = new Date(Date.parse(until) - 24 * 3_600_000);
    await notePending(pool, one, outcome === 'later' ? nextAttempt(since, attempts, now()) : null);
  }
  return pending.length;
}
