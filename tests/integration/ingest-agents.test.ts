/** Authority records: their versions, their deletion, and two files that describe one agent. */
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPool } from '#lib/store/pool.ts';
import { ead, unit } from '#tests/builders/ead.ts';
import { ingestTexts } from '#tests/builders/ingest.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';

let database: FreshDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await freshDatabase();
  pool = createPool(database.appUrl, { applicationName: 'test', max: 4 });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const eac = (id: string, name: string, history = '') =>
  `<eac xmlns="https://archivists.org/ns/eac/v2"><control><recordId>${id}</recordId></control><cpfDescription><identity><entityType value="corporateBody"/><nameEntry><part>${name}</part></nameEntry></identity><description><biogHist><p>${history}</p></biogHist></description></cpfDescription></eac>`;
const envelope = (id: string, action: string, day: string, body = '') =>
  `<icar-import xmlns="http://www.san.beniculturali.it/icar-import"><header><systemId>SIA</systemId></header><listRecords><record><recordHeader action="${action}" type="eac"><id>${id}</id>${day && `<lastUpdate>${day}T00:00:00Z</lastUpdate>`}</recordHeader>${body && `<recordBody>${body}</recordBody>`}</record></listRecords></icar-import>`;

interface HeldAgent {
  authorised_name: string;
  stub: boolean;
  gone: boolean;
  history: string | null;
}

async function held(identifier: string): Promise<HeldAgent | undefined> {
  const { rows } = await pool.query<HeldAgent>(
    `SELECT authorised_name, stub, deleted_at IS NOT NULL AS gone, description #>> '{history,0,text}' AS history
       FROM eli4u.agent a JOIN eli4u.agent_identifier i ON i.agent_id = a.id WHERE i.value = $1`,
    [identifier],
  );
  return rows[0];
}

it('a second file of one run with the same record is kept aside; run again, nothing changes', async () => {
  const files = { 'a.xml': eac('EAC-1', 'Ufficio', 'prima'), 'b.xml': eac('EAC-1', 'Ufficio', 'seconda') };
  for (const _ of [1, 2]) {
    const result = await ingestTexts(pool, files);
    expect(result).toMatchObject({ read: 1, quarantined: 1, agents: 1 });
    expect(result.said).toMatchObject([
      { code: 'identity-repeated', severity: 'severe', file: expect.stringMatching(/b\.xml$/) as string },
    ]);
    expect(await held('EAC-1')).toMatchObject({ history: 'prima' });
  }
});

it('what is loaded of a file stays when something else in it is kept aside', async () => {
  const mixed = envelope('EAC-2', 'insert', '', eac('EAC-2', 'Magistrato')).replace(
    '</listRecords>',
    '<record><recordHeader action="insert"><id>X</id></recordHeader><recordBody><unknown/></recordBody></record></listRecords>',
  );
  expect(await ingestTexts(pool, { 'mixed.xml': mixed })).toMatchObject({ read: 1, quarantined: 1, agents: 1 });
  expect(await held('EAC-2')).toMatchObject({ authorised_name: 'Magistrato', stub: false });
});

it('an older version does not undo a newer one', async () => {
  await ingestTexts(pool, { 'n.xml': envelope('EAC-3', 'update', '2026-02-01', eac('EAC-3', 'Nuovo')) });
  const result = await ingestTexts(pool, {
    'o.xml': envelope('EAC-3', 'insert', '2026-01-01', eac('EAC-3', 'Vecchio')),
  });
  expect(result.said.map(({ code }) => code)).toEqual(['older-version']);
  expect(await held('EAC-3')).toMatchObject({ authorised_name: 'Nuovo' });
});

describe('deletion', () => {
  it('of an agent whom nobody names is a tombstone; told twice it changes nothing and is no problem', async () => {
    await ingestTexts(pool, { 'i.xml': envelope('EAC-4', 'insert', '2026-01-01', eac('EAC-4', 'Solo')) });
    for (const _ of [1, 2])
      expect(await ingestTexts(pool, { 'd.xml': envelope('EAC-4', 'delete', '2026-03-01') })).toMatchObject({
        agents: 1,
        deleted: 0,
        problems: 0,
      });
    expect(await held('EAC-4')).toMatchObject({ gone: true });
  });

  it('with a body does not bring it back', async () => {
    const body = eac('EAC-5', 'Con corpo');
    await ingestTexts(pool, { 'i.xml': envelope('EAC-5', 'insert', '2026-01-01', body) });
    await ingestTexts(pool, { 'd.xml': envelope('EAC-5', 'delete', '2026-03-01', body) });
    expect(await held('EAC-5')).toMatchObject({ gone: true });
  });

  it('leaves its name to the records that bear it', async () => {
    await ingestTexts(pool, {
      'i.xml': envelope('EAC-6', 'insert', '2026-01-01', eac('EAC-6', 'Produttore', 'storia')),
    });
    const did = '<origination><corpname identifier="EAC-6"><part>Produttore</part></corpname></origination>';
    await ingestTexts(pool, { 'r.xml': ead({ recordid: 'with-creator', children: [unit('A', { did })] }) });
    await ingestTexts(pool, { 'd.xml': envelope('EAC-6', 'delete', '2026-03-01') });
    expect(await held('EAC-6')).toEqual({ authorised_name: 'Produttore', stub: true, gone: false, history: null });
  });

  it('of a fonds holds until its file is read again', async () => {
    const file = { 'f.xml': ead({ recordid: 'FONDO-1', children: [unit('A')] }) };
    await ingestTexts(pool, file);
    const deletion = { 'd.xml': envelope('FONDO-1', 'delete', '').replace('type="eac"', 'cascade="true"') };
    expect(await ingestTexts(pool, deletion)).toMatchObject({ deleted: 2, problems: 0 });
    expect(await ingestTexts(pool, deletion)).toMatchObject({ deleted: 0, problems: 0 });
    expect(await ingestTexts(pool, file)).toMatchObject({ read: 2, created: 2, unchanged: 0 });
    expect(await ingestTexts(pool, file)).toMatchObject({ read: 2, unchanged: 2 });
  });
});
