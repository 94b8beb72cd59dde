import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evolve } from '#lib/procedures/cases/evolve.ts';
import type { Procedure } from '#lib/procedures/cases/procedure.ts';
import { keepingChecks, remainsOfDestroyed } from '#lib/jobs/verify-keeping.ts';
import { proposeDisposal, startDisposal } from '#lib/store/keeping/disposals.ts';
import { executeDisposals } from '#lib/store/keeping/execute-disposal.ts';
import { liftHold, listHolds, setHold } from '#lib/store/keeping/legal-holds.ts';
import { createFascicoloIndex } from '#lib/store/fascicolo-index/fascicolo-index.ts';
import { all, openTestDesk, type TestDesk } from '#tests/builders/procedure-desk.ts';
import {
  archivist,
  authorised,
  closedFascicolo,
  comeDue,
  keptFile,
  statesOf,
  type KeptFile,
} from '#tests/builders/kept-files.ts';

const today = '2026-03-02';
const keeper = archivist(today);
let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk(today);
});
afterAll(() => desk.end());

const fileOf = (key: string) => path.join(desk.dataDir, 'documents', key);
const execute = () => executeDisposals({ pool: desk.pool, dataDir: desk.dataDir, keeper, grace: 0 });

async function start(disposal: string): Promise<void> {
  const granted = (await statesOf(desk, disposal))['granted'] ?? 0;
  expect(await startDisposal(desk.pool, disposal, granted, keeper)).toBe('started');
}

async function verified(): Promise<void> {
  for (const { says, sql } of keepingChecks)
    expect({ says, wrong: (await desk.pool.query(sql)).rows }).toEqual({ says, wrong: [] });
  expect(await remainsOfDestroyed(desk.pool, desk.dataDir)).toEqual([]);
}

const everyRow = async (table: string): Promise<string> =>
  JSON.stringify((await desk.owner.query(`SELECT to_jsonb(t) AS row FROM eli4u.${table} t`)).rows);

describe('scarto', () => {
  it('destroys what is granted, spares what is refused, held, permanent or not yet due, and keeps the metadata', async () => {
    const gone = await keptFile(desk, { person: 'Zenobia Quagliarella', taxCode: 'QGLZNB50A41G224Y' });
    const refused = await keptFile(desk, {});
    const held = await keptFile(desk, {});
    const permanent = await keptFile(desk, { disposition: 'keep' });
    const later = await keptFile(desk, { on: '2026-03-03' });
    const derived = path.join(desk.dataDir, 'derived', gone.storageKey);
    await mkdir(derived, { recursive: true });
    await writeFile(path.join(derived, 'preview.png'), 'x');
    await setHold(desk.pool, held.id, 'causa pendente', keeper);
    const disposal = await authorised(desk, today, [refused.id]);
    expect(await statesOf(desk, disposal)).toEqual({ granted: 1, refused: 1 });
    expect(await startDisposal(desk.pool, disposal, 2, keeper)).toBe('wrongNumber');
    expect(existsSync(fileOf(gone.storageKey))).toBe(true);
    await start(disposal);
    expect(await execute()).toMatchObject({ destroyed: 1, held: 0, finished: [disposal] });
    expect(existsSync(fileOf(gone.storageKey))).toBe(false);
    expect(existsSync(derived)).toBe(false);
    for (const one of [refused, held, permanent, later]) expect(existsSync(fileOf(one.storageKey))).toBe(true);
    // The protocol register says who sent what for ever (DPR 445/2000 art. 53); nothing else names them any more.
    const everywhere = await Promise.all(
      [
        'record',
        'procedure',
        'procedure_event',
        'procedure_words',
        'procedure_document',
        'agent',
        'agent_identity',
        'search_document',
      ].map(everyRow),
    );
    for (const rows of everywhere) expect(rows).not.toMatch(/quagliarella|QGLZNB/i);
    const { rows } = await desk.pool.query(
      `SELECT r.title, r.closed_on, d.hash, d.bytes::integer AS bytes, d.protocol_number IS NOT NULL AS registered, s.permit_number
         FROM eli4u.record r JOIN eli4u.document d ON d.record_id = $2 JOIN eli4u.disposal_item i ON i.record_id = r.id AND i.state = 'destroyed'
         JOIN eli4u.disposal s ON s.id = i.disposal_id WHERE r.id = $1`,
      [gone.id, gone.document],
    );
    expect(rows[0]).toMatchObject({ closed_on: '2005-05-05', registered: true, permit_number: '1234-P' });
    const view = await desk.store.findCase(gone.id, all);
    const events = await desk.store.listEvents(gone.id, all);
    expect(events?.events.reduce<Procedure | null>((before, { event }) => evolve(before, event), null)).toEqual(
      view?.procedure,
    );
    const index = createFascicoloIndex(desk);
    expect(await index.find(gone.id, gone.document)).toMatchObject({ permit: { number: '1234-P' } });
    expect(await (await index.find(gone.id, gone.document))?.present()).toBeNull();
    await verified();
  });

  it('forgets nobody whom a permit to read still names, and keeps a request while somebody reads by its permit', async () => {
    const gone = await keptFile(desk, { person: 'Ermete Zanchetta', taxCode: 'ZNCRMT50A01G224X' });
    const request = await keptFile(desk, { person: 'Altra Persona', taxCode: 'PRSLTR50A41G224Y' });
    const agentOf = async (id: string) =>
      (
        await desk.pool.query<{ agent: string }>('SELECT applicant_agent AS agent FROM eli4u.procedure WHERE id = $1', [
          id,
        ])
      ).rows[0]?.agent ?? '';
    const reader = await agentOf(gone.id);
    const permit = (until: string) =>
      desk.pool.query(
        `INSERT INTO eli4u.reading_permit (procedure_id, agent_id, record_id, kind, until, act, given_at, given_by)
         VALUES ($1, $2, $1, 'deposit', $3, 'Det. 1/2026', now(), 'officer:paolo')`,
        [request.id, reader, until],
      );
    await permit(today);
    const identified = async () => {
      const { rows } = await desk.owner.query<{ name: string; deleted: boolean }>(
        'SELECT authorised_name AS name, deleted_at IS NOT NULL AS deleted FROM eli4u.agent WHERE id = $1',
        [reader],
      );
      return rows[0];
    };
    const disposal = await authorised(desk, today);
    const { rows: listed } = await desk.pool.query<{ id: string }>(
      'SELECT record_id AS id FROM eli4u.disposal_item WHERE disposal_id = $1 ORDER BY 1',
      [disposal],
    );
    const ids = listed.map(({ id }) => id);
    expect(ids).toContain(gone.id);
    expect(ids).not.toContain(request.id);
    await start(disposal);
    await execute();
    expect(await identified()).toEqual({ name: 'Ermete Zanchetta', deleted: false });
    // Once nobody reads by it any more, the request goes like any other, and its reader with it.
    await desk.pool.query(
      `UPDATE eli4u.reading_permit SET revoked_at = now(), revoked_by = 'officer:paolo', revoked_reason = 'fine' WHERE procedure_id = $1`,
      [request.id],
    );
    await start(await authorised(desk, today));
    expect(await execute()).toMatchObject({ destroyed: 1 });
    expect(await identified()).toEqual({ name: '(scartato)', deleted: true });
    await verified();
  });

  it('reaches the former versions of a document too: their bytes, what they were called, why they were replaced', async () => {
    const gone = await keptFile(desk, { phase: 'current' });
    const version = (words: string) => ({
      bytes: Buffer.from(`%PDF-1.7 ${words}`),
      format: 'pdf',
      fileName: `${words}.pdf`,
    });
    const officer = { kind: 'officer', id: 'anna' } as const;
    const added = await desk.store.addDocument({
      id: gone.id,
      reach: all,
      actor: officer,
      expected: null,
      document: { ...version('bozza di Quagliotto'), kind: 'other', code: null, title: 'Bozza', flow: 'internal' },
    });
    const record = added.kind === 'added' ? added.record : '';
    for (const words of ['seconda di Quagliotto', 'terza']) {
      const file = version(words);
      const reason = 'lo chiede Quagliotto';
      await desk.store.replaceDocument({
        id: gone.id,
        record,
        reach: all,
        actor: officer,
        file,
        reason,
        expected: null,
      });
    }
    const { rows: keys } = await desk.pool.query<{ key: string }>(
      `SELECT storage_key AS key FROM eli4u.document_version WHERE record_id = $1 UNION SELECT storage_key FROM eli4u.document WHERE record_id = $1`,
      [record],
    );
    expect(keys.map(({ key }) => existsSync(fileOf(key)))).toEqual([true, true, true]);
    await desk.owner.query(
      `UPDATE eli4u.record SET phase = 'deposit', date_end = '2005-05-05' WHERE id = $1 OR parent_id = $1`,
      [gone.id],
    );
    await start(await authorised(desk, today));
    await execute();
    expect(keys.map(({ key }) => existsSync(fileOf(key)))).toEqual([false, false, false]);
    expect(await everyRow('document_version')).not.toMatch(/quagliotto/i);
    expect(await desk.store.listVersions(gone.id, record, all)).toMatchObject([
      { version: 3, destroyedOn: today },
      { version: 2, destroyedOn: today, reason: null, fileName: null },
      { version: 1, destroyedOn: today, fileName: null },
    ]);
    expect(await desk.store.openVersion(gone.id, record, 1, all)).toBeNull();
    await verified();
  });

  it('lets nobody rewrite a case that is not being destroyed', async () => {
    const { id } = await keptFile(desk, { disposition: 'keep' });
    await expect(
      desk.pool.query(`UPDATE eli4u.procedure_event SET payload = '{}' WHERE procedure_id = $1`, [id]),
    ).rejects.toThrow('append-only');
    await expect(desk.pool.query('DELETE FROM eli4u.procedure_party WHERE procedure_id = $1', [id])).rejects.toThrow(
      'not being destroyed',
    );
  });

  it('holds back at the very end what came under a legal hold after the authorisation', async () => {
    const late = await keptFile(desk, {});
    const disposal = await authorised(desk, today);
    await start(disposal);
    await setHold(desk.pool, late.document, 'sequestro del documento', keeper);
    await execute();
    expect((await statesOf(desk, disposal))['held']).toBe(1);
    expect(existsSync(fileOf(late.storageKey))).toBe(true);
    const [hold] = await listHolds(desk.pool, null, 1);
    expect(await liftHold(desk.pool, hold?.id ?? '', 'causa decisa', keeper)).toBe(true);
    await verified();
  });

  it('leaves content to the document that still lives, and takes it with the last', async () => {
    const one = await keptFile(desk, { bytes: '{"same":1}' });
    const other = await keptFile(desk, { bytes: '{"same":1}', on: '2027-01-01' });
    expect(one.storageKey).toBe(other.storageKey);
    await start(await authorised(desk, today));
    await execute();
    expect(existsSync(fileOf(one.storageKey))).toBe(true);
    await verified();
    const { rows } = await desk.pool.query('SELECT outcome FROM eli4u.disposal_file WHERE record_id = $1', [one.id]);
    expect(rows).toEqual([{ outcome: 'shared' }]);
    await desk.owner.query(`UPDATE eli4u.record SET disposition_on = '2020-01-01' WHERE id = $1`, [other.id]);
    await start(await authorised(desk, today));
    await execute();
    expect(existsSync(fileOf(one.storageKey))).toBe(false);
    await verified();
  });

  it('wants the Ministero dell’interno for what is under limits of consultation', async () => {
    const { id } = await keptFile(desk, {});
    await desk.owner.query(
      `UPDATE eli4u.record SET sensitivity = 'healthSexFamily', consultable_from = '2075-01-01' WHERE id = $1`,
      [id],
    );
    const disposal = await authorised(desk, today);
    const { rows } = await desk.pool.query('SELECT state, reason FROM eli4u.disposal_item WHERE record_id = $1', [id]);
    expect(rows).toEqual([{ state: 'refused', reason: 'manca l’autorizzazione del Ministero dell’interno' }]);
    await start(disposal);
    await execute();
    await desk.owner.query(`UPDATE eli4u.record SET disposition = 'keep', disposition_on = NULL WHERE id = $1`, [id]);
  });

  it('leaves each item done or not done when it is killed in the middle, goes on, and reports what is so', async () => {
    const files: KeptFile[] = [];
    for (let i = 0; i < 12; i++) {
      const bytes = i % 4 === 3 ? '{"thrice":1}' : `{"i":${i}}`;
      // Of every kind: each is emptied in its own way.
      const kind = (['affare', 'attivita', 'personaGiuridica'] as const)[i];
      if (kind) {
        const file = await closedFascicolo(desk, kind, bytes);
        await comeDue(desk, file.id);
        files.push(file);
      } else {
        const [person, taxCode] = [`Tizio Numerotrenta${i}`, `TZINMR50A41G2${10 + i}X`];
        files.push(await keptFile(desk, { bytes, person, taxCode }));
      }
    }
    const spared = await keptFile(desk, {});
    const disposal = await authorised(desk, today, [spared.id]);
    await start(disposal);
    let killed = 0;
    for (let turn = 0; turn < 40; turn++) {
      // At another moment each time, and later and later: on a busy machine too it gets to the end.
      const signal = await runChild(20 + ((turn * 13) % 37) + turn * 8);
      const states = await statesOf(desk, disposal);
      if (signal === 'SIGKILL') killed++;
      expect(states['destroying'] ?? 0).toBeLessThanOrEqual(1);
      for (const { id, storageKey } of files) {
        const { rows } = await desk.pool.query<{ state: string; live: number }>(
          `SELECT i.state, (SELECT count(*)::integer FROM eli4u.document d WHERE d.storage_key = $2 AND d.destroyed_at IS NULL) AS live
             FROM eli4u.disposal_item i WHERE i.record_id = $1 AND i.disposal_id = $3`,
          [id, storageKey, disposal],
        );
        const [item] = rows;
        // What lives has its bytes; what is said to be destroyed has none.
        if (item && item.live > 0) expect(existsSync(fileOf(storageKey))).toBe(true);
        if (item?.state === 'destroyed' && item.live === 0) expect(existsSync(fileOf(storageKey))).toBe(false);
      }
      await verified();
      if (signal === null) break;
    }
    expect(killed).toBeGreaterThan(4);
    expect(await statesOf(desk, disposal)).toEqual({ destroyed: 12, refused: 1 });
    const { rows } = await desk.pool.query<{ outcome: string; n: number }>(
      'SELECT outcome, count(*)::integer AS n FROM eli4u.disposal_file WHERE disposal_id = $1 GROUP BY 1 ORDER BY 1',
      [disposal],
    );
    expect(rows).toEqual([
      { outcome: 'removed', n: 10 },
      { outcome: 'shared', n: 2 },
    ]);
    expect(existsSync(fileOf(spared.storageKey))).toBe(true);
    const audited = await desk.pool.query(
      `SELECT FROM eli4u.audit_event WHERE action = 'disposal.destroy' AND details ->> 'disposal' = $1`,
      [disposal],
    );
    expect(audited.rowCount).toBe(12);
    // What is gone is proposed no more; what was refused may be, the next time.
    const next = await proposeDisposal(desk.pool, keeper);
    expect(next === null ? {} : Object.keys(await statesOf(desk, next))).toEqual(['proposed']);
  }, 180_000);
});

/** @returns the signal that ended it */
const runChild = (dieAt: number): Promise<NodeJS.Signals | null> =>
  new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [
        '--import',
        'tsx',
        'tests/builders/execute-disposal-child.ts',
        desk.database.appUrl,
        desk.dataDir,
        today,
        String(dieAt),
      ],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
    child.on('exit', (code, signal) => (code ? reject(new Error(`the child failed: ${code}`)) : resolve(signal)));
  });
