import { SaxesParser } from 'saxes';
import { z } from 'zod';

/** What daticert.xml says of a message of posta elettronica certificata (DM 2-11-2005, technical rules). */
const daticertSchema = z.object({
  type: z.string().min(1),
  sender: z.string(),
  recipients: z.array(z.object({ address: z.string(), certified: z.boolean() })),
  subject: z.string(),
  /** Message-ID of the message that it is about. */
  messageId: z.string().min(1),
  error: z.string().nullable(),
  /** When, by the clock of the provider: opposable to third parties (DPR 68/2005 art. 9). */
  at: z.date().nullable(),
});
export type Daticert = z.infer<typeof daticertSchema>;

/**
 * Reads daticert.xml. A document type is refused, so that no entity is ever expanded.
 * @throws where it is no such file
 */
export function readDaticert(xml: string): Daticert {
  const parser = new SaxesParser();
  const path: string[] = [];
  const recipients: Daticert['recipients'] = [];
  const texts: Record<string, string> = {};
  let type = '';
  let error: string | null = null;
  let certified = false;
  let zone = '';
  let text = '';
  parser.on('doctype', () => {
    throw new Error('daticert.xml has a document type');
  });
  parser.on('opentag', ({ name, attributes }) => {
    path.push(name);
    text = '';
    if (path.length === 1) {
      if (name !== 'postacert') throw new Error(`daticert.xml begins with ${name}`);
      type = String(attributes['tipo'] ?? '');
      error = attributes['errore'] && attributes['errore'] !== 'nessuno' ? String(attributes['errore']) : null;
    }
    if (name === 'data') zone = String(attributes['zona'] ?? '');
    if (name === 'destinatari') certified = attributes['tipo'] === 'certificato';
  });
  parser.on('text', (more) => {
    text += more;
  });
  parser.on('cdata', (more) => {
    text += more;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'destinatari') recipients.push({ address: text.trim(), certified });
    else if (['mittente', 'oggetto', 'msgid', 'errore-esteso', 'giorno', 'ora'].includes(name))
      texts[name] = text.trim();
    path.pop();
    text = '';
  });
  parser.on('error', (problem) => {
    throw problem;
  });
  parser.write(xml).close();
  return daticertSchema.parse({
    type,
    sender: texts['mittente'] ?? '',
    recipients,
    subject: texts['oggetto'] ?? '',
    messageId: texts['msgid'] ?? '',
    error: texts['errore-esteso'] || error,
    at: instantOf(texts['giorno'] ?? '', texts['ora'] ?? '', zone),
  });
}

/** `02/03/2026`, `10:00:00`, `+0100`; null where it is not said. */
function instantOf(day: string, time: string, zone: string): Date | null {
  const [, date, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(day) ?? [];
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  if (!date || !sign || !/^\d{2}:\d{2}:\d{2}$/.test(time)) return null;
  const at = new Date(`${year}-${month}-${date}T${time}${sign}${hours}:${minutes}`);
  return Number.isNaN(at.getTime()) ? null : at;
}
