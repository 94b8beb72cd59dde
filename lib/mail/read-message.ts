import { createHash } from 'node:crypto';
import { simpleParser, type AddressObject, type Attachment, type ParsedMail } from 'mailparser';
import { z } from 'zod';
import type { Correspondent } from '#lib/procedures/protocollo/correspondent.ts';
import { enclosedMessage } from './enclosed-message.ts';
import { readDaticert, type Daticert } from './daticert.ts';

export interface MessageFile {
  name: string;
  bytes: Uint8Array;
}

/** A message as it was read; what could not be read is `broken`, with the reason, and is kept whole all the same. */
export interface ReadMessage {
  messageId: string;
  kind: 'pec' | 'mail' | 'anomaly' | 'receipt' | 'broken';
  /** Of a receipt: accettazione, avvenuta-consegna, errore-consegna … */
  receipt: string | null;
  /** Of a receipt: Message-ID of what it is about. */
  about: string | null;
  sender: Correspondent[];
  recipients: (Correspondent & { certified?: boolean })[];
  subject: string;
  sentAt: Date | null;
  reason: string | null;
  attachments: MessageFile[];
}

/** Reads the bytes of a message; never throws. */
export async function readMessage(bytes: Buffer): Promise<ReadMessage> {
  const fallback: ReadMessage = {
    messageId: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    kind: 'broken',
    receipt: null,
    about: null,
    sender: [],
    recipients: [],
    subject: '',
    sentAt: null,
    reason: null,
    attachments: [],
  };
  let mail: ParsedMail;
  try {
    mail = await parsed(bytes);
  } catch (error) {
    return { ...fallback, reason: `il messaggio non si legge: ${said(error)}` };
  }
  const plain: ReadMessage = {
    ...fallback,
    messageId: mail.messageId?.trim().slice(0, 500) || fallback.messageId,
    kind: 'mail',
    sender: people(mail.from),
    recipients: people(mail.to),
    subject: clean(mail.subject ?? ''),
    sentAt: mail.date ?? null,
    attachments: filesOf(mail.attachments),
  };
  const broken = brokenMime(bytes, mail);
  if (broken) return { ...plain, kind: 'broken', reason: broken, attachments: [] };
  try {
    return await certified(plain, mail, bytes);
  } catch (error) {
    return { ...plain, kind: 'broken', reason: `la busta PEC non si legge: ${said(error)}`, attachments: [] };
  }
}

const parsed = (bytes: Buffer) =>
  simpleParser(bytes, { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true, maxHtmlLengthToParse: 0 });

/** What the headers and files of PEC say of a message; the message itself where it is none. */
async function certified(plain: ReadMessage, mail: ParsedMail, bytes: Buffer): Promise<ReadMessage> {
  const transport = header(mail, 'x-trasporto').toLowerCase();
  const receipt = header(mail, 'x-ricevuta').toLowerCase();
  if (transport === 'errore')
    return { ...plain, kind: 'anomaly', reason: 'busta di anomalia: il mittente non usa la PEC' };
  if (!transport && !receipt) return plain;
  const daticert = daticertOf(mail.attachments);
  if (receipt)
    return {
      ...plain,
      kind: 'receipt',
      receipt,
      about: header(mail, 'x-riferimento-message-id') || daticert.messageId,
      sentAt: daticert.at ?? plain.sentAt,
      recipients: daticert.recipients.map(({ address, certified: isPec }) => ({
        name: address || '—',
        address: address || '—',
        certified: isPec,
      })),
      reason: daticert.error,
    };
  const boundary = boundaryOf(mail);
  const enclosed = boundary ? enclosedMessage(bytes, boundary) : null;
  if (!enclosed) throw new Error('manca postacert.eml');
  const inner = await parsed(enclosed);
  const sender = daticert.sender ? [withName(daticert.sender, inner)] : people(inner.from);
  const read = { ...plain, sender, subject: clean(inner.subject ?? daticert.subject) };
  // A sound envelope says nothing of what was put in it: what may lack attachments is looked at before it is registered.
  const broken = brokenMime(enclosed, inner);
  return broken
    ? { ...read, kind: 'broken', reason: `nella busta PEC ${broken}`, attachments: [] }
    : { ...read, kind: 'pec', attachments: filesOf(inner.attachments) };
}

function daticertOf(attachments: readonly Attachment[]): Daticert {
  const file = attachments.find(({ filename }) => filename?.toLowerCase() === 'daticert.xml');
  if (!file) throw new Error('manca daticert.xml');
  return readDaticert(file.content.toString('utf8'));
}

/** The name that the sender wrote, for the address that the operator of PEC certifies. */
function withName(address: string, inner: ParsedMail): Correspondent {
  const name = inner.from?.value.find((one) => one.address?.toLowerCase() === address.toLowerCase())?.name;
  return { name: clean(name ?? '') || address, address };
}

const structured = z.object({
  value: z.string().startsWith('multipart/'),
  params: z.object({ boundary: z.string().optional() }),
});

/** What separates the parts of a message; empty where it does not say so, null where it has no parts. */
export function boundaryOf(mail: ParsedMail): string | null {
  const multipart = structured.safeParse(mail.headers.get('content-type'));
  return multipart.success ? (multipart.data.params.boundary ?? '') : null;
}

/** Why the parts of a message cannot be told apart; null where they can. */
function brokenMime(bytes: Buffer, mail: ParsedMail): string | null {
  if (mail.headers.size === 0) return 'il messaggio non ha intestazioni';
  const boundary = boundaryOf(mail);
  if (boundary === null) return null;
  if (!boundary) return 'il messaggio è in più parti e non dice come si separano';
  if (!bytes.includes(`--${boundary}`)) return 'il messaggio è in più parti e non ne ha nessuna';
  if (!bytes.includes(`--${boundary}--`)) return 'il messaggio è troncato';
  return null;
}

function header(mail: ParsedMail, name: string): string {
  const value = mail.headers.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

function people(field: AddressObject | AddressObject[] | undefined): Correspondent[] {
  const all = field ? (Array.isArray(field) ? field : [field]) : [];
  return all
    .flatMap(({ value }) => value.flatMap((one) => one.group ?? [one]))
    .flatMap(({ name, address }) => {
      const known = clean(name) || address || '';
      return known === '' ? [] : [{ name: known, ...(address ? { address } : {}) }];
    })
    .slice(0, 200);
}

const filesOf = (attachments: readonly Attachment[]): MessageFile[] =>
  attachments
    .filter(({ content }) => content.length > 0)
    .slice(0, 200)
    .map(({ filename, content }, i) => ({ name: clean(filename ?? '') || `allegato-${i + 1}`, bytes: content }));

/** One line, without what no database or page could hold. */
const clean = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .toWellFormed()
    .trim()
    .slice(0, 1000);

const said = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 300);
