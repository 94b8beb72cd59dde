/** An act of a case reaches its addressee: by PEC at the wire, by post, by hand, by SEND; the term hangs on the day on which it does. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliveryChecks, unfoldedDeliveries } from '#lib/jobs/verify-deliveries.ts';
import { tendDeliveries } from '#lib/jobs/deliveries/tend-deliveries.ts';
import { tendMail } from '#lib/jobs/mail/tend-mail.ts';
import type { Arrival } from '#lib/procedures/delivery/arrival.ts';
import type { Procedure } from '#lib/procedures/cases/procedure.ts';
import { createSendClient } from '#lib/send-platform/send-client.ts';
import { createDeliveryStore, type DeliveryStore, type Way } from '#lib/store/deliveries/delivery-store.ts';
import { createProtocolStore, type ProtocolStore } from '#lib/store/protocol/protocol-store.ts';
import { receiptOf, type Pec } from '#tests/builders/pec.ts';
import { all, does, filed, officer, openTestDesk, wayTo, type TestDesk } from '#tests/builders/procedure-desk.ts';
import { hasDovecot, startMailServer, type MailServer } from '#tests/setup/mail-server.ts';
import { startSendPlatform, type SendPlatform } from '#tests/setup/send-platform.ts';

const ours = 'protocollo@pec.example.it';
const theirs = 'lucia@pec.example.it';
const sheet = { way: 'noted' as const, note: 'vista la ricevuta nella casella' };
let desk: TestDesk;
let deliveries: DeliveryStore;
let protocol: ProtocolStore;

beforeAll(async () => {
  desk = await openTestDesk('2026-03-02');
  const parts = { pool: desk.pool, dataDir: desk.dataDir, types: desk.types, now: desk.now };
  deliveries = createDeliveryStore(parts);
  protocol = createProtocolStore(parts);
});
afterAll(() => desk.end());

interface Served {
  id: string;
  notice: number;
  agent: string;
  act: string;
}

/** A case at the notice of refusal, or where something is missing, with the act registered as outgoing. */
async function served(to: 'preavvisoDiRigetto' | 'additions' = 'preavvisoDiRigetto'): Promise<Served> {
  desk.setDay('2026-03-02');
  const { id } = await filed(desk.store);
  await does(desk.store, id, (one) => wayTo(one, 'completenessCheck'));
  if (to === 'additions') await does(desk.store, id, (one) => wayTo(one, 'additions', 'documentsIncomplete'));
  else {
    await does(desk.store, id, (one) => wayTo(one, 'examination', 'documentsComplete', 'opinionsNotRequired'));
    await does(desk.store, id, (one) => wayTo(one, 'preavvisoDiRigetto', 'requirementsNotMet'));
  }
  const added = await desk.store.addDocument({
    id,
    reach: all,
    actor: officer,
    expected: null,
    document: {
      bytes: Buffer.from(`%PDF-1.4 ${id}`),
      format: 'pdf',
      fileName: 'atto.pdf',
      kind: 'act',
      code: null,
      title: 'Atto da comunicare',
      flow: 'out',
    },
  });
  if (added.kind !== 'added') throw new Error(added.kind);
  const { notices, filing } = await caseOf(id);
  return { id, notice: notices.at(-1)?.n ?? 0, agent: filing.parties[0]?.agent ?? '', act: added.record };
}

async function caseOf(id: string): Promise<Procedure> {
  const view = await desk.store.findCase(id, all);
  if (!view) throw new Error(`no case ${id}`);
  return view.procedure;
}

const preparing = ({ id, notice, agent, act }: Served, way: Way) =>
  deliveries.prepare({ procedure: id, reach: all, actor: officer, notice, to: { agent }, act, way });

async function prepared(one: Served, way: Way): Promise<string> {
  const result = await preparing(one, way);
  if (result.kind !== 'prepared') throw new Error(result.why);
  return result.held.id;
}

const noted = (one: Served, delivery: string, on: string, arrival: Arrival = { ...sheet, on }) =>
  deliveries.say({
    procedure: one.id,
    delivery,
    reach: all,
    actor: officer,
    said: { kind: 'arrived', on, arrival, evidence: null, source: { by: 'officer' } },
  });

const deliveryOf = async ({ id }: Served, delivery: string) =>
  (await deliveries.ofCase(id)).find((one) => one.id === delivery);
const kindsOf = async (id: string) =>
  ((await desk.store.listEvents(id, all))?.events ?? []).map(({ event }) => event.kind);
const dueOf = async (id: string) => {
  const { rows } = await desk.pool.query<{ due: string; latest: string | null; clock: string; activity: string }>(
    'SELECT due_on AS due, due_latest AS latest, clock_state AS clock, activity_due_on AS activity FROM eli4u.procedure WHERE id = $1',
    [id],
  );
  return rows[0];
};
const tasks = async () => (await deliveries.tasks(all)).lines.map(({ id, task }) => [id, task]);

async function everythingAgrees(): Promise<void> {
  for (const { sql, says } of deliveryChecks) expect([says, (await desk.pool.query(sql)).rows]).toEqual([says, []]);
  expect(await unfoldedDeliveries(desk.pool)).toEqual([]);
}

describe('by hand and by post', () => {
  it('the party’s days run from the day on which they signed, and the case says so once', async () => {
    const one = await served();
    desk.setDay('2026-03-05');
    const delivery = await prepared(one, { channel: 'hand' });
    const arrival = { way: 'hand', on: '2026-03-05', receiver: 'Lucia Bonfante', identity: 'C.I. CA12345AB' } as const;
    expect((await noted(one, delivery, '2026-03-06')).kind).toBe('refused');
    expect(await noted(one, delivery, '2026-03-05', arrival)).toEqual({ kind: 'noted' });
    expect(await noted(one, delivery, '2026-03-05', arrival)).toEqual({ kind: 'heardBefore' });
    expect((await kindsOf(one.id)).filter((kind) => kind === 'actDelivered')).toHaveLength(1);
    // Ten days from the 5th end on Sunday the 15th, and so on the 16th.
    expect((await dueOf(one.id))?.activity).toBe('2026-03-16');
    expect(await preparing(one, { channel: 'hand' })).toEqual({ kind: 'refused', why: 'received' });
    await everythingAgrees();
  });

  it('the thirty days for what is missing run from the card that came back, not from the letter', async () => {
    const one = await served('additions');
    expect((await dueOf(one.id))?.activity).toBe('2026-04-01');
    const delivery = await prepared(one, { channel: 'post', service: 'ordinary', address: 'via Roma 1, Padova' });
    desk.setDay('2026-03-20');
    await noted(one, delivery, '2026-03-12', { way: 'card', on: '2026-03-12', receiver: null });
    // A Saturday is no holiday.
    expect((await dueOf(one.id))?.activity).toBe('2026-04-11');
    // The suspension has its thirty days and no more, but nobody is told that their time is over before it is.
    desk.setDay('2026-04-11');
    await desk.store.sweep();
    expect(await caseOf(one.id)).toMatchObject({ at: { node: 'additions' } });
    desk.setDay('2026-04-12');
    await desk.store.sweep();
    expect(await caseOf(one.id)).toMatchObject({ at: { node: 'completenessCheck' } });
    await everythingAgrees();
  });

  it('what came back undelivered is a task until another way is on', async () => {
    const one = await served();
    const delivery = await prepared(one, { channel: 'post', service: 'judicial', address: 'via Roma 1, Padova' });
    await deliveries.say({
      procedure: one.id,
      delivery,
      reach: all,
      actor: officer,
      said: {
        kind: 'failed',
        on: '2026-03-02',
        reason: 'moved',
        detail: null,
        evidence: null,
        source: { by: 'officer' },
      },
    });
    expect(await tasks()).toContainEqual([delivery, 'anotherChannel']);
    expect((await dueOf(one.id))?.clock).toBe('suspended');
    await prepared(one, { channel: 'hand' });
    expect((await tasks()).map(([id]) => id)).not.toContain(delivery);
    await everythingAgrees();
  });

  it('refuses who is no addressee, an act that is not registered, and the same way twice', async () => {
    const one = await served();
    expect(await preparing({ ...one, agent: 'nobody' }, { channel: 'hand' })).toMatchObject({ why: 'notAddressee' });
    expect(await preparing({ ...one, act: one.id }, { channel: 'hand' })).toMatchObject({ why: 'notRegistered' });
    expect(await preparing({ ...one, notice: 1 }, { channel: 'hand' })).toMatchObject({ why: 'noNotice' });
    await prepared(one, { channel: 'hand' });
    expect(await preparing(one, { channel: 'hand' })).toMatchObject({ why: 'underWay' });
  });

  it('its facts cannot be rewritten', async () => {
    await expect(desk.pool.query(`UPDATE eli4u.legal_delivery_fact SET payload = '{}'`)).rejects.toThrow('append-only');
  });
});

describe.skipIf(!hasDovecot())('by PEC at the wire', () => {
  let server: MailServer;
  beforeAll(async () => {
    server = await startMailServer();
  });
  afterAll(() => server.end());
  const tend = async () => {
    const mail = { boxes: [{ name: 'pec', url: server.imapUrl }], smtp: server.smtpUrl, address: ours };
    await tendMail({ pool: desk.pool, dataDir: desk.dataDir, now: desk.now, mail, protocol }, (line) => {
      throw new Error(line);
    });
    await tendDeliveries(desk.pool, deliveries, null);
  };
  const byPec: Way = { channel: 'pec', to: theirs, text: 'Si comunica l’atto allegato.', from: ours };
  async function sentByPec(): Promise<Served & { delivery: string; pec: Pec }> {
    const one = await served();
    const delivery = await prepared(one, byPec);
    const view = await deliveryOf(one, delivery);
    const carrier = view?.delivery.carrier;
    const about = carrier?.channel === 'pec' ? carrier.messageId : '';
    await tend();
    return { ...one, delivery, pec: { from: ours, to: theirs, subject: 'Atto', about } };
  }

  it('goes once with its segnatura; the day of the receipt of delivery counts, however often it comes', async () => {
    const before = server.sent.length;
    const { pec, delivery, ...one } = await sentByPec();
    expect(server.sent).toHaveLength(before + 1);
    expect(server.sent.at(-1)).toMatchObject({ from: ours, to: [theirs] });
    expect(server.sent.at(-1)?.raw).toContain('Segnatura.xml');
    // The provider's own time: 10 in the morning of 2 March, whenever the box is read.
    desk.setDay('2026-03-04');
    for (const type of ['avvenuta-consegna', 'accettazione', 'avvenuta-consegna'])
      await server.deliver(receiptOf(type, pec));
    await tend();
    await tend();
    expect(await deliveryOf(one, delivery)).toMatchObject({
      delivery: { state: 'delivered', sentOn: '2026-03-02', end: { on: '2026-03-02' }, against: [] },
      task: null,
    });
    expect((await kindsOf(one.id)).filter((kind) => kind === 'actDelivered')).toHaveLength(1);
    expect((await dueOf(one.id))?.activity).toBe('2026-03-12');
    await everythingAgrees();
  });

  it('that was not delivered says why and is a task', async () => {
    const { pec, delivery, ...one } = await sentByPec();
    await server.deliver(receiptOf('accettazione', pec));
    await server.deliver(receiptOf('errore-consegna', { ...pec, error: 'no-dest' }));
    await tend();
    expect(await deliveryOf(one, delivery)).toMatchObject({
      delivery: { state: 'failed', end: { reason: 'addressUnknown' } },
      task: 'anotherChannel',
    });
    expect((await caseOf(one.id)).notices.at(-1)?.receipts).toEqual([]);
  });

  it('to an address that is no PEC will have no receipt: another way is wanted', async () => {
    const { pec, delivery, ...one } = await sentByPec();
    await server.deliver(receiptOf('accettazione', { ...pec, certified: false }));
    await tend();
    expect(await deliveryOf(one, delivery)).toMatchObject({
      delivery: { state: 'failed', end: { reason: 'notCertified' } },
    });
  });

  it('a receipt against the day that somebody noted waits for a person, and moves nothing by itself', async () => {
    const { pec, delivery, ...one } = await sentByPec();
    desk.setDay('2026-03-05');
    await noted(one, delivery, '2026-03-04');
    await server.deliver(receiptOf('avvenuta-consegna', pec));
    await tend();
    await tend();
    expect(await deliveryOf(one, delivery)).toMatchObject({
      delivery: { state: 'delivered', end: { on: '2026-03-04' }, against: [{ on: '2026-03-02' }] },
      task: 'compare',
    });
    expect((await dueOf(one.id))?.activity).toBe('2026-03-14');
    const result = await deliveries.settle({
      procedure: one.id,
      delivery,
      reach: all,
      actor: officer,
      keep: false,
      reason: 'vale la ricevuta del gestore',
    });
    expect(result).toEqual({ kind: 'settled' });
    expect((await dueOf(one.id))?.activity).toBe('2026-03-12');
    expect((await kindsOf(one.id)).slice(-2)).toEqual(['actDelivered', 'deliveryCorrected']);
    expect(await deliveryOf(one, delivery)).toMatchObject({
      delivery: { end: { on: '2026-03-02' }, against: [] },
      task: null,
    });
    await everythingAgrees();
  });

  it('a receipt against what was noted in the case without a delivery waits too', async () => {
    const { pec, delivery, ...one } = await sentByPec();
    desk.setDay('2026-03-05');
    await does(desk.store, one.id, { kind: 'noteReceipt', on: '2026-03-04' });
    await server.deliver(receiptOf('avvenuta-consegna', pec));
    await tend();
    expect(await deliveryOf(one, delivery)).toMatchObject({ delivery: { state: 'prepared' }, task: 'compare' });
    const settled = {
      procedure: one.id,
      delivery,
      reach: all,
      actor: officer,
      keep: true,
      reason: 'ritirato allo sportello',
    };
    expect(await deliveries.settle(settled)).toEqual({ kind: 'settled' });
    expect(await deliveryOf(one, delivery)).toMatchObject({
      delivery: { state: 'delivered', end: { on: '2026-03-04' } },
    });
    expect((await dueOf(one.id))?.activity).toBe('2026-03-14');
    expect(await deliveries.settle(settled)).toEqual({ kind: 'nothing' });
    await everythingAgrees();
  });

  it('that the server will not take is a task', async () => {
    server.answer = { code: 550 };
    const { delivery, ...one } = await sentByPec();
    server.answer = null;
    expect(await deliveryOf(one, delivery)).toMatchObject({
      delivery: { state: 'failed', end: { reason: 'notSent' } },
    });
  });

  it('without an address and none known is refused', async () => {
    const one = await served();
    expect(await preparing(one, { ...byPec, to: null })).toEqual({ kind: 'refused', why: 'noDomicile' });
  });
});

describe('by SEND', () => {
  let platform: SendPlatform;
  beforeAll(async () => {
    platform = await startSendPlatform();
  });
  afterAll(() => platform.end());
  const address = { street: 'via Roma 1', zip: '35122', municipality: 'Padova', province: 'PD' };
  const tend = () =>
    tendDeliveries(
      desk.pool,
      deliveries,
      createSendClient({ url: platform.url, apiKey: platform.apiKey, taxonomyCode: '010202N' }),
    );

  it('is put in once, asked about, and counts from the earlier of two days', async () => {
    const one = await served();
    const delivery = await prepared(one, { channel: 'send', address });
    platform.answers.refuses = 503;
    await tend();
    expect((await deliveryOf(one, delivery))?.problem).toContain('503');
    platform.answers.refuses = null;
    desk.setDay('2026-03-03');
    await tend();
    await tend();
    expect(platform.requests).toHaveLength(1);
    expect(platform.requests[0]?.body).toMatchObject({
      recipients: [{ recipientType: 'PF', taxId: 'BNFLCU80A41G224X', physicalAddress: { zip: '35122' } }],
      documents: [{ digests: { sha256: platform.requests[0]?.sha256 } }],
    });
    expect(await deliveryOf(one, delivery)).toMatchObject({ delivery: { state: 'prepared' }, problem: null });
    platform.answers.status = { notificationRequestStatus: 'ACCEPTED', iun: 'ABCD-EFGH-IJKL-202603-M-1' };
    platform.answers.notice.timeline = [
      { category: 'REQUEST_ACCEPTED', timestamp: '2026-03-03T10:00:00Z' },
      { category: 'DIGITAL_SUCCESS_WORKFLOW', timestamp: '2026-03-03T20:30:00Z' },
    ];
    desk.setDay('2026-03-04');
    await tend();
    // Told after nine in the evening of the 3rd: seven days from the 4th.
    expect(await deliveryOf(one, delivery)).toMatchObject({
      delivery: { state: 'sent', sentOn: '2026-03-03', number: 'ABCD-EFGH-IJKL-202603-M-1' },
      expectedOn: '2026-03-11',
    });
    platform.answers.notice.timeline.push({ category: 'NOTIFICATION_VIEWED', timestamp: '2026-03-05T08:00:00Z' });
    desk.setDay('2026-03-06');
    await tend();
    expect(await deliveryOf(one, delivery)).toMatchObject({
      delivery: { state: 'delivered', end: { on: '2026-03-05', arrival: { way: 'sendViewed' } } },
    });
    expect((await dueOf(one.id))?.activity).toBe('2026-03-16');
    await everythingAgrees();
  });

  it('a request that SEND refuses is a task with its reason', async () => {
    const one = await served();
    const delivery = await prepared(one, { channel: 'send', address });
    platform.answers.status = {
      notificationRequestStatus: 'REFUSED',
      errors: [{ code: 'TAXID_NOT_VALID', detail: 'codice fiscale' }],
    };
    await tend();
    desk.setDay('2026-03-03');
    await tend();
    expect(await deliveryOf(one, delivery)).toMatchObject({
      delivery: { state: 'failed', end: { reason: 'refusedByPlatform', detail: 'TAXID_NOT_VALID: codice fiscale' } },
      task: 'anotherChannel',
    });
  });
});
