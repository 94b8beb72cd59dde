import type pg from 'pg';
import { readMessage } from '#lib/mail/read-message.ts';
import { composeMessage } from '#lib/mail/send-message.ts';
import { addDays } from '#lib/procedures/day.ts';
import { romeDay, romeInstant } from '#lib/procedures/rome.ts';
import type { ProcedureTypes } from '#lib/store/procedure-types.ts';
import { keepDocument } from '#lib/store/documents/keep.ts';
import { noteMessage } from '#lib/store/protocol/mail-messages.ts';
import { loadPec } from './load-pec.ts';
import { createProtocolStore } from '#lib/store/protocol/protocol-store.ts';
import { pdfOf } from './pdf.ts';

const operator = 'officer:archivista';

/** What came by e-mail, from invented people: one waits, one is registered, one was not for the register. */
const letters = [
  {
    name: 'Circolo ricreativo Bassanello',
    address: 'segreteria@bassanello.example',
    subject: 'Segnalazione di una panchina rotta al parco',
    text: 'Buongiorno, la panchina accanto alla fontana ha due assi spezzate.',
    fate: 'registered',
  },
  {
    name: 'Offerte Cancelleria',
    address: 'offerte@cancelleria.example',
    subject: 'Sconti di stagione sulla carta',
    text: 'Solo per questa settimana.',
    fate: 'discarded',
  },
  {
    name: 'Irma Scapin',
    address: 'irma.scapin@posta.example',
    subject: 'Richiesta di informazioni sul mercato del sabato',
    text: 'Vorrei sapere come si chiede un posto per vendere i prodotti dell’orto.',
    fate: 'waits',
  },
] as const;

/** What was registered by hand while the line was down; the third is still to be entered. */
const byHand = ['Esposto sul rumore di un cantiere', 'Ricorso contro un avviso di accertamento'];

/** Messages and an emergency register, once: where there is an emergency already somebody has begun for themselves. */
export async function loadProtocol(parts: {
  pool: pg.Pool;
  dataDir: string;
  types: ProcedureTypes;
  now: Date;
}): Promise<void> {
  const protocol = createProtocolStore({ ...parts, now: () => parts.now });
  if ((await protocol.emergencies()).length > 0) return;
  for (const [i, letter] of letters.entries()) {
    const bytes = await composeMessage({
      messageId: `<dimostrazione-${i + 1}@eli4u.example>`,
      from: `${letter.name} <${letter.address}>`,
      to: ['protocollo@comune.example'],
      subject: letter.subject,
      text: letter.text,
      date: new Date(parts.now.getTime() - (i + 1) * 3_600_000),
      attachments: [],
    });
    const { attachments: _none, ...message } = await readMessage(bytes);
    const id = await noteMessage(
      parts.pool,
      { ...message, box: 'mail', kept: await keepDocument(parts.dataDir, bytes) },
      parts.now,
    );
    if (id === null) continue;
    if (letter.fate === 'registered') await protocol.registerMessage(id, operator);
    if (letter.fate === 'discarded') await protocol.discardMessage(id, 'pubblicità');
  }
  await loadPec(parts, protocol);
  const day = addDays(romeDay(parts.now), -9);
  const at = (time: string) => romeInstant(`${day}T${time}`) ?? parts.now;
  const opened = await protocol.openEmergency({
    startedAt: at('08:40'),
    reason: 'Guasto della linea dati della sede',
    authorisedBy: 'Paolo Schiavon',
    act: 'Disposizione di emergenza n. 1',
    openedBy: operator,
  });
  if (opened === 'open') return;
  await protocol.endEmergency(opened.id, at('12:15'), operator);
  for (const [i, object] of byHand.entries())
    await protocol.register({
      flow: 'in',
      channel: 'byHand',
      object,
      sender: [{ name: i === 0 ? 'Condominio Ponte San Leonardo' : 'Falegnameria Brentella S.n.c.' }],
      recipients: [{ name: parts.types.comune().name.it }],
      senderOn: null,
      senderNumber: null,
      main: {
        title: 'Documento protocollato',
        format: 'pdf',
        kept: await keepDocument(parts.dataDir, pdfOf(object, ['Documento inventato, per la dimostrazione.'])),
      },
      attachments: [],
      operator,
      unit: null,
      classification: null,
      emergency: { id: opened.id, number: i + 1, at: at(i === 0 ? '09:05' : '10:30') },
    });
  await protocol.noteEmergencyDay({ id: opened.id, day, operations: byHand.length + 1 }, operator);
}
