import type pg from 'pg';
import type { Config } from '#lib/config.ts';
import type { ProtocolStore } from '#lib/store/protocol/protocol-store.ts';
import { certifiedToRegister } from '#lib/store/protocol/mail-messages.ts';
import { watchReceipts } from '#lib/store/protocol/mail-out.ts';
import { withLock } from '../with-lock.ts';
import { receiveMail } from './receive-mail.ts';
import { sendOne } from './send-mail.ts';

/** One worker at a time. */
const mailLock = 4_104_023;

export interface MailParts {
  pool: pg.Pool;
  dataDir: string;
  now: () => Date;
  mail: Config['mail'];
  protocol: Pick<ProtocolStore, 'registerMessage'>;
}

/** What came in, registered where it is PEC; what goes out; receipts that fail to come. */
export async function tendMail(parts: MailParts, say: (line: string) => void, signal?: AbortSignal): Promise<void> {
  const { pool, mail, protocol, now } = parts;
  await withLock(pool, mailLock, async () => {
    for (const box of mail.boxes)
      await receiveMail(parts, box, signal).catch((error: unknown) =>
        say(`the box ${box.name} cannot be read: ${error instanceof Error ? error.message : 'unknown'}`),
      );
    for (const id of await certifiedToRegister(pool)) {
      if (signal?.aborted) return;
      // While the virus scanner is away what came waits, and the alert says so.
      if ((await protocol.registerMessage(id, 'system')) === 'scannerAway') break;
    }
    if (mail.smtp) while (!signal?.aborted && (await sendOne(parts, mail.smtp)));
    await watchReceipts(pool, now());
  });
}
