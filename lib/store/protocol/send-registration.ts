import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { composeMessage } from '#lib/mail/send-message.ts';
import { protocolNumber } from '#lib/procedures/protocollo/protocol-number.ts';
import { segnaturaXml } from '#lib/projections/segnatura-xml.ts';
import { keepDocument } from '#lib/store/documents/keep.ts';
import { readDocument } from '#lib/store/documents/read.ts';
import { findRegisteredFile, findRegistration } from './find-registrations.ts';
import { queueMessage, type MessageToSend } from './mail-out.ts';
import { segnaturaMessage } from './segnatura-message.ts';
import type { ProtocolStoreParts } from './protocol-store.ts';

export interface LetterOfRegistration {
  from: string;
  to: readonly string[];
  text: string;
}

/** Composes the message of an outgoing registration, keeps it and puts it in the queue; false where there is no such registration, or it is annulled. */
export async function sendRegistration(
  parts: ProtocolStoreParts,
  key: { register: string; year: number; number: number },
  letter: LetterOfRegistration,
): Promise<boolean> {
  const message = await composeRegistration(parts, key, letter);
  if (message) await queueMessage(parts.pool, message, parts.now());
  return message !== null;
}

/** The message of an outgoing registration, composed and kept, not yet in the queue; null where there is no such registration, or it is annulled. */
export async function composeRegistration(
  { pool, dataDir, types, now }: Pick<ProtocolStoreParts, 'pool' | 'dataDir' | 'types' | 'now'>,
  key: { register: string; year: number; number: number },
  letter: LetterOfRegistration,
): Promise<MessageToSend | null> {
  const found = await findRegistration(pool, key.register, key.year, key.number);
  if (!found || found.registration.annulledAt || found.registration.flow !== 'out') return null;
  const { registration: one } = found;
  const message = segnaturaMessage(one, types.comune(), types.titolari().versions());
  const named = [message.document, ...message.attachments];
  const attachments = [];
  for (const [i, { record }] of [{ record: one.record }, ...one.attachments].entries()) {
    const file = await findRegisteredFile(pool, key.register, key.year, key.number, record);
    if (!file) throw new Error(`a file of ${key.number}/${key.year} is not there`);
    attachments.push({
      filename: named[i]?.name ?? record,
      content: await buffer(readDocument(dataDir, file.storageKey)),
    });
  }
  const segnatura = segnaturaXml(message);
  const messageId = `<prot.${key.year}.${key.number}.${randomUUID()}@${letter.from.split('@')[1] ?? 'invalid'}>`;
  const subject = `Prot. ${protocolNumber(key)}: ${message.object}`;
  const raw = await composeMessage({
    ...letter,
    messageId,
    subject,
    date: now(),
    attachments: [...attachments, { filename: 'Segnatura.xml', content: Buffer.from(segnatura) }],
  });
  const kept = await keepDocument(dataDir, raw);
  return { box: 'pec', messageId, from: letter.from, to: letter.to, subject, kept, registration: key };
}
