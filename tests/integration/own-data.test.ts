import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reachOf } from '#lib/access/reach-of.ts';
import type { CitizenSession } from '#lib/access/session.ts';
import { noteLook, noteLookAtDocument } from '#lib/http/note-look.ts';
import { ownDataOf } from '#lib/http/own-data.ts';
import { ownDataHtml } from '#lib/projections/own-data-html.ts';
import { ownDataJson } from '#lib/projections/own-data-json.ts';
import { applicantsThread } from '#lib/procedures/cases/message-thread.ts';
import { createDelegationStore } from '#lib/store/delegations/delegation-store.ts';
import { createPaymentStore } from '#lib/store/payments/payment-store.ts';
import { createLookStore, type LookStore } from '#lib/store/looks/look-store.ts';
import { createOwnDataStore, type OwnDataStore } from '#lib/store/own-data/own-data-store.ts';
import { createCounterStore } from '#lib/store/counter/counter-store.ts';
import { createIdSource } from '#lib/store/procedures/id-source.ts';
import { createRequestDrafts } from '#lib/store/request-drafts/request-drafts.ts';
import { createStaffStore } from '#lib/store/staff/staff-store.ts';
import { staff } from '#tests/builders/access.ts';
import { demoType } from '#tests/builders/procedure-types.ts';
import { all, filed, officer, openTestDesk, type TestDesk } from '#tests/builders/procedure-desk.ts';

let desk: TestDesk;
let own: OwnDataStore;
let looks: LookStore;
let lucia: string;
let ugo: string;
let strange: string;
const ids: string[] = [];
const organisation = { parents: new Map(), types: [] };
const stranger = { kind: 'person', name: 'Ugo Altri', taxCode: 'LTRGUO80A01G224Y', contacts: {} } as const;

beforeAll(async () => {
  desk = await openTestDesk('2025-03-03');
  own = createOwnDataStore(desk.pool, desk.now);
  looks = createLookStore(desk.pool, desk.now);
  ids.push((await filed(desk.store, { place: '=Piazza delle Erbe' })).id);
  desk.setDay('2026-03-02');
  for (let i = 0; i < 4; i++) ids.push((await filed(desk.store)).id);
  strange = (await filed(desk.store, { parties: [{ role: 'applicant', actsFor: null, agent: stranger }] })).id;
  lucia = (await desk.store.findCase(ids[0] ?? '', all))?.parties[0]?.agent ?? '';
  ugo = (await desk.store.findCase(strange, all))?.parties[0]?.agent ?? '';
});
afterAll(() => desk.end());

const sessionOf = async (id: string): Promise<CitizenSession> => {
  const session = await createStaffStore(desk.pool).findSession({ kind: 'citizen', id }, '2026-03-02');
  if (session?.kind !== 'citizen') throw new Error('no session');
  return session;
};
const whose = (agent: string) => ({ agent, reach: { kind: 'own' as const, agents: [agent] } });

describe('the table of one’s cases', () => {
  const table = (filter = {}, page = { limit: 50 }) => desk.store.listMyTable(whose(lucia), filter, page);

  it('has them all, the latest first, in pages, each once', async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page: Awaited<ReturnType<typeof table>> = await desk.store.listMyTable(
        whose(lucia),
        {},
        { after, limit: 2 },
      );
      seen.push(...page.lines.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after);
    expect(seen.toSorted()).toEqual(ids.toSorted());
    expect(seen.at(-1)).toBe(ids[0]);
    expect(await desk.store.countMyTable(whose(lucia), {})).toBe(5);
  });

  it.each([
    [{ year: 2025 }, 1],
    [{ year: 2024 }, 0],
    [{ type: 'patrocinio' }, 5],
    [{ type: 'nessuno' }, 0],
    [{ state: 'running' as const }, 5],
    [{ state: 'concluded' as const }, 0],
    [{ text: 'erbe' }, 1],
    [{ text: 'PRATO della vàlle' }, 5],
    [{ text: '2025' }, 1],
    // As one wrote the subject oneself.
    [{ text: 'Bonfante' }, 5],
    [{ text: '.*' }, 5],
    [{ text: 'altri' }, 0],
  ])('narrowed by %j: %i', async (filter, expected) => {
    expect((await table(filter)).lines).toHaveLength(expected);
    expect(await desk.store.countMyTable(whose(lucia), filter)).toBe(expected);
  });

  it('offers the types and years of which there are cases', async () =>
    expect(await desk.store.myTableChoices(whose(lucia))).toEqual({ types: ['patrocinio'], years: [2026, 2025] }));
});

describe('who looked at my data', () => {
  const anna = staff('officer', 'gabinetto-sindaco', { member: 'anna' });

  it('each look is written down for the parties, by office and role, and once within a quarter of an hour', async () => {
    const view = await desk.store.findCase(ids[1] ?? '', all);
    if (!view) throw new Error('no case');
    const parts = { looks, organisation: () => organisation };
    await noteLook(anna, view, parts);
    await noteLook(anna, view, parts);
    await noteLook(anna, view, parts, view.documents[0]?.record);
    await desk.store.findIdentities(ids[1] ?? '', all, officer, { role: 'officer', unit: 'gabinetto-sindaco' });
    // Who is a party themselves looks at their own.
    await noteLook(await sessionOf(lucia), view, parts);
    const { items } = await looks.list(lucia, undefined);
    expect(items.map(({ kind, as }) => [kind, as])).toEqual([
      ['identity.read', { role: 'officer', unit: 'gabinetto-sindaco' }],
      ['document.read', { role: 'officer', unit: 'gabinetto-sindaco' }],
      ['case.read', { role: 'officer', unit: 'gabinetto-sindaco' }],
    ]);
    expect(items[1]?.document).toBe('Istanza');
    expect(JSON.stringify(items)).not.toContain('anna');
    // Nobody else reads of it.
    expect((await looks.list(ugo, undefined)).items).toEqual([]);
  });

  it('a document that was opened from the register is a look at the case that it lies in', async () => {
    const registrar = staff('frontOffice', null, { member: 'bruno' });
    const parts = { looks, organisation: () => organisation, procedures: desk.store, pool: desk.pool };
    const view = await desk.store.findCase(strange, all);
    await noteLookAtDocument(registrar, view?.documents[0]?.record ?? '', parts);
    await noteLookAtDocument(registrar, 'nessuno', parts);
    await noteLookAtDocument(await sessionOf(ugo), view?.documents[0]?.record ?? '', parts);
    expect((await looks.list(ugo, undefined)).items.map(({ kind, as, document }) => [kind, as, document])).toEqual([
      ['document.read', { role: 'frontOffice', unit: null }, 'Istanza'],
    ]);
  });

  it('comes in pages', async () => {
    const first = await looks.list(lucia, undefined, 2);
    expect(first.items).toHaveLength(2);
    expect((await looks.list(lucia, first.next ?? undefined, 2)).items).toHaveLength(1);
  });
});

describe('what people say of themselves', () => {
  const who = () => ({ agent: lucia, by: lucia });

  it('contacts are changed with their history, and read by nobody else', async () => {
    expect(await own.saveContacts(who(), { email: 'nuova@example.org', phone: '+390491234567' })).toBe(2);
    expect(await own.saveContacts(who(), { email: 'nuova@example.org', phone: '+390491234567' })).toBe(0);
    expect((await own.profile(lucia))?.contacts).toEqual({ email: 'nuova@example.org', phone: '+390491234567' });
    const { items } = await own.contactChanges(lucia);
    expect(items).toMatchObject([
      {
        changes: [
          { field: 'email', before: 'lucia@example.org', after: 'nuova@example.org' },
          { field: 'phone', before: null },
        ],
      },
    ]);
    expect((await desk.pool.query('SELECT FROM eli4u.contact_change')).rowCount).toBe(0);
    // The audit says which fields, not what they held: it stays when they are erased.
    const { rows } = await desk.owner.query(`SELECT details FROM eli4u.audit_event WHERE action = 'contacts.changed'`);
    expect(rows).toEqual([{ details: { fields: ['email', 'phone'] } }]);
  });

  it('a consent is given once and withdrawn as easily, and both stay', async () => {
    expect(await own.setConsent(who(), 'opinion', true)).toBe(true);
    expect(await own.setConsent(who(), 'opinion', true)).toBe(false);
    expect(await own.setConsent(who(), 'opinion', false)).toBe(true);
    await own.setConsent(who(), 'suggestions', true);
    expect((await own.consents(lucia)).map(({ purpose, withdrawnAt }) => [purpose, withdrawnAt !== null])).toEqual([
      ['suggestions', false],
      ['opinion', true],
    ]);
  });

  it('a copy has all of it, for programs and for people, and nothing of anybody else', async () => {
    await own.setLanguage(who(), 'en');
    const session = await sessionOf(lucia);
    const delegations = createDelegationStore({ ...desk, scanner: null, ids: createIdSource(desk.pool) });
    const requestDrafts = createRequestDrafts(desk);
    const draft = { type: demoType('patrocinio'), step: '1', answers: { 'a.initiative': ['Festa'] } };
    for (const owner of [lucia, ugo])
      await requestDrafts.save(owner, (owner === lucia ? 'a' : 'b').repeat(32), {
        ...draft,
        isOfPage: () => true,
        takesVersion: true,
      });
    await desk.store.messages.write({
      id: ids.at(-1) ?? '',
      reach: { kind: 'own', agents: [lucia] },
      actor: { kind: 'citizen', id: lucia },
      party: lucia,
      thread: applicantsThread,
      text: 'A che punto siete?',
      idempotency: { client: 'test', key: 'm', requestHash: 'm' },
    });
    const payments = createPaymentStore({ ...desk, pagoPa: null });
    await payments.ask(
      { procedure: ids[0] ?? '', reach: all, actor: officer },
      { owed: { fee: 'diritti', kind: 'fee', due: 'beforeRelease' }, cents: 1250, payer: lucia },
    );
    const parts = {
      requestDrafts,
      payments,
      procedures: desk.store,
      procedureTypes: desk.types,
      ownData: own,
      counter: createCounterStore({ pool: desk.pool, now: desk.now, ids: createIdSource(desk.pool) }),
      looks,
      delegations,
      organisation: () => organisation,
      baseUrl: 'https://eli4u.example',
      today: () => '2026-03-02',
      now: desk.now,
    };
    const data = await ownDataOf({ session, agent: lucia, reach: reachOf(session, organisation), lang: 'it' }, parts);
    if (!data) throw new Error('no data');
    const json = JSON.parse(await whole(ownDataJson(data))) as Record<string, unknown[]>;
    expect(Object.keys(json)).toEqual([
      'format',
      'version',
      'madeAt',
      'controller',
      'identity',
      'contacts',
      'language',
      'consents',
      'cases',
      'drafts',
      'delegations',
      'contactChanges',
      'officeContacts',
      'looks',
    ]);
    expect(json['identity']).toMatchObject({ name: 'Lucia Bonfante', taxCode: 'BNFLCU80A41G224X' });
    expect(json['cases']).toHaveLength(5);
    expect(json['cases']?.[0]).toMatchObject({ documents: [{ title: 'Istanza' }] });
    expect(JSON.stringify(json['cases'])).toContain('"from":"party","text":"A che punto siete?"');
    expect(JSON.stringify(json['cases'])).toContain('"amount":"12,50 €","state":"da pagare"');
    expect(json['drafts']).toMatchObject([{ type: 'patrocinio', answers: { 'a.initiative': ['Festa'] }, files: [] }]);
    expect(json['looks']).toHaveLength(3);
    expect(json['contactChanges']).toHaveLength(1);
    const html = await whole(ownDataHtml(data, 'it'));
    expect(html).toContain('<h2>Pratiche</h2>');
    expect(html.match(/<article>/g)).toHaveLength(6);
    expect(html).toContain('12,50 € · da pagare');
    expect(html).toContain('parte: A che punto siete?');
    for (const text of [JSON.stringify(json), html]) expect(text).not.toMatch(/Ugo|anna/);
  });

  it('what is erased is gone, history and all; what law keeps is told with its number', async () => {
    await desk.store.noteSeen(lucia, ids[0] ?? '');
    await own.erase(who(), ['contacts', 'preferences', 'reading']);
    expect(await own.profile(lucia)).toMatchObject({ contacts: {}, language: null });
    expect((await own.contactChanges(lucia)).items).toEqual([]);
    expect((await own.consents(lucia)).every(({ withdrawnAt }) => withdrawnAt !== null)).toBe(true);
    expect((await desk.owner.query('SELECT FROM eli4u.case_seen')).rowCount).toBe(0);
    expect(await own.keptByLaw(lucia)).toEqual({ cases: 5, running: 5, forEver: 0, dated: [], delegations: 0 });
  });
});

async function whole(parts: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const part of parts) text += part;
  return text;
}
