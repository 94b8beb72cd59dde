import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pagesOfDay } from '#lib/access/counter.ts';
import type { ReachOwn } from '#lib/access/reach.ts';
import { askedFor } from '#lib/relationship/asked-for.ts';
import { createCounterStore, type CounterStore, type NewContact } from '#lib/store/counter/counter-store.ts';
import { createLookStore, type LookStore } from '#lib/store/looks/look-store.ts';
import { createIdSource } from '#lib/store/procedures/id-source.ts';
import { all, aRequest, filed, openTestDesk, type TestDesk } from '#tests/builders/procedure-desk.ts';

let desk: TestDesk;
let counter: CounterStore;
let looks: LookStore;
let lucia: string;
let first: string;

const sheet = {
  heard: 'Dov’è la mia pratica?',
  need: 'state',
  type: null,
  told: 'In istruttoria.',
  outcome: 'answered',
  rating: null,
} as const;
const coming = (change: Partial<NewContact> = {}): NewContact => ({
  agent: lucia,
  member: 'anna',
  unit: 'urp',
  channel: 'counter',
  askedBy: 'self',
  askerName: null,
  ...change,
});
async function begun(change: Partial<NewContact> = {}): Promise<string> {
  const result = await counter.begin(coming(change));
  if (result.kind !== 'begun') throw new Error(result.kind);
  return result.code;
}
const own = (agent: string): ReachOwn => ({ kind: 'own', agents: [agent] });
async function found(written: string, after?: string) {
  const asked = askedFor(written);
  if (!asked) throw new Error(`nothing is asked by ${written}`);
  return counter.search('anna', asked, all, after);
}
const names = async (written: string) => (await found(written)).people.map(({ name }) => name);

beforeAll(async () => {
  desk = await openTestDesk('2026-03-02');
  const ids = createIdSource(desk.pool);
  counter = createCounterStore({ pool: desk.pool, now: desk.now, ids });
  looks = createLookStore(desk.pool, desk.now);
  await desk.owner.query(
    `INSERT INTO eli4u.staff_member (id, name, email) VALUES ('anna', 'Anna Tiso', 'anna@example.org'), ('bruno', 'Bruno Due', 'bruno@example.org')`,
  );
  first = (await filed(desk.store)).id;
  lucia = (await desk.store.findCase(first, all))?.parties[0]?.agent ?? '';
});
afterAll(() => desk.end());

describe('the one field', () => {
  it('finds by name without accents and by its parts, by code, address, telephone and numbers', async () => {
    const agent = {
      kind: 'person',
      name: 'Niccolò D’Àmbrosio',
      taxCode: null,
      contacts: { phone: '+39 049 820 5111', pec: 'Nico@pec.example.org' },
    } as const;
    await filed(desk.store, { parties: [{ role: 'applicant', actsFor: null, agent }] });
    for (const written of ['ambrosio nicc', 'NICCOLÒ', '049 8205111', 'nico@PEC.example.org'])
      expect([written, await names(written)]).toEqual([written, ['Niccolò D’Àmbrosio']]);
    const { procedure } = (await desk.store.findCase(first, all)) ?? {};
    const { number, year } = procedure?.filing.registration ?? { number: 0, year: 0 };
    const { rows } = await desk.pool.query<{ code: string }>(
      'SELECT reference_code AS code FROM eli4u.record WHERE id = $1',
      [first],
    );
    for (const written of ['BNFLCU80A41G224X', 'lucia@example.org', `${number}/${year}`, rows[0]?.code ?? ''])
      expect([written, await names(written)]).toEqual([written, ['Lucia Bonfante']]);
    expect(await names('nessuno così')).toEqual([]);
  });

  it('shows twenty at a time by name, each once', async () => {
    await desk.owner.query(
      `WITH made AS (INSERT INTO eli4u.agent (id, kind, authorised_name, name_key, internal)
         SELECT 'serie' || n, 'person', 'Prova Serie ' || n, 'prova serie ' || n, true FROM generate_series(1, 45) n RETURNING id)
       SELECT count(*) FROM made`,
    );
    await inOfficer(`INSERT INTO eli4u.agent_identity (agent_id) SELECT id FROM eli4u.agent WHERE id LIKE 'serie%'`);
    const seen: string[] = [];
    let after: string | undefined;
    for (let page = 0; page < 4; page++) {
      const { people, next } = await found('serie prov', after);
      seen.push(...people.map(({ id }) => id));
      if (next === null) break;
      after = next;
    }
    expect(seen).toHaveLength(45);
    expect(new Set(seen).size).toBe(45);
  });

  it('is read along the indexes, also under the rule of identities', async () => {
    await desk.owner.query(
      `INSERT INTO eli4u.agent (id, kind, authorised_name, name_key, internal)
       SELECT 'riga' || n, 'person', 'Riga ' || n, 'riga ' || n, true FROM generate_series(1, 5000) n`,
    );
    await inOfficer(
      `INSERT INTO eli4u.agent_identity (agent_id, tax_code, contacts)
       SELECT id, upper(id), jsonb_build_object('email', id, 'pec', id, 'phone', id) FROM eli4u.agent WHERE id LIKE 'riga%'`,
    );
    await desk.owner.query('ANALYZE eli4u.agent; ANALYZE eli4u.agent_identity');
    const client = await desk.pool.connect();
    try {
      await client.query(`BEGIN; SELECT eli4u.act_as('officer', 'anna')`);
      for (const [condition, index] of [
        [`to_tsvector('simple'::regconfig, a.name_key) @@ $1::tsquery`, 'agent_private_words'],
        ['i.tax_code = $1', 'agent_identity_tax_code'],
        ['i.email_key = $1', 'agent_identity_email'],
        ['i.pec_key = $1', 'agent_identity_pec'],
        ['i.phone_key = $1', 'agent_identity_phone'],
      ] as const) {
        const { rows } = await client.query<{ 'QUERY PLAN': string }>(
          `EXPLAIN SELECT FROM eli4u.agent a JOIN eli4u.agent_identity i ON i.agent_id = a.id WHERE a.internal AND a.deleted_at IS NULL AND ${condition}`,
          ['4999'],
        );
        expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain(index);
      }
      await client.query('ROLLBACK');
    } finally {
      client.release();
    }
  });

  it('finds nobody whom only archives speak of, and nothing by a number out of reach', async () => {
    await desk.owner.query(
      `INSERT INTO eli4u.agent (id, kind, authorised_name, name_key, internal) VALUES ('storico', 'person', 'Petrarca Storico', 'petrarca storico', false)`,
    );
    expect(await names('petrarca')).toEqual([]);
    expect(await counter.isKnown('storico')).toBe(false);
    const asked = askedFor('1/2026');
    if (!asked) throw new Error('unreachable');
    expect((await counter.search('anna', asked, { kind: 'some', units: [], types: [] })).people).toEqual([]);
  });
});

const inOfficer = (statement: string) =>
  desk.pool.connect().then(async (client) => {
    try {
      await client.query('BEGIN');
      await client.query(`SELECT eli4u.act_as('system', 'test')`);
      await client.query(statement);
      await client.query('COMMIT');
    } finally {
      client.release();
    }
  });

describe('a contact', () => {
  it('opens the page, is written, ended, and read by whom it was with and by nobody else', async () => {
    expect(await counter.open('anna', lucia)).toBeNull();
    const code = await begun();
    expect(await begun()).toBe(code);
    expect(await counter.open('anna', lucia)).toMatchObject({ code, closedAt: null });
    expect(await counter.open('bruno', lucia)).toBeNull();
    const writing = { code, member: 'anna', sheet, about: first, revision: 1, close: false };
    expect(await counter.write({ ...writing, member: 'bruno' })).toEqual({ kind: 'unknown' });
    expect(await counter.write(writing)).toEqual({ kind: 'written', revision: 2 });
    expect(await counter.write(writing)).toEqual({ kind: 'changed', revision: 2 });
    expect(await counter.write({ ...writing, revision: 2, close: true })).toEqual({ kind: 'written', revision: 3 });
    expect(await counter.write({ ...writing, revision: 3 })).toEqual({ kind: 'unknown' });
    expect(await counter.open('anna', lucia)).toBeNull();
    const [mine] = (await counter.list(lucia, undefined, own(lucia))).items;
    expect(mine).toMatchObject({ code, heard: sheet.heard, cases: [{ id: first, how: 'about' }] });
    expect((await counter.list(lucia, undefined, own('storico'))).items).toEqual([]);
  });

  it('of another day is over', async () => {
    const code = await begun();
    desk.setDay('2026-03-03');
    expect(await counter.open('anna', lucia)).toBeNull();
    expect(await begun()).not.toBe(code);
    desk.setDay('2026-03-02');
  });

  it('with nobody is none', async () => {
    expect(await counter.begin(coming({ agent: 'storico' }))).toEqual({ kind: 'unknown' });
    expect(await counter.begin(coming({ agent: 'nessuno' }))).toEqual({ kind: 'unknown' });
  });
});

describe('looks', () => {
  it('are told to whom they concern: who asked, by which way, once in a quarter of an hour', async () => {
    desk.setDay('2026-03-04');
    await begun({ channel: 'phone', askedBy: 'representative', askerName: 'Davide Zorzi' });
    const asked = { channel: 'phone', askedBy: 'representative' } as const;
    for (let i = 0; i < 2; i++)
      await looks.note({
        member: 'anna',
        kind: 'person.read',
        subject: lucia,
        as: { role: 'frontOffice', unit: 'urp' },
        asked,
      });
    await looks.note({
      member: 'anna',
      kind: 'case.read',
      subject: first,
      as: { role: 'frontOffice', unit: 'urp' },
      asked,
    });
    const told = (await looks.list(lucia, undefined)).items.filter(({ at }) => at.getTime() === desk.now().getTime());
    expect(told.map(({ kind, asked: why, as }) => ({ kind, why, as }))).toEqual([
      { kind: 'case.read', why: asked, as: { role: 'frontOffice', unit: 'urp' } },
      { kind: 'person.read', why: asked, as: { role: 'frontOffice', unit: 'urp' } },
    ]);
  });

  it('of many people in a day raise one alert, and beyond the most open nothing', async () => {
    desk.setDay('2026-03-05');
    const noted = (n: number) =>
      desk.pool.query(
        `INSERT INTO eli4u.audit_event (at, actor, action, subject_id) SELECT $1, 'officer:bruno', 'person.read', 'n' || n FROM generate_series(1, $2::int) n`,
        [desk.now(), n],
      );
    const alerts = async () =>
      (
        await desk.pool.query<{ kind: string }>(
          `SELECT kind FROM eli4u.alert WHERE subject = 'officer:bruno' ORDER BY id`,
        )
      ).rows.map(({ kind }) => kind);
    await noted(pagesOfDay.alertAt - 2);
    await begun({ member: 'bruno' });
    expect(await alerts()).toEqual([]);
    await begun({ member: 'bruno', agent: 'serie1' });
    await begun({ member: 'bruno', agent: 'serie2' });
    expect(await alerts()).toEqual(['frontOffice.manyPages']);
    await noted(pagesOfDay.most);
    expect(await counter.begin(coming({ member: 'bruno', agent: 'serie3' }))).toEqual({ kind: 'tooMany' });
    expect(await alerts()).toEqual(['frontOffice.manyPages', 'frontOffice.tooManyPages']);
    // Who is being served already is served to the end.
    expect(await begun({ member: 'bruno', agent: 'serie2' })).not.toBe('');
  });
});

describe('filing at the counter', () => {
  it('says in one transaction who was identified, by what, in which contact', async () => {
    desk.setDay('2026-03-06');
    const code = await begun();
    const identified = {
      how: 'documentShown',
      document: 'patente',
      lastCharacters: '27XK',
      issuer: 'MIT-UCO',
      expiresOn: '2030-01-01',
      unchanged: false,
    } as const;
    const request = aRequest({
      channel: 'counter',
      identification: 'documentShown',
      parties: [{ role: 'applicant', actsFor: null, agent: { id: lucia } }],
      contact: { code, identified },
    });
    const result = await desk.store.fileProcedure(request, { kind: 'officer', id: 'anna' });
    if (result.kind !== 'filed') throw new Error(result.kind);
    const { id } = result.receipt;
    expect(await counter.filedIn(id, own(lucia))).toMatchObject({
      code,
      identified,
      outcome: 'filed',
      need: 'start',
      type: 'patrocinio',
    });
    expect(await counter.filedIn(id, own('storico'))).toBeNull();
    expect(await counter.filedIn(first, own(lucia))).toBeNull();
    const before = await desk.pool.query('SELECT FROM eli4u.procedure');
    await expect(
      desk.store.fileProcedure(
        { ...request, contact: { code: '00000000-0000-4000-8000-000000000000', identified } },
        { kind: 'officer', id: 'anna' },
      ),
    ).rejects.toThrow(/no contact/);
    expect((await desk.pool.query('SELECT FROM eli4u.procedure')).rowCount).toBe(before.rowCount);
  });
});

describe('a person who is not known yet', () => {
  it('is registered once: by codice fiscale, or by name and birth', async () => {
    const ugo = { kind: 'person', name: 'Ugo Nuovi', taxCode: 'NVUGUO80A01G224T', contacts: {} } as const;
    const registered = await counter.register(ugo, 'anna');
    expect(registered.kind).toBe('registered');
    expect(await counter.register({ ...ugo, name: 'Ugo Altri' }, 'anna')).toEqual({ ...registered, kind: 'known' });
    const birth = { on: '1990-05-01', at: 'Brest', citizenship: 'francese' };
    const anais = {
      kind: 'person',
      name: 'Anaïs Le Goff',
      taxCode: null,
      contacts: {},
      birth,
      another: false,
    } as const;
    expect((await counter.register(anais, 'anna')).kind).toBe('registered');
    expect(await counter.register({ ...anais, name: 'Anais LE GOFF' }, 'anna')).toEqual({ kind: 'similar' });
    expect((await counter.register({ ...anais, another: true }, 'anna')).kind).toBe('registered');
    expect((await found('le goff')).people).toEqual([
      expect.objectContaining({ name: 'Anaïs Le Goff', bornOn: '1990-05-01' }),
      expect.objectContaining({ name: 'Anaïs Le Goff', bornOn: '1990-05-01' }),
    ]);
  });
});
