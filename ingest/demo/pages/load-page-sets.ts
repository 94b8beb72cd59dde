import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import { findDemoRecord, keepPageSet } from './keep-page-set.ts';
import type { DemoPageSet } from './page-set.ts';
import { writePageSet } from './write-page-set.ts';

export interface PageLoad {
  pool: pg.Pool;
  dataDir: string;
  sets: readonly DemoPageSet[];
  say: (line: string) => void;
  signal?: AbortSignal;
}

/** Draws and keeps the pages of each unit that has none yet, one unit after the other: broken off, it goes on with the next. @returns pages made */
export async function loadPageSets({ pool, dataDir, sets, say, signal }: PageLoad): Promise<number> {
  let made = 0;
  for (const set of sets) {
    signal?.throwIfAborted();
    const record = await findDemoRecord(pool, set);
    if (record === null || (await hasImages(pool, record))) continue;
    const folder = await mkdtemp(path.join(os.tmpdir(), 'eli4u-pages-'));
    try {
      const mets = await writePageSet(set, folder, signal ? { signal } : {});
      await keepPageSet(pool, dataDir, record, set, mets);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    made += set.pages.length;
    say(`demonstration pages: ${made} drawn, ${set.code}`);
  }
  return made;
}

async function hasImages(pool: pg.Pool, record: string): Promise<boolean> {
  const { rowCount } = await pool.query('SELECT FROM eli4u.image_set WHERE record_id = $1', [record]);
  return (rowCount ?? 0) > 0;
}
