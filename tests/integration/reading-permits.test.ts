/** Reading before the law's day: asked for from the page of a described unit, granted to one person for a time (D.Lgs. 42/2004 arts. 123, 124). */
import { createHash } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isInForce, mayReadByPermit } from '#lib/access/reading-permits.ts';
import type { CitizenSession } from '#lib/access/session.ts';
import { keepDocument } from '#lib/store/documents/keep.ts';
import { countPermits, findPermit, listPermits, type PermitsQuery } from '#lib/store/reading-permits/all-permits.ts';
import { givePermit } from '#lib/store/reading-permits/give-permit.ts';
import { permitsFor, permitsOfProcedure } from '#lib/store/reading-permits/list-permits.ts';
import { listPermitted, openPermitted } from '#lib/store/reading-permits/permitted-documents.ts';
import { revokePermit } from '#lib/store/reading-permits/revoke-permit.ts';
import { createReadingStore } from '#lib/store/reading/reading-store.ts';
import { restrict } from '#lib/store/visibility/restrict.ts';
import { ead, unit } from '#tests/builders/ead.ts';
import { ingestTexts } from '#tests/builders/ingest.ts';
import { all, aRequest, does, filed, openTestDesk, wayTo, type TestDesk } from '#tests/builders/procedure-desk.ts';

const today = '2026-11-26';
const canary = 'Zaccaria Canarini';
let desk: TestDesk;
let secret: string;
let free: string;
let deposited: string;

const idOf = async (title: string): Promise<string> =>
  (await desk.pool.query<{ id: string }>('SELECT id FROM eli4u.record WHERE title = $1', [title])).rows[0]?.id ?? '';
const keeper = () => ({ by: 'officer:paolo', now: desk.now(), today });

beforeAll(async () => {
  desk = await openTestDesk(today);
  await ingestTexts(desk.pool, {
    'hospital.xml': ead({
      recordid: 'hospital',
      children: [
        unit('Cartella clinica', { level: 'file', did: '<unitdate normal="1970-06-30">1970</unitdate>' }),
        unit('Registro delle entrate', { level: 'file', did: '<unitdate normal="1800-01-01">1800</unitdate>' }),
      ],
    }),
  });
  secret = await idOf('Cartella clinica');
  free = await idOf('Registro delle entrate');
  await restrict(
    desk.pool,
    {
      record: secret,
      sensitivity: 'healthSexFamily',
      closed: null,
      reason: 'dati sulla salute',
      inherits: false,
      by: 'officer:paolo',
      at: desk.now(),
    },
    today,
  );
  const kept = await keepDocument(desk.dataDir, Buffer.from('diario clinico'));
  await desk.pool.query(
    `INSERT INTO eli4u.document (record_id, hash, format, bytes, storage_key) VALUES ($1, $2, 'txt', 14, $3)`,
    [secret, createHash('sha256').update('diario clinico').digest('hex'), kept.storageKey],
  );
  deposited = (await filed(desk.store, { subject: `Patrocinio per ${canary}` })).id;
});
afterAll(() => desk.end());

const asking = (type: string, units: string[], answers = {}) =>
  aRequest({
    type,
    channel: 'pec',
    answers: { units, topic: 'Sanità', purpose: 'Storia delle cure', period: '1960-1980', ...answers },
    subject: `Ricerca di ${canary}`,
    place: null,
    aboutRecord: units[0] ?? null,
  });

async function reasonsOf(type: string, units: string[]): Promise<string[]> {
  const result = await desk.store.fileProcedure(asking(type, units), { kind: 'system' });
  return result.kind === 'refused' ? result.reasons.map(({ code }) => code) : [result.kind];
}

async function grant(type: string, units: string[], way: readonly (readonly [string, ...string[]])[], answers = {}) {
  const { id } = await filed(desk.store, asking(type, units, answers));
  for (const [to, ...found] of way)
    await does(desk.store, id, (procedure) => wayTo(procedure, to, ...(found as Parameters<typeof wayTo>[2][])));
  const view = await desk.store.findCase(id, all);
  const reader: CitizenSession = {
    kind: 'citizen',
    agent: view?.parties[0]?.agent ?? '',
    name: 'Lucia Bonfante',
    isBody: false,
    knownBy: 'digitalIdentity',
    represents: [],
    delegatedBy: [],
  };
  return { id, reader, procedure: view?.procedure };
}

describe('a request names units that the public knows of', () => {
  it('a described one', async () => expect(await reasonsOf('consultazione-riservata', [secret])).toEqual(['filed']));
  it('not one that can be read already', async () =>
    expect(await reasonsOf('consultazione-riservata', [free])).toEqual(['readAlready']));
  it('a hidden one and one that never was get the same answer', async () => {
    expect(await reasonsOf('consultazione-riservata', [deposited])).toEqual(['unknownUnit']);
    expect(await reasonsOf('consultazione-riservata', ['zzzzzzzz'])).toEqual(['unknownUnit']);
    const said = async (id: string) => {
      const result = await desk.store.fileProcedure(asking('consultazione-archivio', [id]), { kind: 'system' });
      return JSON.stringify(result).replaceAll(id, 'X');
    };
    expect(await said(deposited)).toBe(await said('zzzzzzzz'));
  });
});

const toAuthorisation = [
  ['completenessCheck'],
  ['unitCheck', 'documentsComplete'],
  ['ministryAuthorisation', 'requirementsMet'],
  ['decision', 'requirementsMet'],
  ['notification'],
  ['granted', 'requirementsMet'],
] as const;

describe('a granted request', () => {
  it('opens what was granted to one person, until a day, and writes down who read', async () => {
    const { id, reader, procedure } = await grant('consultazione-riservata', [secret], toAuthorisation);
    expect(procedure).toMatchObject({ outcome: 'granted' });
    const permits = () => permitsFor(desk.pool, secret, reader.agent);
    const may = async (day: string, who = reader) => mayReadByPermit(who, await permits(), [], day).allowed;
    expect(await may(today)).toBe(false);
    expect(
      await givePermit(
        desk.pool,
        { procedure: id, of: 'reserved', records: [secret], until: '2027-05-31', act: 'Aut. Min. 12/2026' },
        keeper(),
      ),
    ).toEqual({ kind: 'given', count: 1 });
    expect(await may('2027-05-31')).toBe(true);
    expect(await may('2027-06-01')).toBe(false);
    expect(await may(today, { ...reader, agent: 'another' })).toBe(false);

    const reading = await listPermitted(desk.pool, secret, '');
    expect(reading?.documents).toMatchObject([{ record: secret, bytes: 14, destroyed: false }]);
    expect(JSON.stringify(reading)).not.toContain('Canarini');
    const by = { by: `citizen:${reader.agent}`, now: desk.now(), today };
    const opened = await openPermitted(desk.pool, desk.dataDir, { record: secret, document: secret }, by);
    expect(opened && (await text(opened.stream))).toBe('diario clinico');
    expect(await openPermitted(desk.pool, desk.dataDir, { record: free, document: secret }, by)).toBeNull();

    const [line] = await permitsOfProcedure(desk.pool, id);
    expect(await revokePermit(desk.pool, { id: line?.id ?? '', procedure: deposited, reason: 'x' }, keeper())).toBe(
      false,
    );
    expect(await revokePermit(desk.pool, { id: line?.id ?? '', procedure: id, reason: 'diffusione' }, keeper())).toBe(
      true,
    );
    expect(await may(today)).toBe(false);
    const { rows } = await desk.pool.query<{ action: string }>(
      `SELECT action FROM eli4u.audit_event WHERE action LIKE 'reading.%' ORDER BY id`,
    );
    expect(rows.map(({ action }) => action)).toEqual(['reading.permitted', 'reading.opened', 'reading.revoked']);
    // To the public nothing of it shows.
    const seen = await createReadingStore(desk.pool, Date.now).findRecord(secret);
    expect(seen).toMatchObject({ state: 'found', value: { visibility: 'described', digitalObjects: [] } });
    expect(JSON.stringify(seen)).not.toMatch(/Canarini|Bonfante/);
  });

  it('opens a file of the deposit, where the Comune says so, and nothing that is historical', async () => {
    const { id, reader } = await grant(
      'consultazione-deposito',
      [],
      [
        ['completenessCheck'],
        ['unitCheck', 'documentsComplete'],
        ['decision', 'requirementsMet', 'opinionsNotRequired'],
        ['notification'],
        ['granted', 'requirementsMet'],
      ],
      { search: 'Patrocini del 2026', units: undefined },
    );
    const give = (records: string[]) =>
      givePermit(
        desk.pool,
        { procedure: id, of: 'deposit', records, until: '2027-05-31', act: 'det. 40/2026' },
        keeper(),
      );
    expect(await give([deposited, secret])).toEqual({ kind: 'unfit', records: [secret] });
    expect(await permitsFor(desk.pool, deposited, reader.agent)).toEqual([]);
    expect(await give([deposited])).toEqual({ kind: 'given', count: 1 });
    const reading = await listPermitted(desk.pool, deposited, '');
    expect(reading?.documents).toHaveLength(1);
    expect(JSON.stringify(reading)).not.toContain('Canarini');
    expect(await createReadingStore(desk.pool, Date.now).findRecord(deposited)).toBeNull();
  });
});

describe('the list of all permits', () => {
  const list = (query: PermitsQuery, limit?: number) => listPermits(desk.pool, query, today, limit);

  it('tells who reads what, running and ended, as lib/access decides of each', async () => {
    const { items } = await list({});
    expect(items.map(({ of, revoked, reader }) => [of, revoked, reader])).toEqual([
      ['deposit', false, 'Lucia Bonfante'],
      ['reserved', true, 'Lucia Bonfante'],
    ]);
    const given = items[0] ?? expect.fail();
    // Ended by its day, by its outcome, and by what was read having come into the historical section.
    const add = (until: string, procedure: string, record: string, of: string) =>
      desk.pool.query(
        `INSERT INTO eli4u.reading_permit (procedure_id, agent_id, record_id, kind, until, act, given_at, given_by)
         VALUES ($1, $2, $3, $4, $5, 'Autorizzazione già data', now(), 'officer:paolo')`,
        [procedure, given.agent, record, of, until],
      );
    await add('2026-11-25', given.procedure, deposited, 'deposit');
    await add('2026-11-26', given.procedure, deposited, 'deposit');
    await add('2027-11-26', deposited, deposited, 'deposit');
    await add('2027-11-26', given.procedure, free, 'deposit');
    await add('2027-11-26', given.procedure, free, 'reserved');
    const all = (await list({})).items;
    const ids = (lines: readonly { id: string }[]) => lines.map(({ id }) => id);
    expect(ids((await list({ state: 'running' })).items)).toEqual(ids(all.filter((one) => isInForce(one, today))));
    expect(ids((await list({ state: 'ended' })).items)).toEqual(ids(all.filter((one) => !isInForce(one, today))));
    expect(await countPermits(desk.pool, { state: 'running' }, today)).toBe(3);
    expect(await countPermits(desk.pool, {}, today)).toBe(all.length);
    expect(await findPermit(desk.pool, given.id)).toMatchObject({ id: given.id, agent: given.agent });
    expect(await findPermit(desk.pool, '999')).toBeNull();
  });

  it.each([
    ['cartella clin', 1],
    ['bonfante', 7],
    ['canarini ricerca', 6],
    ['AUTORIZZAZIONE gia', 5],
    ['40/2026', 1],
    ['nessuno così', 0],
  ])('is narrowed by words of unit, reader, act and request: %s', async (words, count) => {
    expect((await list({ words })).items).toHaveLength(count);
    expect(await countPermits(desk.pool, { words }, today)).toBe(count);
  });

  it('is read a page at a time, each permit once', async () => {
    const seen: string[] = [];
    for (let before: string | null | undefined; before !== null;) {
      const page = await list({ before }, 2);
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map(({ id }) => id));
      before = page.next;
    }
    expect(seen).toEqual((await list({})).items.map(({ id }) => id));
  });
});

it('a permit is written once', async () => {
  await expect(desk.pool.query(`UPDATE eli4u.reading_permit SET until = '2099-01-01'`)).rejects.toThrow(/not changed/);
  await expect(desk.owner.query('DELETE FROM eli4u.reading_permit')).rejects.toThrow(/not changed/);
});
