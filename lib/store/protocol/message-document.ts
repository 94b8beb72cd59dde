import { readMessage } from '#lib/mail/read-message.ts';
import { sniffFormat } from '#lib/records/sniff-format.ts';
import { keepDocument } from '#lib/store/documents/keep.ts';
import type { KeptDocument } from '#lib/store/documents/storage-key.ts';
import type { Correspondent } from '#lib/procedures/protocollo/correspondent.ts';
import type { DocumentToRegister, KeptFile } from './document-to-register.ts';

/** What the register says of a message: the message whole is the document, what it carries its attachments. */
export async function documentOfMessage(
  bytes: Buffer,
  kept: KeptDocument,
  { dataDir, office, operator }: { dataDir: string; office: Correspondent; operator: string },
): Promise<DocumentToRegister> {
  const message = await readMessage(bytes);
  const attachments: KeptFile[] = [];
  for (const [i, file] of message.attachments.entries())
    attachments.push({
      title: `Allegato ${i + 1}`,
      format: sniffFormat(file.bytes) ?? extensionOf(file.name),
      kept: await keepDocument(dataDir, file.bytes),
    });
  return {
    flow: 'in',
    channel: message.kind === 'pec' ? 'pec' : 'email',
    sender: message.sender.length > 0 ? message.sender : [{ name: 'Mittente non leggibile' }],
    recipients: [office],
    object: message.subject || 'Senza oggetto',
    main: { title: 'Messaggio di posta elettronica', format: 'eml', kept },
    attachments,
    senderOn: null,
    senderNumber: null,
    operator,
    unit: null,
    classification: null,
    emergency: null,
  };
}

const extensionOf = (name: string): string => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? 'bin';
