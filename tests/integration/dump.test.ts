import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import { Parser } from 'n3';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isDue, tendDump } from '#lib/jobs/dump/tend-dump.ts';
import { writeDump } from '#lib/jobs/dump/write-dump.ts';
import { stampDissemination } from '#lib/jobs/stamp-dissemination.ts';
import { dumpPath, readDumpNote } from '#lib/store/dump/dump-file.ts';
import { createPool } from '#lib/store/pool.ts';
import { createProcedureTypes } from '#lib/store/procedure-types.ts';
import { loadDemoHoldings } from '#tests/bench/relevance/demo-holdings.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';
import { rapperIsHere, readByRapper } from '#tests/setup/rapper.ts';

const base = 'https://archivio.example.it';
const types = createProcedureTypes('schemas/procedures');

let database: FreshDatabase;
let pool: pg.Pool;
let dataDir: string;

beforeAll(async () => {
  database = await freshDatabase();
  pool = createPool(database.appUrl, { applicationName: 'test', max: 4 });
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'eli4u-dump-'));
  await loadDemoHoldings(pool);
}, 120_000);
afterAll(async () => {
  await pool.end();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

const parts = () => ({ pool, types, today: '2026-11-26', base });

async function dumped(): Promise<string> {
  const out = new PassThrough();
  const pieces: Buffer[] = [];
  out.on('data', (piece: Buffer) => pieces.push(piece));
  await writeDump(parts(), out);
  return Buffer.concat(pieces).toString();
}

const graphsOf = (dump: string): Set<string> =>
  new Set(new Parser({ format: 'application/n-quads' }).parse(dump).map((quad) => quad.graph.value));

describe('the dump', () => {
  it('has a graph for everything that is shown and one for the types of procedure', async () => {
    const out = new PassThrough();
    const pieces: Buffer[] = [];
    out.on('data', (piece: Buffer) => pieces.push(piece));
    const counts = await writeDump(parts(), out);
    const dump = Buffer.concat(pieces).toString();
    expect(dump.split('\n')).toHaveLength(counts.statements + 1);
    const graphs = graphsOf(dump);
    expect(graphs.size).toBe(counts.items + 1);
    const { rows } = await pool.query<{ n: string | number }>(
      `SELECT count(*) AS n FROM eli4u.record WHERE deleted_at IS NULL AND visibility <> 'hidden' AND NOT internal`,
    );
    expect(
      [...graphs].filter((name) =>
        dump.includes(`<${name}> <https://www.ica.org/standards/RiC/ontology#hasOrHadHolder>`),
      ),
    ).toHaveLength(Number(rows[0]?.n));
    if (rapperIsHere) expect(readByRapper(dump, 'nquads')).toHaveLength(counts.statements);
  }, 60_000);

  // Its lines have no order: records go as they lie, and PostgreSQL may find another way through them meanwhile.
  it('says the same while nothing changes', async () => {
    const said = async () => (await dumped()).split('\n').sort();
    expect(await said()).toEqual(await said());
  });

  it('does not have what is hidden, and of what is only described no images', async () => {
    const { rows } = await pool.query<{ id: string }>(
      `SELECT id FROM eli4u.record WHERE level = 'file' AND visibility = 'open' ORDER BY id LIMIT 2`,
    );
    const [hidden = '', described = ''] = rows.map(({ id }) => id);
    await pool.query(
      `INSERT INTO eli4u.digital_object (id, record_id, position, href) VALUES ('img00001', $1, 1, 'https://img.example.it/1.jpg')`,
      [described],
    );
    await pool.query('UPDATE eli4u.record SET digital = true WHERE id = $1', [described]);
    expect(await dumped()).toContain(`${base}/id/${described}#digital-`);
    await pool.query(`UPDATE eli4u.record SET visibility = 'hidden' WHERE id = $1`, [hidden]);
    await pool.query(`UPDATE eli4u.record SET visibility = 'described' WHERE id = $1`, [described]);
    const dump = await dumped();
    expect(dump).not.toContain(hidden);
    expect(dump).toContain(`<${base}/id/${described}>`);
    expect(dump).not.toContain('img.example.it');
  }, 60_000);

  it('that cannot be written is no dump', async () => {
    const full = new Writable({ write: (_piece, _encoding, done) => done(new Error('the disk is full')) });
    await expect(writeDump(parts(), full)).rejects.toThrow('the disk is full');
    // The connection it read by is not left in the middle.
    expect(
      (
        await pool.query(
          `SELECT count(*)::int AS n FROM pg_stat_activity WHERE state = 'idle in transaction' AND datname = current_database()`,
        )
      ).rows[0],
    ).toEqual({ n: 0 });
  });
});

describe('the dump that is served', () => {
  /** Until harvests see it: no other change has its second. */
  const stampAll = async () => {
    await stampDissemination(pool);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await stampDissemination(pool);
  };
  const tend = (now: string) => tendDump({ pool, types, base, dataDir, now: () => new Date(now) }, () => undefined);

  it('is made when there is none, and read back whole', async () => {
    expect(await readDumpNote(dataDir)).toBeNull();
    await tend('2026-11-26T10:00:00Z');
    const note = await readDumpNote(dataDir);
    expect(note).toMatchObject({ madeAt: '2026-11-26T10:00:00.000Z' });
    const dump = gunzipSync(await readFile(dumpPath(dataDir))).toString();
    expect(dump.split('\n')).toHaveLength((note?.statements ?? 0) + 1);
  }, 60_000);

  it('stays while nothing changes, and is made again in the night', async () => {
    const before = (await stat(dumpPath(dataDir))).mtimeMs;
    await tend('2026-11-26T20:00:00Z');
    expect((await stat(dumpPath(dataDir))).mtimeMs).toBe(before);
    await tend('2026-11-26T23:30:00Z');
    expect((await readDumpNote(dataDir))?.madeAt).toBe('2026-11-26T23:30:00.000Z');
  }, 60_000);

  it('is made again at once when something was withdrawn', async () => {
    await stampAll();
    await tend('2026-11-27T01:00:00Z');
    const { rows } = await pool.query<{ id: string }>(
      `UPDATE eli4u.record SET visibility = 'hidden' WHERE id = (SELECT min(id) FROM eli4u.record WHERE level = 'item') RETURNING id`,
    );
    await stampAll();
    await tend('2026-11-27T01:00:30Z');
    expect((await readDumpNote(dataDir))?.madeAt).toBe('2026-11-27T01:00:30.000Z');
    const dump = gunzipSync(await readFile(dumpPath(dataDir))).toString();
    expect(dump).not.toContain(`/id/${rows[0]?.id}>`);
    await tend('2026-11-27T01:00:40Z');
    expect((await readDumpNote(dataDir))?.madeAt).toBe('2026-11-27T01:00:30.000Z');
  }, 60_000);

  it.each([
    ['none', null, 'a', '2026-11-26T10:00:00Z', true],
    [
      'something was withdrawn, a moment ago',
      { madeAt: '2026-11-26T10:00:00Z', latest: 'a' },
      'withdrawn',
      '2026-11-26T10:00:01Z',
      true,
    ],
    ['nothing has changed', { madeAt: '2026-11-26T10:00:00Z', latest: 'a' }, 'a', '2026-11-26T15:00:00Z', false],
    [
      'something has, a moment ago',
      { madeAt: '2026-11-26T10:00:00Z', latest: 'a' },
      'b',
      '2026-11-26T10:59:59Z',
      false,
    ],
    ['something has', { madeAt: '2026-11-26T10:00:00Z', latest: 'a' }, 'b', '2026-11-26T11:00:00Z', true],
    ['a night has passed', { madeAt: '2026-11-26T10:00:00Z', latest: 'a' }, 'a', '2026-11-26T23:00:00Z', true],
  ])('%s', (_name, note, latest, now, due) =>
    expect(isDue(note, { latest, withdrawn: latest === 'withdrawn' }, new Date(now))).toBe(due),
  );
});
