import { simpleParser } from 'mailparser';
import { enclosedMessage } from './enclosed-message.ts';
import { boundaryOf, type ReadMessage } from './read-message.ts';
import { composeMessage } from './send-message.ts';

/** An attachment that was withheld, by the name that the message gives it. */
export interface Withheld {
  name: string;
  signature: string;
}

/** Longest text that is carried over. */
const mostText = 1_000_000;

/**
 * A message as it may be opened, in place of one that carries a virus: who, when, the subject, the text as plain text, and what was withheld. The
 * one that came is kept whole under its hash, and is opened nowhere.
 */
export async function withheldMessage(
  message: ReadMessage,
  { text, sha256, withheld }: { text: string | null; sha256: string; withheld: readonly Withheld[] },
): Promise<Buffer> {
  const named = withheld.map(({ name, signature }) => `- ${name} (${signature})`);
  const note = [
    'NOTA DEL PROTOCOLLO. Il messaggio che è arrivato contiene un virus: questo lo sostituisce.',
    ...(named.length > 0 ? ['Allegati trattenuti dall’antivirus:', ...named] : []),
    `L’originale è conservato (SHA-256 ${sha256}) e non si apre. Si può chiedere al mittente una copia pulita.`,
  ];
  const [from] = message.sender;
  return composeMessage({
    messageId: message.messageId.startsWith('<') ? message.messageId : `<${sha256.slice(0, 32)}@invalid>`,
    from: addressed(from),
    to: message.recipients.map(addressed),
    subject: message.subject,
    date: message.sentAt ?? new Date(0),
    text: `${note.join('\n')}\n\n${text === null ? 'Il testo non è riportato, perché il virus è nel testo.' : text}`,
    attachments: [],
  });
}

const addressed = (one: { name: string; address?: string } | undefined): string =>
  one?.address ? `"${one.name.replace(/["\\]/g, ' ')}" <${one.address}>` : '<sconosciuto@invalid>';

/** The text of a message as plain text; of PEC, of the message in its envelope. Empty where there is none. */
export async function textOfMessage(bytes: Buffer): Promise<string> {
  const options = { skipImageLinks: true, skipTextToHtml: true, maxHtmlLengthToParse: mostText };
  const outer = await simpleParser(bytes, options).catch(() => null);
  if (!outer) return '';
  const boundary = outer.headers.has('x-trasporto') ? boundaryOf(outer) : null;
  const enclosed = boundary ? enclosedMessage(bytes, boundary) : null;
  const mail = enclosed ? await simpleParser(enclosed, options).catch(() => outer) : outer;
  return (mail.text ?? '').slice(0, mostText);
}
