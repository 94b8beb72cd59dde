import { noReach } from '#lib/access/reach.ts';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evolve } from '#lib/procedures/cases/evolve.ts';
import type { Procedure } from '#lib/procedures/cases/procedure.ts';
import { keepsDocument } from '#lib/store/documents/read.ts';
import { PublishedTypeChanged, syncTypes } from '#lib/store/procedures/sync-types.ts';
import {
  all,
  aRequest,
  does,
  filed,
  officer,
  openTestDesk,
  wayTo,
  type TestDesk,
} from '#tests/builders/procedure-desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk('2026-03-02');
});
afterAll(() => desk.end());

const count = async (sql: string, values: unknown[] = []): Promise<number> =>
  (await desk.pool.query<{ n: number }>(`SELECT count(*)::integer AS n FROM ${sql}`, values)).rows[0]?.n ?? -1;

describe('filing', () => {
  it('makes fascicolo, document, events, audit and outbox in one', async () => {
    const receipt = await filed(desk.store);
    const { rows } = await desk.pool.query(
      `SELECT r.title, r.object, r.phase, r.visibility, r.level, s.title AS series, s.visibility AS series_visibility, f.title AS fonds
         FROM eli4u.record r JOIN eli4u.record s ON s.id = r.parent_id JOIN eli4u.record f ON f.id = s.parent_id WHERE r.id = $1`,
      [receipt.id],
    );
    expect(rows[0]).toMatchObject({
      phase: 'current',
      visibility: 'hidden',
      level: 'file',
      series_visibility: 'hidden',
      object: 'Patrocinio per la festa di Lucia Bonfante in Prato della Valle',
    });
    expect(rows[0].title).toContain('Prato della Valle');
    expect(rows[0].title).not.toContain('Bonfante');
    const view = await desk.store.findCase(receipt.id, all);
    expect(view?.documents).toHaveLength(1);
    const [request] = view?.documents ?? [];
    expect(request?.registration).toEqual(receipt.registration);
    const { rows: kept } = await desk.pool.query<{ storage_key: string; hash: string }>(
      'SELECT storage_key, hash FROM eli4u.document WHERE record_id = $1',
      [request?.record],
    );
    expect(await keepsDocument(desk.dataDir, kept[0]?.storage_key ?? '', kept[0]?.hash ?? '')).toBe(true);
    expect(await readFile(`${desk.dataDir}/documents/${kept[0]?.storage_key}`, 'utf8')).toBe('{"festa":true}');
    expect(view?.parties).toMatchObject([{ name: 'Lucia Bonfante', role: 'applicant' }]);
    expect(await count(`eli4u.procedure_event WHERE procedure_id = $1`, [receipt.id])).toBe(receipt.version);
    expect(await count(`eli4u.outbox WHERE topic = 'procedure.event' AND payload->>'id' = $1`, [receipt.id])).toBe(
      receipt.version,
    );
    expect(await count(`eli4u.audit_event WHERE action = 'procedure.file' AND subject_id = $1`, [receipt.id])).toBe(1);
  });

  it('is the fold of its events', async () => {
    const { id } = await filed(desk.store);
    await does(desk.store, id, { kind: 'take', by: 'anna' });
    const page = await desk.store.listEvents(id, all);
    const folded = page?.events.reduce<Procedure | null>((before, { event }) => evolve(before, event), null);
    expect(folded).toEqual((await desk.store.findCase(id, all))?.procedure);
  });

  it('gives numbers without gaps, also when requests come at once and some fail', async () => {
    const before = (await filed(desk.store)).registration.number;
    const results = await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        desk.store.fileProcedure(aRequest(i % 3 === 0 ? { channel: 'exOfficio' } : {}), { kind: 'system' }),
      ),
    );
    const numbers = results.flatMap((one) => (one.kind === 'filed' ? [one.receipt.registration.number] : []));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 8 }, (_, i) => before + 1 + i));
    expect(results.filter(({ kind }) => kind === 'refused')).toHaveLength(4);
  });

  it('answers a replayed request with the same receipt, and refuses the key for another', async () => {
    const idempotency = { client: 'suap', key: 'k1', requestHash: 'h1' };
    const twice = await Promise.all(
      [0, 1].map(() => desk.store.fileProcedure(aRequest({ idempotency }), { kind: 'system' })),
    );
    const receipts = twice.map((one) => (one.kind === 'filed' ? one.receipt : null));
    expect(receipts[0]).toEqual(receipts[1]);
    expect(twice.map((one) => one.kind === 'filed' && one.replayed).toSorted()).toEqual([false, true]);
    const other = await desk.store.fileProcedure(aRequest({ idempotency: { ...idempotency, requestHash: 'h2' } }), {
      kind: 'system',
    });
    expect(other.kind).toBe('keyReused');
    const elsewhere = await desk.store.fileProcedure(aRequest({ idempotency: { ...idempotency, client: 'other' } }), {
      kind: 'system',
    });
    expect(elsewhere.kind === 'filed' && !elsewhere.replayed).toBe(true);
  });

  it('lets an identifier of another system name one case', async () => {
    const externalReferences = [{ scheme: 'CUI', value: 'X-1' }];
    const results = await Promise.all(
      [0, 1].map(() => desk.store.fileProcedure(aRequest({ externalReferences }), { kind: 'system' })),
    );
    expect(results.map(({ kind }) => kind).toSorted()).toEqual(['filed', 'referenceTaken']);
    const first = results.find((one) => one.kind === 'filed');
    expect(await desk.store.findByReference('CUI', 'X-1', all)).toBe(first?.kind === 'filed' && first.receipt.id);
    expect(await desk.store.findByReference('CUI', 'X-1', { kind: 'some', units: [], types: null })).toBeNull();
  });

  it('knows a person again by the tax code, and does not overwrite what is known', async () => {
    const [one, two] = [await filed(desk.store), await filed(desk.store)];
    const agents = await Promise.all(
      [one, two].map(async ({ id }) => (await desk.store.findCase(id, all))?.parties.map(({ agent }) => agent)),
    );
    expect(agents[0]).toEqual(agents[1]);
    const [agent = ''] = agents[0] ?? [];
    const { running: mine } = (
      await desk.store.readMine({ agent, reader: agent, reach: all }, { running: { limit: 100 } })
    ).pages;
    expect(mine.lines.map(({ id }) => id)).toEqual(expect.arrayContaining([one.id, two.id]));
  });

  it('registers nothing on an earlier day than before, though the clock was set back', async () => {
    const late = await filed(desk.store);
    desk.setDay('2026-02-20');
    const after = await filed(desk.store);
    expect(after.registration).toEqual({ ...late.registration, number: late.registration.number + 1 });
    // Nor in the register of a year that is over.
    desk.setDay('2025-12-30');
    const before = await filed(desk.store);
    expect(before.registration).toEqual({ ...late.registration, number: late.registration.number + 2 });
    desk.setDay('2026-03-02');
  });
});

describe('acting', () => {
  it('lets one of several officers win and tells the others what changed', async () => {
    const { id, version } = await filed(desk.store);
    const act = (by: string) =>
      desk.store.act({
        id,
        reach: all,
        actor: { kind: 'officer', id: by },
        action: { kind: 'assign', to: by },
        expected: version,
      });
    // Their connections are open, so that they come at once.
    await Promise.all(Array.from({ length: 8 }, () => desk.pool.query('SELECT pg_sleep(0.1)')));
    const results = await Promise.all(['anna', 'bruno', 'carla', 'dino', 'emma', 'furio', 'gina', 'hugo'].map(act));
    expect(results.map(({ kind }) => kind).toSorted()).toEqual([...Array(7).fill('conflict'), 'done']);
    const conflict = results.find((one) => one.kind === 'conflict');
    const done = results.find((one) => one.kind === 'done');
    if (conflict?.kind !== 'conflict' || done?.kind !== 'done') throw new Error('neither');
    expect(conflict.version).toBe(version + 1);
    expect(conflict.since).toMatchObject([{ n: version + 1, event: { kind: 'assigned' } }]);
    expect(conflict.since[0]?.actor).toBe(`officer:${done.procedure.assignee}`);
  });

  it('writes nothing that is refused, and says what is allowed', async () => {
    const { id, version } = await filed(desk.store);
    const before = await count('eli4u.audit_event');
    const result = await desk.store.act({
      id,
      reach: all,
      actor: officer,
      action: { kind: 'advance', to: 'granted', found: [], checked: [] },
      expected: version,
    });
    expect(result.kind).toBe('refused');
    if (result.kind === 'refused') expect(result.allowed.length).toBeGreaterThan(0);
    expect((await desk.store.findCase(id, all))?.procedure.version).toBe(version);
    expect(await count('eli4u.audit_event')).toBe(before);
  });

  it('finds no case out of reach', async () => {
    const { id, version } = await filed(desk.store);
    const reach = { kind: 'some', units: null, types: ['iscrizione-nido'] } as const;
    const action = { kind: 'assign', to: 'anna' } as const;
    expect(await desk.store.act({ id, reach, actor: officer, action, expected: version })).toEqual({ kind: 'unknown' });
    expect(await desk.store.findCase(id, reach)).toBeNull();
    expect(await desk.store.listEvents(id, reach)).toBeNull();
  });

  it('takes a replayed action once', async () => {
    const { id, version } = await filed(desk.store);
    const ask = () =>
      desk.store.act({
        id,
        reach: all,
        actor: officer,
        action: { kind: 'writeNote', text: 'una volta' },
        expected: version,
        idempotency: { client: 'anna', key: `note-${id}`, requestHash: 'h' },
      });
    const [one, two] = [await ask(), await ask()];
    expect(one.kind === 'done' && two.kind === 'done' && two.replayed && !one.replayed).toBe(true);
    expect((await desk.store.findCase(id, all))?.procedure.version).toBe(version + 1);
  });

  it('goes from filing to a closed fascicolo, with its history and what becomes of the record', async () => {
    const { id } = await filed(desk.store);
    const to = (node: string, ...found: Parameters<typeof wayTo> extends [unknown, unknown, ...infer F] ? F : never) =>
      does(desk.store, id, (procedure) => wayTo(procedure, node, ...found));
    let procedure = (await desk.store.findCase(id, all))?.procedure;
    for (const [node, ...found] of [
      ['assignment'],
      ['completenessCheck'],
      ['examination', 'documentsComplete', 'opinionsNotRequired'],
      ['decision', 'requirementsMet'],
      ['notification'],
      ['granted'],
    ] as [string, ...(Parameters<typeof to> extends [unknown, ...infer F] ? F : never)][]) {
      if (procedure?.state === 'running' && procedure.at.node === node) continue;
      procedure = await to(node, ...found);
    }
    expect(procedure).toMatchObject({ state: 'concluded', outcome: 'granted' });
    const view = await desk.store.findCase(id, all);
    expect(view?.activities.every(({ doneOn }) => doneOn !== null)).toBe(true);
    expect(view?.line).toMatchObject({ state: 'concluded', daysLate: 0, clockState: 'stopped', node: null });
    const closed = await does(desk.store, id, {
      kind: 'close',
      unregisteredDocuments: 99,
      postponeRetention: 'piano di conservazione in revisione',
    });
    expect(closed.state).toBe('closed');
    const { rows } = await desk.pool.query('SELECT closed_on FROM eli4u.record WHERE id = $1', [id]);
    expect(rows[0].closed_on).toBe('2026-03-02');
  });

  it('adds a document with its number, once', async () => {
    const { id } = await filed(desk.store);
    const ask = () =>
      desk.store.addDocument({
        id,
        reach: all,
        actor: { kind: 'client', id: 'suap' },
        expected: null,
        idempotency: { client: 'suap', key: `doc-${id}`, requestHash: 'h' },
        document: {
          bytes: Buffer.from('%PDF-1.7'),
          format: 'pdf',
          fileName: 'Lucia.pdf',
          kind: 'attachment',
          code: null,
          flow: 'in',
        },
      });
    const [one, two] = [await ask(), await ask()];
    if (one.kind !== 'added' || two.kind !== 'added') throw new Error('not added');
    expect(two).toEqual({ ...one, replayed: true });
    expect(one.registration).not.toBeNull();
    const view = await desk.store.findCase(id, all);
    expect(view?.documents.map(({ record }) => record)).toContain(one.record);
    expect(view?.documents.at(-1)?.title).not.toContain('Lucia');
  });

  it('gives many cases to one, each decided for itself', async () => {
    const ids = [(await filed(desk.store)).id, (await filed(desk.store)).id, 'nobody00'];
    const results = await desk.store.assignMany({ ids, to: 'only-here', reach: all, actor: officer });
    expect(results.map(({ result }) => result.kind)).toEqual(['done', 'done', 'unknown']);
    const handled = await desk.store.findHandled(ids, all);
    expect([...handled.values()].map(({ procedure }) => procedure.assignee)).toEqual(['only-here', 'only-here']);
    expect(await desk.store.findHandled(ids, noReach)).toEqual(new Map());
    const mine = await desk.store.listWork({ view: 'mine', me: 'only-here', units: [], reach: all, filter: {} });
    expect(mine.lines.map(({ id }) => id).toSorted()).toEqual(ids.slice(0, 2).toSorted());
    await expect(
      desk.store.assignMany({
        ids: Array.from({ length: 501 }, (_, i) => `x${i}`),
        to: 'only-here',
        reach: all,
        actor: officer,
      }),
    ).rejects.toThrow(RangeError);
  });
});

describe('what is written stays', () => {
  it('events can be neither changed nor removed, not even by the owner', async () => {
    for (const sql of [
      `UPDATE eli4u.procedure_event SET actor = 'x'`,
      `DELETE FROM eli4u.procedure_event`,
      `TRUNCATE eli4u.procedure_event CASCADE`,
    ])
      await expect(desk.owner.query(sql)).rejects.toThrow(/append-only/);
    await expect(desk.pool.query(`DELETE FROM eli4u.procedure_event`)).rejects.toThrow(/permission denied/);
  });

  it('identity opens only in a transaction that act_as has opened', async () => {
    const { id } = await filed(desk.store);
    const [agent = ''] = ((await desk.store.findCase(id, all))?.parties ?? []).map((party) => party.agent);
    const read = `SELECT count(*)::integer AS n FROM eli4u.agent_identity WHERE agent_id = '${agent}'`;
    const client = await desk.pool.connect();
    const seen = async () => (await client.query<{ n: number }>(read)).rows[0]?.n;
    try {
      expect(await seen()).toBe(0);
      // Setting the variables by hand opens nothing.
      await client.query(
        `SELECT set_config('eli4u.role', 'officer', false), set_config('eli4u.identity', 'anna', false)`,
      );
      expect(await seen()).toBe(0);
      await client.query('BEGIN');
      await client.query(`SELECT eli4u.act_as('officer', 'anna')`);
      expect(await seen()).toBe(1);
      const { rows } = await client.query<{ proof: string }>(`SELECT current_setting('eli4u.proof') AS proof`);
      await client.query('COMMIT');
      expect(await seen()).toBe(0);
      // Nor does the proof of a transaction that is over.
      await client.query('BEGIN');
      await client.query(`SELECT set_config('eli4u.proof', $1, true)`, [rows[0]?.proof]);
      expect(await seen()).toBe(0);
      await client.query('ROLLBACK');
      for (const [role, who, n] of [
        ['citizen', agent, 1],
        ['citizen', 'somebody', 0],
        ['client', agent, 0],
      ] as const) {
        await client.query('BEGIN');
        await client.query('SELECT eli4u.act_as($1, $2)', [role, who]);
        expect(await seen()).toBe(n);
        await client.query('ROLLBACK');
      }
      await expect(client.query('SELECT secret FROM eli4u.acting_secret')).rejects.toThrow(/permission denied/);
      await expect(client.query(`SELECT eli4u.acting_proof('officer', 'anna')`)).rejects.toThrow(/permission denied/);
      await client.query('RESET ALL');
    } finally {
      client.release(true);
    }
    const identities = await desk.store.findIdentities(id, all, officer);
    expect(identities).toMatchObject([{ taxCode: 'BNFLCU80A41G224X', contacts: { email: 'lucia@example.org' } }]);
  });

  it('a published type is never another, and a case keeps its version', async () => {
    const { id } = await filed(desk.store);
    const sources = desk.types.sources();
    expect(await syncTypes(desk.pool, sources)).toEqual([]);
    const edited = sources.map(({ type, yaml }) =>
      type.code === 'patrocinio' ? { type: { ...type, title: { it: 'Altro', en: 'Other' } }, yaml } : { type, yaml },
    );
    await expect(syncTypes(desk.pool, edited)).rejects.toThrow(PublishedTypeChanged);
    await expect(syncTypes(desk.pool, edited)).rejects.toThrow(/patrocinio\/1/);
    const next = edited.map(({ type, yaml }) =>
      type.code === 'patrocinio' ? { type: { ...type, version: 2 }, yaml } : { type, yaml },
    );
    expect(
      await syncTypes(
        desk.pool,
        next.filter(({ type }) => type.version === 2),
      ),
    ).toEqual(['patrocinio/2']);
    const context = (await desk.store.findCase(id, all))?.context;
    expect(context?.type).toMatchObject({ version: 1, title: { it: expect.not.stringContaining('Altro') } });
    await expect(desk.owner.query(`UPDATE eli4u.procedure_type_version SET content = '{}'`)).rejects.toThrow(
      /published/,
    );
  });
});
