import type pg from 'pg';
import type { OuterIndex } from '#lib/search/outer-index.ts';
import type { Reindexed } from '#lib/search/elasticsearch-reindex.ts';
import { noteRejections } from './index-changes.ts';
import { withLock } from './with-lock.ts';

const reindexLock = 4_104_008;

/** The whole outer index made again beside the old one; null when another process is at it. What it refuses is listed anew. */
export async function reindexOuter(
  pool: pg.Pool,
  index: OuterIndex,
  onProgress: (done: number, total: number) => void,
): Promise<Reindexed | null> {
  return withLock(pool, reindexLock, async () => {
    const { rows } = await pool.query<{ n: string | number }>(
      'SELECT count(*) AS n FROM eli4u.record WHERE deleted_at IS NULL',
    );
    const total = Number(rows[0]?.n ?? 0);
    const result = await index.reindex((done) => onProgress(done, total));
    if (result.resumedAfter === 0) await pool.query('DELETE FROM eli4u.search_rejection');
    await noteRejections(pool, result.rejected);
    return result;
  });
}
