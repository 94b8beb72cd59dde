import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import { writeDemoHoldings } from '#ingest/demo/demo.ts';
import { ingestPaths } from '#tests/builders/ingest.ts';
import type { Holding } from './resolve.ts';

/** Loads the demonstration holdings by the ordinary ingest. */
export async function loadDemoHoldings(pool: pg.Pool): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'eli4u-demo-'));
  try {
    const { quarantined } = await ingestPaths(pool, await writeDemoHoldings(folder));
    if (quarantined > 0) throw new Error(`${quarantined} units of the demonstration holdings were quarantined`);
  } finally {
    await rm(folder, { recursive: true });
  }
}

export async function readHoldings(pool: pg.Pool): Promise<Holding[]> {
  const labels = (kind: string) =>
    `ARRAY(SELECT point ->> 'label' FROM jsonb_array_elements(coalesce(r.description -> 'accessPoints', '[]')) point
       WHERE point ->> 'kind' = '${kind}')`;
  const { rows } = await pool.query<Holding>(
    `SELECT r.id, r.parent_id AS "parentId", root.title AS fonds, r.reference_code AS code, r.title,
            ${labels('subject')} AS subjects, ${labels('place')} AS places
     FROM eli4u.record r JOIN eli4u.record root ON root.id = r.root_id
     WHERE r.deleted_at IS NULL AND r.visibility <> 'hidden'`,
  );
  return rows;
}
