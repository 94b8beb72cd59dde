import { readMessage, type MessageFile, type ReadMessage } from '#lib/mail/read-message.ts';
import { textOfMessage, withheldMessage, type Withheld } from '#lib/mail/withheld-message.ts';
import { sniffFormat } from '#lib/records/sniff-format.ts';
import type { Bringer, DocumentGate } from '#lib/store/documents/admit.ts';
import type { KeptDocument } from '#lib/store/documents/storage-key.ts';
import type { Correspondent } from '#lib/procedures/protocollo/correspondent.ts';
import type { DocumentToRegister, KeptFile } from './document-to-register.ts';
import type { KeptMessage } from './mail-messages.ts';

/** What the register says of a message, and what the list of messages says of what was withheld. */
export interface MessageToRegister {
  document: DocumentToRegister;
  remark: string | null;
}

/**
 * The message whole is the document, what it carries its attachments. Where a virus is in it, the document is the same message without what was
 * withheld, and with a note that names it: it must be registered all the same (DPR 445/2000 art. 53), and what came stays kept, unopened.
 */
export async function documentOfMessage(
  bytes: Buffer,
  kept: KeptMessage,
  { gate, office, operator }: { gate: DocumentGate; office: Correspondent; operator: string },
): Promise<MessageToRegister | 'scannerAway'> {
  const bringer = { by: operator, about: `message ${kept.id}` };
  const message = await readMessage(bytes);
  const looked = await gate.check(kept, bringer);
  if (looked !== 'mayBeOpened' && looked.kind === 'scannerAway') return 'scannerAway';
  const sorted = await sortAttachments(message.attachments, gate, bringer);
  if (sorted === 'scannerAway') return sorted;
  const { attachments, withheld } = sorted;
  const infected = looked !== 'mayBeOpened' || withheld.length > 0;
  const main = infected ? await keepWithheld({ bytes, message, kept, withheld }, gate, bringer) : kept;
  if (main === 'scannerAway') return main;
  const title = infected
    ? 'Messaggio di posta elettronica, senza quanto trattenuto dall’antivirus'
    : 'Messaggio di posta elettronica';
  return {
    document: {
      flow: 'in',
      channel: message.kind === 'pec' ? 'pec' : 'email',
      sender: message.sender.length > 0 ? message.sender : [{ name: 'Mittente non leggibile' }],
      recipients: [office],
      object: message.subject || 'Senza oggetto',
      main: { title, format: 'eml', kept: main },
      attachments,
      senderOn: null,
      senderNumber: null,
      operator,
      unit: null,
      classification: null,
      emergency: null,
    },
    remark: infected ? remarkOn(withheld, looked === 'mayBeOpened' ? null : looked.signature) : null,
  };
}

const remarkOn = (withheld: readonly Withheld[], signature: string | null): string =>
  withheld.length > 0
    ? `allegati trattenuti dall’antivirus: ${withheld.map((one) => `${one.name} (${one.signature})`).join(', ')}`.slice(
        0,
        1000,
      )
    : `il messaggio contiene un virus (${signature ?? 'nel testo'}): l’originale non si apre`;

/** Those that may be kept, and the names of those that may not. */
async function sortAttachments(
  files: readonly MessageFile[],
  gate: DocumentGate,
  bringer: Bringer,
): Promise<{ attachments: KeptFile[]; withheld: Withheld[] } | 'scannerAway'> {
  const attachments: KeptFile[] = [];
  const withheld: Withheld[] = [];
  for (const [i, file] of files.entries()) {
    const admitted = await gate.admitGiven(file, bringer);
    if (admitted.kind === 'scannerAway') return 'scannerAway';
    if (admitted.kind === 'infected') withheld.push({ name: file.name, signature: admitted.signature });
    else
      attachments.push({
        title: `Allegato ${i + 1}`,
        format: sniffFormat(file.bytes) ?? extensionOf(file.name),
        kept: admitted.kept,
      });
  }
  return { attachments, withheld };
}

interface Carrier {
  bytes: Buffer;
  message: ReadMessage;
  kept: KeptMessage;
  withheld: readonly Withheld[];
}

/** The message that takes the place of one with a virus; without its text, where the virus is there. */
async function keepWithheld(
  { bytes, message, kept: { sha256 }, withheld }: Carrier,
  gate: DocumentGate,
  bringer: Bringer,
): Promise<KeptDocument | 'scannerAway'> {
  const about = { sha256, withheld };
  const whole = await withheldMessage(message, { ...about, text: await textOfMessage(bytes) });
  const admitted = await gate.admitGiven({ bytes: whole }, bringer);
  if (admitted.kind === 'admitted') return admitted.kept;
  if (admitted.kind === 'scannerAway') return 'scannerAway';
  const bare = await gate.admitGiven({ bytes: await withheldMessage(message, { ...about, text: null }) }, bringer);
  if (bare.kind === 'admitted') return bare.kept;
  if (bare.kind === 'scannerAway') return 'scannerAway';
  // Not even who, when and the subject: a file of text that only says what happened.
  const note = Buffer.from(`Il messaggio con SHA-256 ${sha256} contiene un virus e non si apre.\n`);
  const said = await gate.admitGiven({ bytes: note }, bringer);
  if (said.kind === 'scannerAway') return 'scannerAway';
  if (said.kind === 'infected') throw new Error(`the scanner takes our own note for a virus: ${said.signature}`);
  return said.kept;
}

const extensionOf = (name: string): string => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? 'bin';
