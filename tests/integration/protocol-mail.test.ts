import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tendMail } from '#lib/jobs/mail/tend-mail.ts';
import { createProtocolStore, type ProtocolStore } from '#lib/store/protocol/protocol-store.ts';
import type { KeptDocument } from '#lib/store/documents/storage-key.ts';
import { receiptOf, transported, type Pec } from '#tests/builders/pec.ts';
import { openTestDesk, type TestDesk } from '#tests/builders/procedure-desk.ts';
import { hasDovecot, startMailServer, type MailServer } from '#tests/setup/mail-server.ts';

async function keptBy(store: ProtocolStore, text: string): Promise<KeptDocument> {
  const admitted = await store.keep({ bytes: Buffer.from(text) }, 'officer:anna');
  if (admitted.kind !== 'admitted') throw new Error(admitted.kind);
  return admitted.kept;
}

const ours = 'protocollo@pec.example.it';
const there = hasDovecot();
const note = there ? '' : ' (SKIPPED: Dovecot is not installed; apt install dovecot-imapd)';

describe.skipIf(!there)(`PEC at the wire${note}`, () => {
  let desk: TestDesk;
  let server: MailServer;
  let store: ProtocolStore;
  let at = new Date('2026-03-02T09:00:00Z');
  const said: string[] = [];
  const tend = () =>
    tendMail(
      {
        pool: desk.pool,
        dataDir: desk.dataDir,
        now: () => at,
        mail: { boxes: [{ name: 'pec', url: server.imapUrl }], smtp: server.smtpUrl, address: ours },
        protocol: store,
      },
      (line) => said.push(line),
    );
  const alerts = async () =>
    (
      await desk.pool.query<{ kind: string }>(
        `SELECT kind FROM eli4u.alert WHERE resolved_at IS NULL AND kind LIKE 'pec.%' ORDER BY id`,
      )
    ).rows.map(({ kind }) => kind);
  const outgoing = async (object: string) => {
    const registered = await store.register({
      flow: 'out',
      channel: 'pec',
      sender: [{ name: 'Comune' }],
      recipients: [{ name: 'Ditta Ronchi', address: 'ronchi@pec.example.it' }],
      object,
      main: { title: 'Documento', format: 'pdf', kept: await keptBy(store, `%PDF-1.4 ${object}`) },
      attachments: [],
      senderOn: null,
      senderNumber: null,
      operator: 'officer:anna',
      unit: null,
      classification: null,
      emergency: null,
    });
    expect(await store.send(registered, { from: ours, to: ['ronchi@pec.example.it'], text: 'Si trasmette.' })).toBe(
      true,
    );
    const [message] = await store.messages({ state: 'toSend' });
    const { rows } = await desk.pool.query<{ id: string }>(
      'SELECT message_id AS id FROM eli4u.mail_message WHERE id = $1',
      [message?.id],
    );
    const pec: Pec = { from: ours, to: 'ronchi@pec.example.it', subject: object, about: rows[0]?.id ?? '' };
    return { registered, pec };
  };

  beforeAll(async () => {
    desk = await openTestDesk('2026-03-02');
    server = await startMailServer();
    store = createProtocolStore({ pool: desk.pool, dataDir: desk.dataDir, types: desk.types, now: () => at });
  });
  afterAll(async () => {
    await server.end();
    await desk.end();
  });

  const incoming: Pec = {
    from: 'marta@pec.example.it',
    to: ours,
    subject: 'Istanza di accesso',
    about: '<uno@example.it>',
  };

  it('a message is registered once, kept whole, its attachments under the same number', async () => {
    const raw = await transported(incoming, [{ filename: 'istanza.pdf', content: Buffer.from('%PDF-1.4 istanza') }]);
    await server.deliver(raw);
    await server.deliver(raw);
    await tend();
    await tend();
    expect(said).toEqual([]);
    const { registrations } = await store.find({});
    expect(registrations).toMatchObject([
      {
        object: 'Istanza di accesso',
        channel: 'pec',
        sender: [{ name: 'Marta Zanon', address: 'marta@pec.example.it' }],
        attachments: [{ title: 'Allegato 1' }],
        format: 'eml',
      },
    ]);
    const [message] = await store.messages({});
    const stream = await store.openMessage(message?.id ?? '', 'officer:anna');
    if (!stream || 'kind' in stream) throw new Error('the message is not opened');
    let kept = '';
    for await (const part of stream) kept += String(part);
    // As IMAP gives lines: their ends are CR LF.
    expect(kept.replaceAll('\r\n', '\n')).toBe(raw.replaceAll('\r\n', '\n'));
  });

  it.each([
    [
      'a broken MIME',
      'From: x@example.it\r\nMessage-ID: <rotto@x>\r\nSubject: Rotto\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\nniente',
      'in più parti e non ne ha',
    ],
    [
      'a message cut short',
      'From: x@example.it\r\nMessage-ID: <corto@x>\r\nSubject: Corto\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n\r\nmezz',
      'troncato',
    ],
    ['bytes that are no message', '\u0000\u0001\u0002', ''],
    ['ordinary e-mail', 'From: x@example.it\r\nMessage-ID: <semplice@x>\r\nSubject: Semplice\r\n\r\nciao', ''],
  ])('%s waits in the list with its reason, and is registered by hand', async (_name, raw, reason) => {
    await server.deliver(raw);
    await tend();
    const [message] = await store.messages({ state: 'toRegister' });
    expect(message?.reason ?? '').toContain(reason);
    const registration = await store.registerMessage(message?.id ?? '', 'officer:anna');
    expect(registration).not.toBeNull();
    expect(await store.registerMessage(message?.id ?? '', 'officer:anna')).toBeNull();
    expect(await store.messages({ state: 'toRegister' })).toEqual([]);
  });

  it.each([
    ['no XML', 'not <xml'],
    [
      'a document type',
      '<!DOCTYPE postacert [<!ENTITY x SYSTEM "file:///etc/passwd">]><postacert tipo="posta-certificata"><msgid>&x;</msgid></postacert>',
    ],
    ['another document', '<altro/>'],
  ])('PEC whose daticert.xml is %s waits, kept whole', async (_name, daticert) => {
    const before = (await store.find({})).registrations.length;
    await server.deliver(await transported({ ...incoming, daticert }));
    await tend();
    const [message] = await store.messages({ state: 'toRegister' });
    expect(message).toMatchObject({ kind: 'broken', year: null });
    expect(message?.reason).toContain('la busta PEC non si legge');
    expect((await store.find({})).registrations).toHaveLength(before);
    expect(await store.discardMessage(message?.id ?? '', 'prova')).toBe(true);
  });

  it('PEC whose enclosed message is broken waits with its reason, and is registered by hand', async () => {
    const raw = await transported({ ...incoming, subject: 'Perizia' }, [
      { filename: 'perizia.pdf', content: Buffer.from('%PDF-1.4 perizia') },
    ]);
    const inner = /boundary="(--_NmP[^"]+)"/.exec(raw)?.[1] ?? '';
    await server.deliver(raw.replace(`--${inner}--`, ''));
    await tend();
    const [message] = await store.messages({ state: 'toRegister' });
    expect(message).toMatchObject({ kind: 'broken', subject: 'Perizia', year: null });
    expect(message?.reason).toContain('troncato');
    expect(await store.registerMessage(message?.id ?? '', 'officer:anna')).not.toBeNull();
    const { registrations } = await store.find({});
    expect(registrations[0]).toMatchObject({
      object: 'Perizia',
      sender: [{ address: 'marta@pec.example.it' }],
      format: 'eml',
    });
  });

  it('an outgoing message goes once with its segnatura, and its receipts are linked', async () => {
    const { registered, pec } = await outgoing('Diffida');
    await tend();
    await tend();
    expect(server.sent).toHaveLength(1);
    expect(server.sent[0]).toMatchObject({ from: ours, to: ['ronchi@pec.example.it'] });
    expect(server.sent[0]?.raw).toContain('Segnatura.xml');
    await server.deliver(receiptOf('accettazione', pec));
    await server.deliver(receiptOf('avvenuta-consegna', pec));
    await tend();
    const found = await store.findOne(registered.year, registered.number);
    expect(found?.messages.map(({ receipt }) => receipt)).toEqual([null, 'accettazione', 'avvenuta-consegna']);
    at = new Date(at.getTime() + 25 * 3_600_000);
    await tend();
    expect(await alerts()).toEqual([]);
  });

  it('a receipt that does not come in a day is told, and no more when it has come; a failed delivery is told', async () => {
    const { pec } = await outgoing('Sollecito');
    await tend();
    await server.deliver(receiptOf('accettazione', pec));
    at = new Date(at.getTime() + 25 * 3_600_000);
    await tend();
    await tend();
    expect(await alerts()).toEqual(['pec.noReceipt']);
    await server.deliver(receiptOf('errore-consegna', { ...pec, error: 'no-dest' }));
    await tend();
    expect(await alerts()).toEqual(['pec.notDelivered']);
  });

  it('a message without any receipt is told once, and no more when both have come', async () => {
    const known = (await alerts()).length;
    const { pec } = await outgoing('Silenzio');
    await tend();
    at = new Date(at.getTime() + 23 * 3_600_000);
    await tend();
    expect(await alerts()).toHaveLength(known);
    at = new Date(at.getTime() + 2 * 3_600_000);
    await tend();
    await tend();
    expect((await alerts()).slice(known)).toEqual(['pec.noReceipt']);
    // The delivery alone does not say that the message was accepted: receipts come in any order.
    await server.deliver(receiptOf('avvenuta-consegna', pec));
    await tend();
    expect((await alerts()).slice(known)).toEqual(['pec.noReceipt']);
    await server.deliver(receiptOf('accettazione', pec));
    await tend();
    expect(await alerts()).toHaveLength(known);
  });

  it('of a message to an ordinary address, which gives no receipt, the acceptance is enough; a receipt of nothing we sent is kept', async () => {
    const known = await alerts();
    const { pec } = await outgoing('Per conoscenza');
    await tend();
    await server.deliver(receiptOf('accettazione', { ...pec, certified: false }));
    await server.deliver(receiptOf('avvenuta-consegna', { ...pec, about: '<mai@example.it>' }));
    at = new Date(at.getTime() + 25 * 3_600_000);
    await tend();
    expect(await alerts()).toEqual(known);
    expect(await store.messages({ state: 'toRegister' })).toEqual([]);
  });

  it('a server that cannot is asked again for a day, one that will not is not', async () => {
    const sent = server.sent.length;
    server.answer = { code: 451 };
    await outgoing('Riprova');
    await tend();
    expect(await store.messages({ state: 'toSend' })).toMatchObject([
      { reason: expect.stringContaining('451') as string },
    ]);
    server.answer = null;
    at = new Date(at.getTime() + 3 * 60_000);
    await tend();
    expect(server.sent).toHaveLength(sent + 1);
    server.answer = { code: 550 };
    await outgoing('Mai');
    await tend();
    expect(await store.messages({ state: 'failed' })).toHaveLength(1);
    expect(await alerts()).toContain('pec.notSent');
  });
});
