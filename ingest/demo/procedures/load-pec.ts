import type pg from 'pg';
import { composeMessage } from '#lib/mail/send-message.ts';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';
import type { ProcedureTypes } from '#lib/store/procedure-types.ts';
import { keepDocument } from '#lib/store/documents/keep.ts';
import { noteMessage, type MessageToNote } from '#lib/store/protocol/mail-messages.ts';
import { noteSent, queueMessage, takeDue } from '#lib/store/protocol/mail-out.ts';
import type { ProtocolStore } from '#lib/store/protocol/protocol-store.ts';
import { pdfOf } from './pdf.ts';

const operator = 'officer:archivista';
const box = 'protocollo@pec.comune.example';

/** What went by PEC, to invented bodies, and the receipts that came: one was delivered, one could not be. */
const letters = [
  {
    to: { name: 'Consorzio di bonifica Bacchiglione inventato', address: 'consorzio@pec.bonifica.example' },
    object: 'Richiesta di parere sullo scarico di via Isonzo',
    receipts: ['accettazione', 'avvenuta-consegna'],
  },
  {
    to: { name: 'Falegnameria Brentella S.n.c.', address: 'brentella@pec.impresa.example' },
    object: 'Risposta al ricorso contro un avviso di accertamento',
    receipts: ['accettazione', 'errore-consegna'],
  },
] as const;

/** What came by PEC: one that was registered, one of which the envelope is no PEC and that waits for somebody. */
const arrived = [
  {
    from: { name: 'Ordine degli architetti inventato', address: 'ordine@pec.architetti.example' },
    subject: 'Designazione di un componente della commissione per il paesaggio',
    kind: 'pec',
    reason: null,
  },
  {
    from: { name: 'Studio Vigonovo', address: 'studio@posta.example' },
    subject: 'Osservazioni al piano degli interventi',
    kind: 'anomaly',
    reason: 'busta di anomalia: il mittente non usa la PEC',
  },
] as const;

/** Messages of the box of PEC as they would lie there, in and out; nothing is sent anywhere. */
export async function loadPec(
  parts: { pool: pg.Pool; dataDir: string; types: ProcedureTypes; now: Date },
  protocol: ProtocolStore,
): Promise<void> {
  for (const [i, { from, subject, kind, reason }] of arrived.entries()) {
    const id = await note(parts, {
      messageId: `<pec-arrivata-${i + 1}@eli4u.example>`,
      kind,
      from,
      to: box,
      subject,
      reason,
    });
    if (id !== null && kind === 'pec') await protocol.registerMessage(id, 'system');
  }
  for (const [i, letter] of letters.entries())
    await send(parts, protocol, letter, `<pec-inviata-${i + 1}@eli4u.example>`);
}

async function send(
  { pool, dataDir, types, now }: { pool: pg.Pool; dataDir: string; types: ProcedureTypes; now: Date },
  protocol: ProtocolStore,
  { to, object, receipts }: (typeof letters)[number],
  messageId: string,
): Promise<void> {
  const title = 'Documento protocollato';
  const bytes = pdfOf(object, ['Documento inventato, per la dimostrazione.']);
  const { year, number } = await protocol.register({
    flow: 'out',
    channel: 'pec',
    object,
    sender: [{ name: types.comune().name.it }],
    recipients: [to],
    senderOn: null,
    senderNumber: null,
    main: { title, format: 'pdf', kept: await keepDocument(dataDir, bytes) },
    attachments: [],
    operator,
    unit: 'urbanistica',
    classification: 'VI/5',
    emergency: null,
  });
  const subject = `Prot. ${number}/${year}: ${object}`;
  const raw = await composeMessage({
    messageId,
    from: box,
    to: [to.address],
    subject,
    text: 'Si trasmette il documento in oggetto.',
    date: now,
    attachments: [{ filename: 'documento.pdf', content: Buffer.from(bytes) }],
  });
  const { register } = types.comune();
  const kept = await keepDocument(dataDir, raw);
  const message = {
    box: 'pec',
    messageId,
    from: box,
    to: [to.address],
    subject,
    kept,
    registration: { register, year, number },
  };
  await queueMessage(pool, message, now);
  await inTransaction(pool, async (client) => {
    const due = await takeDue(client, now);
    if (due) await noteSent(client, due.id, now);
    return { keep: due !== null, value: undefined };
  });
  for (const receipt of receipts)
    await note(
      { pool, dataDir, now },
      {
        messageId: `${messageId.slice(0, -1)}.${receipt}>`,
        kind: 'receipt',
        receipt,
        about: messageId,
        from: { name: 'Gestore inventato', address: 'posta-certificata@gestore.example' },
        to: box,
        subject: `${receipt.toUpperCase()}: ${subject}`,
        reason: receipt === 'errore-consegna' ? 'casella inesistente' : null,
      },
    );
}

interface Arrived {
  messageId: string;
  kind: MessageToNote['kind'];
  from: { name: string; address: string };
  to: string;
  subject: string;
  reason: string | null;
  receipt?: string | null;
  about?: string | null;
}

/** Notes a message as if the box had been read. */
async function note(
  { pool, dataDir, now }: { pool: pg.Pool; dataDir: string; now: Date },
  { from, to, receipt = null, about = null, ...message }: Arrived,
): Promise<string | null> {
  const raw = await composeMessage({
    messageId: message.messageId,
    from: `${from.name} <${from.address}>`,
    to: [to],
    subject: message.subject,
    text: 'Messaggio inventato, per la dimostrazione.',
    date: now,
    attachments: [],
  });
  const kept = await keepDocument(dataDir, raw);
  const recipients = [{ name: to, address: to }];
  return noteMessage(
    pool,
    { ...message, receipt, about, box: 'pec', sender: [from], recipients, sentAt: now, kept },
    now,
  );
}
