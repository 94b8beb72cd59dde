import type pg from 'pg';
import { buffer } from 'node:stream/consumers';
import { isRefusedForGood, sendBytes } from '#lib/mail/send-message.ts';
import { readDocument } from '#lib/store/documents/read.ts';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';
import { noteFailure, noteSent, takeDue } from '#lib/store/protocol/mail-out.ts';

const minute = 60_000;
/** After so long it is given up, and somebody is told. */
const patience = 24 * 60 * minute;

/** When to try again: after 1, 2, 4 … minutes, at most an hour. */
export const nextAttempt = (attempts: number, now: Date): Date =>
  new Date(now.getTime() + Math.min(2 ** attempts, 60) * minute);

/**
 * Sends one message that is due. At least once: where the process ends between the server's answer and the note of it, the same message goes
 * again, with the same Message-ID.
 */
export async function sendOne(
  { pool, dataDir, now }: { pool: pg.Pool; dataDir: string; now: () => Date },
  url: string,
): Promise<boolean> {
  return inTransaction(pool, async (client) => {
    const message = await takeDue(client, now());
    if (!message) return { keep: false, value: false };
    try {
      const raw = await buffer(readDocument(dataDir, message.storageKey));
      const envelope = {
        from: message.sender[0]?.address ?? '',
        to: message.recipients.map(({ address }) => address),
      };
      await sendBytes(url, envelope, raw);
      await noteSent(client, message.id, now());
    } catch (error) {
      const reason = error instanceof Error ? error.message.slice(0, 300) : 'unknown';
      const next = nextAttempt(message.attempts, now());
      const over = isRefusedForGood(error) || next.getTime() > new Date(message.notedAt).getTime() + patience;
      await noteFailure(client, message.id, reason, over ? null : next, now());
    }
    return { keep: true, value: true };
  });
}
