import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tendPayments } from '#lib/jobs/payments/tend-payments.ts';
import { createPagoPaClient } from '#lib/pagopa/pagopa-client.ts';
import { owedWithFiling, type Owed } from '#lib/procedures/payments/owed.ts';
import { isNoticeNumber } from '#lib/procedures/payments/notice-number.ts';
import { createPaymentStore, type Paying, type PaymentStore } from '#lib/store/payments/payment-store.ts';
import { createRequestDrafts, type RequestDrafts } from '#lib/store/request-drafts/request-drafts.ts';
import { all, aRequest, filed, officer, openTestDesk, type TestDesk } from '#tests/builders/procedure-desk.ts';
import { startPagoPaPlatform, type PagoPaPlatform } from '#tests/setup/pagopa-platform.ts';

const code = 'occupazione-suolo-pubblico';
const positions = { iban: 'IT60X0542811101000000123456', segregationCode: '12', taxonomyCode: '9/0201138TS/' };

let desk: TestDesk;
let platform: PagoPaPlatform;
let payments: PaymentStore;
let drafts: RequestDrafts;
let lucia: string;
let ugo: string;
let clock: Date;

const person = (name: string, taxCode: string) => ({ kind: 'person', name, taxCode, contacts: {} }) as const;
const agentOf = async (id: string) => (await desk.store.findCase(id, all))?.parties[0]?.agent ?? '';
/** As the type has it. */
const bollo: Owed = {
  fee: 'bollo',
  part: 1,
  parts: 1,
  kind: 'stampDuty',
  label: { it: 'Imposta di bollo', en: 'Stamp duty' },
  due: 'withFiling',
  amount: { kind: 'cents', cents: 1600 },
};

const paying = (name = 'Lucia Bonfante'): Paying => ({
  debtor: { kind: 'F', name, taxCode: 'BNFLCU80A41G224X', email: 'lucia@example.org' },
  description: 'Imposta di bollo: occupazione di suolo pubblico',
  returnUrls: (id) => {
    const back = (how: string) => `http://127.0.0.1:3000/mia-pagina/pagamenti/${id}?esito=${how}`;
    return { ok: back('ok'), cancelled: back('annullato'), error: back('errore'), waiting: back('attesa') };
  },
});

async function aDraft(owner: string): Promise<string> {
  const id = randomBytes(16).toString('hex');
  const page = { type: { code, version: 1 }, step: '1', answers: {}, isOfPage: () => true, takesVersion: true };
  expect(await drafts.save(owner, id, page)).toMatchObject({ kind: 'saved' });
  return id;
}

const placeOf = (owner: string, draft: string) => ({ owner, draft, owed: bollo, cents: 1600 });
const later = (minutes: number) => (clock = new Date(clock.getTime() + minutes * 60_000));
const tend = () => tendPayments({ pool: desk.pool, now: () => clock }, payments, desk.store);
const only = async (owner: string, draft: string) => (await payments.ofDraft(owner, draft))[0];
const alerts = async () =>
  (
    await desk.pool.query(
      `SELECT details->>'problem' AS problem FROM eli4u.alert WHERE kind = 'payment.notBelieved' ORDER BY id`,
    )
  ).rows.map(({ problem }: { problem: string }) => problem);

async function send(owner: string, draft: string) {
  return desk.store.fileProcedure(
    aRequest({
      type: code,
      channel: 'web',
      parties: [{ role: 'applicant', actsFor: null, agent: { id: owner } }],
      answers: answersOf(),
      documents: await payments.receiptsOfDraft(owner, draft),
      draft: { id: draft, owner },
      idempotency: { client: `form:${owner}`, key: draft, requestHash: draft },
    }),
    { kind: 'citizen', id: owner },
  );
}

/** What the type asks in any case. */
function answersOf() {
  const type = desk.types.findType(code, '2026-03-02');
  const fields = type && 'fields' in type ? type.fields : [];
  return Object.fromEntries(
    fields
      .filter(({ required }) => required)
      .map((field) => [
        field.name,
        field.kind === 'choice'
          ? (field.options[0]?.value ?? '')
          : field.kind === 'number'
            ? 12
            : field.kind === 'yesNo'
              ? true
              : field.kind === 'date'
                ? '2026-05-01'
                : field.kind === 'dateTime'
                  ? '2026-05-01T10:00'
                  : 'prova',
      ]),
  );
}

beforeAll(async () => {
  desk = await openTestDesk('2026-03-02');
  clock = desk.now();
  platform = await startPagoPaPlatform();
  const pagoPa = createPagoPaClient(
    { url: platform.url, apiKey: platform.apiKey, positions },
    { taxCode: '00644060287', name: 'Comune di Padova' },
  );
  payments = createPaymentStore({
    pool: desk.pool,
    dataDir: desk.dataDir,
    types: desk.types,
    now: () => clock,
    pagoPa,
  });
  drafts = createRequestDrafts(desk);
  lucia = await agentOf((await filed(desk.store)).id);
  ugo = await agentOf(
    (
      await filed(desk.store, {
        parties: [{ role: 'applicant', actsFor: null, agent: person('Ugo Altri', 'LTRGUO80A01G224Y') }],
      })
    ).id,
  );
});
afterAll(async () => {
  await platform.end();
  await desk.end();
});
beforeEach(async () => {
  await desk.pool.query('UPDATE eli4u.alert SET resolved_at = now() WHERE resolved_at IS NULL');
});
afterEach(() => {
  Object.assign(platform.fault, {
    status: null,
    delay: 0,
    receiptId: null,
    cents: null,
    noticeNumber: null,
    documentHash: null,
    creditor: null,
  });
});

describe('a digital stamp', () => {
  it('is what the type asks', () => {
    const type = desk.types.findType(code, '2026-03-02');
    expect(type && owedWithFiling(type)).toEqual([bollo]);
  });

  it('is asked for once however often it is pressed, and is paid when the platform says so', async () => {
    const draft = await aDraft(lucia);
    const before = platform.made;
    platform.fault.delay = 100;
    const begun = await Promise.all([1, 2, 3].map(() => payments.beginOfDraft(placeOf(lucia, draft), paying())));
    expect(platform.made - before).toBe(1);
    expect(new Set(begun.map((one) => (one.kind === 'begun' ? one.checkoutUrl : one.kind))).size).toBe(1);
    const asked = await only(lucia, draft);
    expect(asked).toMatchObject({ state: 'noticed', way: 'eBollo', cents: 1600 });
    // Nothing of it is another's.
    expect(await payments.ofDraft(ugo, draft)).toEqual([]);
    expect(await payments.find(asked?.id ?? '', [ugo])).toBeNull();

    platform.fault.delay = 0;
    await payments.hearNow(asked?.id ?? '');
    expect((await only(lucia, draft))?.state).toBe('noticed');
    expect(await send(lucia, draft)).toMatchObject({ kind: 'refused', reasons: [{ code: 'notPaid' }] });

    platform.pay(asked?.lastNotice ?? '');
    // It was asked a moment ago.
    await payments.hearNow(asked?.id ?? '');
    expect((await only(lucia, draft))?.state).toBe('noticed');
    later(1);
    await payments.hearNow(asked?.id ?? '');
    const paid = await only(lucia, draft);
    expect(paid).toMatchObject({ state: 'paid', psp: 'Banca di prova', paidAt: new Date('2026-03-02T10:05:44.659Z') });
    expect(await payments.beginOfDraft(placeOf(lucia, draft), paying())).toEqual({ kind: 'settled' });

    const sent = await send(lucia, draft);
    if (sent.kind !== 'filed') throw new Error(JSON.stringify(sent));
    const [ofCase] = await payments.ofCase(sent.receipt.id, all);
    const documents = (await desk.store.findCase(sent.receipt.id, all))?.documents ?? [];
    expect(documents.map(({ title }) => title.replace(/\d{18}/, 'N'))).toEqual(
      expect.arrayContaining([
        'Marca da bollo digitale (@e.bollo), avviso N',
        'Modulo a cui è associata la marca dell’avviso N',
      ]),
    );
    expect(ofCase).toMatchObject({ procedure: sent.receipt.id });
    expect(documents.some(({ record }) => ofCase?.state === 'paid' && record === ofCase.record)).toBe(true);
    // What is in the fascicolo already does not join it once more.
    await tend();
    expect((await desk.store.findCase(sent.receipt.id, all))?.documents).toHaveLength(documents.length);
    // Applicants read it on their page, third parties and strangers do not.
    expect(await payments.ofCase(sent.receipt.id, { kind: 'own', agents: [lucia] })).toHaveLength(1);
    expect(await payments.ofCase(sent.receipt.id, { kind: 'own', agents: [ugo] })).toEqual([]);
    const { rows } = await desk.pool.query<{ action: string }>(
      'SELECT action FROM eli4u.audit_event WHERE details->>$1 = $2 ORDER BY id',
      ['payment', paid?.id],
    );
    expect(rows.map(({ action }) => action)).toEqual(['payment.noticed', 'payment.paid']);
  });

  it.each([
    ['otherAmount', { cents: 100 }],
    ['otherDocument', { documentHash: 'wHpFSLCGZjIvNSXxqtGbxg7275t446DRTk5ZrsdUQ6E=' }],
  ] as const)('of which the platform says %s is not believed, and somebody is told once', async (problem, fault) => {
    const draft = await aDraft(lucia);
    await payments.beginOfDraft(placeOf(lucia, draft), paying());
    platform.pay((await only(lucia, draft))?.lastNotice ?? '');
    Object.assign(platform.fault, fault);
    const told = (await alerts()).length;
    later(2);
    await tend();
    later(60 * 7);
    await tend();
    expect(await only(lucia, draft)).toMatchObject({ state: 'noticed', problem });
    expect((await alerts()).slice(told)).toEqual([problem]);
    // It was mended there.
    Object.assign(platform.fault, { cents: null, documentHash: null });
    later(60 * 7);
    await tend();
    expect(await only(lucia, draft)).toMatchObject({ state: 'paid', problem: null });
    const open = `SELECT FROM eli4u.alert WHERE kind = 'payment.notBelieved' AND resolved_at IS NULL`;
    expect((await desk.pool.query(open)).rowCount).toBe(0);
  });

  it('whose receipt has paid already pays nothing else', async () => {
    const [first, second] = [await aDraft(lucia), await aDraft(lucia)];
    for (const draft of [first, second]) {
      await payments.beginOfDraft(placeOf(lucia, draft), paying());
      platform.pay((await only(lucia, draft))?.lastNotice ?? '');
    }
    platform.fault.receiptId = 'IUBD-sempre-lo-stesso';
    later(2);
    await tend();
    const states = [(await only(lucia, first))?.state, (await only(lucia, second))?.state].sort();
    expect(states).toEqual(['noticed', 'paid']);
    expect((await alerts()).at(-1)).toBe('receiptUsed');
  });

  it('while the platform is away nothing is lost, and it can be tried again', async () => {
    const draft = await aDraft(lucia);
    platform.fault.status = 503;
    expect(await payments.beginOfDraft(placeOf(lucia, draft), paying())).toEqual({ kind: 'away' });
    expect(await only(lucia, draft)).toMatchObject({ state: 'due' });
    platform.fault.status = null;
    expect(await payments.beginOfDraft(placeOf(lucia, draft), paying())).toMatchObject({ kind: 'begun' });
    platform.fault.status = 500;
    later(2);
    await tend();
    expect(await only(lucia, draft)).toMatchObject({
      state: 'noticed',
      attempts: 1,
      problem: expect.stringContaining('500') as string,
    });
    platform.fault.status = null;
    platform.pay((await only(lucia, draft))?.lastNotice ?? '');
    later(2);
    await tend();
    expect(await only(lucia, draft)).toMatchObject({ state: 'paid' });
  });

  it('that nobody pays expires, and another is asked for', async () => {
    const draft = await aDraft(lucia);
    await payments.beginOfDraft(placeOf(lucia, draft), paying());
    const first = (await only(lucia, draft))?.lastNotice;
    later(60 * 24 * 31);
    await tend();
    expect(await only(lucia, draft)).toMatchObject({ state: 'expired', noticeNumber: first });
    expect(await payments.beginOfDraft(placeOf(lucia, draft), paying())).toMatchObject({ kind: 'begun' });
    expect((await only(lucia, draft))?.lastNotice).not.toBe(first);
  });
});

describe('a stamp on paper', () => {
  const stamp = { serial: '01260302000001', issuedOn: '2026-03-01' };

  it('serves one request of the whole register; taken back it serves another', async () => {
    const [hers, his] = [await aDraft(lucia), await aDraft(ugo)];
    expect(await payments.declareStamp(placeOf(lucia, hers), stamp)).toEqual({ kind: 'said' });
    // The same once more is no second use.
    expect(await payments.declareStamp(placeOf(lucia, hers), stamp)).toEqual({ kind: 'said' });
    expect(await payments.declareStamp(placeOf(ugo, his), stamp)).toEqual({ kind: 'serialUsed' });
    await payments.withdraw(placeOf(lucia, hers));
    expect(await only(lucia, hers)).toMatchObject({ state: 'due' });
    expect(await payments.declareStamp(placeOf(ugo, his), stamp)).toEqual({ kind: 'said' });
    const sent = await send(ugo, his);
    expect(sent.kind).toBe('filed');
    expect(await payments.declareStamp(placeOf(lucia, hers), stamp)).toEqual({ kind: 'serialUsed' });
    // Two at once for one stamp.
    const other = await aDraft(ugo);
    const both = { serial: '01260302000002', issuedOn: '2026-03-01' };
    const results = await Promise.all([
      payments.declareStamp(placeOf(lucia, hers), both),
      payments.declareStamp(placeOf(ugo, other), both),
    ]);
    expect(results.map(({ kind }) => kind).sort()).toEqual(['said', 'serialUsed']);
  });

  it('ends with a draft that is deleted; of another’s draft nothing is said', async () => {
    const draft = await aDraft(lucia);
    const third = { serial: '01260302000003', issuedOn: '2026-03-01' };
    expect(await payments.declareStamp(placeOf(ugo, draft), third)).toEqual({ kind: 'unknown' });
    await payments.declareStamp(placeOf(lucia, draft), third);
    await drafts.remove(lucia, draft);
    expect(await payments.declareStamp(placeOf(ugo, await aDraft(ugo)), third)).toEqual({ kind: 'said' });
  });

  it('declared while a notice was open: who pays that has paid, and the stamp is free again', async () => {
    const draft = await aDraft(lucia);
    await payments.beginOfDraft(placeOf(lucia, draft), paying());
    const notice = (await only(lucia, draft))?.lastNotice ?? '';
    const fourth = { serial: '01260302000004', issuedOn: '2026-03-01' };
    await payments.declareStamp(placeOf(lucia, draft), fourth);
    platform.pay(notice);
    later(2);
    await tend();
    expect(await only(lucia, draft)).toMatchObject({ state: 'paid' });
    expect(await payments.declareStamp(placeOf(ugo, await aDraft(ugo)), fourth)).toEqual({ kind: 'said' });
  });

  it('or none, by a norm that is said', async () => {
    const draft = await aDraft(lucia);
    await payments.claimExemption(placeOf(lucia, draft), { norm: 'terzoSettore', words: '' });
    expect(await only(lucia, draft)).toMatchObject({ state: 'exempt', norm: 'terzoSettore' });
    expect((await send(lucia, draft)).kind).toBe('filed');
  });
});

describe('what an office asks', () => {
  const canone = { fee: 'canone-unico', kind: 'canone', due: 'beforeRelease' } as const;

  it('is paid by a position of debt with our own numbers, and its receipt joins the fascicolo', async () => {
    const { id } = await filed(desk.store, { type: code, answers: answersOf() });
    const place = { procedure: id, reach: all, actor: officer };
    const payer = await agentOf(id);
    expect(await payments.ask(place, { owed: canone, cents: 12_850, payer: ugo })).toEqual({ kind: 'unknown' });
    const asked = await payments.ask(place, { owed: canone, cents: 12_850, payer });
    expect(asked).toMatchObject({ kind: 'asked' });
    expect(await payments.ask(place, { owed: canone, cents: 12_850, payer })).toEqual({ kind: 'askedAlready' });
    const payment = asked.kind === 'asked' ? asked.id : '';
    expect(await payments.begin(payment, paying())).toMatchObject({ kind: 'begun' });
    const again = await payments.begin(payment, paying());
    expect(again).toMatchObject({ kind: 'begun' });
    const noticed = await payments.find(payment, [payer]);
    expect(noticed).toMatchObject({ state: 'noticed', way: 'pagoPA' });
    expect(isNoticeNumber(noticed?.lastNotice ?? '')).toBe(true);
    platform.pay(noticed?.lastNotice ?? '');
    Object.assign(platform.fault, { creditor: '77777777777' });
    later(2);
    await tend();
    expect(await payments.find(payment, [payer])).toMatchObject({ state: 'noticed', problem: 'otherCreditor' });
    platform.fault.creditor = null;
    later(60 * 7);
    await tend();
    const paid = await payments.find(payment, [payer]);
    expect(paid).toMatchObject({ state: 'paid', cents: 12_850 });
    const documents = (await desk.store.findCase(id, all))?.documents ?? [];
    expect(documents.at(-1)).toMatchObject({
      flow: 'in',
      format: 'xml',
      record: paid?.state === 'paid' ? paid.record : '',
    });
    await tend();
    expect((await desk.store.findCase(id, all))?.documents).toHaveLength(documents.length);
  });

  it('an answer of the platform that was lost is asked for again, with the same number', async () => {
    const { id } = await filed(desk.store, { type: code, answers: answersOf() });
    const asked = await payments.ask(
      { procedure: id, reach: all, actor: officer },
      { owed: canone, cents: 500, payer: await agentOf(id) },
    );
    const payment = asked.kind === 'asked' ? asked.id : '';
    await payments.begin(payment, paying());
    await desk.pool.query(
      `UPDATE eli4u.payment SET state = 'due', notice_number = NULL, way = NULL, noticed_at = NULL, expires_on = NULL WHERE id = $1`,
      [payment],
    );
    const made = platform.made;
    expect(await payments.begin(payment, paying())).toMatchObject({ kind: 'begun' });
    expect(platform.made).toBe(made);
  });

  it('can be noted as paid otherwise, and the stamp of a request on paper by its number', async () => {
    const { id } = await filed(desk.store, { type: code, answers: answersOf() });
    const place = { procedure: id, reach: all, actor: officer };
    const asked = await payments.ask(place, { owed: canone, cents: 500, payer: await agentOf(id) });
    // While it is open nobody says that it arrived; whether the graph lets the step be made is another matter.
    const step = { kind: 'advance', to: 'x', found: ['paymentReceived'], checked: [] } as const;
    const ticked = () =>
      desk.store.act({
        id,
        reach: all,
        actor: officer,
        action: { ...step, found: [...step.found], checked: [] },
        expected: null,
      });
    const codes = async () => {
      const result = await ticked();
      return result.kind === 'refused' ? result.reasons.map((one) => one.code) : [result.kind];
    };
    expect(await codes()).toEqual(['paymentOpen']);
    const noted = { id: asked.kind === 'asked' ? asked.id : '', paidOn: '2026-03-02', words: 'reversale 12' };
    expect(await payments.notePaidElsewhere(place, noted)).toBe(true);
    expect(await payments.notePaidElsewhere(place, noted)).toBe(false);
    expect(await codes()).not.toContain('paymentOpen');
    const onPaper = {
      owed: { fee: 'bollo', part: 1, due: 'withFiling', cents: 1600 } as const,
      stamp: { serial: '01260302000009', issuedOn: '2026-03-01' },
    };
    expect(await payments.noteStamp(place, onPaper)).toEqual({ kind: 'noted' });
    expect(await payments.noteStamp(place, onPaper)).toEqual({ kind: 'unknown' });
    expect((await payments.ofCase(id, all)).map(({ state }) => state)).toEqual(['declared', 'elsewhere']);
  });
});
