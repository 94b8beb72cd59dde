import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fascicoloKinds, openedByHand, type HandKind } from '#lib/fascicoli/kind.ts';
import { tendKeeping } from '#lib/jobs/tend-keeping.ts';
import { keepingChecks, remainsOfDestroyed } from '#lib/jobs/verify-keeping.ts';
import { createFascicoli, type Fascicoli } from '#lib/store/fascicoli/fascicoli.ts';
import { acceptDeposit, confirmDeposit, proposeDeposits } from '#lib/store/keeping/deposits.ts';
import { startDisposal } from '#lib/store/keeping/disposals.ts';
import { executeDisposals } from '#lib/store/keeping/execute-disposal.ts';
import { confirmTitle, listHistorical } from '#lib/store/keeping/historical.ts';
import {
  countProposedDeposits,
  listDepositItems,
  listDeposits,
  listDisposalItems,
} from '#lib/store/keeping/list-keeping.ts';
import { transferHistorical } from '#lib/store/keeping/transfer-historical.ts';
import { findRecord } from '#lib/store/reading/find-record.ts';
import { createFascicoloIndex, type FascicoloIndex } from '#lib/store/fascicolo-index/fascicolo-index.ts';
import {
  archivist,
  authorised,
  closedFascicolo,
  comeDue,
  keptFile,
  keyOf,
  statesOf,
} from '#tests/builders/kept-files.ts';
import { openTestDesk, type TestDesk } from '#tests/builders/procedure-desk.ts';

const today = '2026-03-02';
const keeper = archivist(today);
let desk: TestDesk;
let fascicoli: Fascicoli;
let index: FascicoloIndex;
beforeAll(async () => {
  desk = await openTestDesk(today);
  index = createFascicoloIndex(desk);
  fascicoli = createFascicoli({ pool: desk.pool, dataDir: desk.dataDir, types: desk.types, now: desk.now });
});
afterAll(() => desk.end());

const fileOf = (key: string) => path.join(desk.dataDir, 'documents', key);

const closed = (kind: HandKind, bytes?: string) => closedFascicolo(desk, kind, bytes);
const due = (id: string) => comeDue(desk, id);
async function run(disposal: string) {
  const granted = (await statesOf(desk, disposal))['granted'] ?? 0;
  expect(await startDisposal(desk.pool, disposal, granted, keeper)).toBe('started');
  return execute();
}
const execute = () => executeDisposals({ pool: desk.pool, dataDir: desk.dataDir, keeper, grace: 0 });
async function verified(): Promise<void> {
  for (const { says, sql } of keepingChecks)
    expect({ says, wrong: (await desk.pool.query(sql)).rows }).toEqual({ says, wrong: [] });
  expect(await remainsOfDestroyed(desk.pool, desk.dataDir)).toEqual([]);
}

describe('deposit', () => {
  it('lists fascicoli of all five kinds once a year, each by its office; what lies in them follows', async () => {
    const files = [];
    for (const kind of openedByHand) files.push(await closed(kind));
    const procedure = await keptFile(desk, { closedOn: '2025-06-01', phase: 'current', disposition: null });
    expect(await proposeDeposits(desk.pool, keeper)).toBe(2);
    expect(await countProposedDeposits(desk.pool, ['urbanistica'])).toBe(1);
    const lists = await listDeposits(desk.pool, null, null);
    const items = await Promise.all(lists.map(({ id }) => listDepositItems(desk.pool, id, '')));
    const listed = items.flat().map(({ record }) => record);
    expect(listed.toSorted()).toEqual([...files.map(({ id }) => id), procedure.id].toSorted());
    const kinds = await desk.pool.query('SELECT DISTINCT kind FROM eli4u.fascicolo WHERE record_id = ANY($1)', [
      listed,
    ]);
    expect(kinds.rowCount).toBe(fascicoloKinds.length);
    for (const { id } of lists) {
      await confirmDeposit(desk.pool, id, keeper);
      await acceptDeposit(desk.pool, id, null, keeper);
    }
    const moved = files.flatMap(({ id, document, part }) => [id, document, part]).filter((one) => one !== null);
    const { rows } = await desk.pool.query('SELECT DISTINCT phase FROM eli4u.record WHERE id = ANY($1)', [moved]);
    expect(rows).toEqual([{ phase: 'deposit' }]);
    await verified();
  });
});

describe('scarto', () => {
  it.each(openedByHand)('destroys a fascicolo of the kind %s, and says with which permit', async (kind) => {
    const { id, document, storageKey, part } = await closed(kind);
    await due(id);
    await run(await authorised(desk, today));
    expect(existsSync(fileOf(storageKey))).toBe(false);
    expect(await index.find(id, document)).toMatchObject({
      destroyedOn: today,
      permit: { number: '1234-P', on: today },
    });
    expect(await fascicoli.find(id)).toMatchObject({ permit: { number: '1234-P', on: today } });
    expect((await fascicoli.listDocuments(id, {})).items).toMatchObject([{ discarded: true, fileName: null }]);
    if (part) {
      expect(await fascicoli.find(part)).toMatchObject({ permit: { number: '1234-P', on: today } });
      expect((await fascicoli.listDocuments(part, {})).items).toMatchObject([{ discarded: true, fileName: null }]);
    }
    const ids = [id, ...(part ? [part] : [])];
    for (const table of [
      'record:id',
      'fascicolo:record_id',
      'fascicolo_words:record_id',
      'fascicolo_event:record_id',
    ]) {
      const [name, key] = table.split(':');
      const { rows } = await desk.owner.query(`SELECT to_jsonb(t) AS row FROM eli4u.${name} t WHERE ${key} = ANY($1)`, [
        ids,
      ]);
      expect(JSON.stringify(rows)).not.toMatch(/quagliarella/i);
    }
    expect((await fascicoli.list({ words: 'quagliarella' })).items.map((line) => line.id)).not.toContain(id);
    await verified();
  });

  it('waits for a package that is on its way, calls off one that nobody has begun, and says what it waits for', async () => {
    const [begun, idle] = [await closed('affare'), await closed('affare')];
    const sent = await closed('affare');
    for (const { id } of [begun, idle, sent]) await due(id);
    const deliver = (id: string, set: string) =>
      desk.owner.query(`UPDATE eli4u.preservation_delivery SET ${set} WHERE source_id = $1`, [id]);
    await deliver(begun.id, `made_at = now()`);
    await deliver(sent.id, `made_at = now(), sent_at = now(), state = 'sent'`);
    const disposal = await authorised(desk, today);
    const says = async (id: string) =>
      (await listDisposalItems(desk.pool, disposal, '')).find(({ record }) => record === id)?.preservation;
    expect(await says(begun.id)).toBe('underWay');
    expect(await says(idle.id)).toBeNull();
    expect(await run(disposal)).toMatchObject({ destroyed: 1, held: 0, underWay: 2, finished: [] });
    expect(existsSync(fileOf(idle.storageKey))).toBe(false);
    for (const { id, document, storageKey } of [begun, sent]) {
      expect(existsSync(fileOf(storageKey))).toBe(true);
      expect(await index.find(id, document)).toMatchObject({ format: 'json', destroyedOn: null });
    }
    const left = await desk.pool.query(`SELECT FROM eli4u.preservation_delivery WHERE source_id = $1`, [idle.id]);
    expect(left.rowCount).toBe(0);
    await deliver(begun.id, `state = 'refused', ended_at = now(), said = 'no'`);
    expect(await says(begun.id)).toBe('refused');
    await deliver(
      sent.id,
      `state = 'accepted', ended_at = now(), report_hash = 'x', report_bytes = 1, report_storage_key = 'x/x'`,
    );
    expect(await says(sent.id)).toBe('accepted');
    expect(await execute()).toMatchObject({ destroyed: 2, underWay: 0, finished: [disposal] });
    await verified();
  });

  it.each([
    [
      'a message that waits to be registered',
      `INSERT INTO eli4u.mail_message (direction, box, message_id, kind, sender, recipients, subject, noted_at, hash, bytes, storage_key, state)
       VALUES ('in', 'b', $1, 'mail', '[]', '[]', 's', now(), 'h', 1, $1, 'toRegister')`,
    ],
    [
      'a report of preservation',
      `INSERT INTO eli4u.preservation_delivery (kind, source_id, submission, package_id, state, made_at, sent_at, ended_at, report_hash, report_bytes, report_storage_key)
       VALUES ('dailyRegister', $1, 1, $1, 'accepted', now(), now(), now(), 'h', 1, $1)`,
    ],
    [
      'a daily register',
      `INSERT INTO eli4u.daily_register (register, day, n, made_at, registrations, changes, hash, bytes, storage_key, seal, deliver_by)
       VALUES ('altro', '2020-01-01', 1, now(), 0, 0, 'h', 1, $1, 's', '2020-01-02')`,
    ],
  ])('leaves bytes that are also %s, and opens them as a document of the fascicolo no more', async (_says, sql) => {
    const { id, document, storageKey } = await closed('affare');
    await due(id);
    await desk.owner.query(sql, [storageKey]);
    await run(await authorised(desk, today));
    expect(existsSync(fileOf(storageKey))).toBe(true);
    expect(await index.find(id, document)).toMatchObject({ destroyedOn: today, permit: { number: '1234-P' } });
    const { rows } = await desk.pool.query('SELECT outcome FROM eli4u.disposal_file WHERE record_id = $1', [id]);
    expect(rows).toEqual([{ outcome: 'shared' }]);
    await verified();
  });

  it('takes with a document the messages that carried it', async () => {
    const { id, document } = await keptFile(desk, {});
    const carrier = keyOf('lettera');
    await mkdir(path.dirname(fileOf(carrier)), { recursive: true });
    await writeFile(fileOf(carrier), 'lettera');
    await desk.owner.query(
      `INSERT INTO eli4u.mail_message (direction, box, message_id, kind, sender, recipients, subject, noted_at, hash, bytes, storage_key, state, register, year, number)
       SELECT 'out', 'b', 'lettera', 'pec', '[]', '[]', 's', now(), 'h', 1, $2, 'sent', protocol_register, protocol_year, protocol_number
         FROM eli4u.document WHERE record_id = $1`,
      [document, carrier],
    );
    await run(await authorised(desk, today));
    expect((await desk.pool.query(`SELECT state FROM eli4u.disposal_item WHERE record_id = $1`, [id])).rows).toEqual([
      { state: 'destroyed' },
    ]);
    expect(existsSync(fileOf(carrier))).toBe(false);
    await verified();
  });
});

describe('historical section', () => {
  it.each(openedByHand)(
    'takes a fascicolo of the kind %s after 40 years, with a title that names nobody',
    async (kind) => {
      const { id } = await closed(kind);
      await desk.owner.query(`UPDATE eli4u.record SET title = 'Ponte di Quagliarella Zenobia' WHERE id = $1`, [id]);
      await desk.owner.query(
        `UPDATE eli4u.document SET flow = 'in', sender = '[{"name":"Zenobia Quagliarella"}]' WHERE record_id IN (
         SELECT record_id FROM eli4u.procedure_document WHERE procedure_id = $1)`,
        [id],
      );
      const old = (set: string) => desk.owner.query(`UPDATE eli4u.record SET ${set} WHERE id = $1`, [id]);
      await old(`closed_on = '1980-05-05', date_end = '1980-05-05', phase = 'deposit'`);
      const job = { pool: desk.pool, dataDir: desk.dataDir, now: () => keeper.now };
      await tendKeeping(job, () => undefined);
      const lineOf = async () => (await listHistorical(desk.pool, '', keeper, 100)).find(({ record }) => record === id);
      // Selection is not done.
      expect(await lineOf()).toBeUndefined();
      await old(`disposition = 'keep'`);
      await tendKeeping(job, () => undefined);
      const line = await lineOf();
      expect(line?.publicTitle).not.toMatch(/quagliarella/i);
      expect(line?.publicTitle).toMatch(/^Titolo VI, classe 5/);
      const confirm = (title: string) =>
        confirmTitle(desk.pool, { record: id, title, sensitivity: 'none', despiteWords: false }, keeper);
      expect(await confirm('Ponte di Zenobia Quagliarella')).toMatchObject({ kind: 'names' });
      expect(await confirm('Ponte sul Piovego')).toEqual({ kind: 'confirmed' });
      expect(await transferHistorical(desk.pool, keeper)).toMatchObject({ affairs: 1 });
      const found = await findRecord(desk.pool, id);
      expect(found).toMatchObject({ state: 'found', value: { id, title: 'Ponte sul Piovego' } });
      expect(JSON.stringify(found)).not.toMatch(/quagliarella/i);
      await verified();
    },
  );
});

describe('fascicoli that were taken in before there was a repertorio', () => {
  it('are entered with a number within class and year, and keep their code as a former one', async () => {
    const like = await closed('affare');
    const [id, document] = ['passato1', 'passato2'];
    await desk.owner.query(
      `INSERT INTO eli4u.record (id, repository_id, parent_id, root_id, position, depth, level, unit_type, reference_code, title, object, phase, visibility, opened_on, closed_on)
       SELECT $2, repository_id, parent_id, root_id, 1, depth, 'file', 'fascicolo', '1974-VI/5.118', 'Ponte', 'Ponte', 'deposit', 'hidden', '1974-03-11', '1976-10-04'
         FROM eli4u.record WHERE id = $1`,
      [like.id, id],
    );
    await desk.owner.query(
      `INSERT INTO eli4u.record (id, repository_id, parent_id, root_id, position, depth, level, title, phase, visibility)
       SELECT $2, repository_id, $1, root_id, 1, depth + 1, 'item', 'Domanda', 'deposit', 'hidden' FROM eli4u.record WHERE id = $1`,
      [id, document],
    );
    await desk.owner.query(
      `INSERT INTO eli4u.document (record_id, hash, format, bytes, storage_key, flow)
       SELECT $2, hash, format, bytes, storage_key, flow FROM eli4u.document WHERE record_id = $1`,
      [like.document, document],
    );
    const migration = readFileSync('schemas/database/migrations/0021-keeping-of-all-kinds.sql', 'utf8');
    await desk.owner.query(migration.slice(migration.indexOf('DO $$')));
    expect(await fascicoli.find(id)).toMatchObject({
      code: '1974-VI/5.1',
      kind: 'affare',
      year: 1974,
      number: 1,
      unit: 'urbanistica',
      formerCodes: ['1974-VI/5.118'],
      documents: 1,
    });
    expect((await fascicoli.list({ words: '1974-VI/5.118' })).items.map((line) => line.id)).toEqual([id]);
    expect(await index.find(id, document)).toMatchObject({ format: 'json', destroyedOn: null });
  });
});
