import { ImapFlow } from 'imapflow';

/** Where reading of a box has come to. */
export interface BoxPlace {
  uidValidity: string;
  lastUid: number;
}

/** Longer messages are not read into memory; PEC itself carries at most 100 MB (DM 2-11-2005). */
const longestMessage = 120 * 1024 * 1024;

/**
 * Reads what came into a box since a place, in the order of arrival, each message whole. Nothing is deleted or marked there: what was handled is
 * known here.
 * @param handle is given each message; what it throws ends the reading, and the message comes again the next time
 */
export async function readBox(
  url: string,
  since: BoxPlace | null,
  handle: (bytes: Buffer, place: BoxPlace) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'imaps:';
  const client = new ImapFlow({
    host: hostname,
    port: port ? Number(port) : secure ? 993 : 143,
    secure,
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    // Neither addresses nor passwords go into a log.
    logger: false,
    socketTimeout: 60_000,
  });
  // What breaks the connection is told by the command that was running.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const lock = await client.getMailboxLock('INBOX', { readOnly: true });
    try {
      const box = client.mailbox;
      if (!box) throw new Error('the box INBOX was not opened');
      const uidValidity = String(box.uidValidity);
      const after = since?.uidValidity === uidValidity ? since.lastUid : 0;
      const found = await client.search({ uid: `${after + 1}:*` }, { uid: true });
      // «n:*» names the last message even where its number is smaller.
      const uids = (found || []).filter((uid) => uid > after).sort((a, b) => a - b);
      for (const uid of uids) {
        if (signal?.aborted) return;
        const message = await client.fetchOne(String(uid), { source: { maxLength: longestMessage } }, { uid: true });
        if (message && message.source) await handle(message.source, { uidValidity, lastUid: uid });
      }
    } finally {
      lock.release();
    }
  } finally {
    await client.logout().catch(() => client.close());
  }
}
